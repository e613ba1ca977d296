import { expect, it } from "vitest";
import type { Runtime } from "../../../runtime/driver/open.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import type { Found } from "../../../runtime/driver/refusal.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { failure } from "../../../schemas/failure.ts";
import { ended, eventsOf, lineOf, run } from "../../support/executions.ts";
import type { ManualClock } from "../../support/fake-ports.ts";
import { fails, fakePorts, gives, manualClock, turns, world } from "../../support/fake-ports.ts";
import { anyState, call, halt, program } from "../../support/programs.ts";

const subject = program({ state: anyState("a"), nodes: { pay: call({ writes: "a", effect: "once", retry: { max_attempts: 3 }, on_error: "undo" }), undo: call(), end: halt() } });

it("parks a call that its process did not live to see the end of, and makes no other", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const dying = shelf.open();
  const first = runtimeOn({ store: dying, ports: fakePorts({ clock }), behaviour: world({ pay: () => new Promise(() => {}) }).behaviour });
  const started = first.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  dying.die();

  let calls = 0;
  const second = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: world({ pay: () => gives((calls += 1)) }).behaviour });
  second.resume(started.id);
  await turns();
  expect(calls).toBe(0);
  expect(eventsOf(second, started.id).map(({ event }) => lineOf(event)).at(-1)).toBe("pay#1.1 uncertain uncertain");
});

it.each(["timeout", "io_error", "connection_reset", "output_limit"] as const)("parks a call after '%s', which leaves open whether it took effect", async (code) => {
  const shelf = memoryShelf();
  const runtime = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock: manualClock() }), behaviour: world({ pay: () => fails(code) }).behaviour });
  const started = runtime.start(subject, {});
  await turns();
  expect(started.ok && eventsOf(runtime, started.id).map(({ event }) => lineOf(event)).at(-1)).toBe(`pay#1.1 uncertain ${code}`);
});

const accepted = <T>(found: Found<T>): T => {
  if (!found.ok) throw new Error(describeRefusal(found.refusal).join("; "));
  return found.value;
};

/** An execution that is paused at an uncertain call, and what later calls give. */
async function parked(): Promise<{ readonly runtime: Runtime; readonly clock: ManualClock; readonly id: string }> {
  let calls = 0;
  const clock = manualClock();
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour: world({ pay: () => ((calls += 1) === 1 ? fails("timeout") : gives("paid again")) }).behaviour });
  const { id, status } = await ended(clock, runtime.start(subject, {}));
  expect(status).toBe("paused");
  return { runtime, clock, id };
}

it("goes on with the result that a person found", async () => {
  const { runtime, clock, id } = await parked();
  accepted(runtime.resolve(id, { node: "pay", resolution: "done", output: "paid", user: "ana" }));
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed", state: { a: "paid" } });
});

it("makes the call again where a person says that it was not made, and fails with 'uncertain' where nobody can find out", async () => {
  const again = await parked();
  accepted(again.runtime.resolve(again.id, { node: "pay", resolution: "retry" }));
  expect(await ended(again.clock, again.runtime.resume(again.id))).toMatchObject({ status: "completed", state: { a: "paid again" } });
  const lost = await parked();
  accepted(lost.runtime.resolve(lost.id, { node: "pay", resolution: "fail" }));
  await ended(lost.clock, lost.runtime.resume(lost.id));
  expect(eventsOf(lost.runtime, lost.id).map(({ event }) => lineOf(event)).slice(4)).toEqual(["pay#1.1 resolved: fail", "undo#1 scheduled via on_error", "undo#1.1 started", "undo#1.1 completed", "workflow completed at end"]);
});

it("takes one word on a call, and only on one that is uncertain", async () => {
  const { runtime, id } = await parked();
  const refusal = (found: Found<unknown>): string => (found.ok ? "accepted" : describeRefusal(found.refusal).join("; "));
  expect(refusal(runtime.resolve(id, { node: "undo", resolution: "retry" }))).toContain(`'undo' is not uncertain in '${id}'; pay is`);
  accepted(runtime.resolve(id, { node: "pay", resolution: "retry" }));
  expect(refusal(runtime.resolve(id, { node: "pay", resolution: "fail" }))).toContain("it was decided already");
});

it("tries again where the call was surely not made, and takes an answer for an answer", async () => {
  let calls = 0;
  const unsent = await run(subject, { world: world({ pay: () => ((calls += 1) < 3 ? { ok: false, failure: failure("io_error", "nobody there", { unsent: true }), usage: [] } : gives("paid")) }) });
  expect(unsent.result.state).toEqual({ a: "paid" });
  const answered = await run(subject, { world: world({ pay: () => fails("http_status") }) });
  expect(answered.log).toContain("undo#1 scheduled via on_error");
});

it("says of a call that was given up with its execution that nobody knows what became of it", async () => {
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock: manualClock() }), behaviour: world({ pay: () => new Promise(() => {}) }).behaviour });
  const started = runtime.start(subject, {});
  await turns();
  if (!started.ok) throw new Error("refused");
  accepted(runtime.cancel(started.id));
  await turns();
  expect(accepted(runtime.inspect(started.id)).steps).toMatchObject([{ node: "pay", status: "cancelled", failure: { code: "uncertain" } }]);
});
