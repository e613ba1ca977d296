import { Bug, unreachable } from "../../schemas/bug.ts";
import { movableFields } from "../../schemas/header.ts";
import { canonicalJson, type Json } from "../../schemas/json.ts";
import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import type { SourceText } from "../source/text.ts";
import { defaultLimits, type Limits } from "../syntax/limits.ts";
import { toJson } from "../syntax/reader.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlTree } from "../syntax/tree.ts";
import { parseInParts } from "../syntax/yaml.ts";
import { asWritten, documentLayout, type Layout } from "./key-order.ts";
import { isBlock, joined, readAbove, readEntries, readEntry, readingOf, type Reading } from "./lay-out.ts";

/** A document in canonical form, or why it cannot be read as a whole. */
export type Formatted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * The document in canonical form: the order of keys that their declarations have, two columns of indentation, one blank
 * line between nodes, and what belongs to the header below `workflow:`. Comments, scalars and the order of nodes stay as
 * they are, so it means what it meant; a result that would not is a `Bug`. Keys behind `?` are left where they are. Idempotent.
 */
export function format(source: SourceText, limits: Limits = defaultLimits): Formatted {
  return formatRead(source, parseInParts(source, limits), limits);
}

/** As `format`, of a text that was read already. */
export function formatRead(source: SourceText, { value: tree, diagnostics }: Staged<YamlTree>, limits: Limits = defaultLimits): Formatted {
  const errors = diagnostics.filter((each) => each.severity === "error");
  if (errors.length > 0) return { ok: false, diagnostics: errors };
  const { root } = tree;
  if (root === undefined || !isBlock(root) || root.kind !== "mapping") return { ok: true, text: source.text };
  const moved = withMoved(source, tree, root, limits);
  const text = laidOut(moved.text, moved.tree, moved.root);
  if (isSame(source, moved, text, limits)) return { ok: true, text };
  // A document with keys behind `?` stays as it is where they are in the way.
  if (explicitKey.test(source.text)) return { ok: true, text: source.text };
  throw new Bug(`'${source.uri}' would mean something else once it is formatted`);
}

const explicitKey = /^[ \t-]*\?(?:[ \t\r]|$)/m;

interface Read {
  readonly text: string;
  readonly tree: YamlTree;
  readonly root: YamlMapping;
}

function laidOut(text: string, tree: YamlTree, root: YamlMapping): string {
  const r = readingOf(text, tree, root);
  const opening = openingLines(r, root);
  const layout = layoutOf(root);
  const { lines } = joined(readEntries(r, root, layout, { to: 0, feetFrom: 0 }), layout, r.hasAliases);
  return pageOf(text, [...opening, ...lines, ...closingLines(r)]);
}

function layoutOf(root: YamlMapping): Layout {
  return root.entries.some(({ name }) => name === "workflow" || name === "nodes") ? documentLayout() : asWritten;
}

/** The document with what belongs to the header and stands at the top level at the end of the header. */
function withMoved(source: SourceText, tree: YamlTree, root: YamlMapping, limits: Limits): Read {
  const unmoved = { text: source.text, tree, root };
  const header = root.entries.find(({ name }) => name === "workflow");
  if (header === undefined || !isBlock(header.value) || header.value.kind !== "mapping") return unmoved;
  const taken = new Set(header.value.entries.map(({ name }) => name));
  const misplaced = new Set(root.entries.filter(({ name }) => Object.hasOwn(movableFields, name) && !taken.has(name)));
  if (misplaced.size === 0) return unmoved;
  const text = movedText(source.text, tree, root, header, misplaced);
  const again = parseInParts({ uri: source.uri, text }, limits);
  const isSound = again.diagnostics.every((each) => each.severity !== "error");
  const { root: newRoot } = again.value;
  if (!isSound || newRoot?.kind !== "mapping" || !same(movedData(root, misplaced), toJson(newRoot))) return unmoved;
  return { text, tree: again.value, root: newRoot };
}

function movedText(text: string, tree: YamlTree, root: YamlMapping, header: YamlEntry, misplaced: ReadonlySet<YamlEntry>): string {
  const r = readingOf(text, tree, root);
  const lines: string[] = [...openingLines(r, root)];
  const into: string[] = [];
  let headerEnd = 0;
  for (const entry of root.entries) {
    const isMoved = misplaced.has(entry);
    const above = readAbove(r, isMoved ? 2 : 0);
    const { body } = readEntry(r, entry, asWritten, { from: 0, to: isMoved ? 2 : 0 });
    const target = isMoved ? into : lines;
    if (above.isApart && !isMoved) target.push("");
    for (const line of [...above.lines.filter((each) => !isMoved || each !== ""), ...body]) target.push(line);
    if (entry === header) headerEnd = lines.length;
  }
  return pageOf(text, [...lines.slice(0, headerEnd), ...into, ...lines.slice(headerEnd), ...readAbove(r, 0).lines, ...closingLines(r)]);
}

function movedData(root: YamlMapping, misplaced: ReadonlySet<YamlEntry>): Json {
  const moved = Object.fromEntries([...misplaced].map((entry) => [entry.name, toJson(entry.value)]));
  const rest = root.entries.filter((entry) => !misplaced.has(entry)).map((entry) => [entry.name, entry.name === "workflow" ? { ...(toJson(entry.value) as object), ...moved } : toJson(entry.value)] as const);
  return Object.fromEntries(rest);
}

/** The lines up to a `---`, as they are. */
function openingLines(r: Reading, root: YamlMapping): readonly string[] {
  const { source } = r;
  let line = source.lineOf(root.entries[0]?.start ?? root.start);
  while (line > 0 && (source.isBlank(line - 1) || source.ownComment(line - 1) !== undefined)) line -= 1;
  r.at = line;
  return Array.from({ length: line }, (_, index) => source.lineAt(index).trimEnd());
}

/** What stands behind the root: `...`, and comments. */
function closingLines(r: Reading): readonly string[] {
  const lines: string[] = [];
  for (; r.at < r.source.count; r.at += 1) if (!r.source.isBlank(r.at)) lines.push(r.source.lineAt(r.at).trimEnd());
  return lines;
}

/** The lines with the kind of line break, and the byte order mark, that the text has. */
function pageOf(text: string, lines: readonly string[]): string {
  const firstBreak = text.indexOf("\n");
  const lineBreak = firstBreak > 0 && text.charAt(firstBreak - 1) === "\r" ? "\r\n" : "\n";
  const mark = text.charCodeAt(0) === 0xfeff ? "\ufeff" : "";
  return `${mark}${lines.join(lineBreak)}${lineBreak}`;
}

/** What we write must be what was read: the same data, and the same comments. */
function isSame(source: SourceText, { text, tree, root }: Read, written: string, limits: Limits): boolean {
  if (written === text) return true;
  const again = parseInParts({ uri: source.uri, text: written }, limits);
  const isSound = again.diagnostics.every((each) => each.severity !== "error");
  return isSound && again.value.root !== undefined && holdSame(root, again.value.root) && commentsOf(text, tree) === commentsOf(written, again.value);
}

/** Whether two parts hold the same data. In which order names stand does not matter. */
function holdSame(a: YamlNode, b: YamlNode): boolean {
  switch (a.kind) {
    case "hole": return b.kind === "hole";
    case "scalar": return b.kind === "scalar" && Object.is(a.value, b.value);
    case "sequence": return b.kind === "sequence" && a.items.length === b.items.length && a.items.every((item, index) => holdSame(item, b.items[index] as YamlNode));
    case "mapping": return b.kind === "mapping" && a.entries.length === b.entries.length && haveSame(a.entries, b.entries);
    default: return unreachable(a, "holdSame");
  }
}

function haveSame(some: readonly YamlEntry[], others: readonly YamlEntry[]): boolean {
  let byName: ReadonlyMap<string, YamlEntry> | undefined;
  return some.every(({ name, value }, index) => {
    const near = others[index];
    const other = near?.name === name ? near : (byName ??= new Map(others.map((entry) => [entry.name, entry]))).get(name);
    return other !== undefined && holdSame(value, other.value);
  });
}

function same(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function commentsOf(text: string, { comments }: YamlTree): string {
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd()).sort().join("\n");
}
