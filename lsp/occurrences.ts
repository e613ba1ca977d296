import type { BoundWorkflow, TypedNode, TypedWorkflow } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import { nameInOutput, namesInCode, storedKey, type CodeName } from "./names/in-code.ts";
import { namesInParts } from "./names/in-parts.ts";
import { namesInType } from "./names/in-types.ts";
import { statePath, type NameKind, type Occurrence } from "./names/occurrence.ts";

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
  return ownNames(typed, node).all.flatMap((name) => (name.of === "output" ? (nameInOutput(typed, name) ?? []) : name));
}

/** Every place of what is known as `id`: of a document with thousands of nodes it looks at those alone that may name it. */
export function occurrencesCalled(typed: TypedWorkflow, of: NameKind, id: string): readonly Occurrence[] {
  const mark = markOf(of, id);
  const isIt = (each: Occurrence): boolean => each.of === of && each.id === id;
  const found = inHeader(typed).filter(isIt);
  for (const node of typed.nodes) {
    const { marks } = ownNames(typed, node);
    if (marks.includes(mark) || marks.includes(outputMark)) found.push(...inNode(typed, node).filter(isIt));
  }
  return found;
}

/** Every path to a file. */
export function filesIn(typed: TypedWorkflow): readonly Occurrence[] {
  return [...inHeader(typed).filter(isFile), ...typed.nodes.flatMap((node) => ownNames(typed, node).files)];
}

function isFile(name: CodeName): name is Occurrence {
  return name.of === "file";
}

const headers = new WeakMap<BoundWorkflow, readonly Occurrence[]>();

interface OwnNames {
  readonly all: readonly CodeName[];
  /** A number for each of them: what has another one is something else. */
  readonly marks: Int32Array;
  readonly files: readonly Occurrence[];
}

/** A node that did not change is the same object in the next version of its document: what it names is found once. */
const nodes = new WeakMap<TypedNode, OwnNames>();

function ownNames({ bound }: TypedWorkflow, node: TypedNode): OwnNames {
  const known = nodes.get(node);
  if (known !== undefined) return known;
  const { index, ast: { id, members }, spec, supplied } = node.bound;
  const own: Occurrence = { of: "node", id: id.value, name: id.value, span: id.span, role: "declare", node: index };
  const parts = namesInParts({ members, spec, node: index, owner: id.value, stored: storedKey(node.bound), written: writtenIn(bound) });
  const all = [...(supplied === undefined ? [own] : []), ...parts, ...node.sites.flatMap((site) => namesInCode(site, index))];
  const found: OwnNames = { all, marks: Int32Array.from(all, (name) => (name.of === "output" ? outputMark : markOf(name.of, name.id))), files: all.some(isFile) ? all.filter(isFile) : none };
  nodes.set(node, found);
  return found;
}

const none: readonly Occurrence[] = [];

/** The mark of what is told by other nodes. */
const outputMark = 0;

/** Source: FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>. */
function markOf(of: NameKind, id: string): number {
  let hash = 0x811c9dc5;
  for (const text of [of, id]) for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

function writtenIn({ ast: { source, blocks } }: BoundWorkflow): (span: Span) => string {
  return (span) => {
    const { start, end } = blocks.absolute(span);
    return source.text.slice(start, end);
  };
}
