import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { sqliteDrivers } from "../support/sqlite.ts";

const executable = builtExecutable();
const question = '{"question": "What is durable execution?"}';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Start {
  readonly flags?: readonly string[];
  readonly env?: { readonly [name: string]: string };
}

function jamjet(folder: string, words: readonly string[], { flags = [], env = {} }: Start = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, executable, ...words], { cwd: folder, encoding: "utf8", input: "", env: environment(folder, env) });
  return { code: status, out: stdout, err: stderr };
}

function environment(folder: string, env: { readonly [name: string]: string } = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: folder, ...env };
}

function newFolder(files: { readonly [name: string]: string } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-cli-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The folder of `init`, with one execution in its database. */
function newProject(): { readonly folder: string; readonly id: string } {
  const folder = newFolder();
  expect(jamjet(folder, ["init"]).code).toBe(0);
  const ran = jamjet(folder, ["run", "workflow.yaml", "--input", question, "--replies", "replies.yaml", "--json"]);
  expect(ran).toMatchObject({ code: 0 });
  return { folder, id: (JSON.parse(ran.out) as { readonly execution_id: string }).execution_id };
}

/** Runs a command that says at its end which SQLite it has loaded: `better` or `node`; and whether it has tried `better`. */
function loading(folder: string, words: readonly string[], env: Start["env"] = {}): Ended & { readonly sqlite: string | undefined; readonly tried: boolean } {
  const hook = `process.on("exit", () => {
    const files = Object.keys(require.cache).filter((name) => name.includes("better-sqlite3"));
    process.stdout.write(["sqlite:", files.some((name) => name.endsWith(".node")) ? "better" : "", process.moduleLoadList.some((name) => /\\bsqlite\\b/.test(name)) ? "node" : "", files.length > 0 ? "tried" : ""].join(" ") + "\\n");
  })`;
  writeFileSync(join(folder, "loaded.cjs"), hook);
  const ended = jamjet(folder, words, { flags: ["--require", "./loaded.cjs"], env });
  const [, said] = /^sqlite:(.*)$/m.exec(ended.out) ?? [];
  return { ...ended, sqlite: said?.replace("tried", "").trim(), tried: said?.includes("tried") === true };
}

it.each(["better", "node"])("reads with the SQLite that JAMJET_SQLITE names what any other wrote: %s", async (sqlite) => {
  const { folder, id } = newProject();
  const read = loading(folder, ["inspect", id], { JAMJET_SQLITE: sqlite });
  if ((await sqliteDrivers()).some(({ name }) => name === sqlite)) {
    expect(read).toMatchObject({ code: 0, err: "", sqlite });
    expect(read.out).toContain("→ step: answer");
  } else {
    expect(read).toMatchObject({ code: 2, sqlite: "" });
    expect(read.err).toMatch(sqlite === "node" ? /^error: SQLite cannot be loaded: Node [\d.]+ has no 'node:sqlite'/ : /^error: SQLite cannot be loaded: (better-sqlite3 12 crashes on|run 'npm (?:rebuild|install))/);
  }
  expect(jamjet(folder, ["inspect", id], { env: { JAMJET_SQLITE: "duck" } })).toMatchObject({ code: 2, err: expect.stringContaining("JAMJET_SQLITE is 'duck'") });
});

it("loads no SQLite unless a database is opened", () => {
  const { folder, id } = newProject();
  for (const words of [["validate", "workflow.yaml"], ["compile", "workflow.yaml"], ["lsp", "--stdio"], ["mcp"], ["explain", "JJ2002"], ["--help"]]) expect(loading(folder, words), words.join(" ")).toMatchObject({ sqlite: "", tried: false });
  expect(loading(folder, ["inspect", id]).sqlite).toMatch(/^(?:better|node)$/);
});

it("runs the project of init, tells its progress on standard error and the exact command that looks into it", () => {
  const folder = newFolder();
  jamjet(folder, ["init"]);
  const ran = jamjet(folder, ["run", "workflow.yaml", "--input", question, "--replies", "replies.yaml"]);
  expect(ran.code).toBe(0);
  expect(ran.err).toMatch(/→ answer\n✓ answer {2}\d+ms {2}claude-haiku-4-5-20251001, 28 \+ 2 tokens, \$0\.0+\d+\n/);
  expect(ran.out).toMatch(/^completed {2}hello-agent 0\.1\.0 {2}exec_[0-9A-Z]{26} {2}\d/);
  expect(ran.out).toContain("  question: What is durable execution?\n  answer: A durable execution goes on");
  const next = /^look into it: jamjet (inspect exec_[0-9A-Z]{26})$/m.exec(ran.out)?.[1] ?? "";
  const inspected = jamjet(folder, next.split(" "));
  expect(inspected.code).toBe(0);
  expect(inspected.out).toMatch(/^→ step: answer {4}\d+ms +completed {2}claude-haiku-4-5-20251001, 28 \+ 2 tokens/m);
  expect(inspected.out).toMatch(/^→ step: answer #2 \d+ms +completed/m);
});

it("names the database in that command where the current folder does not lead to it", () => {
  const { folder } = newProject();
  const elsewhere = newFolder();
  const ran = jamjet(elsewhere, ["run", join(folder, "workflow.yaml"), "--input", question, "--replies", join(folder, "replies.yaml")]);
  const next = /^look into it: jamjet (.*)$/m.exec(ran.out)?.[1] ?? "";
  expect(next).toMatch(/^inspect exec_[0-9A-Z]{26} --db /);
  expect(jamjet(elsewhere, next.split(" ")).code).toBe(0);
});

it("answers every command about executions as lines and as data", () => {
  const { folder, id } = newProject();
  const prefix = id.slice(0, 12).toLowerCase();
  for (const words of [["ls"], ["inspect", prefix], ["inspect", id, "--node", "answer"], ["events", prefix], ["resume", prefix]]) {
    const lines = jamjet(folder, words);
    expect(lines, words.join(" ")).toMatchObject({ code: 0, err: "" });
    const data = jamjet(folder, [...words, "--json"]);
    expect(data, words.join(" ")).toMatchObject({ code: 0, err: "" });
    expect(JSON.stringify(JSON.parse(data.out)), words.join(" ")).toContain(words[0] === "events" ? "workflow_started" : id);
  }
  expect(jamjet(folder, ["events", id]).out).toMatch(/^ 1 {2}\d\d:\d\d:\d\d\.\d{3} {2}workflow_started {4}hello-agent 0\.1\.0\n/);
  expect(jamjet(folder, ["inspect", id, "--node", "answer"]).out).toContain("    prompt: Answer in one sentence: What is durable execution?\n");
  expect(JSON.parse(jamjet(folder, ["inspect", id, "--node", "answer", "--json"]).out)).toMatchObject({ attempts: [{ visit: 1, received: { prompt: "Answer in one sentence: What is durable execution?\n" }, returned: "Yes." }, { visit: 2 }] });
});

it("names the keys of an input that it leaves out", () => {
  const { folder } = newProject();
  const ran = jamjet(folder, ["run", "workflow.yaml", "-i", '{"question": "What is durable execution?", "qestion": "?"}', "--replies", "replies.yaml"]);
  expect(ran.code).toBe(0);
  expect(ran.err).toContain("warning: 'qestion' is no key of the state and is left out: did you mean 'question'?\n");
});

it("says what is wrong with an id, a node and a database", () => {
  const { folder } = newProject();
  expect(jamjet(folder, ["inspect", "exec_ZZZ"]).err).toBe("error: no execution begins with 'exec_ZZZ'\nhelp: list them with 'jamjet ls'\n");
  expect(jamjet(folder, ["cancel", ""])).toMatchObject({ code: 2, err: expect.stringMatching(/^error: the id of an execution is empty\n/) });
  expect(jamjet(folder, ["ls", "--db", folder])).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be opened: it is a folder\n$/) });
  expect(jamjet(folder, ["inspect", "exec_", "--node", "nope"])).toMatchObject({ code: 2, err: expect.stringMatching(/^error: 'nope' was not visited in exec_\w+\nhelp: visited were answer, check, done\n$/) });
  expect(jamjet(folder, ["ls", "--db", "none.db"])).toMatchObject({ code: 2, err: expect.stringContaining("there is no database at") });
  expect(jamjet(folder, ["ls", "--db", "workflow.yaml"]).code).toBe(2);
});

it("fails a run whose replies are missing or left over, and says which", () => {
  const { folder } = newProject();
  const replies = readFileSync(join(folder, "replies.yaml"), "utf8");
  writeFileSync(join(folder, "few.yaml"), replies.replace("visit: 2", "visit: 7"));
  writeFileSync(join(folder, "many.yaml"), `${replies}\n- node: answer\n  visit: 3\n  text: never asked for\n`);
  const few = jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "few.yaml"]);
  expect(few.code).toBe(1);
  expect(few.out).toContain("node: answer, visit: 2, attempt: 1");
  const many = jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "many.yaml"]);
  expect(many.code).toBe(1);
  expect(many.out).toContain("error: nobody asked for the reply 'node: answer, visit: 3, attempt: 1'\n");
  const told = jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "many.yaml", "--json"]);
  expect(JSON.parse(told.out)).toMatchObject({ status: "completed", error: { unused_replies: ["node: answer, visit: 3, attempt: 1"] } });
});

it("says of a failed run how many replies were left over, and lists them as data", () => {
  const { folder } = newProject();
  const replies = readFileSync(join(folder, "replies.yaml"), "utf8").replace("visit: 2", "visit: 7");
  writeFileSync(join(folder, "left.yaml"), `${replies}\n- {node: answer, visit: 8, text: a}\n- {node: answer, visit: 9, text: b}\n`);
  const failed = jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "left.yaml"]);
  expect(failed.code).toBe(1);
  expect(failed.out).toContain("error: nobody asked for 3 of the replies, since it ended before\n");
  expect(failed.out).not.toContain("visit: 9");
  const told = JSON.parse(jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "left.yaml", "--json"]).out) as { readonly error: { readonly unused_replies: readonly string[] } };
  expect(told.error.unused_replies).toHaveLength(3);
});

it("names everything that is wrong in a replies file, each with its place, before anything starts", () => {
  const { folder } = newProject();
  writeFileSync(join(folder, "wrong.yaml"), "- node: anser\n  text: a\n- node: answer\n  text: a\n- node: answer\n  text: b\n- node: done\n  text: c\n");
  expect(jamjet(folder, ["run", "workflow.yaml", "-i", question, "--replies", "wrong.yaml"])).toEqual({
    code: 2,
    out: "",
    err: [
      "error: the workflow has no node 'anser'", " --> wrong.yaml:1:3", "1 | - node: anser", "  |   ^^^^", "help: did you mean 'answer'?", "",
      "error: this call has an answer already", " --> wrong.yaml:5:3", "5 | - node: answer", "  |   ^^^^^^^^^^^^", "6 |   text: b", "  |   ^^^^^^^",
      "note: its first answer", " --> wrong.yaml:3:3", "3 | - node: answer", "  |   ------------", "4 |   text: a", "  |   -------",
      "help: remove one of the two, or give it another 'visit', 'attempt' or 'call'", "",
      "error: 'done' (end) asks no model", " --> wrong.yaml:7:3", "7 | - node: done", "  |   ^^^^", "help: only model nodes and the judges of eval nodes have replies", "",
      "",
    ].join("\n"),
  });
});

it("runs a compiled program, and refuses one that was changed", () => {
  const { folder } = newProject();
  expect(jamjet(folder, ["compile", "workflow.yaml", "-o", "hello.json"]).code).toBe(0);
  expect(jamjet(folder, ["run", "hello.json", "-i", question, "--replies", "replies.yaml"]).code).toBe(0);
  writeFileSync(join(folder, "hello.json"), readFileSync(join(folder, "hello.json"), "utf8").replace("concise", "verbose"));
  expect(jamjet(folder, ["run", "hello.json", "-i", question])).toMatchObject({ code: 2, err: expect.stringContaining("its hash is not that of its content") });
});

it("checks the input against the state before anything starts", () => {
  const { folder } = newProject();
  const before = jamjet(folder, ["ls", "--json"]).out;
  expect(jamjet(folder, ["run", "workflow.yaml", "--replies", "replies.yaml"])).toMatchObject({ code: 2, out: "", err: "error: the input lacks 'question'; it is asked for at workflow.yaml:16\n" });
  expect(jamjet(folder, ["run", "workflow.yaml", "-i", '{"question": 7}', "--replies", "replies.yaml"])).toMatchObject({ code: 2, out: "" });
  expect(jamjet(folder, ["ls", "--json"]).out).toBe(before);
});

it("refuses what is no regular file, and hangs on none of it", () => {
  const folder = newFolder();
  execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
  for (const [word, why] of [["pipe.yaml", "is not a regular file"], ["/dev/zero", "is not a regular file"], [".", "there is no document of JamJet below '.'"], ["/proc/self/mem", ""]] as const) {
    const said = jamjet(folder, ["validate", word]);
    expect(said.err, word).toContain(why);
    expect(said.code, word).toBe(2);
  }
});

it("ends silently when nobody reads on", () => {
  const folder = newFolder();
  const piped = spawnSync("bash", ["-c", `"$0" "$1" schema | head -1; exit \${PIPESTATUS[0]}`, process.execPath, executable], { cwd: folder, encoding: "utf8", env: environment(folder) });
  expect(piped).toMatchObject({ status: 0, stdout: "{\n", stderr: "" });
});

it("says so when the output cannot be written", () => {
  if (!existsSync("/dev/full")) return;
  const folder = newFolder();
  const full = spawnSync("bash", ["-c", `"$0" "$1" schema > /dev/full`, process.execPath, executable], { cwd: folder, encoding: "utf8", env: environment(folder) });
  expect(full).toMatchObject({ status: 2, stderr: "error: the output cannot be written: no space is left on the disk\n" });
});

it("P24: works where no code may be made from strings", () => {
  const { folder, id } = newProject();
  const flags = ["--disallow-code-generation-from-strings"];
  for (const words of [["validate", "workflow.yaml"], ["compile", "workflow.yaml"], ["run", "workflow.yaml", "-i", question, "--replies", "replies.yaml"], ["ls"], ["inspect", id], ["events", id], ["resume", id], ["schema"], ["explain", "JJ2001"]]) {
    expect(jamjet(folder, words, { flags }), words.join(" ")).toMatchObject({ code: 0 });
  }
});

it.each(["nodes/tool", "stories/code-review"])("P24: so do MCP servers, schemas and evals: %s", (name) => {
  const example = join(import.meta.dirname, "../../examples", name);
  const replies = existsSync(join(example, "replies.yaml")) ? ["--replies", "replies.yaml"] : [];
  const ran = jamjet(example, ["run", "workflow.yaml", "--input", readFileSync(join(example, "input.json"), "utf8"), ...replies, "--db", join(newFolder(), "j.db")], { flags: ["--disallow-code-generation-from-strings"], env: { JAMJET_NO_CACHE: "1" } });
  expect(ran, ran.err).toMatchObject({ code: 0 });
});

it("says the same with a cold cache, a warm one, a broken one and none", () => {
  const { folder } = newProject();
  const told = ["validate", "workflow.yaml"];
  const expected = "Valid. workflow_id=hello-agent version=0.1.0\n  Nodes: 3  Edges: 2\n";
  const cache = join(folder, "cache");
  const all = (): readonly string[] => readdirSync(join(cache, "jamjet"));
  for (let run = 0; run < 5; run += 1) expect(jamjet(folder, told, { env: { XDG_CACHE_HOME: cache } })).toEqual({ code: 0, out: expected, err: "" });
  // One for each script: the parser of the project's jamjet.toml is in the second.
  expect(all()).toHaveLength(2);
  for (const name of all()) writeFileSync(join(cache, "jamjet", name), readFileSync(join(cache, "jamjet", name)).subarray(0, 1000).fill(7, 20));
  expect(jamjet(folder, told, { env: { XDG_CACHE_HOME: cache } }).out).toBe(expected);
  writeFileSync(join(folder, "file"), "");
  expect(jamjet(folder, told, { env: { XDG_CACHE_HOME: join(folder, "file") } })).toEqual({ code: 0, out: expected, err: "" });
  expect(jamjet(folder, told, { env: { XDG_CACHE_HOME: join(folder, "unused"), JAMJET_NO_CACHE: "1" } })).toEqual({ code: 0, out: expected, err: "" });
  expect(existsSync(join(folder, "unused"))).toBe(false);
});

it("stops at Ctrl-C or when its time is up, says how to go on, and does", async () => {
  let answer = false;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.headers["idempotency-key"]));
    if (answer) response.end("fine");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const workflow = `workflow:\n  id: slow\n  version: 1.0.0\n  state_schema: {page: str}\n  start: fetch\nnodes:\n  fetch:\n    type: http\n    method: PUT\n    url: http://${host}/\n    output_key: page\n    next: done\n  done:\n    type: end\n`;
  const folder = newFolder({ "slow.yaml": workflow, "jamjet.toml": `[network]\nallow = ["${host}"]\n` });
  const start = (words: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Omit<Ended, "err">> } => {
    const child = spawn(process.execPath, [executable, ...words], { cwd: folder, env: environment(folder) });
    let out = "";
    child.stdout.on("data", (text: Buffer) => (out += text.toString()));
    return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, out }))) };
  };
  const goOn = (out: string): readonly string[] => /go on with: jamjet (resume exec_[0-9A-Z]{26})\n/.exec(out)?.[1]?.split(" ") ?? [];

  const first = start(["run", "slow.yaml"]);
  server.once("request", () => first.child.kill("SIGINT"));
  const interrupted = await first.ended;
  expect(interrupted.code).toBe(130);
  const timedOut = await start([...goOn(interrupted.out), "--timeout", "50ms"]).ended;
  expect(timedOut.code).toBe(4);
  expect(timedOut.out).toContain("the time is up");
  expect(timedOut.out).toMatch(/^interrupted /);
  expect(jamjet(folder, ["ls"]).out).toMatch(/ interrupted /);
  expect(JSON.parse(jamjet(folder, ["ls", "--json"]).out)).toMatchObject([{ status: "running", live: false, workflow_id: "slow", steps: 0 }]);
  expect(jamjet(folder, ["inspect", "exec_"]).out).toMatch(/\nnobody carries it now\. go on with: jamjet resume exec_[0-9A-Z]{26}\n$/);

  answer = true;
  const resumed = await start([...goOn(timedOut.out), "--json"]).ended;
  expect(resumed.code).toBe(0);
  expect(JSON.parse(resumed.out)).toMatchObject({ status: "completed", state: { page: "fine" } });
  expect(new Set(asked).size).toBe(1);
  server.closeAllConnections();
  server.close();
});
