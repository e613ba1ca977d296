import type { ExecutionStatus } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { About, CallLine, ExecutionResult, ExecutionRow, Inspection, StepLine, Totals } from "../../runtime/index.ts";
import { costText, momentText } from "./events.ts";
import type { Line, Tone } from "./page.ts";
import { aboutLines, memberLines, stepLines } from "./steps.ts";
import { table } from "./table.ts";
import { ago, took } from "./times.ts";
import { waitData } from "./waits.ts";

/** One line for each execution, a few on a narrow screen; `now` tells how long ago it began, `isLive` whether some process carries it. */
export function executionTable(rows: readonly ExecutionRow[], now: number, isLive: (id: string) => boolean, screen: number | undefined): readonly Line[] {
  return table(
    [{ title: "execution" }, { title: "workflow" }, { title: "status", tone: (text) => (text === "interrupted" || text === "waiting" ? "warn" : executionTones[text as ExecutionStatus]) }, { title: "started" }, { title: "took", align: "right" }, { title: "steps", align: "right" }, { title: "cost", align: "right" }],
    rows.map((row) => [row.id, `${row.workflow_id} ${row.version}`, shownStatus(row.status, wakeOf(row), () => isLive(row.id)).text, `${ago(now - row.started_at)} ago`, row.ended_at === null ? "" : took(row.ended_at - row.started_at), String(row.steps), costText(row.unpriced > 0 ? null : row.cost_usd)]),
    screen,
  );
}

/** An execution at a glance: head, steps, state, tokens and cost. */
export function inspectionLines(inspection: Inspection, isLive: boolean): readonly Line[] {
  const { id, workflow, status, startedAt, endedAt, state, steps, totals, failure, cause } = inspection;
  const shown = shownStatus(status, inspection.wakeAt, () => isLive);
  return [
    [{ tone: "strong", text: id }, `  ${workflow.id} ${workflow.version}  `, shown],
    ...aboutLines(workflow),
    [{ tone: "dim", text: `started ${new Date(startedAt).toISOString()}${endedAt === null ? "" : `, took ${took(endedAt - startedAt)}`}` }],
    ...(steps.length === 0 ? [] : ["", ...stepLines(steps)]),
    "",
    ...failureLines(failure, cause),
    ...stateLines(state),
    totalsLine(totals),
  ];
}

/** What to do with an execution that nobody carries: `resume` is the command that goes on with it. */
export function goOnLines({ status, wakeAt, canRetry }: Inspection, isLive: boolean, resume: string): readonly Line[] {
  if (canRetry === true) return ["", `try it again with: ${resume} --retry`];
  if (status !== "running" || isLive) return [];
  const why = wakeAt === undefined ? "nobody carries it now. go on with: " : `it waits until ${momentText(wakeAt)}, and nobody carries it. stay with it, or go on once that has come, with: `;
  return ["", `${why}${resume}`];
}

/** How an execution stands when `run` or `resume` lets go of it. */
export function resultLines(result: ExecutionResult, { workflow, cause }: Inspection, durationMs: number): readonly Line[] {
  const status: Line = [shownStatus(result.status, undefined, () => false), `  ${workflow.id} ${workflow.version}  ${result.id}  ${took(durationMs)}`];
  return [status, ...failureLines(result.failure, cause), ...stateLines(result.state), totalsLine(result.totals)];
}

/** One execution of `ls`, as data. */
export function rowData(row: ExecutionRow, isLive: boolean): JsonObject {
  const { id, workflow_id, version, status, started_at: startedAt, ended_at: endedAt, steps, failure_code: code, failure_message: message } = row;
  return executionData({ id, workflow: { id: workflow_id, version }, status, isLive, startedAt, durationMs: endedAt === null ? null : endedAt - startedAt, wakeAt: wakeOf(row), steps, totals: row, failure: code === null ? undefined : { code, message: message ?? "" } });
}

export function inspectionData({ steps, waits, startedAt, endedAt, state, failure, cause, ...rest }: Inspection, isLive: boolean): JsonObject {
  const done = steps.filter((step) => step.status === "completed" && step.durationMs !== undefined && !isWait(step)).length;
  const facts = executionData({ ...rest, isLive, startedAt, durationMs: endedAt === null ? null : endedAt - startedAt, steps: done, failure: failure && { ...failure } });
  return { ...facts, ...aboutData(rest.workflow), ...causeData(cause), attempts: steps.map(stepData), ...(waits.length === 0 ? {} : { waits: waits.map(waitData) }), state };
}

/** A wait is no step: nothing was done. */
function isWait({ kind }: StepLine): boolean {
  return kind === "wait" || kind === "human_approval";
}

export function resultData({ id, status, steps, totals, failure, state, interrupted }: ExecutionResult, { workflow, startedAt, cause }: Inspection, durationMs: number): JsonObject {
  const facts = executionData({ id, workflow, status, isLive: false, startedAt, durationMs, steps, totals, failure: failure && { ...failure } });
  return { ...facts, ...causeData(cause), state, ...(interrupted === undefined ? {} : { interrupted }) };
}

interface ExecutionFacts {
  readonly id: string;
  readonly workflow: Inspection["workflow"];
  readonly status: ExecutionStatus;
  readonly isLive: boolean;
  readonly startedAt: number;
  readonly durationMs: number | null;
  readonly wakeAt?: number | undefined;
  readonly steps: number;
  readonly totals: Totals;
  readonly failure: JsonObject | undefined;
}

/** The names that every command uses for what it says of an execution. */
function executionData({ id, workflow, status, isLive, startedAt, durationMs, wakeAt, steps, totals, failure }: ExecutionFacts): JsonObject {
  return {
    execution_id: id, workflow_id: workflow.id, version: workflow.version, status, live: isLive,
    started_at: new Date(startedAt).toISOString(), duration_ms: durationMs, ...(wakeAt === undefined || status !== "running" ? {} : { waits_until: momentText(wakeAt) }), steps, ...totalsData(totals),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** The status for people: an execution that is under way, and that nobody carries, is interrupted, or waits for its moment. */
function shownStatus(status: ExecutionStatus, wakeAt: number | undefined, isLive: () => boolean): { readonly tone: Tone; readonly text: string } {
  if (status !== "running" || isLive()) return { tone: executionTones[status], text: status };
  return { tone: "warn", text: wakeAt === undefined ? "interrupted" : "waiting" };
}

/** The moment that an execution waits for. One that has something to do is due since it began. */
function wakeOf({ wake_at: wakeAt, started_at: startedAt }: ExecutionRow): number | undefined {
  return wakeAt !== null && wakeAt > startedAt ? wakeAt : undefined;
}

function aboutData({ name, description, labels }: About): JsonObject {
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }), ...(labels === undefined ? {} : { labels: { ...labels } }) };
}

/** Everything that is recorded of one attempt. */
export function stepData({ about, durationMs, key, usage, failure, input, output, to, calls, branches, resolved, ...rest }: StepLine): JsonObject {
  return {
    ...rest,
    ...aboutData(about),
    ...(branches.length === 0 ? {} : { branches }),
    ...(key === undefined ? {} : { idempotency_key: key }),
    ...(durationMs === undefined ? {} : { duration_ms: durationMs }),
    ...(to === undefined ? {} : { to }),
    ...(resolved === undefined ? {} : { resolved: { ...resolved } }),
    ...(input === undefined ? {} : { received: input }),
    ...(output === undefined ? {} : { returned: output }),
    ...(failure === undefined ? {} : { failure: { ...failure } }),
    ...(calls === undefined ? {} : { calls: calls.map(callData) }),
    usage: usage.map((call) => ({ ...call })),
  };
}

function callData({ durationMs, key, usage, failure, input, output, ...rest }: CallLine): JsonObject {
  return {
    ...rest,
    idempotency_key: key,
    ...(durationMs === undefined ? {} : { duration_ms: durationMs }),
    told: input,
    ...(output === undefined ? {} : { answered: output }),
    ...(failure === undefined ? {} : { failure: { ...failure } }),
    usage: usage.map((call) => ({ ...call })),
  };
}

export const executionTones: { readonly [S in ExecutionStatus]: Tone } = {
  pending: "dim",
  running: "note",
  paused: "warn",
  completed: "good",
  failed: "bad",
  cancelled: "warn",
  limit_exceeded: "bad",
};

function totalsData({ input_tokens, output_tokens, cost_usd, uncounted, unpriced }: Totals): JsonObject {
  return { tokens: { input: input_tokens, output: output_tokens, uncounted_calls: uncounted }, cost_usd: unpriced > 0 ? null : cost_usd };
}

function stateLines(state: JsonObject): readonly Line[] {
  const members = Object.fromEntries(Object.entries(state).map(([key, value]) => [key, shortened(value)]));
  return Object.keys(state).length === 0 ? [] : [[{ tone: "strong", text: "state" }], ...memberLines(members, "  ")];
}

/** One value of megabytes would hide all others, and what is said below them. */
function shortened(value: Json): Json {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  if (text.length <= mostCharacters) return value;
  const head = text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, "");
  return `${head}…\n(${text.length - head.length} more characters: --json has them all)`;
}

const mostCharacters = 10_000;

function failureLines(failure: ExecutionResult["failure"], cause: Inspection["cause"]): readonly Line[] {
  if (failure === undefined) return [];
  const before: readonly Line[] = cause === undefined ? [] : [[{ tone: "dim", text: `  before it, '${cause.node}' failed: ` }, `${cause.failure.code}: ${cause.failure.message}`]];
  return [[{ tone: "bad", text: failure.code }, `: ${failure.message}`], ...before];
}

function causeData(cause: Inspection["cause"]): JsonObject {
  return cause === undefined ? {} : { cause: { node: cause.node, ...cause.failure } };
}

function totalsLine({ input_tokens, output_tokens, cost_usd, uncounted, unpriced }: Totals): Line {
  const uncountedText = uncounted === 0 ? "" : ` (and ${uncounted} call${uncounted === 1 ? "" : "s"} that did not say)`;
  return [{ tone: "strong", text: "tokens" }, `: ${input_tokens} in, ${output_tokens} out${uncountedText}   `, { tone: "strong", text: "cost" }, `: ${unpriced > 0 ? "unknown" : costText(cost_usd)}`];
}
