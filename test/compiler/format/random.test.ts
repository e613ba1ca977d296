import { expect, it } from "vitest";
import { compile, format, parseYamlData } from "../../../compiler/index.ts";
import { filesIn, textOf } from "../../support/house.ts";
import { mutated, pick } from "../../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

const documents = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml")).map(textOf);
const sound = documents.filter((text) => compile({ uri: "file:///w.yaml", text }).program !== undefined);

/** Formats twice and compares what the document says; how many of the texts could be formatted at all. */
function check(seed: number, rounds: number, textFor: (random: () => number) => string): number {
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const text = textFor(randomFrom(seed + round));
    try {
      if (keepsItsMeaning(text)) count += 1;
    } catch (thrown) {
      throw new Error(`JAMJET_SEED=${seed + round} is not formatted well:\n${text}`, { cause: thrown });
    }
  }
  return count;
}

function keepsItsMeaning(text: string): boolean {
  const source = { uri: "file:///w.yaml", text };
  const once = format(source);
  if (!once.ok) return false;
  const again = { ...source, text: once.text };
  expect(format(again)).toEqual(once);
  expect(compile(again).program?.hash).toBe(compile(source).program?.hash);
  expect(scalarsIn(parseYamlData(again).value.value)).toEqual(scalarsIn(parseYamlData(source).value.value));
  return true;
}

function scalarsIn(value: unknown): readonly string[] {
  return JSON.stringify(value, (_, part: unknown) => part).match(/"(?:[^"\\]|\\.)*"|[\d.e+-]+|true|false|null/g)?.toSorted() ?? [];
}

/** The lines of an entry change places with those of the one before; it may then be another document, or none. */
function rearranged(text: string, random: () => number): string {
  const lines = text.split("\n");
  for (let step = 0; step < 6; step += 1) {
    const at = Math.floor(random() * lines.length);
    const indent = /^ */.exec(lines[at] ?? "")?.[0].length ?? 0;
    const ends = (from: number): number => {
      let end = from + 1;
      while (end < lines.length && (/^ *$/.test(lines[end] ?? "") || (/^ */.exec(lines[end] ?? "")?.[0].length ?? 0) > indent)) end += 1;
      return end;
    };
    const middle = ends(at);
    if (/^ *$/.test(lines[at] ?? "") || (/^ */.exec(lines[middle] ?? "")?.[0].length ?? -1) !== indent) continue;
    const end = ends(middle);
    lines.splice(at, end - at, ...lines.slice(middle, end), ...lines.slice(at, middle));
  }
  return lines.map((line) => decorated(line, random)).join(random() < 0.2 ? "\r\n" : "\n");
}

function decorated(line: string, random: () => number): string {
  const chance = random();
  if (chance < 0.04) return `${" ".repeat(Math.floor(random() * 8))}# note ${Math.floor(random() * 100)}\n${line}`;
  if (chance < 0.07) return `${line}  # behind ${Math.floor(random() * 100)}`;
  if (chance < 0.1) return `\n\n${line}`;
  if (chance < 0.13) return line.replace(/: ([\w-]+)$/, ": '$1'");
  return line;
}

/** As many columns for each level; a text in a block keeps its first line's as its own. */
function widened(text: string, random: () => number): string {
  const factor = 1 + Math.floor(random() * 3);
  return text.replace(/^ +/gm, (indent) => indent.repeat(factor));
}

it("keeps the meaning of documents whose entries changed places, with comments and blank lines anywhere", () => {
  expect(check(steadySeed, runsOf(200), (random) => rearranged(widened(pick(sound, random), random), random))).toBeGreaterThan(runsOf(200) / 2);
}, 120_000);

it("keeps the meaning of what is left of damaged documents, and leaves the others alone", () => {
  expect(check(steadySeed, runsOf(200), (random) => mutated(pick(documents, random), random, documents))).toBeGreaterThan(runsOf(200) / 5);
}, 120_000);
