import type { Field, EdgeRole } from "../schemas/field.ts";
import type { Span } from "../schemas/span.ts";
import type { NodeSpec } from "../schemas/node-spec.ts";
import type { NodeKind } from "../schemas/nodes/index.ts";
import type { BoundNode, BoundWorkflow, TargetSite } from "./bind/bound.ts";
import { branchWalk, leavesBranches, reachedNodes, type FlowEdge, type FlowRole } from "./bind/graph.ts";
import type { TypedWorkflow } from "./check/typed.ts";
import { components, isCycle } from "./flow/components.ts";
import { readRaces } from "./rules/parallel-read-race.ts";
import { writeRaces } from "./rules/parallel-write-race.ts";
import { stepsOf } from "./rules/traps.ts";
import { memberOf } from "./syntax/part.ts";

/**
 * What a node is for, as a picture tells it apart: it ends, scores, asks a model, calls out, starts branches, gathers
 * them, waits for somebody, or chooses a route.
 */
export type NodeForm = "end" | "judge" | "model" | "call" | "fork" | "join" | "pause" | "choice" | "unknown";

/** What a picture shows beside the way: no node has this name, no execution comes here, a branch writes or reads what another one writes, or control comes round again. */
export type Mark = "missing" | "unreached" | "race" | "loop";

export interface OutlineNode {
  readonly id: string;
  /** The gravest thing that is to be said of it. */
  readonly mark: Mark | undefined;
  /** Absent where it could not be read. */
  readonly kind: NodeKind | undefined;
  readonly form: NodeForm;
  /** The innermost region that it runs in, by its place in `regions`. */
  readonly region: number | undefined;
}

/** A way from node to node, both by their place in `nodes`. */
export interface OutlineEdge {
  readonly from: number;
  readonly to: number;
  readonly role: FlowRole;
  /** It is a part of a loop. */
  readonly isLoop: boolean;
  /** When it is taken, in the author's words where there are any; absent for the usual way. */
  readonly label: string | undefined;
}

/** The branches between a fork and its join. */
export interface OutlineRegion {
  readonly fork: number;
  readonly join: number;
  /** The region that the fork itself runs in. */
  readonly parent: number | undefined;
}

/** A workflow as a picture shows it: all that could be read, whatever else is wrong. */
export interface Outline {
  readonly id: string;
  readonly version: string;
  readonly name: string | undefined;
  readonly start: number | undefined;
  /** In the order of the text, and behind them what targets name and no node is called. */
  readonly nodes: readonly OutlineNode[];
  readonly edges: readonly OutlineEdge[];
  readonly regions: readonly OutlineRegion[];
}

/** The picture of a workflow's graph. The edge from a fork to its own join is left out: the branches show it. */
export function outlineOf(typed: TypedWorkflow): Outline {
  const { bound: { ast, nodes, graph } } = typed;
  const { markOf, isLoop } = marksOf(typed);
  const text = (name: string): string | undefined => memberOf(ast.header, name, "text")?.value;
  const { names, placeOf, lost } = missingNodes(typed.bound);
  const first = memberOf(ast.header, "start", "target");
  const drawn = (edge: FlowEdge): OutlineEdge => {
    const to = placeOf(edge.span) ?? edge.to;
    return { from: edge.from, to, role: edge.role, isLoop: to === edge.to && isLoop(edge), label: labelOf(edge, nodes[edge.from]) };
  };
  const { regions, homeOf } = regionsOf(graph);
  return {
    id: text("id") ?? "",
    version: text("version") ?? "",
    name: text("name"),
    start: first === undefined ? graph.start : (placeOf(first.span) ?? graph.start),
    nodes: [
      ...nodes.map(({ ast: { id, kind }, spec, index }): OutlineNode => ({ id: id.value, mark: markOf(index), kind, form: spec === undefined ? "unknown" : formOf(spec), region: homeOf(index) })),
      ...names.map((id): OutlineNode => ({ id, mark: "missing", kind: undefined, form: "unknown", region: undefined })),
    ],
    edges: [...graph.edges.filter(({ role }) => role !== "join"), ...graph.feedback, ...lost].map(drawn),
    regions,
  };
}

interface MissingNodes {
  readonly names: readonly string[];
  /** The place in the picture of what a target names and nobody is called; undefined for every other place of the text. */
  readonly placeOf: (span: Span) => number | undefined;
  /** The ways to them that the graph does not have, which knows those with a likely neighbour. */
  readonly lost: readonly FlowEdge[];
}

/** What targets name that no node is called, and the graph has taken for its nearest neighbour, or left out. */
function missingNodes({ nodes, header }: BoundWorkflow): MissingNodes {
  const places = new Map<string, number>();
  const named = new Map<Span, number>();
  const lost: FlowEdge[] = [];
  const look = ({ part: { value: name, span, field: { edge, words } }, node }: TargetSite, from: number | undefined): void => {
    const isKnown = node === undefined ? words !== undefined && Object.hasOwn(words, name) : nodes[node]?.ast.id.value === name;
    if (isKnown || edge === "wait_for" || edge === "subject" || edge === "join") return;
    const place = places.get(name) ?? nodes.length + places.size;
    places.set(name, place);
    named.set(span, place);
    if (node === undefined && from !== undefined) lost.push({ from, to: place, role: edge, span });
  };
  for (const site of header.targets) look(site, undefined);
  for (const { index, targets } of nodes) for (const site of targets) look(site, index);
  return { names: [...places.keys()], placeOf: (span) => named.get(span), lost };
}

interface Marks {
  readonly markOf: (node: number) => Mark | undefined;
  readonly isLoop: (edge: FlowEdge) => boolean;
}

/** The facts that rules tell of, for every node, whether or not a comment takes a finding back. */
function marksOf(typed: TypedWorkflow): Marks {
  const { bound } = typed;
  const { graph } = bound;
  const isReached = graph.complete && graph.start !== undefined ? reachedNodes(graph) : undefined;
  const racing = new Set([...writeRaces(bound).flatMap(({ race: { one, other } }) => [one.node, other.node]), ...readRaces(typed).flatMap(({ read, writer }) => [read.node, writer.node])]);
  const steps = stepsOf(graph).map((next) => [...next]);
  for (const { from, to } of graph.feedback) steps[from]?.push(to);
  const { of, members } = components(steps);
  const isRound = members.map((nodes) => isCycle(steps, nodes));
  return {
    markOf: (node) => (isReached?.has(node) === false ? "unreached" : racing.has(node) ? "race" : isRound[of[node] as number] === true ? "loop" : undefined),
    isLoop: ({ from, to, role }) => role !== "join" && of[from] === of[to] && isRound[of[from] as number] === true,
  };
}

/** What a kind of node is for. */
export function formOf({ role, terminal, traits, fields }: NodeSpec): NodeForm {
  if (terminal === true) return "end";
  if (traits.roots?.includes("output") === true) return "judge";
  if (role === "activity") return traits.cost === "tokens" ? "model" : "call";
  const roles = new Set(Object.values(fields).flatMap(rolesIn));
  return roles.has("branch") ? "fork" : roles.has("wait_for") ? "join" : roles.has("timeout") ? "pause" : "choice";
}

/** How control may leave by a field. */
function rolesIn(field: Field): readonly EdgeRole[] {
  switch (field.shape) {
    case "target": return [field.edge];
    case "list": case "map": return rolesIn(field.of);
    case "object": return Object.values(field.fields).flatMap(rolesIn);
    case "either": return [field.scalar, field.list, field.map].flatMap((arm) => (arm === undefined ? [] : rolesIn(arm)));
    default: return [];
  }
}

/** A condition that stands beside the target says when; else its key does, as in `on_timeout`. */
function labelOf({ role, span, to }: FlowEdge, from: BoundNode | undefined): string | undefined {
  if (role === "next" || role === "branch" || role === "rejoin") return undefined;
  if (role === "default") return "else";
  const site = from?.targets.find(({ part, node }) => part.span === span && node === to);
  if (site === undefined) return role === "budget" ? "budget exceeded" : role;
  const beside = site.path.slice(0, site.path.lastIndexOf(".") + 1);
  const condition = beside === "" ? undefined : from?.code.find(({ as, path }) => as === "condition" && path.startsWith(beside) && !path.slice(beside.length).includes("."));
  return condition === undefined ? site.path.slice(site.path.lastIndexOf(".") + 1).replaceAll("_", " ") : condition.text.value.trim().replace(/\s+/g, " ");
}

interface Regions {
  readonly regions: readonly OutlineRegion[];
  readonly homeOf: (node: number) => number | undefined;
}

/** Of two regions around a node, the smaller lies in the larger; in a broken graph none lies in one of its own size. */
function regionsOf({ size, edges, forks, nesting }: BoundWorkflow["graph"]): Regions {
  if (nesting !== undefined) {
    const numbers = new Map(forks.map((fork, region) => [fork, region]));
    const homeOf = (node: number): number | undefined => {
      const fork = nesting.around(node)?.fork;
      return fork === undefined ? undefined : numbers.get(fork);
    };
    return { regions: forks.map(({ node, join }) => ({ fork: node, join, parent: homeOf(node) })), homeOf };
  }
  const next: number[][] = Array.from({ length: size }, () => []);
  for (const { from, to, role } of edges) if (!leavesBranches(role)) next[from]?.push(to);
  const walk = branchWalk(next);
  const insides = forks.map((fork) => walk.nodesOf(fork).filter((node) => node !== fork.node));
  const sizeOf = (region: number | undefined): number => (region === undefined ? Infinity : (insides[region]?.length ?? 0));
  const home = new Map<number, number>();
  for (const [region, inside] of insides.entries()) {
    for (const node of inside) if (inside.length < sizeOf(home.get(node))) home.set(node, region);
  }
  const parentOf = (fork: number, region: number): number | undefined => (sizeOf(home.get(fork)) > sizeOf(region) ? home.get(fork) : undefined);
  return { regions: forks.map(({ node, join }, region) => ({ fork: node, join, parent: parentOf(node, region) })), homeOf: (node) => home.get(node) };
}
