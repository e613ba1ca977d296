import type { Range, SourceText } from "../source/text.ts";

/**
 * A document cut at the entries of `nodes:`. Joined, its parts are the text.
 *
 * C1. What a line is, its own characters tell: a part of the text can be cut anew without a look at the rest.
 * C2. A block begins with the line of an entry, the first one with the comments before it. A line that is no key belongs to
 *     the block before it, wherever it stands.
 * C3. Behind the nodes stands nothing: a text that goes on is read whole.
 */
export interface Cut {
  /** All up to the line of `nodes:`, with it. */
  readonly head: string;
  readonly blocks: readonly string[];
  /** The column of the entries. */
  readonly indent: number;
}

/** What stands in a range from now on. */
export interface TextChange extends Range {
  readonly text: string;
}

const [tab, feed, carriageReturn, space, hash, percent, colon] = [0x09, 0x0a, 0x0d, 0x20, 0x23, 0x25, 0x3a];

/** Signs of YAML. What begins with one is no word. */
const signs: ReadonlySet<number> = new Set([..."&*!|>%@`{}[]?,-:"].map((character) => character.charCodeAt(0)));

/** Beside the texts, not in them: what is made of one with other words is another text, and cut by its own lines. */
const known = new WeakMap<SourceText, { readonly cut: Cut | undefined }>();

/** `text` cut at the entries of its `nodes:`; undefined where its lines do not tell what belongs to what. */
export function cutAtNodes(text: string): Cut | undefined {
  const start = endOfHead(text);
  if (start === undefined) return undefined;
  const indent = firstColumn(text, start);
  const blocks = indent === undefined || indent === 0 ? undefined : cutLines(text, start, indent);
  return indent === undefined || blocks === undefined || blocks.length === 0 ? undefined : { head: text.slice(0, start), blocks, indent };
}

/** The text that `change` makes of `text`. */
export function changedText(text: string, { start, end, text: fresh }: TextChange): string {
  return text.slice(0, start) + fresh + text.slice(end);
}

/** A text that is kept in its parts, and joined when somebody asks for all of it. */
function cutText(uri: string, cut: Cut): SourceText {
  let text: string | undefined;
  const source: SourceText = {
    uri,
    get text() {
      text ??= joinedText(cut);
      return text;
    },
  };
  known.set(source, { cut });
  return source;
}

/** `source` with a change; what stands elsewhere in it is not looked at again. */
export function editedSource(source: SourceText, change: TextChange): SourceText {
  const cut = cutOf(source);
  const next = cut && changedCut(cut, change);
  return next === undefined ? { uri: source.uri, text: changedText(source.text, change) } : cutText(source.uri, next);
}

/** The parts of a text, which are whole lines: those that a change does not touch are the same strings. */
export function partsOf(source: SourceText): readonly string[] {
  const cut = cutOf(source);
  return cut === undefined ? [source.text] : [cut.head, ...cut.blocks];
}

/** How a text was cut already, or can be cut. */
export function cutOf(source: SourceText): Cut | undefined {
  const found = known.get(source) ?? { cut: cutAtNodes(source.text) };
  known.set(source, found);
  return found.cut;
}

function joinedText({ head, blocks }: Cut): string {
  return head + blocks.join("");
}

/** The cut of the text that `change` makes of the text of `cut`: blocks that it does not touch are the same strings. */
function changedCut(cut: Cut, change: TextChange): Cut | undefined {
  return (change.end < cut.head.length ? withHead(cut, change) : withBlocks(cut, change)) ?? cutAtNodes(changedText(joinedText(cut), change));
}

function withHead(cut: Cut, change: TextChange): Cut | undefined {
  const head = changedText(cut.head, change);
  return endOfHead(head) === head.length ? { ...cut, head } : undefined;
}

function withBlocks(cut: Cut, { start, end, text }: TextChange): Cut | undefined {
  const { blocks, indent } = cut;
  const [first, last] = [blockAt(cut, start), blockAt(cut, end)];
  if (first === undefined || last === undefined) return undefined;
  let from = first.index;
  let region = (blocks[from] as string).slice(0, start - first.start) + text + (blocks[last.index] as string).slice(end - last.start);
  // C2.
  while (from > 0 && lineAt(region, 0, indent) !== "entry") {
    from -= 1;
    region = (blocks[from] as string) + region;
  }
  let behind = last.index + 1;
  if (!region.endsWith("\n") && behind < blocks.length) return undefined;
  let changed = cutLines(region, 0, indent);
  if (changed?.length === 0 && region !== "" && behind < blocks.length) {
    // Only comments are left of the first block: they stand before the next one.
    changed = cutLines(region + (blocks[behind] as string), 0, indent);
    behind += 1;
  }
  if (changed === undefined) return undefined;
  const all = blocks.slice(0, from).concat(changed, blocks.slice(behind));
  return all.length === 0 ? undefined : { ...cut, blocks: all };
}

/** The block that an offset stands in; undefined before the first one. */
function blockAt({ head, blocks }: Cut, offset: number): { readonly index: number; readonly start: number } | undefined {
  let end = head.length;
  if (offset < end) return undefined;
  for (let index = 0; index < blocks.length; index += 1) {
    const start = end;
    end += (blocks[index] as string).length;
    if (offset < end || (offset === end && index === blocks.length - 1)) return { index, start };
  }
  return undefined;
}

/** Where the line behind `nodes:` begins. A text of several documents, or one indented by tabs, is read whole. */
function endOfHead(text: string): number | undefined {
  const line = /^nodes:[ \t]*(?:#.*)?\r?\n/m.exec(text);
  if (line === null) return undefined;
  const end = line.index + line[0].length;
  return /^(?:---|\.\.\.|%| *\t)/m.test(text.slice(0, end)) ? undefined : end;
}

/** The column of the first line from `start` on that is neither empty nor a comment. To YAML only spaces, tabs and line breaks are white. */
function firstColumn(text: string, start: number): number | undefined {
  const line = /(?:^|\n)( *)(?:[^ \t\r\n#]|\r(?!\n))/g;
  line.lastIndex = start === 0 ? 0 : start - 1;
  return line.exec(text)?.[1]?.length;
}

/** The blocks from `from` on; undefined unless the first of them begins there, and where something else follows. */
function cutLines(text: string, from: number, indent: number): readonly string[] | undefined {
  const blocks: string[] = [];
  let start = from;
  let isBegun = false;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at, indent);
    if (line === "odd" || (line === "inner" && !isBegun)) return undefined;
    if (line === "entry" && isBegun) {
      blocks.push(text.slice(start, at));
      start = at;
    }
    isBegun ||= line === "entry";
    const next = text.indexOf("\n", at);
    at = next === -1 ? text.length : next + 1;
  }
  if (isBegun) blocks.push(text.slice(start));
  return blocks;
}

/**
 * What the line that begins at `start` is to the entries in column `indent`: nothing, the line of one, what stands within
 * one, or something that does not belong here.
 */
function lineAt(text: string, start: number, indent: number): "blank" | "entry" | "inner" | "odd" {
  let at = start;
  while (text.charCodeAt(at) === space) at += 1;
  const first = text.charCodeAt(at);
  if (at >= text.length || first === feed || first === hash || (first === carriageReturn && text.charCodeAt(at + 1) === feed)) return "blank";
  if (first === tab || first === percent || (at === start && isMarker(text, at))) return "odd";
  if (at - start > indent) return "inner";
  const isWord = !signs.has(first);
  if (at - start < indent) return isWord && !hasColon(text, at) ? "inner" : "odd";
  return isWord && hasColon(text, at) ? "entry" : "inner";
}

/** Whether a document begins or ends here. */
function isMarker(text: string, at: number): boolean {
  return text.startsWith("---", at) || text.startsWith("...", at);
}

/** Whether a colon that ends a key stands on the line, from `at` on. */
function hasColon(text: string, at: number): boolean {
  for (let end = at; end < text.length && text.charCodeAt(end) !== feed; end += 1) {
    if (text.charCodeAt(end) !== colon) continue;
    const behind = text.charCodeAt(end + 1);
    if (end + 1 >= text.length || behind === space || behind === feed || behind === tab || behind === carriageReturn) return true;
  }
  return false;
}
