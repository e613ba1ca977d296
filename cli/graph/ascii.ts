import { visible, type NodeForm, type Outline, type OutlineEdge } from "../../compiler/index.ts";
import type { Line } from "../render/page.ts";
import { markLooks } from "./marks.ts";
import { captionOf, isAside } from "./picture.ts";

/*
 * A node stands in each row, in the order of flow. The usual way to the next node runs straight down; every other way
 * has a line below its node that names where it leads, and a lane of its own to the left that leads there.
 */

/** The graph in plain characters, for terminals and comments; what is marked says so in words, and in its colour. */
export function asciiOf(outline: Outline): readonly Line[] {
  const rows = rowsOf(outline, flowOrder(outline));
  const lanes = lanesOf(rows);
  const width = Math.max(0, ...lanes.map(({ lane }) => lane + 1));
  return rows.map((row, at): Line => {
    const left = leftOf(at, lanes.filter(({ first, last }) => first <= at && at <= last), width);
    const mark = row.node === undefined ? undefined : outline.nodes[row.node]?.mark;
    if (mark === undefined) return (left + row.text).trimEnd();
    return [left, { tone: markLooks[mark].tone, text: row.text.trimEnd() }];
  });
}

/** More ways side by side than these go without a lane: their line still says where they lead. */
const mostLanes = 12;

interface Row {
  readonly text: string;
  /** The node that stands here, or the way that begins here in a lane. */
  readonly node?: number;
  readonly leaves?: OutlineEdge;
}

function rowsOf(outline: Outline, order: readonly number[]): readonly Row[] {
  const waysFrom: OutlineEdge[][] = outline.nodes.map(() => []);
  for (const edge of outline.edges) waysFrom[edge.from]?.push(edge);
  return order.flatMap((node, place): readonly Row[] => {
    const ways = waysFrom[node] ?? [];
    const straight = ways.find((way) => way.to === order[place + 1] && !isAside(way));
    const label = (way: OutlineEdge): string => (way.label === undefined ? "" : ` ${visible(way.label)}`);
    return [
      { text: nodeText(outline, node), node },
      ...ways.flatMap((way) => (way === straight ? [] : [{ text: `${isAside(way) ? "..+" : "--+"}${label(way)} ${isAside(way) ? "..>" : "-->"} ${idOf(outline, way.to)}`, leaves: way }])),
      ...(straight !== undefined ? [{ text: `  |${label(straight)}` }, { text: "  v" }] : place + 1 < order.length ? [{ text: "" }] : []),
    ];
  });
}

function nodeText(outline: Outline, index: number): string {
  const node = outline.nodes[index];
  if (node === undefined) return "";
  const [open, close] = brackets[node.form];
  const [, kind] = captionOf(node);
  const fork = node.region === undefined ? undefined : outline.regions[node.region]?.fork;
  const notes = [kind, index === outline.start ? "start" : undefined, fork === undefined ? undefined : `in parallel '${idOf(outline, fork)}'`, node.mark === undefined ? undefined : markLooks[node.mark].words];
  return [`${open} ${visible(node.id)} ${close}`, ...notes].filter((note) => note !== undefined).join("  ");
}

function idOf(outline: Outline, index: number): string {
  return visible(outline.nodes[index]?.id ?? "");
}

const brackets: { readonly [F in NodeForm]: readonly [open: string, close: string] } = {
  end: ["((", "))"],
  judge: ["{", "}"],
  model: ["(", ")"],
  call: ["[", "]"],
  fork: ["/", "\\"],
  join: ["\\", "/"],
  pause: ["[[", "]]"],
  choice: ["<", ">"],
  unknown: ["?", "?"],
};

interface Lane {
  /** 0 is next to the nodes. */
  readonly lane: number;
  /** The rows between which it runs, both included. */
  readonly first: number;
  readonly last: number;
  readonly isDashed: boolean;
  /** The row of the node it leads to. */
  readonly target: number;
}

/** A lane for each way that has one. Short ways come first, so that lanes rarely cross. */
function lanesOf(rows: readonly Row[]): readonly Lane[] {
  const rowOf = new Map(rows.flatMap(({ node }, at) => (node === undefined ? [] : [[node, at] as const])));
  const spans = rows.flatMap(({ leaves }, at) => {
    const target = leaves && rowOf.get(leaves.to);
    return leaves === undefined || target === undefined ? [] : [{ target, isDashed: isAside(leaves), first: Math.min(at, target), last: Math.max(at, target) }];
  });
  spans.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first);
  const taken: { readonly first: number; readonly last: number }[][] = [];
  return spans.flatMap((span): readonly Lane[] => {
    const free = taken.findIndex((lane) => lane.every((other) => other.last < span.first || span.last < other.first));
    const lane = free === -1 ? taken.length : free;
    if (lane >= mostLanes) return [];
    (taken[lane] ??= []).push(span);
    return [{ ...span, lane }];
  });
}

/** What stands left of a row: lanes that pass by, lanes that begin here, and lanes that end at its node. */
function leftOf(at: number, lanes: readonly Lane[], width: number): string {
  const left = Array.from({ length: width === 0 ? 0 : 2 * width + 2 }, () => " ");
  const place = (lane: number): number => 2 * (width - 1 - lane);
  const turning = lanes.filter(({ first, last }) => at === first || at === last);
  for (const each of lanes) left[place(each.lane)] = turning.includes(each) ? "+" : each.isDashed ? ":" : "|";
  for (const { lane, isDashed } of turning) {
    for (let column = place(lane) + 1; column < left.length; column += 1) if (left[column] === " ") left[column] = isDashed ? "." : "-";
  }
  if (turning.some(({ target }) => target === at)) left[left.length - 2] = ">";
  return left.join("").replace(/>[-.]$/, "> ");
}

/** The nodes so that ways lead down where they can: depth first, the usual way nearest; then those nothing leads to. */
function flowOrder({ nodes, edges, start }: Outline): readonly number[] {
  const next: number[][] = nodes.map(() => []);
  // What is entered last stands nearest to its node.
  for (const { from, to } of edges.toSorted((a, b) => Number(isAside(b)) - Number(isAside(a))).toReversed()) next[from]?.push(to);
  const seen = new Set<number>();
  const roots = start === undefined ? [...nodes.keys()] : [start, ...nodes.keys()];
  return roots.flatMap((root) => leavingOrder(root, next, seen).toReversed());
}

/** The nodes that a walk from `root` leaves, in that order; without recursion, for graphs are as deep as they like. */
function leavingOrder(root: number, next: readonly (readonly number[])[], seen: Set<number>): readonly number[] {
  const left: number[] = [];
  const path: { readonly node: number; at: number }[] = [];
  const enter = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    path.push({ node, at: 0 });
  };
  enter(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const to = next[top.node]?.[top.at];
    top.at += 1;
    if (to !== undefined) enter(to);
    else left.push((path.pop() as typeof top).node);
  }
  return left;
}
