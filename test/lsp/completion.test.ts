import { expect, it } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol/node";
import { nothingAround } from "../../lsp/completion/around.ts";
import { completionsAt } from "../../lsp/completion/complete.ts";
import type { Candidate } from "../../lsp/completion/candidate.ts";
import { withoutStops } from "../../lsp/completion/whole-documents.ts";
import { compile } from "../../compiler/index.ts";
import { fixtureProject } from "../support/fixture-project.ts";
import { at, connectEditor, marked, openIn } from "../support/editor.ts";

const around = { ...nothingAround, envNames: () => ["API_KEY"], files: () => ["prompts/ask.md"] };

function candidates(source: string): readonly Candidate[] {
  const { snapshot, offset } = at(source, { project: { ...fixtureProject("library"), fileExists: () => true } });
  return completionsAt(snapshot, offset, around).candidates;
}

function labels(source: string): readonly string[] {
  return candidates(source).map(({ label }) => label);
}

/** A document after the editor has taken a candidate, its stops filled with what they propose. */
function accepted(source: string, label: string): string {
  const { text, offset } = marked(source);
  const { snapshot } = at(source, { project: fixtureProject("library") });
  const { candidates: all, start, end } = completionsAt(snapshot, offset, around);
  const { insert = label, snippet = insert } = all.find((each) => each.label === label) ?? { insert: "nothing is offered under this label" };
  const indentation = /^ */.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
  return text.slice(0, start) + withoutStops(snippet).replaceAll("\n", `\n${indentation}`) + text.slice(end);
}

const header = "workflow: {id: a, version: 0.1.0, start: ask, state_schema: {question: str, answer: str, plan: {steps: 'list[str]'}}}\n";
const ask = `${header}nodes:\n  ask:\n    type: model\n    model: fast\n    prompt: hi\n    output_key: answer\n    next: end\n`;

it("offers the keys of a node, those that it lacks first, and none that it has", () => {
  const found = labels(`${header}nodes:\n  ask:\n    type: model\n    model: fast\n    $0\n`);
  expect(found.slice(0, 2).toSorted()).toEqual(["output_key", "prompt"]);
  expect(found).toContain("retry");
  expect(found).not.toContain("model");
  expect(found).not.toContain("arguments");
});

it("offers keys where one is half written, which YAML takes for a part of the next line", () => {
  expect(labels(`${header}nodes:\n  ask:\n    type: model\n    mod$0\n    prompt: hi\n    next: end\n`)).toContain("model");
  expect(labels("workflow:\n  id: a\n  sta$0\n  version: 0.1.0\n")).toContain("state_schema");
});

it.each([
  ["workflow:\n  $0\n", "version"],
  ["work$0", "workflow"],
  [`${header}$0`, "nodes"],
  [`${ask}    retry:\n      $0`, "max_attempts"],
  [`${ask}    retry: {$0}`, "backoff"],
  [`${header}nodes:\n  ask:\n    type: branch\n    conditions:\n      - $0`, "if"],
  [`${header}nodes:\n  ask:\n    type: branch\n    conditions:\n      - if: x\n        $0`, "next"],
  [`${header}nodes:\n  ask:\n    type: eval\n    scorers:\n      - type: assertion\n        $0`, "check"],
  [`${header}nodes:\n  ask:\n    type: eval\n    scorers: [{type: llm_judge, $0}]`, "rubric"],
  [`${ask}    next:\n      - $0`, "when"],
  [`${header}nodes:\n  ask:\n    $0`, "type"],
  [`${header}nodes:\n  ask:\n    pro$0`, "prompt"],
  [`${header}nodes:\n  ask:\n    type: condition\n    $0`, "conditions"],
  ["agent:\n  id: a\n  strategy: critic\n  strategy_config:\n    $0", "max_rounds"],
  ["agent:\n  $0", "strategy"],
  ["agents:\n  helper:\n    $0", "goal"],
  ["version: 1\nrules:\n  - $0", "match"],
  [`${header}nodes:\n  ask:\n    type: tool\n    server: library\n    tool: search\n    arguments:\n      $0`, "query"],
  [`${header}nodes:\n  ask:\n    type: subgraph\n    workflow_ref: flows/score.yaml\n    input_mapping:\n      $0`, "text"],
  [`${header}nodes:\n  ask:\n    type: model\n    model: fast\n    prompt: hi\n    output_schema: {score: int}\n    output_to_state: {$0}\n    next: end\n  end: {type: end}\n`, "score"],
  [`workflow:\n  id: a\n  version: 0.1.0\n  state_schema:\n    $0\n  start: ask\nnodes:\n  ask: {type: model, model: fast, prompt: hi, output_key: missing, next: end}\n  end: {type: end}\n`, "missing"],
])("knows the keys of every place: %j", (text, key) => {
  expect(labels(text)).toContain(key);
});

it.each([
  [`${header}nodes:\n  ask:\n    type: $0\n`, "human_approval"],
  [`${ask}    timeout: $0\n`, "30s"],
  [`${ask}    effect: $0\n`, "idempotent"],
  [`${ask}    retry: $0\n`, "io_default"],
  [`${ask}    retry: {retry_on: [$0]}\n`, "rate_limited"],
  [`${ask}    on_error: $0\n  mend: {type: end}\n`, "mend"],
  ["workflow:\n  id: a\n  start: $0\nnodes:\n  first: {type: end}\n", "first"],
  [`${header}on_budget_exceeded: $0\nnodes: {end: {type: end}}\n`, "pause"],
  [`${header}nodes:\n  ask:\n    type: model\n    output_key: $0\n`, "answer"],
  [`${header}nodes:\n  ask:\n    type: model\n    model: $0\n`, "smart"],
  [`${header}nodes:\n  ask:\n    type: model\n    model: cl$0\n`, "claude-sonnet-4-6"],
  [`${header}nodes:\n  ask:\n    type: model\n    prompt_file: $0\n`, "prompts/ask.md"],
  [`${header}nodes:\n  ask:\n    type: tool\n    server: $0\n`, "library"],
  [`${header}nodes:\n  ask:\n    type: tool\n    server: library\n    tool: $0\n`, "search"],
  [`${header}nodes:\n  ask:\n    type: model\n    tools: [$0]\n`, "library.search"],
  ["workflow:\n  state_schema:\n    a: $0\n", "list[str]"],
  ["version: 1\nrules:\n  - match: $0\n", "library.*"],
  ["version: 1\nrules:\n  - match: x\n    action: $0\n", "require_approval"],
  ["agent:\n  strategy: $0\n", "debate"],
  [`${header}nodes:\n  ask:\n    type: tool\n    server: library\n    tool: search\n    arguments:\n      kinds: [$0]\n`, "paper"],
  ["workflow:\n  continue_as_new: $0\n", "true"],
  [`${header}oauth:\n  requested_scopes: [read]\n  client_secret: $0\n`, "${API_KEY}"],
  [`${header}oauth:\n  requested_scopes: [mail.read]\nnodes:\n  ask:\n    type: http\n    oauth_scopes:\n      required_scopes: [$0]\n`, "mail.read"],
])("knows the values of every place: %j", (text, value) => {
  expect(labels(text)).toContain(value);
});

it("offers nodes that others lead to where they are missing", () => {
  expect(labels(`${ask.replace("next: end", "next: review")}\n  $0\n`)[0]).toBe("review");
});

it("offers first what nothing leads to yet, then what is still to be written, and a node itself last", () => {
  expect(labels(`${ask.replace("next: end", "next: $0")}  look: {type: model, next: later}\n  back: {type: model, next: ask}\n`)).toEqual(["look", "back", "later", "end", "[]", "ask"]);
  expect(labels(`${ask.replace("next: end", "next: rev$0")}  end: {type: end}\n`)).toEqual(["end", "ask"]);
  expect(labels(`${header.replace("start: ask", "start: $0")}nodes:\n  ask: {type: model, next: look}\n  look: {type: end}\n`)).toEqual(["ask", "look"]);
});

it("offers the way on among the keys that a node wants", () => {
  expect(labels(`${header}nodes:\n  ask:\n    type: tool\n    $0\n`).slice(0, 3)).toEqual(["server", "tool", "next"]);
});

it("offers branches to those that wait for them, a join to what forks, and the keys of a kind before those of all kinds", () => {
  const forked = (join: string, waits: string): string => `${header}nodes:\n  ask: {type: parallel, branches: [a, b], join: ${join}}\n  c: {type: model}\n  a: {type: model}\n  b: {type: model}\n  j: {type: join, wait_for: [${waits}]}\n`;
  expect(labels(forked("$0", "a, b"))[0]).toBe("j");
  expect(labels(forked("j", "$0"))).toEqual(["a", "b", "ask", "c", "j"]);
  const keys = labels(`${header}nodes:\n  ask:\n    type: wait\n    $0\n`);
  expect(keys.indexOf("labels")).toBeGreaterThan(keys.indexOf("correlation_key"));
});

it("offers models where models are allowed, and tools where tools are blocked", () => {
  expect(labels("workflow:\n  policy: {model_allowlist: [$0]}\n").filter((label) => label.startsWith("library"))).toEqual([]);
  expect(labels("workflow:\n  policy: {blocked_tools: [$0]}\n")).not.toContain("smart");
  expect(labels("workflow:\n  policy: {blocked_tools: [$0]}\n")).toContain("library.*");
});

it("offers files of the kind that is meant first, and never the document itself", () => {
  const files = (source: string): readonly string[] => {
    const { snapshot, offset } = at(source);
    return completionsAt(snapshot, offset, { ...around, files: () => ["prompts/ask.md", "flows/score.yaml", "score.py", "work.yaml"] }).candidates.map(({ label }) => label);
  };
  expect(files(`${header}nodes:\n  ask: {type: subgraph, workflow_ref: $0}\n`)[0]).toBe("flows/score.yaml");
  expect(files(`${header}nodes:\n  ask: {type: model, prompt_file: $0}\n`)).toEqual(["prompts/ask.md", "flows/score.yaml", "score.py"]);
  expect(files(`${header}nodes:\n  ask: {type: eval, scorers: [{type: custom, module: $0}]}\n`)[0]).toBe("score.py");
});

it("offers what of the state an argument may be, as a text that keeps its type", () => {
  const text = `${header}nodes:\n  ask:\n    type: tool\n    server: library\n    tool: search\n    arguments:\n      query: $0\n    output_key: answer\n    next: end\n  end: {type: end}\n`;
  expect(candidates(text)[0]).toMatchObject({ label: "{{ state.question }}", filter: "question", detail: "str" });
  expect(compile({ uri: "new.yaml", text: accepted(text, "{{ state.question }}") }, { project: fixtureProject("library") }).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("offers what a unit of a fleet may use, when it may run, and names before the keys of what is told at length", () => {
  const fleet = (unit: string): string => `version: 1\ntools:\n  look: {description: Looks}\nagents:\n  writer:\n    strategy: react\n    ${unit}\nworkflows:\n  nightly: {file: a.yaml}\n`;
  expect(labels(fleet("uses: [$0]"))).toEqual(["tool:look", "mcp:docs", "mcp:web", "mcp:library", "agent:writer", "workflow:nightly"]);
  expect(labels(fleet("uses:\n      - agent:w$0"))).toContain("agent:writer");
  expect(accepted(fleet("schedule: {cron: $0}"), "*/15 * * * *")).toContain('{cron: "*/15 * * * *"}');
  expect(accepted(fleet('schedule: {cron: "$0"}'), "0 9 * * *")).toContain('{cron: "0 9 * * *"}');
  expect(labels(fleet("schedule: {timezone: Europe/B$0}"))).toContain("Europe/Berlin");
  expect(labels(fleet("tools: [$0]"))[0]).toBe("library.search");
});

it("writes a node with the keys that it must have", () => {
  expect(accepted(`${header}nodes:\n  $0\n`, "tool")).toBe(`${header}nodes:\n  name:\n    type: tool\n    server: \n    tool: \n    next: \n`);
  expect(accepted(`${header}nodes:\n  ask:\n    type: $0\n`, "http")).toBe(`${header}nodes:\n  ask:\n    type: http\n    url: ""\n    next: \n`);
});

it("writes a value of the right shape behind a key, however deep its line is", () => {
  expect(accepted(`${ask}    retr$0\n`, "retry")).toBe(`${ask}    retry: \n`);
  expect(accepted(`${header}nodes:\n  ask:\n    type: branch\n    $0`, "conditions")).toBe(`${header}nodes:\n  ask:\n    type: branch\n    conditions:\n      - if: ""\n        next: `);
  expect(accepted(`${header}nodes:\n  ask:\n    type: eval\n    scorers:\n      - $0`, "type")).toBe(`${header}nodes:\n  ask:\n    type: eval\n    scorers:\n      - type: `);
  expect(accepted("workflow: {id: a, $0}", "token_budget")).toBe("workflow: {id: a, token_budget: {input_tokens: }}");
});

it("writes a judge with all that a judge must have, so that nothing is wrong once it is filled in", () => {
  const text = accepted(`${ask.replace("next: end", "next: judge")}  $0\n  end: {type: end}\n`, "eval").replace("  name:", "  judge:");
  const filled = text.replace('rubric: ""', 'rubric: "is it short?"').replace(/model: $/m, "model: fast").replace(/next: $/m, "next: end");
  expect(compile({ uri: "new.yaml", text: filled }, { project: fixtureProject("library") }).diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(filled).toContain("type: llm_judge");
});

it("replaces a key and leaves its colon", () => {
  expect(accepted("workflow:\n  ver$0sin: 0.1.0\n", "version")).toBe("workflow:\n  version: 0.1.0\n");
});

it("writes the space behind a colon that has none", () => {
  expect(accepted(`${header}nodes:\n  ask:\n    type:$0`, "end")).toBe(`${header}nodes:\n  ask:\n    type: end`);
});

it.each(["a new workflow", "a new agent", "a new fleet of agents", "a new policy"])("offers whole documents in an empty file, in which nothing is wrong: %s", (label) => {
  const text = accepted("$0", label);
  expect(compile({ uri: "new.yaml", text }, { project: fixtureProject("") }).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});

it("offers the codes of findings in the comment that takes them back", () => {
  expect(labels(`# $0\n${ask}`)).toEqual(["jamjet-ignore"]);
  const found = candidates(`${ask}  # jamjet-ignore $0\n  alone: {type: end}\n  end: {type: end}\n`);
  expect(found[0]?.detail).toBe("unreachable-node");
});

it("offers nothing in texts, in comments and behind values", () => {
  for (const text of ["workflow:\n  state_schema:\n    a: str\n    $0\n  start: x\n", `${ask}    output_schema:\n      a: str\n      $0\n`, `${ask}    description: so$0`, `${ask}# why $0`, `${header}nodes: {end: {type: end} $0}`]) expect(labels(text).filter((label) => label !== "jamjet-ignore")).toEqual([]);
});

it("offers as many nodes as anybody reads, and others when more is written", () => {
  const nodes = Array.from({ length: 3000 }, (_, index) => `  n${index}: {type: end}\n`).join("");
  const { snapshot, offset } = at(`${header.replace("start: ask", "start: n2$0")}nodes:\n${nodes}`);
  const { candidates: few, isIncomplete } = completionsAt(snapshot, offset);
  expect(isIncomplete).toBe(true);
  expect(few.length).toBeLessThan(300);
  expect(few.every(({ label }) => label.includes("n2"))).toBe(true);
});

it("answers an editor in its own words, and tells about an item when it is looked at", async () => {
  const editor = connectEditor();
  const { text, offset } = marked(`${header}nodes:\n  ask:\n    type: ht$0tq\n`);
  await openIn(editor, text, "file:///work.yaml", { textDocument: { completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, documentationFormat: ["markdown"] } } } });
  const line = text.slice(0, offset).split("\n").length - 1;
  const list: CompletionList = await editor.client.sendRequest("textDocument/completion", { textDocument: { uri: "file:///work.yaml" }, position: { line, character: 12 } });
  const item = list.items.find(({ label }) => label === "http");
  expect(item?.textEdit).toEqual({ newText: 'http\nurl: "${1}"\nnext: ${2}', insert: { start: { line, character: 10 }, end: { line, character: 12 } }, replace: { start: { line, character: 10 }, end: { line, character: 14 } } });
  expect(item?.documentation).toBeUndefined();
  const resolved: CompletionItem = await editor.client.sendRequest("completionItem/resolve", item);
  expect(resolved.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("Sends one HTTP request") as string });
  editor.client.end();
});
