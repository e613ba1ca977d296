import { expect, it } from "vitest";
import { decodeUtf8 } from "../../../compiler/syntax/bytes.ts";
import { lineIndex } from "../../../compiler/source/text.ts";
import { answerTo } from "../../support/answer.ts";
import { complaints, outline, parsed } from "../../support/yaml.ts";

/** What is wrong with `text` as YAML, by code; the whole compiler answers it as it answers every text. */
function check(text: string, expected: Readonly<Record<string, number>>): void {
  const { diagnostics } = parsed(text);
  expect(diagnostics.length).toBeLessThanOrEqual(100);
  answerTo(text);
  const counts: Record<string, number> = {};
  for (const { code, severity } of diagnostics) {
    const name = severity === "error" ? code : `${code} ${severity}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  expect(counts).toEqual(expected);
}

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");

it("H1: never expands a billion laughs", () => {
  const levels = lines(9, (index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(", ")}]`);
  check(`a0: &a0 lol\n${levels}\n`, { JJ1008: 1 });
});

it("H2: refuses merge keys", () => {
  check(`a0: &a0 {x: 1}\n${lines(25, (index) => `a${index + 1}: &a${index + 1}\n  <<: [*a${index}, *a${index}]\n  k: v`)}\n`, { JJ1005: 25, JJ1008: 1 });
});

it("H3: refuses a cycle", () => check("a: &a [*a]", { JJ1005: 1 }));

it("H4 to H8: stops at 64 levels of nesting, with one complaint", () => {
  check("[".repeat(50_000), { JJ1008: 1 });
  check("{".repeat(50_000), { JJ1008: 1 });
  check("- ".repeat(20_000), { JJ1008: 1 });
  check("? ".repeat(20_000), { JJ1008: 1 });
  check(lines(1000, (index) => `${" ".repeat(index)}a:`), { JJ1008: 1 });
  check(`a: ${"[".repeat(63)}${"]".repeat(63)}`, {});
  check(`a: ${"[".repeat(64)}${"]".repeat(64)}`, { JJ1008: 1 });
  check(`a: |\n  ${"[".repeat(50_000)}`, {});
});

it("H9: says 100 things at most, and how many it left out", () => {
  check(`[${",".repeat(50_000)}]`, { JJ1001: 1 });
  check(`[${",\n".repeat(50_000)}]`, { JJ1001: 99, JJ1008: 1 });
  expect(complaints(`[${",\n".repeat(50_000)}]`)).toContain("and 49900 more problems");
});

it("H10: reads 200,000 keys", () => check(lines(200_000, (index) => `k${index}: 1`), {}));

it("H11: reads no file beyond the limit", () => check(" ".repeat(8 * 1024 * 1024 + 1), { JJ1008: 1 }));

it("H13: finds nothing in nothing", () => {
  for (const text of ["", "# only\n# comments\n", "---", "---\n", "\ufeff", "\n\n"]) {
    check(text, {});
    expect(outline(text)).toBe("nothing");
  }
});

it("H14 and H15: takes a byte order mark at the start and nowhere else", () => {
  check("\ufeffa: 1\n", {});
  expect(lineIndex("\ufeffa: 1").positionAt(1)).toEqual({ line: 0, column: 0 });
  check("a: 1\n\ufeffb: 2\n", { JJ1013: 1 });
});

it("H16: names a wrong encoding and its byte", () => {
  for (const bytes of [[0xff, 0xfe, 0x61, 0], [0x61, 0xc0, 0x80], [0xed, 0xa0, 0x80], [0x80], [0x63, 0xe9, 0x20]]) {
    expect(decodeUtf8(Uint8Array.from(bytes)).diagnostics.map((it) => it.code)).toEqual(["JJ1015"]);
  }
});

it("H17 and H18: refuses control characters and points at hidden ones", () => {
  check("a: x\0y\n", { JJ1013: 1 });
  check("a: 'x\0y'\n", { JJ1013: 1 });
  check("a\0: 1\n", { JJ1013: 1 });
  check("a: \u0001\u0080\u007f\n", { JJ1013: 3 });
  check("a\u2028b: 1\nc: \u2029\nd: \u0085\n", { JJ1014: 1, "JJ1014 warning": 2 });
  expect(complaints("a: 1\n\u2028b: 2\nc: \0")).toContain("JJ1013 3:4 ");
});

it("H19: takes CRLF, mixed line ends, and no lone carriage return", () => {
  check("a: 1\r\nb:\r\n  - x\r\n", {});
  check("a: 1\r\nb: 2\nc: |\r\n  x\n  y\r\n", {});
  expect(outline("c: |\r\n  x\n  y\r\n")).toBe('{c: "x\\ny\\n"}');
  check("a: 1\rb: 2\rc: 3\r", { JJ1001: 1, JJ1013: 1 });
  expect(complaints("a: 1\r\nb: x: y\r\n")).toContain("JJ1001 2:4 |x: y|");
});

it("H20: points at tabs in indentation", () => check("a:\n\tb: 1\n\tc: 2\n", { JJ1003: 1 }));

it("H21: finds keys that are equal, and keys that only look equal", () => {
  check("a: 1\n\"a\": 2\n'a': 3\n", { JJ1002: 2 });
  check("1: a\n1.0: b\n", { JJ1002: 1, JJ1011: 2 });
  check("null: a\n~: b\n", { JJ1002: 1, JJ1011: 2 });
  check("caf\u00e9: 1\ncafe\u0301: 2\n", { "JJ1016 warning": 1 });
});

it("H22: names of JavaScript do nothing", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];
  const text = names.map((name) => `${name}: {polluted: 1}`).join("\n");
  check(text, {});
  expect(outline(text)).toContain("__proto__: {polluted: 1}");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("H23: says what YAML read where a key is a number", () => {
  check("1: a\n0x10: b\n1e3: c\n010: d\n", { JJ1011: 4, "JJ1006 warning": 1 });
  expect(complaints("1e3: c")).toContain("a key must be text, not the number 1000 ('1e3')");
});

it("H24: reads booleans and null as YAML 1.2 does, and warns of the Norway problem", () => {
  check("a: [yes, no, on, off, y]\nb: [~, NULL]\nno: 1\n", { "JJ1006 warning": 5 });
  expect(outline("a: [yes, ~, NULL, off]")).toBe('{a: ["yes", null, null, "off"]}');
});

it("H25: keeps the text of a version that YAML reads as a number", () => {
  const root = parsed("version: 1.10").value.root;
  const value = root?.kind === "mapping" ? root.entries[0]?.value : undefined;
  expect(value).toMatchObject({ value: 1.1, raw: "1.10" });
});

it("H26 and H27: refuses numbers that no number can hold", () => {
  check("a: 9007199254740991\nb: -9007199254740991\n", {});
  check(`a: 9007199254740993\nb: ${"9".repeat(400)}\nc: 0xfffffffffffffff\n`, { JJ1012: 3 });
  check("a: .inf\nb: -.INF\nc: .nan\nd: 1e999\n", { JJ1012: 4 });
  expect(outline("a: -0")).toBe("{a: 0}");
});

it("H29 and H30: refuses tags beyond the core schema", () => {
  const tags = ["!!js/function", "!!js/regexp", "!!python/object/apply:os.system", "!<tag:evil>", "!include", "!ENV", "!!binary", "!!timestamp", "!!merge"];
  for (const tag of tags) check(`a: ${tag} x\n`, { JJ1009: 1 });
  check("a: !!set {x: }\nb: !!omap [x: 1]\n", { JJ1009: 2 });
  check("a: !!int x\nb: !!str [1]\n", { JJ1009: 2 });
});

it("H31: refuses directives", () => {
  check("%YAML 9.9\n---\na: 1\n", { JJ1010: 1 });
  check("%TAG ! tag:x\n---\na: 1\n", { JJ1010: 1 });
  check(`${"%YAML 1.2\n".repeat(50_000)}---\na: 1\n`, { JJ1010: 99, JJ1008: 1 });
});

it("H32: reads one document", () => {
  check("a: 1\n---\nb: 2\n---\nc: 3\n", { JJ1004: 1 });
  check("--- # note\na: 1\n...\n", {});
});

it("H33: refuses keys that are no text", () => check("? [a, b]\n: 1\n? {c: d}\n: 2\n", { JJ1011: 2 }));

it("H34: counts anchors and aliases", () => {
  check(lines(20_000, (index) => `- &a${index} x`), { JJ1008: 1 });
  check(`- &a x\n${"- *a\n".repeat(4000)}`, { JJ1008: 1 });
  check(`- &a x\n${"- *a\n".repeat(100)}`, {});
});

it("H35: refuses halves of characters", () => {
  check('a: "\\ud800"\n', { JJ1001: 1 });
  check('a: "\\ud83d\\ude00"\n', {});
  check("a: \ud800\n", { JJ1013: 1 });
});

it("H36: points at bidirectional controls, and refuses them in keys", () => {
  check("# \u202e comment\na: 'x\u2066'\n", { "JJ1014 warning": 2 });
  check("a\u202eb: 1\n", { JJ1014: 1 });
});

it("H38: takes long lines and long quotes", () => {
  check(`a: ${"x".repeat(1_000_000)}\n`, {});
  check(`a: "${"x".repeat(1_000_000)}`, { JJ1001: 1 });
  check(`a: "${"x\n ".repeat(100_000)}`, { JJ1001: 1 });
  check(`a: "${"x\n ".repeat(100_000)}"`, {});
  check(`a: "${"\n".repeat(100_000)}"`, { JJ1001: 1 });
});

it("H39: takes a flood of comments", () => {
  check(`${"# c\n".repeat(300_000)}a: 1\n`, {});
  check(`a:\n${"  # c\n".repeat(300_000)}  b: 1\n`, {});
});

it("H40: brings naughty strings through every style", () => {
  const naughty = ["undefined", "NIL", "1/0", "$HOME", "<script>alert(1)</script>", "'; DROP TABLE users", "%s%n", "../../etc/passwd", "Ω≈ç√", "田中さん", "👨‍👩‍👧", "مرحبا", "[]{}", "&amp;", "`ls`", "\\", "{{7*7}}", "-", "?", ":", "#", "@", "!", "=", "<<", "null", "0x"];
  for (const text of naughty) {
    for (const source of [JSON.stringify(text), `'${text.replaceAll("'", "''")}'`, `|-\n  ${text}`, `>-\n  ${text}`]) {
      expect(outline(`a: ${source}\nb: 1`)).toBe(`{a: ${JSON.stringify(text)}, b: 1}`);
    }
    parsed(`${text}: ${text}`);
    parsed(`- ${text}\n-${text}`);
  }
});

it("stays linear where every line is wrong", () => {
  check(lines(5000, (index) => `k${index}: {{ x | join(", ") }}`), { JJ1007: 99, JJ1008: 1 });
  check(lines(5000, (index) => `\tk${index}: 1`), { JJ1003: 1 });
  check(lines(5000, (index) => `k${index}: "x`), { JJ1001: 99, JJ1008: 1 });
  check("]\n".repeat(20_000), { JJ1001: 1 });
});

it.each([
  ['a: "b \\"', false],
  ['a: "b \\\\"', true],
  ['a: "b \\\\\\"', false],
  ["a: 'b''", false],
  ["a: 'b'''", true],
  ["a: ''", true],
  ["a: '''", false],
  ["a: ''''", true],
])("a quote that belongs to the text does not end it, where nothing follows: %s", (text, isClosed) => check(text, isClosed ? {} : { JJ1001: 1 }));
