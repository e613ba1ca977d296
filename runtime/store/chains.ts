import type { StoredEvent } from "../../schemas/event.ts";
import type { Outcome } from "../ports.ts";
import type { Append, ExecutionRow } from "./event-store.ts";
import type { Head, LogPart } from "./log-rows.ts";
import { readRows, sumAfter, textOf, unreadable } from "./log-rows.ts";
import { rowAfter } from "./projections.ts";
import type { Statements, WrittenRow } from "./statements.ts";
import { changing } from "./statements.ts";

/*
 * An append that only goes on writes one row of the log and nothing else, so a lone execution dirties one page per commit.
 * What else there is to know follows at intervals:
 *
 * T1. Where each chain ends is written down once per `rowsBehind` rows of the log, for all chains; readers look through
 *     what came later.
 * T2. The table of executions is never behind in status and `wake_at`, by which it is searched, and in the rest at most by
 *     `eventsBehind` events, which readers fold (S5).
 */
const rowsBehind = 256;
const eventsBehind = 64;

/** Where an execution stands. */
export interface Standing {
  /** By which the tables know the execution. */
  readonly number: number;
  readonly row: ExecutionRow;
  /** The row as the table has it (T2). */
  readonly written: ExecutionRow;
  readonly head: Head;
}

/** Who adds to an execution, by the number of which the tables know it. */
export interface Holder {
  readonly number: number;
  readonly owner: string;
  readonly fence: number;
}

/** The logs of a database, and the table of what they come to. */
export interface Chains {
  /**
   * Writes events that make `row` of an execution, which stood at `before`; a new one stands in the table already.
   * `undefined`, and nothing is written, where the lease is not the holder's: S3, and S2 with it, since nobody else adds.
   */
  readonly add: (holder: Holder, before: Standing | undefined, row: ExecutionRow, events: Append["events"]) => Standing | undefined;
  /** Where an execution stands, of which this is written; `undefined` where its log cannot be read. */
  readonly standing: (written: WrittenRow) => Standing | undefined;
  /** A row of the table, and what the log adds to it; as it is written where the log cannot be read. */
  readonly current: (written: WrittenRow) => ExecutionRow;
  /** The events after number `after` of the execution of which this is written. */
  readonly events: (written: WrittenRow, after: number) => Outcome<readonly StoredEvent[]>;
  /** What was added since the transaction began was not. */
  readonly forget: () => void;
}

/** The chains of the database behind `sql`. */
export function chainsOn(sql: Statements): Chains {
  /** T1: the row at which chains ended when that was last written down, as far as this store knows. */
  let ends: number | undefined;

  const read = ({ tenant, execution, head }: WrittenRow, after: number): Outcome<LogPart> => readRows(sql.rows.all({ tenant, execution, head, after }), after);

  const standing = (found: WrittenRow): Standing | undefined => {
    const { execution: number, head: _, ...written } = found;
    const log = read(found, written.last_seq);
    if (!log.ok || log.value.head === undefined || log.value.head.seq < written.last_seq) return undefined;
    const row = rowAfter(written, { key: written, events: log.value.events, wake_at: written.wake_at, paused: written.status === "paused" });
    return row && { number, written, row, head: log.value.head };
  };

  const addRow = (tenant: string, { number, owner, fence }: Holder, before: Head | undefined, events: Append["events"]): Head | undefined => {
    const body = textOf(events);
    const [sum, seq] = [sumAfter(before, body), (before?.seq ?? 0) + 1];
    const added = sql.addRow.run(before?.id ?? null, seq, sum, body, tenant, number, owner, fence);
    if (added.changes === 0) return undefined;
    const id = Number(added.lastInsertRowid);
    ends ??= sql.chainEnds.get()?.id ?? 0;
    if (id - ends >= rowsBehind) {
      sql.setChainEnds.run();
      ends = id;
    }
    return { id, sum, seq: seq + events.length - 1 };
  };

  return {
    add: (holder, before, row, events) => {
      const { number } = holder;
      const head = addRow(row.tenant, holder, before?.head, events);
      if (head === undefined) return undefined;
      if (before !== undefined && isNearby(before.written, row)) return { number, row, head, written: before.written };
      if (before !== undefined) sql.setExecution.run(...changing.map((name) => row[name]), row.tenant, number);
      return { number, row, head, written: row };
    },
    standing,
    current: (found) => {
      const { execution: _, head: __, ...written } = found;
      return written.ended_at === null ? (standing(found)?.row ?? written) : written;
    },
    events: (found, after) => {
      const log = read(found, after);
      if (!log.ok) return log;
      const last = log.value.head?.seq ?? 0;
      return last < found.last_seq ? unreadable(last + 1, "is missing") : { ok: true, value: log.value.events };
    },
    forget: () => (ends = undefined),
  };
}

/** T2: whether the table may go on without `row`. */
function isNearby(written: ExecutionRow, row: ExecutionRow): boolean {
  return written.status === row.status && written.wake_at === row.wake_at && row.last_seq - written.last_seq < eventsBehind;
}
