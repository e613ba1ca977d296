import { formOf, type BoundNode, type Range, type TypedWorkflow } from "../../compiler/index.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Candidate } from "./candidate.ts";
import { nodeOn } from "./document-names.ts";

/** Where control may go on to: what nothing leads to yet comes first, and back to itself last. Between them stand the nodes that are named and still to be written. */
export function targetCandidates(snapshot: Snapshot, cursor: Cursor): readonly Candidate[] {
  const { typed } = snapshot;
  if (typed === undefined) return [];
  const { bound } = typed;
  const own = nodeOn(snapshot, cursor.path);
  const led = new Set([bound.header, ...bound.nodes].flatMap(({ targets }) => targets.flatMap(({ node }) => node ?? [])));
  const written = bound.nodes.filter(({ supplied }) => supplied === undefined);
  const rankOf = (node: BoundNode): number => (node === own ? 4 : led.has(node.index) ? 2 : 1);
  const unwritten = [...unmetNames(snapshot, typed, cursor), ...(written.some(({ spec }) => spec !== undefined && formOf(spec) === "end") ? [] : ["end"])];
  return [
    ...written.map((node): Candidate => ({ label: node.ast.id.value, kind: "node", rank: rankOf(node), ...(node.ast.type === undefined ? {} : { detail: node.ast.type.value }) })),
    ...unwritten.map((label): Candidate => ({ label, kind: "node", rank: 3, detail: "still to be written" })),
  ];
}

/** Ids that targets name and no node has, but for what is being written there. */
export function unmetNames({ compiled: { blocks } }: Snapshot, { bound }: TypedWorkflow, here?: Range): readonly string[] {
  const all = [...bound.header.targets, ...bound.nodes.flatMap(({ targets }) => targets)].filter(({ part: { value, field } }) => value !== "" && !bound.byId.has(value) && !Object.hasOwn(field.words ?? {}, value));
  const isHere = (span: Parameters<typeof blocks.absolute>[0]): boolean => here !== undefined && blocks.absolute(span).start <= here.end && here.start <= blocks.absolute(span).end;
  return [...new Set(all.flatMap(({ part }) => (isHere(part.span) ? [] : [part.value])))];
}
