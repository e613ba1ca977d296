import type { NodeStatus } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import type { Attempt, Step } from "../story.ts";
import { usageText } from "./events.ts";
import type { Line, Piece, Tone } from "./page.ts";
import { width } from "./page.ts";

/** A line for each step, such as `→ step: search     200ms  completed`. */
export function stepLines(steps: readonly Step[]): readonly Line[] {
  const rows = steps.map((step) => ({ step, name: nameOf(step), duration: durationOf(step) }));
  const names = Math.max(0, ...rows.map(({ name }) => width(name)));
  const durations = Math.max(0, ...rows.map(({ duration }) => width(duration)));
  return rows.map(({ step, name, duration }): Line => {
    const rest = detailsOf(step);
    const head = `→ step: ${fill(name, names)} ${fill(duration, durations)} `;
    const status: Piece = { tone: statusTones[step.status], text: step.status };
    return rest === "" ? [head, status] : [head, status, { tone: "dim", text: `  ${rest}` }];
  });
}

/** Everything that is recorded of one visit: what each attempt received, returned and wrote. */
export function visitLines(step: Step): readonly Line[] {
  const head: Line = [{ tone: "strong", text: nameOf(step) }, `  `, { tone: statusTones[step.status], text: step.status }, step.to === undefined ? "" : `  → ${step.to}`];
  return [head, ...step.attempts.flatMap((attempt) => attemptLines(attempt, step.attempts.length))];
}

/** The members of an object, one a line, in the order they have; long texts keep their line breaks. */
export function valueLines(value: Json, indent: string): readonly Line[] {
  if (typeof value === "string") return value.split("\n").map((line) => `${indent}${line}`);
  return JSON.stringify(value, undefined, 2).split("\n").map((line) => `${indent}${line}`);
}

/** `key: value`; what does not fit in a line follows below. */
export function memberLines(members: { readonly [key: string]: Json }, indent: string): readonly Line[] {
  return Object.entries(members).flatMap(([key, value]): readonly Line[] => {
    const oneLine = typeof value === "string" ? (value.includes("\n") ? undefined : value) : JSON.stringify(value);
    if (oneLine !== undefined && (typeof value === "string" || width(oneLine) <= 100)) return [[{ tone: "dim", text: `${indent}${key}: ` }, oneLine]];
    return [[{ tone: "dim", text: `${indent}${key}:` }], ...valueLines(value, `${indent}  `)];
  });
}

export const statusTones: { readonly [S in NodeStatus]: Tone } = {
  pending: "dim",
  scheduled: "dim",
  running: "note",
  completed: "good",
  failed: "bad",
  skipped: "dim",
  cancelled: "warn",
};

function attemptLines(attempt: Attempt, count: number): readonly Line[] {
  const title = count === 1 ? [] : [`  attempt ${attempt.attempt}`];
  const section = (name: string, lines: readonly Line[]): readonly Line[] => [[{ tone: "note", text: `  ${name}` }], ...lines];
  return [
    ...title,
    ...section("received", isMembers(attempt.received) ? memberLines(attempt.received, "    ") : valueLines(attempt.received, "    ")),
    ...(attempt.returned === undefined ? [] : section("returned", isMembers(attempt.returned) ? memberLines(attempt.returned, "    ") : valueLines(attempt.returned, "    "))),
    ...(attempt.wrote === undefined || Object.keys(attempt.wrote).length === 0 ? [] : section("wrote", memberLines(attempt.wrote, "    "))),
    ...(attempt.failure === undefined ? [] : section("failed", [[{ tone: "bad", text: `    ${attempt.failure.code}` }, `: ${attempt.failure.message}`]])),
    ...(attempt.usage.length === 0 ? [] : section("used", [`    ${usageText(attempt.usage)}`])),
    [{ tone: "dim", text: `  key ${attempt.key}, effect ${attempt.effect}${attempt.duration_ms === undefined ? "" : `, ${attempt.duration_ms}ms`}` }],
  ];
}

function isMembers(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf({ node, visit }: Step): string {
  return visit === 1 ? node : `${node} #${visit}`;
}

function durationOf({ duration_ms, attempts }: Step): string {
  return duration_ms === undefined || attempts.length === 0 ? "" : `${duration_ms}ms`;
}

function detailsOf(step: Step): string {
  const last = step.attempts.at(-1);
  const usage = step.attempts.flatMap((attempt) => attempt.usage);
  return [
    step.to === undefined ? "" : `→ ${step.to}`,
    step.attempts.length > 1 ? `${step.attempts.length} attempts` : "",
    usageText(usage),
    last?.failure === undefined ? "" : `${last.failure.code}: ${last.failure.message}`,
  ]
    .filter((part) => part !== "")
    .join("  ");
}

function fill(text: string, columns: number): string {
  return text + " ".repeat(columns - width(text));
}
