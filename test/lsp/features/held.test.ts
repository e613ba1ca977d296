import { expect, it, vi } from "vitest";
import { completionsAt } from "../../../lsp/completion/complete.ts";
import { definitionsAt } from "../../../lsp/features/definition.ts";
import { hierarchyAt, leadingTo, ledToBy } from "../../../lsp/features/call-hierarchy.ts";
import { symbolsIn } from "../../../lsp/features/document-symbols.ts";
import { highlightsAt } from "../../../lsp/features/highlight.ts";
import { hoverAt } from "../../../lsp/features/hover.ts";
import { hintsIn } from "../../../lsp/features/inlay-hint.ts";
import { referencesAt } from "../../../lsp/features/references.ts";
import { renamesAt } from "../../../lsp/features/rename.ts";
import { typesAt } from "../../../lsp/features/type-definition.ts";
import { symbolsHolding } from "../../../lsp/features/workspace-symbols.ts";
import { tokenData } from "../../../lsp/features/semantic-tokens.ts";
import { plainText } from "../../../lsp/markup.ts";
import { placesOf } from "../../../lsp/places.ts";
import { settingsFrom } from "../../../lsp/settings.ts";
import { workflowAt } from "../../../lsp/snapshot.ts";
import { tokenTypes } from "../../../lsp/tokens/legend.ts";
import { tokenBoundaries } from "../../support/authored.ts";
import { at, connectEditor, defaultProject, openIn, withRanges } from "../../support/editor.ts";
import { directServer } from "../../support/every-request.ts";
import { around, type Around } from "../../support/workspace.ts";

const fleet = `version: 1
defaults: {model: quick, limits: {max_iterations: 9, max_cost_usd: 1, timeout_seconds: 60}}
mcp:
  servers:
    files: {command: node}
agents:
  writer:
    strategy: react
    description: Writes things
    state_schema: {topic: str, words: int}
    goal: "{% if state.words %}{{ state.topic }}{% endif %}"
    system: "On {{ state.topic | upper }}"
workflows:
  nightly:
    start: ask
    uses: [agent:writer]
    state_schema: {topic: str, said: str}
    nodes:
      ask: {type: model, model: quick, prompt_file: prompts/ask.md, output_key: said, next: [{when: "state.said == 'no'", to: ask}, {else: look}]}
      look: {type: tool, server: files, tool: read, arguments: {path: "{{ state.topic }}"}, output_key: said, next: done}
      done: {type: end}
  weekly:
    start: ask
    state_schema: {topic: str, said: str}
    nodes:
      ask: {type: model, model: quick, prompt: "{{ state.topic }}", output_key: said, next: done}
      done: {type: end}
`;
const prompt = "Say {{ state.topic }}\n";

/** The fleet with a cursor in it, as the editor asks about it there. */
function asked(place: string): Around {
  const text = fleet.replace(place.replace("$0", ""), place);
  const found = around({ "fleet.yaml": text, "prompts/ask.md": prompt });
  return { ...found, snapshot: workflowAt(found.snapshot, found.offset) };
}

function told(place: string): string | undefined {
  const { snapshot, offset } = asked(place);
  return (hoverAt(snapshot, offset, plainText)?.contents as { readonly value: string } | undefined)?.value;
}

it("tells types and uses of the state of an agent, and of workflows that a fleet holds", () => {
  expect(told("On {{ state.to$0pic")).toBe("state.topic: str\n\nRead by `writer`.");
  expect(told("state_schema: {to$0pic: str, words")).toBe("state.topic: str\n\nRead by `writer`.");
  expect(told("to: a$0sk}")).toMatch(/^ask: model\n/);
  expect(told("output_key: sa$0id, next: [")).toBe("state.said: str\n\nWritten by `ask`, `look`; read by `ask`.");
  expect(told("uses: [agent:wri$0ter]")).toBe("agent writer: react\n\nWrites things\n\nUsed by `nightly`.");
  expect(told("strat$0egy")).toMatch(/^strategy: /);
});

it("tells the same of an agent whose strategy is unknown, missing, or not written yet", () => {
  for (const strategy of ["    strategy: reacts_and_more\n", "    strategy:\n", "    strategy: [react]\n", ""]) {
    const told = (text: string): unknown => {
      const { snapshot, offset } = at(text.replace("    strategy: react\n", strategy));
      return (hoverAt(workflowAt(snapshot, offset), offset, plainText)?.contents as { readonly value: string } | undefined)?.value;
    };
    expect(told(fleet.replace("On {{ state.topic", "On {{ state.to$0pic")), strategy).toBe("state.topic: str\n\nRead by `writer`.");
    const agent = `agent:\n  id: a\n  strategy: react\n  goal: 'On {{ state.to$0pic | upper }}'\n  state_schema: {topic: str}\n`.replace("  strategy: react\n", strategy.slice(2));
    expect(told(agent), strategy).toBe("state.topic: str\n\nRead by `a`.");
  }
});

it("says that a key is not declared, and which one is near", () => {
  const { snapshot, offset } = at(fleet.replace("On {{ state.topic", "On {{ state.to$0pik"));
  expect((hoverAt(workflowAt(snapshot, offset), offset, plainText)?.contents as { readonly value: string }).value.split("\n\n").slice(0, 2)).toEqual(["The state has no key `topik`. The nearest is `topic`.", "Read by `writer`."]);
});

it("leads from names in agents and in workflows of a fleet to what declares them there", () => {
  const led = (place: string): unknown => {
    const { snapshot, offset, library, show } = asked(place);
    return show(definitionsAt(snapshot, offset, library, "utf-16"))["fleet.yaml"];
  };
  expect(led("On {{ state.to$0pic")).toBe("state_schema: {‹topic›: str, words: int}");
  expect(led('prompt: "{{ state.to$0pic }}"')).toBe("state_schema: {‹topic›: str, said: str}");
  expect(led("else: lo$0ok")).toMatch(/^‹look›: \{type: tool/);
  expect(led("server: fi$0les")).toBe("‹files›: {command: node}");
  expect(led("uses: [agent:wri$0ter")).toBe("‹writer›:");
});

it("finds and marks names within the workflow that they belong to, and servers in all of them", () => {
  const marks = (place: string): readonly string[] => {
    const { snapshot, offset, library, show } = asked(place);
    expect(show(referencesAt(snapshot, offset, library, "all"))["fleet.yaml"]?.split("\n")).toHaveLength(withRanges(snapshot, highlightsAt(snapshot, offset).map(({ range }) => range)).split("\n").filter((line) => line.includes("‹")).length);
    return (show(referencesAt(snapshot, offset, library, "all"))["fleet.yaml"] ?? "").split("\n").map((line) => line.slice(0, 30));
  };
  expect(marks("state_schema: {to$0pic: str, words")).toEqual(["state_schema: {‹topic›: str, w", 'goal: "{% if state.words %}{{ ', 'system: "On {{ state.‹topic› |']);
  expect(marks("else: lo$0ok")).toHaveLength(2);
  expect(marks("fi$0les: {command")).toEqual(["‹files›: {command: node}", "look: {type: tool, server: ‹fi"]);
});

it("renames a node of one workflow of a fleet, and a key of its state with its prompt file", () => {
  const renamed = (place: string, next: string): { readonly [path: string]: string } | string => {
    const { snapshot, offset, library, edited } = asked(place);
    const answer = renamesAt(snapshot, offset, next, library);
    return answer === undefined ? "nothing" : "refusal" in answer ? answer.refusal : edited(answer.value.edits);
  };
  const [before = "", weekly = ""] = fleet.split("  weekly:");
  expect(renamed("else: lo$0ok", "search")).toEqual({ "fleet.yaml": fleet.replace("else: look", "else: search").replace("look: {", "search: {") });
  expect(renamed("      a$0sk: {type: model, model: quick, prompt_file", "begin")).toEqual({ "fleet.yaml": `${before.replaceAll(/\bask(?!\.md)/g, "begin")}  weekly:${weekly}` });
  const [agents = "", flows = ""] = before.split("workflows:\n");
  expect(renamed("{{ state.to$0pic }}\"}", "subject")).toEqual({ "fleet.yaml": `${agents}workflows:\n${flows.replaceAll("topic", "subject")}  weekly:${weekly}`, "prompts/ask.md": prompt.replace("topic", "subject") });
  expect(renamed("state_schema: {to$0pic: str, words", "words")).toBe("'words' is taken already");
});

it("renames the key of a state from within the prompt file of a workflow that a fleet holds", () => {
  const { snapshot, offset, library, edited } = around({ "fleet.yaml": fleet, "prompts/ask.md": "Say {{ state.to$0pic }}\n" });
  const answer = renamesAt(snapshot, offset, "subject", library);
  const after = answer !== undefined && "value" in answer ? edited(answer.value.edits) : {};
  expect(after["prompts/ask.md"]).toBe("Say {{ state.subject }}\n");
  expect(after["fleet.yaml"]?.match(/subject/g)).toHaveLength(2);
});

it("knows where the type of a key stands, and who leads to a node of a workflow in a fleet", () => {
  const typed = asked("On {{ state.to$0pic");
  expect(typed.show(typesAt(typed.snapshot, typed.offset, typed.library))["fleet.yaml"]).toBe("state_schema: {topic: ‹str›, words: int}");
  const { snapshot, offset, library } = asked("      lo$0ok: {");
  const [item] = hierarchyAt(snapshot, offset, library);
  if (item === undefined) throw new Error("there is a node");
  expect([leadingTo(item, library).map(({ from }) => from.name), ledToBy(item, library).map(({ to }) => to.name)]).toEqual([["ask"], ["done"]]);
});

it("lists what workflows of a fleet consist of", () => {
  const { snapshot, library } = asked("version$0: 1");
  const names = (symbols: ReturnType<typeof symbolsIn>): unknown => symbols.map(({ name, children = [] }) => (children.length === 0 ? name : { [name]: names(children) }));
  expect(names(symbolsIn(snapshot).filter(({ name }) => name === "workflows"))).toEqual([{ workflows: [{ nightly: ["topic", "said", "ask", "look", "done"] }, { weekly: ["topic", "said", "ask", "done"] }] }]);
  expect(symbolsHolding("look", library).map(({ name, containerName }) => `${containerName} ${name}`)).toEqual(["nightly look"]);
});

it("shows when nodes of a workflow in a fleet are chosen", () => {
  const { snapshot } = asked("version$0: 1");
  const text = snapshot.source.text;
  expect(hintsIn(snapshot, { start: 0, end: text.length }, settingsFrom(undefined)).map(({ words }) => words.map((word) => word.text).join(""))).toContain("if state.said == 'no', or otherwise");
});

it("colours the texts, names and types of agents and of workflows that a fleet holds", () => {
  const { snapshot } = asked("version$0: 1");
  const { places, source: { text } } = snapshot;
  const found: string[] = [];
  let [line, character] = [0, 0];
  const data = tokenData([snapshot]);
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const start = places.offsetAt({ line, character });
    found.push(`${line + 1} ${text.slice(start, start + length)} ${tokenTypes[type]}`);
  }
  expect(found.slice(0, 11)).toEqual(["7 writer class", "8 react enumMember", "10 topic variable", "10 str type", "10 words variable", "10 int type", "11 if keyword", "11 state namespace", "11 words variable", "11 state namespace", "11 topic variable"]);
  expect(found.filter((each) => each.startsWith("19 ")).slice(0, 8)).toEqual(["19 ask class", "19 model enumMember", "19 said variable", "19 state namespace", "19 said variable", "19 == operator", "19 'no' string", "19 ask class"]);
});

it("offers the nodes and keys of the workflow around the cursor, and no others", () => {
  const offered = (place: string): readonly string[] => {
    const { snapshot, offset } = asked(place);
    return completionsAt(snapshot, offset).candidates.map(({ label }) => label);
  };
  expect(offered("else: $0look")).toEqual(["look", "done", "ask"]);
  expect(offered("prompt: \"{{ state.$0topic").slice(0, 2)).toEqual(["topic", "said"]);
  expect(offered("On {{ state.$0topic").slice(0, 2)).toEqual(["topic", "words"]);
  expect(offered("output_key: $0said, next: done}\n      done: {type: end}\n  weekly")).toEqual(expect.arrayContaining(["topic", "said"]));
});

it("follows the keys that a schedule gives to the state of its unit, wherever that stands, and the names of agents and tools that may be used", () => {
  const unit = (schedule: string): string => `version: 1\ntools: {lookup: {description: d}}\nagents:\n  writer: {strategy: react, goal: "{{ state.topic }}", model: quick, state_schema: {topic: str}, schedule: {cron: "@daily", input: ${schedule}}, tools: [lookup], autonomy: {level: guided, blocked_tools: [lookup, "look*"], allowed_delegations: [helper]}}\n  helper: {strategy: react, goal: Help, model: quick}\nworkflows:\n  nightly: {file: flow.yaml, schedule: {cron: "@daily", input: {a: x}}}\n`;
  const flow = "workflow: {id: flow, version: 0.1.0, start: end, inputs: [a], state_schema: {a: str}}\nnodes: {end: {type: end}}\n";
  const renamed = (files: { readonly [path: string]: string }, next: string): unknown => {
    const found = around(files);
    const answer = renamesAt(workflowAt(found.snapshot, found.offset), found.offset, next, found.library);
    return answer === undefined || "refusal" in answer ? answer?.refusal : found.edited(answer.value.edits);
  };
  const whole = unit("{topic: x}");
  expect(renamed({ "fleet.yaml": unit("{to$0pic: x}"), "flow.yaml": flow }, "subject")).toEqual({ "fleet.yaml": whole.replaceAll("topic", "subject") });
  expect(renamed({ "fleet.yaml": whole.replace("{{ state.topic", "{{ state.to$0pic"), "flow.yaml": flow }, "subject")).toEqual({ "fleet.yaml": whole.replaceAll("topic", "subject") });
  const both = { "fleet.yaml": whole.replace("input: {a: x", "input: {b: x"), "flow.yaml": flow.replace("[a]", "[b]").replace("{a: str", "{b: str") };
  expect(renamed({ "fleet.yaml": whole.replace("input: {a: x", "input: {$0a: x"), "flow.yaml": flow }, "b")).toEqual(both);
  expect(renamed({ "fleet.yaml": whole, "flow.yaml": flow.replace("{a: str", "{$0a: str") }, "b")).toEqual(both);
  expect(renamed({ "fleet.yaml": whole.replace("  helper:", "  hel$0per:"), "flow.yaml": flow }, "aide")).toEqual({ "fleet.yaml": whole.replaceAll("helper", "aide") });
  expect(renamed({ "fleet.yaml": whole.replace("{lookup: {", "{loo$0kup: {"), "flow.yaml": flow }, "find")).toEqual({ "fleet.yaml": whole.replaceAll("lookup", "find") });
});

it("counts the uses of keys, draws the workflow at the cursor, and moves prompts to files, in a fleet", async () => {
  const uri = "file:///fleet.yaml";
  const server = connectEditor({ projectOf: () => ({ servers: undefined, fileExists: () => false, textOf: () => ({ ok: true, text: prompt }) }), draw: async ({ id }) => `drawn: ${id}` });
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } } };
  await openIn(server, fleet, uri, capabilities, { commands: ["jamjet.run", "jamjet.showReferences"] });
  const ask = (what: string, more: object = {}): Promise<unknown> => server.client.sendRequest(what, { textDocument: { uri }, ...more });
  const lenses = (await ask("textDocument/codeLens")) as readonly object[];
  const titles = await Promise.all(lenses.map(async (lens) => ((await server.client.sendRequest("codeLens/resolve", lens)) as { readonly command?: { readonly title: string } }).command?.title));
  expect(titles).toEqual(["0 writes, 2 reads", "0 writes, 1 read", "0 writes, 2 reads", "2 writes, 1 read", "0 writes, 1 read", "1 write, 0 reads"]);
  const weekly = placesOf(fleet).positionAt(fleet.indexOf("prompt: "));
  expect(await ask("jamjet/graph", { format: "svg" })).toMatchObject({ text: "drawn: nightly" });
  expect(await ask("jamjet/graph", { format: "svg", position: weekly })).toMatchObject({ text: "drawn: weekly" });
  expect(await ask("jamjet/graph", { format: "svg", position: placesOf(fleet).positionAt(fleet.indexOf("strategy")) })).toMatchObject({ text: "drawn: nightly" });
  const actions = (await ask("textDocument/codeAction", { range: { start: weekly, end: weekly }, context: { diagnostics: [], only: ["refactor"] } })) as readonly { readonly title: string }[];
  expect(actions.map(({ title }) => title)).toEqual(["move the prompt to 'prompts/ask.md'"]);
});

it("answers every request at every beginning of a fleet, at its end and in its middle", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const server = directServer({ projectOf: () => ({ ...defaultProject, textOf: () => ({ ok: true, text: prompt }) }) });
  for (const end of tokenBoundaries(fleet).filter((_, index) => index % 5 === 0)) {
    server.open("file:///fleet.yaml", fleet.slice(0, end));
    server.askAll(end);
    server.askAll(Math.floor(end * 0.8));
    vi.runOnlyPendingTimers();
    expect(server.logged, fleet.slice(0, end)).toEqual([]);
  }
  vi.useRealTimers();
}, 60_000);
