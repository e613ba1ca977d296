import type { Clock } from "../../runtime/ports.ts";

/** A clock that stands still at the first second of 2026 and whose timers never fire. */
export function fakeClock(now = Date.UTC(2026, 0, 1)): Clock {
  return { now: () => now, monotonic: () => 0, after: () => () => {} };
}
