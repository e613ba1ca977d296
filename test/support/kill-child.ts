import { appendFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { systemClock } from "../../runtime/adapters/clock.ts";
import { createIds } from "../../runtime/adapters/ids.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import type { Started } from "../../runtime/driver/start.ts";
import { openSqliteStore } from "../../runtime/store/sqlite.ts";
import { types } from "../../schemas/type.ts";
import { fails, fakePorts, gives, scores, world } from "./fake-ports.ts";
import { anyState, approval, call, choose, fork, get, halt, join, judge, less, lit, program, wait } from "./programs.ts";

/*
 * One process of the kill test. It resumes whatever is running, keeps `live` executions of its own under way, and writes a
 * journal: `has` what it found recorded, `call` each effect before it happens, `told` what it was told is durable.
 * Appending to a file is one system call, so a line stands in it whatever becomes of the process.
 */
const [, , path = "", journal = "", live = "0"] = process.argv;

const subject = program({
  state: { n: { type: types.int, default: 0 }, ...anyState("a", "b", "draft") },
  nodes: {
    one: call({ writes: "a", next: "split" }),
    split: fork(["two", "three"], "meet"),
    two: call({ writes: "b", next: null, retry: { max_attempts: 3, delay_ms: 2, jitter: true } }),
    three: call({ writes: "b", next: "inner" }),
    inner: fork(["four", "five"], "six"),
    four: call({ writes: "a", next: null }),
    five: call({ next: null }),
    six: call({ writes: "b", next: null }),
    meet: join({ wait_for: ["three", "two"], merge: "collect", writes: "b", next: "draft" }),
    draft: call({ writes: "draft", next: "check" }),
    check: judge({ subject: "draft", on_fail: "retry_with_feedback", max_retries: 2, next: "more" }),
    more: choose([[less(get("state", "n"), lit(3)), "count"]], "end"),
    count: call({ writes: "n", next: "nap" }),
    nap: wait({ timer: 3 }, { next: "ask" }),
    ask: wait({ event: "go", timer: 86_400_000 }, { next: "sign" }),
    sign: approval({ next: "one" }),
    end: halt(),
  },
});

const note = (...words: readonly (string | number)[]): void => appendFileSync(journal, `${words.join(" ")}\n`);
const there = world({
  two: (made) => (made.visit % 2 === 1 && made.attempt === 1 ? fails("timeout") : gives(made.visit)),
  draft: async ({ context }) => {
    for (const name of ["outline", "text"]) {
      await context.step({ kind: "model", call: name, effect: "read", input: null }, async (key) => {
        await effect(key, context.site);
        return gives(name);
      });
    }
    return gives("draft");
  },
  check: (made) => scores(made.visit % 2 === 1 ? "again" : null),
  count: (made) => gives(made.visit),
});

const opened = await openSqliteStore(path, { use: "write" });
if (!opened.ok) throw new Error(opened.failure.message);
const store = opened.value;
const behaviour = {
  ...there.behaviour,
  activities: { ...there.behaviour.activities, tool: observed(there.behaviour.activities.tool) },
  judge: async (...args: Parameters<typeof there.behaviour.judge>) => {
    await effect(args[2].idempotencyKey, args[2].site);
    return there.behaviour.judge(...args);
  },
};
process.stdout.write("open\n");
const ports = { ...fakePorts({ clock: systemClock }), ids: createIds(systemClock.now) };
const runtime = runtimeOn({ store, ports, behaviour, listeners: [{ onEvent: (key, { seq }) => note("told", key.id, seq) }] });

const open = runtime.list({ limit: 100_000 }).filter((row) => row.ended_at === null);
const resumed = open.map(({ id, last_seq }) => {
  note("has", id, last_seq);
  return ended(runtime.resume(id));
});
await Promise.all([...resumed, ...Array.from({ length: Number(live) }, startForEver)]);
runtime.close();
store.close();

async function startForEver(): Promise<never> {
  for (;;) await ended(runtime.start(subject, {}));
}

async function ended(started: Started): Promise<void> {
  if (!started.ok) throw new Error(started.refusal.why);
  const { status, id } = await started.done;
  if (status !== "paused") return;
  answer(id);
  return ended(runtime.resume(id));
}

/** Gives a paused execution what it waits for, more than once: whether an earlier process has done so nobody knows. */
function answer(id: string): void {
  const inspected = runtime.inspect(id);
  for (const { visit, for: what } of inspected.ok ? inspected.value.waits : []) {
    for (let time = 0; time < 2; time += 1) {
      if (what === "event") runtime.signal(id, { event: "go", id: `go-${visit}` });
      else runtime.approve(id, { decision: "approved", user: String(process.pid) });
    }
  }
}

function observed(activity: typeof there.behaviour.activities.tool): typeof activity {
  return async (fields, context) => {
    await effect(context.idempotencyKey, context.site);
    return activity(fields, context);
  };
}

async function effect(key: string, site: { readonly node: string; readonly visit: number; readonly attempt: number }): Promise<void> {
  note("call", key, site.node, site.visit, site.attempt);
  await pause(site.visit % 3);
}
