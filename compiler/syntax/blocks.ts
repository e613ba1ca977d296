import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { fileLimits, forbiddenCharacter, tabIndent } from "../diagnostics/yaml.ts";
import type { Block, Range, SourceText } from "../source/text.ts";
import { blockTable } from "../source/text.ts";
import { parseAny } from "./cst.ts";
import type { Cut } from "./cut.ts";
import { findings } from "./findings.ts";
import { takenNames } from "./keys.ts";
import type { Limits } from "./limits.ts";
import { readPlain } from "./plain/plain.ts";
import { readerOf } from "./reader.ts";
import type { YamlMapping, YamlTree } from "./tree.ts";
import { blockOf, decodeAround, readNode, withNodes } from "./workflow.ts";
import type { Around, NodeAst, WorkflowAst } from "./workflow.ts";

/** A workflow that was read block by block. */
export interface WorkflowReading {
  readonly cut: Cut;
  readonly limits: Limits;
  readonly frame: Frame;
  /** One for each block of the cut. */
  readonly blocks: readonly BlockReading[];
  /** What is wrong with the text as YAML, in its order; spans are those of the file. */
  readonly asYaml: readonly Diagnostic[];
  readonly workflow: Staged<WorkflowAst | undefined>;
}

/** What stands around the nodes. */
interface Frame {
  readonly asYaml: readonly Diagnostic[];
  readonly around: Staged<Around | undefined>;
}

/** One block as read by itself: all that is known of it counts from its first character. */
interface BlockReading {
  readonly entries: readonly EntryReading[];
  readonly damaged: boolean;
  readonly asYaml: readonly Diagnostic[];
}

interface EntryReading {
  readonly name: string;
  readonly key: Range;
  readonly block: Block;
  readonly node: NodeAst;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The workflow of a text that was cut; undefined where one block needs the others, as an alias needs its anchor. Then the
 * text has to be read whole. What `before` has read of the same blocks is taken from it.
 *
 * B1. What is read of a block depends on its text alone: the same text is the same `NodeAst`, wherever it stands.
 * B2. Of a text in which nothing is wrong, this is what a reading of the whole gives.
 */
export function readBlocks(source: SourceText, cut: Cut, limits: Limits, before?: WorkflowReading): WorkflowReading | undefined {
  const length = cut.blocks.reduce((sum, block) => sum + block.length, cut.head.length);
  if (length > limits.fileBytes || cut.blocks.length > limits.nodes) return undefined;
  const known = before?.limits === limits ? before : undefined;
  const frame = known?.cut.head === cut.head ? known.frame : readFrame(cut.head, limits);
  const blocks = frame && readEach(cut, limits, known);
  if (frame === undefined || blocks === undefined) return undefined;

  const taken = findings(cut.head, limits.diagnostics);
  const isTaken = takenNames(taken);
  const asYaml = [...frame.asYaml];
  const nodes: NodeAst[] = [];
  const nodeBlocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  let start = cut.head.length;
  for (const [index, { entries, asYaml: said }] of blocks.entries()) {
    for (const { name, key, block, node, diagnostics: found } of entries) {
      if (isTaken(name, { start: start + key.start, end: start + key.end })) continue;
      nodes.push(node);
      nodeBlocks.push({ id: block.id, start: start + block.start, end: start + block.end });
      for (const each of found) diagnostics.push(each);
    }
    for (const each of said) asYaml.push(shifted(each, start));
    start += (cut.blocks[index] as string).length;
  }
  const damaged = blocks.some((block) => block.damaged);
  const { value: around } = frame.around;
  const workflow = around === undefined ? { value: undefined, diagnostics: frame.around.diagnostics } : withNodes(source, { ...frame.around, value: around }, { nodes, blocks: nodeBlocks, damaged, diagnostics }, length);
  return { cut, limits, frame, blocks, asYaml: [...asYaml, ...taken.collected()], workflow };
}

function readFrame(head: string, limits: Limits): Frame | undefined {
  const { value, diagnostics } = readPart(head, 0, limits) ?? {};
  const nodes = value?.entries.at(-1);
  const isLast = nodes?.name === "nodes" && nodes.key.style === "plain" && head.indexOf("\n", nodes.start) === head.length - 1;
  const isOpen = isLast && nodes.value.kind === "scalar" && nodes.value.raw === "" && nodes.value.start === nodes.key.end + 1;
  if (value === undefined || diagnostics === undefined || !isOpen) return undefined;
  return { asYaml: diagnostics, around: decodeAround({ root: value, comments: [] }, head.length) };
}

/** The readings of all blocks: those of the same texts before, and new ones of the rest. */
function readEach({ blocks, indent }: Cut, limits: Limits, before: WorkflowReading | undefined): readonly BlockReading[] | undefined {
  const old = before?.cut.indent === indent ? before : undefined;
  const oldTexts = old?.cut.blocks ?? [];
  const later = oldTexts.length - blocks.length;
  let same = 0;
  while (same < blocks.length && blocks[same] === oldTexts[same]) same += 1;
  let end = blocks.length;
  while (end > same && end + later > same && blocks[end - 1] === oldTexts[end + later - 1]) end -= 1;
  const moved = new Map(oldTexts.slice(same, end + later).map((text, index) => [text, old?.blocks[same + index]]));
  const fresh: BlockReading[] = [];
  for (const text of blocks.slice(same, end)) {
    const reading = moved.get(text) ?? readBlock(old === undefined ? text : detached(text), indent, limits);
    if (reading === undefined) return undefined;
    fresh.push(reading);
  }
  return old === undefined ? fresh : [...old.blocks.slice(0, same), ...fresh, ...old.blocks.slice(end + later)];
}

/** The same text, which does not keep the text alive that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function readBlock(text: string, indent: number, limits: Limits): BlockReading | undefined {
  // The mapping of all nodes is the second collection of the file, and the first one here.
  const { value, diagnostics } = readPart(text, indent, { ...limits, nesting: limits.nesting - 1 }) ?? {};
  const [first] = value?.entries ?? [];
  if (value === undefined || diagnostics === undefined || first === undefined || columnOf(text, first.start) !== indent) return undefined;
  let isWithin = true;
  const entries = value.entries.map((entry): EntryReading => {
    const found: Diagnostic[] = [];
    const block = blockOf(entry);
    const table = { ...blockTable(text.length, [block]), relative: (range: Range) => {
      isWithin = false;
      return { block: "", ...range };
    } };
    const node = readNode(readerOf(block, table, found), entry);
    return { name: entry.name, key: { start: entry.key.start, end: entry.key.end }, block, node, diagnostics: found };
  });
  return isWithin ? { entries, damaged: value.damaged, asYaml: diagnostics } : undefined;
}

/** The mapping in block style that a part of a text consists of, if it can be read without the rest. */
function readPart(text: string, column: number, limits: Limits): Staged<YamlMapping> | undefined {
  const plain = readPlain(text, limits, column);
  const { value: { root, shares }, diagnostics }: Staged<YamlTree> = plain === undefined ? parseAny(text, limits) : { value: plain, diagnostics: [] };
  // These speak of the whole text, though only a part was looked at.
  const isAlone = shares === undefined && diagnostics.every(({ code }) => ![fileLimits, tabIndent, forbiddenCharacter].some((spec) => spec.code === code));
  return isAlone && root?.kind === "mapping" && !root.flow ? { value: root, diagnostics } : undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf("\n", offset - 1) - 1;
}

/** A finding of a part that begins at `by`, in the places of the file. */
function shifted(diagnostic: Diagnostic, by: number): Diagnostic {
  const moved = <T extends { readonly span: Diagnostic["span"] }>(each: T): T => ({ ...each, span: { block: "", start: each.span.start + by, end: each.span.end + by } });
  return { ...moved(diagnostic), related: diagnostic.related.map(moved), fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) };
}
