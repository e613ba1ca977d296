import { expect, it } from "vitest";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { ended } from "../../support/executions.ts";
import { fakePorts, manualClock, world } from "../../support/fake-ports.ts";
import { anyState, approval, call, fork, halt, join, program } from "../../support/programs.ts";

const subject = program({
  state: anyState("a"),
  nodes: { split: fork(["one", "two"], "meet"), one: call({ next: "ask" }), two: call({ next: "ask" }), ask: approval({ next: "meet" }), meet: join({ wait_for: ["one", "two"], next: "end" }), end: halt() },
});

it("decides on the visit that is named, where two visits of one node ask", async () => {
  const clock = manualClock();
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour: world().behaviour });
  const { id } = await ended(clock, runtime.start(subject, {}));
  const decide = (visit?: number): string => {
    const given = runtime.approve(id, { decision: "approved", ...(visit === undefined ? {} : { visit }) });
    if (given.ok) return given.value.effect;
    return [...describeRefusal(given.refusal), given.refusal.why === "signal" ? given.refusal.help : undefined].join(" | ");
  };
  const waits = (): readonly number[] => {
    const pending = runtime.approvals();
    return pending.ok ? pending.value.map(({ wait }) => wait.visit) : [];
  };
  expect(waits()).toEqual([1, 2]);
  expect(decide()).toBe(`several decisions are wanted in '${id}' | say which with --visit: 1, 2`);
  expect(decide(3)).toContain(`visit 3 asks for no decision in '${id}'`);
  expect(decide(2)).toBe("now");
  await ended(clock, runtime.resume(id));
  expect(waits()).toEqual([1]);
});
