import type { OpenRow } from "../store/event-store.ts";
import type { ExecutionResult } from "./result.ts";
import type { Refusal } from "./refusal.ts";
import type { Shared } from "./start.ts";
import { resume } from "./start.ts";

/*
 * W1. An execution is taken up when it is due or something was posted to it, and nobody else carries it.
 * W2. It is let go of as soon as nothing is left to do: waiting costs no memory, and any process may go on with it.
 * W3. What cannot be taken up, or did not move, is left alone until something changes in it.
 */

export interface WorkOptions {
  readonly tenant: string;
  /** `until idle`: ends when nothing is due now; otherwise goes on until the runtime is closed. */
  readonly stay?: "until idle" | "until closed";
  /** How many executions are carried at once. */
  readonly atOnce?: number;
  readonly onResult?: (result: ExecutionResult) => void;
  /** An execution that cannot be taken up. */
  readonly onRefused?: (id: string, refusal: Refusal) => void;
}

export interface Work {
  /** Comes when the work is over; rejects only with a `Bug`. */
  readonly done: Promise<void>;
  /** Takes up nothing more; what is under way is left to `close`. */
  readonly stop: () => void;
}

/** Carries on every open execution that nobody holds. */
export function work(shared: Shared, { tenant, stay = "until closed", atOnce = 32, onResult, onRefused }: WorkOptions): Work {
  const { store, ports: { clock } } = shared.host;
  const carried = new Set<string>();
  /** How an execution stood when we had nothing left to do in it. */
  const left = new Map<string, string>();
  let cancelTimer = (): void => {};
  let isOver = false;
  let finish: () => void;
  let crash: (bug: unknown) => void;
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve;
    crash = reject;
  });

  const isDue = (row: OpenRow): boolean => !row.held && !carried.has(row.id) && (row.signals > 0 || (row.wake_at !== null && row.wake_at <= clock.now())) && left.get(row.id) !== standing(row);

  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    cancelTimer();
    unwatch();
    finish();
  };

  const takeUp = (row: OpenRow): void => {
    left.set(row.id, standing(row));
    const started = resume(shared, row.id, { tenant, patience: "none", failed: "stays" });
    if (!started.ok) {
      // Another process was faster.
      if (started.refusal.why !== "live") onRefused?.(row.id, started.refusal);
      return;
    }
    carried.add(row.id);
    started.done.then((result) => {
      carried.delete(row.id);
      onResult?.(result);
      turn();
    }, (bug: unknown) => {
      crash(bug);
      stop();
    });
  };

  const turn = (): void => {
    if (isOver) return;
    if (shared.isClosed()) return stop();
    const rows = store.open({ tenant, limit: 10_000 });
    const open = new Set(rows.map(({ id }) => id));
    for (const id of left.keys()) if (!open.has(id)) left.delete(id);
    for (const row of rows.filter(isDue).slice(0, atOnce - carried.size)) takeUp(row);
    if (carried.size === 0 && stay === "until idle") return stop();
    cancelTimer();
    const moments = rows.flatMap(({ wake_at: at }) => (at !== null && at > clock.now() ? [at] : []));
    // The wall clock may be set, and a machine sleeps: nobody waits longer than a minute to look.
    cancelTimer = clock.after(Math.min(60_000, ...moments.map((at) => at - clock.now())), turn);
  };

  const unwatch = store.watch(turn);
  turn();
  return { done, stop };
}

const standing = ({ last_seq, signals, wake_at }: OpenRow): string => `${last_seq}/${signals}/${wake_at}`;

