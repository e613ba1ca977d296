import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { StoredEvent } from "../../../schemas/event.ts";
import type { EventStore, ExecutionKey } from "../../../runtime/store/event-store.ts";
import { rowAfter } from "../../../runtime/store/projections.ts";
import type { Connection } from "../../../runtime/store/sqlite-driver.ts";
import { openSqliteStore } from "../../../runtime/store/sqlite.ts";
import { usage } from "../../support/fake-ports.ts";
import { halt, program } from "../../support/programs.ts";
import { randomFrom, seedOfRun } from "../../support/random.ts";
import { sqliteDrivers } from "../../support/sqlite.ts";

const root = mkdtempSync(join(tmpdir(), "jamjet-log-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = (id = "exec_1"): ExecutionKey => ({ tenant: "default", id });
const subject = program({ nodes: { end: halt() } });
const begun: StoredEvent = { seq: 1, at: 1_001, event: { type: "workflow_started", v: 1, program: subject.hash, workflow_id: "test", version: "1.0.0", tenant: "default", input: {}, env: {} } };
const worked = (seq: number): StoredEvent => ({ seq, at: 1_000 + seq, event: { type: "node_completed", v: 1, node: "a", visit: seq, attempt: 1, output: "ü", writes: [], duration_ms: 3, usage: [usage({ cost_usd: 0.25 })] } });

describe.each(await sqliteDrivers())("sqlite of $name", ({ name: driver, open: raw }) => {
  const folder = mkdtempSync(join(root, `${driver}-`));

  async function open(path: string): Promise<EventStore> {
    const store = await openSqliteStore(path, { use: "write", driver });
    if (!store.ok) throw new Error(store.failure.message);
    return store.value;
  }

  /** A database with a log of five rows and one of another execution between them; `damage` is undone after `held` has looked. */
  async function damaged(name: string, work: (direct: Connection, outcome: () => string) => void): Promise<void> {
    const path = join(folder, `${name}.db`);
    const store = await open(path);
    const lease = store.newLease();
    store.commit([{ key: key(), lease, events: [begun, worked(2)], program: subject }]);
    store.commit([{ key: key("exec_2"), lease, events: [begun], program: subject }]);
    for (const seq of [3, 5, 7]) store.commit([{ key: key(), lease, events: [worked(seq), worked(seq + 1)] }]);
    store.commit([{ key: key(), lease, events: [worked(9)] }]);
    const direct = raw(path);
    const outcome = (): string => {
      const events = store.events(key(), 0);
      return events.ok ? `${events.value.length} events` : `${events.failure.code}: ${events.failure.message}`;
    };
    expect(outcome()).toBe("9 events");
    work(direct, outcome);
    direct.close();
    store.close();
  }

  it("tells every altered character of the log from what was written, and says where", () =>
    damaged("flipped", (direct, outcome) => {
      const rows = direct.prepare<[], { readonly id: number; readonly seq: number; readonly body: string }>("SELECT id, seq, body FROM log WHERE execution = 1").all();
      const put = direct.prepare<[string, number]>("UPDATE log SET body = ? WHERE id = ?");
      for (const { id, seq, body } of rows) {
        for (let at = 0; at < body.length; at += 1) {
          put.run(`${body.slice(0, at)}${body[at] === "1" ? "2" : "1"}${body.slice(at + 1)}`, id);
          expect(outcome(), `character ${at} of row ${id}`).toBe(`verification_failed: event ${seq} is damaged`);
        }
        for (const text of ["", "[]", "{}", "null", body.slice(0, -1)]) {
          put.run(text, id);
          expect(outcome()).toBe(`verification_failed: event ${seq} is damaged`);
        }
        put.run(body, id);
      }
      expect(outcome()).toBe("9 events");
    }));

  it.each([
    ["two texts changed places", "UPDATE log SET body = (SELECT body FROM log AS other WHERE other.id = 8 - log.id) WHERE id IN (3, 5)", "event 3 is damaged"],
    ["the first row is gone", "DELETE FROM log WHERE id = 1", "event 2 is missing"],
    ["a row in the middle is gone", "DELETE FROM log WHERE id = 4", "event 6 is missing"],
    ["every row is gone", "DELETE FROM log", "event 1 is missing"],
    ["a number is another", "UPDATE log SET seq = 4 WHERE id = 4", "event 5 is damaged"],
    ["a row leads past the one before", "UPDATE log SET prev = 1 WHERE id = 4", "event 4 is missing"],
    ["a sum is another", "UPDATE log SET sum = 0 WHERE id = 5", "event 7 is damaged"],
    ["a row went to another execution", "UPDATE log SET execution = 2 WHERE id = 3", "event 4 is missing"],
    ["a row went to another tenant", "UPDATE log SET tenant = 'b' WHERE id = 3", "event 4 is missing"],
  ])("refuses a log of which %s", (name, sql, message) => damaged(name, (direct, outcome) => {
    direct.exec(sql);
    expect(outcome()).toBe(`verification_failed: ${message}`);
  }));

  it("refuses a log whose end is lost, as far as the table knows of it", () =>
    damaged("cut", (direct, outcome) => {
      direct.exec("UPDATE executions SET last_seq = 9 WHERE execution = 1; DELETE FROM log WHERE id = 6");
      expect(outcome()).toBe("verification_failed: event 9 is missing");
    }));

  it("refuses an event of a later version by its number", () =>
    damaged("newer", (direct, outcome) => {
      for (const text of ['[[1,{"type":"workflow_started","v":2}]]', '[[1,{"type":"quantum_leap","v":1}]]']) {
        direct.exec(`DELETE FROM log WHERE id > 1; UPDATE log SET body = '${text}', sum = ${crc32(text)}`);
        expect(outcome()).toBe("verification_failed: event 1 was written by a newer JamJet");
      }
    }));

  it("adds nothing to a log that it cannot read", async () => {
    const path = join(folder, "taken.db");
    const store = await open(path);
    store.commit([{ key: key(), lease: store.newLease(), events: [begun, worked(2)], program: subject }]);
    const direct = raw(path);
    direct.exec("UPDATE log SET body = replace(body, '1001', '1002')");
    direct.close();
    const claim = store.claim(key());
    if (!claim.ok || !claim.value.ok) throw new Error("no claim");
    expect(store.commit([{ key: key(), lease: claim.value.lease, events: [worked(3)] }])).toEqual({ ok: true, value: ["refused"] });
    store.close();
  });

  it("says of every execution what its log says, however far the tables are behind", async () => {
    const seed = seedOfRun();
    const random = randomFrom(seed);
    const below = (count: number): number => Math.floor(random() * count);
    const path = join(folder, "behind.db");
    const writers = [await open(path), await open(path)];
    const reader = await open(path);
    const ids = ["exec_1", "exec_2", "exec_3", "exec_4"];
    const last = new Map<string, number>();
    for (let commit = 1; commit <= 700; commit += 1) {
      const which = below(ids.length);
      const [id = "", store = reader] = [ids[which], writers[which % 2]];
      const seq = (last.get(id) ?? 0) + 1;
      const events = seq === 1 ? [begun] : Array.from({ length: 1 + below(3) }, (_, index) => worked(seq + index));
      expect(store.commit([{ key: key(id), lease: store.newLease(), events, ...(seq === 1 ? { program: subject } : {}) }]), `JAMJET_SEED=${seed}`).toEqual({ ok: true, value: ["committed"] });
      last.set(id, seq + events.length - 1);
      if (commit % 50 === 0) for (const store of [reader, ...writers]) expectHeld(store, last);
    }
    for (const store of [...writers, reader]) store.close();
    const direct = raw(path);
    const behind = direct.prepare<[], { readonly id: string; readonly last_seq: number }>("SELECT id, last_seq FROM executions").all();
    // The tables are behind indeed, or the test shows nothing.
    expect(behind.some((row) => row.last_seq < (last.get(row.id) ?? 0))).toBe(true);
    direct.close();
  });

  it("reads, lists and goes on with what version 1 wrote", async () => {
    const path = join(folder, "version-1.db");
    const old = raw(path);
    old.exec(readFileSync(join(import.meta.dirname, "databases/version-1.sql"), "utf8"));
    old.close();
    const store = await open(path);
    const count = (id: string) => {
      const events = store.events(key(id), 0);
      return events.ok ? events.value.map(({ seq }) => seq) : events.failure.message;
    };
    expect([count("exec_open"), count("exec_ended")]).toEqual([[1, 2, 3, 4], [1, 2, 3, 4, 5]]);
    expect(store.events(key("exec_open"), 2)).toMatchObject({ ok: true, value: [{ seq: 3, at: 1_003, event: { type: "node_completed", output: 3 } }, { seq: 4 }] });
    expect(store.executions({ tenant: "default", limit: 9 }).map(({ id, status, steps }) => `${id} ${status} ${steps}`)).toEqual(["exec_open running 3", "exec_ended failed 3"]);
    expect(store.open({ tenant: "default", limit: 9 })).toMatchObject([{ id: "exec_open", held: false, wake_at: 1_001, signals: 0 }]);
    const claim = store.claim(key("exec_open"));
    if (!claim.ok || !claim.value.ok) throw new Error("no claim");
    expect(store.commit([{ key: key("exec_open"), lease: claim.value.lease, events: [worked(5), worked(6)] }])).toEqual({ ok: true, value: ["committed"] });
    expect(store.commit([{ key: key("exec_open"), lease: claim.value.lease, events: [worked(7)] }])).toEqual({ ok: true, value: ["committed"] });
    expect(count("exec_open")).toEqual([1, 2, 3, 4, 5, 6, 7]);
    store.close();
    const direct = raw(path);
    direct.exec("UPDATE log SET body = replace(body, 'node_completed', 'node_demolished') WHERE id = 3");
    direct.close();
    const again = await open(path);
    expect(again.events(key("exec_open"), 0)).toMatchObject({ ok: false, failure: { message: "event 2 is damaged or was written by a newer JamJet" } });
    again.close();
  });
});

/** Every reader says the same: the table of executions, one of its rows, the list of open ones, and the log. */
function expectHeld(store: EventStore, last: ReadonlyMap<string, number>): void {
  const rows = store.executions({ tenant: "default", limit: 10 });
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...last.keys()].toSorted());
  for (const row of rows) {
    const events = store.events(row, 0);
    if (!events.ok) throw new Error(events.failure.message);
    expect(row).toEqual(rowAfter(undefined, { key: row, events: events.value }));
    expect(row.last_seq).toBe(last.get(row.id));
    expect(store.execution(row)).toEqual(row);
    expect(store.open({ tenant: "default", limit: 10 }).find(({ id }) => id === row.id)).toMatchObject(row);
    const after = Math.max(0, row.last_seq - 5);
    expect(store.events(row, after)).toEqual({ ok: true, value: events.value.slice(after) });
  }
}
