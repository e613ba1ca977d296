import type { SourceText } from "../source/text.ts";
import { readAbove, readEntry, readFeet, readingOf, type Reading } from "../format/lay-out.ts";
import { asWritten } from "../format/key-order.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlTree } from "../syntax/tree.ts";
import { parseYaml } from "../syntax/yaml.ts";

/** A document that is being rewritten: it is whole YAML whose root is a mapping of lines. */
export interface Draft {
  readonly text: string;
  readonly tree: YamlTree;
  readonly root: YamlMapping;
}

/** Something that nobody but the author can decide; it is left as it was. */
export interface Note {
  /** The node that it is about; absent for the header. */
  readonly node?: string;
  readonly key: string;
  readonly message: string;
}

/** One pass over a document. */
export interface Rewritten {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** One key with its comments and its lines, which begin in column `column`. */
export interface Piece {
  readonly name: string;
  readonly above: readonly string[];
  readonly body: readonly string[];
}

/** Nothing where the text is no whole YAML, or no mapping. */
export function draftOf(source: SourceText): Draft | undefined {
  const { value: tree, diagnostics } = parseYaml(source);
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  return tree.root?.kind === "mapping" && !tree.root.flow ? { text: source.text, tree, root: tree.root } : undefined;
}

/** The entries of a mapping that is read next, each with its lines in `column`; and the comments behind them all. */
export function piecesOf(r: Reading, mapping: YamlMapping, column: number): { readonly pieces: readonly Piece[]; readonly feet: readonly string[] } {
  const from = r.source.columnOf(mapping.entries[0]?.start ?? mapping.start);
  const pieces = mapping.entries.map((entry) => pieceOf(r, entry, { from, to: column }));
  return { pieces, feet: readFeet(r, from, column) };
}

/** The entry that is read next. */
export function pieceOf(r: Reading, entry: YamlEntry, { from, to }: { readonly from: number; readonly to: number }): Piece {
  const above = readAbove(r, to).lines.filter((line) => line !== "");
  const { body } = readEntry(r, entry, asWritten, { from, to });
  return { name: entry.name, above, body };
}

export function reading({ text, tree, root }: Draft): Reading {
  const r = readingOf(text, tree, root);
  r.at = r.source.lineOf(root.entries[0]?.start ?? 0);
  while (r.at > 0 && (r.source.isBlank(r.at - 1) || r.source.ownComment(r.at - 1) !== undefined)) r.at -= 1;
  return r;
}

/** Goes past the line of a key that is not kept, whose comment is. */
export function passHead(r: Reading, column: number): readonly string[] {
  const start = r.source.startOf(r.at);
  const comment = r.source.commentIn({ start, end: r.source.endOf(start) });
  r.at += 1;
  return comment === undefined ? [] : [" ".repeat(column) + r.source.text.slice(comment.start, comment.end).trimEnd()];
}

/** The piece under another name. */
export function renamed(piece: Piece, name: string): Piece {
  const [first = "", ...later] = piece.body;
  const body = first.replace(/^( *)(?:"[^"]*"|'[^']*'|[^:]*?):/, (_, indent: string) => `${indent}${name}:`);
  return { ...piece, name, body: [body, ...later] };
}

export function linesOfPieces(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ above, body }) => [...above, ...body]);
}

export function entryCalled(node: YamlNode | undefined, name: string): YamlEntry | undefined {
  return node?.kind === "mapping" ? node.entries.find((entry) => entry.name === name) : undefined;
}

/** The text behind a key; nothing where something else stands there. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** The comments behind everything else. */
export function restOf(r: Reading): readonly string[] {
  return Array.from({ length: r.source.count - r.at }, (_, index) => r.source.lineAt(r.at + index)).filter((line) => line !== "");
}

/** The comments of a draft that its rewritten text has lost, such as those between brackets. */
export function lostComments({ text, tree }: Draft, rewritten: string): readonly string[] {
  const after = draftOf({ uri: "", text: rewritten });
  const kept = new Set(after?.tree.comments.map(({ start, end }) => rewritten.slice(start, end).trimEnd()));
  return tree.comments.map(({ start, end }) => text.slice(start, end).trimEnd()).filter((comment) => !kept.has(comment));
}
