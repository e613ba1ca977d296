import type { ExecutionRow } from "./event-store.ts";
import type { SignalRow } from "./inbox-rows.ts";
import type { LogRow } from "./log-rows.ts";
import type { Connection } from "./sqlite-driver.ts";

const columns = [
  "tenant", "id", "workflow_id", "version", "program", "status", "started_at", "updated_at", "ended_at", "last_seq", "steps",
  "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message", "wake_at",
] as const satisfies readonly (keyof ExecutionRow)[];

/** Behind this row chains are looked for in the log itself. */
const chainEnds = "(SELECT coalesce(max(last), 0) FROM leases WHERE last IS NOT NULL)";
const chainsBehind = `(SELECT execution, max(id) AS id FROM log WHERE id > ${chainEnds} GROUP BY execution)`;

/** Rows of executions, with the end of each chain. */
const selected = `${["execution", ...columns].map((name) => `executions.${name}`).join(", ")}, coalesce(behind.id, last) AS head`;
const fromExecutions = `FROM executions JOIN leases USING (execution) LEFT JOIN ${chainsBehind} AS behind USING (execution)`;

/** A row of the table of executions, which may be some events behind the log. */
export interface WrittenRow extends ExecutionRow {
  readonly execution: number;
  /** The id of the last row of its log; null where that is lost. */
  readonly head: number | null;
}

/** What an append changes of a row. */
export const changing = ["status", "updated_at", "ended_at", "last_seq", "steps", "input_tokens", "output_tokens", "cost_usd", "uncounted", "unpriced", "failure_code", "failure_message", "wake_at"] as const satisfies readonly (keyof ExecutionRow)[];

type Key = [tenant: string, id: string];

export type Statements = ReturnType<typeof statements>;

/** Every statement of the store. Each names the tenant (S7). */
export function statements(database: Connection) {
  return {
    begin: database.prepare("BEGIN IMMEDIATE"),
    commit: database.prepare("COMMIT"),
    rollback: database.prepare("ROLLBACK"),
    /** Another number whenever another connection has committed. */
    dataVersion: database.prepare<[], { readonly data_version: number }>("PRAGMA data_version"),
    addLease: database.prepare<[...Key, string, number]>("INSERT INTO leases (tenant, id, owner, fence) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
    lease: database.prepare<Key, { readonly execution: number; readonly owner: string | null; readonly fence: number }>("SELECT execution, owner, fence FROM leases WHERE tenant = ? AND id = ?"),
    takeLease: database.prepare<[string, number, ...Key]>("UPDATE leases SET owner = ?, fence = ? WHERE tenant = ? AND id = ?"),
    freeLease: database.prepare<[...Key, number]>("UPDATE leases SET owner = NULL WHERE tenant = ? AND id = ? AND fence = ?"),
    // The one statement over all tenants: a process that ends gives back what it holds, whoever it worked for.
    freeLeases: database.prepare<[string]>("UPDATE leases SET owner = NULL WHERE owner = ?"),
    addProgram: database.prepare<[string, string, string]>("INSERT INTO programs (tenant, hash, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
    program: database.prepare<[string, string], { readonly body: string }>("SELECT body FROM programs WHERE tenant = ? AND hash = ?"),
    addExecution: database.prepare<[Pick<ExecutionRow, keyof ExecutionRow> & { readonly execution: number }]>(`INSERT INTO executions (execution, ${columns.join(", ")}) VALUES (@execution, ${columns.map((name) => `@${name}`).join(", ")})`),
    setExecution: database.prepare<[...ExecutionRow[(typeof changing)[number]][], string, number]>(
      `UPDATE executions SET ${changing.map((name) => `${name} = ?`).join(", ")} WHERE tenant = ? AND execution = ?`,
    ),
    execution: database.prepare<Key, WrittenRow>(`SELECT ${selected} ${fromExecutions} WHERE executions.tenant = ? AND executions.id = ?`),
    executions: database.prepare<[{ tenant: string; prefix: string; status: string | null; limit: number }], WrittenRow>(
      `SELECT ${selected} ${fromExecutions} WHERE executions.tenant = @tenant AND substr(executions.id, 1, length(@prefix)) = @prefix AND (@status IS NULL OR status = @status) ORDER BY executions.id DESC LIMIT @limit`,
    ),
    owners: database.prepare<[string], { readonly owner: string }>("SELECT DISTINCT owner FROM executions JOIN leases USING (execution) WHERE executions.tenant = ? AND ended_at IS NULL AND owner IS NOT NULL"),
    open: database.prepare<[{ tenant: string; limit: number; alive: string }], WrittenRow & { readonly held: number; readonly signals: number }>(
      `SELECT ${selected}, coalesce(owner IN (SELECT value FROM json_each(@alive)), 0) AS held,
         (SELECT count(*) FROM inbox WHERE inbox.execution = executions.execution AND body IS NOT NULL) AS signals
       ${fromExecutions} WHERE executions.tenant = @tenant AND ended_at IS NULL
       ORDER BY held, signals = 0, wake_at IS NULL, wake_at, executions.id LIMIT @limit`,
    ),
    post: database.prepare<[string, number, string, string, number, string]>("INSERT INTO inbox (tenant, execution, id, kind, at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
    inbox: database.prepare<Key, SignalRow>(
      "SELECT number, kind, inbox.id, body, at FROM inbox JOIN leases USING (execution) WHERE leases.tenant = ? AND leases.id = ? AND body IS NOT NULL ORDER BY number",
    ),
    waits: database.prepare<[string, number, string], { readonly number: number }>("SELECT number FROM inbox WHERE tenant = ? AND execution = ? AND id = ? AND body IS NOT NULL"),
    consume: database.prepare<[string, number, string]>("UPDATE inbox SET body = NULL WHERE tenant = ? AND execution = ? AND id = ?"),
    // Only where the lease is: the fence is compared by the statement that writes (S3).
    addRow: database.prepare<[number | null, number, number, string, string, number, string, number]>(
      "INSERT INTO log (tenant, execution, prev, seq, sum, body) SELECT tenant, execution, ?, ?, ?, ? FROM leases WHERE tenant = ? AND execution = ? AND owner = ? AND fence = ?",
    ),
    // Along the chain from its end, as far as the row that has event `after` in it, and one more.
    rows: database.prepare<[{ tenant: string; execution: number; head: number | null; after: number }], LogRow>(
      `WITH RECURSIVE chain (id, prev, seq, sum, body, done) AS (
         SELECT id, prev, seq, sum, body, 0 FROM log WHERE tenant = @tenant AND execution = @execution AND id = @head
         UNION ALL
         SELECT log.id, log.prev, log.seq, log.sum, log.body, chain.seq <= @after FROM chain JOIN log ON log.id = chain.prev
         WHERE NOT chain.done AND tenant = @tenant AND execution = @execution
       ) SELECT id, prev, seq, sum, body FROM chain ORDER BY id`,
    ),
    chainEnds: database.prepare<[], { readonly id: number }>(`SELECT ${chainEnds} AS id`),
    // Over all tenants, too: where chains end is written down for all of them, or for none.
    setChainEnds: database.prepare(
      `UPDATE leases SET last = ends.id FROM (SELECT execution, max(id) AS id FROM log WHERE id > ${chainEnds} GROUP BY execution) AS ends WHERE leases.execution = ends.execution`,
    ),
  };
}
