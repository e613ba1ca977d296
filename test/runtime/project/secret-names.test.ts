import { expect, it } from "vitest";
import { localPorts } from "../../../runtime/adapters/local.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import { secretNames } from "../../../runtime/project/secret-names.ts";

const { project } = parseProject(`
[[mcp.servers]]
name = "shop"
command = "\${HOME}/shop"
env = { PLAN = "\${SHOP_PLAN}" }
[[mcp.servers]]
name = "search"
url = "https://search.example"
auth = { bearer = "\${SEARCH_PASS}" }
[models.fast]
base_url = "http://127.0.0.1:1"
api_key_env = "FAST_PASS"
`, "/nowhere/jamjet.toml");

it("takes what jamjet.toml expands and what holds its models' keys for secrets", () => {
  expect(secretNames(project.settings)).toEqual(["FAST_PASS", "HOME", "SHOP_PLAN", "SEARCH_PASS"]);
});

it("takes the providers' own keys for secrets, and nothing that every child process is told", async () => {
  const local = localPorts({ project });
  const { ports, close } = local.ok ? local.value : expect.fail(local.failure.message);
  expect(ports.secrets).toEqual(["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY", "FAST_PASS", "SHOP_PLAN", "SEARCH_PASS"]);
  await close();
});
