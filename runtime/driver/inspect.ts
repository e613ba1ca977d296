import { unreachable } from "../../schemas/bug.ts";
import type { ExecutionStatus, NodeStatus, Resolution, RunEvent, StoredEvent, Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { NodeKind } from "../../schemas/nodes/index.ts";
import { retryOf } from "../core/again.ts";
import { evolve } from "../core/evolve.ts";
import { gathers } from "../core/lanes.ts";
import type { Plan } from "../core/plan.ts";
import type { RunState } from "../core/state.ts";
import { newState, valuesOf } from "../core/state.ts";
import { isUnrepeatable } from "../core/settle.ts";
import { decisionOutput, standingOf } from "../core/suspend.ts";
import type { Totals } from "../core/totals.ts";
import { evalFailure, verdictIn } from "../core/verdict.ts";
import { branchPlaces } from "./branch-places.ts";
import type { WaitLine } from "./waits.ts";
import { waitLines } from "./waits.ts";

/** One attempt of a visit, or a node that was passed on the way. */
export interface StepLine {
  readonly node: string;
  readonly kind: NodeKind;
  /** What its author says of it. */
  readonly about: About;
  readonly visit: number;
  readonly attempt: number;
  /** The branches it ran in, each by its first node, the outermost first; empty outside of branches. */
  readonly branches: readonly string[];
  /** `waiting`: the node waits for somebody or something, and nothing is under way for it. */
  readonly status: NodeStatus | "waiting";
  /** What peers are told to know the attempt again by; absent for a node that only steers. */
  readonly key?: string;
  /** Absent while it runs, and for a node that only steers. */
  readonly durationMs?: number;
  readonly usage: readonly Usage[];
  /** What it received; absent for a node that only steers, and where it could not be rendered. */
  readonly input?: Json;
  readonly output?: Json;
  readonly failure?: Failure;
  /** What a person found out about a call of which nobody knew whether it took effect. */
  readonly resolved?: Resolved;
  /** The edge that a node that only steers chose. */
  readonly to?: string;
  /** The calls of an attempt that makes several; absent where it makes none or one. */
  readonly calls?: readonly CallLine[];
}

/** What an author says of a workflow or a node, for people. */
export interface About {
  readonly name?: string;
  readonly description?: string;
  readonly labels?: { readonly [label: string]: string };
}

/** A person's word on an uncertain call; `null` where they left it out. */
export interface Resolved {
  readonly resolution: Resolution;
  readonly user: string | null;
  readonly comment: string | null;
}

/** One call of an attempt that makes several. */
export interface CallLine {
  readonly step: number;
  /** A model, or `server.tool`. */
  readonly call: string;
  readonly status: NodeStatus;
  readonly key: string;
  /** Absent while it is under way. */
  readonly durationMs?: number;
  readonly usage: readonly Usage[];
  readonly input: Json;
  readonly output?: Json;
  readonly failure?: Failure;
}

/** An execution as its log tells it. */
export interface Inspection {
  readonly id: string;
  readonly tenant: string;
  readonly workflow: { readonly id: string; readonly version: string } & About;
  readonly status: ExecutionStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly state: JsonObject;
  readonly steps: readonly StepLine[];
  /** What it waits for. */
  readonly waits: readonly WaitLine[];
  /** The moment at which it goes on by itself, where nothing is to be done before; milliseconds since the epoch. */
  readonly wakeAt?: number;
  readonly totals: Totals;
  readonly failure?: Failure;
  /** Whether `resume` with `retry` would try it again. */
  readonly canRetry?: true;
  /** What failed last before an end that fails the execution by itself was reached. */
  readonly cause?: { readonly node: string; readonly failure: Failure };
}

/** The state that a log comes to. */
export function foldLog(plan: Plan, id: string, events: readonly StoredEvent[]): RunState {
  let state = newState(id);
  for (const stored of events) state = evolve(plan, state, stored);
  return state;
}

/** What happened in an execution, attempt by attempt, in the order in which they began. */
export function inspectLog(plan: Plan, id: string, tenant: string, events: readonly StoredEvent[]): Inspection {
  const state = foldLog(plan, id, events);
  const { workflow } = plan.program;
  const steps = abandoned(plan, state, stepLines(plan, events));
  const cause = state.failure === null ? undefined : causeBefore(plan, steps);
  const { status, wakeAt } = standingOf(state);
  return {
    id,
    tenant,
    workflow,
    status,
    startedAt: events[0]?.at ?? 0,
    endedAt: state.endedAt,
    state: valuesOf(state),
    steps,
    waits: waitLines(plan, state),
    ...(typeof wakeAt === "number" ? { wakeAt } : {}),
    totals: state.totals,
    ...(state.failure === null ? {} : { failure: state.failure }),
    ...(retryOf(plan, state).ok ? { canRetry: true } : {}),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Where the last step is an end, the attempt before it that failed, or whose scorers did not pass; the latest of them. */
function causeBefore(plan: Plan, steps: readonly StepLine[]): Inspection["cause"] {
  const last = steps.at(-1);
  if (last === undefined || plan.op(plan.slotOf(last.node)).op !== "halt") return undefined;
  const causes = steps.flatMap(({ node, failure, output }) => {
    const why = failure ?? (plan.op(plan.slotOf(node)).op === "judge" && output !== undefined && !verdictIn(output).passed ? evalFailure(node, verdictIn(output)) : undefined);
    return why === undefined ? [] : [{ node, failure: why }];
  });
  return causes.at(-1);
}

const givenUp = failure("uncertain", "it was given up with its call under way: nobody knows whether that took effect");

/** What was under way when its branch or the execution was given up was cancelled, though no event says so of it. */
function abandoned(plan: Plan, state: RunState, lines: readonly StepLine[]): readonly StepLine[] {
  const standing = new Set([...state.tokens.values()].map(({ slot, visit }) => `${plan.op(slot).node}/${visit}`));
  const isOver = ({ node, visit, status }: StepLine): boolean => (status === "running" || status === "waiting" || status === "scheduled") && !standing.has(`${node}/${visit}`);
  const inTheDark = ({ node, status }: StepLine): boolean => status === "running" && isUnrepeatable(plan.op(plan.slotOf(node)));
  return lines.map((line) => (isOver(line) ? { ...line, status: "cancelled", ...(inTheDark(line) ? { failure: givenUp } : {}) } : line));
}

function stepLines(plan: Plan, events: readonly StoredEvent[]): readonly StepLine[] {
  const lines = new Map<string, StepLine>();
  const places = branchPlaces();
  const put = (node: string, visit: number, attempt: number, change: Omit<Partial<StepLine>, "node" | "kind" | "about" | "visit" | "attempt" | "branches">): void => {
    const name = `${node}/${visit}/${attempt}`;
    const { kind, description, labels } = plan.op(plan.slotOf(node));
    const about = { ...(description === undefined ? {} : { description }), ...(labels === undefined ? {} : { labels }) };
    lines.set(name, { status: "scheduled", usage: [], ...lines.get(name), node, kind, about, visit, attempt, branches: places.of(node, visit), ...change });
  };
  const usageOf = (event: { readonly node: string; readonly visit: number; readonly attempt: number; readonly usage: readonly Usage[] }): readonly Usage[] =>
    [...(lines.get(`${event.node}/${event.visit}/${event.attempt}`)?.usage ?? []), ...event.usage];
  const visits = (node: string): number => [...lines.values()].filter((line) => line.node === node).length;
  /** Nodes that wait, and when they began to. */
  const waitingSince = new Map<string, number>();
  const since = (node: string, at: number): number => {
    const begun = waitingSince.get(node) ?? at;
    waitingSince.delete(node);
    return Math.max(0, at - begun);
  };
  for (const { event, at } of events) {
    places.follow(event);
    if ("passed" in event) for (const { node, visit, to } of event.passed) put(node, visit, 1, { status: "completed", to });
    switch (event.type) {
      case "node_scheduled": put(event.node, event.visit, 1, {}); break;
      case "retry_scheduled": put(event.node, event.visit, event.attempt, {}); break;
      case "node_started": put(event.node, event.visit, event.attempt, { status: "running", key: event.key, input: event.input }); break;
      case "node_completed": put(event.node, event.visit, event.attempt, { status: "completed", output: event.output, durationMs: event.duration_ms, usage: usageOf(event) }); break;
      case "node_failed": put(event.node, event.visit, event.attempt, { status: "failed", failure: event.failure, durationMs: event.duration_ms, usage: usageOf(event) }); break;
      case "step_started": case "step_completed": {
        const { calls = [] } = lines.get(`${event.node}/${event.visit}/${event.attempt}`) ?? {};
        put(event.node, event.visit, event.attempt, { calls: callsAfter(calls, event), ...(event.type === "step_completed" ? { usage: usageOf(event) } : {}) });
        break;
      }
      case "wait_started": waitingSince.set(event.node, at); put(event.node, event.visit, 1, { status: "waiting", input: event.input }); break;
      case "timer_fired": put(event.node, event.visit, 1, { status: "completed", output: null, durationMs: since(event.node, at) }); break;
      case "event_received": put(event.node, event.visit, 1, { status: "completed", output: event.payload, durationMs: since(event.node, at) }); break;
      case "wait_timed_out": put(event.node, event.visit, 1, { status: "failed", failure: failure("timeout", "nobody answered in time"), durationMs: since(event.node, at) }); break;
      case "approval_requested": put(event.node, event.visit, event.attempt, { status: "waiting" }); break;
      case "budget_exceeded":
        // What had come to its end before is not held back: what follows from it is.
        if (lines.get(`${event.node}/${event.visit}/${event.attempt}`)?.status === "running") put(event.node, event.visit, event.attempt, { status: "scheduled" });
        break;
      case "approval_received": if (waitingSince.has(event.node)) put(event.node, event.visit, 1, { status: "completed", output: decisionOutput(event), durationMs: since(event.node, at) }); break;
      case "workflow_retried": put(event.node, event.visit, event.attempt, {}); break;
      case "workflow_completed": put(event.node, visits(event.node) + 1, 1, { status: "completed" }); break;
      case "workflow_failed": {
        // A node that does something has its own events; one that only steers or ends has this one.
        if (event.node === null || !isSilent(plan, event.node)) break;
        const ends = plan.op(plan.slotOf(event.node)).op === "halt";
        put(event.node, visits(event.node) + 1, 1, ends ? { status: "completed" } : { status: "failed", failure: event.failure });
        break;
      }
      case "node_uncertain": put(event.node, event.visit, event.attempt, { status: "failed", failure: event.failure, durationMs: event.duration_ms, usage: usageOf(event) }); break;
      case "uncertainty_resolved": put(event.node, event.visit, event.attempt, { resolved: resolvedBy(event), ...(event.resolution === "done" ? { status: "completed", output: event.output } : {}) }); break;
      case "branches_forked": put(event.node, event.visit, 1, { status: "running" }); break;
      case "branches_joined": put(event.node, event.visit, 1, { status: "completed", to: event.join }); break;
      case "budget_raised": case "policy_adopted": case "branch_ended": case "tool_seen":
      case "workflow_started": case "workflow_cancelled": case "workflow_limit_exceeded": break;
      default: return unreachable(event, "stepLines");
    }
  }
  return [...lines.values()];
}

const resolvedBy = ({ resolution, user, comment }: Resolved): Resolved => ({ resolution, user, comment });

function callsAfter(calls: readonly CallLine[], event: Extract<RunEvent, { readonly type: "step_started" | "step_completed" }>): readonly CallLine[] {
  const before = calls.slice(0, event.step - 1);
  if (event.type === "step_started") return [...before, { step: event.step, call: event.call, status: "running", key: event.key, usage: [], input: event.input }];
  const { duration_ms: durationMs, usage, output, failure } = event;
  const end = failure === null ? { status: "completed", output } as const : { status: "failed", failure } as const;
  return [...before, ...calls.slice(event.step - 1).map((call) => ({ ...call, ...end, durationMs, usage }))];
}

function isSilent(plan: Plan, node: string): boolean {
  const op = plan.op(plan.slotOf(node));
  return op.op === "choose" || op.op === "halt" || (op.op === "join" && !gathers(op));
}
