import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseProject, readProject } from "../../../runtime/adapters/project.ts";
import { factsOf } from "../../../runtime/project/project.ts";

/** The problems of a `jamjet.toml`, as `line: message (help)`. */
function check(text: string): readonly string[] {
  const { problems } = parseProject(text, "/p/jamjet.toml");
  return problems.map(({ line, message, help }) => `${line}: ${message}${help === undefined ? "" : ` (${help})`}`);
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
    "5: one of 'command', 'url' is missing in 'mcp.servers[1]'",
    "7: unknown key 'comand' in 'mcp.servers[1]' (did you mean 'command'?)",
  ]);
  expect(check("[mpc]\nx = 1\n")[0]).toBe("1: unknown key 'mpc' (did you mean 'mcp'?)");
  expect(check('[models]\nfast = { modle = "x" }\n')).toEqual(["2: unknown key 'modle' in 'models.fast' (did you mean 'model'?)"]);
  expect(check('text = """\n[store]\n"""\n[store]\nulr = "x"\n')[1]).toBe("5: unknown key 'ulr' in 'store' (did you mean 'url'?)");
});

it("says what a value must be", () => {
  expect(check('[models.m]\nprovider = "antropic"\ntimeout = "soon"\nbase_url = "localhost"\n')).toEqual([
    "2: 'models.m.provider' must be one of anthropic, openai, google, openai-compatible, not \"antropic\" (did you mean 'anthropic'?)",
    "3: 'models.m.timeout' must be a duration such as '30s' or '5m', not \"soon\"",
    "4: 'models.m.base_url' must be an absolute http or https address, not \"localhost\"",
  ]);
  expect(check('[network]\nallow = "localhost"\n')).toEqual(["2: 'network.allow' must be a list, not \"localhost\""]);
  expect(check("[model_prices]\nx = { input = -1, output = 1 }\n")).toEqual(["2: 'model_prices.x.input' must be between 0 and 1000000, not -1"]);
});

it("refuses two servers that only case tells apart", () => {
  expect(check('[[mcp.servers]]\nname = "a"\ncommand = "x"\n[[mcp.servers]]\nname = "A"\ncommand = "y"\n')).toEqual(["5: two MCP servers are called 'A' (rename one of them)"]);
});

it("points at the line where the text stops being TOML", () => {
  expect(check('[store]\nurl = "a\n')[0]).toMatch(/^2: /);
  expect(check("a = 1\na = 2\n")[0]).toMatch(/^2: /);
});

it("names what the file asks of a runtime that cannot do it yet", () => {
  const { project } = parseProject('[policy]\nfile = "policy.yaml"\n[models.m]\nretry = { max_attempts = 2 }\n', "/p/jamjet.toml");
  expect(project.requires).toEqual([{ feature: "model_retry", by: "models.m.retry" }, { feature: "policy", by: "policy" }]);
});

it("finds the nearest jamjet.toml upward, and makes do without one", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-project-")));
  mkdirSync(join(root, "a", "b"), { recursive: true });
  expect(readProject(join(root, "a", "b")).project).toMatchObject({ root: join(root, "a", "b"), file: undefined });
  writeFileSync(join(root, "jamjet.toml"), "");
  expect(readProject(join(root, "a", "b")).project).toMatchObject({ root, file: join(root, "jamjet.toml") });
});
