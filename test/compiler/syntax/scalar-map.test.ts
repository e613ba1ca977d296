import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import { scalarText } from "../../../compiler/syntax/scalar-map.ts";
import type { ScalarStyle, YamlScalar } from "../../../compiler/syntax/tree.ts";
import { anyRuns } from "../../support/random.ts";
import { parsed } from "../../support/yaml.ts";

const file = { id: "", start: 0 };

function scalarOf(text: string): YamlScalar {
  const root = parsed(text).value.root;
  const value = root?.kind === "mapping" ? root.entries[0]?.value : root;
  if (value?.kind !== "scalar") throw new Error(`no scalar in ${JSON.stringify(text)}`);
  return value;
}

/** `marked` holds a YAML value in which `«` and `»` enclose the source of the decoded text `part`. */
function check(marked: string, part: string): void {
  const text = marked.replace(/[«»]/g, "");
  const expected = { start: marked.indexOf("«"), end: marked.indexOf("»") - 1 };
  const scalar = scalarText(scalarOf(text), file);
  const at = scalar.value.indexOf(part);
  expect(at, `'${part}' in ${JSON.stringify(scalar.value)}`).not.toBe(-1);
  const { start, end } = scalar.locate(at, at + part.length);
  expect({ start, end }).toEqual(expected);
}

it("finds text in a plain scalar", () => {
  check("a: say «hello» you", "hello");
  check("a: first\n  «second» line", "second");
  check("a: first«\n\n\n  »second", "\n\n");
  check("a: first«   \r\n  »second", " ");
});

it("finds text in quotes", () => {
  check("a: 'it«''»s'", "'");
  check("a: 'one\n   «two» three'", "two");
  check('a: "x «\\u00e9» y"', "é");
  check('a: "x «\\U0001F600» y"', "😀");
  check('a: "x «\\ud83d\\ude00» y"', "😀");
  check('a: "one\\\n    «two»"', "two");
  check('a: "«one\\n»two"', "one\n");
  check('a: "one«  \n  »two"', " ");
});

it("finds text in block scalars", () => {
  check("a: |\n  first\n  «second»\n", "second");
  check("a: |\r\n  first\r\n  «second»\r\n", "second");
  check("a: |2-\n    «deep»\n  x\n", "deep");
  check("a: |\n\n  x\n    «more»\n", "more");
  check("a: >\n  one«\n»  two\n", " ");
  check("a: >\n  one\n«\n»  two\n", "\n");
  check("a: >-\n  one\n\n    «more»\n\n  two\n", "more");
  check("a: |+ # note\n  x\n\n  «y»\n\n", "y");
});

it("locates within the block it is given", () => {
  const node = scalarOf("a: 'x {{ y }}'");
  expect(scalarText(node, { id: "nodes/n", start: 2 }).locate(2, 9)).toEqual({ block: "nodes/n", start: 4, end: 11 });
  expect(scalarText(node, { id: "nodes/n", start: 2 }).span).toEqual({ block: "nodes/n", start: 1, end: 12 });
});

it("locates the ends and the inside of empty text", () => {
  expect(scalarText(scalarOf("a: ''"), file).locate(0, 0)).toMatchObject({ start: 4, end: 4 });
  expect(scalarText(scalarOf("a: 'xy'"), file).locate(2, 2)).toMatchObject({ start: 6, end: 6 });
  expect(scalarText(scalarOf("a: 'xy'"), file).locate(0, 2)).toMatchObject({ start: 4, end: 6 });
});

const word = fc.stringMatching(/^[a-z0-9.({}é😀]{1,6}$/u).map((it) => `w${it}`);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const indentedLine = fc.tuple(fc.constantFrom("", "", "", "  ", "\t"), line).map(([indent, text]) => indent + text);
const blankLine = fc.constantFrom("", "  ", "");
const bodyLines = fc
  .tuple(line, fc.array(fc.oneof(indentedLine, blankLine), { maxLength: 6 }), line)
  .map(([first, middle, last]) => [first, ...middle, last]);
const escape = fc.constantFrom("\\n", "\\t", "\\\"", "\\\\", "\\u00e9", "\\x41", "\\U0001F600", "\\ud83d\\ude00", "\\/", "\\\n  ", " ");

const sources: Readonly<Record<ScalarStyle, fc.Arbitrary<string>>> = {
  plain: bodyLines.map((lines) => lines.map((it) => it.replace(/[{}]/g, "")).join("\n  ")),
  single: bodyLines.map((lines) => `'${lines.join("''\n  ")}'`),
  double: fc.tuple(bodyLines, fc.array(escape, { maxLength: 4 })).map(([lines, escapes]) => {
    return `"${lines.map((it, index) => it + (escapes[index] ?? "")).join("\n  ")}"`;
  }),
  literal: fc.tuple(fc.constantFrom("|", "|-", "|+", "|2", "|2-", "|+2"), bodyLines, fc.constantFrom("", "\n", "\n\n", "\n  \n")).map(blockOf),
  folded: fc.tuple(fc.constantFrom(">", ">-", ">+", ">2", ">2-", ">+2"), bodyLines, fc.constantFrom("", "\n", "\n\n", "\n  \n")).map(blockOf),
};

function blockOf([header, lines, tail]: readonly [string, readonly string[], string]): string {
  return `${header}\n${lines.map((it) => (it === "" ? "" : `  ${it}`)).join("\n")}${tail}`;
}

for (const [style, arbitrary] of Object.entries(sources)) {
  it(`decodes and maps every character of any ${style} scalar`, () => {
    fc.assert(
      fc.property(arbitrary, fc.boolean(), fc.constantFrom("k: ", "nested:\n  - ", "? "), (source, crlf, prefix) => {
        const body = prefix.includes("-") ? source.replace(/\n(?=[^\n])/g, "\n  ") : source;
        const lf = `${prefix}${body}`;
        const text = crlf ? lf.replaceAll("\n", "\r\n") : lf;
        const node = firstScalar(text);
        expect(node?.style).toBe(style);
        if (!node) return;
        const scalar = scalarText(node, file);
        expect(scalar.value).toBe(String(reference(text)));
        expectFaithful(text, scalar);
      }),
      anyRuns(300),
    );
  });
}

function firstScalar(text: string): YamlScalar | undefined {
  const root = parsed(text).value.root;
  if (root?.kind !== "mapping") return undefined;
  const entry = root.entries[0];
  const value = text.startsWith("?") ? entry?.key : entry?.value;
  const inner = value?.kind === "sequence" ? value.items[0] : value;
  return inner?.kind === "scalar" ? inner : undefined;
}

function reference(text: string): unknown {
  const [[key, value] = []] = [...(parseDocument(text, { logLevel: "error" }).toJS({ mapAsMap: true }) as Map<unknown, unknown>)];
  if (text.startsWith("?")) return key;
  return Array.isArray(value) ? value[0] : value;
}

function expectFaithful(text: string, scalar: ReturnType<typeof scalarText>): void {
  const { value } = scalar;
  let last = 0;
  for (let at = 0; at < value.length; at += 1) {
    const { start, end } = scalar.locate(at, at + 1);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    if (end - start === 1 && text[start] !== "\n") expect(text[start]).toBe(value[at]);
    else expect(text[start] ?? "\n", `offset ${at} of ${JSON.stringify(value)}`).toMatch(/[\\'\s]/);
    last = start;
  }
  const whole = scalar.locate(0, value.length);
  expect(whole.start).toBeGreaterThanOrEqual(scalar.span.start);
  expect(whole.end).toBeLessThanOrEqual(text.length);
}
