import type { BoundWorkflow, TypedNode, TypedWorkflow } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import { nameInOutput, namesInCode, storedKey, type CodeName } from "./names/in-code.ts";
import { namesInParts } from "./names/in-parts.ts";
import { namesInType } from "./names/in-types.ts";
import { statePath, type Occurrence } from "./names/occurrence.ts";

export type { NameKind, Occurrence } from "./names/occurrence.ts";

/** Every place where a workflow names something, those of names that nobody declares included: header first, then node by node. */
export function occurrencesIn(typed: TypedWorkflow): readonly Occurrence[] {
  return [...inHeader(typed), ...typed.nodes.flatMap((node) => inNode(typed, node))];
}

/** Those in the header and beside it. */
export function inHeader({ bound }: TypedWorkflow): readonly Occurrence[] {
  const { header, file } = bound.ast;
  const known = headers.get(bound);
  if (known !== undefined) return known;
  const schema = header["state_schema"]?.part;
  const keys = schema?.shape === "type" ? namesInType(schema.type, statePath, "declare", undefined) : [];
  const place = { spec: undefined, node: undefined, owner: "", stored: undefined, written: writtenIn(bound) };
  const found = [...keys, ...namesInParts({ ...place, members: header }), ...namesInParts({ ...place, members: file })];
  headers.set(bound, found);
  return found;
}

/** Those in one node, its files included. */
export function inNode(typed: TypedWorkflow, node: TypedNode): readonly Occurrence[] {
  const found = ownNames(typed, node);
  return found.flatMap((name) => (name.of === "output" ? (nameInOutput(typed, name) ?? []) : name));
}

/** Those of a kind that are asked for: of a document with thousands of nodes it looks at each, and makes nothing. */
export function occurrencesWhere(typed: TypedWorkflow, isWanted: (occurrence: Occurrence) => boolean): readonly Occurrence[] {
  const found = inHeader(typed).filter(isWanted);
  for (const node of typed.nodes) {
    for (const name of ownNames(typed, node)) {
      const each = name.of === "output" ? nameInOutput(typed, name) : name;
      if (each !== undefined && isWanted(each)) found.push(each);
    }
  }
  return found;
}

const headers = new WeakMap<BoundWorkflow, readonly Occurrence[]>();

/** A node that did not change is the same object in the next version of its document: what it names is found once. */
const nodes = new WeakMap<TypedNode, readonly CodeName[]>();

function ownNames({ bound }: TypedWorkflow, node: TypedNode): readonly CodeName[] {
  const known = nodes.get(node);
  if (known !== undefined) return known;
  const { index, ast: { id, members }, spec, supplied } = node.bound;
  const own: Occurrence = { of: "node", id: id.value, name: id.value, span: id.span, role: "declare", node: index };
  const parts = namesInParts({ members, spec, node: index, owner: id.value, stored: storedKey(node.bound), written: writtenIn(bound) });
  const found = [...(supplied === undefined ? [own] : []), ...parts, ...node.sites.flatMap((site) => namesInCode(site, index))];
  nodes.set(node, found);
  return found;
}

function writtenIn({ ast: { source, blocks } }: BoundWorkflow): (span: Span) => string {
  return (span) => {
    const { start, end } = blocks.absolute(span);
    return source.text.slice(start, end);
  };
}
