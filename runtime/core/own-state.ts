import type { LaneId, RunEvent } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import { withReserved } from "./budget.ts";
import { openReservation } from "./steps.ts";
import type { Lane, RunState, Token, Write } from "./state.ts";

type Own<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A lane in the hands of its only owner, who changes it in place. */
export type OwnLane = Omit<Own<Lane>, "values"> & { values: { [key: string]: Json } };

/** A state in the hands of `evolve`, which changes it in place. */
export type OwnState = Omit<Own<RunState>, "lanes"> & { readonly lanes: Map<LaneId, OwnLane> };

export type EventOf<T extends RunEvent["type"]> = Extract<RunEvent, { readonly type: T }>;

/** Sets a state key as `lane` sees it; a branch keeps what it wrote for its join. */
export function put(lane: OwnLane, key: string, write: Write): void {
  lane.values[key] = write.value;
  if (lane.branch !== null) lane.writes.set(key, write);
}

/** Counts what is held back for a call under way as spent: it is cut off, and may have been made and paid for. */
export function forfeit(state: OwnState, token: Token): void {
  state.spent = withReserved(state.spent, openReservation(token));
}
