import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Outcome } from "../ports.ts";
import type { SqliteDriver } from "./sqlite-driver.ts";
import type { Statements } from "./statements.ts";

/** Runs `work`, in a transaction where it writes; a failure of the disk is an outcome, and leaves nothing of it behind. */
export type Transact = <T>(work: () => T) => Outcome<T>;

/** Transactions of the database at `path`. `undone` is called when one has come to nothing. */
export function transactionsOn(sql: Statements, path: string, problemIn: SqliteDriver["problemIn"], undone: () => void): Transact {
  let broken: Failure | undefined;

  const rollBack = (): void => {
    try {
      sql.rollback.run();
    } catch {
      // SQLite has rolled back already, as it does where the disk fails, or nothing was begun.
    }
  };

  return (work) => {
    if (broken !== undefined) return { ok: false, failure: broken };
    try {
      sql.begin.run();
      const value = work();
      sql.commit.run();
      return { ok: true, value };
    } catch (error) {
      rollBack();
      undone();
      const problem = problemIn(error);
      if (problem === undefined) throw error;
      const failed = failure("io_error", `the database '${path}' cannot be written: ${problem.message} (${problem.code})`);
      // After a failed write or sync nobody knows what the disk has: this connection says nothing more.
      if (problem.code.startsWith("SQLITE_IOERR")) broken = failed;
      return { ok: false, failure: failed };
    }
  };
}

/** Reads outside a transaction; what SQLite complains of is an outcome. */
export function readsOf(path: string, problemIn: SqliteDriver["problemIn"]): Transact {
  return (work) => {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      const problem = problemIn(error);
      if (problem === undefined) throw error;
      return { ok: false, failure: failure("io_error", `the database '${path}' cannot be read: ${problem.message} (${problem.code})`) };
    }
  };
}
