import type { BudgetKind, Decision, Resolution } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { budgetKinds } from "./budget.ts";

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

/** A person found out about a call of which nobody knew whether it took effect. */
export interface ResolveBody {
  readonly node: string;
  readonly visit: number;
  readonly attempt: number;
  readonly resolution: Resolution;
  /** The result of a call that was done. */
  readonly output: Json;
  readonly user: string | null;
  readonly comment: string | null;
}

/** A person gives more to spend. */
export interface BudgetBody {
  readonly by: { readonly [K in BudgetKind]?: number };
  readonly user: string | null;
}

/** What a signal says; `undefined` where this JamJet does not know it. */
export type Said =
  | { readonly kind: "event"; readonly body: EventBody }
  | { readonly kind: "approval"; readonly body: ApprovalBody }
  | { readonly kind: "resolve"; readonly body: ResolveBody }
  | { readonly kind: "budget"; readonly body: BudgetBody }
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
    case "resolve": {
      const { node, visit, attempt, resolution, output = null } = body;
      if (typeof node !== "string" || typeof visit !== "number" || typeof attempt !== "number" || (resolution !== "done" && resolution !== "retry" && resolution !== "fail")) return undefined;
      return { kind, body: { node, visit, attempt, resolution, output, user: textIn(body, "user"), comment: textIn(body, "comment") } };
    }
    case "budget": {
      const given = isJsonObject(body["by"]) ? Object.entries(body["by"]) : [];
      const by = given.filter(([name, amount]) => isBudgetKind(name) && typeof amount === "number" && amount > 0);
      return by.length === 0 || by.length < given.length ? undefined : { kind, body: { by: Object.fromEntries(by), user: textIn(body, "user") } };
    }
    case "cancel": return { kind, body: { reason: textIn(body, "reason") } };
    default: return undefined;
  }
}

function textIn(body: JsonObject, name: string): string | null {
  const value = body[name];
  return typeof value === "string" ? value : null;
}

function isBudgetKind(name: string): name is BudgetKind {
  return (budgetKinds as readonly string[]).includes(name);
}
