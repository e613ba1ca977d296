import type { TypedWorkflow } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";

/** One place where a document names something that it declares. */
export interface Occurrence {
  readonly of: "node" | "state";
  readonly name: string;
  /** Where the name stands; in quotes, if the author quoted it. It may be in a file that belongs to the document. */
  readonly span: Span;
  /** `lead` is a target: control may go there. */
  readonly role: "declare" | "lead" | "read" | "write";
  /** The node whose text it is; undefined in the header. */
  readonly node: number | undefined;
}

/** Every place that names a node or a key of the state, those of names that nobody declares included: header first, then node by node. */
export function occurrencesIn({ bound, nodes }: TypedWorkflow): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const { name, span } of bound.state.values()) found.push({ of: "state", name, span, role: "declare", node: undefined });
  for (const { key, span } of bound.header.inputs ?? []) found.push({ of: "state", name: key, span, role: "write", node: undefined });
  for (const { part, node } of bound.header.targets) if (node !== undefined) found.push({ of: "node", name: part.value, span: part.span, role: "lead", node: undefined });
  for (const { bound: { index, ast, targets, writes, supplied }, sites } of nodes) {
    if (supplied === undefined) found.push({ of: "node", name: ast.id.value, span: ast.id.span, role: "declare", node: index });
    for (const { part, node } of targets) if (node !== undefined) found.push({ of: "node", name: part.value, span: part.span, role: "lead", node: index });
    for (const { key, span } of writes) found.push({ of: "state", name: key, span, role: "write", node: index });
    for (const { site, reads } of sites) {
      for (const { root, path: [name], key } of reads) {
        if (root === "state" && name !== undefined) found.push({ of: "state", name, span: site.text.locate(key.start, key.end), role: "read", node: index });
      }
    }
  }
  return found;
}
