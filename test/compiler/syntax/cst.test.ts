import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { YamlNode } from "../../../compiler/syntax/tree.ts";
import { anyRuns } from "../../support/random.ts";
import { complaints, outline, parsed } from "../../support/yaml.ts";

function check(text: string, tree: string, said = ""): void {
  expect(complaints(text)).toBe(said.trim().split("\n").map((line) => line.trim()).join("\n"));
  expect(outline(text)).toBe(tree);
}

it("reads every style of value", () => {
  check("a: 1\nb: x\nc: 'y z'\nd: \"\\n\"\ne: |\n  t\nf: >-\n  u\n  v\n", '{a: 1, b: "x", c: "y z", d: "\\n", e: "t\\n", f: "u v"}');
  check("- 1.5\n- -0\n- 0x1f\n- 0o17\n- 1e3\n- true\n- NULL\n- ~\n-\n- 1.2.3\n", '[1.5, 0, 31, 15, 1000, true, null, null, null, "1.2.3"]');
  check("a: {b: [1, {c: d}], e: }\nf: [g: h, ? i]\n", '{a: {b: [1, {c: "d"}], e: null}, f: [{g: "h"}, {i: null}]}');
  check("? a\n: b\n? c\n", '{a: "b", c: null}');
  check("a: !!str 1\nb: !!int '3'\nc: ! 2\nd: !!map {}\n", '{a: "1", b: 3, c: "2", d: {}}');
});

it("gives each node the range of what the author wrote", () => {
  const text = "a:\n  - 'x'   # note\n  - {b: c}\nd: |\n  text\n\nz: &n !!str v\ny: *n\nw:\n";
  const ranges: string[] = [];
  const visit = (node: YamlNode): void => {
    ranges.push(text.slice(node.start, node.end) + (node.alias ? ` for ${text.slice(node.alias.start, node.alias.end)}` : ""));
    if (node.kind === "sequence") node.items.forEach(visit);
    if (node.kind === "mapping") node.entries.forEach((entry) => visit(entry.value));
  };
  const { root, comments } = parsed(text).value;
  if (root?.kind === "mapping") root.entries.forEach((entry) => visit(entry.value));
  expect(ranges).toEqual(["- 'x'   # note\n  - {b: c}", "'x'", "{b: c}", "c", "|\n  text", "v", "v for *n", ""]);
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(["# note"]);
});

it("finds a missing colon, and a missing space behind one", () => {
  check("m:\n  typ\n  model: x\n", '{m: {model: "x"}!}', "JJ1001 2:3 |typ| 'typ' has no ':' after it");
  check("a:\n  type: x\n  mod\nm: 1\n", '{a: {type: "x"}!, m: 1}', "JJ1001 3:3 |mod| 'mod' has no ':' after it");
  check("m:\n  \"1\" {type: http, b: c}\n  z: 3\nk: 1\n", "{m: {1: <hole>, z: 3}, k: 1}", `JJ1001 2:3 |"1"| '"1"' has no ':' after it`);
  check("a:\n  id:foo\n  version: 1\n", "{a: {version: 1}!}", "JJ1001 2:5 |:| no space after the ':' of 'id'");
  check("a: {type:end}\n", "{a: {}!}", "JJ1001 1:9 |:| no space after the ':' of 'type'");
});

it("wants quotes around a value that holds ': '", () => {
  check("a: b: c\nd: 1\n", "{a: <hole>, d: 1}", "JJ1001 1:4 |b: c| ': ' inside an unquoted value");
  check('if: state.x == "a: b" # why\nto: e\n', '{if: <hole>, to: "e"}', "JJ1001 1:5 |state.x == \"a: b\"| ': ' inside an unquoted value");
  expect(parsed('if: state.x == "a: b"').diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe("'state.x == \"a: b\"'");
});

it("offers quotes for a value, and not for what was meant as a key", () => {
  const fixes = (text: string): readonly string[] => parsed(text).diagnostics.flatMap((it) => it.fixes.flatMap((fix) => fix.edits.map((edit) => edit.text)));
  expect(fixes("a: b: c\nd: 1\n")).toEqual(['"b: c"']);
  expect(fixes("a: b:\n  c: 1\n")).toEqual([]);
  expect(fixes("a: b: c\n   d: 1\n")).toEqual([]);
  expect(fixes("- a: b: c\n  d: 1\n")).toEqual(['"b: c"']);
  expect(fixes("**: b\n")).toEqual([]);
  expect(fixes("a:\n  &x b: 1\n")).toEqual([""]);
});

it("points at the quote or bracket that is open, and reads on behind it", () => {
  check('a: "hello\nb: 1\n', "{a: <hole>, b: 1}", 'JJ1001 1:4 |"hello| the quote " is never closed');
  check("a: 'hello\n  there\nb: 1\nc: 2", "{a: <hole>, b: 1, c: 2}", "JJ1001 1:4 |'hello| the quote ' is never closed");
  check("m:\n  a: 'x\n  b: [1, 2\nc: 2", "{m: {a: <hole>, b: <hole>}, c: 2}", "JJ1001 2:6 |'x| the quote ' is never closed\nJJ1001 3:6 |[| the bracket '[' is never closed");
  check("a: [1, {b: 2]\nc: 3\n", "{a: <hole>, c: 3}", "JJ1001 1:4 |[| the bracket '[' is never closed");
  check('a: [1, "b]\nc: 3\n', "{a: <hole>, c: 3}", 'JJ1001 1:8 |"b]| the quote " is never closed');
  check("a:\n  b: [1, 2\n  c: d\ne:\n  f: 1\n", '{a: {b: <hole>, c: "d"}, e: {f: 1}}', "JJ1001 2:6 |[| the bracket '[' is never closed");
  check("a: ]\nb: 1\n", "{a: <hole>, b: 1}", "JJ1001 1:4 |]| ']' closes nothing");
  check("a: 'it's'\nb: \"x\" y\n", '{a: <hole>, b: <hole>}', "JJ1001 1:8 |s'| unexpected 's'' after the closing quote\nJJ1001 2:8 |y| unexpected 'y' after the closing quote");
});

it("finds lines that do not line up", () => {
  check("a:\n  b: 1\n   c: 2\nd: 3\n", "{a: {b: <hole>}!, d: 3}", "JJ1001 3:4 |c: 2| 'c' is indented as a part of a value that is already complete");
  check("a:\n    b: 1\n  c: 2\nd: 3\n", "{a: {b: 1}!, d: 3}!", "JJ1001 3:3 |c: 2| the indentation of 'c' matches nothing above it");
  check(" a: 1\nb: 2\nc: 3\n", "{a: 1}", "JJ1001 2:1 |b: 2| the indentation of 'b' matches nothing above it");
});

it("finds text that slipped out of its block", () => {
  check("p: |\nfoo\nbar: 1\n", '{p: "", bar: 1}!', "JJ1001 2:1 |foo| this line is indented less than its block of text");
  check("p: >\n  a\n b\nc: 1\n", '{p: "a\\n", c: 1}!', "JJ1001 3:2 |b| this line is indented less than its block of text");
});

it("finds lists in the wrong place", () => {
  check("a: - b\n   - c\nd: 1\n", "{a: <hole>, d: 1}", "JJ1001 1:4 |- b| a list cannot begin on the line of its key");
  check("a: 1\n- b\nc: 2\n", "{a: 1, c: 2}!", "JJ1001 2:1 |- b| a list item among the keys of a mapping");
  check("- a\nb: c\nd: e\n", '["a"]', "JJ1001 2:1 |b: c| 'b' stands where only list items can stand");
});

it("finds mistakes inside brackets", () => {
  check("a: [1 2, b c: d]\n", '{a: ["1 2", {b c: "d"}]}');
  check("a: ['x' 'y']\n", "{a: [{x: \"y\"}]}", "JJ1001 1:9 |'y'| no ',' before ''y''");
  check("a: {b: 1,, c: 2}\n", "{a: {b: 1, c: 2}}", "JJ1001 1:10 |,| a ',' with no item before it");
  check("a: {b: 1\n  c: 2}\nd: 1\n", "{a: {}!, d: 1}", "JJ1001 2:3 |c| no ',' before 'c'");
  check("a: [b,\n  - c]\n", '{a: ["b", ["c"]]}', "JJ1001 2:3 |- c]| a '- ' list or an indented mapping cannot stand inside brackets");
});

it("reads a text with brackets of its own inside brackets, and says that nobody else can", () => {
  const said = (line: number, column: number, text: string): string => `JJ1017 warning ${line}:${column} |${text}| '${text}' is one text here, but no other YAML tool can read it without quotes`;
  check("a: {b: list[str], c: d}\n", '{a: {b: "list[str]", c: "d"}}', said(1, 8, "list[str]"));
  check("- {when: state.a in ['b', \"c]\"], to: b}\n- [x[0], y]\n", '[{when: "state.a in [\'b\', \\"c]\\"]", to: "b"}, ["x[0]", "y"]]', `${said(1, 10, "state.a in ['b', \"c]\"]")}\n${said(2, 4, "x[0]")}`);
  check("a: {b: x[0] # c\n }\nd: |\n  {e: f[g]}\nh: '{i: j[k]}'\nl: m[n]\n", '{a: {b: "x[0]"}, d: "{e: f[g]}\\n", h: "{i: j[k]}", l: "m[n]"}', said(1, 8, "x[0]"));
  check("a: {b: list[str\nc: 1\n", "{a: <hole>, c: 1}", "JJ1001 1:4 |{| the bracket '{' is never closed");
  expect(parsed('a: {b: Literal["c"]}').diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe("'Literal[\"c\"]'");
});

it("finds a text that a comma cuts in two", () => {
  const cut = "',' inside an unquoted value: to YAML, the value ends there";
  check("- {when: f(a, g(b, c), d) > 1, to: end}\n", '[{when: <hole>, to: "end"}]', `JJ1001 1:10 |f(a, g(b, c), d) > 1| ${cut}`);
  check("a: {b: see (1, c: 2), d: e}\nf: (g, h)\n", '{a: {b: "see (1", c: "2)", d: "e"}, f: "(g, h)"}');
});

it("takes what stands behind a foreign tag for a part of it", () => {
  check("a: !state.kind == 'a'\nb: !!str 1\n", '{a: <hole>, b: "1"}', "JJ1009 1:4 |!state.kind| the tag '!state.kind' is not part of the language");
  expect(parsed("a: !state.kind == 'a'\n").diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe("\"!state.kind == 'a'\"");
});

it("says which characters cannot begin a value", () => {
  check("a: @x\nb: `y`\nc: %z\n", '{a: "@x", b: "`y`", c: "%z"}', `
    JJ1001 1:4 |@x| an unquoted value cannot begin with '@'
    JJ1001 2:4 |\`y\`| an unquoted value cannot begin with '\`'
    JJ1001 3:4 |%z| an unquoted value cannot begin with '%'
  `);
  check("a: > x\n  y\n", '{a: "y\\n"}', "JJ1001 1:6 |x| unexpected 'x' behind the block indicator");
  check('a: "\\q"\n', '{a: "\\\\q"}', "JJ1001 1:5 |\\q| '\\q' is no escape sequence");
});

it("wants templates in quotes, wherever they begin a value, and once each", () => {
  check('a: {{ x }}\nb: {{ y | join(", ") }}\nc: [{{ z }}, w]\nd: {{ a }} and {{ b }}\ne: {% if x %}{% endif %} # c\nf: 1\n', '{a: <hole>, b: <hole>, c: [<hole>, "w"], d: <hole>, e: <hole>, f: 1}', `
    JJ1007 1:4 |{{ x }}| '{{ x }}' must be quoted here
    JJ1007 2:4 |{{ y | join(", ") }}| '{{ y | join(", ") }}' must be quoted here
    JJ1007 3:5 |{{ z }}| '{{ z }}' must be quoted here
    JJ1007 4:4 |{{ a }} and {{ b }}| '{{ a }}' must be quoted here
    JJ1007 5:4 |{% if x %}{% endif %}| '{% if x %}' must be quoted here
  `);
  check("a: {{ x\nb: 1\n", "{a: <hole>, b: 1}", "JJ1007 1:4 |{{ x| '{{ x' must be quoted here");
  check("a: Dear {{ x }}\nb: '{{ y }}'\n", '{a: "Dear {{ x }}", b: "{{ y }}"}');
  expect(parsed('a: {{ x | join(", ") }}').diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe("'{{ x | join(\", \") }}'");
});

it("reads on behind tabs and offers spaces", () => {
  const text = "w:\n\tid: x\n\tv: 1\nm:\n\t\ta: |\n\t\t\tb\n";
  check("w:\n\tid: x\n\tv: 1\nm: 2\n", '{w: {id: "x", v: 1}, m: 2}', "JJ1003 2:1 |\t| tabs used for indentation, on 2 lines");
  expect(parsed(text).diagnostics.map((it) => it.code)).toEqual(["JJ1003"]);
  check("b:\n  - x\nc: \ta: y}\n", "<hole>", "JJ1003 3:4 |\t| tab used for indentation");
  check("a: |\n  x\n  \ty\nb: 'c\n  \td'\n", '{a: "x\\n\\ty\\n", b: "c d"}');
});

it("takes each key once, as text, and names both places", () => {
  check("a: 1\n'a': 2\n", "{a: 1}", "JJ1002 2:1 |'a'| key 'a' is defined twice");
  expect(parsed("a: 1\n'a': 2\n").diagnostics[0]?.related).toEqual([{ span: { block: "", start: 0, end: 1 }, message: "first defined here" }]);
  check("1: a\n0x10: b\n~: c\n[a]: d\n: e\n", '{1: "a", 16: "b", null: "c"}!', `
    JJ1011 1:1 |1| a key must be text, not the number 1
    JJ1011 2:1 |0x10| a key must be text, not the number 16 ('0x10')
    JJ1011 3:1 |~| a key must be text, not null ('~')
    JJ1011 4:1 |[a]| a key must be text, not a list
    JJ1011 5:1 || a key must be text, not empty
  `);
});

it("resolves aliases and refuses what they cannot do", () => {
  check("a: &x {b: 1}\nc: *x\n", "{a: {b: 1}, c: {b: 1}}");
  check("a: *del*\nb: &y 1\nc: &z [*z]\nd:\n  <<: 1\n", "{a: <hole>, b: 1, c: [<hole>], d: {}!}", `
    JJ1005 1:4 |*del*| no anchor above is called 'del*'
    JJ1005 warning 2:4 |&y| nothing refers to the anchor '&y'
    JJ1005 3:8 |*z| '*z' stands inside '&z' itself
    JJ1005 5:3 |<<| merge keys ('<<') are not part of YAML 1.2
  `);
});

it("warns of scalars that YAML 1.1 reads differently", () => {
  check("a: yes\non: 017\nt: 12:30\nu: 1_000\nq: 'no'\nok: 07\n", '{a: "yes", on: 17, t: "12:30", u: "1_000", q: "no", ok: 7}', `
    JJ1006 warning 1:4 |yes| 'yes' is text here, but true to loaders of YAML 1.1
    JJ1006 warning 2:1 |on| 'on' is text here, but true to loaders of YAML 1.1
    JJ1006 warning 2:5 |017| '017' is 17 here, but 15 to loaders of YAML 1.1
    JJ1006 warning 3:4 |12:30| '12:30' is text here, but 750 to loaders of YAML 1.1
    JJ1006 warning 4:4 |1_000| '1_000' is text here, but 1000 to loaders of YAML 1.1
  `);
});

const seed = `a: 1
b:
  - x
  - z: w
    v: |
      hello
        there

  - >-
    folded
    text
c: {a: b, 'd e': "f\\n g"}
d: [1, 2, [3, {x: z}]]
e: 'it''s
  two'
f: "a
  b\\
   c"
g: plain
  multi

  line
? k
: v
h: &x !!str 1
i: *x
# comment
`;
const pieces = [" ", "  ", "\n", ":", ": ", "- ", "\t", "'", '"', "[", "]", "{", "}", ",", "#", " #", "&a ", "*x", "|", ">", "?", "? ", "%", "@", "\\", "x", "1", "-", "\r\n", "...\n", "~", "|-\n", "\n\n", "''"];
const mutation = fc.record({ at: fc.nat(seed.length), remove: fc.nat(5), insert: fc.constantFrom("", ...pieces) });

it("accepts exactly what the package `yaml` accepts, and reads the same values", () => {
  fc.assert(
    fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((it, { at, remove, insert }) => it.slice(0, at) + insert + it.slice(at + remove), seed);
      const ours = parsed(text);
      const codes = new Set(ours.diagnostics.filter((it) => it.severity === "error").map((it) => it.code));
      if (ours.diagnostics.some((it) => it.code === "JJ1017")) return;
      const stricter = codes.has("JJ1007") || codes.has("JJ1010") || /no space after the ':'|has no ':' after it|',' inside an unquoted value/.test(complaints(text));
      const theirs = parseDocument(text, { uniqueKeys: false, merge: false, logLevel: "error", prettyErrors: false });
      const weRefuse = ["JJ1001", "JJ1003", "JJ1004", "JJ1005", "JJ1007", "JJ1009", "JJ1010"].some((code) => codes.has(code));
      if (theirs.errors.length > 0) expect(weRefuse).toBe(true);
      else if (!stricter) expect(codes.has("JJ1001") || codes.has("JJ1003") || codes.has("JJ1004")).toBe(false);
      if (ours.diagnostics.some((it) => it.severity === "error")) return;
      expect(ours.value.root ? plain(ours.value.root) : null).toEqual(named(theirs.toJS({ mapAsMap: true })));
    }),
    anyRuns(1500),
  );
});

function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "hole":
      return undefined;
    case "sequence":
      return node.items.map(plain);
    case "mapping":
      return new Map(node.entries.map((entry) => [entry.name, plain(entry.value)]));
  }
}

function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (value instanceof Map) return new Map([...value].map(([key, it]) => [String(key), named(it)]));
  return Object.is(value, -0) ? 0 : value;
}

it("answers any text, with spans inside it, and nodes inside their parents", () => {
  const token = fc.oneof(fc.constantFrom(...pieces, "a", "a: ", "{{ x }}", "{%", "\u202e", "\0", "\ud800", "\ufeff", "\r", "%YAML 1.2\n", "<<: "), fc.string({ unit: "binary", maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
      const text = tokens.join("");
      const { value, diagnostics } = parsed(text);
      expect(diagnostics.length).toBeLessThanOrEqual(100);
      for (const { span, fixes } of diagnostics) {
        for (const it of [span, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
          expect([0 <= it.start, it.start <= it.end, it.end <= text.length]).toEqual([true, true, true]);
        }
      }
      if (value.root) expectNested(value.root, 0, text.length);
    }),
    anyRuns(3000),
  );
});

function expectNested(node: YamlNode, start: number, end: number): void {
  if (node.alias) return;
  expect([start <= node.start, node.start <= node.end, node.end <= end]).toEqual([true, true, true]);
  if (node.kind === "sequence") for (const item of node.items) expectNested(item, node.start, node.end);
  if (node.kind !== "mapping") return;
  for (const entry of node.entries) {
    expectNested(entry.key, node.start, node.end);
    expectNested(entry.value, node.start, node.end);
  }
}
