import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import type { EventStore } from "./event-store.ts";
import { migrate } from "./migrations.ts";
import type { LockFile } from "./owner.ts";
import { newOwner } from "./owner.ts";
import { storeOn } from "./sqlite-store.ts";

export interface SqliteOptions {
  /** `read` opens an existing database and never makes one. */
  readonly use: "read" | "write";
}

/** Written into the file's header, so that a database of something else is never taken for ours: "JAMJ". */
const applicationId = 0x4a414d4a;

/** Blocks that are allocated already are overwritten, which spares the file system a journal commit per `fsync`: 1.7 × the steps per second. */
const walBytes = 4 << 20;
const walPages = 1_000;
const cacheKib = 16_384;

/**
 * The store in the SQLite file at `path`: write-ahead log, and a commit returns when the disk has it. Refuses a file that
 * is not ours, that a newer JamJet made, or on which these settings do not hold.
 */
export async function openSqliteStore(path: string, { use }: SqliteOptions): Promise<Outcome<EventStore>> {
  const sqlite = await loadSqlite();
  if (!sqlite.ok) return sqlite;
  const { open } = sqlite.value;
  let database: Database;
  try {
    database = open(path, { fileMustExist: use === "read" });
  } catch (error) {
    return cannotOpen(path, reasonOf(error));
  }
  try {
    const refused = prepare(database, path, use);
    if (refused !== undefined) {
      database.close();
      return cannotOpen(path, refused);
    }
  } catch (error) {
    database.close();
    return cannotOpen(path, reasonOf(error));
  }
  return { ok: true, value: storeOn(database, path, () => newOwner(path, lockBy(open))) };
}

type Open = (path: string, options?: { readonly fileMustExist?: boolean; readonly timeout?: number }) => Database;

/** The native module is loaded with the first store: nothing else of the house needs it. */
async function loadSqlite(): Promise<Outcome<{ readonly open: Open }>> {
  const major = Number(process.versions.node.split(".")[0]);
  if (major === 24 || major === 25) {
    return { ok: false, failure: failure("io_error", `better-sqlite3 12 crashes on Node ${major}: run JamJet on Node 20, 22 or 26`, { retryable: false }) };
  }
  try {
    const { default: Sqlite } = await import("better-sqlite3");
    // The native part is loaded with the first database, so a module that was never built is found here.
    new Sqlite(":memory:").close();
    return { ok: true, value: { open: (path, options) => new Sqlite(path, options) } };
  } catch (error) {
    return { ok: false, failure: failure("io_error", `SQLite cannot be loaded: run 'npm rebuild better-sqlite3' (${reasonOf(error)})`, { retryable: false }) };
  }
}

/** Settings, each of them verified, and tables. The message says why the file is refused. */
function prepare(database: Database, path: string, use: SqliteOptions["use"]): string | undefined {
  const setting = (name: string): unknown => database.pragma(name, { simple: true });
  const version = Number(setting("user_version"));
  const tables = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  if (setting("application_id") !== applicationId && (tables !== 0 || version !== 0)) return "it is not a JamJet database";

  if (setting("journal_mode = WAL") !== "wal") return "its file system does not carry a write-ahead log";
  for (const pragma of ["synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON", "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"]) setting(pragma);
  // SQLite forgets `synchronous` with each connection, and a build may have another default.
  if (setting("synchronous") !== 2) return "'synchronous = FULL' does not hold on it";

  const refused = migrate({
    version: () => Number(setting("user_version")),
    step: (sql, to) => {
      database.exec(`${sql}; PRAGMA user_version = ${to}; PRAGMA application_id = ${applicationId};`);
    },
    alone: (steps) => database.transaction(steps).immediate(),
  });
  if (refused === undefined && use === "write") extendWal(database, path);
  return refused;
}

/** Makes the write-ahead log as long as it is going to be. */
function extendWal(database: Database, path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < walBytes) {
    // With a small cache the pages of a transaction go to the log before it is decided; rolled back, they only take room.
    database.pragma("cache_size = 16");
    database.exec(`BEGIN IMMEDIATE; CREATE TABLE padding (body BLOB); INSERT INTO padding VALUES (zeroblob(${walBytes})); ROLLBACK`);
    // A commit that changes nothing brings it to the disk, which the first event need not wait for then.
    database.pragma(`application_id = ${applicationId}`);
  }
  database.pragma(`cache_size = -${cacheKib}`);
  database.pragma(`wal_autocheckpoint = ${walPages}`);
}

/** SQLite's own locks: held by an open transaction on an empty database, freed with the process. */
function lockBy(open: Open): LockFile {
  return (path) => {
    let database: Database | undefined;
    try {
      database = open(path, { timeout: 0 });
      database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    } catch {
      // Whatever keeps us from the lock, it is not ours.
      database?.close();
      return undefined;
    }
    const held = database;
    return { free: () => void held.close() };
  };
}

function cannotOpen(path: string, why: string): Outcome<never> {
  return { ok: false, failure: failure("io_error", `the database '${path}' cannot be opened: ${why}`, { retryable: false }) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}
