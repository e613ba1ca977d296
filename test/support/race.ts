import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import { childScript } from "./child.ts";
import { randomFrom } from "./random.ts";

export interface Raced {
  /** Numbers of events that both processes were told are committed, over all races. */
  readonly doubles: number;
  /** Races in which the one that was stopped had begun, was overtaken, and was refused after it woke. */
  readonly overtaken: number;
  /** What is wrong with the logs, a line each. */
  readonly wrong: readonly string[];
}

/**
 * Two processes and one execution after another: the first holds it and writes without pause, is stopped (SIGSTOP) at a
 * random moment and loses its lease, the second takes over, and the first wakes (SIGCONT) while that one writes.
 */
export async function race(rounds: number, seed: number, fencing: "fenced" | "unfenced"): Promise<Raced> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-race-"));
  const path = join(folder, "race.db");
  const script = childScript("race-child");
  const [first, second] = [racer(script, ["first", path, fencing]), racer(script, ["second", path, "fenced"])];
  const random = randomFrom(seed);
  let [doubles, overtaken] = [0, 0];
  const wrong: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const id = `exec_${round}`;
      first.say(`hold ${id}`);
      await first.hear("held");
      await pause(random() * 4);
      first.signal("SIGSTOP");
      // It is there and cannot be seen: as if its file system, or its machine, had been cut off.
      for (const name of readdirSync(folder)) if (name.includes("-owner-")) rmSync(join(folder, name));
      second.say(`take ${id}`);
      // Stopped in the middle of a transaction it keeps the database locked, and the other waits until it wakes.
      await Promise.race([second.hear("took"), pause(200)]);
      await pause(random() * 3);
      first.signal("SIGCONT");
      const [held, took] = [numbersIn(await first.hear("done")), numbersIn(await second.hear("done"))];
      doubles += held.filter((seq) => took.includes(seq)).length;
      if (held.length > 0 && held.length < 150 && took.length === 5) overtaken += 1;
      wrong.push(...(await problems(path, id, held, took)));
    }
  } finally {
    first.signal("SIGKILL");
    second.signal("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
  return { doubles, overtaken, wrong };
}

/** The log against what the two were told. */
async function problems(path: string, id: string, held: readonly number[], took: readonly number[]): Promise<readonly string[]> {
  const store = await openSqliteStore(path, { use: "read" });
  if (!store.ok) throw new Error(store.failure.message);
  const events = store.value.events({ tenant: "default", id }, 0);
  store.value.close();
  if (!events.ok) return [`${id}: ${events.failure.message}`];
  const writers = events.value.map(({ event }) => (event.type === "node_scheduled" ? event.node : "first"));
  const lost = [...held.map((seq) => [seq, "first"] as const), ...took.map((seq) => [seq, "second"] as const)].filter(([seq, who]) => writers[seq - 1] !== who);
  return [
    ...lost.map(([seq, who]) => `${id}: ${who} was told that ${seq} is committed, and it is not its`),
    ...(writers.lastIndexOf("first") > writers.indexOf("second") && writers.includes("second") ? [`${id}: the first wrote after the second`] : []),
  ];
}

const numbersIn = (line: string): readonly number[] => line.split(" ").slice(1).filter((word) => word !== "").map(Number);

interface Racer {
  readonly say: (line: string) => void;
  /** The next line that begins so. */
  readonly hear: (word: string) => Promise<string>;
  readonly signal: (signal: "SIGSTOP" | "SIGCONT" | "SIGKILL") => void;
}

function racer(script: string, args: readonly string[]): Racer {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    say: (line) => void child.stdin.write(`${line}\n`),
    hear: async (word) => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`a racer ended before it said '${word}'`);
        if (value.startsWith(word)) return value;
      }
    },
    signal: (signal) => void child.kill(signal),
  };
}
