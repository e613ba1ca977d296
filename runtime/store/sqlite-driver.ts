import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";

/*
 * SQLite, whoever brings it. `better-sqlite3` 12 does all we need on Node 20, 22 and 26, but aborts the process on Node 24
 * and 25; there, and wherever it was not built, the `node:sqlite` of Node itself takes its place. The interfaces are what
 * both have, so their own objects stand behind them and nothing is called through us.
 *
 * A database is never open through both within one process: each would drop the other's locks (POSIX locks belong to the
 * process, and go with the first descriptor of the file that it closes).
 */

/** What a statement takes and gives. */
export type SqlValue = string | number | null;

/** Values for `?` in order, or one record for `@name`. */
export type SqlParameters = readonly SqlValue[] | readonly [{ readonly [name: string]: SqlValue }];

/** A prepared statement. `Row` is what the author of its SQL vouches for. */
export interface Statement<Parameters extends SqlParameters = [], Row = never> {
  readonly run: (...parameters: Parameters) => { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  /** The first row. */
  readonly get: (...parameters: Parameters) => Row | undefined;
  readonly all: (...parameters: Parameters) => Row[];
}

/** An open database. */
export interface Connection {
  readonly prepare: <Parameters extends SqlParameters = [], Row = never>(sql: string) => Statement<Parameters, Row>;
  /** Runs statements whose rows nobody asks for. */
  readonly exec: (sql: string) => unknown;
  /** Rolls back what is open. */
  readonly close: () => unknown;
}

export interface OpenOptions {
  /** How long a statement waits for the lock of another process. */
  readonly waitMs?: number;
}

/** What SQLite says is wrong. */
export interface SqlProblem {
  readonly message: string;
  /** Begins with SQLite's own name of the primary result code, such as `SQLITE_IOERR`. */
  readonly code: string;
}

export type DriverName = "better" | "node";

/** One of the two, ready to open databases. */
export interface SqliteDriver {
  readonly name: DriverName;
  /** Throws what `problemIn` understands. */
  readonly open: (path: string, options?: OpenOptions) => Connection;
  /** What SQLite complained of by throwing `error`; `undefined` where it is not SQLite that threw. */
  readonly problemIn: (error: unknown) => SqlProblem | undefined;
}

/** SQLite's lock is not fair: beside a process that writes without pause, one may have to ask many times. */
const waitMs = 20_000;

/** The driver `wanted`, else the first that this Node can use. Loaded with the first store: nothing else of the house needs it. */
export async function loadDriver(wanted?: DriverName): Promise<Outcome<SqliteDriver>> {
  const better = wanted === "node" ? "" : await betterDriver();
  if (typeof better !== "string") return { ok: true, value: better };
  const node = wanted === "better" ? "" : nodeDriver();
  if (typeof node !== "string") return { ok: true, value: node };
  const reasons = [better, node].filter((reason) => reason !== "").join("; ");
  return { ok: false, failure: failure("io_error", `SQLite cannot be loaded: ${reasons}`, { retryable: false }) };
}

/** `better-sqlite3`, or why it cannot be used. */
async function betterDriver(): Promise<SqliteDriver | string> {
  const major = Number(process.versions.node.split(".")[0]);
  // It ends the process when a statement is collected (its issue 1515): loading it at all is too late to find out.
  if (major === 24 || major === 25) return `better-sqlite3 12 crashes on Node ${major}`;
  try {
    const { default: Sqlite } = await import("better-sqlite3");
    // The native part is loaded with the first database, so a module that was never built is found here.
    new Sqlite(":memory:").close();
    return {
      name: "better",
      // Its types ask for the parameters of each statement where ours leave them to the author.
      open: (path, { waitMs: timeout = waitMs } = {}) => new Sqlite(path, { timeout }) as unknown as Connection,
      problemIn: (error) => (error instanceof Sqlite.SqliteError ? error : undefined),
    };
  } catch (error) {
    // npm leaves an optional package out where it cannot be built.
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return "run 'npm install better-sqlite3@12', which needs a compiler for C++";
    return `run 'npm rebuild better-sqlite3' (${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)})`;
  }
}

/** What we use of `node:sqlite`, which the types of the oldest Node we run on do not know. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => Connection;
}

/** `node:sqlite`, or why it cannot be used. */
function nodeDriver(): SqliteDriver | string {
  const builtin = withoutItsWarning(() => process.getBuiltinModule?.("node:sqlite"));
  if (builtin === undefined) return `Node ${process.versions.node} has no 'node:sqlite', Node 22.13 and later have`;
  // Documented by Node as `DatabaseSync` since 22.5.
  const { DatabaseSync } = builtin as unknown as NodeSqlite;
  return {
    name: "node",
    open: (path, { waitMs: timeout = waitMs } = {}) => {
      const database = new DatabaseSync(path);
      database.exec(`PRAGMA busy_timeout = ${timeout}`);
      return database;
    },
    problemIn: nodeProblem,
  };
}

function nodeProblem(error: unknown): SqlProblem | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return { message: error.message, code: primaryCodes[error.errcode & 0xff] ?? "SQLITE_ERROR" };
}

/** What is wrong with a file or its disk, where either SQLite threw because of that; what a statement of ours got wrong is none of it. */
export function diskProblem(error: unknown): SqlProblem | undefined {
  const isBetter = error instanceof Error && error.name === "SqliteError" && "code" in error;
  const problem = isBetter ? { message: error.message, code: String(error.code) } : nodeProblem(error);
  return problem !== undefined && ofTheDisk.some((code) => problem.code.startsWith(code)) ? problem : undefined;
}

const ofTheDisk = ["SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_PROTOCOL", "SQLITE_NOTADB"];

/** SQLite's names of its primary result codes, those that say what happened to a file. Source: sqlite3.h. */
const primaryCodes: { readonly [code: number]: string } = {
  5: "SQLITE_BUSY", 6: "SQLITE_LOCKED", 7: "SQLITE_NOMEM", 8: "SQLITE_READONLY", 10: "SQLITE_IOERR", 11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL", 14: "SQLITE_CANTOPEN", 15: "SQLITE_PROTOCOL", 18: "SQLITE_TOOBIG", 19: "SQLITE_CONSTRAINT", 23: "SQLITE_AUTH", 26: "SQLITE_NOTADB",
};

/**
 * Runs `load`, which ends at once, without the line that Node 22 and 24 print about `node:sqlite`: we depend on what it
 * says on every Node, tests run on each, and whoever reads our errors can do nothing about it.
 */
function withoutItsWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature")) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
