import type { Range, SourceText } from "../source/text.ts";
import type { WorkflowReading } from "../syntax/blocks.ts";
import { readBlock, readHead, startsOf, type Part } from "../syntax/parts.ts";
import { ignoreWord } from "../syntax/recognise.ts";
import type { YamlNode, YamlTree } from "../syntax/tree.ts";

/** A part of a document that consists of whole lines, as read by itself: all in it counts from its first character. */
export interface CommentedPart {
  readonly text: string;
  readonly root: YamlNode | undefined;
  /** In their order. */
  readonly comments: readonly Range[];
}

/** A document in parts; each is read when somebody asks for it. */
export interface CommentedParts {
  /** Where each begins in the document. */
  readonly start: ArrayLike<number>;
  /** Those in which a comment may speak to us. */
  readonly speaking: readonly number[];
  readonly part: (index: number) => CommentedPart;
}

/** A document that was read whole. */
export function wholePart({ text }: SourceText, { root, comments }: YamlTree): CommentedParts {
  const part = { text, root, comments };
  return { start: [0], speaking: text.includes(ignoreWord) ? [0] : [], part: () => part };
}

/** A document that was read block by block: its head and each of its blocks. */
export function partsOfReading(reading: WorkflowReading): CommentedParts {
  const { cut, blocks } = reading;
  const starts = startsOf(cut);
  const start = new Int32Array(starts.length + 1);
  start.set(starts, 1);
  const speaking = cut.head.includes(ignoreWord) ? [0] : [];
  for (let index = 0; index < blocks.length; index += 1) if (blocks[index]?.hasDirectives === true) speaking.push(index + 1);
  return { start, speaking, part: (index) => partOfBlock(reading, index - 1) };
}

/** By what was read of a block of the document, or of what stands before them all. */
const parts = new WeakMap<WorkflowReading["blocks"][number] | WorkflowReading["frame"], CommentedPart>();

function partOfBlock({ cut, limits, frame, blocks }: WorkflowReading, index: number): CommentedPart {
  const key = blocks[index] ?? frame;
  const known = parts.get(key);
  if (known !== undefined) return known;
  const text = cut.blocks[index] ?? cut.head;
  // It was read before, to tell what it says, and could be.
  const { root, comments } = (index === -1 ? readHead(text, limits) : readBlock(text, cut.indent, limits)) as Part;
  const part = { text, root, comments };
  parts.set(key, part);
  return part;
}

/** The part that an offset stands in; the last one for what lies behind them all. */
export function partAt(start: ArrayLike<number>, offset: number): number {
  let [low, high] = [0, start.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((start[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
