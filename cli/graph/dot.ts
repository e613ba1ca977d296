import { visible, type NodeForm, type Outline } from "../../compiler/index.ts";
import { captionOf, isAside, nested, regionTitle, titleOf } from "./picture.ts";

/** A graph in Graphviz's language; every text of the author stands in quotes. */
export function dotOf(outline: Outline): readonly string[] {
  const nodes = nested(outline, {
    node: (node, index) => `n${index} [label=${quoted(captionOf(node))}, ${looks[node.form]}];`,
    open: (region, index) => `subgraph cluster_${index} { label=${quoted([regionTitle(outline, region)])};`,
    close: "}",
  });
  const edges = outline.edges.map((edge) => {
    const facts = [...(edge.label === undefined ? [] : [`label=${quoted([edge.label])}`]), ...(isAside(edge) ? ["style=dashed"] : [])];
    return `  n${edge.from} -> n${edge.to}${facts.length === 0 ? "" : ` [${facts.join(", ")}]`};`;
  });
  const start = outline.start === undefined ? [] : ["  start [label=\"\", shape=circle, style=filled, fillcolor=black, width=0.2];", `  start -> n${outline.start};`];
  return [
    `digraph ${quoted([titleOf(outline)])} {`,
    "  node [fontname=\"sans-serif\"];",
    "  edge [fontname=\"sans-serif\", fontsize=10];",
    "  graph [fontname=\"sans-serif\", style=dotted];",
    ...nodes,
    ...start,
    ...edges,
    "}",
  ];
}

const looks: { readonly [F in NodeForm]: string } = {
  end: "shape=box, style=rounded, peripheries=2",
  judge: "shape=hexagon",
  model: "shape=box, style=rounded",
  call: "shape=box",
  fork: "shape=trapezium",
  join: "shape=invtrapezium",
  pause: "shape=cds",
  choice: "shape=diamond",
  unknown: "shape=box, style=dotted",
};

/** Lines in one quoted text. Source: Graphviz, "escString" and its entities. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => visible(line).replace(/["\\]/g, "\\$&").replaceAll("&", "&amp;")).join("\\n")}"`;
}
