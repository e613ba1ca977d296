import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrations } from "../../../runtime/store/migrations.ts";
import type { DriverName } from "../../../runtime/store/sqlite-driver.ts";
import { loadDriver } from "../../../runtime/store/sqlite-driver.ts";
import { openSqliteStore } from "../../../runtime/store/sqlite.ts";
import { halt, program } from "../../support/programs.ts";
import { sqliteDrivers } from "../../support/sqlite.ts";

const root = mkdtempSync(join(tmpdir(), "jamjet-sqlite-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = { tenant: "default", id: "exec_1" };
const subject = program({ nodes: { end: halt() } });
const begun = (input = {}) => ({ seq: 1, at: 1, event: { type: "workflow_started", v: 1, program: subject.hash, workflow_id: "test", version: "1.0.0", tenant: "default", input, env: {} } }) as const;

describe.each(await sqliteDrivers())("sqlite of $name", ({ name: driver, open: raw }) => {
  const folder = mkdtempSync(join(root, `${driver}-`));

  async function open(path: string, use: "read" | "write" = "write") {
    const store = await openSqliteStore(path, { use, driver });
    if (!store.ok) throw new Error(store.failure.message);
    return store.value;
  }

  async function refusalOf(path: string, use: "read" | "write" = "write"): Promise<string> {
    const store = await openSqliteStore(path, { use, driver });
    if (!store.ok) return store.failure.message.replace(folder, "");
    store.value.close();
    return "opened";
  }

  it("refuses a database of something else, one that a newer JamJet made, and a file that is none", async () => {
    const foreign = raw(join(folder, "foreign.db"));
    foreign.exec("CREATE TABLE mine (a)");
    foreign.close();
    expect(await refusalOf(join(folder, "foreign.db"))).toBe("the database '/foreign.db' cannot be opened: it is not a JamJet database");

    (await open(join(folder, "newer.db"))).close();
    const newer = raw(join(folder, "newer.db"));
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    newer.close();
    expect(await refusalOf(join(folder, "newer.db"))).toBe(`the database '/newer.db' cannot be opened: a newer JamJet made it (its tables are of version ${migrations.length + 1}, this JamJet knows ${migrations.length})`);

    expect(await refusalOf(join(import.meta.dirname, "sqlite.test.ts"))).toMatch(/cannot be opened: file is not a database$/);
    expect(await refusalOf(join(folder, "missing", "a.db"))).toMatch(/cannot be opened: (?:.*directory|unable to open database file)/);
  });

  it("makes no database when it is only to be read", async () => {
    expect(await refusalOf(join(folder, "absent.db"), "read")).toMatch(/cannot be opened: there is no such file$/);
    expect(existsSync(join(folder, "absent.db"))).toBe(false);
  });

  it("has a write-ahead log of its final length from the beginning", async () => {
    const path = join(folder, "long.db");
    const store = await open(path);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(4 << 20);
    store.close();
  });

  it("keeps every table in the tenant's name", () => {
    const database = raw(":memory:");
    for (const { sql } of migrations) database.exec(sql);
    const names = (sql: string) => database.prepare<[], { readonly name: string }>(sql).all().map(({ name }) => name);
    const tables = names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(names(`SELECT name FROM pragma_table_info('${table}')`), table).toContain("tenant");
    database.close();
  });

  it("leaves no file of its own behind, and takes over from an owner that left one", async () => {
    const path = join(folder, "owned.db");
    const store = await open(path);
    store.commit([{ key, lease: store.newLease(), events: [begun()], program: subject }]);
    expect(readdirSync(folder).filter((name) => name.startsWith("owned.db-owner-"))).toHaveLength(1);
    store.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("owned.db"))).toEqual(["owned.db"]);

    const direct = raw(path);
    direct.exec("UPDATE leases SET owner = 'dead'");
    direct.close();
    raw(`${path}-owner-dead`).close();
    const next = await open(path);
    expect(next.claim(key)).toMatchObject({ ok: true, value: { ok: true, lease: { fence: 2 } } });
    expect(existsSync(`${path}-owner-dead`)).toBe(false);
    next.close();
  });

  it("says which database is full, keeps what was committed, and goes on when there is room", async () => {
    const path = join(folder, "full.db");
    const store = await open(path);
    const lease = store.newLease();
    store.commit([{ key, lease, events: [begun()], program: subject }]);
    const big = { key: { ...key, id: "exec_2" }, lease, events: [begun({ text: "x".repeat(40 << 20) })], program: subject };
    const direct = raw(path);
    // A limit on the size of the file stands in for a full disk.
    direct.exec("CREATE TRIGGER full BEFORE INSERT ON log WHEN length(NEW.body) > 1000 BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
    const outcome = store.commit([big, { key, lease, events: [{ ...begun(), seq: 2, event: { type: "workflow_completed", v: 1, node: "end", passed: [] } }] }]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: "io_error" } });
    if (!outcome.ok) expect(outcome.failure.message).toContain(`the database '${path}' cannot be written: database or disk is full`);
    expect(store.execution(key)).toMatchObject({ status: "pending", last_seq: 1 });
    expect(store.execution(big.key)).toBeUndefined();
    direct.exec("DROP TRIGGER full");
    direct.close();
    expect(store.commit([{ ...big, events: [begun()] }])).toEqual({ ok: true, value: ["committed"] });
    store.close();
  });
});

it("names what stands in the way of a driver, and how to clear it", async () => {
  const reasons = await Promise.all((["better", "node"] as const).map(reasonAgainst));
  for (const reason of reasons) expect(reason).toMatch(/^(?:usable|SQLite cannot be loaded: (?:better-sqlite3 12 crashes on Node 2[45]|run 'npm rebuild better-sqlite3' \(.*\)|run 'npm install better-sqlite3@12', which needs a compiler for C\+\+|Node .* has no 'node:sqlite', Node 22.13 and later have))$/);
});

it("reads through one driver what another wrote", async () => {
  const path = join(root, "shared.db");
  for (const { name } of await sqliteDrivers()) {
    const store = await openSqliteStore(path, { use: "write", driver: name });
    if (!store.ok) throw new Error(store.failure.message);
    store.value.commit([{ key, lease: store.value.newLease(), events: [begun()], program: subject }]);
    expect(store.value.events(key, 0)).toEqual({ ok: true, value: [begun()] });
    store.value.close();
  }
});

async function reasonAgainst(driver: DriverName): Promise<string> {
  const loaded = await loadDriver(driver);
  return loaded.ok ? "usable" : loaded.failure.message;
}
