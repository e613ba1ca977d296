import { expect, it } from "vitest";
import { run } from "../../support/executions.ts";
import { gives, world } from "../../support/fake-ports.ts";
import { anyState, call, fork, halt, program } from "../../support/programs.ts";

const names = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
const answering = world(Object.fromEntries(names.map((name, index) => [name, () => gives(index)])));

it("starts, ends and merges five thousand branches in the order of the text", async () => {
  const calls = Object.fromEntries(names.map((name) => [name, call({ writes: "last", next: null })]));
  const subject = program({ state: anyState("last"), nodes: { split: fork(names, "done"), ...calls, done: halt() } });
  const { result, events } = await run(subject, { world: answering });
  expect(result).toMatchObject({ status: "completed", steps: 5_000, state: { last: 4_999 } });
  const nodesOf = (type: string): readonly string[] => events.flatMap(({ event }) => (event.type === type && "node" in event && event.node !== null ? [event.node] : []));
  expect(nodesOf("node_started")).toEqual(names);
  expect(nodesOf("node_completed")).toEqual(names);
  expect(events.flatMap(({ event }) => (event.type === "branches_joined" ? [event.merged] : []))).toEqual([names]);
});

it("runs five thousand nodes in a line", async () => {
  const calls = Object.fromEntries(names.map((name, index) => [name, call({ writes: "last", next: names[index + 1] ?? "done" })]));
  const { result } = await run(program({ state: anyState("last"), nodes: { ...calls, done: halt() } }), { world: answering });
  expect(result).toMatchObject({ status: "completed", steps: 5_000, state: { last: 4_999 } });
});
