import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoredEvent } from "../../schemas/event.ts";
import { loadDriver } from "../../runtime/store/sqlite-driver.ts";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import { builtExecutable } from "./build.ts";
import type { Example } from "./examples.ts";
import { randomFrom } from "./random.ts";

const root = join(import.meta.dirname, "../..");
const sqlite = join(root, "node_modules/better-sqlite3");

/** What may go wrong with an operation on a file, and with which: see `fault-vfs.c`. */
const modes = { kill: "WPSTD", torn: "WP", ioerr: "WPTD", full: "WP", fsync: "S" } as const;
type Mode = keyof typeof modes;

/** How a process is brought to fail. */
export interface Rig {
  readonly executable: string;
  readonly folder: string;
  readonly flags: readonly string[];
  readonly dismantle: () => void;
}

/** The rig, or why there is none on this machine. */
export async function faultRig(): Promise<Rig | string> {
  const driver = await loadDriver("better");
  if (!driver.ok) return driver.failure.message;
  const headers = join(sqlite, "deps/sqlite3");
  if (!existsSync(join(headers, "sqlite3ext.h"))) return "better-sqlite3 came without the headers of SQLite";
  const folder = mkdtempSync(join(tmpdir(), "jamjet-faults-"));
  const library = join(folder, "fault-vfs.so");
  const compiled = spawnSync("cc", ["-shared", "-fPIC", "-O1", "-I", headers, "-o", library, join(import.meta.dirname, "fault-vfs.c")], { encoding: "utf8" });
  if (compiled.status !== 0) return `there is no C compiler (${compiled.error?.message ?? compiled.stderr})`;
  const boot = join(folder, "boot.cjs");
  writeFileSync(boot, `new (require(${JSON.stringify(sqlite)}))(":memory:").loadExtension(${JSON.stringify(library)}, "sqlite3_faultvfs_init");\n`);
  return { executable: builtExecutable(), folder, flags: ["--require", boot], dismantle: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface SweepOptions {
  readonly seed: number;
  /** Tries so many points, chosen by the seed; else every one. */
  readonly sample?: number;
  /** How often the resumption is killed, too, before it is let through. */
  readonly relapses?: number;
}

export interface FaultsSwept {
  readonly points: number;
  readonly killed: number;
  /** One line for each point at which something was lost, done twice or said badly. */
  readonly problems: readonly string[];
}

/** Runs an example with the built command line, lets one operation after the other fail, and resumes each time. */
export async function faultSweep(rig: Rig, example: Example, { seed, sample, relapses = 0 }: SweepOptions): Promise<FaultsSwept> {
  const random = randomFrom(seed);
  const trace = join(rig.folder, "trace");
  const reference = await jamjet(rig, example, join(rig.folder, "reference"), ["run"], { JAMJET_FAULT_TRACE: trace });
  const letters = readFileSync(trace, "latin1");
  const all = (Object.keys(modes) as Mode[]).flatMap((mode) => pointsOf(letters, mode).map((at) => ({ mode, at })));
  const points = sample === undefined ? all : Array.from({ length: sample }, () => all[Math.floor(random() * all.length)]).filter((point) => point !== undefined);
  const relapseAt = pointsOf(letters, "kill");
  const problems: string[] = [];
  let killed = 0;
  const queue = points.map((point) => ({ ...point, relapses: Array.from({ length: relapses }, () => relapseAt[Math.floor(random() * relapseAt.length)] ?? 1) }));
  const work = async (): Promise<void> => {
    for (let point = queue.pop(); point !== undefined; point = queue.pop()) {
      const place = join(rig.folder, `${point.mode}-${point.at}-${queue.length}`);
      const tried = await tryPoint(rig, example, place, point, stateIn(reference.out));
      if (tried.killed) killed += 1;
      problems.push(...tried.problems.map((problem) => `${example.name}, ${point.mode} at ${point.at}${point.relapses.map((at) => `, again at ${at}`).join("")}: ${problem}`));
      rmSync(place, { recursive: true, force: true });
    }
  };
  await Promise.all([work(), work()]);
  return { points: points.length, killed, problems };
}

/** The numbers of the operations that a mode is about. The write-ahead log is made long by two thousand that are all alike. */
function pointsOf(letters: string, mode: Mode): readonly number[] {
  const [from, to] = [letters.indexOf("P") + 1, letters.lastIndexOf("P") - 1];
  return [...letters].flatMap((letter, index) => (modes[mode].includes(letter) && (index < from || index > to || index % 101 === 0) ? [index + 1] : []));
}

interface Point {
  readonly mode: Mode;
  readonly at: number;
  readonly relapses: readonly number[];
}

async function tryPoint(rig: Rig, example: Example, place: string, { mode, at, relapses }: Point, expected: string): Promise<{ readonly killed: boolean; readonly problems: readonly string[] }> {
  const first = await jamjet(rig, example, place, ["run"], { JAMJET_FAULT_AT: String(at), JAMJET_FAULT_MODE: mode });
  const problems = [...saidBadly(first), ...(await lost(place, [first]))];
  let words = await goingOn(place);
  for (const again of relapses) {
    const relapse = await jamjet(rig, example, place, words, { JAMJET_FAULT_AT: String(again), JAMJET_FAULT_MODE: "kill" });
    problems.push(...saidBadly(relapse), ...(await lost(place, [first, relapse])));
    words = await goingOn(place);
  }
  const last = await jamjet(rig, example, place, words, {});
  if (last.code !== 0) problems.push(`'${words[0]}' ended with ${last.code}: ${last.err}`);
  else if (stateIn(last.out) !== expected) problems.push(`the state is ${stateIn(last.out)}, not ${expected}`);
  return { killed: first.code === null, problems: [...problems, ...(await lost(place, [first, last]))] };
}

/** What a user would do: resume what is there, or begin again where nothing was recorded. */
async function goingOn(place: string): Promise<readonly string[]> {
  const [row] = await reading(place, (store) => store.executions({ tenant: "default", limit: 2 }), []);
  return row === undefined ? ["run"] : ["resume", row.id];
}

interface Said {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function jamjet(rig: Rig, { folder, input }: Example, place: string, [word = "", ...rest]: readonly string[], env: { readonly [name: string]: string }): Promise<Said> {
  mkdirSync(place, { recursive: true });
  const replies = existsSync(join(folder, "replies.yaml")) ? ["--replies", "replies.yaml"] : [];
  const words = [word, ...(word === "run" ? ["workflow.yaml", "--input", JSON.stringify(input)] : rest), "--db", databaseIn(place), "--json", ...replies];
  // The library is found by one path, so that it is loaded once.
  const child = spawn(process.execPath, [...rig.flags, rig.executable, ...words], { cwd: folder, env: { PATH: process.env["PATH"], HOME: rig.folder, NODE_PRESERVE_SYMLINKS: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

const databaseIn = (place: string): string => join(place, "faults.db");

function stateIn(out: string): string {
  try {
    return JSON.stringify((JSON.parse(out) as { readonly state?: unknown }).state ?? null);
  } catch {
    return `no state in ${JSON.stringify(out.slice(0, 200))}`;
  }
}

function saidBadly({ code, out, err }: Said): readonly string[] {
  return code === 70 || /\n\s+at .*:\d+:\d+/.test(out + err) ? [`it ended with ${code}: ${err}`] : [];
}

/** What is wrong with the database, and what a process told its user and the log does not have. */
async function lost(place: string, told: readonly Said[]): Promise<readonly string[]> {
  if (!existsSync(databaseIn(place))) return [];
  const problems = await integrity(place);
  if (problems.length > 0) return problems;
  return reading(place, (store) => {
    const rows = store.executions({ tenant: "default", limit: 3 });
    if (rows.length > 1) return [`there are ${rows.length} executions`];
    const log = rows[0] === undefined ? { ok: true as const, value: [] } : store.events(rows[0], 0);
    return log.ok ? [...missing(log.value, told), ...doubled(log.value)] : [log.failure.message];
  }, []);
}

function missing(log: readonly StoredEvent[], told: readonly Said[]): readonly string[] {
  return told.flatMap(({ err }) => {
    const done = [...err.matchAll(/^✓ (\S+)/gm)].map(([, node]) => node);
    return [...new Set(done)].flatMap((node) => {
      const recorded = log.filter(({ event }) => event.type === "node_completed" && event.node === node).length;
      const said = done.filter((each) => each === node).length;
      return recorded < said ? [`'${node}' was said to be done ${said} times and is recorded ${recorded} times`] : [];
    });
  });
}

function doubled(log: readonly StoredEvent[]): readonly string[] {
  const ends = log.flatMap(({ event }) => (event.type === "node_completed" ? [`${event.node}#${event.visit}`] : []));
  const keys = new Map<string, string>();
  const changed = log.flatMap(({ event }) => {
    if (event.type !== "node_started") return [];
    const visit = `${event.node}#${event.visit}`;
    const before = keys.get(visit) ?? event.key;
    keys.set(visit, event.key);
    return before === event.key ? [] : [`${visit} was called under two keys`];
  });
  return [...changed, ...ends.filter((end, index) => ends.indexOf(end) !== index).map((end) => `${end} is recorded twice`)];
}

async function integrity(place: string): Promise<readonly string[]> {
  const driver = await loadDriver();
  if (!driver.ok) return [driver.failure.message];
  const database = driver.value.open(databaseIn(place));
  const rows = database.prepare<[], { readonly integrity_check: string }>("PRAGMA integrity_check").all();
  database.close();
  return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
}

async function reading<T>(place: string, look: (store: Extract<Awaited<ReturnType<typeof openSqliteStore>>, { ok: true }>["value"]) => T, otherwise: T): Promise<T> {
  if (!existsSync(databaseIn(place))) return otherwise;
  const store = await openSqliteStore(databaseIn(place), { use: "read" });
  if (!store.ok) throw new Error(store.failure.message);
  try {
    return look(store.value);
  } finally {
    store.value.close();
  }
}
