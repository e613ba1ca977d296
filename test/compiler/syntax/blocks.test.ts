import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { readBlocks, type WorkflowReading } from "../../../compiler/syntax/blocks.ts";
import { cutAtNodes } from "../../../compiler/syntax/cut.ts";
import { defaultLimits } from "../../../compiler/syntax/limits.ts";
import { documents, readings } from "../../support/blocks.ts";
import { mutated, pick } from "../../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

function readingOf(text: string, before?: WorkflowReading): WorkflowReading | undefined {
  const cut = cutAtNodes(text);
  return cut && readBlocks({ uri: "file:///read.yaml", text }, cut, defaultLimits, before);
}

/** The codes of what is wrong in `text`, with the lines they point at. */
function said(text: string): readonly string[] {
  const { diagnostics, blocks } = compile({ uri: "file:///read.yaml", text });
  return diagnostics.map(({ code, span }) => `${code} ${text.slice(0, blocks.absolute(span).start).split("\n").length}`);
}

const chain = "workflow: {id: chain, version: 0.1.0, start: a, state_schema: {x: str, y: str}}\nnodes:\n  a:\n    type: model\n    model: gpt-4o\n    prompt: \"hello\"\n    output_key: x\n    next: b\n  b:\n    type: model\n    model: gpt-4o\n    prompt: \"there\"\n    output_key: y\n    next: end\n  end:\n    type: end\n";

it(`reads every sound document block by block as it reads it whole (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  const look = (text: string): boolean => {
    const both = readings(text);
    // Much faster than what shows the difference.
    if (!isDeepStrictEqual(both?.byBlocks, both?.whole)) expect(both?.byBlocks, `JAMJET_SEED=${steadySeed}\n${text}`).toEqual(both?.whole);
    return both !== undefined;
  };
  const count = documents.filter((text) => look(text) && look(text.replaceAll("\n", "\r\n"))).length;
  expect(count).toBeGreaterThan(documents.length / 2);
  for (let run = 0; run < runsOf(1000); run += 1) look(mutated(pick(documents, random), random, documents));
});

it("reads no block by itself that shares something with another", () => {
  expect(readingOf("workflow: {id: a}\nnodes:\n  a: &a\n    type: end\n  b: *a\n")).toBeUndefined();
});

it("keeps what it read of the blocks whose text did not change, wherever they stand now", () => {
  const before = readingOf(chain);
  const after = readingOf(chain.replace("hello", "hello you").replace("version: 0.1.0", "version: 0.1.1"), before);
  const nodesOf = (reading: WorkflowReading | undefined): readonly unknown[] => reading?.workflow.value?.nodes ?? [];
  expect(nodesOf(after).map((node, index) => node === nodesOf(before)[index])).toEqual([false, true, true]);
});

it("contains a quote that is never closed in the node where it stands", () => {
  expect(said(chain.replace('"hello"', '"hello'))).toEqual(["JJ1001 6"]);
});

it("tells a second node of the same name where it stands", () => {
  expect(said(`${chain}  a:\n    type: end\n`)).toEqual(["JJ1002 17"]);
});
