import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { filesIn, textOf } from "../../support/house.ts";
import { jamjet, type Said } from "../fake-io.ts";

const formats = ["mermaid", "dot", "svg", "ascii"] as const;
type Format = (typeof formats)[number];

const graphOf = (text: string, ...words: readonly string[]): Promise<Said> => jamjet(["graph", "flow.yaml", ...words], { files: { "flow.yaml": text } });
const draw = async (text: string, format: Format): Promise<string> => (await graphOf(text, "--format", format)).out;

const header = (rest = ""): string => `workflow:\n  id: flow\n  version: 1.0.0\n  state_schema: {a: str, n: int}\n  inputs: [a, n]\n  start: first\n${rest}nodes:\n`;
const fetch = (id: string, rest: string): string => `  ${id}: {type: http, url: "https://x.example/{{ state.a }}", output_key: a, ${rest}}\n`;

/** One of each: conditions, a failure, a timeout, a rejection, an escalation, feedback, and a parallel within another. */
const everything = `${header("  escalate: person\n")}\
  first: {type: parallel, branches: [left, inner], join: gather}
${fetch("left", `next: [{when: "state.n > 3", to: right}, {else: other}]`)}${fetch("right", "on_error: other")}${fetch("other", "timeout: 1s")}\
  inner: {type: parallel, branches: [one, two], join: both}
${fetch("one", "timeout: 1s")}${fetch("two", "timeout: 1s")}\
  both: {type: join, wait_for: [one, two]}
  gather: {type: join, wait_for: [left, inner], next: ask}
  ask: {type: human_approval, message: "ok?", on_approved: write, on_rejected: sorry, timeout: 2h, on_timeout: person}
  write: {type: model, model: gpt-4o, prompt: "{{ state.a }}", output_key: a, next: check}
  check: {type: eval, scorers: [{type: assertion, check: "len(output.a) > 1"}], on_fail: retry_with_feedback, on_error: judge, next: done}
  judge: {type: eval, node: write, scorers: [{type: assertion, check: "len(output.a) > 1"}], on_fail: escalate, next: route}
  route: {type: branch, conditions: [{if: "state.a == 'x'", next: done}], default: sorry}
  sorry: {type: end, status: failed}
  person: {type: end}
  done: {type: end}
`;

it.each(formats)("draws one of everything as %s, the same each time", async (format) => {
  const first = await draw(everything, format);
  expect(await draw(everything, format)).toBe(first);
  const golden = join(import.meta.dirname, `everything.${format}`);
  if (process.env["UPDATE"] === "1") writeFileSync(golden, first);
  expect(first).toBe(readFileSync(golden, "utf8"));
});

const examples = filesIn("examples").filter((file) => file.endsWith("workflow.yaml"));

it.each(examples)("draws every node and every way of %s in each format", async (file) => {
  const text = textOf(file);
  const { nodes, edges } = JSON.parse((await graphOf(text, "--json")).out) as { readonly nodes: readonly { readonly id: string }[]; readonly edges: readonly { readonly loop: boolean }[] };
  expect(nodes.length).toBeGreaterThan(0);
  const pictures = Object.fromEntries(await Promise.all(formats.map(async (format) => [format, await draw(text, format)] as const)));
  for (const { id } of nodes) for (const format of formats) expect(pictures[format], `${id} in ${format}`).toContain(id);
  expect(pictures["mermaid"]?.match(/^ {2}n\d+ -?->|^ {2}n\d+ -\.->/gm)).toHaveLength(edges.length);
  expect(pictures["dot"]?.match(/^ {2}n\d+ -> n\d+/gm)).toHaveLength(edges.length);
  expect(elementsOf(pictures["svg"] ?? "").filter((name) => name === "path")).toHaveLength(edges.length + (edges.some(({ loop }) => loop) ? 2 : 1));
});

it("draws what goes wrong dashed, and what is chosen with its condition", async () => {
  const { edges } = JSON.parse((await graphOf(everything, "--json")).out) as { readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string | null; readonly dashed: boolean }[] };
  const way = (from: string, to: string): unknown => edges.filter((edge) => edge.from === from && edge.to === to).map(({ label, dashed }) => [label, dashed]);
  expect(way("left", "right")).toEqual([["state.n > 3", false]]);
  expect(way("left", "other")).toEqual([["else", false]]);
  expect(way("right", "other")).toEqual([["on error", true]]);
  expect(way("ask", "write")).toEqual([["on approved", false]]);
  expect(way("ask", "sorry")).toEqual([["on rejected", false]]);
  expect(way("ask", "person")).toEqual([["on timeout", true]]);
  expect(way("check", "write")).toEqual([["feedback", true]]);
  expect(way("judge", "person")).toEqual([["escalate", true]]);
  expect(way("route", "done")).toEqual([["state.a == 'x'", false]]);
  expect(way("other", "gather")).toEqual([[null, false]]);
});

it("puts each node into the innermost parallel around it", async () => {
  const { nodes, parallels } = JSON.parse((await graphOf(everything, "--json")).out) as { readonly nodes: readonly { readonly id: string; readonly parallel: string | null }[]; readonly parallels: unknown };
  expect(parallels).toEqual([{ fork: "first", join: "gather" }, { fork: "inner", join: "both" }]);
  expect(nodes.filter(({ parallel }) => parallel === "first").map(({ id }) => id)).toEqual(["left", "right", "other", "inner", "both"]);
  expect(nodes.filter(({ parallel }) => parallel === "inner").map(({ id }) => id)).toEqual(["one", "two"]);
});

/** H194: what closes a label and begins a command of the picture's own. */
const attacks = [`"]; click n0 "javascript:alert(1)"`, `<script>alert(1)</script>`, "`**x**`", `a" onload="x`, "]]>--><!--", "\\n\\\" }; evil [", "#quot;&lt;%% x", "\u001b[2J\u202e\u2028"];

it("quotes whatever an author writes, in conditions and in names", async () => {
  for (const attack of attacks) {
    const text = `${header().replace("version: 1.0.0", `version: 1.0.0\n  name: ${JSON.stringify(attack)}`)}${fetch("first", `next: [{when: ${JSON.stringify(`state.a == ${JSON.stringify(attack)}`)}, to: done}, {else: done}]`)}  done: {type: end}\n`;
    const mermaid = await draw(text, "mermaid");
    expect(mermaid.split("\n").length, attack).toBe(11);
    for (const line of mermaid.split("\n").slice(4)) expect(line).toMatch(/^$|^ {2}(?:n\d|start)[[({]+".*?"[\])}]+$|^ {2}\w+ -->(?:\|"[^"`<>\\;#]*(?:#\d+;[^"`<>\\;#]*)*"\|)? n\d$/u);
    const dot = await draw(text, "dot");
    for (const line of dot.split("\n").slice(4, -2)) expect(line).toMatch(/^ {2}(?:n\d|start)(?: -> n\d)?(?: \[(?:\w+=(?:"(?:[^"\\]|\\.)*"|[\w.]+)(?:, )?)+\])?;$/);
    const svg = await draw(text, "svg");
    expect(new Set(elementsOf(svg))).toEqual(new Set(["svg", "title", "desc", "defs", "marker", "path", "rect", "circle", "g", "text"]));
    for (const picture of [mermaid, dot, svg, await draw(text, "ascii")]) expect(picture).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u202e]/);
  }
});

it("draws what could be read of a document with mistakes, shows them, and exits as for findings", async () => {
  const said = await graphOf(`${header()}${fetch("first", "next: secnd")}${fetch("second", "next: done, tiemout: 1s")}  odd: {type: modl}\n  done: {type: end}\n`, "--format", "ascii");
  expect(said.code).toBe(1);
  expect(said.err).toContain("no node is called 'secnd'");
  expect(said.out.split("\n")).toEqual(["[ first ]  http  start", "  |", "  v", "? secnd ?  no node has this name", "", "[ second ]  http", "  |", "  v", "(( done ))  end", "", "? odd ?", ""]);
  expect(await graphOf("a: 1\n")).toMatchObject({ code: 1, out: "" });
});

it("chooses the format by the ending of the file, and writes the same bytes", async () => {
  for (const [file, format] of [["x.svg", "svg"], ["x.gv", "dot"], ["x.txt", "ascii"], ["x.md", "mermaid"]] as const) {
    const said = await graphOf(everything, "-o", file);
    expect(said).toMatchObject({ code: 0, out: `flow 1.0.0 → ${file}  ${format}\n` });
    expect(said.files.get(`/here/${file}`)).toBe(await draw(everything, format));
  }
  const png = await graphOf(everything, "-o", "x.png");
  expect(png).toMatchObject({ code: 2, err: "error: no format is known by the ending of 'x.png'\nhelp: end it with .mmd, .mermaid, .md, .dot, .gv, .svg, .txt, or say --format\n" });
  expect(png.files.has("/here/x.png")).toBe(false);
  expect((await graphOf(everything, "-o", "x.png", "-f", "dot")).files.get("/here/x.png")).toBe(await draw(everything, "dot"));
  expect((await graphOf(everything, "-f", "png")).err).toBe("error: 'png' is not one of mermaid, dot, svg, ascii\nhelp: write --format mermaid\n");
});

it("leaves to Graphviz what would take minutes to lay out", async () => {
  const many = Array.from({ length: 500 }, (_, index) => fetch(index === 0 ? "first" : `n${index}`, index === 499 ? "next: done" : `next: n${index + 1}`)).join("");
  const said = await graphOf(`${header()}${many}  done: {type: end}\n`, "-f", "svg");
  expect(said).toMatchObject({ code: 2, out: "", err: "error: 501 nodes and 500 ways between them are too many for svg\nhelp: let Graphviz do it: --format dot\n" });
});

it("draws what can be read of every document that shows a mistake, and lists its inputs", async () => {
  const documents = filesIn("test/diagnostics").filter((file) => file.endsWith(".yaml"));
  expect(documents.length).toBeGreaterThan(100);
  for (const file of documents) {
    const text = textOf(file);
    const codes = await Promise.all([...formats.map((format) => graphOf(text, "--format", format)), jamjet(["inputs", "flow.yaml"], { files: { "flow.yaml": text } })]);
    // 2 is a drawing that is too large to lay out.
    for (const { code, err } of codes) expect([0, 1, 2], `${file}: ${err}`).toContain(code);
  }
}, 120_000);

/** The names of the elements of a document that a parser of XML takes for well-formed. */
function elementsOf(svg: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => expect.unreachable(error.message));
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(svg).close();
  return names;
}

it("gives a drawing a title and a description of every way", async () => {
  const svg = await draw(everything, "svg");
  expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
  expect(svg).toContain('<title id="title">flow 1.0.0</title>');
  expect(svg).toContain("left leads to right (state.n &#62; 3)");
});

const marked = `${header()}\
  first: {type: parallel, branches: [one, two], join: again}
${fetch("one", "timeout: 1s")}${fetch("two", "timeout: 1s")}\
  again: {type: branch, conditions: [{if: "state.n > 3", next: first}], default: done}
  lost: {type: end}
  done: {type: end}
`;

it("marks what never runs, what races and what is in a loop, and says in a legend which is which", async () => {
  const { nodes, edges } = JSON.parse((await graphOf(marked, "--json")).out) as { readonly nodes: readonly { readonly id: string; readonly mark: string | null }[]; readonly edges: readonly { readonly from: string; readonly to: string; readonly loop: boolean }[] };
  expect(nodes.map(({ id, mark }) => [id, mark])).toEqual([["first", "loop"], ["one", "race"], ["two", "race"], ["again", "loop"], ["lost", "unreached"], ["done", null]]);
  expect(edges.filter(({ loop }) => !loop).map(({ from, to }) => [from, to])).toEqual([["again", "done"]]);
  for (const format of formats) for (const words of ["never runs", "races with another branch", "in a loop"]) expect(await draw(marked, format), format).toContain(words);
  expect(await draw(marked, "mermaid")).toContain("class n4 unreached;");
  expect(await draw(marked, "dot")).toMatch(/n4 \[.*color="#94a3b8"/);
});

it("draws what a target names and no node is called as what it is, and not as a node with a name like it", async () => {
  const misspelt = `${header().replace("start: first", "start: frist")}${fetch("first", "on_error: lost, next: don")}  done: {type: end}\n`;
  const { nodes, edges, start } = JSON.parse((await graphOf(misspelt, "--json")).out) as { readonly start: string; readonly nodes: readonly { readonly id: string; readonly mark: string | null }[]; readonly edges: readonly { readonly from: string; readonly to: string }[] };
  expect(nodes.filter(({ mark }) => mark === "missing").map(({ id }) => id)).toEqual(["frist", "lost", "don"]);
  expect([start, ...edges.map(({ from, to }) => `${from} to ${to}`)]).toEqual(["frist", "first to don", "first to lost"]);
  for (const format of formats) for (const words of ["don", "no node has this name"]) expect(await draw(misspelt, format), format).toContain(words);
});

it("explains no mark that the picture does not have", async () => {
  const plain = `${header().replace("start: first", "start: done")}  done: {type: end}\n`;
  for (const format of formats) expect(await draw(plain, format), format).not.toMatch(/legend|never runs|races|loop/);
});

it("paints marks in a terminal, and says the same without colour", async () => {
  const painted = await jamjet(["graph", "flow.yaml", "--format", "ascii"], { files: { "flow.yaml": marked }, isTty: true, env: { FORCE_COLOR: "1" } });
  const line = painted.out.split("\n").find((each) => each.includes("lost")) ?? "";
  expect(line).toContain("\u001b[");
  expect((await draw(marked, "ascii")).split("\n").find((each) => each.includes("lost"))).toContain("never runs");
});
