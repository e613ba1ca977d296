import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import type { EventStore } from "./event-store.ts";
import { migrate } from "./migrations.ts";
import type { LockFile } from "./owner.ts";
import { isOwnerAlive, newOwner } from "./owner.ts";
import { copyToRead } from "./read-only.ts";
import type { Connection, DriverName, SqliteDriver, SqlValue } from "./sqlite-driver.ts";
import { loadDriver } from "./sqlite-driver.ts";
import { storeOn } from "./sqlite-store.ts";

export interface SqliteOptions {
  /** `read` opens an existing database, also one that may not be written, and never makes one. */
  readonly use: "read" | "write";
  /** Whose SQLite; else the first that this Node can use. */
  readonly driver?: DriverName | undefined;
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
export async function openSqliteStore(path: string, options: SqliteOptions): Promise<Outcome<EventStore>> {
  const opened = await openSqlite(path, options);
  if (!opened.ok) return opened;
  const { database, driver } = opened.value;
  const lock = lockBy(driver);
  return { ok: true, value: storeOn({ database, path, problemIn: driver.problemIn, isAlive: (owner) => isOwnerAlive(path, owner, lock) }, () => newOwner(path, lock)) };
}

/** The database of a store, with the settings under which it is used, and whose SQLite it is. */
export async function openSqlite(path: string, { use, driver: wanted }: SqliteOptions): Promise<Outcome<{ readonly database: Connection; readonly driver: SqliteDriver }>> {
  // `node:sqlite` cannot open without making before Node 22.15; of a file that vanishes this very moment an empty one remains.
  if (use === "read" && !existsSync(path)) return cannotOpen(path, "there is no such file");
  const loaded = await loadDriver(wanted);
  if (!loaded.ok) return loaded;
  const driver = loaded.value;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return cannotOpen(path, "it is a folder");
  if (existsSync(path) && !may("R_OK", path)) return cannotOpen(path, "it may not be read");
  const held = whatHolds(path);
  if (use === "write" && held !== undefined) return cannotOpen(path, held);
  const direct = opening(driver, path, use);
  const opened = typeof direct === "string" && held !== undefined ? copyToRead(path, (copy) => opening(driver, copy, use)) : direct;
  return typeof opened === "string" ? cannotOpen(path, opened) : { ok: true, value: { database: opened, driver } };
}

/** An open database with its settings, or why it is refused. */
function opening(driver: SqliteDriver, path: string, use: SqliteOptions["use"]): Connection | string {
  let database: Connection | undefined;
  try {
    database = driver.open(path);
    const refused = prepare(database, path, use);
    if (refused === undefined) return database;
    database.close();
    return refused;
  } catch (error) {
    database?.close();
    return reasonOf(error);
  }
}

/** What keeps this process from writing the database at `path`: its log and its owners' locks stand beside it. */
export function whatHolds(path: string): string | undefined {
  const folder = dirname(path);
  if (existsSync(folder) && !may("W_OK", folder)) return `nothing may be written in '${folder}'`;
  return existsSync(path) && !may("W_OK", path) ? "it may not be written" : undefined;
}

function may(access: "R_OK" | "W_OK", path: string): boolean {
  try {
    accessSync(path, constants[access]);
    return true;
  } catch {
    return false;
  }
}

/** Settings, each of them verified, and tables. The message says why the file is refused. */
function prepare(database: Connection, path: string, use: SqliteOptions["use"]): string | undefined {
  const valueOf = (sql: string): unknown => Object.values(database.prepare<[], { readonly [column: string]: SqlValue }>(sql).get() ?? {})[0];
  const setting = (name: string): unknown => valueOf(`PRAGMA ${name}`);
  const version = Number(setting("user_version"));
  const tables = valueOf("SELECT count(*) FROM sqlite_schema");
  if (setting("application_id") !== applicationId && (tables !== 0 || version !== 0)) return "it is not a JamJet database";

  if (setting("journal_mode = WAL") !== "wal") return "its file system does not carry a write-ahead log";
  for (const pragma of ["synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON", "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"]) database.exec(`PRAGMA ${pragma}`);
  // SQLite forgets `synchronous` with each connection, and a build may have another default.
  if (setting("synchronous") !== 2) return "'synchronous = FULL' does not hold on it";

  const refused = migrate({
    version: () => Number(setting("user_version")),
    step: (sql, to) => {
      database.exec(`${sql}; PRAGMA user_version = ${to}; PRAGMA application_id = ${applicationId};`);
    },
    // What throws in between closes the database, which rolls back.
    alone: (steps) => {
      database.exec("BEGIN IMMEDIATE");
      steps();
      database.exec("COMMIT");
    },
  });
  if (refused === undefined && use === "write") extendWal(database, path);
  return refused;
}

/** Makes the write-ahead log as long as it is going to be. */
function extendWal(database: Connection, path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < walBytes) {
    // With a small cache the pages of a transaction go to the log before it is decided; rolled back, they only take room.
    database.exec("PRAGMA cache_size = 16");
    database.exec(`BEGIN IMMEDIATE; CREATE TABLE padding (body BLOB); INSERT INTO padding VALUES (zeroblob(${walBytes})); ROLLBACK`);
    // A commit that changes nothing brings it to the disk, which the first event need not wait for then.
    database.exec(`PRAGMA application_id = ${applicationId}`);
  }
  database.exec(`PRAGMA cache_size = -${cacheKib}`);
  database.exec(`PRAGMA wal_autocheckpoint = ${walPages}`);
}

/** SQLite's own locks: held by an open transaction on an empty database, freed with the process. */
function lockBy({ open }: SqliteDriver): LockFile {
  return (path) => {
    let database: Connection | undefined;
    try {
      database = open(path, { waitMs: 0 });
      // Where nothing may be written nobody gets this lock; another one's is noticed there as well.
      database.exec(may("W_OK", path) ? "PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE" : "BEGIN; SELECT count(*) FROM sqlite_schema");
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
