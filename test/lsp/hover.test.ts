import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hoverAt } from "../../lsp/features/hover.ts";
import { failures } from "../../schemas/failure.ts";
import { markdown, plainText } from "../../lsp/markup.ts";
import { at, connectEditor, defaultProject, openIn, withRanges } from "../support/editor.ts";
import { examples } from "../support/examples.ts";

const header = "workflow: {id: w, version: 0.1.0, start: ask, state_schema: {q: str, score: float | None, tags: list[str], plan: '{title: str, size: int}'}}\n";

/** A workflow with one model, whose prompt and conditions are given. */
function asking(prompt: string, next = "end"): string {
  return `${header}nodes:\n  ask:\n    type: model\n    model: gpt-4o\n    prompt: ${prompt}\n    output_key: q\n    next: ${next}\n  end: {type: end}\n`;
}

/** The page at the cursor as plain text, and the range it belongs to. */
function shown(source: string): { readonly text: string; readonly range: string } | undefined {
  const { snapshot, offset } = at(source);
  const hover = hoverAt(snapshot, offset, plainText);
  if (hover?.range === undefined) return undefined;
  const marked = withRanges(snapshot, [hover.range]);
  return { text: (hover.contents as { readonly value: string }).value, range: marked.slice(marked.indexOf("‹") + 1, marked.indexOf("›")) };
}

describe("of code", () => {
  it.each([
    ["a key of the state", asking("'Say {{ state.$0q }}'"), "state.q", "state.q: str"],
    ["a field of a record", asking("'{{ state.plan.ti$0tle }}'"), "state.plan.title", "state.plan.title: str"],
    ["the value of a filter's subject", asking("'{{ state.ta$0gs | join(\", \") }}'"), "state.tags", "state.tags: list[str]"],
    ["a variable of a comprehension", asking("'{{ [t.upper() for $0t in state.tags] }}'"), "t", "t: str"],
    ["its use", asking("'{{ [$0t.upper() for t in state.tags] }}'"), "t", "t: str"],
    ["a variable of a loop", asking("'{% for t in state.tags %}{{ $0t }}{% endfor %}'"), "t", "t: str"],
    ["a variable that is set", asking("'{% set n = 1 + 2 %}{{ n$0 }}'"), "n", "n: int"],
    ["an arithmetic expression, between its operands", asking("'{{ (state.plan.size + 1)$0 }}'"), undefined, undefined],
    ["a folded text", asking(">\n      Say\n      {{ state.$0q }}"), "state.q", "state.q: str"],
    ["a text in double quotes with escapes", asking('"\\t{{ state.\\x71$0 }}"'), "state.\\x71", "state.q: str"],
    ["a broken expression, as far as it was read", asking("'{{ state.$0q + }}'"), "state.q", "state.q: str"],
  ])("tells the type of %s", (_, source, range, text) => {
    const said = shown(source);
    expect(said && { range: said.range, text: said.text.split("\n\n")[0] }).toEqual(text === undefined ? undefined : { range, text });
  });

  it("gives each field of a long record a line of its own", () => {
    const long = asking("'{{ st$0ate.q }}'").replace("tags: list[str]", "tags: list[str], verdict: 'Literal[\"approved\", \"rejected\"]?'");
    expect(shown(long)?.text).toMatch(/^state: \{\n {2}q: str,\n {2}score: float \| None,\n {2}tags: list\[str\],\n[^]*\n\}\n\n/);
  });

  it("tells what tests on the way leave of a value", () => {
    const routed = (when: string): string => asking("hi").replace("next: end\n", `next: [{when: '${when}', to: end}, {else: end}]\n`);
    expect(shown(routed("state.score is not None and state.sc$0ore >= 0.5"))?.text).toContain("state.score: float\n\nDeclared as `float | None`; the tests on the way here leave `float`.");
    expect(shown(routed("state.score > 0.5 and state.score$0 < 1"))?.text).toContain("Here it is `> 0.5`.");
  });

  it("tells the signatures, the meaning and an example of what has a name", () => {
    expect(shown(asking("'{{ l$0en(state.tags) }}'"))).toEqual({
      range: "len",
      text: "len(value: list | str | dict) -> int\n\nThe number of characters (code points) of a text, items of a list or keys of a mapping.\n\n`len('naïve')` gives `5`",
    });
    expect(shown(asking("'{{ state.tags | jo$0in }}'"))?.text).toContain("list | join(d: str = \"\", attribute?: str | int) -> str");
    expect(shown(asking("'{{ state.q.up$0per() }}'"))?.text).toContain("str.upper() -> str");
    expect(shown(asking("'{{ state.q is defi$0ned }}'"))?.text).toContain("any is defined() -> bool");
    expect(shown(asking("'{{ state.plan.size $0* 2 }}'"))?.text).toContain("int * int -> int");
    expect(shown(asking("'{{ st$0ate.q }}'"))?.text).toContain("The typed state of the execution");
  });
});

describe("of what the language declares", () => {
  it("tells what a key means, whether it must be there, and how else it is spelled", () => {
    expect(shown(asking("hi").replace("prompt:", "pro$0mpt:"))?.text).toBe("prompt: a template\n\nWhat is asked.\n\nExactly one of `prompt`, `prompt_file`.");
    expect(shown(asking("hi").replace("model: gpt", "mod$0el: gpt"))?.text).toContain("Required. Also spelled `model_ref`.");
    expect(shown(asking("hi").replace("next:", "max_vis$0its: 3\n    next:"))?.text).toContain("Without it: `1000`.");
    expect(shown(asking("hi").replace("version:", "versi$0on:"))?.text).toContain("version: a semantic version");
  });

  it("tells what a feature needs of the runtime", () => {
    expect(shown(asking("hi").replace("next:", "oauth_scopes$0: {required: [a]}\n    next:"))?.text).toContain("It needs a runtime that has OAuth delegation");
  });

  it("tells what a type of node does and has, and what an entry of a list is", () => {
    expect(shown(asking("hi").replace("type: model", "type: mod$0el"))?.text).toContain("Model call, since 0.1.0\n\nCalls a language model");
    const scored = asking("hi").replace("next: end", "next: check\n  check: {type: eval, scorers: [{type: asser$0tion, check: 'True'}]}");
    expect(shown(scored)?.text).toContain("type: assertion\n\n");
    expect(shown(asking("hi").replace("next: end", "next: [{wh$0en: 'True', to: end}, {else: end}]"))?.text).toContain("The test; `output` is this node's result.");
  });

  it("tells what a preset of retries does, what a model costs, and what a class of failures is, beside its key", () => {
    const retried = (retry: string): string => asking("hi").replace("next:", `retry: ${retry}\n    next:`);
    expect(shown(retried("io_def$0ault"))).toMatchObject({ range: "io_default", text: expect.stringMatching(/^max_attempts: 5\nbackoff: "exponential"\n[^]*\n\nretry: a retry policy/) });
    expect(shown(retried("{retry_on: [time$0out, 503]}"))).toEqual({ range: "timeout", text: `${failures.timeout.doc}\n\nA failure class or an HTTP status.` });
    expect(shown(asking("hi").replace("gpt-4o", "gp$0t-4o"))).toMatchObject({ range: "gpt-4o", text: expect.stringMatching(/^It takes \$\S+ in and \$\S+ out per million tokens\.\n\nmodel: a model/) });
    expect(shown(asking("hi").replace("gpt-4o", "un$0known"))?.text).toMatch(/^model: a model/);
  });

  it("tells what a key means in a node whose type is not known, and in other documents", () => {
    expect(shown(asking("hi").replace("type: model", "type: modell").replace("prompt:", "pro$0mpt:"))?.text).toContain("prompt: a template");
    expect(shown("agent:\n  id: a\n  go$0al: x\n")?.text).toContain("What it shall achieve: its first message.");
    expect(shown("version: 1\nrules:\n  - match: '*'\n    act$0ion: allow\n")?.text).toContain("`allow` lets the call be made");
  });

  it("says nothing of keys that nobody declared, and of data", () => {
    expect(shown(asking("hi").replace("prompt:", "zzzz$0zz: 1\n    prompt:"))).toBeUndefined();
    expect(shown(asking("hi").replace("state_schema: {q: str", "labels: {te$0am: x}, state_schema: {q: str"))).toBeUndefined();
  });
});

describe("of names", () => {
  it("tells what a node is where it is declared and where a target names it", () => {
    const text = asking("hi").replace("type: model", "description: Asks <b>us</b>\n    type: model");
    const said = "ask: model\n\nAsks <b>us</b>\n\nCalls a language model";
    expect(shown(text.replace("  ask:", "  as$0k:"))?.text).toContain(said);
    expect(shown(text.replace("start: ask", "start: as$0k"))?.text).toContain(said);
    expect(shown(text.replace("start: ask", "start: as$0k"))?.text).toContain("Its result is `str`, and it writes `q`.\n\nA visit takes 1 call");
  });

  it("tells who writes and reads a key of the state, wherever it stands", () => {
    const text = asking("'{{ state.q }}'");
    const uses = "Written by `ask`; read by `ask`.";
    expect(shown(text.replace("{q: str", "{$0q: str"))?.text).toBe(`state.q: str\n\n${uses}`);
    expect(shown(text.replace("output_key: q", "output_key: $0q"))?.text).toBe(`state.q: str\n\n${uses}`);
    expect(shown(text.replace("{{ state.q", "{{ state.$0q"))?.text).toBe(`state.q: str\n\n${uses}`);
  });

  it("says which event brings a key, and nothing of writers where a caller may give it", () => {
    const waiting = asking("'{{ state.q }}'").replace("next: end", "next: hear\n  hear: {type: wait, event: said, data: {q: str}, next: end}");
    expect(shown(waiting.replace("state.q", "state.$0q"))?.text).toContain("Written by `ask`; brought by the event of `hear`; read by `ask`.");
    expect(shown(asking("'{{ state.sc$0ore }}'"))?.text).toBe("state.score: float | None\n\nRead by `ask`.");
    expect(shown(asking("hi").replace("tags: list", "ta$0gs: list"))?.text).toMatch(/^state\.tags: list\[str\]\n\nNo node names it\.\n\nJJ5105 /);
  });

  it("tells of a variable of the environment that it is one, and never its value", () => {
    process.env["JAMJET_HOVER_TEST"] = "secret";
    expect(shown(asking("'{{ env.JAMJET_HOV$0ER_TEST }}'"))?.text).toContain("env.JAMJET_HOVER_TEST: str\n\nA variable of the environment;");
    expect(shown(asking("'{{ env.JAMJET_HOV$0ER_TEST }}'"))?.text).not.toContain("secret");
    delete process.env["JAMJET_HOVER_TEST"];
  });

  it("tells what the server says of a locked tool, and never as Markdown", () => {
    const lock = new Map([["s", new Map([["find", { name: "find", description: "Finds [all](http://x)", inputSchema: { type: "object", properties: { what: { type: "string" } }, required: ["what"], additionalProperties: false } }]])]]);
    const { snapshot, offset } = at(`${header}nodes:\n  ask: {type: tool, server: s, tool: fi$0nd, arguments: {what: a}, output_key: q, next: end}\n  end: {type: end}\n`, { project: { ...defaultProject, lock } });
    expect(hoverAt(snapshot, offset, plainText)?.contents).toMatchObject({ value: "s.find({what: str})\n\nFinds [all](http://x)\n\nAs `jamjet.lock` has it." });
    expect(hoverAt(snapshot, offset, markdown)?.contents).toMatchObject({ value: expect.stringContaining("\\[all\\]\\(http\\:\\/\\/x\\)") });
  });
});

it("explains what is wrong at the place", () => {
  const { snapshot, offset } = at(asking("hi", "ennd$0"));
  expect(hoverAt(snapshot, offset, plainText)?.contents).toMatchObject({ value: expect.stringContaining("JJ2001 unknown-node: ") });
});

it("answers at every place of every example, and in every beginning of one, without a mistake of ours", () => {
  for (const { folder } of examples) {
    const text = readFileSync(join(folder, "workflow.yaml"), "utf8");
    const { snapshot } = at(text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      const range = hoverAt(snapshot, offset, markdown)?.range;
      if (range !== undefined) expect(snapshot.places.offsetAt(range.start) <= offset && offset <= snapshot.places.offsetAt(range.end)).toBe(true);
    }
  }
  const story = readFileSync(join(examples[0]?.folder ?? "", "workflow.yaml"), "utf8");
  for (let end = 0; end <= story.length; end += 7) {
    const { snapshot } = at(story.slice(0, end));
    for (const offset of [end, end - 3, end >> 1]) hoverAt(snapshot, offset, plainText);
  }
});

it("writes Markdown in which code closes where it ends and words of authors are data", () => {
  expect(markdown.code("a`b")).toBe("``a`b``");
  expect(markdown.block("a\n```\n# b")).toBe("````jamjet\na\n```\n# b\n````");
  expect(markdown.quoted("[x](command:evil) <b>")).toBe("\\[x\\]\\(command\\:evil\\) \\<b\\>");
});

it("answers in the form that the client shows", async () => {
  const text = asking("'Say {{ state.q }}'");
  const line = text.split("\n").findIndex((each) => each.includes("prompt:"));
  const position = { line, character: (text.split("\n")[line] ?? "").indexOf("state.q") + 7 };
  const server = connectEditor();
  await openIn(server, text, "file:///work.yaml", { textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } } });
  expect(await server.client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///work.yaml" }, position })).toMatchObject({ contents: { kind: "markdown", value: expect.stringContaining("```jamjet\nstate.q: str\n```\n\n") } });
  const other = connectEditor();
  await openIn(other, text);
  expect(await other.client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///work.yaml" }, position })).toMatchObject({ contents: { kind: "plaintext", value: expect.stringContaining("state.q: str\n\n") } });
});
