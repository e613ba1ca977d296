import type { EventStore, ExecutionKey } from "../store/event-store.ts";
import type { LiveExecution, Taken } from "./execution.ts";
import { liveExecution } from "./execution.ts";
import type { Host } from "./host.ts";

/** An execution that is to be carried by this process. */
export type Taking = Omit<Taken, "left">;

/** The executions that this process carries. */
export interface LiveTable {
  readonly size: () => number;
  readonly get: (key: ExecutionKey) => LiveExecution | undefined;
  readonly take: (host: Host, taking: Taking) => LiveExecution;
  /** Stops them all and gives their leases back, once what they recorded is written by `flush`. */
  readonly close: (why: string, flush: () => void) => void;
}

/** No live executions yet. While there are any, what others post to them is looked for. */
export function liveTable(store: EventStore): LiveTable {
  const live = new Map<string, { readonly execution: LiveExecution; readonly key: ExecutionKey }>();
  let unwatch: (() => void) | undefined;

  const leave = (name: string): void => {
    live.delete(name);
    if (live.size > 0) return;
    unwatch?.();
    unwatch = undefined;
  };

  return {
    size: () => live.size,
    get: (key) => live.get(nameOf(key))?.execution,
    take: (host, taking) => {
      const name = nameOf(taking.key);
      const execution = liveExecution(host, { ...taking, left: () => leave(name) });
      live.set(name, { execution, key: taking.key });
      unwatch ??= store.watch(() => {
        for (const each of [...live.values()]) each.execution.look();
      });
      return execution;
    },
    close: (why, flush) => {
      // Stopped first, so that what is waiting is still written and nothing new begins.
      const stopped = [...live.values()];
      for (const { execution } of stopped) execution.stop(why);
      flush();
      for (const { key, execution } of stopped) store.release(key, execution.lease());
    },
  };
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;
