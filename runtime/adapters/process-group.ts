/** Whether this system has process groups: a child that leads one takes along whatever it started. */
export const hasGroups = process.platform !== "win32";

/** Sends a signal to everybody in the group that `pid` leads; a group that is gone is no failure. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(hasGroups ? -pid : pid, signal);
  } catch {
    // Nobody of the group is left, which is what was wanted.
  }
}
