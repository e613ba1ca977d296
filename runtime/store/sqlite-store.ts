import type { StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import type { Append, Claim, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import { readSignals } from "./inbox-rows.ts";
import type { Head } from "./log-rows.ts";
import { readRows, sumAfter, textOf, unreadable } from "./log-rows.ts";
import type { Owner } from "./owner.ts";
import { rowAfter } from "./projections.ts";
import type { Connection, SqliteDriver } from "./sqlite-driver.ts";
import type { WrittenRow } from "./statements.ts";
import { changing, statements } from "./statements.ts";
import { watchVersion } from "./watch.ts";

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

/** An open database whose settings and tables are as they must be. */
export interface Opened {
  readonly database: Connection;
  readonly path: string;
  readonly problemIn: SqliteDriver["problemIn"];
  /** Whether the process of another owner still runs. */
  readonly isAlive: (owner: string) => boolean;
}

/** The store on an open database. `becomeOwner` is called with the first lease. */
export function storeOn({ database, path, problemIn, isAlive }: Opened, becomeOwner: () => Owner): EventStore {
  const sql = statements(database);
  /** Executions that this store appends to: nobody else changes their rows while the fence holds. */
  const held = new Map<string, Held>();
  /** Programs that are in the database: tenant and hash. */
  const kept = new Set<string>();
  let owner: Owner | undefined;
  let broken: Failure | undefined;
  /** T1: the row at which chains ended when that was last written down, as far as this store knows. */
  let chainsEnd: number | undefined;
  const me = (): Owner => (owner ??= becomeOwner());

  const isLive = (holder: string): boolean => holder === owner?.name || isAlive(holder);

  /** A row of the table, and what the log adds to it (T2); as it is written where the log cannot be read. */
  const current = ({ execution, ...row }: WrittenRow): ExecutionRow => (row.ended_at === null ? (caughtUp(execution, row)?.row ?? row) : row);

  const caughtUp = (number: number, written: ExecutionRow): Held | undefined => {
    const { tenant, id, wake_at, last_seq: after } = written;
    const log = readRows(sql.rows.all({ tenant, execution: number, after }), after);
    if (!log.ok || log.value.head === undefined || log.value.head.seq < after) return undefined;
    const row = rowAfter(written, { key: { tenant, id }, events: log.value.events, wake_at, paused: written.status === "paused" });
    return row && { number, written, row, head: log.value.head };
  };

  const holdOf = (key: ExecutionKey): Held | undefined => {
    const known = held.get(nameOf(key));
    if (known !== undefined) return known;
    const found = sql.execution.get(key.tenant, key.id);
    if (found === undefined) return undefined;
    const { execution, ...written } = found;
    return caughtUp(execution, written);
  };

  const append = (added: Append): Verdict => {
    const { key, lease, events, program, consumed = [] } = added;
    const isNew = events[0]?.seq === 1;
    const before = isNew ? undefined : holdOf(key);
    const row = rowAfter(before?.row, added);
    if (row === undefined) return "refused";
    // Before anything is written: what is refused leaves nothing behind, though the transaction goes on.
    if (!consumed.every((id) => before !== undefined && sql.waits.get(key.tenant, before.number, id) !== undefined)) return "refused";
    const number = before === undefined ? begin(key, lease, row) : isOurs(key, lease, before) ? before.number : undefined;
    if (number === undefined) return "refused";
    if (program !== undefined && !kept.has(`${key.tenant}/${program.hash}`)) sql.addProgram.run(key.tenant, program.hash, JSON.stringify(program));
    const head = addRow(key.tenant, number, before?.head, events);
    for (const id of consumed) sql.consume.run(key.tenant, number, id);
    const isWritten = before === undefined || isNearby(before.written, row);
    if (!isWritten) sql.setExecution.run(...changing.map((name) => row[name]), key.tenant, number);
    if (row.ended_at === null) held.set(nameOf(key), { number, row, head, written: isWritten ? (before?.written ?? row) : row });
    else {
      held.delete(nameOf(key));
      sql.freeLease.run(key.tenant, key.id, lease.fence);
    }
    return "committed";
  };

  const begin = (key: ExecutionKey, lease: Lease, row: ExecutionRow): number | undefined => {
    const added = sql.addLease.run(key.tenant, key.id, me().name, lease.fence);
    if (added.changes === 0) return undefined;
    const number = Number(added.lastInsertRowid);
    sql.addExecution.run({ ...row, execution: number });
    return number;
  };

  /** S3: the fence is held against the table in the transaction that writes. S2 rests on it: nobody else moves the head. */
  const isOurs = ({ tenant }: ExecutionKey, { fence }: Lease, { number }: Held): boolean => sql.holds.get(tenant, number, me().name, fence) !== undefined;

  const addRow = (tenant: string, number: number, before: Head | undefined, events: readonly StoredEvent[]): Head => {
    const body = textOf(events);
    const [sum, seq] = [sumAfter(before, body), (before?.seq ?? 0) + 1];
    const id = Number(sql.addRow.run(tenant, number, before?.id ?? null, seq, sum, body).lastInsertRowid);
    chainsEnd ??= sql.chainEnds.get()?.id ?? 0;
    if (id - chainsEnd >= rowsBehind) {
      sql.setChainEnds.run();
      chainsEnd = id;
    }
    return { id, sum, seq: seq + events.length - 1 };
  };

  const rollBack = (): void => {
    try {
      sql.rollback.run();
    } catch {
      // SQLite has rolled back already, as it does where the disk fails, or nothing was begun.
    }
  };

  /** Runs `work` in a transaction; a failure of the disk is an outcome, and leaves nothing of it behind. */
  const transact = <T>(work: () => T): Outcome<T> => {
    if (broken !== undefined) return { ok: false, failure: broken };
    try {
      sql.begin.run();
      const value = work();
      sql.commit.run();
      return { ok: true, value };
    } catch (error) {
      rollBack();
      held.clear();
      chainsEnd = undefined;
      const problem = problemIn(error);
      if (problem === undefined) throw error;
      const failed = failure("io_error", `the database '${path}' cannot be written: ${problem.message} (${problem.code})`);
      // After a failed write or sync nobody knows what the disk has: this connection says nothing more.
      if (problem.code.startsWith("SQLITE_IOERR")) broken = failed;
      return { ok: false, failure: failed };
    }
  };

  return {
    commit: (appends) => {
      me();
      const outcome = transact(() => appends.map(append));
      if (outcome.ok) for (const { key, program } of appends) if (program !== undefined) kept.add(`${key.tenant}/${program.hash}`);
      return outcome;
    },
    newLease: () => ({ fence: 1 }),
    claim: (key) => {
      me();
      return transact((): Claim => {
        const lease = sql.lease.get(key.tenant, key.id);
        if (lease === undefined) return { ok: false, why: "unknown" };
        if (lease.owner !== null && lease.owner !== me().name && me().isAlive(lease.owner)) return { ok: false, why: "live", owner: lease.owner };
        const fence = lease.fence + 1;
        sql.takeLease.run(me().name, fence, key.tenant, key.id);
        held.delete(nameOf(key));
        return { ok: true, lease: { fence } };
      });
    },
    release: (key: ExecutionKey, lease: Lease) => {
      held.delete(nameOf(key));
      transact(() => sql.freeLease.run(key.tenant, key.id, lease.fence));
    },
    isHeld: (key) => {
      const holder = sql.lease.get(key.tenant, key.id)?.owner ?? null;
      return holder !== null && isLive(holder);
    },
    events: (key, after) => {
      const row = sql.execution.get(key.tenant, key.id);
      if (row === undefined) return { ok: true, value: [] };
      const log = readRows(sql.rows.all({ tenant: key.tenant, execution: row.execution, after }), after);
      if (!log.ok) return log;
      const last = log.value.head?.seq ?? 0;
      return last < row.last_seq ? unreadable(last + 1, "is missing") : { ok: true, value: log.value.events };
    },
    execution: (key) => {
      const row = sql.execution.get(key.tenant, key.id);
      return row && current(row);
    },
    executions: ({ tenant, prefix = "", status = null, limit }) => sql.executions.all({ tenant, prefix, status, limit }).map(current),
    open: ({ tenant, limit }) => {
      const alive = sql.owners.all(tenant).flatMap(({ owner: name }) => (isLive(name) ? [name] : []));
      return sql.open.all({ tenant, limit, alive: JSON.stringify(alive) }).map(({ held: isHeld, signals, ...row }) => ({ ...current(row), held: isHeld === 1, signals }));
    },
    post: (key, { kind, id, body, at }) =>
      transact(() => {
        const number = sql.lease.get(key.tenant, key.id)?.execution;
        if (number === undefined) return "unknown";
        return sql.post.run(key.tenant, number, id, kind, at, JSON.stringify(body)).changes === 0 ? "duplicate" : "posted";
      }),
    inbox: (key) => readSignals(sql.inbox.all(key.tenant, key.id)),
    watch: (look) => watchVersion(() => sql.dataVersion.get()?.data_version, look),
    program: (tenant, hash) => sql.program.get(tenant, hash)?.body,
    close: () => {
      if (owner !== undefined) {
        const { name } = owner;
        transact(() => sql.freeLeases.run(name));
        owner.retire();
      }
      database.close();
    },
  };
}

interface Held {
  /** By which the tables know the execution. */
  readonly number: number;
  readonly row: ExecutionRow;
  /** The row as the table has it (T2). */
  readonly written: ExecutionRow;
  readonly head: Head;
}

/** T2: whether the table may go on without `row`. */
function isNearby(written: ExecutionRow, row: ExecutionRow): boolean {
  return written.status === row.status && written.wake_at === row.wake_at && row.last_seq - written.last_seq < eventsBehind;
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;

