import type { FieldOf } from "../../schemas/field.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { DocRef } from "./candidate.ts";
import { fieldsAt } from "../tool-schema.ts";
import { argumentAt, fieldsOf, nodeOn, ownKey, specOn, stateOfFile, textBeside, type Known } from "./document-names.ts";
import type { Place } from "./place.ts";
import { unmetNames } from "./targets.ts";

/** Keys of the state that something reads or writes and nobody declares; only where the state is declared itself. */
export function undeclaredKeys({ typed }: Snapshot, { trail }: Place): readonly string[] {
  if (typed === undefined || trail.at(-1) !== "state_schema") return [];
  const { bound, nodes } = typed;
  const used = nodes.flatMap(({ bound: { writes }, sites }) => [
    ...writes.map((write) => write.key),
    ...sites.flatMap(({ reads }) => reads.flatMap(({ root, path: [name] }) => (root === "state" && name !== undefined ? [name] : []))),
  ]);
  return [...new Set(used)].filter((name) => !bound.state.has(name));
}

/** Ids that targets name and no node has; only for the nodes of a workflow. */
export function unmetTargets(snapshot: Snapshot, { of }: FieldOf<"map">): readonly string[] {
  return snapshot.typed === undefined || of.shape !== "tagged" || of.tag !== "type" ? [] : unmetNames(snapshot, snapshot.typed);
}

export interface ArgumentKey extends Known {
  readonly isRequired: boolean;
  readonly doc: DocRef;
}

/** The fields of what a locked tool takes, in the part of it that the cursor stands in. */
export function argumentKeys(snapshot: Snapshot, cursor: Cursor, place: Place): readonly ArgumentKey[] {
  const here = argumentAt(snapshot, cursor, place);
  if (here === undefined) return [];
  const { server, tool, path } = here;
  return fieldsAt(tool, path).map((field) => ({ ...field, doc: { of: "tool", server, tool: tool.name, argument: [...path.map((step) => step ?? null), field.name] } }));
}

/** The state of the workflow that is named beside a map to or from it. */
export function childKeys(snapshot: Snapshot, place: Place): readonly Known[] {
  const child = specOn(place.trail)?.traits.child;
  const key = ownKey(place);
  if (child === undefined || (key !== child.inputs && key !== child.outputs)) return [];
  const path = textBeside(place.owner, child.document);
  return path === undefined ? [] : stateOfFile(snapshot, path);
}

/** The fields of a node's result, in a map of them to keys of the state. */
export function resultKeys(snapshot: Snapshot, cursor: Cursor, place: Place): readonly Known[] {
  const { field } = place;
  const spec = specOn(place.trail);
  if (field.shape !== "map" || field.of.shape !== "stateKey" || spec === undefined || spec.traits.child !== undefined) return [];
  const node = nodeOn(snapshot, cursor.path);
  const typed = node === undefined ? undefined : snapshot.typed?.nodes[node.index];
  return typed === undefined ? [] : fieldsOf(typed.result);
}

