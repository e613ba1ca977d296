import { unreachable } from "../../schemas/bug.ts";
import { capped } from "../diagnostics/capped.ts";
import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { fileLimits, forbiddenCharacter, tabIndent } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { parseAny } from "./cst.ts";
import type { Cut } from "./cut.ts";
import { findings } from "./findings.ts";
import { takenNames } from "./keys.ts";
import type { Limits } from "./limits.ts";
import { readPlain } from "./plain/plain.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlTree } from "./tree.ts";

/** A part of a text that was cut, as read by itself: all in it counts from its first character. */
export interface Part {
  readonly root: YamlMapping;
  readonly comments: readonly Range[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands before the blocks of a cut; undefined where it is not `nodes:` that comes last in it. */
export function readHead(head: string, limits: Limits): Part | undefined {
  const part = readPart(head, 0, limits);
  const nodes = part?.root.entries.at(-1);
  const isLast = nodes?.name === "nodes" && nodes.key.style === "plain" && head.indexOf("\n", nodes.start) === head.length - 1;
  const isOpen = isLast && nodes.value.kind === "scalar" && nodes.value.raw === "" && nodes.value.start === nodes.key.end + 1;
  return isOpen ? part : undefined;
}

/** One block of a cut, whose entries stand in column `indent`; undefined where it cannot be read without the others. */
export function readBlock(text: string, indent: number, limits: Limits): Part | undefined {
  // The mapping of all nodes is the second collection of the file, and the first one here.
  const part = readPart(text, indent, { ...limits, nesting: limits.nesting - 1 });
  const first = part?.root.entries[0];
  return first === undefined || columnOf(text, first.start) !== indent ? undefined : part;
}

/**
 * The tree of a text that was cut, and what is wrong with it as YAML; undefined where one block needs the others. What is
 * damaged in one block takes nothing away from the next; of a text in which nothing is wrong, it is the tree of the whole.
 */
export function readParts(cut: Cut, limits: Limits): Staged<YamlTree> | undefined {
  const head = readHead(cut.head, limits);
  if (head === undefined) return undefined;
  const starts = startsOf(cut);
  const taken = findings("", limits.diagnostics);
  const isTaken = takenNames(taken);
  const entries: YamlEntry[] = [];
  const comments = [...head.comments];
  const diagnostics = [...head.diagnostics];
  let [damaged, end] = [false, 0];
  for (const [index, text] of cut.blocks.entries()) {
    const part = readBlock(text, cut.indent, limits);
    if (part === undefined) return undefined;
    const by = starts[index] as number;
    for (const entry of part.root.entries) {
      const placed = movedEntry(entry, by);
      if (!isTaken(placed.name, placed.key)) entries.push(placed);
    }
    for (const comment of part.comments) comments.push(moved(comment, by));
    for (const each of part.diagnostics) diagnostics.push(shifted(each, by));
    damaged ||= part.root.damaged;
    end = part.root.end + by;
  }
  const value: YamlMapping = { kind: "mapping", flow: false, entries, damaged, start: entries[0]?.start ?? end, end };
  const above = head.root.entries.slice(0, -1);
  const nodes = { ...(head.root.entries.at(-1) as YamlEntry), value, end };
  const root: YamlMapping = { ...head.root, entries: [...above, nodes], end };
  const found = [...diagnostics, ...taken.collected()].sort((a, b) => a.span.start - b.span.start);
  return { value: { root, comments }, diagnostics: capped(found, limits.diagnostics) };
}

/** Where each block of a cut begins in the file. */
export function startsOf({ head, blocks }: Cut): Int32Array {
  const starts = new Int32Array(blocks.length);
  let start = head.length;
  for (let index = 0; index < blocks.length; index += 1) {
    starts[index] = start;
    start += (blocks[index] as string).length;
  }
  return starts;
}

/** A finding of a part that begins at `by`, in the places of the file. */
export function shifted(diagnostic: Diagnostic, by: number): Diagnostic {
  const moved = <T extends { readonly span: Diagnostic["span"] }>(each: T): T => ({ ...each, span: { block: "", start: each.span.start + by, end: each.span.end + by } });
  return { ...moved(diagnostic), related: diagnostic.related.map(moved), fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) };
}

/** The mapping in block style that a part of a text consists of, if it can be read without the rest. */
function readPart(text: string, column: number, limits: Limits): Part | undefined {
  const plain = readPlain(text, limits, column);
  const { value: { root, comments, shares }, diagnostics }: Staged<YamlTree> = plain === undefined ? parseAny(text, limits) : { value: plain, diagnostics: [] };
  // These speak of the whole text, though only a part was looked at.
  const isAlone = shares === undefined && diagnostics.every(({ code }) => ![fileLimits, tabIndent, forbiddenCharacter].some((spec) => spec.code === code));
  return isAlone && root?.kind === "mapping" && !root.flow ? { root, comments, diagnostics } : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf("\n", offset - 1) - 1;
}

/** No part that stands alone holds an alias. */
function moved<T extends Range>(part: T, by: number): T {
  return { ...part, start: part.start + by, end: part.end + by };
}

function movedEntry(entry: YamlEntry, by: number): YamlEntry {
  return { key: moved(entry.key, by), name: entry.name, value: movedNode(entry.value, by), start: entry.start + by, end: entry.end + by };
}

function movedNode(node: YamlNode, by: number): YamlNode {
  switch (node.kind) {
    case "scalar": case "hole": return moved(node, by);
    case "mapping": return { ...moved(node, by), entries: node.entries.map((entry) => movedEntry(entry, by)) };
    case "sequence": return { ...moved(node, by), items: node.items.map((item) => movedNode(item, by)) };
    default: return unreachable(node, "movedNode");
  }
}
