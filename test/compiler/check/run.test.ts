import { expect, it } from "vitest";
import type { JsonObject } from "../../../schemas/json.ts";
import { proveJudgement, runJudged } from "../../support/check-proof.ts";
import { judgedWorkflow } from "../../support/check-run.ts";
import { runsOf, steadySeed } from "../../support/random.ts";

const state = { rec: "{size: int, note: str | None}", s: "str", n: "int", d: "dict[str, int]" };

/** The findings of a workflow with these nodes, the first of which is the start. */
function check(nodes: { readonly [id: string]: JsonObject }): readonly string[] {
  const { diagnostics } = judgedWorkflow({ workflow: { id: "kept", version: "1.0.0", start: Object.keys(nodes)[0] ?? "", state_schema: state }, nodes: { ...nodes, end: { type: "end" } } }).compiled;
  return diagnostics.filter(({ code }) => code !== "JJ5105").map(({ code, message }) => `${code} ${message}`);
}

const ask = (over: JsonObject): JsonObject => ({ type: "model", model: "gpt-4o", prompt: "hi", ...over });
const pause = (next: string): JsonObject => ({ type: "wait", timer: "1s", next });

it("runs a first few hundred workflows without errors, and none does what its judgement excludes; `npm run test:long` runs more", { timeout: 120_000 }, async () => {
  expect((await proveJudgement(steadySeed, runsOf(300))).ends.get("completed")).toBeGreaterThan(runsOf(300) / 3);
});

it("takes a test of a field for a read of its key, which may be unset", () => {
  const written = { write: { type: "branch", conditions: [{ if: "execution.id == 'x'", next: "fill" }], default: "read" }, fill: ask({ output_schema: state.rec, output_key: "rec", next: "read" }) };
  for (const test of ["state.rec.note is none", "state.rec.note", "state.rec.size != 3", "state.rec.size in [1, 2]"]) {
    expect(check({ ...written, read: { type: "branch", conditions: [{ if: test, next: "end" }], default: "end" } }), test).toEqual([expect.stringMatching(/^JJ5101 'rec' may be unset here/)]);
  }
  expect(check({ ...written, read: { type: "branch", conditions: [{ if: "state.rec is not None and state.rec.size != 3", next: "end" }], default: "end" } })).toEqual([]);
});

it("knows what may be unset though a node that never runs leads into a branch", () => {
  const found = check({
    start: { type: "parallel", branches: ["a", "b"], join: "route" },
    a: ask({ output_key: "s" }),
    b: { type: "wait", timer: "1s" },
    lost: pause("b"),
    route: { type: "branch", conditions: [{ if: "'a' in state.s", next: "fill" }], default: "read" },
    fill: ask({ output_schema: "int", output_key: "n", next: "read" }),
    read: ask({ prompt: "{{ state.n + 1 }}", output_key: "s", next: "end" }),
  });
  expect(found).toEqual([expect.stringMatching(/^JJ4001 node 'lost' can never run/), expect.stringMatching(/^JJ5101 'n' may be unset here/)]);
});

it("knows what has not run though branches that never run are entangled, or hold an end", () => {
  const judged = { start: { type: "branch", conditions: [{ if: "state.n > 1", next: "draft" }], default: "judge" }, draft: ask({ output_key: "s", next: "judge" }), judge: { type: "eval", node: "draft", scorers: [{ type: "assertion", check: "'a' in output.s" }], next: "end" } } as const;
  const lost: readonly { readonly [id: string]: JsonObject }[] = [
    { fork: { type: "parallel", branches: ["fork"], join: "fork" } },
    { fork: { type: "parallel", branches: ["one", "two"], join: "judge" }, one: pause("both"), two: pause("both"), both: pause("one") },
    { fork: { type: "parallel", branches: ["one", "halt"], join: "judge" }, one: { type: "wait", timer: "1s" }, halt: { type: "end" } },
  ];
  expect(check(judged)).toEqual([expect.stringMatching(/^JJ5119/)]);
  for (const nodes of lost) expect(check({ ...judged, ...nodes }).filter((each) => !each.startsWith("JJ4001")), Object.keys(nodes).join()).toEqual([expect.stringMatching(/^JJ5119/)]);
});

it("tells a node that leads nowhere though a parallel that never runs names it as a branch", () => {
  const found = check({ start: pause("open"), open: { type: "wait", timer: "1s" }, lost: { type: "parallel", branches: ["open", "other"], join: "end" }, other: { type: "wait", timer: "1s" } });
  expect(found).toContain("JJ4003 node 'open' leads nowhere: it has no 'next' and is not inside a parallel branch");
});

it("takes a key that a mapping lacks for None where it is read by its name", async () => {
  const call: JsonObject = { type: "tool", server: "s", tool: "t", arguments: { b: "{{ (state.d if '12' else [1, 2]).note }}" }, next: "end" };
  const document = { workflow: { id: "lacking", version: "1.0.0", start: "c1", state_schema: state, inputs: ["d"] }, nodes: { c1: call, end: { type: "end" } } };
  const judged = await runJudged(document, "typed", 1272112619);
  expect(judged?.run.told).toEqual([{ node: "c1", arguments: { b: null } }]);
  expect(judged?.surprises).toEqual([]);
});
