import type { Due } from "../core/state.ts";
import type { Clock } from "../ports.ts";

/** Moments that visits wait for. */
export interface Moments {
  /**
   * Whether the moment has come, by the wall clock or because the wait has lasted: a clock that is set back delays
   * nothing, and one that is set forward, or was asleep, is late for nothing. Until then `ring` is called, perhaps more
   * than once, to ask again.
   */
  readonly hasCome: (visit: string, due: Due, ring: () => void) => boolean;
  /** Forgets the visits that are not among these. */
  readonly keep: (visits: ReadonlySet<string>) => void;
  /** Nothing rings any more. */
  readonly clear: () => void;
}

/** A timer does not run while the machine sleeps, so the wall clock is looked at in between. */
const longestNapMs = 600_000;

/** Moments on this clock; none has been waited for yet. */
export function momentsOn(clock: Clock): Moments {
  const waits = new Map<string, { readonly due: Due; readonly begun: number }>();
  const timers = new Map<string, () => void>();
  return {
    hasCome: (visit, due, ring) => {
      if (timers.has(visit)) return false;
      const known = waits.get(visit);
      // A visit waits for one moment after the other: for the next attempt, for an answer.
      const begun = known?.due.at === due.at ? known.begun : clock.monotonic();
      const ms = Math.min(due.at - clock.now(), due.delayMs - (clock.monotonic() - begun));
      if (ms <= 0) {
        waits.delete(visit);
        return true;
      }
      waits.set(visit, { due, begun });
      timers.set(visit, clock.after(Math.min(ms, longestNapMs), () => {
        timers.delete(visit);
        ring();
      }));
      return false;
    },
    keep: (visits) => {
      for (const [visit, cancel] of timers) {
        if (visits.has(visit)) continue;
        cancel();
        timers.delete(visit);
        waits.delete(visit);
      }
    },
    clear: () => {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
