import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { memberOf, type Member, type Members, type PartOf } from "../syntax/part.ts";

/** A list of scopes as it stands in the document. */
export interface ScopeList {
  readonly part: PartOf<"list">;
  /** Its scopes, in the order of the text. */
  readonly scopes: readonly PartOf<"text">[];
}

/** The scopes a workflow asks for: `none` where it has no `oauth`, undefined where they could not be read whole. */
export function requestedScopes({ ast }: BoundWorkflow): ScopeList | "none" | undefined {
  const oauth: Member | undefined = ast.header["oauth"] ?? ast.file["oauth"];
  if (oauth === undefined) return "none";
  return oauth.part.shape === "object" ? scopesIn(oauth.part.members, "requested_scopes") : undefined;
}

/** The scopes a node needs: `none` where it names none, undefined where they could not be read whole. */
export function requiredScopes({ ast: { members } }: BoundNode): ScopeList | "none" | undefined {
  if (members["oauth_scopes"] === undefined) return "none";
  const scopes = memberOf(members, "oauth_scopes", "object");
  return scopes && scopesIn(scopes.members, "required_scopes");
}

function scopesIn(members: Members, name: string): ScopeList | undefined {
  const part = memberOf(members, name, "list");
  const scopes = part?.items.filter((item) => item.shape === "text") ?? [];
  return part !== undefined && scopes.length === part.items.length ? { part, scopes } : undefined;
}
