import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseProject, readProject } from "../../../runtime/adapters/project.ts";
import { factsOf } from "../../../runtime/project/project.ts";

/** The problems of a `jamjet.toml`, as `line: what stands there: message (help)`. */
function check(text: string): readonly string[] {
  const { problems } = parseProject(text, "/p/jamjet.toml");
  return problems.map(({ place, message, help }) => `${text.slice(0, place.start).split("\n").length}: ${text.slice(place.start, place.end)}: ${message}${help === undefined ? "" : ` (${help})`}`);
}

it("reads every section of the language", () => {
  const text = `
[[mcp.servers]]
name = "search"
command = "npx"
args = ["-y", "server"]
env = { KEY = "\${KEY}" }
[[mcp.servers]]
name = "remote"
url = "https://example.com/mcp"
auth = { bearer = "\${TOKEN}" }
[models.fast]
provider = "openai"
model = "gpt-4o-mini"
timeout = "30s"
[models."claude-sonnet-4-6"]
base_url = "http://localhost:11434/v1"
[model_prices]
"gpt-4o" = { input = 2.5, output = 10 }
[defaults]
provider = "anthropic"
[network]
allow = ["localhost:8080"]
[store]
url = "data/runs.db"
`;
  const { project, problems } = parseProject(text, "/p/jamjet.toml");
  expect(problems).toEqual([]);
  expect(project).toMatchObject({ root: "/p", requires: [], settings: { models: { fast: { timeout: 30_000 } }, model_prices: { "gpt-4o": { input: 2.5 } }, store: { url: "data/runs.db" } } });
  expect(factsOf(project)).toEqual({ file: "/p/jamjet.toml", servers: ["search", "remote"], models: ["fast", "claude-sonnet-4-6"] });
});

it("points at the line of an unknown key and names the nearest", () => {
  expect(check('[[mcp.servers]]\nname = "a"\ncommand = "x"\n\n[[mcp.servers]]\nname = "b"\ncomand = "y"\n')).toEqual([
    "5: mcp.servers: one of 'command', 'url' is missing in 'mcp.servers[1]'",
    "7: comand: unknown key 'comand' in 'mcp.servers[1]' (did you mean 'command'?)",
  ]);
  expect(check("[mpc]\nx = 1\n")[0]).toBe("1: mpc: unknown key 'mpc' (did you mean 'mcp'?)");
  expect(check('[models]\nfast = { modle = "x" }\n')).toEqual(["2: modle: unknown key 'modle' in 'models.fast' (did you mean 'model'?)"]);
  expect(check('text = """\n[store]\n"""\n[store]\nulr = "x"\n')[1]).toBe("5: ulr: unknown key 'ulr' in 'store' (did you mean 'url'?)");
});

it("says what a value must be", () => {
  expect(check('[models.m]\nprovider = "antropic"\ntimeout = "soon"\nbase_url = "localhost"\n')).toEqual([
    "2: \"antropic\": 'models.m.provider' must be one of anthropic, openai, google, openai-compatible, not \"antropic\" (did you mean 'anthropic'?)",
    "3: \"soon\": 'models.m.timeout' must be a duration such as '30s' or '5m', not \"soon\"",
    "4: \"localhost\": 'models.m.base_url' must be an absolute http or https address, not \"localhost\"",
  ]);
  expect(check('[network]\nallow = "localhost"\n')).toEqual(["2: \"localhost\": 'network.allow' must be a list, not \"localhost\""]);
  expect(check("[model_prices]\nx = { input = -1, output = 1 }\n")).toEqual(["2: -1: 'model_prices.x.input' must be between 0 and 1000000, not -1"]);
});

it("takes hosts that a request can have, and nothing that would never match one", () => {
  expect(check('[network]\nallow = ["localhost", "127.0.0.1:8123", "[::1]:80", "a_b.internal", "${HOST}"]\n')).toEqual([]);
  expect(check('[network]\nallow = ["https://a.example/x"]\n')).toEqual([`2: "https://a.example/x": 'network.allow[0]' must be a host such as 'localhost' or 'localhost:8080', not "https://a.example/x"`]);
  for (const host of ["*.internal", "10.0.0.0/8", "::1", "a b", ""]) expect(check(`[network]\nallow = ["${host}"]\n`), host).toHaveLength(1);
});

it("refuses two servers that only case tells apart", () => {
  expect(check('[[mcp.servers]]\nname = "a"\ncommand = "x"\n[[mcp.servers]]\nname = "A"\ncommand = "y"\n')).toEqual(["5: \"A\": two MCP servers are called 'A' (rename one of them)"]);
});

it("points at the line where the text stops being TOML", () => {
  expect(check('[store]\nurl = "a\n')[0]).toMatch(/^2: /);
  expect(check("a = 1\na = 2\n")[0]).toMatch(/^2: /);
});

it("names what the file asks of a runtime that cannot do it yet", () => {
  const { project } = parseProject('[policy]\nfile = "policy.yaml"\n[models.m]\nretry = { max_attempts = 2 }\n', "/p/jamjet.toml");
  expect(project.requires).toEqual([{ feature: "model_retry", by: "models.m.retry" }, { feature: "policy_file", by: "policy" }]);
});

it("finds the nearest jamjet.toml upward, and makes do without one", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-project-")));
  mkdirSync(join(root, "a", "b"), { recursive: true });
  expect(readProject(join(root, "a", "b")).project).toMatchObject({ root: join(root, "a", "b"), file: undefined });
  writeFileSync(join(root, "jamjet.toml"), "");
  expect(readProject(join(root, "a", "b")).project).toMatchObject({ root, file: join(root, "jamjet.toml") });
});

it("refuses a file that is no project's, and says so", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-project-")));
  writeFileSync(join(root, "jamjet.toml"), `# ${"x".repeat(1_048_576)}\n`);
  expect(readProject(root).problems).toMatchObject([{ message: "the file is larger than 1048576 bytes" }]);
});

it("knows the limits that a project may raise, and how far", () => {
  expect(check("[limits]\nnesting = 200\nnodes = 50_000\n")).toEqual([]);
  expect(check("[limits]\nnesting = 10\nnode = 1\naliases = 10_001\n")).toEqual([
    "2: 10: 'limits.nesting' must be between 64 and 256, not 10", "3: node: unknown key 'node' in 'limits' (did you mean 'nodes'?)", "4: 10_001: 'limits.aliases' must be between 100 and 10000, not 10001",
  ]);
});

it("takes the day of a price as a date or a text, and nothing else", () => {
  const price = (day: string): readonly string[] => check(`[model_prices.x]\ninput = 1\noutput = 2\nas_of = ${day}\n`);
  expect([...price("2026-11-01"), ...price('"2026-11-01"')]).toEqual([]);
  expect(price('"last week"')).toEqual([`4: "last week": 'model_prices.x.as_of' must be a date such as 2026-11-21, not "last week"`]);
});

it("refuses a secret backend that is not there", () => {
  expect(check('[secrets]\nbackends = [\n  "env",\n  "vault",\n]\n')).toEqual([`4: "vault": this version has no secret backend 'vault' (write 'env' for the environment, or 'file:<path>' for a file or a folder)`]);
});

it("lays the project's settings over the user's own, key by key, and takes whole what they name", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-project-")));
  const personal = join(root, "config.toml");
  writeFileSync(personal, `
[store]
url = "mine.db"
[defaults]
provider = "openai"
[models.fast]
model = "gpt-4o-mini"
api_key_env = "MY_KEY"
[models.mine]
model = "claude-haiku-4-5"
[network]
allow = ["localhost"]
[[mcp.servers]]
name = "search"
command = "mine"
env = { KEY = "x" }
[[mcp.servers]]
name = "notes"
command = "notes"
`);
  mkdirSync(join(root, "project"));
  writeFileSync(join(root, "project/jamjet.toml"), `
[defaults]
provider = "anthropic"
[models.fast]
base_url = "https://elsewhere.example/v1"
[network]
allow = []
[[mcp.servers]]
name = "search"
command = "theirs"
`);
  const read = (folder: string) => readProject(join(root, folder), { personal });
  expect(read("project")).toMatchObject({ problems: [], project: { file: join(root, "project/jamjet.toml"), settings: { store: { url: "mine.db" }, defaults: { provider: "anthropic" }, network: { allow: [] } } } });
  const { settings } = read("project").project;
  expect(settings.models).toEqual({ fast: { base_url: "https://elsewhere.example/v1" }, mine: { model: "claude-haiku-4-5" } });
  expect(settings.mcp?.servers).toEqual([{ name: "notes", command: "notes" }, { name: "search", command: "theirs" }]);
  mkdirSync(join(root, "alone"));
  expect(read("alone").project).toMatchObject({ root: join(root, "alone"), file: undefined, settings: { store: { url: "mine.db" } } });
  writeFileSync(personal, "[stor]\n");
  expect(read("project").problems).toMatchObject([{ file: personal, message: "unknown key 'stor'" }]);
});

it("points at the end of a file that ends too early, and not behind it", () => {
  const text = "[store]\nurl = [1";
  expect(parseProject(text, "/p/jamjet.toml").problems.map(({ place }) => place)).toEqual([{ start: text.length, end: text.length }]);
});
