import type { BoundWorkflow } from "../bind/bound.ts";
import type { Branch, Fork } from "../bind/graph.ts";
import { targetOf, type FlowPoints } from "../flow/points.ts";
import { mergeOf } from "../flow/merge.ts";
import { memberOf } from "../syntax/part.ts";
import { amountsOf, noAmounts, nothing, type Quantity, type Range } from "./amounts.ts";
import { cheapestWay } from "./cheapest.ts";
import { dearestWay, type Endless } from "./dearest.ts";
import type { Level, Step } from "./level.ts";
import type { NodeCost } from "./node-cost.ts";

/** What a level takes from its entry to an exit, and why there is no end to it. */
interface LevelCost extends Range {
  readonly endless: readonly Endless[];
}

/** The level that lies in no branch, and what those inside of it hold that has no end. */
export interface Levels {
  readonly main: Level;
  readonly endless: readonly Endless[];
}

/** What a step is, wherever it stands. */
type StepKind = Omit<Step, "from" | "to">;

interface Draft {
  readonly places: Map<number, number>;
  readonly points: number[];
  readonly steps: Step[];
  /** By where they lead: the steps out of the branch that are none to its end. */
  readonly escapes: Map<number, StepKind>;
}

/** Levels while they are made, by the branch that they are; undefined for what lies in none. */
interface Drafts {
  readonly of: (home: Branch | undefined) => Draft;
  readonly homeOf: (point: number) => Branch | undefined;
  readonly placeOf: (home: Branch | undefined, point: number) => number;
  /** Adds a step between two points of a level; one that leads elsewhere is an escape. */
  readonly add: (home: Branch | undefined, from: number, to: number, step: StepKind) => void;
}

function openDrafts({ graph: { nesting } }: BoundWorkflow, { nodeOf }: FlowPoints): Drafts {
  const drafts = new Map<Branch | undefined, Draft>();
  const of: Drafts["of"] = (home) => {
    const draft = drafts.get(home) ?? { places: new Map(), points: [], steps: [], escapes: new Map() };
    drafts.set(home, draft);
    return draft;
  };
  const homeOf: Drafts["homeOf"] = (point) => nesting?.around(nodeOf[point] as number);
  const placeOf: Drafts["placeOf"] = (home, point) => {
    const { places, points } = of(home);
    const place = places.get(point) ?? points.push(point) - 1;
    places.set(point, place);
    return place;
  };
  const add: Drafts["add"] = (home, from, to, step) => {
    if (homeOf(to) === home) of(home).steps.push({ ...step, from: placeOf(home, from), to: placeOf(home, to) });
    // A usual way out counts where there are several.
    else if (of(home).escapes.get(to)?.isAside !== false) of(home).escapes.set(to, step);
  };
  return { of, homeOf, placeOf, add };
}

/** Takes a workflow apart, from the inside out. Only where branches are not entangled: `points.isTidy`. */
export function levelsOf(bound: BoundWorkflow, points: FlowPoints, costs: readonly NodeCost[]): Levels {
  const drafts = openDrafts(bound, points);
  const stepOf = stepsBy(bound, points, costs);
  for (let edge = 0; edge < points.edges.count; edge += 1) {
    const [from, to] = [points.edges.from[edge] as number, points.edges.to[edge] as number];
    if (points.roleOf[to] === "joined" || targetOf(bound, points, edge)?.part.field.edge === "branch") continue;
    drafts.add(drafts.homeOf(from), from, to, stepOf(edge));
  }
  const endless: Endless[] = [];
  // A fork stands behind those that it lies in.
  for (const [fork, branches] of [...(bound.graph.nesting?.branchesOf ?? [])].reverse()) endless.push(...addFork(bound, points, drafts, fork, branches));
  const isEnd = (point: number): boolean => bound.nodes[points.nodeOf[point] as number]?.spec?.terminal === true;
  const entry = drafts.placeOf(undefined, points.start as number);
  return { main: levelFrom(bound, points, drafts.of(undefined), entry, isEnd), endless };
}

/** Adds a fork to the level around it, as single steps to where it leads; what has no end in its branches. */
function addFork(bound: BoundWorkflow, points: FlowPoints, drafts: Drafts, fork: Fork, branches: readonly Branch[]): readonly Endless[] {
  const within = branches.map((branch): LevelCost => {
    const entry = drafts.placeOf(branch, points.at(branch.entry, "in") as number);
    return levelCost(levelFrom(bound, points, drafts.of(branch), entry, (point) => points.roleOf[point] === "end"));
  });
  const home = bound.graph.nesting?.around(fork.node);
  const begin = points.at(fork.node, "in") as number;
  const all = together(bound, fork, branches, within);
  drafts.add(home, begin, points.at(fork.node, "joined") as number, { ...all, bound: undefined, isAside: false });
  for (const [to, { bound: limit, isAside }] of branches.flatMap((branch) => [...drafts.of(branch).escapes])) {
    // What ran until then is at least nothing: the siblings are cut off wherever they are.
    drafts.add(home, begin, to, { least: noAmounts, most: all.most, bound: limit, isAside });
  }
  return within.flatMap((each) => each.endless);
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
function stepsBy(bound: BoundWorkflow, { roleOf, nodeOf, edges }: FlowPoints, costs: readonly NodeCost[]): (edge: number) => StepKind {
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
    const isUnwritten = edges.target[edge] === -1 && roleOf[to] === "in";
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
