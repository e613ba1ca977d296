import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import type { Append, Claim, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import { readSignals } from "./inbox-rows.ts";
import { readEvents } from "./log-rows.ts";
import type { Owner } from "./owner.ts";
import { rowAfter } from "./projections.ts";
import type { Connection, SqliteDriver } from "./sqlite-driver.ts";
import { changing, statements } from "./statements.ts";

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
  const me = (): Owner => (owner ??= becomeOwner());

  const isLive = (holder: string): boolean => holder === owner?.name || isAlive(holder);

  const holdOf = (key: ExecutionKey): Held | undefined => {
    const known = held.get(nameOf(key));
    if (known !== undefined) return known;
    const number = sql.lease.get(key.tenant, key.id)?.execution;
    const row = sql.execution.get(key.tenant, key.id);
    return number === undefined || row === undefined ? undefined : { number, row };
  };

  const append = (added: Append): Verdict => {
    const { key, lease, events, program, consumed = [] } = added;
    const isNew = events[0]?.seq === 1;
    const before = isNew ? undefined : holdOf(key);
    const row = rowAfter(before?.row, added);
    if (row === undefined) return "refused";
    // Before anything is written: what is refused leaves nothing behind, though the transaction goes on.
    if (!consumed.every((id) => before !== undefined && sql.waits.get(key.tenant, before.number, id) !== undefined)) return "refused";
    const number = before === undefined ? begin(key, lease, row) : advance(before, lease, row);
    if (number === undefined) return "refused";
    if (program !== undefined && !kept.has(`${key.tenant}/${program.hash}`)) sql.addProgram.run(key.tenant, program.hash, JSON.stringify(program));
    sql.addEvents.run(key.tenant, number, before === undefined ? 1 : before.row.last_seq + 1, JSON.stringify(events));
    for (const id of consumed) sql.consume.run(key.tenant, number, id);
    if (row.ended_at === null) held.set(nameOf(key), { number, row });
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

  /** S2, S3: the number of the last event and the fence are held against the tables in the transaction that writes. */
  const advance = ({ number, row: before }: Held, lease: Lease, row: ExecutionRow): number | undefined => {
    const { changes } = sql.setExecution.run(...changing.map((name) => row[name]), number, row.tenant, before.last_seq, number, me().name, lease.fence);
    return changes === 0 ? undefined : number;
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
      const number = sql.lease.get(key.tenant, key.id)?.execution;
      return number === undefined ? { ok: true, value: [] } : readEvents(sql.events.all(key.tenant, number, number, after), after);
    },
    execution: (key) => sql.execution.get(key.tenant, key.id),
    executions: ({ tenant, prefix = "", status = null, limit }) => sql.executions.all({ tenant, prefix, status, limit }),
    open: ({ tenant, limit }) => {
      const alive = sql.owners.all(tenant).flatMap(({ owner: name }) => (isLive(name) ? [name] : []));
      return sql.open.all({ tenant, limit, alive: JSON.stringify(alive) }).map(({ held: isHeld, ...row }) => ({ ...row, held: isHeld === 1 }));
    },
    post: (key, { kind, id, body, at }) =>
      transact(() => {
        const number = sql.lease.get(key.tenant, key.id)?.execution;
        if (number === undefined) return "unknown";
        return sql.post.run(key.tenant, number, id, kind, at, JSON.stringify(body)).changes === 0 ? "duplicate" : "posted";
      }),
    inbox: (key) => readSignals(sql.inbox.all(key.tenant, key.id)),
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
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;

