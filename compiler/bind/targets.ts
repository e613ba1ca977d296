import { nearest } from "../../schemas/nearest.ts";
import { unknownNode } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { guessAmong } from "../syntax/guess.ts";
import type { PartOf } from "../syntax/part.ts";
import type { TargetSite } from "./bound.ts";
import type { LocatedPart } from "./visit.ts";

/** Resolves names of nodes. A name that nobody has is reported, and taken for its nearest neighbour where there is one. */
export interface TargetResolver {
  readonly targetsIn: (parts: readonly LocatedPart[]) => readonly TargetSite[];
  /** Some name had no node near it. */
  readonly isComplete: () => boolean;
}

export function targetResolver(byId: ReadonlyMap<string, number>, isWhole: boolean, found: Diagnostic[]): TargetResolver {
  const guess = guessAmong(byId.keys());
  let complete = true;
  const resolve = ({ value: name, span, field }: PartOf<"target">, key: string): number | undefined => {
    const node = byId.get(name);
    if (node !== undefined) return node;
    const near = nearest(name, Object.keys(field.words ?? {})) ?? guess(name);
    // A name that is near to none may be the name of a node that could not be read.
    if (near === undefined) complete = false;
    if (near === undefined && !isWhole) return undefined;
    const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
    found.push(report(unknownNode, span, { name, key, nearest: near }, { fixes }));
    return near === undefined ? undefined : byId.get(near);
  };
  return {
    isComplete: () => complete,
    targetsIn: (parts) => {
      const sites: TargetSite[] = [];
      for (const { part, path } of parts) {
        if (part.shape !== "target") continue;
        const isWord = part.field.words !== undefined && Object.hasOwn(part.field.words, part.value);
        sites.push({ part, path, node: isWord ? undefined : resolve(part, path) });
      }
      return sites;
    },
  };
}
