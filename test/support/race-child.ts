import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { EventStore, ExecutionKey, Lease } from "../../runtime/store/event-store.ts";
import type { Connection } from "../../runtime/store/sqlite-driver.ts";
import { loadDriver } from "../../runtime/store/sqlite-driver.ts";
import { storeOn } from "../../runtime/store/sqlite-store.ts";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import type { StoredEvent } from "../../schemas/event.ts";
import { halt, program } from "./programs.ts";

/*
 * One racer. It reads lines `hold <id>` (begin an execution and add to it until a write is refused) and `take <id>` (take it
 * over as soon as that is allowed, and add a few events), and answers `held` or `took`, then `done` with the numbers of the events
 * that the store said are committed. With `unfenced` its store forgets to look at the fence.
 */
const [, , name = "", path = "", fencing = "fenced"] = process.argv;

const subject = program({ nodes: { end: halt() } });
const most = 150;
const taken = 5;

const taker = await fenced();
for await (const line of createInterface(process.stdin)) {
  const [word, id = ""] = line.split(" ");
  console.log(`done ${(await (word === "hold" ? begin(id) : take(taker, { tenant: "default", id }))).join(" ")}`);
}
taker.close();

/** As a process of its own would: what becomes of this store's name is nothing to the next one. */
async function begin(id: string): Promise<readonly number[]> {
  const store = fencing === "unfenced" ? await unfenced() : await fenced();
  const acked = await hold(store, { tenant: "default", id });
  store.close();
  return acked;
}

async function hold(store: EventStore, key: ExecutionKey): Promise<readonly number[]> {
  const lease = store.newLease();
  if (!isCommitted(store, key, lease, 1)) throw new Error(`cannot begin ${key.id}`);
  console.log("held");
  return [1, ...(await add(store, key, lease, 2, most))];
}

async function take(store: EventStore, key: ExecutionKey): Promise<readonly number[]> {
  for (;;) {
    const claim = store.claim(key);
    if (claim.ok && claim.value.ok) {
      console.log("took");
      const events = store.events(key, 0);
      if (!events.ok) throw new Error(events.failure.message);
      return add(store, key, claim.value.lease, events.value.length + 1, taken);
    }
    await pause(1);
  }
}

/** Adds events one by one, as far as they are taken. */
async function add(store: EventStore, key: ExecutionKey, lease: Lease, from: number, count: number): Promise<readonly number[]> {
  const acked: number[] = [];
  for (let seq = from; seq < from + count && isCommitted(store, key, lease, seq); seq += 1) {
    acked.push(seq);
    // What a call would take; the other one finds the database free now and then.
    await pause(1);
  }
  return acked;
}

function isCommitted(store: EventStore, key: ExecutionKey, lease: Lease, seq: number): boolean {
  const outcome = store.commit([{ key, lease, events: [event(seq)], ...(seq === 1 ? { program: subject } : {}) }]);
  return outcome.ok && outcome.value[0] === "committed";
}

function event(seq: number): StoredEvent {
  if (seq === 1) return { seq, at: 0, event: { type: "workflow_started", v: 1, program: subject.hash, workflow_id: "race", version: "1.0.0", tenant: "default", input: {}, env: {} } };
  return { seq, at: 0, event: { type: "node_scheduled", v: 1, node: name, visit: seq, via: "next", passed: [] } };
}

async function fenced(): Promise<EventStore> {
  const opened = await openSqliteStore(path, { use: "write" });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

/** The store of a JamJet that does not compare the fence, and whose process nobody can see. */
async function unfenced(): Promise<EventStore> {
  (await fenced()).close();
  const driver = await loadDriver();
  if (!driver.ok) throw new Error(driver.failure.message);
  const database = driver.value.open(path);
  database.exec("PRAGMA synchronous = FULL");
  const careless: Connection = { ...database, exec: database.exec.bind(database), close: database.close.bind(database), prepare: (sql) => database.prepare(sql.replace("AND owner = ? AND fence = ?", "AND ? <> '' AND ? > 0")) };
  return storeOn({ database: careless, path, problemIn: driver.value.problemIn, isAlive: () => false }, () => ({ name: "nobody", isAlive: () => false, retire: () => undefined }));
}
