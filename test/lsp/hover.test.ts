import { describe, expect, it } from "vitest";
import { hoverAt } from "../../lsp/features/hover.ts";
import { markdown, plainText } from "../../lsp/markup.ts";
import { at, connectEditor, openIn, withRanges } from "../support/editor.ts";

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
    expect(shown(source)).toEqual(text === undefined ? undefined : { range, text });
  });

  it("tells what tests on the way leave of a value", () => {
    const routed = (when: string): string => asking("hi").replace("next: end\n", `next: [{when: '${when}', to: end}, {else: end}]\n`);
    expect(shown(routed("state.score is not None and state.sc$0ore >= 0.5"))?.text).toBe("state.score: float\n\nDeclared as `float | None`; the tests on the way here leave `float`.");
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
  expect(await server.client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///work.yaml" }, position })).toMatchObject({ contents: { kind: "markdown", value: "```jamjet\nstate.q: str\n```" } });
  const other = connectEditor();
  await openIn(other, text);
  expect(await other.client.sendRequest("textDocument/hover", { textDocument: { uri: "file:///work.yaml" }, position })).toMatchObject({ contents: { kind: "plaintext", value: "state.q: str" } });
});
