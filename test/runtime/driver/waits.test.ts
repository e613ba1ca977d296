import { expect, it } from "vitest";
import type { RunSpec } from "../../support/executions.ts";
import { ended, eventsOf, lineOf } from "../../support/executions.ts";
import { fakePorts, manualClock, turns, world } from "../../support/fake-ports.ts";
import { anyState, approval, call, choose, equals, fork, get, halt, join, lit, program, text, wait } from "../../support/programs.ts";
import type { Runtime } from "../../../runtime/driver/open.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import type { Receipt } from "../../../runtime/driver/signals.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { types, optional } from "../../../schemas/type.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A runtime of its own, as another process has it. */
function runtimeWith({ clock = manualClock(), store = memoryShelf().open(), world: there = world(), env = {} }: RunSpec = {}): Runtime {
  return runtimeOn({ store, ports: fakePorts({ clock, env }), behaviour: there.behaviour });
}

function logOf(runtime: Runtime, id: string): readonly string[] {
  return eventsOf(runtime, id).map(({ event }) => lineOf(event));
}

function accepted(found: ReturnType<Runtime["signal"]>): Receipt {
  return found.ok ? found.value : expect.fail(describeRefusal(found.refusal).join("; "));
}

function refusalOf(found: ReturnType<Runtime["signal"]>): string {
  if (found.ok) return expect.fail("it was accepted");
  const { refusal } = found;
  return refusal.why === "signal" && refusal.help !== undefined ? `${refusal.message} (${refusal.help})` : describeRefusal(refusal).join("; ");
}

const payment = program({
  state: { ...anyState("order"), paid_at: { type: types.str }, amount: { type: types.int } },
  nodes: {
    pay: wait({ event: "paid", data: { paid_at: { type: types.str } } }, { timeout_ms: day, on_timeout: "late" }),
    end: halt(),
    late: halt("failed"),
  },
});

it("pauses for an event, holds nothing meanwhile, and goes on with its payload in the state", async () => {
  const clock = manualClock();
  const store = memoryShelf().open();
  const runtime = runtimeWith({ clock, store });
  const paused = await ended(clock, runtime.start(payment, { order: "A-17" }));
  expect(paused.status).toBe("paused");
  expect(clock.untilNext()).toBeUndefined();
  const [row] = runtime.list();
  expect(row).toMatchObject({ status: "paused", wake_at: clock.now() + day, ended_at: null });
  expect(runtime.isLive(paused.id)).toBe(false);

  const receipt = accepted(runtime.signal(paused.id, { event: "paid", data: { paid_at: "noon", amount: 3, by: "card" }, id: "evt_9" }));
  expect(receipt).toEqual({ id: "evt_9", effect: "now", unmerged: ["by"], carrier: "nobody" });
  const result = await ended(clock, runtime.resume(paused.id));
  expect(result).toMatchObject({ status: "completed", state: { order: "A-17", paid_at: "noon", amount: 3 } });
  expect(logOf(runtime, paused.id)).toEqual(["workflow started", "pay#1 scheduled via start", "pay#1 waits for an event", "pay#1 received paid", "workflow completed at end"]);
});

it("refuses a payload that does not fit, with its place, and appends nothing", async () => {
  const clock = manualClock();
  const store = memoryShelf().open();
  const runtime = runtimeWith({ clock, store });
  const { id } = await ended(clock, runtime.start(payment, {}));
  expect(refusalOf(runtime.signal(id, { event: "paid", data: { paid_at: 7 } }))).toBe("'pay' does not take this 'paid': data.paid_at takes str, not int");
  expect(refusalOf(runtime.signal(id, { event: "paid", data: { paid_at: "noon", amount: "3" } }))).toBe("'pay' does not take this 'paid': data.amount takes int, not str");
  expect(refusalOf(runtime.signal(id, { event: "paid" }))).toBe("'pay' does not take this 'paid': data lacks 'paid_at' (str)");
  expect(refusalOf(runtime.signal(id, { event: "piad", data: {} }))).toBe("no node waits for an event 'piad' (did you mean 'paid'?)");
  expect(store.inbox({ tenant: "default", id })).toEqual({ ok: true, value: [] });
  expect(logOf(runtime, id)).toHaveLength(3);
});

it("keeps events that come before their wait, and counts an id once", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const two = program({
    state: anyState("a", "b"),
    nodes: { first: wait({ event: "a" }, { next: "second" }), second: wait({ event: "b" }), end: halt() },
  });
  const { id } = await ended(clock, runtime.start(two, {}));
  expect(accepted(runtime.signal(id, { event: "b", data: { b: 1 }, id: "b-1" }))).toMatchObject({ effect: "later", why: "no node waits for 'b' yet", unmerged: [] });
  expect(accepted(runtime.signal(id, { event: "b", data: { b: 3, by: "post" }, id: "b-2" }))).toMatchObject({ effect: "later", unmerged: ["by"] });
  expect(accepted(runtime.signal(id, { event: "b", data: { b: 2 }, id: "b-1" }))).toMatchObject({ effect: "none" });
  expect((await ended(clock, runtime.resume(id))).status).toBe("paused");
  accepted(runtime.signal(id, { event: "a", data: { a: 1 } }));
  const result = await ended(clock, runtime.resume(id));
  expect(result).toMatchObject({ status: "completed", state: { a: 1, b: 1 } });
  expect(refusalOf(runtime.signal(id, { event: "a" }))).toBe(`'${id}' has ended: it is completed`);
});

it("takes only the event with its correlation key", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const subject = program({
    state: anyState("order", "paid"),
    nodes: { pay: wait({}, { fields: (code) => ({ event: "paid", correlation_key: code(text(get("state", "order"))) }) }), end: halt() },
  });
  const { id } = await ended(clock, runtime.start(subject, { order: "A-17" }));
  expect(refusalOf(runtime.signal(id, { event: "paid" }))).toBe("'pay' waits for a 'paid' with the correlation key 'A-17', and this one has none (add --correlation-key A-17)");
  expect(accepted(runtime.signal(id, { event: "paid", correlationKey: "B-2", data: { paid: "wrong" } })).effect).toBe("later");
  expect(accepted(runtime.signal(id, { event: "paid", correlationKey: "A-17", data: { paid: "right" } })).effect).toBe("now");
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed", state: { paid: "right" } });
});

it("gives an event to whichever of the waiting nodes takes it", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const branch = { next: "meet" };
  const subject = program({
    state: { ...anyState("order", "paid"), amount: { type: types.int } },
    nodes: {
      split: fork(["keyed", "counted", "any"], "meet"),
      keyed: wait({}, { ...branch, fields: (code) => ({ event: "paid", correlation_key: code(text(get("state", "order"))) }) }),
      counted: wait({ event: "paid", data: { amount: { type: types.int } } }, branch),
      any: wait({ event: "paid" }, branch),
      meet: join({ wait_for: ["keyed", "counted", "any"], next: "end" }),
      end: halt(),
    },
  });
  const { id } = await ended(clock, runtime.start(subject, { order: "A-17" }));
  accepted(runtime.signal(id, { event: "paid", data: { paid: "cash" } }));
  await ended(clock, runtime.resume(id));
  expect(refusalOf(runtime.signal(id, { event: "paid", data: { amount: "much" } }))).toContain("'keyed' waits for a 'paid' with the correlation key 'A-17'");
  for (const given of [{ data: { amount: 3 } }, { correlationKey: "A-17" }]) {
    accepted(runtime.signal(id, { event: "paid", ...given }));
    await ended(clock, runtime.resume(id));
  }
  expect(logOf(runtime, id).filter((line) => line.includes("received"))).toEqual(["any#1 received paid", "counted#1 received paid", "keyed#1 received paid"]);
});

it("routes on the event, and stores its payload whole where 'output_key' says so", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const subject = program({
    state: anyState("reply"),
    nodes: {
      ask: wait({ event: "answered" }, { writes: "reply", next: { cases: [[equals(get("event", "word"), lit("yes")), "end"]], otherwise: "no" } }),
      end: halt(),
      no: halt("failed"),
    },
  });
  const { id } = await ended(clock, runtime.start(subject, {}));
  accepted(runtime.signal(id, { event: "answered", data: { word: "yes" } }));
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed", state: { reply: { word: "yes" } } });
});

it("gives a wait up when its time is over, late where nobody ran, and takes no answer after that", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const { id } = await ended(clock, runtime.start(payment, {}));
  clock.advance(3 * day);
  expect(accepted(runtime.signal(id, { event: "paid", data: { paid_at: "too late" } })).effect).toBe("later");
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "failed", failure: { code: "node_failed" } });
  expect(logOf(runtime, id).slice(3)).toEqual(["pay#1 timed out", "workflow failed node_failed at late"]);
});

it("stays with a timer, and fires it once, whatever is done to the clock", async () => {
  const timer = program({ nodes: { nap: wait({ timer: 2 * day }), end: halt() } });
  for (const jump of [-365 * day, -hour, hour, 10 * 365 * day]) {
    const clock = manualClock();
    const shelf = memoryShelf();
    const runtime = runtimeWith({ clock, store: shelf.open() });
    const begun = clock.monotonic();
    const started = runtime.start(timer, {});
    await turns();
    clock.advance(day);
    clock.setWall(clock.now() + jump);
    const result = await ended(clock, started);
    expect(result.status).toBe("completed");
    const took = clock.monotonic() - begun;
    // At or after its time, by one of the two clocks; never later than by the one that does not jump.
    expect(took).toBeLessThanOrEqual(2 * day);
    if (jump < day) expect(took).toBeGreaterThan(2 * day - 2 * hour);
    expect(logOf(runtime, result.id).filter((line) => line.endsWith("timer fired"))).toHaveLength(1);
  }
});

it("fires a timer that came due while nobody ran once, at once", async () => {
  const clock = manualClock();
  const shelf = memoryShelf();
  const timer = program({ nodes: { nap: wait({ timer: day }), end: halt() } });
  const dying = shelf.open();
  const before = runtimeWith({ clock, store: dying });
  const started = before.start(timer, {});
  if (!started.ok) throw new Error(started.refusal.why);
  await turns();
  dying.die();
  clock.advance(12 * hour);
  clock.setWall(clock.now() + 30 * day);
  const after = runtimeWith({ clock, store: shelf.open() });
  expect((await ended(clock, after.resume(started.id))).status).toBe("completed");
  expect(logOf(after, started.id)).toEqual(["workflow started", "nap#1 scheduled via start", "nap#1 waits for its moment", "nap#1 timer fired", "workflow completed at end"]);
});

it("waits until a moment, at once where it has passed, and refuses what is none", async () => {
  const until = (value: string) => program({ nodes: { nap: wait({}, { fields: (code) => ({ until: code(text(value)) }) }), end: halt() } });
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const result = await ended(clock, runtime.start(until("2026-01-01T01:00:00+00:00"), {}));
  expect([result.status, clock.monotonic()]).toEqual(["completed", hour]);
  expect((await ended(clock, runtime.start(until("2020-02-29"), {}))).status).toBe("completed");
  expect(clock.monotonic()).toBe(hour);
  for (const wrong of ["tomorrow", "2026-01-01T01:00:00", ""]) {
    expect((await ended(clock, runtime.start(until(wrong), {}))).failure?.message, wrong).toBe(`in 'until': ${JSON.stringify(wrong)} is no moment: write it in ISO 8601 with its zone, such as 2026-03-01T09:00:00Z`);
  }
});

it("ends a wait by its event or its timer, whichever is earlier", async () => {
  const either = program({ state: { ...anyState("a"), b: { type: optional(types.str) } }, nodes: { nap: wait({ event: "poke", timer: day }), end: halt() } });
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const first = await ended(clock, runtime.start(either, {}));
  expect(first.status).toBe("paused");
  accepted(runtime.signal(first.id, { event: "poke", data: { a: 1 } }));
  expect(await ended(clock, runtime.resume(first.id))).toMatchObject({ status: "completed", state: { a: 1 } });
  const second = await ended(clock, runtime.start(either, {}));
  clock.advance(day);
  accepted(runtime.signal(second.id, { event: "poke", data: { a: 1 } }));
  expect((await ended(clock, runtime.resume(second.id))).state).toEqual({});
});

it("hands what is posted in another process to the one that carries the execution", async () => {
  const clock = manualClock();
  const shelf = memoryShelf();
  const there = world({ work: () => new Promise(() => {}) });
  const carrying = runtimeWith({ clock, store: shelf.open(), world: there });
  const posting = runtimeWith({ clock, store: shelf.open() });
  const started = carrying.start(program({ nodes: { work: call(), end: halt() } }), {});
  if (!started.ok) throw new Error(started.refusal.why);
  await turns();
  expect(accepted(posting.cancel(started.id, { reason: "enough" })).carrier).toBe("elsewhere");
  expect(await ended(clock, started)).toMatchObject({ status: "cancelled", failure: { message: "enough" } });
  expect(there.calls[0]?.context.signal.aborted).toBe(true);
});

it("cancels what is paused or was cut off, without the environment that it needed", async () => {
  const clock = manualClock();
  const shelf = memoryShelf();
  const needy = program({ env: ["TOKEN"], nodes: { pay: wait({ event: "paid" }), end: halt() } });
  const first = runtimeWith({ clock, store: shelf.open(), env: { TOKEN: "x" } });
  const { id } = await ended(clock, first.start(needy, {}));
  const second = runtimeWith({ clock, store: shelf.open() });
  const refused = second.resume(id);
  expect(refused.ok ? "" : refused.refusal.why).toBe("env");
  expect(accepted(second.cancel(id)).carrier).toBe("nobody");
  expect((await ended(clock, second.resume(id))).status).toBe("cancelled");
  expect(refusalOf(second.cancel(id))).toBe(`'${id}' has ended: it is cancelled`);
});

it("does not overlook what is posted while it lets go", async () => {
  const clock = manualClock();
  const shelf = memoryShelf();
  const store = shelf.open();
  const other = runtimeWith({ clock, store: shelf.open() });
  let posted: Receipt | undefined;
  // The other process posts after the last look at the inbox, and before the lease is free.
  const runtime = runtimeWith({ clock, store: { ...store, watch: () => () => {}, release: (key, lease) => {
    posted ??= accepted(other.signal(key.id, { event: "paid", data: { paid_at: "noon" } }));
    store.release(key, lease);
  } } });
  const result = await ended(clock, runtime.start(payment, {}));
  expect(posted?.carrier).toBe("elsewhere");
  expect(result).toMatchObject({ status: "completed", state: { paid_at: "noon" } });
});

it("tries a failed execution again at the node that failed, with its key and as many attempts as at first", async () => {
  const clock = manualClock();
  let isDown = true;
  const there = world({ work: () => (isDown ? { ok: false, failure: { code: "timeout", message: "down", retryable: true }, usage: [] } : { ok: true, value: "done", usage: [] }) });
  const runtime = runtimeWith({ clock, world: there });
  const subject = program({ state: anyState("a"), nodes: { work: call({ writes: "a", retry: { max_attempts: 2 } }), end: halt() } });
  const { id, status } = await ended(clock, runtime.start(subject, {}));
  expect(status).toBe("failed");
  expect((await ended(clock, runtime.resume(id))).status).toBe("failed");
  expect((await ended(clock, runtime.resume(id, { retry: true }))).status).toBe("failed");
  isDown = false;
  expect(await ended(clock, runtime.resume(id, { retry: true }))).toMatchObject({ status: "completed", state: { a: "done" } });
  expect(there.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(there.calls.map(({ key }) => key)).size).toBe(1);
  expect(logOf(runtime, id).filter((line) => line.includes("again"))).toEqual(["work#1.3 tried again", "work#1.5 tried again"]);
  const again = runtime.resume(id, { retry: true });
  expect(again.ok ? "" : describeRefusal(again.refusal)).toEqual([`'${id}' is completed: only what has failed can be tried again`]);
});

it("does not try again what would fail the same way", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const { id } = await ended(clock, runtime.start(program({ nodes: { work: call({ next: "no" }), no: halt("failed") } }), {}));
  const again = runtime.resume(id, { retry: true });
  expect(again.ok ? "" : describeRefusal(again.refusal)).toEqual([`'${id}' failed at 'no' by what the workflow says, and would again: mend the workflow and run it anew`]);
  const lost = await ended(clock, runtime.start(program({ nodes: { pick: choose([[lit(false), "end"]], null), end: halt() } }), {}));
  const anew = runtime.resume(lost.id, { retry: true });
  expect(anew.ok ? "" : describeRefusal(anew.refusal)).toEqual([`'${lost.id}' failed at 'pick' by what the workflow says, and would again: mend the workflow and run it anew`]);
});

it("shows an approval with a decision, a person and a comment", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const subject = program({
    state: { amount: { type: types.int }, ...anyState("decision") },
    nodes: {
      ask: approval({ fields: (code) => ({ message: code(text("pay ", get("state", "amount"), "?")), approvers: ["ana", "ben"] }), writes: "decision", timeout_ms: day, on_timeout: "end" }),
      end: halt(),
    },
  });
  const { id } = await ended(clock, runtime.start(subject, { amount: 12 }));
  const pending = runtime.approvals();
  expect(pending.ok ? pending.value : []).toMatchObject([{ id, wait: { node: "ask", for: "approval", message: "pay 12?", approvers: ["ana", "ben"], expiresAt: clock.now() + day } }]);
  expect(refusalOf(runtime.approve(id, { decision: "approved" }))).toBe("'ask' takes a decision only from ana, ben (say who decides with --user)");
  expect(refusalOf(runtime.approve(id, { decision: "approved", user: "eve" }))).toBe("'eve' may not decide on 'ask': its approvers are ana, ben (say who decides with --user)");
  expect(refusalOf(runtime.approve(id, { decision: "approved", user: "ana", patch: { amount: "much" } }))).toBe("patch.amount takes int, not str");
  expect(refusalOf(runtime.approve(id, { decision: "approved", user: "ana", node: "aks" }))).toBe(`'aks' asks for no decision in '${id}'; ask does`);
  accepted(runtime.approve(id, { decision: "approved", user: "ana", comment: "less", patch: { amount: 10 } }));
  expect(refusalOf(runtime.approve(id, { decision: "rejected", user: "ben" }))).toBe("it was decided already");
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed", state: { amount: 10, decision: { decision: "approved", user: "ana", comment: "less" } } });
  expect(refusalOf(runtime.approve(id, { decision: "rejected" }))).toBe(`'${id}' has ended: it is completed`);
});

it("never approves by itself, and fails of a no that has no route", async () => {
  const clock = manualClock();
  const runtime = runtimeWith({ clock });
  const { id, status } = await ended(clock, runtime.start(program({ nodes: { ask: approval({ timeout_ms: day }), end: halt() } }), {}));
  expect(status).toBe("paused");
  accepted(runtime.approve(id, { decision: "rejected", user: "ana", comment: "too dear" }));
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "failed", failure: { code: "approval_rejected", message: "'ask' was rejected by ana: too dear" } });
  const late = await ended(clock, runtime.start(program({ nodes: { ask: approval({ timeout_ms: day }), end: halt() } }), {}));
  clock.advance(day);
  expect(refusalOf(runtime.approve(late.id, { decision: "approved" }))).toBe("the time for a decision on 'ask' is over");
  expect(await ended(clock, runtime.resume(late.id))).toMatchObject({ status: "failed", failure: { code: "timeout", message: "nobody decided on 'ask' in time" } });
});

it("holds a call back until a person has decided on exactly that, and makes it once", async () => {
  const clock = manualClock();
  const there = world();
  const subject = program({ state: anyState("a"), settings: { policy: { require_approval_for: ["bank.*"] } }, nodes: { pay: call({ writes: "a", on_error: "no", fields: () => ({ server: "bank", tool: "pay" }) }), end: halt(), no: halt("failed") } });
  const runtime = runtimeOn({
    store: memoryShelf().open(),
    ports: fakePorts({ clock }),
    behaviour: there.behaviour,
  });
  const first = await ended(clock, runtime.start(subject, {}));
  expect([first.status, there.calls.length]).toEqual(["paused", 0]);
  const pending = runtime.approvals({ id: first.id });
  expect(pending.ok ? pending.value : []).toMatchObject([{ wait: { node: "pay", message: "'bank.pay' needs an approval: 'bank.*' in the policy of the workflow", asks: { call: "bank.pay", input: { server: "bank", tool: "pay" } } } }]);
  accepted(runtime.approve(first.id, { decision: "approved", user: "ana" }));
  expect((await ended(clock, runtime.resume(first.id))).status).toBe("completed");
  expect(there.calls).toHaveLength(1);
  expect(logOf(runtime, first.id).slice(1, 5)).toEqual(["pay#1 scheduled via start", "pay#1.1 held back", "pay#1 approved", "pay#1.1 started"]);

  const second = await ended(clock, runtime.start(subject, {}));
  accepted(runtime.approve(second.id, { decision: "rejected", comment: "not today" }));
  expect((await ended(clock, runtime.resume(second.id))).status).toBe("failed");
  expect(logOf(runtime, second.id).slice(3)).toEqual(["pay#1 rejected", "workflow failed node_failed at no"]);
  expect(there.calls).toHaveLength(1);
});
