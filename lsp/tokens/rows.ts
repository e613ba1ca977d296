import { marksOf, readCode, type NodeAst, type Range, type TypedNode, type TypedWorkflow } from "../../compiler/index.ts";
import { nodesIn, type PlacedNode } from "../nodes-in.ts";
import type { Snapshot } from "../snapshot.ts";
import { lookOfCode, modifierBits, tokenTypes, type TokenLook } from "./legend.ts";
import { looksOfHeader, looksOfNode, type LookedAt } from "./looks.ts";

/** Tokens in the order of the text, five numbers each: line, column, length, type, bits of modifiers. */
export type TokenRows = readonly number[];

/** Numbers of one token. */
export const rowSize = 5;

/** Rows whose lines count from a line of their own. */
export interface PlacedRows {
  readonly firstLine: number;
  readonly rows: TokenRows;
}

/** The tokens of the header, and of the nodes that `wanted` meets, each in the order of the text. */
export function rowsIn(snapshot: Snapshot, typed: TypedWorkflow, wanted: Range): { readonly header: TokenRows; readonly nodes: readonly PlacedRows[] } {
  return {
    header: rowsOf(snapshot, ofDocument(snapshot, looksOfHeader(typed)), 0),
    nodes: nodesIn(snapshot, typed, wanted).map((placed) => rowsOfNode(snapshot, placed)),
  };
}

/** The tokens of a prompt file: of its code. */
export function rowsOfPrompt(snapshot: Snapshot): TokenRows {
  const marks = marksOf(readCode(snapshot.source.text, "template"));
  return rowsOf(snapshot, marks.map(({ start, end, as, isNew }) => ({ start, end, look: lookOfCode(as, isNew) })), 0);
}

/** The tokens of a document that holds workflows: of all that stands in them. */
export function rowsOfHeld(snapshot: Snapshot): TokenRows {
  const isWritten = ({ bound: { ast, supplied } }: TypedNode): boolean => supplied === undefined || ast.type !== undefined;
  return rowsOf(snapshot, snapshot.held.flatMap((held) => ofDocument(held, [...looksOfHeader(held.typed), ...held.typed.nodes.filter(isWritten).flatMap(looksOfNode)])), 0);
}

interface KnownRows {
  readonly text: string;
  readonly column: number;
  readonly rows: TokenRows;
}

/** By the node as it is written: what it looks like depends on nothing else. */
const known = new WeakMap<NodeAst, KnownRows>();

/** A node that has not changed has the tokens it had, some lines further up or down. */
function rowsOfNode(snapshot: Snapshot, { node, block }: PlacedNode): PlacedRows {
  const text = snapshot.source.text.slice(block.start, block.end);
  const { line, character: column } = snapshot.places.positionAt(block.start);
  const last = known.get(node.bound.ast);
  if (last !== undefined && last.column === column && last.text === text) return { firstLine: line, rows: last.rows };
  const placed = looksOfNode(node).flatMap(({ span, look }) => (span.block === block.id ? [{ start: block.start + span.start, end: block.start + span.end, look }] : []));
  const rows = rowsOf(snapshot, placed, line);
  known.set(node.bound.ast, { text, column, rows });
  return { firstLine: line, rows };
}

interface PlacedLook extends Range {
  readonly look: TokenLook;
}

/** What stands in the document itself, and not in a file of its own. */
function ofDocument({ compiled: { blocks } }: Snapshot, looked: readonly LookedAt[]): readonly PlacedLook[] {
  return looked.flatMap(({ span, look }) => (blocks.fileOf(span) === undefined ? [{ ...blocks.absolute(span), look }] : []));
}

/** Rows whose lines count from `firstLine`. A token over several lines is one for each; what lies over another is left out. */
function rowsOf({ places, source: { text } }: Snapshot, looked: readonly PlacedLook[], firstLine: number): TokenRows {
  const placed = [...looked].sort((a, b) => a.start - b.start || a.end - b.end);
  const rows: number[] = [];
  let behind = 0;
  for (const { start, end, look } of placed) {
    if (start < behind) continue;
    for (const piece of linesOf(text, start, end)) {
      const at = places.positionAt(piece.start);
      rows.push(at.line - firstLine, at.character, places.positionAt(piece.end).character - at.character, tokenTypes.indexOf(look.type), modifierBits(look));
    }
    behind = end;
  }
  return rows;
}

/** What stands on each line of a range, without the white space around it. */
function linesOf(text: string, start: number, end: number): readonly Range[] {
  const found: Range[] = [];
  for (let from = start; from < end;) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak < 0 || lineBreak > end ? end : lineBreak;
    const line = text.slice(from, to);
    const piece = { start: from + (line.length - line.trimStart().length), end: from + line.trimEnd().length };
    if (piece.end > piece.start) found.push(piece);
    from = to + 1;
  }
  return found;
}
