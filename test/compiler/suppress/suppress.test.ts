import { expect, it } from "vitest";
import { compile, createWorkspace, type Compiled } from "../../../compiler/index.ts";

const header = "workflow:\n  id: ask\n  version: 0.1.0\n  state_schema: {answer: str}\n  start: ask\nnodes:\n";
const end = "  end: {type: end}\n";

function judged(text: string, prompt = ""): Compiled {
  return compile({ uri: "a.yaml", text }, { project: { servers: undefined, fileExists: () => true, textOf: () => ({ ok: true, text: prompt }) } });
}

/** The codes that are left of a document with the given nodes. */
function check(nodes: string, expected: readonly string[], prompt?: string): void {
  for (const text of [header + nodes + end, (header + nodes + end).replaceAll("\n", "\r\n")]) {
    expect(judged(text, prompt).diagnostics.map(({ code }) => code)).toEqual(expected);
  }
}

function model(prompt: string): string {
  return `  ask:\n    type: model\n    model: gpt-4o\n${prompt}    output_key: answer\n    next: end\n`;
}

const spare = "  spare: {type: end}";
const plain = model("    prompt: Hello\n");

it("takes back what is found on its own line, or on the next one where it stands alone", () => {
  check(`${plain}${spare}\n`, ["JJ4001"]);
  check(`${plain}${spare} # jamjet-ignore JJ4001: kept\n`, []);
  check(`${plain}  # jamjet-ignore JJ4001: kept\n${spare}\n`, []);
  check(`${plain}  # jamjet-ignore JJ4001: kept\n\n  # what it is for\n${spare}\n`, []);
  check(`${plain}${spare}\n  # jamjet-ignore JJ4001: too late\n`, ["JJ4001", "JJ8005"]);
  check(`${plain}  other: {type: end} # jamjet-ignore JJ4001: this one\n${spare}\n`, ["JJ4001"]);
});

it("takes names as well as codes, several at once, in comments one above the other", () => {
  check(`${plain}  # jamjet-ignore unreachable-node, JJ4006: kept\n${spare}\n`, ["JJ8005"]);
  check(`${plain}  # jamjet-ignore UNREACHABLE-NODE: kept\n  # jamjet-ignore JJ1006: as they call it\n  spare: {type: end, description: off}\n`, []);
});

it.each([
  ["a block", "    prompt: |\n      Hello.\n      It costs ${PRICE}.\n"],
  ["a folded block", "    prompt: >-\n      Hello.\n\n      It costs ${PRICE}.\n"],
  ["quotes", '    prompt: "Hello.\n      It costs ${PRICE}."\n'],
  ["a plain text", "    prompt: Hello.\n      It costs ${PRICE}.\n"],
])("takes back what is found inside of a text over several lines: %s", (kind, prompt) => {
  check(model(prompt), ["JJ3109"]);
  check(model(`    # jamjet-ignore JJ3109: a template of theirs\n${prompt}`), []);
  // In a plain text, ': ' and ' #' are not text; in quotes, the first line is that of the key.
  if (kind === "a plain text") return;
  check(model(prompt.replace("Hello.", "Hello. {# jamjet-ignore JJ3109: here? #}")), kind === "quotes" ? [] : ["JJ8005", "JJ3109"]);
  check(model(prompt.replace("It costs", "{# jamjet-ignore JJ3109: theirs #}It costs")), []);
});

it("takes back what is found behind the indicator of a block, and on the line below a comment of the template", () => {
  check(model("    prompt: | # jamjet-ignore JJ3109: theirs\n      It costs ${PRICE}.\n"), []);
  check(model("    prompt: |\n      {#- jamjet-ignore JJ3109: theirs #}\n\n      It costs ${PRICE}.\n"), []);
});

it("takes back what is found in a prompt file, there or where the document names it", () => {
  const named = "    prompt_file: ask.md\n";
  check(model(named), ["JJ3109"], "It costs ${PRICE}.");
  check(model(named), [], "{# jamjet-ignore JJ3109: theirs #}\nIt costs ${PRICE}.");
  check(model(`    # jamjet-ignore JJ3109: theirs\n${named}`), [], "It costs ${PRICE}.");
  check(model(named), ["JJ8005"], "{# jamjet-ignore JJ3109: theirs #}\nIt costs 5.");
});

it("makes less of no error, and says so; other comments are not judged beside one", () => {
  const wrong = plain.replace("next: end", "next: ende # jamjet-ignore JJ2001: later");
  check(wrong, ["JJ2001", "JJ8005"]);
  check(`${plain.replace("next: end", "next: ende")}  # jamjet-ignore JJ4001: kept\n${spare}\n`, ["JJ2001"]);
});

it("takes nothing in a text for a comment, and no other word for its own", () => {
  check(`${model("    prompt: |\n      # jamjet-ignore JJ3109: text\n      It costs ${PRICE}.\n")}`, ["JJ3109"]);
  check(`${plain}  # jamjet-ignored JJ4001: another word\n  # see jamjet-ignore JJ4001: in words\n${spare}\n`, ["JJ4001"]);
});

it("takes back what stands in a text over several lines behind its last one, too", () => {
  for (const [open, close] of [["", ""], ['"', '"'], ["'", "'"]]) {
    check(model(`    prompt: ${open}It costs\n      ${"${PRICE}"},\n      or more${close} # jamjet-ignore JJ3109: theirs\n`), []);
  }
  check(model("    prompt: |\n      It costs ${PRICE}.\n    # jamjet-ignore JJ3109: not of the key below\n"), ["JJ3109", "JJ8005"]);
});

it("asks for a reason", () => check(`${plain}  # jamjet-ignore JJ4001\n${spare}\n`, ["JJ8006"]));

it("writes the comment that takes a finding back, above the text that it is in", () => {
  for (const text of [header + model("    prompt: |\n      It costs ${PRICE}.\n") + spare + "\n" + end, (header + model("    prompt: |\n      It costs ${PRICE}.\n") + spare + "\n" + end).replaceAll("\n", "\r\n")]) {
    const workspace = createWorkspace();
    workspace.setText({ uri: "a.yaml", text });
    const { diagnostics = [], blocks } = workspace.compiled("a.yaml") as Compiled;
    expect(diagnostics.map(({ code }) => code)).toEqual(["JJ3109", "JJ4001"]);
    const edits = diagnostics.flatMap((diagnostic) => workspace.ignoring("a.yaml", diagnostic) ?? []).map((edit) => ({ at: blocks.absolute(edit.span).start, text: edit.text }));
    const ignoring = edits.sort((a, b) => b.at - a.at).reduce((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.at), text);
    expect(judged(ignoring).diagnostics.map(({ code }) => code)).toEqual(["JJ8006", "JJ8006"]);
    expect(ignoring.replace(/ *# jamjet-ignore JJ\d{4}\r?\n/g, "")).toBe(text);
  }
});
