import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function project(files: { readonly [path: string]: string }): (words: readonly string[], env?: { readonly [name: string]: string }, from?: string, stdin?: string) => Ended {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-project-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return (words, env = {}, from = ".", stdin = "") => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words], { cwd: join(folder, from), encoding: "utf8", input: stdin, env: { PATH: process.env["PATH"], HOME: folder, ...env } });
    return { code: status, out: stdout.replaceAll(folder, "…"), err: stderr.replaceAll(folder, "…") };
  };
}

const header = "workflow:\n  id: w\n  version: 0.1.0\n  state_schema: {said: dict}\n  start: a\nnodes:\n";
const bare = header.replace("state_schema: {said: dict}", "description: A test");
const tool = `${bare}  a: {type: tool, server: search, tool: t, next: end}\n  end: {type: end}\n`;
/** One warning: JJ4001, a node that nothing reaches. */
const unreached = `${bare}  a: {type: end}\n  b: {type: end}\n`;
const codes = ({ out }: Ended): readonly string[] => [...out.matchAll(/^(\w+\[JJ\d+\])/gm)].map((match) => match[1] ?? "");

it("shows what is wrong in jamjet.toml with its place, for people and as data", () => {
  const jamjet = project({ "w.yaml": tool, "jamjet.toml": '[stor]\nurl = "x"\n[models]\nfast = { provider = "openia" }\n' });
  const shown = [
    "error: unknown key 'stor'", "   --> jamjet.toml:1:2", "1 | [stor]", "  |  ^^^^", "help: did you mean 'store'?", "",
    `error: 'models.fast.provider' must be one of anthropic, openai, google, openai-compatible, not "openia"`, "   --> jamjet.toml:4:21", '4 | fast = { provider = "openia" }', "  |                     ^^^^^^^^", "help: did you mean 'openai'?", "", "",
  ].join("\n").replaceAll("   -->", " -->");
  expect(jamjet(["run", "w.yaml"])).toEqual({ code: 1, out: "", err: shown });
  expect(jamjet(["tools", "list"])).toEqual({ code: 1, out: "", err: shown });
  expect(JSON.parse(jamjet(["validate", "w.yaml", "--json"]).out)).toMatchObject({ files: [{ valid: false, error: { problems: [{ file: "jamjet.toml", message: "unknown key 'stor'", range: { line: 1, column: 2, endColumn: 6, offset: 1 } }, { range: { line: 4, column: 21 } }] } }] });
});

it("finds the project from any folder below it", () => {
  const jamjet = project({ "a/b/w.yaml": tool, "jamjet.toml": '[[mcp.servers]]\nname = "search"\ncommand = "true"\n' });
  expect(jamjet(["validate", "w.yaml"], {}, "a/b")).toMatchObject({ code: 0, out: expect.stringContaining("Valid.") });
  expect(jamjet(["validate", "a/b/w.yaml"])).toMatchObject({ code: 0 });
});

it("takes an undeclared server for an error where there is a jamjet.toml, and for a warning elsewhere", () => {
  expect(codes(project({ "w.yaml": tool, "jamjet.toml": "" })(["validate", "w.yaml"]))).toEqual(["error[JJ2005]"]);
  expect(codes(project({ "w.yaml": tool })(["validate", "w.yaml"]))).toEqual(["warning[JJ2005]"]);
});

it("reads the user's own settings below those of the project", () => {
  const own = '[store]\nurl = "mine.db"\n[[mcp.servers]]\nname = "search"\ncommand = "true"\n';
  const alone = project({ "w.yaml": tool, ".config/jamjet/config.toml": own });
  expect(codes(alone(["validate", "w.yaml"]))).toEqual([]);
  expect(alone(["ls"]).err).toContain("there is no database at '…/mine.db' yet");
  const both = project({ "jamjet.toml": '[store]\nurl = "theirs.db"\n', "conf/jamjet/config.toml": own });
  expect(both(["ls"], { XDG_CONFIG_HOME: join(folders.at(-1) ?? "", "conf") }).err).toContain("'…/theirs.db'");
  expect(both(["ls"], { XDG_CONFIG_HOME: join(folders.at(-1) ?? "", "conf"), JAMJET_DB: "env.db" }).err).toContain("'…/env.db'");
  expect(project({ ".config/jamjet/config.toml": "[stor]\n" })(["ls"])).toMatchObject({ code: 1, err: expect.stringContaining("--> .config/jamjet/config.toml:1:2") });
});

it("weighs findings as the project says, but makes less of no error", () => {
  const weighed = (severities: string): Ended => project({ "w.yaml": unreached, "jamjet.toml": `[lint.severities]\n${severities}\n` })(["validate", "w.yaml"]);
  expect(codes(weighed(""))).toEqual(["warning[JJ4001]"]);
  expect(weighed('JJ4001 = "error"')).toMatchObject({ code: 1, out: expect.stringContaining("error[JJ4001]") });
  expect(codes(weighed('unreachable-node = "info"'))).toEqual(["info[JJ4001]"]);
  expect(weighed('JJ4001 = "off"')).toMatchObject({ code: 0, out: expect.not.stringContaining("JJ4001") });
  expect(weighed('JJ2001 = "off"')).toMatchObject({ code: 1, err: expect.stringContaining("error: 'JJ2001' is an error, and no project makes less of it\n --> jamjet.toml:2:10\n") });
  expect(weighed('unreachable-nod = "off"').err).toContain("help: did you mean 'unreachable-node'?");
});

it("weighs findings by family, and in some documents only", () => {
  const weighed = (toml: string): readonly string[] => codes(project({ "flows/old/w.yaml": unreached, "jamjet.toml": toml })(["validate", "flows/old/w.yaml"]));
  expect(weighed('[lint.severities]\nJJ40 = "info"\n')).toEqual(["info[JJ4001]"]);
  expect(weighed('[lint.severities]\nJJ4001 = "hint"\nJJ40 = "info"\n')).toEqual(["hint[JJ4001]"]);
  expect(weighed('[lint.severities]\nJJ4001 = "error"\n[[lint.overrides]]\nfiles = ["flows/**/*.yaml"]\nseverities = { jj40 = "off" }\n')).toEqual([]);
  expect(weighed('[[lint.overrides]]\nfiles = ["new/**", "*.yaml"]\nseverities = { JJ4001 = "off" }\n')).toEqual(["warning[JJ4001]"]);
  const wrong = project({ "w.yaml": unreached, "jamjet.toml": '[[lint.overrides]]\nfiles = ["*"]\nseverities = { JJ49 = "off", JJ2001 = "off" }\n' })(["validate", "w.yaml"]);
  expect(wrong.err).toContain("error: no diagnostic is called 'JJ49'\n --> jamjet.toml:3:16\n");
  expect(wrong.err).toContain("error: 'JJ2001' is an error, and no project makes less of it\n --> jamjet.toml:3:");
});

it("allows documents what the project's limits do", () => {
  const deep = `${bare}  a: {type: tool, server: s, tool: t, next: end, arguments: {x: ${"[".repeat(80)}${"]".repeat(80)}}}\n  end: {type: end}\n`;
  expect(codes(project({ "w.yaml": deep })(["validate", "w.yaml"]))).toContain("error[JJ1008]");
  expect(codes(project({ "w.yaml": deep, "jamjet.toml": '[limits]\nnesting = 100\n[[mcp.servers]]\nname = "s"\ncommand = "true"\n' })(["validate", "w.yaml"]))).toEqual([]);
});

it("takes secrets from the files that the project names, and refuses to run without them", () => {
  const workflow = `${bare}  a: {type: http, url: "http://127.0.0.1:1/{{ env.PART }}", next: end}\n  end: {type: end}\n`;
  const jamjet = project({ "w.yaml": workflow, "jamjet.toml": '[network]\nallow = ["127.0.0.1"]\n[secrets]\nbackends = ["env", "file:.env"]\n' });
  expect(jamjet(["run", "w.yaml"])).toMatchObject({ code: 2, err: "error: the secrets of 'file:.env' cannot be read: there is no such file\n" });
  writeFileSync(join(folders.at(-1) ?? "", ".env"), "OTHER=x\n");
  expect(jamjet(["run", "w.yaml"])).toMatchObject({ code: 2, err: expect.stringContaining("the environment variable 'PART' is not set") });
  writeFileSync(join(folders.at(-1) ?? "", ".env"), "PART=hidden-part\n");
  const ran = jamjet(["run", "w.yaml"]);
  expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("connection refused") });
  expect(ran.out + ran.err + jamjet(["events", /exec_\w+/.exec(ran.out)?.[0] ?? "", "--json"]).out).not.toContain("hidden-part");
});

it.each([
  ["[server]\nport = 70000\n", "error: 'server.port' must be between 0 and 65535, not 70000\n --> jamjet.toml:2:8\n2 | port = 70000\n  |        ^^^^^"],
  ["[server]\nhots = 'x'\n", "error: unknown key 'hots' in 'server'\n --> jamjet.toml:2:1\n2 | hots = 'x'\n  | ^^^^\nhelp: did you mean 'host'?"],
  ["[server]\nhost = 'http://localhost:80'\n", "error: 'http://localhost:80' is no address or name to listen on\n --> jamjet.toml:2:8"],
  ["[store]\nurl = 'postgres://db/x'\n", "error: 'postgres://db/x' is no path of a SQLite file\n --> jamjet.toml:2:7"],
  ["[[a2a.agents]]\nname = 'a'\nurl = 'http://['\n", "error: 'a2a.agents[0].url' must be an absolute http or https address, not \"http://[\"\n --> jamjet.toml:3:7"],
  ["[[a2a.agents]]\nname = 'a'\nurl = 'https://a.example'\n[[a2a.agents]]\nname = 'A'\nurl = 'https://b.example'\n", "error: two remote agents are called 'A'\n --> jamjet.toml:5:8"],
  ["[policy]\nfile = 1\n", "error: 'policy.file' must be a text, not 1\n --> jamjet.toml:2:8"],
  ["[policy]\nfile = 'no.yaml'\n", "error: the policy 'no.yaml' cannot be read: there is no such file\n --> jamjet.toml:2:8"],
])("shows the place of a mistake in %j", (toml, shown) => {
  const jamjet = project({ "w.yaml": unreached, "jamjet.toml": toml });
  expect(jamjet(["run", "w.yaml"])).toMatchObject({ code: 1, out: "", err: expect.stringContaining(shown) });
});

it("runs under settings of a server and of agents that nothing uses yet, and shows them to who asks", () => {
  const jamjet = project({ "w.yaml": `${header}  a: {type: end}\n`, "rules.yaml": rules('match: "x", action: block'), "jamjet.toml": "[server]\nport = 80\n[[a2a.agents]]\nname = 'x'\nurl = 'https://example.com'\n[policy]\nfile = 'rules.yaml'\n" });
  expect(jamjet(["run", "w.yaml"])).toMatchObject({ code: 0 });
  const { out } = jamjet(["doctor"]);
  expect(out).toMatch(/✓ policy +rules\.yaml, 1 rule\n/);
  expect(out).toMatch(/✓ agent x +https:\/\/example\.com, which nothing calls yet\n/);
  expect(out).toMatch(/✓ http server +127\.0\.0\.1:80, for 'jamjet dev', which comes later\n/);
});

const rules = (...lines: readonly string[]): string => `version: 1\nrules:\n${lines.map((line) => `  - {${line}}\n`).join("")}`;
const governed = '[[mcp.servers]]\nname = "search"\ncommand = "true"\n[policy]\nfile = "rules.yaml"\n';

it("holds documents and runs against the policy of the project", () => {
  const jamjet = project({ "w.yaml": tool, "jamjet.toml": governed, "rules.yaml": rules('match: "search.*", action: block') });
  expect(codes(jamjet(["validate", "w.yaml"]))).toEqual(["error[JJ6004]"]);
  expect(jamjet(["validate", "rules.yaml"])).toEqual({ code: 0, out: "Valid. policy, 1 rule\n", err: "" });
  const asked = `${header.replace("{said", "{path: str, said")}  a: {type: http, url: "http://127.0.0.1:5009/{{ state.path }}", output_key: said, next: end}\n  end: {type: end}\n`;
  const blocked = project({ "w.yaml": asked, "jamjet.toml": governed, "rules.yaml": rules('match: "*/salaries", action: block') });
  expect(blocked(["run", "w.yaml", "--input", '{"path": "salaries"}'])).toMatchObject({ code: 1, err: expect.stringMatching(/policy_denied: '.*' is blocked by '\*\/salaries' in the policy of the project/) });
});

it("says where a policy is wrong, and runs nothing under one", () => {
  const jamjet = project({ "w.yaml": unreached, "jamjet.toml": governed, "rules.yaml": rules('match: "*", action: deny') });
  const shown = ["error: 'deny' is not one of allow, block, require_approval, audit", "--> rules.yaml:3:26", "3 |   - {match: \"*\", action: deny}"];
  for (const words of [["run", "w.yaml"], ["validate", "w.yaml"], ["ls"]]) {
    const { code, out, err } = jamjet(words);
    expect(code).toBe(1);
    for (const line of shown) expect(out + err).toContain(line);
  }
  expect(codes(jamjet(["validate", "rules.yaml"]))).toEqual(["error[JJ1105]"]);
});

it.each([["nowhere.yaml", "the policy 'nowhere.yaml' cannot be read: there is no such file"], ["../w.yaml", "the policy '../w.yaml' cannot be read: leads outside the project"], ["w.yaml", "this is no policy"]])("takes no policy from '%s'", (file, message) => {
  const jamjet = project({ "w.yaml": unreached, "jamjet.toml": `[policy]\nfile = "${file}"\n` });
  expect(jamjet(["run", "w.yaml"])).toMatchObject({ code: 1, err: expect.stringContaining(message) });
});

it("takes no policy from the user's own settings, and a policy for no workflow", () => {
  const own = project({ "w.yaml": unreached, ".config/jamjet/config.toml": '[policy]\nfile = "rules.yaml"\n' });
  expect(own(["run", "w.yaml"])).toMatchObject({ code: 1, err: expect.stringContaining("config.toml:1:2") });
  const jamjet = project({ "rules.yaml": rules('match: "*", action: audit') });
  for (const command of ["run", "compile", "graph", "inputs"]) expect(jamjet([command, "rules.yaml"])).toMatchObject({ code: 2, err: expect.stringContaining("'rules.yaml' is a policy, and no workflow") });
});

it("H106: warns of two files that differ in case alone, where a document names one", () => {
  const asks = (file: string): string => `${header}  a: {type: model, model: claude-haiku-4-5, prompt_file: ${file}, next: end, output_key: said}\n  end: {type: end}\n`.replace("said: dict", "said: str");
  const files = { "prompts/Ask.md": "Hi.\n", "prompts/other.md": "Hi.\n", "w.yaml": asks("prompts/Ask.md"), "v.yaml": asks("prompts/other.md") };
  expect(codes(project({ ...files, "prompts/ask.md": "Ho.\n" })(["validate", "w.yaml"]))).toEqual(["warning[JJ2020]"]);
  expect(codes(project({ ...files, "prompts/ask.md": "Ho.\n" })(["validate", "v.yaml"]))).toEqual([]);
  expect(codes(project(files)(["validate", "w.yaml"]))).toEqual([]);
});

it.each(["-", "/dev/stdin"])("takes a document of standard input, named '%s', as one of the current folder", (word) => {
  const jamjet = project({ "jamjet.toml": '[[mcp.servers]]\nname = "search"\ncommand = "true"\n' });
  expect(jamjet(["validate", word], {}, ".", tool)).toMatchObject({ code: 0, out: expect.stringContaining("Valid.") });
});

it("checks jamjet.toml itself, and says what a run would", () => {
  const sound = project({ "jamjet.toml": '[[mcp.servers]]\nname = "search"\ncommand = "true"\n[models]\nfast = { provider = "openai", model = "gpt-4o-mini" }\n' });
  expect(sound(["validate", "jamjet.toml"])).toEqual({ code: 0, out: "Valid. project, 1 MCP server, 1 model alias\n", err: "" });
  expect(JSON.parse(sound(["validate", "jamjet.toml", "--json"]).out)).toEqual({ files: [{ file: "jamjet.toml", valid: true, project: true, servers: ["search"], models: ["fast"], diagnostics: [] }], errors: 0, warnings: 0 });

  const files = { "w.yaml": tool, "jamjet.toml": '[policy]\nfile = "rules.yaml"\n[models.fast]\nprovider = "openia"\ntimeot = "3s"\n' };
  const flawed = project(files);
  expect(flawed(["validate", "jamjet.toml"])).toEqual(flawed(["run", "w.yaml"]));
  expect(flawed(["validate", "jamjet.toml"]).err).toContain("unknown key 'timeot' in 'models.fast'");
  expect(flawed(["validate", "-", "--stdin-filename", "jamjet.toml"], {}, ".", files["jamjet.toml"])).toEqual(flawed(["validate", "jamjet.toml"]));
  expect(flawed(["validate", "jamjet.toml", "w.yaml", "--format", "compact"]).out).toContain("jamjet.toml:4:12: error project-settings: ");
});

it("checks the policy that jamjet.toml names, and a draft of jamjet.toml that lies nowhere yet", () => {
  const jamjet = project({ "jamjet.toml": '[policy]\nfile = "rules.yaml"\n', "rules.yaml": "version: 1\nrules:\n  - {match: refund, action: blok}\n" });
  expect(jamjet(["validate", "jamjet.toml"])).toMatchObject({ code: 1, err: expect.stringContaining("--> rules.yaml:3:29") });
  expect(jamjet(["validate", "-", "--stdin-filename", "sub/jamjet.toml"], {}, ".", "[server]\nport = 80\n")).toMatchObject({ code: 0, out: "Valid. project, 0 MCP servers, 0 model aliases\n" });
});

it("checks an agent, and runs and compiles none", () => {
  const agent = "agent:\n  id: helper\n  strategy: react\n  goal: Help.\n  model: gpt-4o\n  limits: {max_iterations: 3, max_cost_usd: 1, timeout_seconds: 60}\n";
  const jamjet = project({ "agent.yaml": agent });
  expect(jamjet(["validate", "agent.yaml"])).toEqual({ code: 0, out: "Valid. agent_id=helper version=0.1.0\n  Strategy: react\n", err: "" });
  for (const command of ["run", "compile", "graph", "inputs"]) {
    expect(jamjet([command, "agent.yaml"])).toEqual({ code: 2, out: "", err: "error: 'agent.yaml' is an agent, which this version checks and does not run\nhelp: check it with 'jamjet validate', and run a workflow\n" });
  }
});

it("checks a fleet with the files of its workflows", () => {
  const fleet = 'version: 1\nworkflows:\n  w: {file: w.yaml, schedule: {cron: "0 9 * * *"}}\n';
  const jamjet = project({ "fleet.yaml": fleet, "w.yaml": unreached, "bad.yaml": fleet.replace("w.yaml", "v.yaml") });
  expect(jamjet(["validate", "fleet.yaml"])).toEqual({ code: 0, out: "Valid. fleet, 0 agents, 1 workflow, 1 schedule\n", err: "" });
  expect(codes(jamjet(["validate", "bad.yaml"]))).toEqual(["error[JJ2009]"]);
  expect(jamjet(["run", "fleet.yaml"])).toMatchObject({ code: 2, err: expect.stringContaining("'fleet.yaml' is a fleet, which this version checks and does not run") });
});

it("refuses to run a workflow that starts another one, by name", () => {
  const outer = "workflow: {id: o, version: 1.0.0, start: a}\nnodes:\n  a: {type: subgraph, workflow_ref: w.yaml, next: end}\n  end: {type: end}\n";
  const jamjet = project({ "o.yaml": outer, "w.yaml": unreached });
  expect(jamjet(["validate", "o.yaml"])).toMatchObject({ code: 0 });
  expect(jamjet(["run", "o.yaml"])).toMatchObject({ code: 1, err: expect.stringContaining("workflows that start others (`subgraph`)") });
});
