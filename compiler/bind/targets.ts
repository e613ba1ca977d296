import type { Span } from "../../schemas/span.ts";
import { unknownNode } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { nearest } from "../syntax/nearest.ts";
import type { Members } from "../syntax/part.ts";
import type { TargetSite } from "./bound.ts";
import { forEachPart } from "./visit.ts";

/** Resolves names of nodes. A name that nobody has is reported, and taken for its nearest neighbour where there is one. */
export interface TargetResolver {
  readonly targetsIn: (members: Members) => readonly TargetSite[];
  /** Some name had no node near it. */
  readonly isComplete: () => boolean;
}

export function targetResolver(byId: ReadonlyMap<string, number>, found: Diagnostic[]): TargetResolver {
  const guesses = new Map<string, string | undefined>();
  let complete = true;
  const resolve = (name: string, key: string, span: Span): number | undefined => {
    const node = byId.get(name);
    if (node !== undefined) return node;
    if (!guesses.has(name)) guesses.set(name, nearest(name, byId.keys()));
    const near = guesses.get(name);
    const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
    found.push(report(unknownNode, span, { name, key, nearest: near }, { fixes }));
    if (near === undefined) complete = false;
    return near === undefined ? undefined : byId.get(near);
  };
  return {
    isComplete: () => complete,
    targetsIn: (members) => {
      const sites: TargetSite[] = [];
      forEachPart(members, (part, path) => {
        if (part.shape !== "target") return;
        const isWord = part.field.words !== undefined && Object.hasOwn(part.field.words, part.value);
        sites.push({ part, path, node: isWord ? undefined : resolve(part.value, path, part.span) });
      });
      return sites;
    },
  };
}
