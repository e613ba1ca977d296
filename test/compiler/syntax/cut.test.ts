import { expect, it } from "vitest";
import { changedText, cutAtNodes, cutOf, editedSource } from "../../../compiler/syntax/cut.ts";
import type { SourceText } from "../../../compiler/source/text.ts";
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

it("takes a space that does not break for a part of the name that it stands before", () => {
  expect(parts("nodes:\n  \u00a0a:\n    type: end\n  b:\n    type: end\n")).toEqual(["nodes:\n", "  \u00a0a:\n    type: end\n", "  b:\n    type: end\n"]);
});

it("cuts what is made of a text with other words by its own lines", () => {
  const [before, other] = ["nodes:\n  a: {type: end}\n", "nodes:\n  b: {type: end}\n  c: {type: end}\n"];
  const typed = editedSource({ uri: "", text: before }, { start: before.length, end: before.length, text: "  d: {type: end}\n" });
  expect(cutOf({ ...typed, text: other })).toEqual(cutAtNodes(other));
});

it("keeps the comments of a first node that is deleted, before the next one", () => {
  const text = "nodes:\n  a: {type: end}\n  # about b\n  b: {type: end}\n";
  const typed = editedSource({ uri: "", text }, { start: text.indexOf("  a"), end: text.indexOf("  #"), text: "" });
  expect(typed.text).toBe("nodes:\n  # about b\n  b: {type: end}\n");
  expect(cutOf(typed)).toEqual(cutAtNodes(typed.text));
  const rest = editedSource(typed, { start: typed.text.indexOf("  b"), end: typed.text.length, text: "" });
  expect([rest.text, cutOf(rest)]).toEqual(["nodes:\n  # about b\n", undefined]);
});

it(`cuts a changed text as it would cut it anew (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  let kept = 0;
  for (let run = 0; run < runsOf(400); run += 1) {
    let source: SourceText = { uri: "", text: pick(documents, random) };
    for (let step = 0; step < 20; step += 1) {
      const { text: before } = source;
      const change = changeFor(before, random, documents);
      const text = changedText(before, change);
      source = editedSource(source, change);
      const place = `JAMJET_SEED=${steadySeed}, run ${run}: ${JSON.stringify(change)} to ${text}`;
      expect(source.text, place).toBe(text);
      expect(cutOf(source), place).toEqual(cutAtNodes(text));
      if (cutOf(source) !== undefined) kept += 1;
    }
  }
  expect(kept).toBeGreaterThan(0);
});
