import { nearest } from "../../schemas/nearest.ts";
import { unknownNode } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { compact } from "../source/compact.ts";
import type { Guess } from "../syntax/guess.ts";
import type { Member, Members, Part, PartOf } from "../syntax/part.ts";
import type { TargetSite } from "./bound.ts";
import { holdsTarget, type LocatedPart } from "./visit.ts";

/** The names of nodes. */
export interface NodeNames {
  readonly byId: ReadonlyMap<string, number>;
  readonly guessNode: Guess;
  /** No part of the file is missing: a name that no node has is a mistake. */
  readonly isWhole: boolean;
}

/** Targets with the nodes that they name, and whether each names one, or nearly so. */
export interface ResolvedTargets {
  readonly targets: readonly TargetSite[];
  readonly isResolved: boolean;
}

/** Resolves names of nodes. A name that nobody has is reported, and taken for its nearest neighbour where there is one. */
export function targetsIn(parts: readonly LocatedPart[], { byId, guessNode, isWhole }: NodeNames, found: Diagnostic[]): ResolvedTargets {
  const targets: TargetSite[] = [];
  let isResolved = true;
  for (const { part, path } of parts) {
    if (part.shape !== "target") continue;
    const { value: name, span, field: { words } } = part;
    const known = byId.get(name);
    const isWord = words !== undefined && Object.hasOwn(words, name);
    if (isWord || known !== undefined) {
      targets.push({ part, path, node: isWord ? undefined : known });
      continue;
    }
    const near = nearest(name, Object.keys(words ?? {})) ?? guessNode(name);
    // A name that is near to none may be the name of a node that could not be read.
    if (near === undefined) isResolved = false;
    const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
    if (near !== undefined || isWhole) found.push(report(unknownNode, span, { name, key: path, nearest: near }, { fixes }));
    targets.push({ part, path, node: near === undefined ? undefined : byId.get(near) });
  }
  return { targets: compact(targets), isResolved };
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
    case "list": return holdsTarget(part.field) ? firstOf(part.items, (item) => targetUnder(name, item)) : undefined;
    case "map": return holdsTarget(part.field) ? firstOf(part.entries, (entry) => targetUnder(name, entry.part)) : undefined;
    case "object": case "tagged": return holdsTarget(part.field) ? targetCalled(name, part.members) : undefined;
    default: return undefined;
  }
}

/** The first that `find` finds in the items of a list. */
export function firstOf<T, F>(items: readonly T[], find: (item: T) => F | undefined): F | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
