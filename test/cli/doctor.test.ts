import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(toml: string): string {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-doctor-"));
  folders.push(folder);
  writeFileSync(join(folder, "jamjet.toml"), toml);
  return folder;
}

function jamjet(folder: string, words: readonly string[], env: { readonly [name: string]: string } = {}): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder, ...env } });
  return { code: status, out: stdout, err: stderr };
}

interface Examined {
  readonly name: string;
  readonly well: boolean;
  readonly facts: unknown;
  readonly problems: readonly { readonly message: string }[];
}

function examined(folder: string, words: readonly string[] = [], env: { readonly [name: string]: string } = {}): { readonly code: number | null; readonly well: boolean; readonly of: (name: string) => Examined | undefined } {
  const { code, out } = jamjet(folder, ["doctor", "--json", ...words], env);
  const said = JSON.parse(out) as { readonly well: boolean; readonly examined: readonly Examined[] };
  return { code, well: said.well, of: (name) => said.examined.find((each) => each.name === name) };
}

const server = (name: string, command: string, ...args: readonly string[]): string => `[[mcp.servers]]\nname = "${name}"\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(args)}\n`;
const working = server("works", process.execPath, join(import.meta.dirname, "../support/mcp-server.mjs"));

it("finds all well where it is, says what a run stands on, and shows the name of a key, never its value", () => {
  const folder = newFolder(`${working}[models.own]\nprovider = "openai"\napi_key_env = "OWN_KEY"\n[model_prices.own]\ninput = 1\noutput = 2\nas_of = 2026-11-01\n`);
  const keys = { OWN_KEY: "sk-very-secret", ANTHROPIC_API_KEY: "sk-also-secret" };
  const { code, out, err } = jamjet(folder, ["doctor"], keys);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^✓ jamjet +0\.1\.0 on Node \d+/);
  expect(out).toMatch(/\n✓ sqlite +3\.\d+\.\d+ from (better-sqlite3|node:sqlite)\n✓ database +\.jamjet\/jamjet\.db, which the first run makes\n✓ disk +[\d.]+ [KMGT]B free\n/);
  expect(out).toMatch(/\n✓ keys +set: ANTHROPIC_API_KEY, OWN_KEY; not set: OPENAI_API_KEY, GOOGLE_API_KEY, GEMINI_API_KEY\n✓ prices +built in, as of \d{4}-\d\d-\d\d; of this project: own as of 2026-11-01\n✓ terminal +no terminal, plain\n$/);
  expect(out + jamjet(folder, ["doctor", "--json"], keys).out).not.toContain("secret");
});

it("holds a database against the settings under which it is used", () => {
  const folder = newFolder("");
  expect(jamjet(folder, ["init", "project"]).code).toBe(0);
  const project = join(folder, "project");
  expect(jamjet(project, ["run", "workflow.yaml", "-i", '{"question": "What?"}', "--replies", "replies.yaml"]).code).toBe(0);
  expect(examined(project).of("database")).toMatchObject({ well: true, facts: { exists: true, journal_mode: "wal", synchronous: "full", quick_check: "ok", executions: 1 } });

  const file = join(project, ".jamjet/jamjet.db");
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xa5)]));
  const damaged = examined(project);
  expect(damaged).toMatchObject({ code: 1, well: false });
  expect(damaged.of("database")?.problems).toHaveLength(1);
  for (const sqlite of ["better", "node"]) {
    const listed = jamjet(project, ["ls"], { JAMJET_SQLITE: sqlite });
    expect(listed.code).toBe(2);
    expect(listed.err).toMatch(/^error: (?:the database cannot be read: database disk image is malformed\nhelp: look at it with 'jamjet doctor'|SQLite cannot be loaded: .*)\n$/);
  }
  writeFileSync(join(project, "note.txt"), "hello");
  expect(examined(project, ["--db", "note.txt"]).of("database")?.problems[0]?.message).toMatch(/^the database '.*note\.txt' cannot be opened: /);
  expect(jamjet(project, ["doctor", "--db", "note.txt"]).out).toMatch(/^✗ database +note\.txt$/m);
});

it("names what is wrong in jamjet.toml and which server's program is missing, and starts none of them", () => {
  const trap = join(tmpdir(), `jamjet-doctor-trap-${process.pid}`);
  const folder = newFolder(`${server("gone", "no-such-program-here")}${server("trap", "touch", trap)}[server]\nport = 8080\n`);
  const said = examined(folder);
  expect(said.code).toBe(1);
  expect(said.of("server gone")).toMatchObject({ well: false, facts: { found: false }, problems: [{ message: "there is no program 'no-such-program-here' to start the MCP server 'gone'" }] });
  expect(said.of("server trap")).toMatchObject({ well: true, facts: { command: "touch", found: true } });
  expect(said.of("http server")).toMatchObject({ well: true, facts: { host: "127.0.0.1", port: 8080 } });
  expect(() => readFileSync(trap)).toThrow("ENOENT");
  writeFileSync(join(folder, "jamjet.toml"), "[stor]\n");
  expect(examined(folder).of("project")?.problems).toMatchObject([{ message: expect.stringMatching(/jamjet\.toml:1: unknown key 'stor'/) }]);
});

it("names the variables that a server or a model needs and nobody has set", () => {
  const folder = newFolder(`${server("works", process.execPath, "${FLAG_OF_SERVER}")}[models.own]\nprovider = "openai-compatible"\nbase_url = "\${BASE_OF_MODEL}/v1"\n`);
  const said = examined(folder);
  expect(said.code).toBe(1);
  expect(said.of("server works")?.problems).toMatchObject([{ message: "the variable FLAG_OF_SERVER is not set, and the MCP server 'works' needs it" }]);
  expect(said.of("model own")?.problems).toMatchObject([{ message: "the variable BASE_OF_MODEL is not set, and the model 'own' needs it" }]);
  const set = examined(folder, [], { FLAG_OF_SERVER: "x", BASE_OF_MODEL: "https://example.com" });
  expect(set.of("server works")?.problems).toEqual([]);
  expect(set.of("model own")).toBeUndefined();
});

it("starts each server and asks for its tools only where it is told to", () => {
  const folder = newFolder(`${working}${server("mute", process.execPath, "-e", "process.exit(3)")}`);
  expect(examined(folder)).toMatchObject({ code: 0, well: true });
  const online = examined(folder, ["--online"]);
  expect(online.code).toBe(1);
  expect(online.of("server works")).toMatchObject({ well: true, facts: { tools: expect.arrayContaining([expect.any(String)]) } });
  expect(online.of("server mute")?.problems[0]?.message).toContain("'mute'");
});
