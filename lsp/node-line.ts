import { SymbolKind } from "vscode-languageserver";
import { formOf, type NodeForm, type TypedNode } from "../compiler/index.ts";
import type { NodeSpec } from "../schemas/node-spec.ts";
import { nodeSpecs } from "../schemas/nodes/index.ts";

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

/** What a kind of node is for takes a look at all its fields, and there are few kinds. */
const icons = new Map(Object.values(nodeSpecs).map((spec): [NodeSpec, SymbolKind] => [spec, kinds[formOf(spec)]]));

/** The icon of a node in lists of editors. */
export function iconOf({ bound: { spec } }: TypedNode): SymbolKind {
  return (spec === undefined ? undefined : icons.get(spec)) ?? kinds.unknown;
}

/** A node that did not change is the same object in the next version of its document. */
const lines = new WeakMap<TypedNode, string>();

/** What a node is, in one line: its kind, and what it calls. */
export function lineOf(node: TypedNode): string {
  const line = lines.get(node) ?? readLine(node);
  lines.set(node, line);
  return line;
}

function readLine({ bound: { ast } }: TypedNode): string {
  const calls = Object.values(ast.members).flatMap(({ part }) => (part.shape === "name" && (part.field.of === "model" || part.field.of === "server" || part.field.of === "tool") ? [part.value] : []));
  return [ast.type?.value ?? "", calls.join(".")].filter((word) => word !== "").join(" ");
}
