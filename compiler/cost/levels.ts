import type { BoundWorkflow } from "../bind/bound.ts";
import type { Branch, Fork } from "../bind/graph.ts";
import type { FlowPoints } from "../flow/points.ts";
import { mergeOf } from "../flow/writes.ts";
import { memberOf } from "../syntax/part.ts";
import { amountsOf, noAmounts, nothing, type Quantity, type Range } from "./amounts.ts";
import { cheapestWay } from "./cheapest.ts";
import { dearestWay, type Dearest } from "./dearest.ts";
import type { Level, Step } from "./level.ts";
import type { NodeCost } from "./node-cost.ts";

/** What a level takes from its entry to an exit, and why there is no end to it. */
interface LevelCost extends Range {
  readonly endless: Dearest["endless"];
}

/** The level that lies in no branch, and what those inside of it hold that has no end. */
export interface Levels {
  readonly main: Level;
  readonly endless: Dearest["endless"];
}

interface Draft {
  readonly places: Map<number, number>;
  readonly points: number[];
  readonly steps: Step[];
}

/** Takes a workflow apart, from the inside out. Only where branches are not entangled: `points.isTidy`. */
export function levelsOf(bound: BoundWorkflow, points: FlowPoints, costs: readonly NodeCost[]): Levels {
  const { graph: { nesting } } = bound;
  const drafts = new Map<Branch | undefined, Draft>();
  const homeOf = (point: number): Branch | undefined => nesting?.around(points.nodeOf[point] as number);
  const draftOf = (home: Branch | undefined): Draft => {
    const draft = drafts.get(home) ?? { places: new Map(), points: [], steps: [] };
    drafts.set(home, draft);
    return draft;
  };
  const placeOf = (home: Branch | undefined, point: number): number => {
    const { places, points: own } = draftOf(home);
    const place = places.get(point) ?? own.push(point) - 1;
    places.set(point, place);
    return place;
  };
  const add = (home: Branch | undefined, from: number, to: number, step: Omit<Step, "from" | "to">): void =>
    void draftOf(home).steps.push({ ...step, from: placeOf(home, from), to: placeOf(home, to) });

  const stepOf = stepsBy(bound, points, costs);
  const escapes = new Map<Branch | undefined, { readonly to: number }[]>();
  for (let edge = 0; edge < points.edges.count; edge += 1) {
    const [from, to] = [points.edges.from[edge] as number, points.edges.to[edge] as number];
    const home = homeOf(from);
    if (points.roleOf[to] === "joined" || points.edges.target[edge]?.part.field.edge === "branch") continue;
    if (home === homeOf(to)) add(home, from, to, stepOf(edge));
    else escapes.set(home, [...(escapes.get(home) ?? []), { to }]);
  }

  const endless: LevelCost["endless"][number][] = [];
  const costOf = (branch: Branch): LevelCost => {
    const entry = placeOf(branch, points.at(branch.entry, "in") as number);
    return levelCost(levelFrom(bound, points, draftOf(branch), entry, (point) => points.roleOf[point] === "end"));
  };
  for (const [fork, branches] of [...(nesting?.branchesOf ?? [])].reverse()) {
    const within = branches.map(costOf);
    endless.push(...within.flatMap((each) => each.endless));
    const home = nesting?.around(fork.node);
    const begin = points.at(fork.node, "in") as number;
    const all = together(bound, fork, branches, within);
    add(home, begin, points.at(fork.node, "joined") as number, { ...all, bound: undefined, isAside: false });
    for (const { to } of branches.flatMap((branch) => escapes.get(branch) ?? [])) {
      // What ran until then is at least nothing: the siblings are cut off wherever they are.
      if (homeOf(to) === home) add(home, begin, to, { least: noAmounts, most: all.most, bound: undefined, isAside: false });
      else escapes.set(home, [...(escapes.get(home) ?? []), { to }]);
    }
  }
  const entry = placeOf(undefined, points.start as number);
  const isEnd = (point: number): boolean => bound.nodes[points.nodeOf[point] as number]?.spec?.terminal === true;
  return { main: levelFrom(bound, points, draftOf(undefined), entry, isEnd), endless };
}

function levelFrom({ nodes }: BoundWorkflow, { nodeOf, roleOf }: FlowPoints, { points, steps }: Draft, entry: number, isExit: (point: number) => boolean): Level {
  const nodeAt = (point: number): number => nodeOf[point] as number;
  return {
    nodes: points.map(nodeAt),
    entry,
    isExit: points.map(isExit),
    visits: points.map((point) => (roleOf[point] === "in" ? memberOf(nodes[nodeAt(point)]?.ast.members ?? {}, "max_visits", "integer")?.value : undefined)),
    steps,
  };
}

function levelCost(level: Level): LevelCost {
  const dearest = dearestWay(level);
  return { least: amountsOf((quantity) => cheapestWay(level, (step) => step.least[quantity]).least), most: dearest.most, endless: dearest.endless };
}

/** What each edge is as a step of its level. */
function stepsBy(bound: BoundWorkflow, { roleOf, nodeOf, edges }: FlowPoints, costs: readonly NodeCost[]): (edge: number) => Omit<Step, "from" | "to"> {
  const { graph, nodes } = bound;
  const wayOf = (from: number, to: number): string => `${from} ${to}`;
  const again = new Map(graph.feedback.map(({ from, to }) => [wayOf(from, to), memberOf(nodes[from]?.ast.members ?? {}, "max_retries", "integer")?.value ?? 0]));
  const overBudget = new Set(graph.edges.flatMap(({ from, to, role }) => (role === "budget" ? [wayOf(from, to)] : [])));
  return (edge) => {
    const [from, to] = [edges.from[edge] as number, edges.to[edge] as number];
    const [node, other] = [nodeOf[from] as number, nodeOf[to] as number];
    const cost = costs[node] as NodeCost;
    const isInside = node === other && roleOf[from] === "in" && roleOf[to] !== "in";
    if (isInside) return { ...(roleOf[to] === "timeout" ? inVain(cost) : cost), bound: undefined, isAside: roleOf[to] === "fail" };
    const way = wayOf(node, other);
    const isUnwritten = edges.target[edge] === undefined && roleOf[to] === "in";
    // The way out of a budget is taken once.
    const isOver = isUnwritten && overBudget.has(way) && !again.has(way);
    return { ...nothing, bound: isUnwritten ? (again.get(way) ?? (isOver ? 1 : undefined)) : undefined, isAside: isOver };
  };
}

function inVain({ least, most, vainMs }: NodeCost): Range {
  return { least: { ...least, ms: vainMs ?? least.ms }, most: { ...most, ms: vainMs ?? most.ms } };
}

/** What branches take that run at the same time: each what it takes, and as long as the longest, or until the first. */
function together(bound: BoundWorkflow, fork: Fork, branches: readonly Branch[], costs: readonly Range[]): Range {
  const { after, awaited } = mergeOf(bound, fork);
  const waited = costs.filter((_, place) => awaited.has(branches[place]?.entry as number));
  const sum = (ranges: readonly Range[], end: keyof Range, quantity: Quantity): number => ranges.reduce((total, range) => total + range[end][quantity], 0);
  const isFirst = after === "first";
  const of = (ranges: readonly Range[], end: keyof Range, pick: (...all: number[]) => number, quantity: Quantity): number => pick(...ranges.map((range) => range[end][quantity]));
  return {
    least: amountsOf((quantity) => (isFirst ? of(waited, "least", Math.min, quantity) : quantity === "ms" ? of(waited, "least", Math.max, quantity) : sum(waited, "least", quantity))),
    most: amountsOf((quantity) => (quantity === "ms" ? of(waited, "most", isFirst ? Math.min : Math.max, quantity) : sum(costs, "most", quantity))),
  };
}
