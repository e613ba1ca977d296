import type { YamlMapping, YamlNode, YamlSequence } from "../syntax/tree.ts";
import type { Reading } from "../format/lay-out.ts";
import { isBlock, readAbove, readFeet } from "../format/lay-out.ts";
import { nodePieces, type ListNode } from "./list-node.ts";
import { entryCalled, linesOfPieces, lostComments, passHead, pieceOf, piecesOf, reading, restOf, textOf, type Draft, type Note, type Piece, type Rewritten } from "./pieces.ts";

/** Whether the nodes are a list below `workflow:`. */
export function isListForm({ root }: Draft): boolean {
  return entryCalled(entryCalled(root, "workflow")?.value, "nodes")?.value.kind === "sequence";
}

/**
 * The document, which is in canonical layout, with `nodes:` as a mapping at the top level: `kind` is `type`, what stands in
 * `config` stands in the node, and `edges` are what leads on. Nothing where the list is written in a way we do not take apart.
 */
export function withNodeMapping(draft: Draft): Rewritten | undefined {
  const r = reading(draft);
  const notes: Note[] = [];
  const header: Piece[] = [];
  const others: Piece[] = [];
  let top: readonly string[] = [];
  let nodes: readonly string[] | undefined;
  for (const entry of draft.root.entries) {
    if (entry.name !== "workflow" || !isBlock(entry.value) || entry.value.kind !== "mapping") {
      others.push(pieceOf(r, entry, { from: 0, to: 0 }));
      continue;
    }
    top = [...readAbove(r, 0).lines, ...passHead(r, 0)];
    for (const each of entry.value.entries) {
      if (each.name === "nodes" && isBlock(each.value) && each.value.kind === "sequence") nodes = nodeLines(r, each.value, notes);
      else header.push(pieceOf(r, each, { from: 2, to: 2 }));
    }
    header.push({ name: "", above: [], body: readFeet(r, 2, 2) });
  }
  if (nodes === undefined) return undefined;
  const lines = [...top, "workflow:", ...linesOfPieces(header), ...linesOfPieces(others), "nodes:", ...nodes, ...restOf(r)];
  return { text: [...lines, ...lostComments(draft, lines.join("\n")), ""].join("\n"), notes };
}

function nodeLines(r: Reading, list: YamlSequence, notes: Note[]): readonly string[] | undefined {
  const lines = [...readAbove(r, 2).lines.filter((line) => line !== ""), ...passHead(r, 2)];
  const ids = new Set(list.items.map((item) => textOf(entryCalled(item, "id")?.value)));
  let needsEnd = false;
  for (const item of list.items) {
    const id = textOf(entryCalled(item, "id")?.value);
    if (item.kind !== "mapping" || item.alias !== undefined || id === undefined) return undefined;
    const above = readAbove(r, 2).lines.filter((line) => line !== "");
    const read = readNode(r, item, id);
    const { pieces, notes: own, leadsToEnd } = nodePieces(read);
    const idPiece = read.pieces.find(({ name }) => name === "id");
    const behindId = /\s#.*$/.exec(idPiece?.body[0] ?? "")?.[0] ?? "";
    notes.push(...own);
    needsEnd ||= leadsToEnd;
    lines.push(...above, ...(idPiece?.above ?? []).map((line) => line.slice(2)), `  ${id}:${behindId}`, ...linesOfPieces(pieces), ...read.feet);
  }
  return needsEnd && !ids.has("end") ? [...lines, "  end:", "    type: end"] : lines;
}

/** The pieces of one node, those of its `config` among them. */
function readNode(r: Reading, item: YamlMapping, id: string): ListNode & { readonly feet: readonly string[] } {
  const values = new Map<string, YamlNode>();
  const pieces: Piece[] = [];
  const text = r.source.text;
  if (item.flow) {
    r.at = r.source.lineOf(item.end) + 1;
    for (const { name, value } of item.entries) if (name !== "config") values.set(name, value);
    const config = entryCalled(item, "config")?.value;
    const inside = config?.kind === "mapping" ? config.entries : [];
    for (const { name, value } of inside) values.set(name, value);
    return { id, text, values, pieces: [...flowPieces(text, item).filter(({ name }) => name !== "config"), ...(config?.kind === "mapping" ? flowPieces(text, config) : [])], feet: [] };
  }
  const from = r.source.columnOf(item.entries[0]?.start ?? item.start);
  for (const entry of item.entries) {
    const { name, value } = entry;
    if (name !== "config" || value.kind !== "mapping" || value.alias !== undefined) {
      values.set(name, value);
      pieces.push(pieceOf(r, entry, { from, to: 4 }));
      continue;
    }
    for (const each of value.entries) values.set(each.name, each.value);
    if (value.flow) {
      const { above } = pieceOf(r, entry, { from, to: 4 });
      pieces.push(...withAbove(above, flowPieces(text, value)));
      continue;
    }
    const above = [...readAbove(r, 4).lines.filter((line) => line !== ""), ...passHead(r, 4)];
    const inside = piecesOf(r, value, 4);
    pieces.push(...withAbove(above, inside.pieces), { name: "", above: inside.feet, body: [] });
  }
  return { id, text, values, pieces, feet: readFeet(r, from, 4) };
}

function withAbove(above: readonly string[], [first, ...others]: readonly Piece[]): readonly Piece[] {
  return first === undefined ? [{ name: "", above, body: [] }] : [{ ...first, above: [...above, ...first.above] }, ...others];
}

function flowPieces(text: string, mapping: YamlMapping): readonly Piece[] {
  return mapping.entries.map(({ key, name, value }) => {
    const { start, end } = value.alias ?? value;
    const [first = "", ...later] = text.slice(start, end).split("\n");
    return { name, above: [], body: [`    ${text.slice(key.start, key.end)}: ${first}`.trimEnd(), ...later.map((line) => `      ${line.trim()}`)] };
  });
}
