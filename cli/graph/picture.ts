import type { Outline, OutlineEdge, OutlineNode, OutlineRegion } from "../../compiler/index.ts";

/** Whether a way is off the usual path, and so drawn dashed: something failed, took too long, cost too much or is done again. */
export function isAside({ role }: OutlineEdge): boolean {
  return role === "error" || role === "timeout" || role === "escalate" || role === "budget" || role === "feedback";
}

/** The lines in a node's shape: its id, and its kind where that is not said already. */
export function captionOf({ id, kind }: OutlineNode): readonly string[] {
  return kind === undefined || kind === id ? [id] : [id, kind];
}

/** What a picture is called. */
export function titleOf({ id, version, name }: Outline): string {
  return [name ?? id, version].filter((word) => word !== "").join(" ");
}

export function regionTitle(outline: Outline, { fork }: OutlineRegion): string {
  return `parallel: ${outline.nodes[fork]?.id ?? ""}`;
}

/** Regions in which some node lies: of a broken graph nothing may be left inside. */
export function filledRegions({ nodes, regions }: Outline): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const { region } of nodes) for (let at = region; at !== undefined && !filled.has(at); at = regions[at]?.parent) filled.add(at);
  return filled;
}

interface Drawn {
  readonly node: (node: OutlineNode, index: number) => string;
  readonly open: (region: OutlineRegion, index: number) => string;
  readonly close: string;
}

/** A line for each node, those of a region between its own two, and each deeper by two spaces. */
export function nested(outline: Outline, { node, open, close }: Drawn, within?: number, indent = "  "): readonly string[] {
  const own = outline.nodes.flatMap((each, index) => (each.region === within ? [indent + node(each, index)] : []));
  const inner = outline.regions.flatMap((each, index) =>
    each.parent === within ? [indent + open(each, index), ...nested(outline, { node, open, close }, index, `${indent}  `), indent + close] : []);
  return [...own, ...inner];
}
