import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { compile, type Compiled } from "../../../compiler/index.ts";
import { fleetSchema } from "../../../schemas/generate/json-schema.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";

const files: { readonly [path: string]: string } = {
  "flows/report.yaml": "workflow: {id: report, version: 0.1.0, start: ask, state_schema: {topic: str, days: int, said: str}}\nnodes:\n  ask: {type: model, model: gpt-4o-mini, prompt: \"{{ state.topic }} {{ state.days }}\", output_key: said, next: end}\n  end: {type: end}\n",
  "flows/no.yaml": "a: 1\n",
  "flows/asks.yaml": "workflow: {id: asks, version: 0.1.0, start: ask, state_schema: {topic: str, said: str}}\nnodes:\n  ask: {type: model, model: gpt-4o-mini, prompt_file: prompts/ask.md, output_key: said, next: end}\n  end: {type: end}\n",
  "flows/prompts/ask.md": "{{ state.topic }}",
};

function judged(text: string): Compiled {
  const textOf = (path: string): { readonly ok: true; readonly text: string } | { readonly ok: false } => (files[path] === undefined ? { ok: false } : { ok: true, text: files[path] });
  return compile({ uri: "fleet.yaml", text }, { project: { servers: ["library"], fileExists: () => true, textOf } });
}

/** What is said of a fleet, each with the words that it points at. */
function check(text: string, ...said: readonly string[]): void {
  const { diagnostics, blocks } = judged(text);
  expect(diagnostics.map(({ code, message, span }) => `${code} «${text.slice(blocks.absolute(span).start, blocks.absolute(span).end)}» ${message}`)).toEqual(said);
}

const limits = "{max_iterations: 10, max_cost_usd: 1, timeout_seconds: 60}";
const agents = (more = ""): string => `version: 1\nagents:\n  writer:\n    strategy: react\n    goal: Write.\n    model: gpt-4o\n    limits: ${limits}\n${more}`;

it("knows a fleet by its agents or workflows, and says what it holds", () => {
  const text = `${agents('    schedule: {cron: "0 9 * * *"}\n')}workflows:\n  report: {file: flows/report.yaml}\n`;
  expect(judged(text)).toMatchObject({ diagnostics: [], other: { kind: "fleet", agents: ["writer"], workflows: ["report"], schedules: 1 } });
});

it("wants a model and limits of each agent, unless there are defaults", () => {
  const bare = "agents:\n  writer: {strategy: react, goal: Write.}\n";
  check(`version: 1\n${bare}`, "JJ1102 «writer» agent 'writer' needs 'model'", "JJ1102 «writer» agent 'writer' needs 'limits'");
  check(`version: 1\ndefaults: {model: gpt-4o, limits: ${limits}}\n${bare}`);
  check(`version: 1\ndefaults: 3\n${bare}`, "JJ1103 «3» 'defaults' must be a mapping, found the number 3");
});

it("checks workflows that stand in it as workflows, with the places that they have there", () => {
  const flow = (next: string, prompt: string): string => `version: 1\nworkflows:\n  a:\n    start: ask\n    state_schema: {topic: str}\n    nodes:\n      ask: {type: model, model: gpt-4o, prompt: "${prompt}", output_key: topic, next: ${next}}\n      end: {type: end}\n    uses: ["workflow:a"]\n`;
  check(flow("end", "x"), "JJ2017 «\"workflow:a\"» 'a' uses itself");
  check(flow("nd", "{{ state.topc }}").replace(/ {4}uses.*\n/, ""), "JJ2002 «topc» 'topc' is not declared in 'state_schema'", "JJ2001 «nd» no node is called 'nd'");
  check("version: 1\nworkflows:\n  a: {start: end, nodes: {end: {type: end}}, sart: 1}\n", "JJ1101 «sart» unknown key 'sart' in the workflow header");
  check("version: 1\nworkflows:\n  a: 3\n", "JJ1103 «3» workflow 'a' must be a mapping with 'start' and 'nodes', or with a 'file', found the number 3");
});

it("holds what a schedule gives against the state of the file that its workflow is in", () => {
  const flow = (input: string): string => `version: 1\nworkflows:\n  report: {file: flows/report.yaml, schedule: {cron: "0 9 * * *", input: ${input}}}\n`;
  check(flow("{topic: owls, days: 3}"));
  check(flow("{topic: owls, days: three}"), "JJ5016 «three» input 'days' must be int, found str");
  check(flow("{topics: owls, days: 3}"), "JJ5103 «schedule» 'report' is started without its input 'topic'", "JJ5104 «topics» 'report' has no key 'topics' in its state: the value is left out");
});

it("looks for the files of a workflow in a file where that file is", () => {
  check('version: 1\nworkflows:\n  asks: {file: flows/asks.yaml, schedule: {cron: "0 9 * * *", input: {topic: owls}}}\n');
});

it("says one thing of a file that is no workflow or is not there", () => {
  check("version: 1\nworkflows: {a: {file: flows/no.yaml}}\n", "JJ2019 «flows/no.yaml» 'flows/no.yaml' is no workflow");
  check("version: 1\nworkflows: {a: {file: flows/nothing.yaml}}\n", "JJ2009 «flows/nothing.yaml» the file 'flows/nothing.yaml' does not exist");
});

it("knows its own servers beside those of the project", () => {
  const mcp = "mcp: {servers: {mail: {command: mail-server}}}\n";
  check(`${agents('    tools: [mail.send, library.search]\n    uses: ["mcp:mail", "mcp:library"]\n')}${mcp}`);
  check(`${agents('    uses: ["mcp:post"]\n')}${mcp}`, "JJ2016 «\"mcp:post\"» the fleet has no mcp 'post'");
  check(`${agents()}mcp: {servers: {mail: {comand: mail-server}}}\n`, "JJ1101 «comand» unknown key 'comand' in 'mail'");
});

it("shows the shortest way round, once for each circle, however long a chain is", () => {
  const unit = (name: string, uses: readonly string[]): string => `  ${name}: {strategy: react, goal: Go., model: gpt-4o, limits: ${limits}, uses: [${uses.map((each) => `"agent:${each}"`).join(", ")}]}\n`;
  check(`version: 1\nagents:\n${unit("a", ["b", "c"])}${unit("b", ["c"])}${unit("c", ["a"])}${unit("d", ["a"])}`, "JJ2017 «\"agent:c\"» units use each other in a circle: a → c → a");
  const chain = Array.from({ length: 3_000 }, (_, index) => unit(`u${index}`, index === 2_999 ? [] : [`u${index + 1}`])).join("");
  check(`version: 1\nagents:\n${chain}`);
});

const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(fleetSchema());
const writer: JsonObject = { strategy: "react", goal: "Write.", model: "gpt-4o", limits: { max_iterations: 1, max_cost_usd: 1, timeout_seconds: 1 } };
const flow: JsonObject = { start: "end", nodes: { end: { type: "end" } } };
const documents: readonly (readonly [Json, "fine" | "wrong"])[] = [
  [{ version: 1, agents: { writer } }, "fine"],
  [{ version: 1, workflows: { flow, other: { file: "flows/report.yaml" } } }, "fine"],
  [{ version: 1, workflows: { flow: { start_node: "end", nodes: flow["nodes"] as Json } } }, "fine"],
  [{ version: 1, agents: { writer: { ...writer, schedule: { cron: "0 9 * * *", enabled: false } } } }, "fine"],
  [{ version: 1, agents: { writer: { ...writer, id: "writer" } } }, "wrong"],
  [{ version: 1, agents: { Writer: writer } }, "wrong"],
  [{ version: 1, agents: { writer: { ...writer, schedule: {} } } }, "wrong"],
  [{ version: 1, agents: [writer] }, "wrong"],
  [{ agents: { writer } }, "wrong"],
  [{ version: 1, workflows: { flow: { ...flow, file: "flows/report.yaml" } } }, "wrong"],
  [{ version: 1, workflows: { flow: { start: "end" } } }, "wrong"],
  [{ version: 1, workflows: { Flow: flow } }, "wrong"],
  [{ version: 1, agents: {}, tools: { "a b": { description: "x" } } }, "wrong"],
];

it.each(documents)("decoder and JSON Schema agree on the fleet %j", (document, verdict) => {
  const { other } = judged(JSON.stringify(document));
  expect({ read: other !== undefined, accepted: accepts(document) }).toEqual({ read: verdict === "fine", accepted: verdict === "fine" });
});
