import { expect, it } from "vitest";
import { movesOf } from "../../../compiler/revise/moves.ts";
import type { NodeAst } from "../../../compiler/syntax/workflow.ts";

// Moves look at texts alone.
const node: NodeAst = { id: { value: "a", span: { block: "nodes/a", start: 0, end: 1 } }, kind: undefined, type: undefined, members: {} };

/** Where a span of "one two three" is when that has become "one 22 three"; in block `a`, which begins two characters into its text, at 100 of the file. */
function moved(block: string, start: number, end: number): readonly [number, number] | undefined {
  const moves = movesOf({ id: "nodes/a", start: 100, lead: 2, before: "  one two three", after: "  one 22 three", old: node, now: node });
  const span = moves({ block, start, end });
  return span && [span.start, span.end];
}

it("leaves what stands before a change, and moves what stands behind it", () => {
  expect([moved("nodes/a", 0, 3), moved("nodes/a", 8, 13), moved("nodes/a", 0, 13)]).toEqual([[0, 3], [7, 12], [0, 12]]);
});

it("does not guess where something is that begins or ends in what changed, or beside it", () => {
  expect([moved("nodes/a", 4, 7), moved("nodes/a", 5, 13), moved("nodes/a", 0, 4), moved("nodes/a", 7, 13)]).toEqual([undefined, undefined, undefined, undefined]);
});

it("counts in the file where a span does", () => {
  expect([moved("", 20, 30), moved("", 102, 105), moved("", 110, 115), moved("", 120, 130), moved("nodes/b", 4, 7)]).toEqual([[20, 30], [102, 105], [109, 114], [119, 129], [4, 7]]);
});
