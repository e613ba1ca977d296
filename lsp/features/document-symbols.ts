import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from "vscode-languageserver";
import { memberOf, type Range, type TypedNode, type TypedWorkflow, type TypeNode, type YamlNode } from "../../compiler/index.ts";
import { describeType } from "../../schemas/type.ts";
import type { Feature } from "../feature.ts";
import { iconOf, lineOf } from "../node-line.ts";
import { entryOf, headerOf } from "../nodes-in.ts";
import type { Snapshot } from "../snapshot.ts";

/** Who follows a cursor asks again wherever it goes, of one text. */
const known = new WeakMap<Snapshot, readonly DocumentSymbol[]>();

/** What a document consists of: the header with the keys of its state and its policies, then each node. */
export function symbolsIn(snapshot: Snapshot): readonly DocumentSymbol[] {
  const symbols = known.get(snapshot) ?? readSymbols(snapshot);
  known.set(snapshot, symbols);
  return symbols;
}

function readSymbols(snapshot: Snapshot): readonly DocumentSymbol[] {
  const { typed, tree } = snapshot;
  if (typed !== undefined) return [...headerSymbols(snapshot, typed), ...typed.nodes.flatMap((node) => nodeSymbol(snapshot, typed, node))];
  return tree?.root === undefined ? [] : entrySymbols(snapshot, tree.root, 3);
}

function headerSymbols(snapshot: Snapshot, typed: TypedWorkflow): readonly DocumentSymbol[] {
  const { compiled: { blocks } } = snapshot;
  const { ast } = typed.bound;
  const block = headerOf(snapshot, typed);
  if (block === undefined) return [];
  const text = (name: string): string => memberOf(ast.header, name, "text")?.value ?? "";
  return [{ ...symbol(snapshot, { name: text("id") || "workflow", detail: text("version"), kind: SymbolKind.Module, own: blocks.absolute(ast.headerKey), whole: block }), children: declaredSymbols(snapshot, typed) }];
}

/** What a header declares: the keys of the state, and policies. */
function declaredSymbols(snapshot: Snapshot, { bound: { ast: { header } } }: TypedWorkflow): DocumentSymbol[] {
  const { compiled: { blocks } } = snapshot;
  const schema = memberOf(header, "state_schema", "type");
  const policies = memberOf(header, "retry_policies", "map");
  return [
    ...(schema === undefined ? [] : fieldSymbols(snapshot, schema.type)),
    ...(policies?.entries ?? []).map(({ key, part }) => symbol(snapshot, { name: key.value, detail: "retry policy", kind: SymbolKind.Object, own: blocks.absolute(key.span), whole: blocks.absolute(part.span) })),
  ];
}

function fieldSymbols(snapshot: Snapshot, { fields }: TypeNode): DocumentSymbol[] {
  const { compiled: { blocks } } = snapshot;
  return fields.map(({ key, type }) => {
    const own = symbol(snapshot, { name: key.value, detail: describeType(type.type), kind: SymbolKind.Property, own: blocks.absolute(key.span), whole: blocks.absolute(type.span) });
    return { ...own, children: fieldSymbols(snapshot, type) };
  });
}

function nodeSymbol(snapshot: Snapshot, typed: TypedWorkflow, node: TypedNode): readonly DocumentSymbol[] {
  const { ast: { id }, supplied } = node.bound;
  if (supplied === true) return [];
  const own = snapshot.compiled.blocks.absolute(id.span);
  return [symbol(snapshot, { name: id.value, detail: lineOf(node), kind: iconOf(node), own, whole: entryOf(snapshot, typed, node) ?? own })];
}

interface Named {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** Where the name stands, and what belongs to it; that may stand further above, as what an alias names. */
  readonly own: Range;
  readonly whole: Range;
}

function symbol({ source, places }: Snapshot, { name, detail, kind, own, whole }: Named): DocumentSymbol {
  const range = { start: own.start, end: own.start + source.text.slice(own.start, Math.max(own.end, whole.end)).trimEnd().length };
  return { name: name === "" ? "''" : name, detail, kind, range: places.rangeOf(range), selectionRange: places.rangeOf(own) };
}

/** The keys of a document that is no workflow, `depth` levels of them; of a workflow in it, what that consists of. */
function entrySymbols(snapshot: Snapshot, node: YamlNode, depth: number): DocumentSymbol[] {
  if (depth === 0 || node.kind !== "mapping") return [];
  return node.entries.map(({ key, name, value, start }) => {
    const held = snapshot.held.find(({ range, typed: { nodes } }) => range.start === start && nodes.some(({ bound }) => bound.supplied === undefined));
    if (held !== undefined) return { ...symbol(snapshot, { name, detail: "workflow", kind: SymbolKind.Module, own: key, whole: held.range }), children: [...declaredSymbols(held, held.typed), ...held.typed.nodes.flatMap((each) => nodeSymbol(held, held.typed, each))] };
    const detail = value.kind === "scalar" && value.alias === undefined ? String(value.value ?? "").split("\n")[0]?.slice(0, 60) ?? "" : "";
    const kind = value.kind === "mapping" ? SymbolKind.Object : value.kind === "sequence" ? SymbolKind.Array : SymbolKind.Key;
    return { ...symbol(snapshot, { name, detail, kind, own: key, whole: value.alias ?? value }), children: entrySymbols(snapshot, value, depth - 1) };
  });
}

/** The same without levels, for clients that know none. */
function flat(uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [{ name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) }, ...flat(uri, children, name)]);
}

export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: "JamJet" } }),
  serve: ({ connection, answeringWhole, client }) => {
    connection.onDocumentSymbol(answeringWhole<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>([], (parts, { textDocument: { uri } }) => {
      const symbols = parts.flatMap(symbolsIn);
      return client().capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? symbols : flat(uri, symbols);
    }));
  },
};
