import { SymbolKind } from "vscode-languageserver";
import { formOf, type NodeForm, type TypedNode } from "../compiler/index.ts";

const kinds: { readonly [F in NodeForm]: SymbolKind } = {
  end: SymbolKind.Constant,
  judge: SymbolKind.Boolean,
  model: SymbolKind.Function,
  call: SymbolKind.Method,
  fork: SymbolKind.Operator,
  join: SymbolKind.Operator,
  pause: SymbolKind.Event,
  choice: SymbolKind.Enum,
  unknown: SymbolKind.Null,
};

/** The icon of a node in lists of editors. */
export function iconOf({ bound: { spec } }: TypedNode): SymbolKind {
  return kinds[spec === undefined ? "unknown" : formOf(spec)];
}

/** What a node is, in one line: its kind, and what it calls. */
export function lineOf({ bound: { ast } }: TypedNode): string {
  const calls = Object.values(ast.members).flatMap(({ part }) => (part.shape === "name" && (part.field.of === "model" || part.field.of === "server" || part.field.of === "tool") ? [part.value] : []));
  return [ast.type?.value ?? "", calls.join(".")].filter((word) => word !== "").join(" ");
}
