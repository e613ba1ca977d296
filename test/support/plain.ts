import { isDeepStrictEqual } from "node:util";
import { parseAny } from "../../compiler/syntax/cst.ts";
import { defaultLimits } from "../../compiler/syntax/limits.ts";
import { readPlain } from "../../compiler/syntax/plain/plain.ts";
import type { YamlNode, YamlTree } from "../../compiler/syntax/tree.ts";
import { filesIn, textOf } from "./house.ts";
import { mutated, pick } from "./mutate.ts";
import { randomFrom } from "./random.ts";

/** What became of the documents of a fuzz run. */
export interface PlainCount {
  readonly documents: number;
  /** Those that were read without the package `yaml`. */
  readonly plain: number;
}

/** Characters and words that mean something to YAML, and a few that mean nothing. */
const pieces = [
  "a", "b", "c: ", "d:", ": ", ":", "- ", "-", "\n", "\n", "\n ", "\n  ", "\n    ", "\n\n", " ", "  ", "#", "#x", " # c", "'", "''", '"', '\\"', "\\", "\\n", "\\u0041", "\\ud800", "|", ">", "|-", "|+", ">-", ">+", "|2",
  "[", "]", "{", "}", ", ", ",", "{{", "}}", "{%", "(", ")", "1", "0", "+", ".", "~", "null", "true", "yes", "0x1f", "1e3", "0o17", ".5", "-1", "1:30", "?", "? ", "*", "&", "!", "%", "@", "`", "=", "<<: ", "---", "...", "--- ", "\t", "\r\n", "\ufeff",
  "é", "e\u0301", "\u00a0", "𝒳", "\u2028", "__proto__: ", "x: |\n  t\n", "k: v\n", "- i\n", "f(1, 2)", ")(", "(", ", b) ", "[a )( b, c]", "{a: ", "  \n", "\n# c",
] as const;

/** Small documents that hold much. */
const dense = [
  "a:\n  - b\n  - c: 1\n    d: 'it''s'\n  -\n  - - x\n    - y\ne: {f: 1, \"g\": [h, 2]}\n# c\ni: |\n  text\n\n   more\n  \nj: >- # c\n    fold\n    it\n\n     deep\n\nk:\n- l\n- m # c\nn: |+\n  keep\n\n\no: \"q\\n\\u0041\" # d\np:\n",
  "- a: b\n  c:\n  - d\n  - - e\n- [f, {g: h}]\n- |\n  x\n-   i: j\n    k: l\n- >\n  m\n\n  n\n",
  "a:\n  b: c\nd: 'd'\ne:\n  - f\n\n  # c\n  - g\nh:\n  i: j\n  # c\n # d\n# e\nk : 1\n\"l m\": [ ]\nn: {o: f(x), p: ''}\nr:\n\n  [s, t]\n'q': >+\n r\n\n",
];

const files = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml")).map(textOf);

/**
 * Makes documents at random, out of files, dense ones and nothing, and reads those that are plain both ways; throws at
 * the first on which the readings differ, and says how to see it again.
 */
export function fuzzPlain(seed: number, rounds: number): PlainCount {
  let plain = 0;
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(seed + round);
    const text = documentFrom(random);
    const nesting = random() < 0.2 ? 2 + Math.floor(random() * 4) : defaultLimits.nesting;
    const difference = differenceIn(text, nesting);
    if (difference === undefined) continue;
    if (difference !== "") throw new Error(`JAMJET_SEED=${seed + round} and nesting ${nesting}: ${difference}\n${text}`);
    plain += 1;
  }
  return { documents: rounds, plain };
}

/** How the two readings of `text` differ; empty where they do not, undefined where it is not plain. */
export function differenceIn(text: string, nesting: number = defaultLimits.nesting): string | undefined {
  const limits = { ...defaultLimits, nesting };
  const plain = readPlain(text, limits);
  if (plain === undefined) return undefined;
  const { value, diagnostics } = parseAny(text, limits);
  const [first] = diagnostics;
  if (first) return `the package finds ${first.code} ${first.message}`;
  return isDeepStrictEqual(plain, value) ? "" : `${outlineOf(plain)} is not ${outlineOf(value)}`;
}

function documentFrom(random: () => number): string {
  const how = random();
  if (how < 0.35) return mutated(pick(files, random), random, files);
  return how < 0.7 ? spliced(pick(dense, random), random) : written(random);
}

function spliced(text: string, random: () => number): string {
  const changes = 1 + Math.floor(random() * 3);
  let result = text;
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * (result.length + 1));
    result = result.slice(0, at) + (random() < 0.7 ? pick(pieces, random) : "") + result.slice(at + Math.floor(random() * 3));
  }
  return result;
}

function written(random: () => number): string {
  const words = Array.from({ length: 2 + Math.floor(random() * 14) }, () => pick(pieces, random));
  return (random() < 0.5 ? "k: " : "") + words.join("");
}

function outlineOf({ root, comments }: YamlTree): string {
  const nodes: string[] = [];
  const visit = (node: YamlNode): void => {
    nodes.push(`${node.start}-${node.end} ${node.kind === "scalar" ? `${node.style} ${node.indent} ${JSON.stringify(node.value)}` : node.kind}`);
    if (node.kind === "sequence") node.items.forEach(visit);
    if (node.kind === "mapping") node.entries.forEach((entry) => [entry.key, entry.value].forEach(visit));
  };
  if (root) visit(root);
  return [...nodes, ...comments.map(({ start, end }) => `${start}-${end} comment`)].join("; ");
}
