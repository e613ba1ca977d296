import * as dagre from "@dagrejs/dagre";
import type { Outline } from "../../compiler/index.ts";
import { filledRegions } from "./picture.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle by its middle. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of a picture goes, in pixels from its upper left corner. */
export interface Layout extends Size {
  readonly nodes: readonly Box[];
  /** The way of each edge from border to border, and the middle of its label. */
  readonly edges: readonly { readonly points: readonly Point[]; readonly label: Point | undefined }[];
  /** Undefined for a region in which nothing lies. */
  readonly regions: readonly (Box | undefined)[];
}

const margin = 24;

/** Lays a graph out in layers, from top to bottom; equal graphs are laid out alike. */
export function layoutOf(outline: Outline, sizes: { readonly nodes: readonly Size[]; readonly labels: readonly (Size | undefined)[] }): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, edgesep: 16, ranksep: 40, marginx: margin, marginy: margin });
  sizes.nodes.forEach((size, index) => graph.setNode(`n${index}`, { ...size }));
  const filled = filledRegions(outline);
  for (const region of filled) graph.setNode(`r${region}`, {});
  outline.regions.forEach(({ parent }, region) => void (parent !== undefined && filled.has(region) && graph.setParent(`r${region}`, `r${parent}`)));
  outline.nodes.forEach(({ region }, index) => void (region === undefined || graph.setParent(`n${index}`, `r${region}`)));
  outline.edges.forEach(({ from, to }, index) => graph.setEdge(`n${from}`, `n${to}`, { ...sizes.labels[index], labelpos: "c" }, `e${index}`));
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: outline.nodes.map((_, index) => boxOf(graph.node(`n${index}`))),
    edges: outline.edges.map(({ from, to }, index) => {
      const { points, x, y } = graph.edge(`n${from}`, `n${to}`, `e${index}`);
      return { points: points.map((point: Point) => ({ x: round(point.x), y: round(point.y) })), label: sizes.labels[index] === undefined ? undefined : { x: round(x), y: round(y) } };
    }),
    regions: outline.regions.map((_, region) => (filled.has(region) ? boxOf(graph.node(`r${region}`)) : undefined)),
  };
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Tenths of a pixel: what lies below differs with the arithmetic of a machine. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
