import { expect, it } from "vitest";
import { eventsOf, lineOf } from "../../support/executions.ts";
import type { ManualClock, World } from "../../support/fake-ports.ts";
import { fails, fakePorts, gives, manualClock, turns, world } from "../../support/fake-ports.ts";
import { anyState, approval, call, fork, halt, program, wait } from "../../support/programs.ts";
import type { Runtime } from "../../../runtime/driver/open.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import type { MemoryShelf } from "../../../runtime/store/memory.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { Program } from "../../../schemas/program.ts";

const hour = 3_600_000;

function runtimeOf(shelf: MemoryShelf, clock: ManualClock, there: World = world(), env: { readonly [name: string]: string } = {}): Runtime {
  return runtimeOn({ store: shelf.open(), ports: fakePorts({ clock, env }), behaviour: there.behaviour });
}

function submitted(runtime: Runtime, subject: Program, id: string): string {
  const found = runtime.submit(subject, {}, { id });
  return found.ok ? found.value : expect.fail(found.refusal.why);
}

const nap = program({ nodes: { nap: wait({ timer: hour }), end: halt() } });
const flaky = program({ state: anyState("a"), nodes: { work: call({ writes: "a", retry: { delay_ms: 60_000 } }), end: halt() } });

it("records a start, and begins nothing", async () => {
  const shelf = memoryShelf();
  const there = world();
  const runtime = runtimeOf(shelf, manualClock(), there);
  const id = submitted(runtime, flaky, "exec_1");
  await turns();
  expect(there.calls).toEqual([]);
  expect(runtime.list()).toMatchObject([{ id, status: "pending", ended_at: null }]);
  expect(runtime.isLive(id)).toBe(false);
  const again = runtime.submit(flaky, {}, { id });
  expect(again.ok ? "" : again.refusal.why).toBe("exists");
});

it("takes up what is due, lets go of what waits, and takes it up again when its moment comes", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const starting = runtimeOf(shelf, clock);
  const there = world({ work: ({ attempt }) => (attempt === 1 ? fails("timeout") : gives("done")) });
  const working = runtimeOf(shelf, clock, there);
  const told: string[] = [];
  const worker = working.work({ onResult: ({ id, status }) => told.push(`${id} ${status}`) });
  submitted(starting, nap, "exec_nap");
  submitted(starting, flaky, "exec_flaky");
  submitted(starting, program({ nodes: { ask: approval(), end: halt() } }), "exec_ask");
  await turns(8);
  expect(told.toSorted()).toEqual(["exec_ask paused", "exec_flaky running", "exec_nap running"]);
  expect(starting.isLive("exec_nap") || starting.isLive("exec_flaky") || starting.isLive("exec_ask")).toBe(false);

  clock.advance(60_000);
  await turns(8);
  expect(told.slice(3)).toEqual(["exec_flaky completed"]);
  clock.advance(hour);
  await turns(8);
  expect(told.slice(4)).toEqual(["exec_nap completed"]);
  expect(starting.approve("exec_ask", { decision: "approved" })).toMatchObject({ ok: true, value: { carrier: "nobody" } });
  await turns(8);
  expect(told.slice(5)).toEqual(["exec_ask completed"]);
  worker.stop();
  await worker.done;
  expect(clock.untilNext()).toBeUndefined();
});

it("ends after one round where nothing more is due now, though something will be", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  submitted(runtimeOf(shelf, clock), nap, "exec_nap");
  const told: string[] = [];
  const once = (): Promise<void> => runtimeOf(shelf, clock).work({ stay: "until idle", onResult: ({ status }) => told.push(status) }).done;
  await once();
  await once();
  expect(told).toEqual(["running"]);
  clock.advance(hour);
  await once();
  expect(told).toEqual(["running", "completed"]);
});

it("tells once of what it cannot take up, and tries again when something has changed", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const needy = program({ env: ["TOKEN"], nodes: { pay: wait({ event: "paid" }), end: halt() } });
  submitted(runtimeOf(shelf, clock, world(), { TOKEN: "x" }), needy, "exec_1");
  const refused: string[] = [];
  const poor = runtimeOf(shelf, clock);
  const worker = poor.work({ onRefused: (id, { why }) => refused.push(`${id} ${why}`) });
  await turns();
  clock.advance(10 * 60_000);
  await turns();
  expect(refused).toEqual(["exec_1 env"]);
  poor.cancel("exec_1");
  await turns();
  clock.advance(60_000);
  await turns();
  expect(poor.list()).toMatchObject([{ status: "cancelled" }]);
  worker.stop();
});

it("shares the work of many among several, and does each thing once", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const starting = runtimeOf(shelf, clock);
  const ids = Array.from({ length: 40 }, (_, index) => submitted(starting, flaky, `exec_${String(index).padStart(2, "0")}`));
  const there = world({ work: () => gives("done") });
  const workers = [1, 2, 3].map(() => runtimeOf(shelf, clock, there).work({ stay: "until idle", atOnce: 4 }));
  await Promise.all(workers.map(({ done }) => done));
  expect(starting.list({ limit: 100 }).map(({ status }) => status)).toEqual(ids.map(() => "completed"));
  expect(there.calls).toHaveLength(ids.length);
  expect(there.calls.filter(({ attempt }) => attempt !== 1)).toEqual([]);
});

it("stays with branches that go on while another one waits, and hears an answer posted meanwhile at once", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  let finish: (() => void) | undefined;
  const there = world({ work: () => new Promise((resolve) => (finish = () => resolve(gives("done")))) });
  const subject = program({
    state: anyState("a", "b"),
    nodes: { split: fork(["ask", "work"], "end"), ask: wait({ event: "go" }, { next: null }), work: call({ writes: "a", next: null }), end: halt() },
  });
  const carrying = runtimeOf(shelf, clock, there);
  const started = carrying.start(subject, {}, { id: "exec_1" });
  if (!started.ok) throw new Error(started.refusal.why);
  await turns();
  expect(carrying.list()).toMatchObject([{ status: "running" }]);
  const posting = runtimeOf(shelf, clock);
  expect(posting.signal("exec_1", { event: "go", data: { b: 1 } })).toMatchObject({ ok: true, value: { effect: "now", carrier: "elsewhere" } });
  await turns();
  expect(eventsOf(posting, "exec_1").map(({ event }) => lineOf(event)).slice(-2)).toEqual(["ask#1 received go", "split#1 branch ask ended"]);
  finish?.();
  expect(await started.done).toMatchObject({ status: "completed", state: { a: "done", b: 1 } });
});

it("lets go once the last branch that had something to do has done it", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const subject = program({
    state: anyState("a", "b"),
    nodes: { split: fork(["ask", "work"], "end"), ask: wait({ event: "go" }, { timeout_ms: hour, next: null }), work: call({ writes: "a", next: null }), end: halt() },
  });
  const runtime = runtimeOf(shelf, clock);
  const started = runtime.start(subject, {}, { id: "exec_1" });
  expect(started.ok && (await started.done)).toMatchObject({ status: "paused", state: {} });
  expect(clock.untilNext()).toBeUndefined();
  expect(runtime.list()).toMatchObject([{ status: "paused", wake_at: clock.now() + hour }]);
});
