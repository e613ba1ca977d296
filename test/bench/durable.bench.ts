import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { systemClock } from "../../runtime/adapters/clock.ts";
import { createIds } from "../../runtime/adapters/ids.ts";
import { planOf } from "../../runtime/core/plan.ts";
import { foldLog } from "../../runtime/driver/inspect.ts";
import type { Runtime } from "../../runtime/driver/open.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import type { EventStore } from "../../runtime/store/event-store.ts";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import type { Program } from "../../schemas/program.ts";
import { fakePorts, gives, world } from "../support/fake-ports.ts";
import { anyState, call, halt, program } from "../support/programs.ts";
import type { Report } from "./measure.ts";

/*
 * All with `synchronous = FULL`, on the disk that holds the system's temporary files. A step is one call that answers at
 * once with 400 characters, and each step writes a key of its own, so that the state grows with the execution.
 * Not measured: what the calls of real workflows take, which is everything.
 */
const body = "x".repeat(400);
const rounds = 15;
const warmUpMs = 1_000;

/** Prints the figures of durable execution. */
export async function run(report: Report): Promise<void> {
  await concurrent(report);
  await sequential(report);
  await growth(report);
  await recovery(report);
  fsyncs(report);
}

async function sequential(report: Report): Promise<void> {
  const steps = line(300);
  const all = await interleaved({
    ours: () => opened((runtime) => timed(() => ended(runtime, steps), 300)),
    plain: () => stock("plain", (insert) => timed(() => inserts(300, insert), 300)),
  });
  const { ours, theirs } = typical(all, "ours", "plain");
  report.ratio({ what: "one execution, per step", ours, baseline: "one plain row per commit", theirs, goal: 0.9 });
  report.note(`one execution: ${perSecond(ours)} steps per second, ${perSecond(ours / 3)} events per second; ${perSecond(theirs)} plain rows per second`);
}

async function concurrent(report: Report): Promise<void> {
  const [executions, steps] = [100, 20];
  const subject = line(steps);
  // Three events per step, and two for the execution; ours share a row of the table, theirs have one each.
  const rows = executions * (3 * steps + 2);
  const perStep = rows / (executions * steps);
  const all = await interleaved({
    ours: () => opened((runtime) => timed(() => Promise.all(Array.from({ length: executions }, () => ended(runtime, subject))), rows)),
    plain: () => stock("plain", (insert, database) => timed(() => batches(database, rows, 100, insert), rows)),
    clustered: () => stock("clustered", (insert, database) => timed(() => batches(database, rows, 100, insert), rows)),
  });
  const [plain, clustered] = [typical(all, "ours", "plain"), typical(all, "ours", "clustered")];
  report.ratio({ what: "100 executions, per event", ours: clustered.ours, baseline: "rows found by execution, 100 per commit", theirs: clustered.theirs, goal: 0.45 });
  const ratio = (one: { readonly ours: number; readonly theirs: number }, units = 1): string => (one.theirs / (one.ours * units)).toFixed(2);
  report.note(`100 executions: ${perSecond(clustered.ours)} events per second, ${perSecond(clustered.ours * perStep)} steps per second; ${perSecond(plain.theirs)} rows per second of a table in which nothing is found again (${ratio(plain)} x)`);
  // The other reading of the same figure: a step writes one row, of three events and twice the length of theirs.
  report.note(`one step for one row: ${ratio(clustered, perStep)} x, and ${ratio(plain, perStep)} x of rows that nothing finds again`);
}

async function growth(report: Report): Promise<void> {
  const [short, long] = [line(100), line(1_000)];
  const all = await interleaved({
    long: () => opened((runtime) => timed(() => ended(runtime, long), 1_000)),
    // Ten short ones, so that both take the disk for as long.
    short: () => opened((runtime) => timed(async () => { for (let turn = 0; turn < 10; turn += 1) await ended(runtime, short); }, 1_000)),
  });
  const { ours, theirs } = typical(all, "long", "short");
  report.ratio({ what: "a step of 1,000", ours, baseline: "a step of 100", theirs, goal: 1 / 1.1 });
}

async function recovery(report: Report): Promise<void> {
  const subject = line(1_000);
  const plan = planOf(subject);
  const perEvent = await opened(async (runtime, store) => {
    const id = await ended(runtime, subject);
    let best = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      best = Math.min(best, await timed(() => {
        const events = store.events({ tenant: "default", id }, 0);
        if (!events.ok || foldLog(plan, id, events.value).status !== "completed") throw new Error("nothing was recovered");
      }, 3_002));
    }
    return best;
  });
  report.ratio({ what: "recovery, per event", ours: perEvent, baseline: "six microseconds", theirs: 6_000, goal: 1 });
}

/** The difference of a long and a short run is what the steps cost: opening, closing and checkpoints fall out. */
function fsyncs(report: Report): void {
  const [few, many] = [20, 220].map(syncsOf);
  if (few === undefined || many === undefined) return report.note("fsyncs per step are not counted: there is no strace");
  report.note(`${((many - few) / 200).toFixed(3)} fsyncs per step (goal 1.05)`);
}

function syncsOf(steps: number): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-strace-"));
  try {
    const trace = join(folder, "trace");
    const script = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.runOnce(${steps}))`;
    const { status } = spawnSync("strace", ["-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", trace, process.execPath, "-e", script], { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return undefined;
    return [...readFileSync(trace, "utf8").matchAll(/\b(?:fsync|fdatasync)\(/g)].length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One execution of `steps` steps, for whoever counts its system calls. */
export async function runOnce(steps: number): Promise<void> {
  await opened(async (runtime) => {
    await ended(runtime, line(steps));
    return 0;
  });
}

function line(steps: number): Program {
  const names = Array.from({ length: steps }, (_, index) => `n${index}`);
  return program({
    state: anyState(...names),
    nodes: { ...Object.fromEntries(names.map((name, index) => [name, call({ writes: name, next: names[index + 1] ?? "end", fields: () => ({ server: "s", tool: "t" }) })])), end: halt() },
  });
}

async function ended(runtime: Runtime, subject: Program): Promise<string> {
  const started = runtime.start(subject, {});
  if (!started.ok) throw new Error(started.refusal.why);
  const { status } = await started.done;
  if (status !== "completed") throw new Error(`a bench ended as ${status}`);
  return started.id;
}

async function opened(work: (runtime: Runtime, store: EventStore) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-bench-"));
  const store = await openSqliteStore(join(folder, "bench.db"), { use: "write" });
  if (!store.ok) throw new Error(store.failure.message);
  const { activities } = world().behaviour;
  const answer = () => Promise.resolve(gives({ body }));
  const runtime = runtimeOn({
    store: store.value,
    ports: { ...fakePorts({ clock: systemClock }), ids: createIds(systemClock.now) },
    behaviour: { ...world().behaviour, activities: { ...activities, tool: answer } },
  });
  try {
    return await work(runtime, store.value);
  } finally {
    runtime.close();
    store.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Insert = (row: number) => void;

const tables = {
  /** Rows in the order of their inserts, found again by nothing: the least that SQLite can write, and no log of executions. */
  plain: "CREATE TABLE events (execution INTEGER, seq INTEGER, kind INTEGER, body TEXT)",
  /** What one needs at least to read one execution's events. */
  clustered: "CREATE TABLE events (execution INTEGER, seq INTEGER, kind INTEGER, body TEXT, PRIMARY KEY (execution, seq)) WITHOUT ROWID",
} as const;

const perSecond = (ns: number): number => Math.round(1e9 / ns);

/** SQLite as one finds it: write-ahead log, `FULL`, and one table of events. */
async function stock(table: keyof typeof tables, work: (insert: Insert, database: Sqlite.Database) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-bench-"));
  const database = new Sqlite(join(folder, "stock.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(tables[table]);
  const statement = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?)");
  const event = JSON.stringify({ type: "node_completed", node: "n1", output: { body } });
  try {
    return await work((row) => void statement.run(1, row, 2, event), database);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function inserts(count: number, insert: Insert, from = 0): void {
  for (let row = from; row < from + count; row += 1) insert(row);
}

function batches(database: Sqlite.Database, count: number, size: number, insert: Insert): void {
  const batch = database.transaction((from: number) => inserts(size, insert, from));
  for (let row = 0; row < count; row += size) batch(row);
}

/** Nanoseconds per unit of `units` that `work` takes. */
async function timed(work: () => unknown, units: number): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / units;
}

/** What every contestant took, in turn and again, so that a busy moment of the disk hits neighbours alike. */
async function interleaved<N extends string>(contestants: { readonly [K in N]: () => Promise<number> }): Promise<readonly { readonly [K in N]: number }[]> {
  const names = Object.keys(contestants) as N[];
  for (const name of names) {
    // The engine compiles what runs often; a server runs it often.
    for (const end = performance.now() + warmUpMs; performance.now() < end;) await contestants[name]();
  }
  const all: { readonly [K in N]: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = new Map<N, number>();
    for (const name of names) one.set(name, await contestants[name]());
    all.push(Object.fromEntries(one) as { readonly [K in N]: number });
  }
  return all;
}

/** The round of the median ratio: a disk changes its pace by the minute, and two minima are of different minutes. */
function typical<N extends string>(all: readonly { readonly [K in N]: number }[], our: N, their: N): { readonly ours: number; readonly theirs: number } {
  const ordered = all.map((round) => ({ ours: round[our], theirs: round[their] })).toSorted((a, b) => a.theirs / a.ours - b.theirs / b.ours);
  return ordered[ordered.length >> 1] ?? { ours: NaN, theirs: NaN };
}
