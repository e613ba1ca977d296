import { expect, it } from "vitest";
import { changedCut, changedText, cutAtNodes, cutText } from "../../../compiler/syntax/cut.ts";
import { documents } from "../../support/blocks.ts";
import { changeFor } from "../../support/changes.ts";
import { pick } from "../../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

/** The parts of a text, the head first. */
function parts(text: string): readonly string[] | undefined {
  const cut = cutAtNodes(text);
  return cut && [cut.head, ...cut.blocks];
}

it("cuts a text at the entries of 'nodes:'", () => {
  expect(parts("workflow:\n  id: a\nnodes: # all\n  # first\n  a:\n    type: end\n\n  # about b\n  b: {type: end}\n")).toEqual([
    "workflow:\n  id: a\nnodes: # all\n", "  # first\n  a:\n    type: end\n\n  # about b\n", "  b: {type: end}\n",
  ]);
});

it("leaves a line that is no key to the node above it", () => {
  expect(parts("nodes:\n  a:\n    type: end\n  half\nlost\n  b:\n    type: end\n")).toEqual(["nodes:\n", "  a:\n    type: end\n  half\nlost\n", "  b:\n    type: end\n"]);
});

it("cuts no text whose lines do not tell what belongs to what", () => {
  for (const text of ["nodes: {a: {type: end}}\n", "nodes:\n", "nodes:\n  a:\n    type: end\npolicy:\n", "nodes:\n  a:\n    type: end\n b:\n", "nodes:\n  a:\n\t  type: end\n", "---\nnodes:\n  a:\n", "nodes:\n  a:\n...\n", "nodes:\n- a:\n"]) {
    expect(cutAtNodes(text), text).toBeUndefined();
  }
});

it(`cuts a changed text as it would cut it anew (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  let kept = 0;
  for (let run = 0; run < runsOf(400); run += 1) {
    let text = pick(documents, random);
    let cut = cutAtNodes(text);
    for (let step = 0; step < 20; step += 1) {
      const change = changeFor(text, random, documents);
      text = changedText(text, change);
      const fresh = cutAtNodes(text);
      const next = cut === undefined ? fresh : changedCut(cut, change);
      expect(next, `JAMJET_SEED=${steadySeed}, run ${run}: ${JSON.stringify(change)} to ${text}`).toEqual(fresh);
      if (next !== undefined) expect(cutText("", next).text).toBe(text);
      if (next !== undefined && next !== fresh) kept += 1;
      cut = next;
    }
  }
  expect(kept).toBeGreaterThan(0);
});
