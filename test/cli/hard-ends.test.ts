import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { sqliteDrivers } from "../support/sqlite.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-ends-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = { PATH: process.env["PATH"], HOME: folder };
const workflow = `workflow: {id: greet, version: 1.0.0, state_schema: {name: str, greeting: str}, start: write}
nodes:
  write: {type: model, model: gpt-4o, prompt: "Greet {{ state.name }}", output_key: greeting, next: done}
  done: {type: end}
`;
writeFileSync(join(folder, "greet.yaml"), workflow);
writeFileSync(join(folder, "replies.yaml"), "- {node: write, text: Hello}\n");
const greet = ["run", "greet.yaml", "-i", '{"name": "Ada"}', "--replies", "replies.yaml"];

function jamjet(words: readonly string[], cwd = folder): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words], { cwd, encoding: "utf8", env: environment, timeout: 30_000 });
  return { code: status, out: stdout, err: stderr };
}

/** Lets the disk of a database be full for rows of the log in which `text` stands. */
async function fill(database: string, text: string): Promise<void> {
  const [driver] = await sqliteDrivers();
  const connection = driver?.open(join(folder, database));
  connection?.exec(`CREATE TRIGGER full BEFORE INSERT ON log WHEN NEW.body LIKE '%${text}%' BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  connection?.close();
}

it("says of a run whose end cannot be written why, and how it stands without it", async () => {
  expect(jamjet([...greet, "--db", "end.db"]).code).toBe(0);
  await fill("end.db", "workflow_completed");
  const said = jamjet([...greet, "--db", "end.db"]);
  expect(said.code).toBe(1);
  expect(said.out).toMatch(/^interrupted {2}greet 1\.0\.0 /);
  expect(said.out).toMatch(/\nstate\n {2}name: Ada\ntokens: 0 in, 0 out .*\n\nerror: the database '.*end\.db' cannot be written: database or disk is full .*\nstopped; what is recorded is kept\. go on with: jamjet resume exec_/);
  expect(JSON.parse(jamjet([...greet, "--db", "end.db", "--json"]).out)).toMatchObject({ status: "running", interrupted: expect.stringContaining("database or disk is full") });
  const worked = jamjet(["work", "--once", "--db", "end.db", "--replies", "replies.yaml"]);
  expect(worked.code).toBe(1);
});

it("says of a run that cannot even begin what is wrong with the database", async () => {
  expect(jamjet([...greet, "--db", "start.db"]).code).toBe(0);
  await fill("start.db", "workflow_started");
  const said = jamjet([...greet, "--db", "start.db"]);
  expect(said).toMatchObject({ code: 2, out: "" });
  expect(said.err).toMatch(/^error: the database '.*start\.db' cannot be written: database or disk is full .*\nhelp: look at the database and its disk with 'jamjet doctor'\n$/);
});

it("makes no folder where there can be none, and tries that once", () => {
  writeFileSync(join(folder, "file"), "");
  expect(jamjet([...greet, "--db", "file/a/b.db"])).toMatchObject({ code: 2, err: `error: cannot make the folder of '${join(folder, "file/a/b.db")}': '${join(folder, "file")}' is no folder\n` });
  if (existsSync("/proc/self")) expect(jamjet([...greet, "--db", "/proc/a/b.db"])).toMatchObject({ code: 2, err: expect.stringMatching(/^error: cannot make the folder of '\/proc\/a\/b\.db': .+\n$/) });
});

it("works in a folder that somebody has removed", () => {
  const gone = join(folder, "gone");
  mkdirSync(gone);
  const said = spawnSync("sh", ["-c", `rmdir "${gone}"; "$0" "$1" validate "${join(folder, "greet.yaml")}"; "$0" "$1" ls`, process.execPath, executable], { cwd: gone, encoding: "utf8", env: environment });
  expect(said.stdout).toMatch(/^Valid\. workflow_id=greet /);
  expect(said.stderr).toMatch(/error: there is no database at '.*' yet\nhelp: /);
  expect(said.stderr).not.toContain("    at ");
});

it("takes a terminal without a size for one of 80 columns", () => {
  if (spawnSync("script", ["--version"]).status !== 0) return;
  writeFileSync(join(folder, "wrong.yaml"), workflow.replace("state.name", "state.nmae"));
  const said = spawnSync("script", ["-qec", `"${process.execPath}" "${executable}" validate wrong.yaml`, "/dev/null"], { cwd: folder, encoding: "utf8", env: { ...environment, NO_COLOR: "1" } });
  expect(said.stdout).toContain('prompt: "Greet {{ state.nmae }}"');
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("lets go of an execution where it can be resumed, at %s", async (signal) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const project = mkdtempSync(join(folder, "signal-"));
  writeFileSync(join(project, "jamjet.toml"), `[network]\nallow = ["${host}"]\n`);
  writeFileSync(join(project, "slow.yaml"), `workflow: {id: slow, version: 1.0.0, state_schema: {page: str}, start: get}\nnodes:\n  get: {type: http, url: "http://${host}/", output_key: page, next: done}\n  done: {type: end}\n`);
  const child = spawn(process.execPath, [executable, "run", "slow.yaml"], { cwd: project, env: environment });
  let out = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  server.once("request", () => child.kill(signal));
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(130);
  expect(out).toMatch(/stopped; what is recorded is kept\. go on with: jamjet resume exec_[0-9A-Z]{26}\n$/);
  server.closeAllConnections();
  server.close();
});
