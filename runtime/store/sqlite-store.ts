import type { StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { upcast } from "../core/upcast.ts";
import type { Outcome } from "../ports.ts";
import type { Append, Claim, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import type { Owner } from "./owner.ts";
import { rowAfter } from "./projections.ts";
import type { Connection, SqliteDriver } from "./sqlite-driver.ts";

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

  const holdOf = (key: ExecutionKey): Held | undefined => {
    const known = held.get(nameOf(key));
    if (known !== undefined) return known;
    const number = sql.lease.get(key.tenant, key.id)?.execution;
    const row = sql.execution.get(key.tenant, key.id);
    return number === undefined || row === undefined ? undefined : { number, row };
  };

  const append = ({ key, lease, events, program }: Append): Verdict => {
    const isNew = events[0]?.seq === 1;
    const before = isNew ? undefined : holdOf(key);
    const row = rowAfter(before?.row, key, events);
    if (row === undefined) return "refused";
    const number = before === undefined ? begin(key, lease, row) : advance(before, lease, row);
    if (number === undefined) return "refused";
    if (program !== undefined && !kept.has(`${key.tenant}/${program.hash}`)) sql.addProgram.run(key.tenant, program.hash, JSON.stringify(program));
    sql.addEvents.run(key.tenant, number, before === undefined ? 1 : before.row.last_seq + 1, JSON.stringify(events));
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
      return holder !== null && (holder === owner?.name || isAlive(holder));
    },
    events: (key, after) => {
      const number = sql.lease.get(key.tenant, key.id)?.execution;
      return number === undefined ? { ok: true, value: [] } : readEvents(sql.events.all(key.tenant, number, number, after), after);
    },
    execution: (key) => sql.execution.get(key.tenant, key.id),
    executions: ({ tenant, prefix = "", status = null, limit }) => sql.executions.all({ tenant, prefix, status, limit }),
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

interface LogRow {
  readonly seq: number;
  readonly body: string;
}

/** The events after number `after`. A gap, damage, or an event of a later version makes the log unreadable. */
function readEvents(rows: readonly LogRow[], after: number): Outcome<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let next = rows[0]?.seq ?? 1;
  for (const { body } of rows) {
    for (const recorded of eventsIn(body)) {
      const event = recorded?.seq === next ? upcast(recorded.event) : undefined;
      if (recorded === null || event === undefined) return { ok: false, failure: failure("verification_failed", `event ${next} is damaged or was written by a newer JamJet`) };
      if (next > after) events.push({ seq: next, at: recorded.at, event });
      next += 1;
    }
  }
  return { ok: true, value: events };
}

interface Recorded {
  readonly seq: number;
  readonly at: number;
  readonly event: Json;
}

/** What a row holds; where it is damaged, one event that is none. */
function eventsIn(body: string): readonly (Recorded | null)[] {
  try {
    const list: unknown = JSON.parse(body);
    // Only `append` writes rows, and what it writes is checked again, event by event.
    if (Array.isArray(list)) return list as readonly (Recorded | null)[];
  } catch {
    // Damaged, as below.
  }
  return [null];
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;

const columns = [
  "tenant", "id", "workflow_id", "version", "program", "status", "started_at", "updated_at", "ended_at", "last_seq", "steps",
  "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message",
] as const satisfies readonly (keyof ExecutionRow)[];

const changing = ["status", "updated_at", "ended_at", "last_seq", "steps", "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message"] as const satisfies readonly (keyof ExecutionRow)[];

type Key = [tenant: string, id: string];

/** Every statement of the store. Each names the tenant (S7). */
function statements(database: Connection) {
  return {
    begin: database.prepare("BEGIN IMMEDIATE"),
    commit: database.prepare("COMMIT"),
    rollback: database.prepare("ROLLBACK"),
    addLease: database.prepare<[...Key, string, number]>("INSERT INTO leases (tenant, id, owner, fence) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
    lease: database.prepare<Key, { readonly execution: number; readonly owner: string | null; readonly fence: number }>("SELECT execution, owner, fence FROM leases WHERE tenant = ? AND id = ?"),
    takeLease: database.prepare<[string, number, ...Key]>("UPDATE leases SET owner = ?, fence = ? WHERE tenant = ? AND id = ?"),
    freeLease: database.prepare<[...Key, number]>("UPDATE leases SET owner = NULL WHERE tenant = ? AND id = ? AND fence = ?"),
    // The one statement over all tenants: a process that ends gives back what it holds, whoever it worked for.
    freeLeases: database.prepare<[string]>("UPDATE leases SET owner = NULL WHERE owner = ?"),
    addProgram: database.prepare<[string, string, string]>("INSERT INTO programs (tenant, hash, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
    program: database.prepare<[string, string], { readonly body: string }>("SELECT body FROM programs WHERE tenant = ? AND hash = ?"),
    addExecution: database.prepare<[Pick<ExecutionRow, keyof ExecutionRow> & { readonly execution: number }]>(`INSERT INTO executions (execution, ${columns.join(", ")}) VALUES (@execution, ${columns.map((name) => `@${name}`).join(", ")})`),
    setExecution: database.prepare<[...ExecutionRow[(typeof changing)[number]][], number, string, number, number, string, number]>(
      `UPDATE executions SET ${changing.map((name) => `${name} = ?`).join(", ")} WHERE execution = ? AND tenant = ? AND last_seq = ?
       AND EXISTS (SELECT 1 FROM leases WHERE execution = ? AND owner = ? AND fence = ?)`,
    ),
    execution: database.prepare<Key, ExecutionRow>(`SELECT ${columns.join(", ")} FROM executions WHERE tenant = ? AND id = ?`),
    executions: database.prepare<[{ tenant: string; prefix: string; status: string | null; limit: number }], ExecutionRow>(
      `SELECT ${columns.join(", ")} FROM executions WHERE tenant = @tenant AND substr(id, 1, length(@prefix)) = @prefix AND (@status IS NULL OR status = @status) ORDER BY id DESC LIMIT @limit`,
    ),
    addEvents: database.prepare<[string, number, number, string]>("INSERT INTO log (tenant, execution, seq, body) VALUES (?, ?, ?, ?)"),
    // From the row that has event `after` in it, since a row has any number of events.
    events: database.prepare<[string, number, number, number], LogRow>(
      `SELECT seq, body FROM log WHERE tenant = ? AND execution = ? AND seq >= coalesce((SELECT max(seq) FROM log WHERE execution = ? AND seq <= ?), 1) ORDER BY seq`,
    ),
  };
}
