import { existsSync, statSync } from "node:fs";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import { openSqlite, whatHolds } from "./sqlite.ts";
import type { Connection, DriverName, SqlValue } from "./sqlite-driver.ts";
import { loadDriver } from "./sqlite-driver.ts";

/** Whose SQLite this is, and how the database stands on it. */
export interface SqliteFacts {
  readonly binding: "better-sqlite3" | "node:sqlite";
  /** Of SQLite itself. */
  readonly version: string;
  /** Absent where there is no file yet; the failure says why it is refused. */
  readonly database: Outcome<DatabaseFacts> | undefined;
}

export interface DatabaseFacts {
  readonly journal_mode: string;
  readonly synchronous: string;
  /** `ok`, or the first thing that is wrong with the file. */
  readonly quick_check: string;
  /** How many changes of the tables it has had. */
  readonly schema: number;
  readonly executions: number | null;
  readonly bytes: number;
  /** What keeps this process from writing it; null where nothing does. */
  readonly held: string | null;
}

/** Looks at SQLite and, where the file is there, at the database in it, under the settings of a store. Makes no file. */
export async function examineSqlite(path: string, wanted: DriverName | undefined): Promise<Outcome<SqliteFacts>> {
  const loaded = await loadDriver(wanted);
  if (!loaded.ok) return loaded;
  const driver = loaded.value;
  const empty = driver.open(":memory:");
  const version = String(valueIn(empty, "SELECT sqlite_version()"));
  empty.close();
  const binding = driver.name === "better" ? "better-sqlite3" : "node:sqlite";
  return { ok: true, value: { binding, version, database: existsSync(path) ? await examineFile(path, driver.name) : undefined } };
}

async function examineFile(path: string, wanted: DriverName): Promise<Outcome<DatabaseFacts>> {
  const opened = await openSqlite(path, { use: "read", driver: wanted });
  if (!opened.ok) return opened;
  const { database, driver } = opened.value;
  try {
    // SQLite begins with a line that says which database it means.
    const quick_check = String(valueIn(database, "PRAGMA quick_check(1)")).split("\n").at(-1) ?? "";
    return {
      ok: true,
      value: {
        journal_mode: String(valueIn(database, "PRAGMA journal_mode")),
        synchronous: levels[Number(valueIn(database, "PRAGMA synchronous"))] ?? "?",
        quick_check,
        schema: Number(valueIn(database, "PRAGMA user_version")),
        // Of a damaged file nothing is counted.
        executions: quick_check === "ok" ? Number(valueIn(database, "SELECT count(*) FROM executions")) : null,
        bytes: statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0),
        held: whatHolds(path) ?? null,
      },
    };
  } catch (error) {
    const problem = driver.problemIn(error);
    if (problem === undefined) throw error;
    return { ok: false, failure: failure("io_error", `the database '${path}' cannot be read: ${problem.message}`, { retryable: false }) };
  } finally {
    database.close();
  }
}

/** SQLite's words for `PRAGMA synchronous`. */
const levels = ["off", "normal", "full", "extra"];

function valueIn(database: Connection, sql: string): SqlValue | undefined {
  return Object.values(database.prepare<[], { readonly [column: string]: SqlValue }>(sql).get() ?? {})[0];
}
