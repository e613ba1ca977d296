import { compile, type ProjectView } from "../../compiler/index.ts";

/** A workflow of the given nodes, each on a line of its own as `id: {…}`; it starts with the first and has an `end`. */
export function workflowOf(nodes: string, header = "", schema = "a: str, b: str, count: int, score: float, tags: 'list[str]'"): string {
  const lines = nodes.trim().split("\n").map((line) => line.trim());
  const start = lines[0]?.split(":")[0] ?? "";
  const head = header === "" ? "" : `${header.trim().split("\n").map((line) => `  ${line.trim()}`).join("\n")}\n`;
  const end = lines.some((line) => line.startsWith("end:")) ? [] : ["end: {type: end}"];
  return `workflow:\n  id: test\n  version: 0.1.0\n  start: ${start}\n  state_schema: {${schema}}\n${head}nodes:\n${[...lines, ...end].map((line) => `  ${line}\n`).join("")}`;
}

/** The same with a state of those keys alone that are named in it or, between spaces, in `others`. */
export function leanWorkflowOf(nodes: string, header = "", others = ""): string {
  const named = Object.entries({ a: "str", b: "str", count: "int", score: "float", tags: "'list[str]'" }).filter(([key]) => new RegExp(`\\b${key}\\b`).test(`${nodes} ${header} ${others}`));
  return workflowOf(nodes, header, named.map(([key, type]) => `${key}: ${type}`).join(", "));
}

/** Of what the documents of tests declare together, each uses a part: nobody asks for the rest. */
export const asked: Pick<ProjectView, "severities"> = { severities: new Map([["JJ5105", "off"]]) };

/** What is said of a document, one line each: `JJ4001 «publish» node 'publish' can never run: …`, and related places behind it. */
export function findingsIn(text: string, project: Partial<ProjectView> = {}): readonly string[] {
  const { diagnostics, blocks } = compile({ uri: "test.yaml", text }, { project: { servers: ["s"], fileExists: () => true, textOf: () => ({ ok: true, text: "hi" }), ...asked, ...project } });
  return diagnostics.map(({ code, severity, span, message, related }) => {
    const marked = (of: typeof span): string => {
      const { start, end } = blocks.absolute(of);
      return `«${text.slice(start, end)}»`;
    };
    const others = related.length === 0 ? "" : ` [${related.map((each) => marked(each.span)).join(" ")}]`;
    return `${code}${severity === "error" ? "" : ` ${severity}`} ${marked(span)} ${message}${others}`;
  });
}
