import type { Decision } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";

/** What is posted to an execution from outside. An id is consumed once. */
export interface Signal {
  readonly kind: string;
  readonly id: string;
  readonly body: Json;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Something happened that a node may wait for. */
export interface EventBody {
  readonly event: string;
  readonly correlation_key: string | null;
  readonly data: Json;
}

/** A person decided. */
export interface ApprovalBody {
  /** The number of the event that asked. */
  readonly request: number;
  readonly decision: Decision;
  readonly user: string | null;
  readonly comment: string | null;
  readonly patch: JsonObject;
}

/** What a signal says; `undefined` where this JamJet does not know it. */
export type Said =
  | { readonly kind: "event"; readonly body: EventBody }
  | { readonly kind: "approval"; readonly body: ApprovalBody }
  | { readonly kind: "cancel"; readonly body: { readonly reason: string | null } };

/** Reads a signal as another process, or another version, has posted it. */
export function saidBy({ kind, body }: Signal): Said | undefined {
  if (!isJsonObject(body)) return undefined;
  switch (kind) {
    case "event": {
      const { event, data = null } = body;
      return typeof event === "string" ? { kind, body: { event, correlation_key: textIn(body, "correlation_key"), data } } : undefined;
    }
    case "approval": {
      const { request, decision, patch } = body;
      if (typeof request !== "number" || (decision !== "approved" && decision !== "rejected")) return undefined;
      return { kind, body: { request, decision, user: textIn(body, "user"), comment: textIn(body, "comment"), patch: isJsonObject(patch) ? patch : {} } };
    }
    case "cancel": return { kind, body: { reason: textIn(body, "reason") } };
    default: return undefined;
  }
}

function textIn(body: JsonObject, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}
