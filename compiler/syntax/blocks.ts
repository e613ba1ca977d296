import type { Span } from "../../schemas/span.ts";
import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { compact } from "../source/compact.ts";
import type { Block, BlockTable, Range, SourceText } from "../source/text.ts";
import { blockTable } from "../source/text.ts";
import type { Cut } from "./cut.ts";
import { findings } from "./findings.ts";
import { takenNames } from "./keys.ts";
import type { Limits } from "./limits.ts";
import { readBlock, readHead, shifted, startsOf } from "./parts.ts";
import { ignoreWord } from "./recognise.ts";
import { readerOf } from "./reader.ts";
import { blockOf, decodeAround, readNode, withNodes } from "./workflow.ts";
import type { Around, NodeAst, WorkflowAst } from "./workflow.ts";

/** A workflow that was read block by block. */
export interface WorkflowReading {
  readonly cut: Cut;
  readonly limits: Limits;
  readonly frame: Frame;
  /** One for each block of the cut. */
  readonly blocks: readonly BlockReading[];
  readonly order: NodeOrder;
  /** What is wrong with the text as YAML, in its order; spans are those of the file. */
  readonly asYaml: readonly Diagnostic[];
  readonly workflow: Staged<WorkflowAst | undefined>;
  /** A comment may stand somewhere that speaks to us. */
  readonly hasDirectives: boolean;
}

/** The nodes of a reading, in the order of the text. */
interface NodeOrder {
  readonly entries: readonly EntryReading[];
  /** The block of each, by its place among the blocks. */
  readonly blockOf: readonly number[];
  readonly byId: ReadonlyMap<string, number>;
  /** Names that stand a second time, or look like another one, as the places of the file were. */
  readonly taken: readonly Diagnostic[];
}

/** What stands around the nodes. */
interface Frame {
  readonly asYaml: readonly Diagnostic[];
  readonly around: Staged<Around | undefined>;
}

/** A node that was written anew, in a block whose text begins at `start` of the file and goes on to the node for `lead` characters. */
export interface ChangedNode {
  readonly id: string;
  readonly start: number;
  readonly lead: number;
  readonly before: string;
  readonly after: string;
  readonly old: NodeAst;
  readonly now: NodeAst;
}

/** One block as read by itself: all that is known of it counts from its first character. */
interface BlockReading {
  readonly entries: readonly EntryReading[];
  readonly damaged: boolean;
  readonly asYaml: readonly Diagnostic[];
  /** Nothing is wrong in it, and it speaks to nobody. */
  readonly isPlain: boolean;
  readonly hasDirectives: boolean;
}

interface EntryReading {
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

  const starts = startsOf(cut);
  const order = (known && keptOrder(known, blocks)) ?? orderOf(blocks, starts, limits);
  const asYaml = [...frame.asYaml];
  const diagnostics: Diagnostic[] = [];
  let [damaged, hasDirectives] = [false, cut.head.includes(ignoreWord)];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as BlockReading;
    if (block.isPlain) continue;
    damaged ||= block.damaged;
    hasDirectives ||= block.hasDirectives;
    for (const each of block.asYaml) asYaml.push(shifted(each, starts[index] as number));
  }
  for (const entry of order.entries) for (const each of entry.diagnostics) diagnostics.push(each);
  const { value: around } = frame.around;
  const nodes = { nodes: order.entries.map(({ node }) => node), table: tableOf(length, around?.blocks.header, order, starts), damaged, diagnostics };
  const workflow = around === undefined ? { value: undefined, diagnostics: frame.around.diagnostics } : withNodes(source, { ...frame.around, value: around }, nodes);
  return { cut, limits, frame, blocks, order, asYaml: [...asYaml, ...order.taken], workflow, hasDirectives };
}

function orderOf(blocks: readonly BlockReading[], starts: Int32Array, limits: Limits): NodeOrder {
  const taken = findings("", limits.diagnostics);
  const isTaken = takenNames(taken);
  const entries: EntryReading[] = [];
  const blockOf: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const start = starts[index] as number;
    for (const entry of block.entries) {
      const { value: name, span: key } = entry.node.id;
      const from = start + entry.block.start;
      if (isTaken(name, { start: from + key.start, end: from + key.end })) continue;
      entries.push(entry);
      blockOf.push(index);
    }
  }
  const byId = new Map<string, number>();
  for (let index = 0; index < entries.length; index += 1) byId.set((entries[index] as EntryReading).block.id, index);
  return { entries, blockOf, byId, taken: taken.collected() };
}

/** The same order with what was read anew, if the names are what they were, and each stands once. */
function keptOrder({ blocks: before, order }: WorkflowReading, blocks: readonly BlockReading[]): NodeOrder | undefined {
  if (before.length !== blocks.length || order.entries.length !== blocks.length || order.taken.length > 0) return undefined;
  let entries: EntryReading[] | undefined;
  for (let index = 0; index < blocks.length; index += 1) {
    const [old, now] = [before[index] as BlockReading, blocks[index] as BlockReading];
    if (old === now) continue;
    const [entry] = now.entries;
    if (entry === undefined || now.entries.length !== 1 || old.entries.length !== 1 || entry.block.id !== old.entries[0]?.block.id) return undefined;
    (entries ??= [...order.entries])[index] = entry;
  }
  return entries === undefined ? order : { ...order, entries };
}

/** The table of a file whose nodes stand in blocks that begin at `starts`. */
function tableOf(length: number, header: Block | undefined, { entries, blockOf, byId }: NodeOrder, starts: Int32Array): BlockTable {
  const startOf = (index: number): number => (starts[blockOf[index] as number] as number) + (entries[index] as EntryReading).block.start;
  let all: BlockTable | undefined;
  const placed = (): readonly Block[] => entries.map(({ block }, index) => ({ id: block.id, start: startOf(index), end: startOf(index) + block.end - block.start }));
  const whole = (): BlockTable => (all ??= blockTable(length, header === undefined ? placed() : [header, ...placed()]));
  return {
    // Few ask for all, and placing one finding must not cost a look at all nodes.
    get blocks() {
      return whole().blocks;
    },
    length,
    absolute: (span) => {
      const index = byId.get(span.block);
      const start = index !== undefined ? startOf(index) : span.block === "" ? 0 : span.block === header?.id ? header.start : undefined;
      return start === undefined ? whole().absolute(span) : { start: start + span.start, end: start + span.end };
    },
    relative: (range) => {
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (startOf(middle) <= range.start) low = middle + 1;
        else high = middle;
      }
      const block = low === 0 ? header : entries[low - 1]?.block;
      const start = low === 0 ? header?.start : startOf(low - 1);
      const isWithin = block !== undefined && start !== undefined && start <= range.start && range.end - start <= block.end - block.start;
      return isWithin ? { block: block.id, start: range.start - start, end: range.end - start } : { block: "", start: range.start, end: range.end };
    },
    fileOf: () => undefined,
    files: [],
  };
}

/** The one block in which two readings differ, if it holds one node of the same name in both. */
export function changedBlock(before: WorkflowReading, after: WorkflowReading): ChangedNode | undefined {
  const { blocks } = after;
  if (before.frame !== after.frame || before.blocks.length !== blocks.length || before.cut.indent !== after.cut.indent) return undefined;
  let at = 0;
  let start = after.cut.head.length;
  while (at < blocks.length && before.blocks[at] === blocks[at]) {
    start += (after.cut.blocks[at] as string).length;
    at += 1;
  }
  for (let behind = at + 1; behind < blocks.length; behind += 1) if (before.blocks[behind] !== blocks[behind]) return undefined;
  const [old, ...olders] = before.blocks[at]?.entries ?? [];
  const [now, ...others] = blocks[at]?.entries ?? [];
  const isOne = olders.length === 0 && others.length === 0;
  if (!isOne || old === undefined || now === undefined || old.block.id !== now.block.id || old.block.start !== now.block.start) return undefined;
  return { id: now.block.id, start, lead: now.block.start, before: before.cut.blocks[at] as string, after: after.cut.blocks[at] as string, old: old.node, now: now.node };
}

function readFrame(head: string, limits: Limits): Frame | undefined {
  const part = readHead(head, limits);
  return part && { asYaml: part.diagnostics, around: decodeAround({ root: part.root, comments: [] }, head.length) };
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
    // To look for a text in a map takes a look at all of it.
    const reading = (moved.size > 0 ? moved.get(text) : undefined) ?? readingOf(old === undefined ? text : detached(text), indent, limits);
    if (reading === undefined) return undefined;
    fresh.push(reading);
  }
  return old === undefined ? fresh : old.blocks.slice(0, same).concat(fresh, old.blocks.slice(end + later));
}

/** The same text, which does not keep the text alive that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function readingOf(text: string, indent: number, limits: Limits): BlockReading | undefined {
  const part = readBlock(text, indent, limits);
  if (part === undefined) return undefined;
  const { root, diagnostics } = part;
  let isWithin = true;
  const relative = (range: Range): Span => {
    isWithin = false;
    return { block: "", ...range };
  };
  const entries = root.entries.map((entry): EntryReading => {
    const found: Diagnostic[] = [];
    const block = blockOf(entry);
    const node = readNode(readerOf(block, { relative }, found), entry);
    return { block, node, diagnostics: compact(found) };
  });
  const hasDirectives = text.includes(ignoreWord);
  const isPlain = !hasDirectives && !root.damaged && diagnostics.length === 0;
  return isWithin ? { entries, damaged: root.damaged, asYaml: diagnostics, isPlain, hasDirectives } : undefined;
}
