/** A signal that nobody aborts; a new one for each call, as an attempt has. */
export const patience = (): AbortSignal => new AbortController().signal;

/** Resolves once `holds` does; gives the event loop a turn between looks, so that nothing sleeps. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Whether a process is still there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
