import type { ExecutionStatus, LaneId, Via } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import type { Budget, Shortfall, Spent } from "./budget.ts";
import { nothingSpent } from "./budget.ts";
import { misfits } from "./plan.ts";
import type { RecordedStep } from "./steps.ts";
import type { Totals } from "./totals.ts";
import { noTotals } from "./totals.ts";

/** The lane of the execution's own line of control, which was there before any fork. */
export const rootLane: LaneId = 0;

/**
 * One line of control, with its own view of the state: the execution's own, and one for each branch of a fork that is
 * still open. A branch sees the state as it was at the fork, and what it wrote itself.
 */
export interface Lane {
  readonly id: LaneId;
  /** What it is a branch of; `null` for the root lane. */
  readonly branch: Branch | null;
  /** The workflow's state as this lane sees it: only keys that are set. */
  readonly values: JsonObject;
  /** A branch's latest write to each key. */
  readonly writes: ReadonlyMap<string, Write>;
  /** The root `error`. */
  readonly error: JsonObject | null;
  /** The number of the event that ended it, while its siblings go on. */
  readonly ended: number | null;
}

export interface Branch {
  readonly parent: LaneId;
  readonly fork: Slot;
  /** The visit of the fork. */
  readonly visit: number;
  /** The branch's first node. */
  readonly entry: Slot;
  /** Whether the join waits for it. */
  readonly awaited: boolean;
}

/** A value, and the number of the event that wrote it: of two branches, the last to complete wins. */
export interface Write {
  readonly seq: number;
  readonly value: Json;
}

/** What one branch wrote, for a join that makes something of it. */
export interface Gathered {
  /** The id of the branch's first node. */
  readonly branch: string;
  readonly writes: JsonObject;
}

/** Where control stands; a lane that has not ended has one. */
export interface Token {
  readonly slot: Slot;
  readonly lane: LaneId;
  /** 1 for the first time; 0 before anything is decided. */
  readonly visit: number;
  readonly phase: Phase;
  /** What is recorded of the calls of the attempt under way, in their order; none for an attempt that makes only one. */
  readonly steps: readonly RecordedStep[];
  /** What the scorers said, where an eval re-runs the node. */
  readonly feedback: readonly Feedback[] | null;
  /** What the branches wrote, in the order of the join's `wait_for`, where a join is to make something of it. */
  readonly gathered: readonly Gathered[] | null;
  /** Milliseconds that the ended attempts of this visit took. */
  readonly spentMs: number;
  /** What the execution had used when the visit was scheduled: the same however often its attempts begin again. */
  readonly before: Totals;
  /** How many of its attempts no longer count, since a person had it tried again. */
  readonly forgiven: number;
  /** What people have approved to be done here. */
  readonly approved: readonly Json[];
}

/** How far the visit is. `attempt` counts from 1. */
export type Phase =
  /** At the start of the execution or of a branch, or behind the branches: before anything is decided. */
  | { readonly at: "entry"; readonly via: Via }
  /** At a fork, until `missing` more of the branches that its join waits for have ended. */
  | { readonly at: "forked"; readonly lanes: readonly LaneId[]; readonly missing: number }
  /** The attempt is to be made, where `due` is given at its moment. */
  | { readonly at: "scheduled"; readonly attempt: number; readonly due: Due | null }
  | { readonly at: "running"; readonly attempt: number }
  | { readonly at: "completed"; readonly attempt: number }
  | { readonly at: "failed"; readonly attempt: number; readonly failure: Failure }
  /** Nothing is done until what the node waits for has come. */
  | Waiting
  /** What it waited for did not come in time. */
  | { readonly at: "expired" }
  /** The attempt is held back until a person has decided on it. */
  | Gated
  /** Nobody knows whether the attempt took effect, and a person has to find out. */
  | { readonly at: "uncertain"; readonly attempt: number; readonly since: number; readonly failure: Failure }
  /** A budget does not cover what is next. Once it does, things go on where they stood. */
  | { readonly at: "unfunded"; readonly attempt: number; readonly since: number; readonly why: Shortfall; readonly next: Phase };

/** A wait under way: for an event or a person, for a moment, or for whichever is earlier. */
export interface Waiting {
  readonly at: "waiting";
  readonly until: "event" | "approval";
  /** The number of the event that began it: what a decision answers. */
  readonly request: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** What the node's fields came to. */
  readonly asked: JsonObject;
  /** When it ends by itself. */
  readonly due: Due | null;
  /** When it is given up. */
  readonly expiry: Due | null;
}

export interface Gated {
  readonly at: "gated";
  readonly attempt: number;
  readonly request: number;
  readonly since: number;
  /** Why somebody is asked. */
  readonly reason: string;
  /** Exactly what would be done. */
  readonly asks: Json;
  /** Who may decide; empty means anyone. */
  readonly approvers: readonly string[];
}

/** A moment that is waited for, as it follows from the log, and the wait that it ends. */
export interface Due {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly delayMs: number;
}

/** The latest completed visit of a node. */
export interface Completed {
  readonly output: Json;
  /** The state keys it wrote, and what. */
  readonly patch: JsonObject;
  /** Milliseconds that its attempts took, without the waits between them. */
  readonly latencyMs: number;
}

/** The parts of a tool's definition, as hashes. */
export interface ToolPrint {
  readonly [part: string]: string;
}

/** What a tool is known by in the state. */
export function toolKey({ server, tool }: { readonly server: string; readonly tool: string }): string {
  return JSON.stringify([server, tool]);
}

/** What an execution is, folded from its log. Only `evolve` makes the next one. */
export interface RunState {
  readonly id: string;
  /** The number of the last event folded in; 0 before the first. */
  readonly seq: number;
  readonly status: ExecutionStatus;
  readonly endedAt: number | null;
  /** When the workflow's `timeout` is over; `null` without one. */
  readonly deadline: Due | null;
  /** The root `execution`. */
  readonly execution: JsonObject;
  /** Environment values that conditions read, as they were at the start. */
  readonly env: { readonly [name: string]: string };
  /** By id: the root lane, and the branches that are open. */
  readonly lanes: ReadonlyMap<LaneId, Lane>;
  /** How many lanes there have been; the next one's id. */
  readonly lanesOpened: number;
  /** By lane, in the order in which the lanes were opened. */
  readonly tokens: ReadonlyMap<LaneId, Token>;
  /** By name of a visit, the lane that stands at it. */
  readonly visitors: ReadonlyMap<string, LaneId>;
  /** The lanes whose tokens the last event has put where they are; the others' are as they were. */
  readonly touched: readonly LaneId[];
  /** The tokens of an execution that failed, as they stood: where a retry goes on. */
  readonly halted: readonly Token[];
  /** The node that a failed execution failed at, where it was one. */
  readonly failedAt: string | null;
  readonly visits: ReadonlyMap<Slot, number>;
  readonly completed: ReadonlyMap<Slot, Completed>;
  /** Per eval node: verdicts that did not pass since the last one that did. */
  readonly rejections: ReadonlyMap<Slot, number>;
  /** By `toolKey`, what the tools of servers that are not locked were when they were first used. */
  readonly tools: ReadonlyMap<string, ToolPrint>;
  readonly totals: Totals;
  /** The workflow's budgets, as far as they were raised. */
  readonly budget: Budget;
  /** What the project around it says of its calls. */
  readonly policy: ProjectPolicy | null;
  /** What is spent of them, calls that may have been paid for included; calls in flight are not. */
  readonly spent: Spent;
  /** Whether the route for an exceeded budget was taken: it is taken once, and what it leads to is not asked what was spent before. */
  readonly isOutOfFunds: boolean;
  /** Completed visits of nodes that do something. */
  readonly steps: number;
  readonly failure: Failure | null;
}

/** An execution of which nothing is recorded yet. */
export function newState(id: string): RunState {
  return {
    id,
    seq: 0,
    status: "pending",
    endedAt: null,
    deadline: null,
    execution: {},
    env: {},
    lanes: new Map([[rootLane, { id: rootLane, branch: null, values: Object.create(null) as JsonObject, writes: new Map(), error: null, ended: null }]]),
    lanesOpened: 1,
    tokens: new Map(),
    visitors: new Map(),
    touched: [],
    halted: [],
    failedAt: null,
    visits: new Map(),
    completed: new Map(),
    rejections: new Map(),
    tools: new Map(),
    totals: noTotals,
    budget: {},
    policy: null,
    spent: nothingSpent,
    isOutOfFunds: false,
    steps: 0,
    failure: null,
  };
}

/** The values of the workflow's state now, as the lane sees them: data of their own that later events leave alone. */
export function valuesOf(state: Pick<RunState, "lanes">, lane: LaneId = rootLane): JsonObject {
  return { ...laneAt(state, lane).values };
}

/** A lane that must be open. */
export function laneAt<L extends Lane>(state: { readonly lanes: ReadonlyMap<LaneId, L> }, id: LaneId): L {
  return state.lanes.get(id) ?? misfits(`there is no lane ${id}`);
}

/** Whether this very attempt is what a token stands at: it has not ended, and nobody has cancelled it. */
export function isUnderWay(state: Pick<RunState, "tokens" | "visitors">, at: VisitAt & { readonly attempt: number }): boolean {
  const phase = tokenAt(state, at)?.phase;
  return phase?.at === "running" && phase.attempt === at.attempt;
}

/** One entry into a node. */
export interface VisitAt {
  readonly slot: Slot;
  readonly visit: number;
}

/** What a visit is known by within its execution. */
export function visitName({ slot, visit }: VisitAt): string {
  return `${slot}/${visit}`;
}

/** The token that stands at a visit; `undefined` once it has gone on. */
export function tokenAt(state: Pick<RunState, "tokens" | "visitors">, at: VisitAt): Token | undefined {
  const lane = state.visitors.get(visitName(at));
  return lane === undefined ? undefined : state.tokens.get(lane);
}

/** The latest completed visit of a node that must have one. */
export function completedAt(state: Pick<RunState, "completed">, slot: Slot): Completed {
  return state.completed.get(slot) ?? misfits(`op ${slot} has no result`);
}
