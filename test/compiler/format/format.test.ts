import { expect, it } from "vitest";
import { format } from "../../../compiler/index.ts";

/** The document in its canonical form, which has none other. */
function formatted(text: string): string {
  const once = format({ uri: "file:///w.yaml", text });
  if (!once.ok) throw new Error(once.diagnostics[0]?.message);
  expect(format({ uri: "file:///w.yaml", text: once.text }), "once is enough").toEqual(once);
  return once.text;
}

const page = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

it("puts keys in the order of their declarations, and nodes in none", () => {
  expect(formatted("nodes:\n  b:\n    next: a\n    prompt: x\n    type: model\n  a: {type: end}\nworkflow:\n  start: b\n  id: w\n")).toBe(
    page("workflow:", "  id: w", "  start: b", "", "nodes:", "  b:", "    type: model", "    prompt: x", "    next: a", "", "  a: {type: end}"),
  );
});

it("orders by the canonical name of an alias, and by the unit of a duration", () => {
  expect(formatted("nodes:\n  a:\n    timeout_hours: 3\n    system_prompt: x\n    model_ref: m\n    type: model\n")).toBe(page("nodes:", "  a:", "    type: model", "    model_ref: m", "    system_prompt: x", "    timeout_hours: 3"));
});

it("leaves a key that nobody declared behind the key it was written behind", () => {
  expect(formatted("nodes:\n  a:\n    next: b\n    promt: x\n    model: m\n    type: model\n")).toBe(page("nodes:", "  a:", "    type: model", "    model: m", "    next: b", "    promt: x"));
});

it("orders routes, conditions and scorers, and no data", () => {
  expect(formatted("nodes:\n  a:\n    type: eval\n    scorers:\n      - min_score: 3\n        type: llm_judge\n        rubric: r\n    next:\n      - to: b\n        when: x\n  t:\n    type: tool\n    arguments:\n      z: 1\n      a: 2\n")).toBe(
    page("nodes:", "  a:", "    type: eval", "    scorers:", "      - type: llm_judge", "        rubric: r", "        min_score: 3", "    next:", "      - when: x", "        to: b", "", "  t:", "    type: tool", "    arguments:", "      z: 1", "      a: 2"),
  );
});

it("moves what belongs to the header there, with its comments", () => {
  expect(formatted("# spends little\ncost_budget_usd: 1 # a dollar\nworkflow:\n   id: w\n\n   start: a\npolicy:\n    # all of them\n    blocked_tools: ['*']\nnodes: {}\n")).toBe(
    page("workflow:", "  id: w", "", "  start: a", "  policy:", "    # all of them", '    blocked_tools: [\'*\']', "  # spends little", "  cost_budget_usd: 1 # a dollar", "", "nodes: {}"),
  );
});

it("moves nothing that the header has as well, or that a flow header could not take", () => {
  const twice = page("workflow:", "  id: w", "  policy: {}", "", "policy: {}", "", "nodes: {}");
  expect(formatted(twice)).toBe(twice);
  expect(formatted("workflow: {id: w}\npolicy: {}\n")).toBe(page("workflow: {id: w}", "", "policy: {}"));
});

it("keeps each comment with what it speaks of", () => {
  const text = page("# The file.", "", "# The flow.", "workflow:", "    # of the id", "    start: a # behind", "    # at the end of the flow", "nodes:", "    # before the first", "    a:", "        status: failed", "        # what it is", "        type: end", "        # at the end of a", "    # before b", "    b: # a node", "        # of b", "        type: end", "# at the end");
  expect(formatted(text)).toBe(
    page("# The file.", "", "# The flow.", "workflow:", "  # of the id", "  start: a # behind", "  # at the end of the flow", "", "nodes:", "  # before the first", "  a:", "    # what it is", "    type: end", "    status: failed", "    # at the end of a", "", "  # before b", "  b: # a node", "    # of b", "    type: end", "# at the end"),
  );
});

it("puts the comments of what comes first in an item above its dash", () => {
  expect(formatted("nodes:\n  a:\n    type: branch\n    conditions:\n    - next: b\n      # when it is so\n      if: x\n")).toBe(page("nodes:", "  a:", "    type: branch", "    conditions:", "      # when it is so", "      - if: x", "        next: b"));
});

it.each([
  ["literal", "|", ["one", "  two", "", "three # no comment"]],
  ["folded", ">-", ["one", "two", "", "  three"]],
  ["kept", "|+", ["one", "", ""]],
])("moves a %s text and changes no character of it", (_, header, lines) => {
  const body = (indent: number): readonly string[] => lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  expect(formatted(page("nodes:", "     a:", "          type: model", `          prompt: ${header} # why`, ...body(17), "          model: m"))).toBe(page("nodes:", "  a:", "    type: model", "    model: m", `    prompt: ${header} # why`, ...body(6)));
});

it("keeps an indentation that a text is told by a number", () => {
  expect(formatted("nodes:\n    a:\n        prompt: |2\n            deeper\n          text\n        type: model\n")).toBe(page("nodes:", "  a:", "    type: model", "    prompt: |2", "        deeper", "      text"));
});

it("writes single quotes as double ones, unless something inside would need a backslash", () => {
  expect(formatted("nodes:\n  'a':\n    type: 'end'\n    description: 'it''s'\n  b:\n    description: 'say \"x\"'\n    type: end\n  c: {type: 'end'}\n")).toBe(page("nodes:", '  "a":', '    type: "end"', '    description: "it\'s"', "", "  b:", "    type: end", "    description: 'say \"x\"'", "", "  c: {type: 'end'}"));
});

it("keeps texts and brackets that go over several lines", () => {
  const text = page("workflow:", "  id: w", '  description: "one', "", '    two"', "  labels: {", "      a: b, # the first", "      c: d }", "  state_schema:", "    a:", "      str");
  expect(formatted(text)).toBe(text);
  expect(formatted(text.replace(/^ +/gm, "$&$&"))).toBe(page("workflow:", "  id: w", '  description: "one', "", '      two"', "  labels: {", "          a: b, # the first", "          c: d }", "  state_schema:", "    a:", "        str"));
});

it("keeps an anchor before its aliases", () => {
  const text = page("nodes:", "  a:", "    retry: &r {max_attempts: 2}", "    type: http", "    policy: *r", "    url: u", "", "  b:", "    type: http", "    url: u", "    retry: *r");
  expect(formatted(text)).toBe(text);
});

it("keeps the kind of line break and the byte order mark, and ends the last line", () => {
  expect(formatted("\ufeffnodes:\r\n    a: {type: end}")).toBe("\ufeffnodes:\r\n  a: {type: end}\r\n");
});

it("leaves a document in brackets as it is", () => {
  const text = '{"workflow": {"id": "w"},\n "nodes": {}}';
  expect(formatted(text)).toBe(text);
});

it.each([["an open quote", 'a: "x\n'], ["a tab", "a:\n\tb: 1\n"], ["a key twice", "a: 1\na: 2\n"], ["a template without quotes", "a: {{ x }}\n"]])("says of %s what is wrong instead of guessing", (_, text) => {
  expect(format({ uri: "file:///w.yaml", text })).toMatchObject({ ok: false, diagnostics: [{ severity: "error" }] });
});

it.each([
  ["without a value", "    question: str\n    ? str\n"],
  ["with one", "    ? question\n    : str\n"],
])("leaves a document as it is whose keys stand behind a question mark: %s", (_, keys) => {
  const text = `workflow:\n  id: ask\n  version: 0.1.0\n  start: end\n  state_schema:\n${keys}nodes:\n  end:\n    type: end\n`;
  expect(format({ uri: "a.yaml", text })).toEqual({ ok: true, text });
});
