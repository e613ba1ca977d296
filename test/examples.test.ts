import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runtimeOn } from "../runtime/driver/open.ts";
import { openSqliteStore, refusals } from "../runtime/index.ts";
import { programHash } from "../compiler/index.ts";
import type { ExecutionResult } from "../runtime/driver/result.ts";
import type { Started } from "../runtime/driver/start.ts";
import { crashSweep, oneByOne } from "./support/crash.ts";
import { fakePorts } from "./support/fake-ports.ts";
import { outsideOf, stepsIn } from "./support/outside.ts";
import { compileExample, examplePorts, examples, logText, startServers } from "./support/examples.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-examples-"));
let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => {
  servers.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(examples)("examples/$name", (example) => {
  const { program, diagnostics } = compileExample(example);

  it("compiles without a word, to the same program every time", () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(JSON.stringify(compileExample(example).program)).toBe(JSON.stringify(program));
    const { hash, debug, ...body } = program ?? expect.fail("no program");
    expect(hash).toBe(programHash(body));
    expect(debug.nodes).toHaveLength(body.ops.length);
  });

  const refused = program === undefined ? [] : refusals(program);
  if (refused.length > 0) {
    it("is refused by name, before anything starts", () => {
      expect(refused.map(({ by }) => by)).not.toEqual([]);
      expect(existsSync(join(example.folder, "events.txt"))).toBe(false);
    });
    return;
  }

  it("runs against its replies and leaves the log that is written down", async () => {
    const store = await openSqliteStore(join(folder, `${example.name.replaceAll("/", "-")}.db`), { use: "write" });
    if (!store.ok) throw new Error(store.failure.message);
    const local = examplePorts(example, servers.env);
    let passedMs = 0;
    const clock = { ...local.ports.clock, now: () => local.ports.clock.now() + passedMs, advance: (ms: number) => void (passedMs += ms) };
    const runtime = runtimeOn({ store: store.value, ports: { ...local.ports, clock }, behaviour: oneByOne() });
    const ended = (started: Started): Promise<ExecutionResult> => (started.ok ? started.done : Promise.reject(new Error(JSON.stringify(started.refusal))));
    const outside = outsideOf(stepsIn(example.folder));
    let result = await ended(runtime.start(program ?? expect.fail("no program"), example.input));
    while (result.status === "paused" && outside.next(runtime, result.id, clock)) result = await ended(runtime.resume(result.id));
    expect(outside.isOver()).toBe(true);
    const events = runtime.events(result.id);
    if (!events.ok) throw new Error(JSON.stringify(events.refusal));
    await runtime.close();
    store.value.close();
    await local.close();
    expect(local.unused()).toBe(0);

    const log = logText(events.value.map(({ event }) => event));
    const file = join(example.folder, "events.txt");
    if (process.env["UPDATE"] === "1") writeFileSync(file, log);
    expect(log).toBe(readFileSync(file, "utf8"));
  });

  it("survives a crash at every commit, in both orders of completion", { timeout: 120_000 }, async () => {
    const opened: (() => Promise<void>)[] = [];
    const tools = examplePorts(example, servers.env);
    opened.push(tools.close);
    const crashes = await crashSweep(program ?? expect.fail("no program"), {
      input: example.input,
      outside: stepsIn(example.folder),
      ports: (clock) => {
        const fresh = examplePorts(example, servers.env);
        opened.push(fresh.close);
        // Answers of models are given once in a process; servers may live on.
        return { ...fresh.ports, tools: tools.ports.tools, clock, ids: fakePorts({ clock }).ids };
      },
    });
    for (const close of opened) await close();
    expect(crashes).toBeGreaterThan(0);
  });
});
