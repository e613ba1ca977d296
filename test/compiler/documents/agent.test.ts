import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { agentSchema } from "../../../schemas/generate/json-schema.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";

const limits = "  limits: {max_iterations: 10, max_cost_usd: 1.5, timeout_seconds: 60}\n";
const head = `agent:\n  id: helper\n  strategy: react\n  goal: "Find out about {{ state.topic }}"\n  model: gpt-4o\n  state_schema: {topic: str}\n`;

/** What is said of an agent, each with the words that it points at. */
function check(text: string, ...said: readonly string[]): void {
  const { diagnostics, other } = compile({ uri: "agent.yaml", text }, { project: { servers: ["library"], fileExists: () => true, lock: new Map([["library", new Map([["search", { name: "search", description: "", inputSchema: {} }]])]]) } });
  expect(diagnostics.map(({ code, message, span }) => `${code} «${text.slice(span.start, span.end)}» ${message}`)).toEqual(said);
  expect(other !== undefined).toBe(said.length === 0);
}

it("knows an agent by its top level, and says what it is", () => {
  check(head + limits);
  expect(compile({ uri: "agent.yaml", text: head + limits }).other).toEqual({ kind: "agent", id: "helper", version: "0.1.0", strategy: "react" });
});

it("wants all three limits, and what every agent has", () => {
  check(`${head}  limits: {max_iterations: 10, max_cost_usd: 0}\n`, "JJ1102 «limits» 'limits' needs 'timeout_seconds'", "JJ1107 «0» 'max_cost_usd' must be more than 0 and at most 1000000000, found 0");
  check(`agent:\n  id: helper\n  strategy: react\n${limits}`, "JJ1102 «react» 'agent' needs 'model'", "JJ1102 «react» 'agent' needs 'goal'");
});

it("lets the strategy decide what may be set of it", () => {
  check(`${head}${limits}  strategy_config: {max_steps: 3}\n`, "JJ1101 «max_steps» unknown key 'max_steps' in 'strategy_config'");
  check(`${head.replace("react", "plan-and-execute")}${limits}  strategy_config: {max_steps: 3}\n`);
  check(`${head.replace("react", "critic")}${limits}  strategy_config: {rubric: "{{ state.tpic }}"}\n`, "JJ2002 «tpic» 'tpic' is not declared in 'state_schema'");
});

it("says one thing of a misspelt strategy, and reads the rest as what was meant", () => {
  check(`${head.replace("react", "critc")}${limits}`, "JJ1105 «critc» 'critc' is not one of react, plan-and-execute, critic, reflection, consensus, debate");
  check(`${head.replace("react", "critc")}${limits}  strategy_config: {max_rouds: 2}\n`, "JJ1105 «critc» 'critc' is not one of react, plan-and-execute, critic, reflection, consensus, debate", "JJ1101 «max_rouds» unknown key 'max_rouds' in 'strategy_config'");
  check(`${head.replace("react", "thinking")}`, "JJ1105 «thinking» 'thinking' is not one of react, plan-and-execute, critic, reflection, consensus, debate");
});

it("checks templates against the agent's own state, and keeps secrets out of them", () => {
  check(`${head}${limits}  system: "{{ state.topic | upperr }} {{ env.SHOP_API_KEY }}"\n`, "JJ3102 «upperr» unknown filter 'upperr'", "JJ6014 «env.SHOP_API_KEY» the secret 'env.SHOP_API_KEY' must not stand in 'system'");
  check(head.replace("  state_schema: {topic: str}\n", "") + limits, "JJ2002 «topic» 'topic' is not declared in 'state_schema'");
  check(head.replace("str}", "strr}") + limits, "JJ5001 «strr» 'strr' is not a type: no type has this name");
});

it("knows the servers of the project and what is locked of them", () => {
  check(`${head}${limits}  tools: [library.search, sum, {name: add, description: Adds., input_schema: {a: int}}]\n  mcp: {servers: [library]}\n`);
  check(`${head}${limits}  tools: [library.serch, libary.search]\n  mcp: {servers: [libary]}\n`, "JJ2006 «library.serch» the MCP server 'library' has no tool 'serch'", "JJ2005 «libary.search» no MCP server is called 'libary' in jamjet.toml");
});

it("takes a warning back by a comment, as everywhere", () => {
  const text = `${head}${limits}  tools: [nobody.search]   # jamjet-ignore JJ2005: it comes with the next release\n`;
  expect(compile({ uri: "agent.yaml", text }).diagnostics).toEqual([]);
});

const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(agentSchema());
const agent: JsonObject = { id: "helper", strategy: "react", goal: "Help.", model: "gpt-4o", limits: { max_iterations: 1, max_cost_usd: 1, timeout_seconds: 1 } };
const documents: readonly (readonly [Json, "fine" | "wrong"])[] = [
  [agent, "fine"],
  [{ ...agent, autonomy: "guided", tools: ["a.b", { name: "c", description: "d", input_schema: { type: "object", properties: {} } }] }, "fine"],
  [{ ...agent, autonomy: { level: "guided", blocked_tools: ["x*"] }, system_prompt: "Be brief." }, "fine"],
  [{ ...agent, strategy: "debate", strategy_config: { rounds: 2 } }, "fine"],
  [{ ...agent, strategy_config: { rounds: 2 } }, "wrong"],
  [{ ...agent, strategy: "guess" }, "wrong"],
  [{ ...agent, limits: {} }, "wrong"],
  [{ ...agent, autonomy: { blocked_tools: [] } }, "wrong"],
  [{ ...agent, tools: [{ name: "c" }] }, "wrong"],
  [{ ...agent, temperature: 1 }, "wrong"],
  [[agent], "wrong"],
];

it.each(documents)("decoder and JSON Schema agree on the agent %j", (document, verdict) => {
  const { other } = compile({ uri: "agent.yaml", text: JSON.stringify({ agent: document }) }, { project: { servers: ["a"], fileExists: () => true } });
  expect({ read: other !== undefined, accepted: accepts({ agent: document }) }).toEqual({ read: verdict === "fine", accepted: verdict === "fine" });
});
