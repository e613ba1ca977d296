import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { idempotencyKey } from "../../runtime/driver/prepare.ts";
import type { EventStore } from "../../runtime/store/event-store.ts";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import type { RunEvent, StoredEvent } from "../../schemas/event.ts";
import { childScript } from "./child.ts";
import { randomFrom } from "./random.ts";

export interface Killed {
  readonly executions: number;
  readonly calls: number;
  /** Calls of a visit's attempt that had been begun before: cut off by a kill, and begun again. */
  readonly repeated: number;
}

/** Lets a process run executions, kills it at random moments `rounds` times, and holds what is left against its journal. */
export async function killSweep(rounds: number, seed: number): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-kill-"));
  const [path, journal] = [join(folder, "kill.db"), join(folder, "journal")];
  const script = childScript("kill-child");
  const random = randomFrom(seed);
  try {
    for (let round = 0; round < rounds; round += 1) {
      // Mostly in the middle of the work; now and then while the store is being opened.
      const ms = Math.floor(random() * 100);
      await spawned(script, [path, journal, "3"], round % 10 === 9 ? { after: "start", ms } : { after: "open", ms });
    }
    await spawned(script, [path, journal, "0"], undefined);
    const store = await openSqliteStore(path, { use: "read" });
    if (!store.ok) throw new Error(store.failure.message);
    const checked = held(store.value, readFileSync(journal, "utf8").trim().split("\n"));
    store.value.close();
    return checked;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** When a process dies: so long after it began, or after it said that its store is open. */
interface Death {
  readonly after: "start" | "open";
  readonly ms: number;
}

/** Runs a process to its death, or to its end. */
async function spawned(script: string, args: readonly string[], death: Death | undefined): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));
  const open = new Promise((resolve) => child.stdout.once("data", resolve));
  if (death !== undefined) {
    await (death.after === "open" ? Promise.race([open, ended]) : undefined);
    await pause(death.ms);
    child.kill("SIGKILL");
  }
  const { code, signal } = await ended;
  if (death === undefined ? code !== 0 : signal !== "SIGKILL") throw new Error(`the process ended with ${code ?? signal}: ${said}`);
}

/** Holds the final logs against the journal of all processes. */
function held(store: EventStore, journal: readonly string[]): Killed {
  const logs = new Map(store.executions({ tenant: "default", limit: 100_000 }).map((row) => [row.id, eventsOf(store, row.id)] as const));
  for (const [id, events] of logs) {
    expect(events.map(({ seq }) => seq), id).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.event.type, id).toBe("workflow_completed");
    // Each wait is ended once, however often it was answered and by how many processes.
    const visitsOf = (...types: readonly RunEvent["type"][]): readonly string[] => events.flatMap(({ event }) => (types.includes(event.type) && "visit" in event ? [`${event.node}#${event.visit}`] : []));
    expect(visitsOf("timer_fired", "event_received", "approval_received"), id).toEqual(visitsOf("wait_started"));
  }
  /** By idempotency key: where the completion of the visit or step stands in which log. */
  const completions = new Map([...logs].flatMap(([id, events]) => events.flatMap(({ seq, event }) => {
    if (event.type === "node_completed") return [[idempotencyKey({ tenant: "default", id }, event.node, event.visit), { id, seq }] as const];
    return event.type === "step_completed" ? [[stepKeyOf(events, seq, event), { id, seq }] as const] : [];
  })));
  expect(completions.size).toBe([...logs.values()].flat().filter(({ event }) => event.type === "node_completed" || event.type === "step_completed").length);

  const starts = countBy([...logs.values()].flat().flatMap(({ event }) => (event.type === "node_started" || event.type === "step_started" ? [`${event.key} ${event.attempt}`] : [])));

  const recorded = new Map<string, number>();
  const called: string[] = [];
  for (const line of journal) {
    const [word, first = "", second = "", , fourth = ""] = line.split(" ");
    if (word === "has" || word === "told") {
      // No event is lost: what was found or told once is in the log for ever.
      expect(logs.get(first)?.length ?? 0, line).toBeGreaterThanOrEqual(Number(second));
      recorded.set(first, Number(second));
    }
    if (word === "call") {
      const completion = completions.get(first);
      if (completion === undefined) throw new Error(`no log has the completion of ${line}`);
      // No recorded node or step runs twice.
      expect(recorded.get(completion.id) ?? 0, line).toBeLessThan(completion.seq);
      called.push(`${first} ${fourth}`);
    }
  }
  const attempts = countBy(called);
  // Every call was durable before it was made, the repeated ones too.
  for (const [attempt, times] of attempts) expect(starts.get(attempt) ?? 0, attempt).toBeGreaterThanOrEqual(times);
  return { executions: logs.size, calls: called.length, repeated: called.length - attempts.size };
}

/** The key under which a step was begun that ended with event `seq`. */
function stepKeyOf(events: readonly StoredEvent[], seq: number, { node, visit, step }: { readonly node: string; readonly visit: number; readonly step: number }): string {
  const started = events.findLast(({ seq: at, event }) => at < seq && event.type === "step_started" && event.node === node && event.visit === visit && event.step === step)?.event;
  return started?.type === "step_started" ? started.key : `no beginning of step ${step} of ${node}#${visit}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function eventsOf(store: EventStore, id: string): readonly StoredEvent[] {
  const events = store.events({ tenant: "default", id }, 0);
  if (!events.ok) throw new Error(events.failure.message);
  return events.value;
}
