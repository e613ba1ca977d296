import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence, YamlTree } from "../syntax/tree.ts";
import { inlineValue, isBlockText, requoted, type Move } from "./inline.ts";
import { inRankOrder, type Layout } from "./key-order.ts";
import { behindBlanks, isBlank, shifted, sourceLines, type SourceLines } from "./source-lines.ts";

/**
 * Lays the lines of a document out anew.
 *
 * L1. The lines are read once, from the first to the last: `at` is the next one. What has no content, a comment or a blank
 *     line, belongs to what comes next, or, where it is indented as what came before, to that.
 * L2. Scalars, comments and flow collections are copied. Only where they begin is ours.
 * L3. What is written in a way that we do not lay out (a key behind `?`, a value below its key) is copied with its lines.
 */
export interface Reading {
  readonly source: SourceLines;
  /** Whether names are shared by anchors: parts that use them keep their order. */
  readonly hasAliases: boolean;
  at: number;
}

export function readingOf(text: string, tree: YamlTree, root: YamlMapping): Reading {
  return { source: sourceLines(text, tree.comments), hasAliases: hasAliases(root), at: 0 };
}

/** An entry or item: the comments above it, and its own lines. */
export interface Laid {
  readonly name: string;
  readonly leading: readonly string[];
  readonly body: readonly string[];
  /** Whether a blank line stood above it. */
  readonly isApart: boolean;
  /** Blank lines behind it would become a part of it. */
  readonly isOpen: boolean;
  readonly usesAnchors: boolean;
}

/** A collection: its parts in the order they were written, the comments before all of them and those behind. */
export interface LaidParts {
  readonly head: readonly string[];
  readonly parts: readonly Laid[];
  readonly feet: readonly string[];
}

/** Where a collection goes, and the least column of the comments behind it that are its own. */
interface Place {
  readonly to: number;
  readonly feetFrom: number;
}

export interface Joined {
  readonly lines: readonly string[];
  /** How many of the lines stand above the first entry. */
  readonly above: number;
  readonly isOpen: boolean;
}

/** The entries of a block mapping. */
export function readEntries(r: Reading, mapping: YamlMapping, layout: Layout, place: Place): LaidParts {
  const move = { from: columnOf(r, mapping), to: place.to };
  const parts: Laid[] = [];
  let head: readonly string[] = [];
  for (const entry of mapping.entries) {
    const above = readAbove(r, place.to);
    // What is set apart from the first entry by a blank line speaks of all of them.
    const split = parts.length === 0 ? above.lines.lastIndexOf("") + 1 : 0;
    if (split > 0) head = above.lines.slice(0, split);
    const { name, body, isOpen, usesAnchors } = readEntry(r, entry, layout, move);
    parts.push({ name, body, isOpen, usesAnchors, leading: split > 0 ? above.lines.slice(split) : above.lines, isApart: above.isApart });
  }
  return { head, parts, feet: readFeet(r, place.feetFrom, place.to) };
}

/** The lines of a collection, its parts in the order of the layout. */
export function joined({ head, parts, feet }: LaidParts, layout: Layout, hasAliases: boolean): Joined {
  const isBound = hasAliases && parts.filter((part) => part.usesAnchors).length > 1;
  const ordered = layout.ranks === undefined || isBound ? parts : inRankOrder(parts, (part) => part.name, layout.ranks);
  const lines: string[] = [...head];
  let isOpen = false;
  for (const [index, part] of ordered.entries()) {
    if (index > 0 && !isOpen && (layout.apart === true || part.isApart)) lines.push("");
    for (const line of part.leading) lines.push(line);
    for (const line of part.body) lines.push(line);
    isOpen = part.isOpen;
  }
  for (const line of feet) lines.push(line);
  return { lines, above: head.length + (ordered[0]?.leading.length ?? 0), isOpen: isOpen && feet.length === 0 };
}

type Own = Omit<Laid, "leading" | "isApart">;

/** One entry that begins in the line `r.at`, without the comments above it. */
export function readEntry(r: Reading, entry: YamlEntry, layout: Layout, move: Move): Own {
  const first = r.at;
  const { lines, isOpen } = readLine(r, entry, move) ?? readKeyed(r, entry, layout, move) ?? copied(r, entry.start, entry.value, move);
  const tail = readFeet(r, move.from + 1, move.to + 2);
  const body = tail.length === 0 ? lines : [...lines, ...tail];
  return { name: entry.name, body, isOpen: isOpen && tail.length === 0, usesAnchors: r.hasAliases && usesAnchors(r, first) };
}

/** An entry of one line of which nothing but its column is ours to choose: four of five are. */
function readLine(r: Reading, { start, key, value }: YamlEntry, { to }: Move): Value | undefined {
  const { source: { text, startOf } } = r;
  const isScalar = value.kind === "scalar" && isCopied(value) && isCopied(key) && start === key.start;
  const isAlone = start >= startOf(r.at) && value.end <= startOf(r.at + 1) && (value.end === text.length || text.charAt(value.end) === "\n");
  if (!isScalar || !isAlone || value.start !== key.end + 2 || !text.startsWith(": ", key.end)) return undefined;
  r.at += 1;
  return { lines: [" ".repeat(to) + text.slice(start, value.end)], isOpen: false };
}

function isCopied({ style, raw, alias }: YamlScalar): boolean {
  return (style === "plain" || style === "double") && raw !== "" && alias === undefined;
}

/** An entry with a key, a colon behind it on its line, and what we lay out behind that. */
function readKeyed(r: Reading, entry: YamlEntry, layout: Layout, move: Move): Value | undefined {
  const { source } = r;
  const key = entry.start === entry.key.start ? requoted(entry.key.style, entry.key.raw) : source.text.slice(entry.start, entry.key.end);
  const colon = behindBlanks(source.text, entry.key.end);
  const isPlain = source.lineOf(entry.start) === r.at && source.lineOf(colon) === r.at && source.text.charAt(colon) === ":";
  return isPlain ? readValue(r, { kind: "key", text: `${key}:`, end: colon + 1 }, entry.value, layout.inside(entry.value, entry.name), move) : undefined;
}

interface Value {
  readonly lines: readonly string[];
  readonly isOpen: boolean;
}

/** A key with its colon, or a dash: what is written, and the offset behind it. */
interface Head {
  readonly kind: "key" | "dash";
  readonly text: string;
  readonly end: number;
}

/** What stands behind a key or dash; nothing where it begins elsewhere than we would begin it (L3). */
function readValue(r: Reading, head: Head, node: YamlNode, layout: Layout, move: Move): Value | undefined {
  return isBlock(node) ? readBlock(r, head, node, layout, move) : readInline(r, head, node, move);
}

function readBlock(r: Reading, head: Head, node: YamlMapping | YamlSequence, layout: Layout, move: Move): Value | undefined {
  const { source } = r;
  const end = source.endOf(head.end);
  const isItem = head.kind === "dash";
  if (node.start <= end) return isItem && isBlank(source.text.slice(head.end, node.start)) ? compact(r, node, layout, move) : undefined;
  const comment = source.commentIn({ start: head.end, end });
  const properties = propertiesIn(source.text.slice(head.end, comment?.start ?? end));
  const line = source.lineOf(node.start);
  if (properties === undefined || !isFreeBetween(source, r.at + 1, line)) return undefined;
  r.at += 1;
  if (isItem && comment === undefined && properties === "" && line === r.at) return compact(r, node, layout, move);
  const nested = readCollection(r, node, layout, { to: move.to + 2, above: move.from });
  return { lines: [" ".repeat(move.to) + head.text + spaced(properties) + trailing(source, head.end), ...nested.lines], isOpen: nested.isOpen };
}

function readInline(r: Reading, head: Head, node: YamlNode, move: Move): Value | undefined {
  const { source } = r;
  const written = node.alias ?? node;
  // An empty value stands at the colon, before its anchor and tag.
  const start = written.start === written.end ? (source.commentIn({ start: head.end, end: source.endOf(head.end) })?.start ?? source.endOf(head.end)) : written.start;
  const properties = start <= source.endOf(head.end) ? propertiesIn(source.text.slice(head.end, start)) : undefined;
  if (properties === undefined) return undefined;
  const { lines, lastLine, isOpen } = inlineValue(source, node, move);
  const [first = "", ...later] = lines;
  const rest = isBlockText(node) ? "" : trailing(source, Math.max(start, written.end));
  const moved = [" ".repeat(move.to) + head.text + spaced(properties) + spaced(first), ...later];
  r.at = lastLine + 1;
  return { lines: [...moved.slice(0, -1), `${moved.at(-1) ?? ""}${rest}`], isOpen };
}

/** A collection that begins on the line of its dash. */
function compact(r: Reading, node: YamlMapping | YamlSequence, layout: Layout, move: Move): Value {
  const { lines, above, isOpen } = readCollection(r, node, layout, { to: move.to + 2, above: move.from });
  const first = `${" ".repeat(move.to)}- ${(lines[above] ?? "").slice(move.to + 2)}`;
  const comments = lines.slice(0, above).map((line) => (line === "" ? line : line.slice(2)));
  return { lines: [...comments, first, ...lines.slice(above + 1)], isOpen };
}

function readCollection(r: Reading, node: YamlMapping | YamlSequence, layout: Layout, { to, above }: { readonly to: number; readonly above: number }): Joined {
  const from = columnOf(r, node);
  const place = { to, feetFrom: Math.max(from, above + 1) };
  const parts = node.kind === "mapping" ? readEntries(r, node, layout, place) : readItems(r, node, layout, place);
  return joined(parts, layout, r.hasAliases);
}

function readItems(r: Reading, sequence: YamlSequence, layout: Layout, place: Place): LaidParts {
  const { source } = r;
  const from = columnOf(r, sequence);
  const parts: Laid[] = [];
  const move = { from, to: place.to };
  for (const [index, item] of sequence.items.entries()) {
    const above = readAbove(r, place.to);
    const first = r.at;
    const dash = index === 0 ? sequence.start : source.startOf(r.at) + from;
    const value = readValue(r, { kind: "dash", text: "-", end: dash + 1 }, item, layout.inside(item, ""), move);
    const { lines, isOpen } = value ?? copied(r, dash, item, move);
    const tail = readFeet(r, from + 1, place.to + 2);
    const body = tail.length === 0 ? lines : [...lines, ...tail];
    parts.push({ name: "", leading: above.lines, body, isApart: above.isApart, isOpen: isOpen && tail.length === 0, usesAnchors: r.hasAliases && usesAnchors(r, first) });
  }
  return { head: [], parts, feet: readFeet(r, place.feetFrom, place.to) };
}

/** The lines from `start` to the end of `node`, moved as a whole (L3). */
function copied(r: Reading, start: number, node: YamlNode, { from, to }: Move): Value {
  const { source } = r;
  const { line, isOpen } = lastLineOf(source, node, r.at);
  const first = " ".repeat(to) + source.text.slice(start, source.endOf(start)).trimEnd();
  const later = Array.from({ length: line - r.at }, (_, index) => shifted(source.lineAt(r.at + 1 + index), to - from, to + 1));
  r.at = line + 1;
  return { lines: [first, ...later], isOpen };
}

function lastLineOf(source: SourceLines, node: YamlNode, least: number): { readonly line: number; readonly isOpen: boolean } {
  if (isBlock(node)) {
    const last = node.kind === "mapping" ? node.entries.at(-1)?.value : node.items.at(-1);
    return last === undefined ? { line: least, isOpen: false } : lastLineOf(source, last, least);
  }
  const { lastLine, isOpen } = inlineValue(source, node, { from: 0, to: 0 });
  return { line: Math.max(least, lastLine), isOpen };
}

/** Comments and blank lines up to the next content. */
export function readAbove(r: Reading, to: number): { readonly lines: readonly string[]; readonly isApart: boolean } {
  const lines: string[] = [];
  let isApart = false;
  for (; r.at < r.source.count; r.at += 1) {
    const comment = r.source.ownComment(r.at);
    if (comment !== undefined) lines.push(" ".repeat(to) + r.source.text.slice(comment.start, comment.end).trimEnd());
    else if (!r.source.isBlank(r.at)) break;
    else if (lines.length === 0) isApart = true;
    else if (lines.at(-1) !== "") lines.push("");
  }
  return { lines, isApart };
}

/** Comments in column `least` or deeper, up to the next content or a comment that is less deep. */
export function readFeet(r: Reading, least: number, to: number): readonly string[] {
  const lines: string[] = [];
  let isApart = false;
  for (let line = r.at; line < r.source.count; line += 1) {
    const comment = r.source.ownComment(line);
    if (comment === undefined && !r.source.isBlank(line)) break;
    if (comment === undefined) isApart = true;
    else {
      if (r.source.columnOf(comment.start) < least) break;
      if (isApart) lines.push("");
      lines.push(" ".repeat(to) + r.source.text.slice(comment.start, comment.end).trimEnd());
      isApart = false;
      r.at = line + 1;
    }
  }
  return lines;
}

export function isBlock(node: YamlNode): node is YamlMapping | YamlSequence {
  return (node.kind === "mapping" || node.kind === "sequence") && !node.flow && node.alias === undefined;
}

function columnOf(r: Reading, node: YamlMapping | YamlSequence): number {
  return r.source.columnOf(node.kind === "mapping" ? (node.entries[0]?.start ?? node.start) : node.start);
}

/** Whether nothing but comments stands in the lines from `first` up to `end`. */
function isFreeBetween(source: SourceLines, first: number, end: number): boolean {
  for (let line = first; line < end; line += 1) if (source.ownComment(line) === undefined && !source.isBlank(line)) return false;
  return true;
}

/** Anchor and tag as they stand before a value; nothing where more than that stands there. */
function propertiesIn(text: string): string | undefined {
  const words = text.trim();
  return words === "" || /^[&!]\S*(?: +[&!]\S*)?$/.test(words) ? words : undefined;
}

/** The rest of a line behind its content: the comment, as far away as it was written. */
function trailing(source: SourceLines, start: number): string {
  const comment = source.commentIn({ start, end: source.endOf(start) });
  if (comment === undefined) return "";
  const gap = /[ \t]*$/.exec(source.text.slice(start, comment.start))?.[0] ?? "";
  return (gap === "" ? " " : gap) + source.text.slice(comment.start, comment.end).trimEnd();
}

function spaced(text: string): string {
  return text === "" ? "" : ` ${text}`;
}

/** Whether the lines read since `first` may hold an anchor or alias; text that only looks like one counts, too. */
function usesAnchors(r: Reading, first: number): boolean {
  const text = r.source.text.slice(r.source.startOf(first), r.source.startOf(r.at));
  return /(?:^|[\s[{,:])[&*][^\s,[\]{}]/.test(text);
}

function hasAliases(root: YamlMapping): boolean {
  const parts: YamlNode[] = [root];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (part.alias !== undefined) return true;
    if (part.kind === "sequence") for (const item of part.items) parts.push(item);
    if (part.kind === "mapping") for (const entry of part.entries) parts.push(entry.key, entry.value);
  }
  return false;
}
