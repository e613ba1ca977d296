import { visible, type NodeForm, type Outline } from "../../compiler/index.ts";
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
  return ["---", `title: ${JSON.stringify(visible(titleOf(outline)))}`, "---", "flowchart TD", ...nodes, ...start, ...edges];
}

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
