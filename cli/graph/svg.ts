import { cellsOf, visible, type Mark, type NodeForm, type Outline, type OutlineNode } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { layoutOf, type Box, type Layout, type Point, type Size } from "./layout.ts";
import { markLooks, marksIn } from "./marks.ts";
import { captionOf, isAside, regionTitle, titleOf } from "./picture.ts";

/** A drawing that stands alone: no script, no link, nothing fetched; title, description and names for those who do not see it. Each node carries its id, for those who show it. */
export function svgOf(outline: Outline): readonly string[] {
  const captions = outline.nodes.map((node) => captionOf(node).map((line) => shortened(line, longestCaption)));
  const labels = outline.edges.map(({ label }) => (label === undefined ? undefined : wrapped(label)));
  const layout = layoutOf(outline, {
    nodes: outline.nodes.map((node, index) => shapeSize(node.form, textSize(captions[index] ?? []))),
    labels: labels.map((lines) => lines && padded(textSize(lines, smallText), 4)),
  });
  const legend = legendOf(marksIn(outline), layout.height);
  const width = Math.max(layout.width, legend.width);
  const height = tenth(layout.height + legend.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="ui-sans-serif, system-ui, sans-serif" font-size="${text.size}">`,
    `<title id="title">${escaped(titleOf(outline))}</title>`,
    `<desc id="desc">${escaped(described(outline))}</desc>`,
    "<defs>",
    tipMark("tip", ink),
    ...(outline.edges.some(({ isLoop }) => isLoop) ? [tipMark("loop-tip", markLooks.loop.colour)] : []),
    "</defs>",
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...regionMarks(outline, layout),
    ...outline.edges.flatMap((edge, index) => edgeMarks(edge, touching(edge, layout.edges[index], outline, layout), labels[index] ?? [])),
    ...outline.nodes.flatMap((node, index) => nodeMarks(node, layout.nodes[index], captions[index] ?? [], index === outline.start)),
    ...legend.marks,
    "</svg>",
  ];
}

/** The tip of an arrow. */
function tipMark(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${colour}"/></marker>`;
}

interface TextLook {
  readonly size: number;
  readonly line: number;
  /** Of one column: a little more than letters take in common fonts. */
  readonly column: number;
}

const text: TextLook = { size: 13, line: 17, column: 7.4 };
const smallText: TextLook = { size: 11, line: 14, column: 6.3 };
const ink = "#334155";
const longestCaption = 40;
const longestLabel = 28;
const mostLabelLines = 3;

/** Every node and way in words, in the order of the text. */
function described({ nodes, edges, start }: Outline): string {
  const idOf = (index: number): string => nodes[index]?.id ?? "";
  const ways = edges.map(({ from, to, label }) => `${idOf(from)} leads to ${idOf(to)}${label === undefined ? "" : ` (${label})`}`);
  return [`${nodes.length} nodes${start === undefined ? "" : `, beginning with ${idOf(start)}`}`, ...ways].join("; ");
}

function regionMarks(outline: Outline, layout: Layout): readonly string[] {
  return outline.regions.flatMap((region, index) => {
    const box = layout.regions[index];
    if (box === undefined) return [];
    const { left, top } = cornerOf(box);
    return [
      `<rect x="${left}" y="${top}" width="${box.width}" height="${box.height}" rx="8" fill="#94a3b8" fill-opacity="0.12" stroke="#94a3b8" stroke-dasharray="2 3"/>`,
      `<text x="${tenth(left + 8)}" y="${tenth(top + 15)}" font-size="${smallText.size}" fill="#475569">${escaped(shortened(regionTitle(outline, region), longestCaption))}</text>`,
    ];
  });
}

/** A way that reaches the shapes at its ends: the layout knows only the boxes around them. */
function touching({ from, to }: Outline["edges"][number], placed: Layout["edges"][number] | undefined, { nodes }: Outline, layout: Layout): Layout["edges"][number] | undefined {
  const reach = (point: Point, node: number): Point => {
    const box = layout.nodes[node];
    if (box === undefined || nodes[node]?.form !== "choice") return point;
    const [dx, dy] = [point.x - box.x, point.y - box.y];
    const scale = 1 / (Math.abs(dx) / (box.width / 2) + Math.abs(dy) / (box.height / 2));
    return { x: tenth(box.x + dx * scale), y: tenth(box.y + dy * scale) };
  };
  if (placed === undefined) return undefined;
  const last = placed.points.length - 1;
  return { ...placed, points: placed.points.map((point, index) => (index === 0 ? reach(point, from) : index === last ? reach(point, to) : point)) };
}

function edgeMarks(edge: Outline["edges"][number], placed: Layout["edges"][number] | undefined, lines: readonly string[]): readonly string[] {
  if (placed === undefined) return [];
  const way = `<path d="${curve(placed.points)}" fill="none" stroke="${edge.isLoop ? markLooks.loop.colour : ink}"${isAside(edge) ? ' stroke-dasharray="6 4"' : ""} marker-end="url(#${edge.isLoop ? "loop-tip" : "tip"})"/>`;
  if (placed.label === undefined) return [way];
  const size = padded(textSize(lines, smallText), 2);
  const { left, top } = cornerOf({ ...placed.label, ...size });
  return [
    way,
    `<g><title>${escaped(edge.label ?? "")}</title><rect x="${left}" y="${top}" width="${size.width}" height="${size.height}" rx="3" fill="#ffffff" fill-opacity="0.9"/>${textMarks(lines, placed.label, smallText)}</g>`,
  ];
}

function nodeMarks(node: OutlineNode, box: Box | undefined, lines: readonly string[], isStart: boolean): readonly string[] {
  if (box === undefined) return [];
  const { top } = cornerOf(box);
  const mark = isStart ? [`<circle cx="${box.x}" cy="${tenth(top - 10)}" r="5" fill="${ink}"/>`] : [];
  return [...mark, `<g data-node="${escaped(node.id)}"><title>${escaped(captionOf(node).join(": "))}</title>${shapeMark(node.form, box, node.mark)}${textMarks(lines, box, text)}</g>`];
}

const fills: { readonly [F in NodeForm]: string } = {
  end: "#dcfce7",
  judge: "#fef3c7",
  model: "#ede9fe",
  call: "#e0f2fe",
  fork: "#f1f5f9",
  join: "#f1f5f9",
  pause: "#fee2e2",
  choice: "#ffedd5",
  unknown: "#f1f5f9",
};

function shapeMark(form: NodeForm, { x, y, width, height }: Box, mark?: Mark): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const look = `fill="${fills[form]}" ${mark === undefined ? `stroke="${ink}"` : strokes[mark]}`;
  const rectangle = (rx: number): string => `<rect x="${tenth(left)}" y="${tenth(top)}" width="${width}" height="${height}" rx="${rx}" ${look}/>`;
  const polygon = (...corners: readonly (readonly [x: number, y: number])[]): string => `<polygon points="${corners.map((corner) => corner.map(tenth).join(",")).join(" ")}" ${look}/>`;
  switch (form) {
    case "end": return rectangle(height / 2);
    case "model": return rectangle(8);
    case "call": case "unknown": return rectangle(1);
    case "judge": return polygon([left, y], [left + slant, top], [right - slant, top], [right, y], [right - slant, bottom], [left + slant, bottom]);
    case "fork": return polygon([left + slant, top], [right - slant, top], [right, bottom], [left, bottom]);
    case "join": return polygon([left, top], [right, top], [right - slant, bottom], [left + slant, bottom]);
    case "pause": return polygon([left, top], [right - slant, top], [right, y], [right - slant, bottom], [left, bottom]);
    case "choice": return polygon([x, top], [right, y], [x, bottom], [left, y]);
    default: return unreachable(form, "shapeMark");
  }
}

const strokes: { readonly [M in Mark]: string } = {
  missing: `stroke="${markLooks.missing.colour}" stroke-width="2" stroke-dasharray="2 3"`,
  unreached: `stroke="${markLooks.unreached.colour}" stroke-dasharray="4 3"`,
  race: `stroke="${markLooks.race.colour}" stroke-width="3"`,
  loop: `stroke="${markLooks.loop.colour}" stroke-width="2"`,
};

interface Legend extends Size {
  readonly marks: readonly string[];
}

/** What the marks of the picture mean, below it; nothing where there are none. */
function legendOf(marks: readonly Mark[], below: number): Legend {
  if (marks.length === 0) return { width: 0, height: 0, marks: [] };
  const row = 22;
  const rows = marks.map((mark, index) => {
    const y = tenth(below + index * row);
    const { words } = markLooks[mark];
    return `<g><rect x="24" y="${y}" width="26" height="14" rx="3" fill="#ffffff" ${strokes[mark]}/><text x="60" y="${tenth(y + 11)}" font-size="${smallText.size}" fill="#0f172a">${escaped(words)}</text></g>`;
  });
  return { width: tenth(84 + Math.max(...marks.map((mark) => columnsOf(markLooks[mark].words))) * smallText.column), height: marks.length * row + 10, marks: rows };
}

const slant = 12;

/** The size of a shape around a text of this size. */
function shapeSize(form: NodeForm, inner: Size): Size {
  const { width, height } = padded(inner, 10);
  // In a rhombus a text of half its width has three tenths of its height.
  if (form === "choice") return { width: tenth(width * 1.6), height: tenth(height * 1.8) };
  return { width: tenth(width + 2 * slant), height };
}

function textSize(lines: readonly string[], look: TextLook = text): Size {
  return { width: tenth(Math.max(0, ...lines.map(columnsOf)) * look.column), height: lines.length * look.line };
}

function padded({ width, height }: Size, by: number): Size {
  return { width: tenth(width + 2 * by), height: tenth(height + 2 * by) };
}

/** Lines in the middle of a point; those below the first are paler. */
function textMarks(lines: readonly string[], { x, y }: Point, look: TextLook): string {
  const first = y - ((lines.length - 1) * look.line) / 2 + look.size * 0.35;
  return lines.map((line, index) => `<text x="${x}" y="${tenth(first + index * look.line)}" text-anchor="middle" font-size="${look.size}" fill="${look === text && index > 0 ? "#64748b" : "#0f172a"}">${escaped(line)}</text>`).join("");
}

/** A smooth way that begins and ends as the points do: it bends at each point and touches the middle between two. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (first === undefined || last === undefined) return "";
  const bends = rest.map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${point.x} ${point.y} ${tenth((point.x + next.x) / 2)} ${tenth((point.y + next.y) / 2)}`;
  });
  return [`M${first.x} ${first.y}`, ...bends, `L${last.x} ${last.y}`].join("");
}

function cornerOf({ x, y, width, height }: Box): { readonly left: number; readonly top: number } {
  return { left: tenth(x - width / 2), top: tenth(y - height / 2) };
}

/** The words of a label in a few short lines. */
function wrapped(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last} ${word}`) <= longestLabel) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word, longestLabel));
  }
  return lines.length <= mostLabelLines ? lines : [...lines.slice(0, mostLabelLines - 1), `${lines[mostLabelLines - 1]} …`];
}

function shortened(line: string, most: number): string {
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

function columnsOf(line: string): number {
  return cellsOf(visible(line)).reduce((columns, cell) => columns + cell.width, 0);
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** As text of XML: control characters made visible, since XML has no way to say them. */
function escaped(line: string): string {
  return visible(line).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
