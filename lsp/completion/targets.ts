import { formOf, type BoundNode, type Range, type TypedWorkflow } from "../../compiler/index.ts";
import type { FieldOf } from "../../schemas/field.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Candidate } from "./candidate.ts";
import { nodeOn } from "./document-names.ts";

/** The nodes that a target may name: those that it rather means come first, and the node itself last. Between them stand those that are named and still to be written, where control goes on to them. */
export function targetCandidates(snapshot: Snapshot, cursor: Cursor, edge: FieldOf<"target">["edge"]): readonly Candidate[] {
  const { typed } = snapshot;
  if (typed === undefined) return [];
  const { bound } = typed;
  const own = nodeOn(snapshot, cursor.path);
  const isMeant = meantBy(edge, bound);
  const written = bound.nodes.filter(({ supplied }) => supplied === undefined);
  const rankOf = (node: BoundNode): number => (node === own ? 4 : isMeant(node) ? 1 : 2);
  const looksBack = edge === "wait_for" || edge === "subject";
  const unwritten = looksBack ? [] : [...unmetNames(snapshot, typed, cursor), ...(written.some(({ spec }) => spec !== undefined && formOf(spec) === "end") ? [] : ["end"])];
  return [
    ...written.map((node): Candidate => ({ label: node.ast.id.value, kind: "node", rank: rankOf(node), ...(node.ast.type === undefined ? {} : { detail: node.ast.type.value }) })),
    ...unwritten.map((label): Candidate => ({ label, kind: "node", rank: 3, detail: "still to be written" })),
  ];
}

/** Who names what a fork leads to, means its branches or a join; who goes on, a node that nothing leads to yet. */
function meantBy(edge: FieldOf<"target">["edge"], { header, nodes }: TypedWorkflow["bound"]): (node: BoundNode) => boolean {
  if (edge === "join") return ({ spec }) => spec !== undefined && formOf(spec) === "join";
  const targets = [header, ...nodes].flatMap((each) => each.targets);
  const led = new Set((edge === "wait_for" ? targets.filter(({ part }) => part.field.edge === "branch") : targets).flatMap(({ node }) => node ?? []));
  return ({ index }) => led.has(index) === (edge === "wait_for");
}

/** Ids that targets name and no node has, but for what is being written there. */
export function unmetNames({ compiled: { blocks } }: Snapshot, { bound }: TypedWorkflow, here?: Range): readonly string[] {
  const all = [...bound.header.targets, ...bound.nodes.flatMap(({ targets }) => targets)].filter(({ part: { value, field } }) => value !== "" && !bound.byId.has(value) && !Object.hasOwn(field.words ?? {}, value));
  const isHere = (span: Parameters<typeof blocks.absolute>[0]): boolean => here !== undefined && blocks.absolute(span).start <= here.end && here.start <= blocks.absolute(span).end;
  return [...new Set(all.flatMap(({ part }) => (isHere(part.span) ? [] : [part.value])))];
}
