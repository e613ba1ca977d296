import type { RunEvent, StoredEvent } from "../../schemas/event.ts";
import { evolve } from "../core/evolve.ts";
import type { Plan } from "../core/plan.ts";
import { letsSignalsIn } from "../core/receive.ts";
import type { RunState } from "../core/state.ts";
import type { Clock } from "../ports.ts";
import type { Agenda } from "./agenda.ts";
import { agendaOf } from "./agenda.ts";

/** An execution as this process sees it: what is decided is folded at once, and written afterwards. */
export interface Folding {
  readonly state: RunState;
  /** The lanes to be asked what they intend. */
  readonly agenda: Agenda;
  /** How many events were recorded that let signals in. */
  readonly openings: number;
  readonly record: (event: RunEvent) => void;
  /** What was recorded since this was asked last. */
  readonly take: () => readonly StoredEvent[];
}

/** Goes on from `folded`. */
export function foldingFrom(plan: Plan, folded: RunState, clock: Clock): Folding {
  let state = folded;
  let recorded: StoredEvent[] = [];
  let openings = 0;
  const agenda = agendaOf(folded.tokens.keys());
  return {
    get state() {
      return state;
    },
    agenda,
    get openings() {
      return openings;
    },
    record: (event) => {
      const stored = { seq: state.seq + 1, at: clock.now(), event };
      state = evolve(plan, state, stored);
      agenda.add(state.touched);
      if (letsSignalsIn(event)) openings += 1;
      recorded.push(stored);
    },
    take: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
  };
}
