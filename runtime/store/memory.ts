import type { StoredEvent } from "../../schemas/event.ts";
import type { Append, EventStore, ExecutionKey, ExecutionRow, OpenRow, Posted, Verdict } from "./event-store.ts";
import { rowAfter } from "./projections.ts";

interface Log {
  row: ExecutionRow;
  fence: number;
  owner: string | null;
  readonly events: StoredEvent[];
  /** Every signal that was ever posted, and the ids of those that do not wait any more. */
  readonly inbox: Posted[];
  readonly consumed: Set<string>;
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
  const watchers = new Set<Watcher>();
  let opened = 0;
  return { open: () => openStore({ logs, programs, alive, watchers }, `memory-${(opened += 1)}`) };
}

interface Shared {
  readonly logs: Map<string, Log>;
  readonly programs: Map<string, string>;
  readonly alive: Set<string>;
  readonly watchers: Set<Watcher>;
}

interface Watcher {
  readonly owner: string;
  readonly look: () => void;
}

/** One store on a shelf, and what it is called in the leases that it takes. */
interface Place extends Shared {
  readonly owner: string;
  readonly logOf: (key: ExecutionKey) => Log | undefined;
  readonly isHeld: (log: Log) => boolean;
  readonly tellOthers: () => void;
}

function openStore(shared: Shared, owner: string): MemoryStore {
  const { logs, alive, watchers } = shared;
  alive.add(owner);
  const place: Place = {
    ...shared,
    owner,
    logOf: (key) => logs.get(nameOf(key)),
    isHeld: ({ owner: holder }) => holder !== null && alive.has(holder),
    tellOthers: () => {
      // Another process does not see it in the middle of ours.
      for (const watcher of [...watchers]) if (watcher.owner !== owner) setImmediate(() => (watchers.has(watcher) ? watcher.look() : undefined));
    },
  };
  return {
    commit: (appends) => {
      const verdicts = appends.map((added) => append(place, added));
      place.tellOthers();
      return { ok: true, value: verdicts };
    },
    ...leasing(place),
    ...reading(place),
    ...inboxes(place),
    ...lifetime(place),
  };
}

function append({ logs, programs, owner, logOf }: Place, added: Append): Verdict {
  const { key, lease, events, program, consumed = [] } = added;
  const log = logOf(key);
  if (log !== undefined && (log.fence !== lease.fence || log.owner !== owner)) return "refused";
  const row = rowAfter(log?.row, added);
  if (row === undefined) return "refused";
  const kept = log ?? { row, fence: lease.fence, owner, events: [], inbox: [], consumed: new Set() };
  if (!consumed.every((id) => waiting(kept).some((signal) => signal.id === id))) return "refused";
  if (log === undefined) logs.set(nameOf(key), kept);
  kept.row = row;
  for (const id of consumed) kept.consumed.add(id);
  if (row.ended_at !== null) kept.owner = null;
  kept.events.push(...throughText(events));
  if (program !== undefined) keep(programs, `${key.tenant}/${program.hash}`, JSON.stringify(program));
  return "committed";
}

function leasing({ owner, logOf, isHeld }: Place): Pick<EventStore, "newLease" | "claim" | "release" | "isHeld"> {
  return {
    newLease: () => ({ fence: 1 }),
    claim: (key) => {
      const log = logOf(key);
      if (log === undefined) return { ok: true, value: { ok: false, why: "unknown" } };
      if (log.owner !== null && log.owner !== owner && isHeld(log)) return { ok: true, value: { ok: false, why: "live", owner: log.owner } };
      log.owner = owner;
      log.fence += 1;
      return { ok: true, value: { ok: true, lease: { fence: log.fence } } };
    },
    release: (key, lease) => {
      const log = logOf(key);
      if (log?.owner === owner && log.fence === lease.fence) log.owner = null;
    },
    isHeld: (key) => {
      const log = logOf(key);
      return log !== undefined && isHeld(log);
    },
  };
}

function reading({ logs, programs, logOf, isHeld }: Place): Pick<EventStore, "events" | "execution" | "executions" | "open" | "program"> {
  return {
    events: (key, after) => ({ ok: true, value: logOf(key)?.events.slice(after) ?? [] }),
    execution: (key) => logOf(key)?.row,
    executions: ({ tenant, prefix = "", status, limit }) =>
      [...logs.values()]
        .map((log) => log.row)
        .filter((row) => row.tenant === tenant && row.id.startsWith(prefix) && (status === undefined || row.status === status))
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    open: ({ tenant, limit }) =>
      [...logs.values()]
        .filter(({ row }) => row.tenant === tenant && row.ended_at === null)
        .map((log): OpenRow => ({ ...log.row, held: isHeld(log), signals: waiting(log).length }))
        .sort(byNeed)
        .slice(0, limit),
    program: (tenant, hash) => programs.get(`${tenant}/${hash}`),
  };
}

function inboxes({ logOf, tellOthers }: Place): Pick<EventStore, "post" | "inbox"> {
  return {
    post: (key, signal) => {
      const log = logOf(key);
      if (log === undefined) return { ok: true, value: "unknown" };
      if (log.inbox.some(({ id }) => id === signal.id)) return { ok: true, value: "duplicate" };
      log.inbox.push({ ...throughText(signal), number: log.inbox.length + 1 });
      tellOthers();
      return { ok: true, value: "posted" };
    },
    inbox: (key) => {
      const log = logOf(key);
      return { ok: true, value: log === undefined ? [] : waiting(log) };
    },
  };
}

function lifetime({ logs, alive, watchers, owner }: Place): Pick<MemoryStore, "watch" | "close" | "die"> {
  return {
    watch: (look) => {
      const watcher = { owner, look };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    close: () => {
      for (const log of logs.values()) if (log.owner === owner) log.owner = null;
      alive.delete(owner);
    },
    die: () => {
      alive.delete(owner);
      for (const watcher of watchers) if (watcher.owner === owner) watchers.delete(watcher);
    },
  };
}

const waiting = ({ inbox, consumed }: Log): readonly Posted[] => inbox.filter(({ id }) => !consumed.has(id));

/** S6: a caller cannot change what was recorded, and sees what a database would give back. */
function throughText<T>(value: T): T {
  // What is recorded is JSON by its type, so its text has all of it.
  return JSON.parse(JSON.stringify(value)) as T;
}

function byNeed(a: OpenRow, b: OpenRow): number {
  const due = ({ wake_at }: OpenRow): number => wake_at ?? Infinity;
  if (a.held !== b.held) return a.held ? 1 : -1;
  if ((a.signals > 0) !== (b.signals > 0)) return a.signals > 0 ? -1 : 1;
  if (due(a) !== due(b)) return due(a) - due(b);
  return a.id < b.id ? -1 : 1;
}

const nameOf = ({ tenant, id }: ExecutionKey): string => JSON.stringify([tenant, id]);

function keep(programs: Map<string, string>, name: string, text: string): void {
  if (!programs.has(name)) programs.set(name, text);
}
