import type { EventStore } from "./event-store.ts";

/** How often a process looks whether another one has written: what it posts has its effect within about a second. */
const lookMs = 400;

/** What looks for changes of a database until the database is closed. */
export interface Watcher extends Pick<EventStore, "watch"> {
  readonly close: () => void;
}

/** Calls back whenever `version` has become another one. Reading it must be cheap; `undefined` says nothing. */
export function watcherOf(version: () => number | undefined): Watcher {
  const timers = new Set<NodeJS.Timeout>();
  return {
    watch: (look) => {
      let known = version();
      const timer = setInterval(() => {
        const now = version();
        if (now === undefined || now === known) return;
        known = now;
        look();
      }, lookMs);
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    close: () => {
      for (const timer of timers) clearInterval(timer);
      timers.clear();
    },
  };
}
