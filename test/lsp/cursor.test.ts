import { expect, it } from "vitest";
import { cursorAt, type Cursor } from "../../lsp/cursor/cursor.ts";
import { cursorIn } from "../../lsp/cursor/near.ts";
import { marked } from "../support/editor.ts";
import { compileExample, examples } from "../support/examples.ts";

/** Where the cursor of a marked text is, in a line: path, role, the text at the cursor. */
function where(source: string): string {
  const { text, offset } = marked(source);
  const { path, role, start, end, style } = cursorAt(text, offset);
  const steps = path.map((step) => (step.kind === "key" ? step.name : "[]"));
  const here = `${text.slice(start, offset)}$0${text.slice(offset, end)}`;
  return [steps.join("."), role, ...(style === "plain" ? [] : [style]), ...(here === "$0" ? [] : [here])].join(" ");
}

it.each([
  ["a:\n  b:\n    $0", "a.b either"],
  ["a:\n  b:\n    c$0d: 1\n", "a.b key c$0d"],
  ["a:\n  b: 1\n  ser$0\n  next: x\n", "a either ser$0"],
  ["a:\n  b: o$0ne # why\n", "a.b value o$0ne"],
  ["a:\n  b: $0\n", "a.b value"],
  ["a:\n  b:$0", "a.b value"],
  ["a:\n  - b: 1\n    c$0\n  - d: 2\n", "a.[] either c$0"],
  ["a:\n- b: 1\n  c: $0\n", "a.[].c value"],
  ["a:\n  - - b: $0\n", "a.[].[].b value"],
  ["a:\n  - $0\n", "a.[] either"],
  ["a:\n- $0\n", "a.[] either"],
  ["a:\n  b: 1\n$0", " either"],
  ["$0", " either"],
  ["\ufeffa:\n  $0", "a either"],
  ["a:\r\n  b: x$0y\r\n  c: 1\r\n", "a.b value x$0y"],
  ["a:\n\tb: $0\n", "a.b value"],
])("finds entries by their columns: %j", (text, found) => {
  expect(where(text)).toBe(found);
});

it.each([
  ["a:\n  b: |\n    x: 1\n      y: $0\n  c: 2\n", "a.b value block     x: 1\n      y: $0"],
  ["a:\n  b: |\n    x\n    $0", "a.b value block     x\n    $0"],
  ["a:\n  b: >-\n    x: {{ s.$0 }}\n\n    z\n  c: 1", "a.b value block     x: {{ s.$0 }}\n\n    z"],
  ["a:\n  - |\n    x: $0\n", "a.[] value block     x: $0"],
  ["a:\n  b: |\n    x\n  c: $0", "a.c value"],
  ["a: |\n  - b: |\n      c: $0\n", "a value block   - b: |\n      c: $0"],
  ["a:\n  b: one\n    two {{ $0 }}\n", "a.b value one\n    two {{ $0 }}"],
  ["a:\n  b: \"one\n    two: $0\"\n  c: 1", "a.b value double one\n    two: $0"],
])("knows a text that goes on over lines for what it is: %j", (text, found) => {
  expect(where(text)).toBe(found);
});

it.each([
  ["a: \"x$0y\"\n", "a value double x$0y"],
  ["a: 'it''s $0'\n", "a value single it''s $0"],
  ["a: \"{{ s.$0\nb: \"x\"\n", "a value double {{ s.$0"],
  ["a:\n  b: \"{{ s\n  c$0\n", "a either c$0"],
  ["a:\n  b: \"{{ s\nd:\n  e: $0\n", "d.e value"],
  ["a: {{ s.$0 }}\n", "a value {{ s.$0 }}"],
  ["a: \"x\" $0\n", "a nothing"],
  ["\"a b\": $0", "a b value"],
])("reads texts that are not closed, and those in quotes: %j", (text, found) => {
  expect(where(text)).toBe(found);
});

it.each([
  ["a: {b: $0}", "a.b value"],
  ["a: {b: 1, $0}", "a key"],
  ["a: {b: 1, c$0: 2}", "a key c$0"],
  ["a: {b: 1, c$0", "a key c$0"],
  ["a: [x, $0]", "a.[] either"],
  ["a: [x, y$0z, 1]", "a.[] either y$0z"],
  ["a: [{b: {c: $0}}]", "a.[].b.c value"],
  ["a:\n  b: {\n    c: 1,\n    d: $0\n  }\n", "a.b.d value"],
  ["a: {b: \"{{ x.$0 }}\"}", "a.b value double {{ x.$0 }}"],
  ["a: {b: {{ x.$0 }}, c: 1}", "a.b value {{ x.$0 }}"],
  ["{a: {b: $0}}", "a.b value"],
  ["{$0}", " key"],
  ["a: {b: &x \"{{ s.$0 }}\", c: 1}", "a.b value double {{ s.$0 }}"],
  ["a: [b] $0\n", "a nothing"],
  ["a: {b: 1}\nc$0: 2", " key c$0"],
])("finds its way between brackets: %j", (text, found) => {
  expect(where(text)).toBe(found);
});

it.each([
  ["a: 1 # jam$0\n", "a comment  jam$0"],
  ["  # jam$0met\na: 1", " comment  jam$0met"],
  ["a: [b] # c$0", "a comment  c$0"],
  ["a: 'x#y$0'", "a value single x#y$0"],
])("tells comments: %j", (text, found) => {
  expect(where(text)).toBe(found);
});

it.each([
  ["a:\n  b: 1\n  $0\n  c: x # why\nd: 2\n", "b=1 c=x"],
  ["a:\n  - b: 1\n    $0\n    c: 'x'\n  - d: 2\n", "b=1 c=x"],
  ["a:\n  b:\n  - c: 1\n  $0\n", "b="],
  ["a: {b: 1, $0, c: x}", "b=1 c=x"],
  ["a: {b: 1, $0\nc: x", "b=1"],
  ["b: |\n  c: 1\n$0\nd: [1]\n", "b= d="],
])("tells what stands beside a key: %j", (source, found) => {
  const { text, offset } = marked(source);
  expect(cursorAt(text, offset).beside().map(({ name, value }) => `${name}=${value}`).join(" ")).toBe(found);
});

it.each(examples)("finds a cursor of $name within its node where it is in the document", (example) => {
  const { source } = compileExample(example);
  const placed = ({ path, role, start, end, style, isFlow, hasColon, column }: Cursor, by: number): unknown =>
    ({ path: path.map((step) => (step.kind === "key" ? step.name : "[]")), role, start: start + by, end: end + by, style, isFlow, hasColon, column });
  let within = 0;
  for (let offset = 0; offset <= source.text.length; offset += 3) {
    const { cursor, by } = cursorIn(source, offset);
    expect(placed(cursor, by)).toEqual(placed(cursorAt(source.text, offset), 0));
    if (by > 0) within += 1;
  }
  expect(within).toBeGreaterThan(0);
});
