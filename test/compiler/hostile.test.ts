import { expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import type { Op } from "../../schemas/op.ts";
import { answerTo } from "../support/answer.ts";
import { findingsIn, workflowOf } from "../support/document.ts";

/** The findings of a document, which gets an answer as every text does. */
function check(text: string, ...expected: readonly string[]): void {
  answerTo(text);
  expect(findingsIn(text)).toEqual(expected);
}

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");
const model = "type: model, model: gpt-4o, prompt: hi, output_key: a, next: end";
const tool = (more: string): string => workflowOf(`one: {type: tool, server: s, output_key: a, next: end, ${more}}`);

it("H10: takes 20,000 nodes and no more, and says so once", () => {
  const text = (count: number): string => workflowOf(`start: {type: end}\n${lines(count - 2, (index) => `n${index}: {type: end}`)}`);
  expect(findingsIn(text(20_000))).toHaveLength(100);
  expect(findingsIn(text(20_000)).at(-1)).toMatch(/^JJ1008 warning .* and 19900 more problems$/);
  expect(compile({ uri: "", text: text(20_000) }).program?.ops).toHaveLength(20_000);
  check(text(20_001), "JJ1008 «nodes» more than 20000 nodes");
});

it("H10: reads 200,000 keys wherever they stand", () => {
  const keys = lines(200_000, (index) => `  k${index}: str`);
  expect(findingsIn(`workflow: {id: a}\nnodes: {}\n${keys.replaceAll("  ", "")}`)).toHaveLength(100);
  expect(findingsIn(`workflow: {id: a, version: 0.1.0, start: e}\nnodes:\n e:\n  type: end\n${keys}`)).toHaveLength(100);
});

it("H9: says 100 things at most, whoever says them, errors before the rest", () => {
  const nodes = lines(300, (index) => `n${index}: {type: model, modl: gpt-4o, prompt: '{{ state.nope${index} }}', output_key: a}`);
  const { diagnostics } = answerTo(workflowOf(nodes));
  expect(diagnostics).toHaveLength(100);
  expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  expect(diagnostics.at(-1)?.message).toMatch(/^and \d{3,} more problems$/);
});

it("H13: finds no workflow in nothing, at its first character", () => {
  for (const text of ["", "# only\n# comments\n", "---", "---\n", "\ufeff", "\n\n"]) check(text, "JJ1116 «» not a JamJet document: the file is empty");
});

it("H22: refuses three names for whatever is declared elsewhere, and takes every other", () => {
  for (const name of ["__proto__", "constructor", "prototype"]) {
    const refused = `JJ1114 «${name}» '${name}' is reserved: it names a part of every JavaScript object`;
    check(tool(`tool: ${name}`), refused);
    check(tool(`tool: t, arguments: {${name}: 1}`), refused);
    check(tool(`tool: t, arguments: {deep: [{${name}: 1}]}`), refused);
    check(workflowOf(`one: {${model}, labels: {${name}: x}}`), refused);
    expect(findingsIn(tool("tool: t").replace("server: s", `server: ${name}`))).toEqual([refused]);
  }
  for (const name of ["toString", "hasOwnProperty", "__defineGetter__", "valueOf", "__typename"]) {
    check(tool(`tool: ${name}, arguments: {${name}: {${name}: [1]}}, labels: {${name}: x}`));
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("H24: takes words of YAML 1.1 for text, as an id and as a value, and warns", () => {
  for (const [word, elsewhere] of [["yes", "true"], ["no", "false"], ["on", "true"], ["off", "false"]]) {
    const warned = `JJ1006 warning «${word}» '${word}' is text here, but ${elsewhere} to loaders of YAML 1.1`;
    check(workflowOf(`${word}: {${model}}`).replace(`start: ${word}`, `start: "${word}"`), warned);
    check(workflowOf(`one: {${model}, description: ${word}}`), warned);
    check(workflowOf(`one: {${model}}`, `continue_as_new: ${word}`), warned, `JJ1106 «${word}» 'continue_as_new' must be true or false, found text '${word}'`);
  }
  check(workflowOf(`y: {${model}, description: n}`));
  for (const word of ["~", "NULL"]) {
    expect(findingsIn(workflowOf(`${word}: {${model}}`).replace(/start: .*/, "start: end"))[0]).toBe(`JJ1011 «${word}» a key must be text, not null ('${word}')`);
    check(workflowOf(`one: {${model}, description: ${word}}`), `JJ1103 «${word}» 'description' must be text, found nothing`);
  }
});

it("H37: refuses look-alikes in names of our own, and points at them in names of others", () => {
  for (const [name, code] of [["раyments", "U+0440"], ["pay\u200dments", "U+200D"], ["pay\u00adments", "U+00AD"], ["ｐayments", "U+FF50"]]) {
    const warned = `JJ1018 warning «${name}» '${name}' holds ${code}, which is easily taken for something else`;
    check(tool(`tool: ${name}`), warned);
    check(workflowOf(`one: {${model.replace("gpt-4o", name as string)}}`), warned);
    expect(findingsIn(workflowOf(`one: {${model}}\n${name}: {type: end}`))[0]).toMatch(new RegExp(`^JJ1109 «${name}» node id '${name}' must begin`));
    expect(findingsIn(workflowOf(`one: {${model}}`, "", `a: str, ${name}: str`))[0]).toMatch(new RegExp(`^JJ1109 «${name}» state key '${name}' must begin`));
  }
});

it("H40: brings naughty strings through to the program, in every position of text", () => {
  const naughty = ["undefined", "null", "NaN", "$HOME", "<script>alert(1)</script>", "'; DROP TABLE users", "%s%n", "../../etc/passwd", "Ω≈ç√", "田中さん", "👨‍👩‍👧", "مرحبا", "[]{}", "&amp;", "`ls`", "\\", "\u0001", "\u200b", "-", "#", "@", "<<", "0x", "\u00a0", "a\tb\nc"];
  for (const text of naughty) {
    const quoted = JSON.stringify(text);
    const { program } = answerTo(workflowOf(`one: {type: http, url: 'https://example.com/', body: {text: ${quoted}}, query: {x: ${quoted}}, output_key: a, description: ${quoted}, next: end}`, `name: ${quoted}\nlabels: {label: ${quoted}}`));
    expect(program?.workflow).toMatchObject({ name: text, labels: { label: text } });
    expect(program?.ops.find((op): op is Extract<Op, { op: "call" }> => op.op === "call")?.fields).toMatchObject({ body: { lit: { text } } });
  }
});

it("H169: refuses a secret that stands in the document, and repeats it nowhere", () => {
  const secret = "hunter2";
  const oauth = (value: string): string => `oauth: {token_endpoint: 'https://example.com/', client_id: me, client_secret: ${value}, requested_scopes: [read]}`;
  const federation = (value: string): string => `federation: {tokens: [{name: partner, token: ${value}}]}\n`;
  const document = workflowOf(`one: {${model}}`);
  for (const value of [secret, `'{{ env.${secret} }}'`, `prefix-\${${secret}}`, `"\${${secret}}x"`]) {
    for (const text of [workflowOf(`one: {${model}}`, oauth(value)), document + federation(value)]) {
      const { diagnostics, program } = answerTo(text);
      expect(diagnostics.map(({ code }) => code)).toEqual(["JJ6013"]);
      expect(program).toBeUndefined();
      expect(JSON.stringify(diagnostics)).not.toContain(secret);
    }
  }
  check(workflowOf(`one: {${model}}`, oauth("'${CLIENT_SECRET}'")));
  check(document + federation("'${PARTNER_TOKEN}'"));
});

it("H43: compiles 5,000 nodes in a line, 5,000 branches side by side, and 4,000 within each other", () => {
  const plain = (next: string): string => `{type: wait, timer: 1s${next}}`;
  const line = lines(5_000, (index) => `n${index}: ${plain(`, next: ${index === 4_999 ? "end" : `n${index + 1}`}`)}`);
  const wide = `fork: {type: parallel, branches: [${Array.from({ length: 5_000 }, (_, index) => `n${index}`).join(", ")}], join: end}\n${lines(5_000, (index) => `n${index}: ${plain("")}`)}`;
  const deep = `${lines(4_000, (index) => `f${index}: {type: parallel, branches: [f${index + 1}, n${index}], join: j${index}}\nn${index}: ${plain("")}\nj${index}: ${plain(index === 0 ? ", next: end" : "")}`)}\nf4000: ${plain("")}`;
  for (const [nodes, ops] of [[line, 5_001], [wide, 5_002], [deep, 12_002]] as const) {
    const { diagnostics, program } = compile({ uri: "", text: workflowOf(nodes) });
    expect(diagnostics).toEqual([]);
    expect(program?.ops).toHaveLength(ops);
  }
});

it("H43: refuses a join that waits for itself", () => {
  check(workflowOf("fork: {type: parallel, branches: [one, two], join: both}\none: {type: wait, timer: 1s}\ntwo: {type: wait, timer: 1s}\nboth: {type: join, wait_for: [one, both], next: end}"),
    "JJ4019 «both» 'both' waits for 'both', which is no branch that ends here");
});
