import type { Failure } from "../../schemas/failure.ts";
import type { Append, EventStore, Verdict } from "../store/event-store.ts";

/** What became of an append: its verdict, or why nothing could be written. */
export type Written = Verdict | { readonly failure: Failure };

/** Whether more of the same execution may be written in this turn, since other calls of it are under way. */
export type Company = "alone" | "in company";

/** Takes events to the store. `written` is called once they are durable, or never will be. */
export interface Committer {
  readonly submit: (append: Append, company: Company, written: (result: Written) => void) => void;
  /** Writes what is waiting, now. */
  readonly flush: () => void;
}

/**
 * Gathers what is appended during one turn of the event loop into one transaction, so that a hundred executions, or the
 * branches of one, share one `fsync`. Where nobody else can append, there is nobody to wait for: events are written at once.
 */
export function committer(store: EventStore, alone: () => boolean): Committer {
  let waiting: { readonly append: Append; readonly written: (result: Written) => void }[] = [];
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    const outcome = store.commit(batch.map(({ append }) => append));
    for (const [index, { written }] of batch.entries()) written(outcome.ok ? (outcome.value[index] ?? "refused") : { failure: outcome.failure });
  };

  return {
    submit: (append, company, written) => {
      waiting.push({ append, written });
      if (scheduled) return;
      if (company === "alone" && alone()) return flush();
      scheduled = true;
      setImmediate(flush);
    },
    flush,
  };
}
