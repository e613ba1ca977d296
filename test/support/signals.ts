import { readFileSync } from "node:fs";

/** A signal that nobody aborts; a new one for each call, as an attempt has. */
export const patience = (): AbortSignal => new AbortController().signal;

/** Resolves once `holds` does; gives the event loop a turn between looks, so that nothing sleeps. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Whether a process still runs; one that is dead and not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
