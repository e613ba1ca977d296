import { nearest } from "../../schemas/nearest.ts";
import { unknownNode } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import type { Guess } from "../syntax/guess.ts";
import type { Member, Members, Part, PartOf } from "../syntax/part.ts";
import type { TargetSite } from "./bound.ts";
import { holdsTarget, type PartPath } from "./visit.ts";

/** The names of nodes. */
export interface NodeNames {
  readonly byId: ReadonlyMap<string, number>;
  readonly guessNode: Guess;
  /** No part of the file is missing: a name that no node has is a mistake. */
  readonly isWhole: boolean;
}

/** A target with the node that it names. A name that nobody has is reported, and taken for its nearest neighbour where there is one. */
export function targetSite(part: PartOf<"target">, path: PartPath, names: NodeNames, found: Diagnostic[]): TargetSite {
  const { value: name, span } = part;
  const { byId } = names;
  if (isWord(part)) return { part, path, node: undefined };
  const node = byId.get(name);
  if (node !== undefined) return { part, path, node };
  const near = nearTo(part, names);
  const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
  if (near !== undefined || names.isWhole) found.push(report(unknownNode, span, { name, key: path, nearest: near }, { fixes }));
  return { part, path, node: near === undefined ? undefined : byId.get(near) };
}

/** Whether each target names a node, or nearly so: a name that is near to none may be that of a node that could not be read. */
export function areResolved(targets: readonly TargetSite[], names: NodeNames): boolean {
  return targets.every(({ part, node }) => node !== undefined || isWord(part) || nearTo(part, names) !== undefined);
}

function isWord({ value, field: { words } }: PartOf<"target">): boolean {
  return words !== undefined && Object.hasOwn(words, value);
}

function nearTo({ value, field: { words } }: PartOf<"target">, { guessNode }: NodeNames): string | undefined {
  return nearest(value, Object.keys(words ?? {})) ?? guessNode(value);
}

/** The first target under `members` that is written so. */
export function targetCalled(name: string, members: Members): PartOf<"target"> | undefined {
  for (const key in members) {
    const found = targetUnder(name, (members[key] as Member).part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function targetUnder(name: string, part: Part): PartOf<"target"> | undefined {
  switch (part.shape) {
    case "target": return part.value === name ? part : undefined;
    case "list": return holdsTarget(part.field) ? targetAmong(name, part.items) : undefined;
    case "map": return holdsTarget(part.field) ? targetAmong(name, part.entries.map((entry) => entry.part)) : undefined;
    case "object": case "tagged": return holdsTarget(part.field) ? targetCalled(name, part.members) : undefined;
    default: return undefined;
  }
}

function targetAmong(name: string, parts: readonly Part[]): PartOf<"target"> | undefined {
  for (const part of parts) {
    const found = targetUnder(name, part);
    if (found !== undefined) return found;
  }
  return undefined;
}
