import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "./sqlite-driver.ts";

/*
 * A database with a write-ahead log cannot be read where nothing may be written: SQLite makes an index of the log beside it,
 * and without write access takes only one that is there. What such a medium holds is read from a copy.
 */

/** Copies that another process may write into meanwhile are made so often before we give up. */
const tries = 5;

/**
 * What `open` makes of a copy of the database at `path` and of the log beside it; a text says why that is nothing. The copy
 * has no name any more when this returns, and vanishes when it is closed or the process ends. `beside` is what others do
 * between the copies of the two files.
 */
export function copyToRead(path: string, open: (copy: string) => Connection | string, beside: (path: string) => void = () => {}): Connection | string {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "jamjet-"));
    const copy = join(folder, "copy.db");
    for (let left = tries; left > 0; left -= 1) if (copyUndisturbed(path, copy, beside)) return open(copy);
    return "another process writes it without pause, and here it may only be read from a copy";
  } catch (error) {
    return `it may not be written, and cannot be copied to be read: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether neither file changed while both were copied: a page of one and a log of another moment are no database. */
function copyUndisturbed(path: string, copy: string, beside: (path: string) => void): boolean {
  const before = stateOf(path);
  copyFileSync(path, copy, constants.COPYFILE_FICLONE);
  beside(path);
  rmSync(`${copy}-wal`, { force: true });
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
  return stateOf(path) === before;
}

function stateOf(path: string): string {
  return [path, `${path}-wal`].map((file) => {
    const found = statSync(file, { throwIfNoEntry: false, bigint: true });
    return found === undefined ? "none" : `${found.ino} ${found.size} ${found.mtimeNs}`;
  }).join(", ");
}
