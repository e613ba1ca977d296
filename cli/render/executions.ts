import { formatDuration } from "../../schemas/duration.ts";
import type { ExecutionStatus } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ExecutionResult, ExecutionRow, Inspection, StepLine, Totals } from "../../runtime/index.ts";
import { costText } from "./events.ts";
import type { Line, Tone } from "./page.ts";
import { memberLines, stepLines } from "./steps.ts";
import { table } from "./table.ts";

/** One line for each execution; `now` tells how long ago it began. */
export function executionTable(rows: readonly ExecutionRow[], now: number): readonly Line[] {
  return table(
    [{ title: "execution" }, { title: "workflow" }, { title: "status", tone: (text) => executionTones[text as ExecutionStatus] }, { title: "started" }, { title: "took", align: "right" }, { title: "steps", align: "right" }, { title: "cost", align: "right" }],
    rows.map((row) => [row.id, `${row.workflow_id} ${row.version}`, row.status, `${ago(now - row.started_at)} ago`, row.ended_at === null ? "" : took(row.ended_at - row.started_at), String(row.steps), costText(row.unpriced > 0 ? null : row.cost_usd)]),
  );
}

/** An execution at a glance: head, steps, state, tokens and cost. */
export function inspectionLines(inspection: Inspection): readonly Line[] {
  const { id, workflow, status, startedAt, endedAt, state, steps, totals, failure } = inspection;
  return [
    [{ tone: "strong", text: id }, `  ${workflow.id} ${workflow.version}  `, { tone: executionTones[status], text: status }],
    [{ tone: "dim", text: `started ${new Date(startedAt).toISOString()}${endedAt === null ? "" : `, took ${took(endedAt - startedAt)}`}` }],
    "",
    ...stepLines(steps),
    "",
    ...failureLines(failure),
    ...stateLines(state),
    totalsLine(totals),
  ];
}

/** How an execution stands when `run` or `resume` lets go of it. */
export function resultLines(result: ExecutionResult, workflow: Inspection["workflow"], durationMs: number): readonly Line[] {
  const status: Line = [{ tone: executionTones[result.status], text: result.status }, `  ${workflow.id} ${workflow.version}  ${result.id}  ${took(durationMs)}`];
  return [status, ...failureLines(result.failure), ...stateLines(result.state), totalsLine(result.totals)];
}

export function inspectionData({ id, tenant, workflow, status, startedAt, endedAt, state, steps, totals, failure }: Inspection): JsonObject {
  return {
    execution_id: id, tenant, workflow_id: workflow.id, version: workflow.version, status,
    started_at: startedAt, ended_at: endedAt,
    steps: steps.map(stepData), state, ...totalsData(totals),
    ...(failure === undefined ? {} : { failure: { ...failure } }),
  };
}

export function resultData(result: ExecutionResult, workflow: Inspection["workflow"], durationMs: number): JsonObject {
  return {
    execution_id: result.id, workflow_id: workflow.id, version: workflow.version, status: result.status,
    final_state: result.state, steps_executed: result.steps, duration_ms: durationMs, ...totalsData(result.totals),
    ...(result.failure === undefined ? {} : { failure: { ...result.failure } }),
    ...(result.interrupted === undefined ? {} : { interrupted: result.interrupted }),
  };
}

/** Everything that is recorded of one attempt. */
export function stepData({ durationMs, usage, failure, input, output, to, ...rest }: StepLine): JsonObject {
  return {
    ...rest,
    ...(durationMs === undefined ? {} : { duration_ms: durationMs }),
    ...(to === undefined ? {} : { to }),
    ...(input === undefined ? {} : { received: input }),
    ...(output === undefined ? {} : { returned: output }),
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
  return Object.keys(state).length === 0 ? [] : [[{ tone: "strong", text: "state" }], ...memberLines(state, "  ")];
}

function failureLines(failure: ExecutionResult["failure"]): readonly Line[] {
  return failure === undefined ? [] : [[{ tone: "bad", text: failure.code }, `: ${failure.message}`]];
}

function totalsLine({ input_tokens, output_tokens, cost_usd, uncounted, unpriced }: Totals): Line {
  const uncountedText = uncounted === 0 ? "" : ` (and ${uncounted} call${uncounted === 1 ? "" : "s"} that did not say)`;
  return [{ tone: "strong", text: "tokens" }, `: ${input_tokens} in, ${output_tokens} out${uncountedText}   `, { tone: "strong", text: "cost" }, `: ${unpriced > 0 ? "unknown" : costText(cost_usd)}`];
}

/** `2.31s`, `840ms`, `1m5s`: as precise as one cares for. */
function took(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}ms` : ms < 60_000 ? `${(ms / 1000).toFixed(2)}s` : formatDuration(Math.round(ms / 1000) * 1000);
}

function ago(ms: number): string {
  const unit = [86_400_000, 3_600_000, 60_000].find((each) => ms >= each) ?? 1000;
  return formatDuration(Math.max(0, Math.floor(ms / unit) * unit));
}
