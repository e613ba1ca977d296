import { visible, type Mark, type NodeForm, type Outline } from "../../compiler/index.ts";
import { markLooks, marksIn } from "./marks.ts";
import { captionOf, isAside, nested, regionTitle, titleOf } from "./picture.ts";

/** A Mermaid flowchart. No text of the author stands in it but quoted, and with all that Mermaid or HTML could read as its own written as a number. */
export function mermaidOf(outline: Outline): readonly string[] {
  const nodes = nested(outline, {
    node: (node, index) => `n${index}${brackets[node.form].join(`"${captionOf(node).map(quoted).join("<br/>")}"`)}`,
    open: (region, index) => `subgraph r${index}["${quoted(regionTitle(outline, region))}"]`,
    close: "end",
  });
  const edges = outline.edges.map((edge) => `  n${edge.from} ${isAside(edge) ? "-.->" : "-->"}${edge.label === undefined ? "" : `|"${quoted(edge.label)}"|`} n${edge.to}`);
  const start = outline.start === undefined ? [] : ["  start((\" \"))", `  start --> n${outline.start}`];
  const offset = start.length === 0 ? 0 : 1;
  const loops = outline.edges.flatMap(({ isLoop }, index) => (isLoop ? [index + offset] : []));
  const painted = marksIn(outline).flatMap((mark) => {
    const marked = outline.nodes.flatMap((node, index) => (node.mark === mark ? [`n${index}`] : []));
    return [`  classDef ${mark} ${classes[mark]};`, ...(marked.length === 0 ? [] : [`  class ${marked.join(",")} ${mark};`])];
  });
  const legend = marksIn(outline).map((mark) => `    legend_${mark}["${markLooks[mark].words}"]:::${mark}`);
  return [
    "---", 
    `title: ${JSON.stringify(visible(titleOf(outline)))}`,
    "---",
    "flowchart TD",
    ...nodes,
    ...start,
    ...edges,
    ...painted,
    ...(loops.length === 0 ? [] : [`  linkStyle ${loops.join(",")} stroke:${markLooks.loop.colour};`]),
    ...(legend.length === 0 ? [] : ["  subgraph legend", ...legend, "  end"]),
  ];
}

const classes: { readonly [M in Mark]: string } = {
  missing: `stroke:${markLooks.missing.colour},stroke-width:2px,stroke-dasharray:2 3`,
  unreached: `stroke:${markLooks.unreached.colour},color:#64748b,stroke-dasharray:4 3`,
  race: `stroke:${markLooks.race.colour},stroke-width:3px`,
  loop: `stroke:${markLooks.loop.colour},stroke-width:2px`,
};

const brackets: { readonly [F in NodeForm]: readonly [open: string, close: string] } = {
  end: ["([", "])"],
  judge: ["{{", "}}"],
  model: ["(", ")"],
  call: ["[", "]"],
  fork: ["[/", "\\]"],
  join: ["[\\", "/]"],
  pause: [">", "]"],
  choice: ["{", "}"],
  unknown: ["[", "]"],
};

/** Source: Mermaid, "Entity codes to escape characters". */
function quoted(text: string): string {
  return visible(text).replace(/[^\p{L}\p{M}\p{N} _.,:=+()!?'/-]/gu, (character) => `#${character.codePointAt(0)};`);
}
