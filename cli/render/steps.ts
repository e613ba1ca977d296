import type { About, CallLine, StepLine } from "../../runtime/index.ts";
import type { NodeStatus } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { usageText, verdictText } from "./events.ts";
import { type Line, type Tone, widest, width } from "./page.ts";
import { took } from "./times.ts";

/** A line for each attempt, such as `→ step: search     200ms  completed`. */
export function stepLines(steps: readonly StepLine[]): readonly Line[] {
  const names = widest(steps.map(placeOf));
  const durations = widest(steps.map(durationOf));
  return steps.map((step): Line => {
    const head = `→ step: ${fill(placeOf(step), names)} ${fill(durationOf(step), durations)} `;
    const rest = detailsOf(step);
    return [head, { tone: statusTones[step.status], text: step.status }, ...(rest === "" ? [] : [{ tone: "dim" as const, text: `  ${rest}` }])];
  });
}

/** Everything that is recorded of one attempt: what it received, what it returned, how it failed. */
export function attemptLines(step: StepLine): readonly Line[] {
  const section = (name: string, value: Json | undefined): readonly Line[] =>
    value === undefined ? [] : [[{ tone: "note", text: `  ${name}` }], ...(isJsonObject(value) ? memberLines(value, "    ") : valueLines(value, "    "))];
  const duration = durationOf(step);
  return [
    [{ tone: "strong", text: nameOf(step) }, "  ", { tone: statusTones[step.status], text: step.status }, duration === "" ? "" : `  ${duration}`, step.to === undefined ? "" : `  → ${step.to}`],
    ...aboutLines(step.about).map((line) => ["  ", ...line]),
    ...section("idempotency key", step.key),
    ...section("received", step.input),
    ...(step.calls ?? []).flatMap(callLines),
    ...section("returned", step.output),
    ...section("resolved", step.resolved && resolvedText(step.resolved)),
    ...section("failed", step.failure && { [step.failure.code]: step.failure.message }),
    ...section("used", step.usage.length === 0 ? undefined : usageText(step.usage)),
  ];
}

/** What the author says of a workflow or a node, and its labels as `team=blue`. */
export function aboutLines({ name, description, labels = {} }: About): readonly (readonly { readonly tone: Tone; readonly text: string }[])[] {
  const said = [name, description].filter((text) => text !== undefined).join(": ");
  const marks = Object.entries(labels).map(([label, value]) => `${label}=${value}`).join("  ");
  return [...said.trim().split("\n"), marks].filter((text) => text !== "").map((text) => [{ tone: "dim", text }]);
}

/** `retry by ana: nothing was charged`. */
function resolvedText({ resolution, user, comment }: NonNullable<StepLine["resolved"]>): string {
  return `${resolution}${user === null ? "" : ` by ${user}`}${comment === null ? "" : `: ${comment}`}`;
}

/** One call of an attempt that makes several: what was told beyond that which the attempt received, and what came of it. */
function callLines(call: CallLine): readonly Line[] {
  const { failure } = call;
  const said: JsonObject = {
    ...(call.input === null ? {} : { told: call.input }),
    ...(call.output === undefined ? {} : { answered: call.output }),
    ...(failure === undefined ? {} : { [failure.code]: failure.message }),
    ...(call.usage.length === 0 ? {} : { used: usageText(call.usage) }),
  };
  const head = [call.durationMs === undefined ? "" : `  ${Math.round(call.durationMs)}ms`];
  return [[{ tone: "note", text: `  call ${call.step}` }, ` ${call.call}  `, { tone: statusTones[call.status], text: call.status }, ...head], ...memberLines(said, "    ")];
}

/** `key: value` for each member; what does not fit in a line follows below it. */
export function memberLines(members: { readonly [key: string]: Json }, indent: string): readonly Line[] {
  return Object.entries(members).flatMap(([key, value]): readonly Line[] => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const fits = typeof value === "string" ? !value.replace(/\n$/, "").includes("\n") : width(text) <= 100;
    const head = { tone: "dim" as const, text: `${indent}${key}:` };
    return fits ? [[head, ` ${text.replace(/\n$/, "")}`]] : [[head], ...valueLines(value, `${indent}  `)];
  });
}

const statusTones: { readonly [S in NodeStatus | "waiting"]: Tone } = {
  waiting: "warn",
  pending: "dim",
  scheduled: "dim",
  running: "note",
  completed: "good",
  failed: "bad",
  skipped: "dim",
  cancelled: "warn",
};

/** Texts keep their line breaks; data is indented. */
function valueLines(value: Json, indent: string): readonly Line[] {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  return text.replace(/\n$/, "").split("\n").map((line) => (line === "" ? "" : indent + line));
}

function nameOf({ node, visit, attempt }: StepLine): string {
  return `${node}${visit === 1 ? "" : ` #${visit}`}${attempt === 1 ? "" : ` (attempt ${attempt})`}`;
}

/** The name, set in by the branches around it. */
function placeOf(step: StepLine): string {
  return "  ".repeat(step.branches.length) + nameOf(step);
}

function durationOf({ durationMs }: StepLine): string {
  return durationMs === undefined ? "" : durationMs < 60_000 ? `${Math.round(durationMs)}ms` : took(durationMs);
}

function detailsOf({ to, usage, output, failure, resolved }: StepLine): string {
  const failed = failure === undefined ? "" : `${failure.code}: ${failure.message}`;
  const parts = [to === undefined ? "" : `→ ${to}`, output === undefined ? "" : verdictText(output), usageText(usage), resolved === undefined ? failed : `was uncertain, resolved: ${resolvedText(resolved)}`];
  return parts.filter((part) => part !== "").join("  ");
}

function fill(text: string, columns: number): string {
  return text + " ".repeat(columns - width(text));
}
