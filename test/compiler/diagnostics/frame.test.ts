import { expect, it } from "vitest";
import { diagnostic, report } from "../../../compiler/diagnostics/define.ts";
import { frameContext, renderFrame } from "../../../compiler/diagnostics/frame.ts";
import type { FrameOptions } from "../../../compiler/diagnostics/frame.ts";

const spec = diagnostic({
  code: "JJ2001",
  slug: "unknown-node",
  severity: "error",
  message: (p: { node: string }) => `no node is called '${p.node}'`,
  help: (p) => `add a node '${p.node}'`,
  doc: "",
});

/** `«` and `»` mark the span, `‹` and `›` a related place. Lines of `expected` begin with `|`. */
function check(marked: string, expected: string, options: FrameOptions = {}): void {
  const text = marked.replace(/[«»‹›]/g, "");
  const at = (mark: string): number => [...marked.slice(0, marked.indexOf(mark))].filter((it) => !"«»‹›".includes(it)).join("").length;
  const span = { block: "", start: at("«"), end: at("»") };
  const related = marked.includes("‹") ? [{ span: { block: "", start: at("‹"), end: at("›") }, message: "first here" }] : [];
  const node = text.slice(span.start, span.end).replace(/\n/g, " ").slice(0, 12);
  const frame = renderFrame(frameContext({ uri: "a.yaml", text }, options), report(spec, span, { node }, { related }));
  const lines = expected.trim().split("\n").map((line) => line.replace(/^\s*\|/, ""));
  expect(frame.split("\n").slice(1, -1)).toEqual(lines);
}

it("shows severity, code, slug, message, place, source and help", () => {
  const text = "a: 1\nnext: sumarize\n";
  const span = { block: "", start: 11, end: 19 };
  expect(renderFrame(frameContext({ uri: "research.yaml", text }), report(spec, span, { node: "sumarize" }))).toBe(
    [
      "error[JJ2001] unknown-node: no node is called 'sumarize'",
      " --> research.yaml:2:7",
      "2 | next: sumarize",
      "  |       ^^^^^^^^",
      "help: add a node 'sumarize'",
    ].join("\n"),
  );
});

it("shows related places as notes, with line numbers in one column", () => {
  check(`‹a›: 1${"\n".repeat(10)}«a»: 2`, `
    |  --> a.yaml:11:1
    |11 | a: 2
    |   | ^
    |note: first here
    |  --> a.yaml:1:1
    | 1 | a: 1
    |   | -
  `);
});

it("marks the first and the last line of a longer span", () => {
  check("a: «'x\n  y»'", `
    | --> a.yaml:1:4
    |1 | a: 'x
    |  |    ^^
    |2 |   y'
    |  |   ^
  `);
  check("a: «'x\n  y\n  z'»\nb", `
    | --> a.yaml:1:4
    |1 | a: 'x
    |  |    ^^
    |...
    |3 |   z'
    |  |   ^^
  `);
  check("a: «x\n»b: 1", `
    | --> a.yaml:1:4
    |1 | a: x
    |  |    ^
  `);
});

it("marks places that hold nothing", () => {
  check("«»", `
    | --> a.yaml:1:1
    |1 |
    |  | ^
  `);
  check("a:«»\nb", `
    | --> a.yaml:1:3
    |1 | a:
    |  |   ^
  `);
  check("a\n«»", `
    | --> a.yaml:2:1
    |2 |
    |  | ^
  `);
});

it("keeps carets under tabs, wide and combining characters", () => {
  check("\ta\t«b»", `
    | --> a.yaml:1:4
    |1 |     a   b
    |  |         ^
  `);
  check("日本: «語x»", `
    | --> a.yaml:1:5
    |1 | 日本: 語x
    |  |       ^^^
  `);
  check("e\u0301: «o\u0308k» 😀", `
    | --> a.yaml:1:5
    |1 | e\u0301: o\u0308k 😀
    |  |    ^^
  `);
});

it("writes out characters that could deceive or drive a terminal", () => {
  check("a: \u202e«x\u001b[2J»", `
    | --> a.yaml:1:5
    |1 | a: <U+202E>x<U+001B>[2J
    |  |            ^^^^^^^^^^^^
  `);
});

it("shows the part of a long line around the caret", () => {
  check(`a: ${"x".repeat(60)}«yes»${"z".repeat(60)}`, `
    | --> a.yaml:1:64
    |1 | …xxxxxxxxxxxxxxxyeszzzzzzzzzzzzzzzz…
    |  |                 ^^^
  `, { width: 40 });
});

it("keeps to the width on a line of any length", () => {
  const text = `a: ${"語".repeat(300_000)}`;
  const frame = renderFrame(frameContext({ uri: "a.yaml", text }), report(spec, { block: "", start: 150_000, end: 299_000 }, { node: "x" }));
  const [, , source = "", carets = ""] = frame.split("\n");
  expect(source.startsWith("1 | …語")).toBe(true);
  expect(source.endsWith("語…")).toBe(true);
  expect(source.length).toBeLessThan(50);
  expect(carets.length).toBeLessThanOrEqual(80);
});

it("finds spans of blocks and paints the parts", () => {
  const mark = (name: string) => (text: string): string => `<${name}>${text}</${name}>`;
  const text = "a: 1\nb: 2";
  const context = frameContext(
    { uri: "a.yaml", text },
    {
      blocks: { blocks: [], length: 0, absolute: ({ start, end }) => ({ start: start + 5, end: end + 5 }), relative: () => ({ block: "b", start: 0, end: 0 }), fileOf: () => undefined, files: [] },
      paint: { severity: mark("s"), message: mark("m"), gutter: mark("g"), caret: mark("c"), note: mark("n") },
    },
  );
  expect(renderFrame(context, report(spec, { block: "b", start: 3, end: 4 }, { node: "2" }))).toBe(
    [
      "<s>error[JJ2001]</s> <m>unknown-node: no node is called '2'</m>",
      "<g> --></g> a.yaml:2:4",
      "<g>2 |</g> b: 2",
      "<g>  |</g>    <c>^</c>",
      "<n>help:</n> add a node '2'",
    ].join("\n"),
  );
});
