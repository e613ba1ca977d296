import { resolve } from "node:path";
import type { Outline } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { draw, formatNames, formatOf, knownEndings, mostDrawn } from "../graph/formats.ts";
import { isAside } from "../graph/picture.ts";
import { page } from "../render/page.ts";
import { openDocument } from "../open-document.ts";

export const graph = command({
  name: "graph",
  summary: "draw the graph of a workflow",
  arguments: { file: { doc: "a workflow document, or - for standard input" } },
  options: {
    format: { kind: "choice", oneOf: formatNames, short: "f", doc: "how to draw; else by the ending of --output, else mermaid" },
    output: { kind: "text", value: "file", short: "o", doc: "write the drawing there instead of to standard output" },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet graph workflow.yaml", "jamjet graph workflow.yaml --format ascii", "jamjet graph workflow.yaml -o workflow.svg"],
  async run({ args, options }, io) {
    const asked = formatOf(options.output ?? "");
    if (options.format === undefined && asked === "unknown") return refusal(`no format is known by the ending of '${String(options.output)}'`, `end it with ${knownEndings.join(", ")}, or say --format`);
    const document = openDocument(args.file, io);
    if (!document.ok) return document.answer;
    const { outline, exit } = document.value;
    const format = options.format ?? (asked === "nothing" || asked === "unknown" ? "mermaid" : asked);
    const size = outline.nodes.length + outline.edges.length;
    if (size > mostDrawn(format)) return refusal(`${outline.nodes.length} nodes and ${outline.edges.length} ways between them are too many for ${format}`, "let Graphviz do it: --format dot");
    const lines = await draw(outline, format);
    const picture = page(lines, "never");
    if (options.output === undefined) return answer(exit, { ...graphData(outline), format, picture }, lines);
    const written = io.write(resolve(io.cwd, options.output), picture, "replace");
    if (!written.ok) return refusal(`cannot write '${options.output}': ${written.reason}`);
    return answer(exit, { ...graphData(outline), format, output: options.output }, [`${outline.id} ${outline.version} → ${options.output}  ${format}`]);
  },
});

function graphData({ id, version, start, nodes, edges, regions }: Outline): JsonObject {
  const idOf = (index: number | undefined): string | null => (index === undefined ? null : (nodes[index]?.id ?? null));
  return {
    workflow_id: id,
    version,
    start: idOf(start),
    nodes: nodes.map((node) => ({ id: node.id, type: node.kind ?? null, parallel: idOf(node.region === undefined ? undefined : regions[node.region]?.fork), mark: node.mark ?? null })),
    edges: edges.map((edge) => ({ from: idOf(edge.from), to: idOf(edge.to), role: edge.role, label: edge.label ?? null, dashed: isAside(edge), loop: edge.isLoop })),
    parallels: regions.map(({ fork, join }) => ({ fork: idOf(fork), join: idOf(join) })),
  };
}
