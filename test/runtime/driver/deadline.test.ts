import { expect, it } from "vitest";
import type { ActivityResult } from "../../../runtime/activity.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { ended, eventsOf, lineOf, run } from "../../support/executions.ts";
import { fails, fakePorts, manualClock, turns, world } from "../../support/fake-ports.ts";
import { call, fork, halt, program } from "../../support/programs.ts";

const forever = (): Promise<ActivityResult> => new Promise(() => {});
const hour = 3_600_000;

it("fails an execution that takes longer than the workflow's timeout, and aborts what is under way", async () => {
  const there = world({ x: forever, y: forever });
  const subject = program({ nodes: { split: fork(["x", "y"], "end"), x: call({ next: null }), y: call({ next: null }), end: halt() }, settings: { timeout: hour } });
  const { result, log } = await run(subject, { world: there });
  expect(result).toMatchObject({ status: "failed", failure: { code: "workflow_timeout", message: "it took longer than 1h" } });
  expect(log.at(-1)).toBe("workflow failed workflow_timeout at null");
  expect(there.calls.map(({ context }) => context.signal.aborted)).toEqual([true, true]);
});

it("leaves an execution alone that ends in time, and no timer behind", async () => {
  const clock = manualClock();
  const { result } = await run(program({ nodes: { x: call(), end: halt() }, settings: { timeout: hour } }), { clock });
  expect(result.status).toBe("completed");
  expect(clock.untilNext()).toBeUndefined();
});

it("counts from the start, also over restarts and whatever the wall clock does", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const there = world({ x: (made) => (made.attempt === 1 ? fails("timeout") : forever()) });
  const subject = program({ nodes: { x: call({ retry: { delay_ms: 10 } }), end: halt() }, settings: { timeout: hour } });
  const open = () => runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: there.behaviour });
  const first = open();
  const started = first.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  clock.advance(hour / 2);
  await turns();
  first.close();

  const second = open();
  const resumed = second.resume(started.id);
  if (!resumed.ok) throw new Error("refused");
  clock.setWall(clock.now() - 9 * hour);
  clock.advance(hour / 2 - 1);
  await turns();
  expect(eventsOf(second, started.id).map(({ event }) => lineOf(event)).at(-1)).toBe("x#1.2 started");
  clock.advance(1);
  expect(await ended(clock, resumed)).toMatchObject({ status: "failed", failure: { code: "workflow_timeout" } });
});

it("fails at once where the time was over before anybody went on, and calls nothing again", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const there = world({ x: forever });
  const subject = program({ nodes: { x: call(), end: halt() }, settings: { timeout: hour } });
  const first = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: there.behaviour });
  const started = first.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  first.close();
  clock.setWall(clock.now() + hour);
  const resumed = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: there.behaviour }).resume(started.id);
  expect(await ended(clock, resumed)).toMatchObject({ status: "failed", failure: { code: "workflow_timeout" } });
  expect(there.calls).toHaveLength(1);
});

it("cancels: records why, aborts what is under way, and records nothing more", async () => {
  const subject = program({ nodes: { split: fork(["x", "y"], "end"), x: call({ next: null }), y: call({ next: null, retry: { delay_ms: 60_000 } }), end: halt() } });
  const there = world({ x: forever, y: () => fails("timeout") });
  const clock = manualClock();
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour: there.behaviour });
  const started = runtime.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  expect(runtime.cancel(started.id, { reason: "no longer wanted" })).toMatchObject({ ok: true, value: { carrier: "here" } });
  expect(await started.done).toMatchObject({ status: "cancelled", failure: { code: "cancelled", message: "no longer wanted" } });
  expect(runtime.cancel(started.id)).toMatchObject({ ok: false });
  expect(there.calls.map(({ context }) => context.signal.aborted)).toEqual([true, false]);
  expect(clock.untilNext()).toBeUndefined();
  expect(eventsOf(runtime, started.id).at(-1)?.event).toEqual({ type: "workflow_cancelled", v: 1, reason: "no longer wanted" });
});
