import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";

/*
 * Who holds a lease, and is it alive? Each store that writes keeps an empty file locked. The operating system frees the
 * lock with the process, however it ends, so nobody waits for a lease to run out, and no clock takes part.
 * Safety does not rest on it: the fence in the commit does. The lock only says who else may try.
 */

/** Locks a file until the process ends or `free` is called; `undefined` if someone else holds it. */
export type LockFile = (path: string) => { readonly free: () => void } | undefined;

/** This store's name in the leases it takes, and its view of the others. */
export interface Owner {
  readonly name: string;
  readonly isAlive: (name: string) => boolean;
  readonly retire: () => void;
}

/** Whether the process of another owner beside the database at `path` still runs; what a dead one left is removed. */
export function isOwnerAlive(path: string, name: string, lock: LockFile): boolean {
  const file = fileOf(path, name);
  if (!existsSync(file)) return false;
  const taken = lock(file);
  if (taken === undefined) return true;
  taken.free();
  remove(file);
  return false;
}

/** A new owner beside the database at `path`. Its file appears with the first lease. */
export function newOwner(path: string, lock: LockFile): Owner {
  const name = randomBytes(8).toString("hex");
  const held = lock(fileOf(path, name));
  return {
    name,
    isAlive: (other) => isOwnerAlive(path, other, lock),
    retire: () => {
      held?.free();
      remove(fileOf(path, name));
    },
  };
}

/** A file that stays, as on a disk that may only be read, says no more than one that is gone: nobody holds its lock. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Another process that may write removes it.
  }
}

function fileOf(path: string, owner: string): string {
  return `${path}-owner-${owner}`;
}
