import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";

/** One program to start: its words, and the least it must say to count as having done its work. */
export interface Program {
  readonly words: readonly string[];
  readonly says?: RegExp;
}

/**
 * CPU time (user and system) of each program, started from cold, in nanoseconds: rounds are interleaved, so that a busy
 * moment hits all, and the minimum counts. A program that does not do its work is a mistake of the bench.
 */
export function raceProcesses<N extends string>(programs: { readonly [K in N]: Program }, rounds: number): { readonly [K in N]: number } {
  const names = Object.keys(programs) as N[];
  const best = new Map<N, number>();
  for (const name of names) check(name, programs[name]);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) best.set(name, Math.min(best.get(name) ?? Infinity, cpuOf(programs[name])));
  }
  return Object.fromEntries(best) as { readonly [K in N]: number };
}

/** Certificates named by this variable are read at every start of Node and would count against everyone. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** The first run also warms the caches of the disk and our own. */
function check(name: string, { words, says }: Program): void {
  for (let run = 0; run < 4; run += 1) {
    const [command = "", ...args] = words;
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8", cwd: tmpdir() });
    if (status !== 0 || (says && !says.test(stdout))) throw new Error(`${name} did not do its work (exit ${status}): ${stdout}${stderr}`);
  }
}

/** Bash reports the CPU time of a finished child to the millisecond. */
function cpuOf({ words }: Program): number {
  const { stderr } = spawnSync("bash", ["-c", 'TIMEFORMAT="%3U %3S"; exec 3>&2; { time "$@" > /dev/null 2> /dev/null; } 2>&3', "time", ...words], { env, encoding: "utf8", cwd: tmpdir() });
  const [user, system] = stderr.trim().split(" ").map((seconds) => Number(seconds.replace(",", ".")));
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 1e9;
}
