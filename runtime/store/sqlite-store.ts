import type { Chains, Standing } from "./chains.ts";
import { chainsOn } from "./chains.ts";
import type { Append, Claim, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import { readSignals } from "./inbox-rows.ts";
import type { Owner } from "./owner.ts";
import { rowAfter } from "./projections.ts";
import type { Connection, SqliteDriver } from "./sqlite-driver.ts";
import type { Statements } from "./statements.ts";
import { statements } from "./statements.ts";
import type { Transact } from "./transactions.ts";
import { readsOf, transactionsOn } from "./transactions.ts";
import { watcherOf } from "./watch.ts";

/** An open database whose settings and tables are as they must be. */
export interface Opened {
  readonly database: Connection;
  readonly path: string;
  readonly problemIn: SqliteDriver["problemIn"];
  /** Whether the process of another owner still runs. */
  readonly isAlive: (owner: string) => boolean;
}

/** What the parts of a store share. */
interface Table {
  readonly sql: Statements;
  readonly chains: Chains;
  readonly transact: Transact;
  readonly read: Transact;
  /** Executions that this store appends to: nobody else changes their rows while the fence holds. */
  readonly held: Map<string, Standing>;
  readonly owners: Owners;
}

/** The store on an open database. `becomeOwner` is called with the first lease. */
export function storeOn({ database, path, problemIn, isAlive }: Opened, becomeOwner: () => Owner): EventStore {
  const sql = statements(database);
  const chains = chainsOn(sql);
  const held = new Map<string, Standing>();
  const read = readsOf(path, problemIn);
  const transact = transactionsOn(sql, path, problemIn, () => {
    held.clear();
    chains.forget();
  });
  const watcher = watcherOf(() => {
    const version = read(() => sql.dataVersion.get()?.data_version);
    return version.ok ? version.value : undefined;
  });
  const owners = ownersBeside(becomeOwner, isAlive);
  const table: Table = { sql, chains, transact, read, held, owners };
  return {
    ...writing(table),
    ...leasing(table),
    ...reading(table),
    ...inboxes(table),
    watch: watcher.watch,
    close: () => {
      watcher.close();
      owners.retire(({ name }) => transact(() => sql.freeLeases.run(name)));
      database.close();
    },
  };
}

/** Who this store is in its leases, and who else there is. */
interface Owners {
  readonly me: () => Owner;
  readonly isLive: (holder: string) => boolean;
  /** Where this store ever became an owner, calls back and ceases to be one. */
  readonly retire: (before: (owner: Owner) => void) => void;
}

function ownersBeside(becomeOwner: () => Owner, isAlive: Opened["isAlive"]): Owners {
  let owner: Owner | undefined;
  return {
    me: () => (owner ??= becomeOwner()),
    isLive: (holder) => holder === owner?.name || isAlive(holder),
    retire: (before) => {
      if (owner === undefined) return;
      before(owner);
      owner.retire();
    },
  };
}

function writing({ sql, chains, transact, held, owners: { me } }: Table): Pick<EventStore, "commit"> {
  /** Programs that are in the database: tenant and hash. */
  const kept = new Set<string>();

  const standingOf = (name: string, key: ExecutionKey): Standing | undefined => {
    const known = held.get(name);
    if (known !== undefined) return known;
    const found = sql.execution.get(key.tenant, key.id);
    return found && chains.standing(found);
  };

  const append = (added: Append): Verdict => {
    const { key, lease, events, program, consumed = [] } = added;
    const name = nameOf(key);
    const isNew = events[0]?.seq === 1;
    const before = isNew ? undefined : standingOf(name, key);
    const row = rowAfter(before?.row, added);
    if (row === undefined) return "refused";
    // Before anything is written: what is refused leaves nothing behind, though the transaction goes on.
    if (!consumed.every((id) => before !== undefined && sql.waits.get(key.tenant, before.number, id) !== undefined)) return "refused";
    const number = before?.number ?? begin(sql, me(), key, lease, row);
    const after = number === undefined ? undefined : chains.add({ number, owner: me().name, fence: lease.fence }, before, row, events);
    if (after === undefined) return "refused";
    if (program !== undefined && !kept.has(`${key.tenant}/${program.hash}`)) sql.addProgram.run(key.tenant, program.hash, JSON.stringify(program));
    for (const id of consumed) sql.consume.run(key.tenant, after.number, id);
    if (row.ended_at === null) held.set(name, after);
    else {
      held.delete(name);
      sql.freeLease.run(key.tenant, key.id, lease.fence);
    }
    return "committed";
  };

  return {
    commit: (appends) => {
      me();
      const outcome = transact(() => appends.map(append));
      if (outcome.ok) for (const { key, program } of appends) if (program !== undefined) kept.add(`${key.tenant}/${program.hash}`);
      return outcome;
    },
  };
}

/** The number by which the tables know an execution that is new; `undefined` if it is not. */
function begin(sql: Statements, { name }: Owner, key: ExecutionKey, lease: Lease, row: ExecutionRow): number | undefined {
  const added = sql.addLease.run(key.tenant, key.id, name, lease.fence);
  if (added.changes === 0) return undefined;
  const number = Number(added.lastInsertRowid);
  sql.addExecution.run({ ...row, execution: number });
  return number;
}

function leasing({ sql, transact, held, owners: { me, isLive } }: Table): Pick<EventStore, "newLease" | "claim" | "release" | "isHeld"> {
  return {
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
    release: (key, lease) => {
      held.delete(nameOf(key));
      transact(() => sql.freeLease.run(key.tenant, key.id, lease.fence));
    },
    isHeld: (key) => {
      const holder = sql.lease.get(key.tenant, key.id)?.owner ?? null;
      return holder !== null && isLive(holder);
    },
  };
}

function reading({ sql, chains, owners: { isLive } }: Table): Pick<EventStore, "events" | "execution" | "executions" | "open" | "program"> {
  return {
    events: (key, after) => {
      const row = sql.execution.get(key.tenant, key.id);
      return row === undefined ? { ok: true, value: [] } : chains.events(row, after);
    },
    execution: (key) => {
      const row = sql.execution.get(key.tenant, key.id);
      return row && chains.current(row);
    },
    executions: ({ tenant, prefix = "", status = null, limit }) => sql.executions.all({ tenant, prefix, status, limit }).map(chains.current),
    open: ({ tenant, limit }) => {
      const alive = sql.owners.all(tenant).flatMap(({ owner: name }) => (isLive(name) ? [name] : []));
      return sql.open.all({ tenant, limit, alive: JSON.stringify(alive) }).map(({ held: isHeld, signals, ...row }) => ({ ...chains.current(row), held: isHeld === 1, signals }));
    },
    program: (tenant, hash) => sql.program.get(tenant, hash)?.body,
  };
}

function inboxes({ sql, transact, read }: Table): Pick<EventStore, "post" | "inbox"> {
  return {
    post: (key, { kind, id, body, at }) =>
      transact(() => {
        const number = sql.lease.get(key.tenant, key.id)?.execution;
        if (number === undefined) return "unknown";
        return sql.post.run(key.tenant, number, id, kind, at, JSON.stringify(body)).changes === 0 ? "duplicate" : "posted";
      }),
    inbox: (key) => {
      const rows = read(() => sql.inbox.all(key.tenant, key.id));
      return rows.ok ? readSignals(rows.value) : rows;
    },
  };
}

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;
