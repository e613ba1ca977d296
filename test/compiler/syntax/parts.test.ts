import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { parseAny } from "../../../compiler/syntax/cst.ts";
import { cutAtNodes } from "../../../compiler/syntax/cut.ts";
import { defaultLimits } from "../../../compiler/syntax/limits.ts";
import { readParts } from "../../../compiler/syntax/parts.ts";
import type { YamlTree } from "../../../compiler/syntax/tree.ts";
import { parseInParts } from "../../../compiler/syntax/yaml.ts";
import { documents } from "../../support/blocks.ts";
import { mutated, pick } from "../../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

/** The names of the nodes in a tree, each with its keys. */
function nodesIn({ root }: YamlTree): readonly string[] {
  const nodes = root?.kind === "mapping" ? root.entries.find(({ name }) => name === "nodes")?.value : undefined;
  const entries = nodes?.kind === "mapping" ? nodes.entries : [];
  return entries.map(({ name, value }) => `${name}: ${value.kind === "mapping" ? value.entries.map((each) => each.name).join(" ") : value.kind}`);
}

it(`has the tree of the whole, and what is said of it, wherever nothing is wrong (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  const look = (text: string): boolean => {
    const cut = cutAtNodes(text);
    const parts = cut && readParts(cut, defaultLimits);
    const whole = parseAny(text, defaultLimits);
    if (parts === undefined || whole.diagnostics.some(({ severity }) => severity === "error")) return false;
    if (!isDeepStrictEqual(parts, whole)) expect(parts, `JAMJET_SEED=${steadySeed}\n${text}`).toEqual(whole);
    return true;
  };
  const count = documents.filter((text) => look(text) && look(text.replaceAll("\n", "\r\n"))).length;
  expect(count).toBeGreaterThan(documents.length / 2);
  for (let run = 0; run < runsOf(500); run += 1) look(mutated(pick(documents, random), random, documents));
}, 120_000);

it("has all other nodes where one is damaged, with their places in the file", () => {
  const text = "workflow: {id: a}\nnodes:\n  a:\n    prompt: \"never closed\n    next: b\n\n  b:\n    type: end\n";
  const { value, diagnostics } = parseInParts({ uri: "file:///a.yaml", text });
  expect(nodesIn(value).at(-1)).toBe("b: type");
  const root = value.root?.kind === "mapping" ? value.root : undefined;
  expect(text.slice(root?.entries.at(-1)?.value.start, root?.end)).toMatch(/^a:\n[^]*type: end$/);
  expect(diagnostics.map(({ code, span }) => `${code} ${text.slice(0, span.start).split("\n").length}`)).toEqual(["JJ1001 4"]);
});

it("has of two nodes with one name the first, and tells the second where it stands", () => {
  const { value, diagnostics } = parseInParts({ uri: "file:///a.yaml", text: "workflow: {id: a}\nnodes:\n  a:\n    type: end\n  a:\n    next: a\n  b: [\n" });
  expect(nodesIn(value)).toEqual(["a: type", "b: hole"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["JJ1002", "JJ1001"]);
});
