import { unreachable } from "../../schemas/bug.ts";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { RunEvent, StoredEvent, Usage } from "../../schemas/event.ts";
import { formatDuration } from "../../schemas/duration.ts";
import { type Line, type Piece, type Tone, widest } from "./page.ts";

/** One line for each event: number, time of day (UTC), type, node, and what is worth knowing at a glance. */
export function eventLines(events: readonly StoredEvent[]): readonly Line[] {
  const digits = String(events.at(-1)?.seq ?? 0).length;
  const types = widest(events.map(({ event }) => event.type));
  return events.map(({ seq, at, event }): Line => {
    const tone = toneOf(event);
    const type = event.type.padEnd(types);
    const head: Piece[] = [{ tone: "dim", text: `${String(seq).padStart(digits)}  ${timeOfDay(at)}  ` }, tone ? { tone, text: type } : type];
    const words = wordsOf(event).filter((word) => word !== "");
    return words.length === 0 ? head : [...head, `  ${words.join("  ")}`];
  });
}

/** `09:31:00.012`, in UTC. */
function timeOfDay(at: number): string {
  return new Date(at).toISOString().slice(11, 23);
}

/** `claude-haiku-4-5, 812 + 240 tokens, $0.0021`, the calls of one model together; what is unknown is said to be unknown. */
export function usageText(usage: readonly Usage[]): string {
  const models = [...new Set(usage.map(({ model }) => model))];
  return models.map((model) => {
    const calls = usage.filter((call) => call.model === model);
    const sum = (amountOf: (call: Usage) => number | null): number | null => calls.map(amountOf).reduce((total, amount) => (total === null || amount === null ? null : total + amount));
    const [input, output] = [sum((call) => call.input_tokens), sum((call) => call.output_tokens)];
    const name = calls.length === 1 ? model : `${model} (${calls.length} calls)`;
    return [name, `${input ?? "?"} + ${output ?? "?"} tokens`, costText(sum((call) => call.cost_usd))].join(", ");
  }).join("; ");
}

/** What scorers said, where `output` is a verdict: each that did not pass, and why. */
export function verdictText(output: Json): string {
  if (!isJsonObject(output) || typeof output["passed"] !== "boolean" || !Array.isArray(output["scorers"])) return "";
  const failed = (output["scorers"] as readonly Json[]).filter((each) => isJsonObject(each) && each["passed"] === false) as readonly JsonObject[];
  return output["passed"] ? "passed" : `not passed: ${failed.map(({ scorer, message }) => `${String(scorer)}: ${String(message)}`).join("; ")}`;
}

/** Dollars with as many digits as small prices need; `null` is a price that nobody told us. */
export function costText(usd: number | null): string {
  if (usd === null) return "cost unknown";
  return `$${usd === 0 || usd >= 1 ? usd.toFixed(2) : usd.toPrecision(2).includes("e") ? usd.toFixed(8) : usd.toPrecision(2)}`;
}

/** `until 2026-03-01T09:00:00Z`, `for 'paid', at most until …`: what a node waits for. */
export function waitText({ until, input, due_at: due, timeout_at: end }: Extract<RunEvent, { readonly type: "wait_started" }>): string {
  const event = isJsonObject(input) && typeof input["event"] === "string" ? input["event"] : undefined;
  const what = until === "approval" ? "for a decision" : event === undefined ? "" : `for '${event}'`;
  const when = due === null ? "" : `${what === "" ? "" : "or "}until ${momentText(due)}`;
  return [what, when, end === null ? "" : `at most until ${momentText(end)}`].filter((part) => part !== "").join(", ");
}

/** `approved by ana: fine with me`. */
export function decisionText({ decision, user, comment }: Pick<Extract<RunEvent, { readonly type: "approval_received" }>, "decision" | "user" | "comment">): string {
  return `${decision}${user === null ? "" : ` by ${user}`}${comment === null ? "" : `: ${comment}`}`;
}

/** `2026-03-01T09:00:00Z`: in UTC, to the second. */
export function momentText(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

const auditText = ({ audited }: { readonly audited?: string }): string => (audited === undefined ? "" : `audited by '${audited}'`);

/** `3 rules`, or the lists of a block. */
function policyText({ rules, ...lists }: ProjectPolicy): string {
  return rules === undefined ? Object.keys(lists).join(", ") : `${rules.length} rule${rules.length === 1 ? "" : "s"}`;
}

function toneOf(event: RunEvent): Tone | undefined {
  if (event.type === "workflow_completed") return "good";
  return event.type.endsWith("failed") || event.type.endsWith("exceeded") ? "bad" : undefined;
}

function wordsOf(event: RunEvent): readonly string[] {
  switch (event.type) {
    case "workflow_started":
      return [`${event.workflow_id} ${event.version}`];
    case "node_scheduled":
      return [nodeOf(event), ...event.passed.map(({ node, to }) => `(${node} → ${to})`)];
    case "node_started":
      return [nodeOf(event), event.attempt === 1 ? "" : `attempt ${event.attempt}`, auditText(event)];
    case "node_completed":
      return [nodeOf(event), `${Math.round(event.duration_ms)}ms`, event.writes.map(({ key }) => key).join(", "), usageText(event.usage)];
    case "node_failed":
      return [nodeOf(event), `${Math.round(event.duration_ms)}ms`, `${event.failure.code}: ${event.failure.message}`];
    case "step_started":
      return [nodeOf(event), `${event.step}. ${event.call}`, auditText(event)];
    case "step_completed":
      return [nodeOf(event), `${event.step}.`, `${Math.round(event.duration_ms)}ms`, event.failure === null ? "" : `${event.failure.code}: ${event.failure.message}`, usageText(event.usage)];
    case "tool_seen":
      return [nodeOf(event), `${event.server}.${event.tool}`];
    case "retry_scheduled":
      return [nodeOf(event), `attempt ${event.attempt} in ${formatDuration(event.delay_ms)}`];
    case "node_uncertain":
      return [nodeOf(event), `${event.failure.code}: ${event.failure.message}`];
    case "uncertainty_resolved":
      return [nodeOf(event), event.resolution, personText(event)];
    case "budget_exceeded":
      return [nodeOf(event), budgetText(event)];
    case "budget_raised":
      return [Object.entries(event.by).map(([kind, amount]) => `${kind} +${amount}`).join(", "), event.user ?? ""];
    case "policy_adopted":
      return [policyText(event.policy)];
    case "branches_forked":
      return [nodeOf(event), `→ ${event.branches.join(", ")}`, ...event.passed.map(({ node, to }) => `(${node} → ${to})`)];
    case "branch_ended":
      return [nodeOf(event), event.branch];
    case "branches_joined":
      return [nodeOf(event), `→ ${event.join}`, event.cancelled.length === 0 ? "" : `cancelled ${event.cancelled.join(", ")}`];
    case "wait_started":
      return [nodeOf(event), waitText(event)];
    case "timer_fired": case "wait_timed_out":
      return [nodeOf(event)];
    case "event_received":
      return [nodeOf(event), event.event, event.writes.map(({ key }) => key).join(", ")];
    case "approval_requested":
      return [nodeOf(event), event.reason];
    case "approval_received":
      return [nodeOf(event), decisionText(event)];
    case "workflow_retried":
      return [nodeOf(event), `attempt ${event.attempt}`];
    case "workflow_completed":
      return [event.node];
    case "workflow_failed":
      return [event.node ?? "", `${event.failure.code}: ${event.failure.message}`];
    case "workflow_cancelled":
      return [event.reason ?? ""];
    case "workflow_limit_exceeded":
      return [event.node, event.limit];
    default:
      return unreachable(event, "wordsOf");
  }
}

/** `by maria: "it is in the ledger"`, as far as anybody said so. */
function personText({ user, comment }: { readonly user: string | null; readonly comment: string | null }): string {
  return [user === null ? "" : `by ${user}`, comment === null ? "" : `"${comment}"`].filter((part) => part !== "").join(": ");
}

/** `cost_usd: $0.50 of $0.60 spent, the next call may need $0.20`. */
export function budgetText({ kind, limit, spent, wanted }: Pick<Extract<RunEvent, { readonly type: "budget_exceeded" }>, "kind" | "limit" | "spent" | "wanted">): string {
  const text = (amount: number): string => (kind === "cost_usd" ? costText(amount) : String(amount));
  const next = wanted === 0 ? "" : `, the next call may need ${wanted === null ? "an unknown amount" : text(wanted)}`;
  return `${kind}: ${text(spent)} of ${text(limit)} spent${next}`;
}

function nodeOf({ node, visit }: { readonly node: string; readonly visit: number }): string {
  return visit === 1 ? node : `${node} #${visit}`;
}
