import type { ExecutionStatus } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import { misfits } from "./plan.ts";
import type { RecordedStep } from "./steps.ts";
import type { Totals } from "./totals.ts";
import { noTotals } from "./totals.ts";

/** Where control stands. A program without `fork` has one token until it ends. */
export interface Token {
  readonly slot: Slot;
  /** 1 for the first time; 0 before the start node is scheduled. */
  readonly visit: number;
  readonly phase: Phase;
  /** What is recorded of the calls of the attempt under way, in their order; none for an attempt that makes only one. */
  readonly steps: readonly RecordedStep[];
  /** What the scorers said, where an eval re-runs the node. */
  readonly feedback: readonly Feedback[] | null;
  /** Milliseconds that the ended attempts of this visit took. */
  readonly spentMs: number;
}

/** How far the visit is. `attempt` counts from 1. */
export type Phase =
  /** At the start, before anything is decided. */
  | { readonly at: "entry" }
  /** The attempt is to be made, where `due` is given at its moment. */
  | { readonly at: "scheduled"; readonly attempt: number; readonly due: Due | null }
  | { readonly at: "running"; readonly attempt: number }
  | { readonly at: "completed"; readonly attempt: number }
  | { readonly at: "failed"; readonly attempt: number; readonly failure: Failure };

/** When a retry is made: the moment as recorded, and the wait it came from. */
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

/** What an execution is, folded from its log. Only `evolve` makes the next one. */
export interface RunState {
  readonly id: string;
  /** The number of the last event folded in; 0 before the first. */
  readonly seq: number;
  readonly status: ExecutionStatus;
  readonly endedAt: number | null;
  /** The root `execution`. */
  readonly execution: JsonObject;
  /** Environment values that conditions read, as they were at the start. */
  readonly env: { readonly [name: string]: string };
  /** The workflow's state: only keys that are set. */
  readonly values: JsonObject;
  readonly tokens: readonly Token[];
  readonly visits: ReadonlyMap<Slot, number>;
  readonly completed: ReadonlyMap<Slot, Completed>;
  /** Per eval node: verdicts that did not pass since the last one that did. */
  readonly rejections: ReadonlyMap<Slot, number>;
  /** The root `error`. */
  readonly error: JsonObject | null;
  readonly totals: Totals;
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
    execution: {},
    env: {},
    values: Object.create(null) as JsonObject,
    tokens: [],
    visits: new Map(),
    completed: new Map(),
    rejections: new Map(),
    error: null,
    totals: noTotals,
    steps: 0,
    failure: null,
  };
}

/** The values of the workflow's state now, as data of their own that later events leave alone. */
export function valuesOf(state: RunState): JsonObject {
  return { ...state.values };
}

/** Whether this very attempt is what a token stands at: it has not ended, and nobody has cancelled it. */
export function isUnderWay(state: Pick<RunState, "tokens">, at: { readonly slot: Slot; readonly visit: number; readonly attempt: number }): boolean {
  return state.tokens.some(({ slot, visit, phase }) => slot === at.slot && visit === at.visit && phase.at === "running" && phase.attempt === at.attempt);
}

/** The latest completed visit of a node that must have one. */
export function completedAt(state: Pick<RunState, "completed">, slot: Slot): Completed {
  return state.completed.get(slot) ?? misfits(`op ${slot} has no result`);
}
