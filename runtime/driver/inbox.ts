import type { RunEvent } from "../../schemas/event.ts";
import type { Received } from "../core/receive.ts";
import type { Signal } from "../core/signal.ts";
import type { EventStore, ExecutionKey } from "../store/event-store.ts";

/** What was posted to an execution, as the process that carries it has read it. */
export interface Inbox {
  /** Reads it anew; whether there is anything that was not there before. */
  readonly read: () => boolean;
  /**
   * The first signal that has an effect now, and the event that says so. It is taken out. `openings` counts what the execution
   * began to wait for: a signal that had no effect is not asked about again before there is more of that.
   */
  readonly take: (openings: number, receive: (signal: Signal) => Received) => { readonly id: string; readonly event: RunEvent } | undefined;
  /** Whether the store has a signal that was never read. */
  readonly hasNews: () => boolean;
}

/** The inbox of an execution, of which nothing is read yet. A signal stays in it until it has an effect. */
export function inboxOf(store: Pick<EventStore, "inbox">, key: ExecutionKey): Inbox {
  const seen = new Set<string>();
  let waiting: Signal[] = [];
  /** How many of those that wait had no effect, with so many openings. */
  let tried = { count: 0, openings: 0 };
  // Who cannot read now reads again when the next one comes; the append says what is wrong with the disk.
  const posted = (): readonly Signal[] => {
    const read = store.inbox(key);
    return read.ok ? read.value : waiting;
  };
  const taken = new Set<string>();
  return {
    read: () => {
      const all = posted();
      const isNew = all.some(({ id }) => !seen.has(id));
      for (const { id } of all) seen.add(id);
      waiting = all.filter(({ id }) => !taken.has(id));
      tried = { ...tried, count: 0 };
      return isNew;
    },
    take: (openings, receive) => {
      if (openings !== tried.openings) tried = { count: 0, openings };
      for (; tried.count < waiting.length; tried.count += 1) {
        const signal = waiting[tried.count] as Signal;
        const received = receive(signal);
        if (received.as !== "event") continue;
        taken.add(signal.id);
        waiting.splice(tried.count, 1);
        return { id: signal.id, event: received.event };
      }
      return undefined;
    },
    hasNews: () => posted().some(({ id }) => !seen.has(id)),
  };
}
