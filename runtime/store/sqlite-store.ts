import type { Database } from "better-sqlite3";
import type { StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { upcast } from "../core/upcast.ts";
import type { Outcome } from "../ports.ts";
import type { Append, Claim, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import type { Owner } from "./owner.ts";
import { rowAfter } from "./projections.ts";

/** The store on an open database whose settings and tables are as they must be. `becomeOwner` is called with the first lease. */
export function storeOn(database: Database, path: string, becomeOwner: () => Owner): EventStore {
  const sql = statements(database);
  /** Rows of executions that this store appends to: nobody else changes them while the fence holds. */
  const rows = new Map<string, ExecutionRow>();
  /** Programs that are in the database: tenant and hash. */
  const kept = new Set<string>();
  let owner: Owner | undefined;
  let broken: Failure | undefined;
  const me = (): Owner => (owner ??= becomeOwner());

  const rowOf = (key: ExecutionKey): ExecutionRow | undefined => rows.get(nameOf(key)) ?? sql.execution.get(key.tenant, key.id);

  const append = ({ key, lease, events, program }: Append): Verdict => {
    const isNew = events[0]?.seq === 1;
    // S3: the fence is read in the transaction that writes.
    if (isNew ? sql.addLease.run(key.tenant, key.id, me().name, lease.fence).changes === 0 : sql.fence.get(key.tenant, key.id, me().name) !== lease.fence) return "refused";
    const row = rowAfter(isNew ? undefined : rowOf(key), key, events);
    if (row === undefined) return "refused";
    if (program !== undefined && !kept.has(`${key.tenant}/${program.hash}`)) sql.addProgram.run(key.tenant, program.hash, JSON.stringify(program));
    if (isNew) sql.addExecution.run(row);
    else sql.setExecution.run(row);
    for (const { seq, at, event } of events) sql.addEvent.run(key.tenant, key.id, seq, at, JSON.stringify(event));
    if (row.ended_at === null) rows.set(nameOf(key), row);
    else {
      rows.delete(nameOf(key));
      sql.freeLease.run(key.tenant, key.id, lease.fence);
    }
    return "committed";
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
      if (database.inTransaction) sql.rollback.run();
      rows.clear();
      if (!isSqliteError(error)) throw error;
      const failed = failure("io_error", `the database '${path}' cannot be written: ${error.message} (${error.code})`);
      // After a failed write or sync nobody knows what the disk has: this connection says nothing more.
      if (error.code.startsWith("SQLITE_IOERR")) broken = failed;
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
        rows.delete(nameOf(key));
        return { ok: true, lease: { fence } };
      });
    },
    release: (key: ExecutionKey, lease: Lease) => {
      rows.delete(nameOf(key));
      transact(() => sql.freeLease.run(key.tenant, key.id, lease.fence));
    },
    events: (key, after) => readEvents(sql.events.all(key.tenant, key.id, after)),
    execution: (key) => sql.execution.get(key.tenant, key.id),
    executions: ({ tenant, prefix = "", status = null, limit }) => sql.executions.all({ tenant, prefix, status, limit }),
    program: (tenant, hash) => sql.program.get(tenant, hash),
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

interface EventRow {
  readonly seq: number;
  readonly at: number;
  readonly body: string;
}

function readEvents(rows: readonly EventRow[]): Outcome<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (const { seq, at, body } of rows) {
    const event = upcast(parsed(body));
    if (event === undefined) return { ok: false, failure: failure("verification_failed", `event ${seq} is damaged or was written by a newer JamJet`) };
    events.push({ seq, at, event });
  }
  return { ok: true, value: events };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === "SqliteError" && "code" in error && typeof error.code === "string";
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;

const columns = [
  "tenant", "id", "workflow_id", "version", "program", "status", "started_at", "updated_at", "ended_at", "last_seq", "steps",
  "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message",
] as const satisfies readonly (keyof ExecutionRow)[];

const changing = ["status", "updated_at", "ended_at", "last_seq", "steps", "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message"] as const satisfies readonly (keyof ExecutionRow)[];

type Key = [tenant: string, id: string];

/** Every statement of the store. Each names the tenant (S7). */
function statements(database: Database) {
  return {
    begin: database.prepare("BEGIN IMMEDIATE"),
    commit: database.prepare("COMMIT"),
    rollback: database.prepare("ROLLBACK"),
    addLease: database.prepare<[...Key, string, number]>("INSERT INTO leases (tenant, execution, owner, fence) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
    fence: database.prepare<[...Key, string], number>("SELECT fence FROM leases WHERE tenant = ? AND execution = ? AND owner = ?").pluck(),
    lease: database.prepare<Key, { readonly owner: string | null; readonly fence: number }>("SELECT owner, fence FROM leases WHERE tenant = ? AND execution = ?"),
    takeLease: database.prepare<[string, number, ...Key]>("UPDATE leases SET owner = ?, fence = ? WHERE tenant = ? AND execution = ?"),
    freeLease: database.prepare<[...Key, number]>("UPDATE leases SET owner = NULL WHERE tenant = ? AND execution = ? AND fence = ?"),
    // The one statement over all tenants: a process that ends gives back what it holds, whoever it worked for.
    freeLeases: database.prepare<[string]>("UPDATE leases SET owner = NULL WHERE owner = ?"),
    addProgram: database.prepare<[string, string, string]>("INSERT INTO programs (tenant, hash, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
    program: database.prepare<[string, string], string>("SELECT body FROM programs WHERE tenant = ? AND hash = ?").pluck(),
    addExecution: database.prepare<ExecutionRow>(`INSERT INTO executions (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`),
    setExecution: database.prepare<ExecutionRow>(`UPDATE executions SET ${changing.map((name) => `${name} = @${name}`).join(", ")} WHERE tenant = @tenant AND id = @id`),
    execution: database.prepare<Key, ExecutionRow>(`SELECT ${columns.join(", ")} FROM executions WHERE tenant = ? AND id = ?`),
    executions: database.prepare<{ tenant: string; prefix: string; status: string | null; limit: number }, ExecutionRow>(
      `SELECT ${columns.join(", ")} FROM executions WHERE tenant = @tenant AND substr(id, 1, length(@prefix)) = @prefix AND (@status IS NULL OR status = @status) ORDER BY id DESC LIMIT @limit`,
    ),
    addEvent: database.prepare<[...Key, number, number, string]>("INSERT INTO events (tenant, execution, seq, at, body) VALUES (?, ?, ?, ?, ?)"),
    events: database.prepare<[...Key, number], EventRow>("SELECT seq, at, body FROM events WHERE tenant = ? AND execution = ? AND seq > ? ORDER BY seq"),
  };
}
