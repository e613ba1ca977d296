import type { StoredEvent } from "../../schemas/event.ts";
import type { Append, EventStore, ExecutionKey, ExecutionRow, Lease, Verdict } from "./event-store.ts";
import { rowAfter } from "./projections.ts";

interface Log {
  row: ExecutionRow;
  fence: number;
  owner: string | null;
  readonly events: StoredEvent[];
}

/** Executions in memory, which any number of stores may be opened on: what a database file is to SQLite. */
export interface MemoryShelf {
  readonly open: () => MemoryStore;
}

/** A store whose process may be said to die: then its leases are free, and every later write of it is still checked. */
export interface MemoryStore extends EventStore {
  readonly die: () => void;
}

/** A new shelf without executions. For tests and dry runs: nothing is durable. */
export function memoryShelf(): MemoryShelf {
  const logs = new Map<string, Log>();
  const programs = new Map<string, string>();
  const alive = new Set<string>();
  let opened = 0;
  return { open: () => openStore({ logs, programs, alive }, `memory-${(opened += 1)}`) };
}

interface Shared {
  readonly logs: Map<string, Log>;
  readonly programs: Map<string, string>;
  readonly alive: Set<string>;
}

function openStore({ logs, programs, alive }: Shared, owner: string): MemoryStore {
  alive.add(owner);
  const logOf = (key: ExecutionKey): Log | undefined => logs.get(nameOf(key));

  const append = ({ key, lease, events, program }: Append): Verdict => {
    const log = logOf(key);
    if (log !== undefined && (log.fence !== lease.fence || log.owner !== owner)) return "refused";
    const row = rowAfter(log?.row, key, events);
    if (row === undefined) return "refused";
    const kept = log ?? { row, fence: lease.fence, owner, events: [] };
    if (log === undefined) logs.set(nameOf(key), kept);
    kept.row = row;
    // S6: through text, so that a caller cannot change what was recorded, and sees what a database would give back.
    kept.events.push(...(JSON.parse(JSON.stringify(events)) as StoredEvent[]));
    if (program !== undefined) keep(programs, `${key.tenant}/${program.hash}`, JSON.stringify(program));
    return "committed";
  };

  return {
    commit: (appends) => ({ ok: true, value: appends.map(append) }),
    newLease: () => ({ fence: 1 }),
    claim: (key) => {
      const log = logOf(key);
      if (log === undefined) return { ok: true, value: { ok: false, why: "unknown" } };
      if (log.owner !== null && log.owner !== owner && alive.has(log.owner)) return { ok: true, value: { ok: false, why: "live", owner: log.owner } };
      log.owner = owner;
      log.fence += 1;
      return { ok: true, value: { ok: true, lease: { fence: log.fence } } };
    },
    release: (key: ExecutionKey, lease: Lease) => {
      const log = logOf(key);
      if (log?.owner === owner && log.fence === lease.fence) log.owner = null;
    },
    isHeld: (key) => {
      const holder = logOf(key)?.owner ?? null;
      return holder !== null && alive.has(holder);
    },
    events: (key, after) => ({ ok: true, value: logOf(key)?.events.slice(after) ?? [] }),
    execution: (key) => logOf(key)?.row,
    executions: ({ tenant, prefix = "", status, limit }) =>
      [...logs.values()]
        .map((log) => log.row)
        .filter((row) => row.tenant === tenant && row.id.startsWith(prefix) && (status === undefined || row.status === status))
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    program: (tenant, hash) => programs.get(`${tenant}/${hash}`),
    close: () => {
      for (const log of logs.values()) if (log.owner === owner) log.owner = null;
      alive.delete(owner);
    },
    die: () => void alive.delete(owner),
  };
}

const nameOf = ({ tenant, id }: ExecutionKey): string => JSON.stringify([tenant, id]);

function keep(programs: Map<string, string>, name: string, text: string): void {
  if (!programs.has(name)) programs.set(name, text);
}
