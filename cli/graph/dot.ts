import { visible, type Mark, type NodeForm, type Outline } from "../../compiler/index.ts";
import { markLooks, marksIn } from "./marks.ts";
import { captionOf, isAside, nested, regionTitle, titleOf } from "./picture.ts";

/** A graph in Graphviz's language; every text of the author stands in quotes. */
export function dotOf(outline: Outline): readonly string[] {
  const nodes = nested(outline, {
    node: (node, index) => `n${index} [label=${quoted(captionOf(node))}, ${looks[node.form]}${node.mark === undefined ? "" : `, ${paints[node.mark]}`}];`,
    open: (region, index) => `subgraph cluster_${index} { label=${quoted([regionTitle(outline, region)])};`,
    close: "}",
  });
  const edges = outline.edges.map((edge) => {
    const facts = [...(edge.label === undefined ? [] : [`label=${quoted([edge.label])}`]), ...(isAside(edge) ? ["style=dashed"] : []), ...(edge.isLoop ? [`color="${markLooks.loop.colour}"`] : [])];
    return `  n${edge.from} -> n${edge.to}${facts.length === 0 ? "" : ` [${facts.join(", ")}]`};`;
  });
  const start = outline.start === undefined ? [] : ["  start [label=\"\", shape=circle, style=filled, fillcolor=black, width=0.2];", `  start -> n${outline.start};`];
  const legend = marksIn(outline).map((mark) => `    legend_${mark} [label=${quoted([markLooks[mark].words])}, shape=box, ${paints[mark]}];`);
  return [
    `digraph ${quoted([titleOf(outline)])} {`,
    "  node [fontname=\"sans-serif\"];",
    "  edge [fontname=\"sans-serif\", fontsize=10];",
    "  graph [fontname=\"sans-serif\", style=dotted];",
    ...nodes,
    ...start,
    ...edges,
    ...(legend.length === 0 ? [] : ["  subgraph cluster_legend { label=\"legend\";", ...legend, "  }"]),
    "}",
  ];
}

const paints: { readonly [M in Mark]: string } = {
  missing: `color="${markLooks.missing.colour}", penwidth=2, style=dotted`,
  unreached: `color="${markLooks.unreached.colour}", fontcolor="#64748b"`,
  race: `color="${markLooks.race.colour}", penwidth=3`,
  loop: `color="${markLooks.loop.colour}", penwidth=2`,
};

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
