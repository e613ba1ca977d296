import { costByName } from "../../schemas/prices.ts";
import type { Span } from "../../schemas/span.ts";
import { headerFields } from "../../schemas/header.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { types, type Type } from "../../schemas/type.ts";
import { escalateWithoutTarget, missingFile, missingNext, noEnd, noOutputHere, retryWithoutModel } from "../diagnostics/bind.ts";
import { report, type Diagnostic, type Fix, type Staged } from "../diagnostics/define.ts";
import { lineIndex, withFiles, type IncludedFile } from "../source/text.ts";
import { guessAmong } from "../syntax/guess.ts";
import { memberOf, type Member, type PartOf } from "../syntax/part.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";
import type { BoundNode, BoundWorkflow, ProjectView, TargetSite } from "./bound.ts";
import { connect, edgesOf } from "./connect.ts";
import { draftOf, lookAt, onFailOf, type Names, type NodeDraft } from "./draft.ts";
import type { FlowDraft, FlowEdge, FlowGraph } from "./graph.ts";
import { stateKeys } from "./keys.ts";
import { nameCheck } from "./names.ts";
import { stateSymbols } from "./state.ts";
import { precedingOutputs, subjectAmong, type Preceding } from "./subject.ts";
import { countAlike, tallyOf, type Tally } from "./tally.ts";
import { areResolved, targetCalled, targetSite } from "./targets.ts";
import { forEachPart, mayLackTarget } from "./visit.ts";

/**
 * A workflow with its names resolved, in parts: where a later text leaves some of them as they are, they are taken over.
 *
 * B1. What a node is bound to depends on its text and on `names`, and on no other node.
 */
export interface Binding {
  readonly value: BoundWorkflow;
  readonly names: Names;
  readonly drafts: readonly NodeDraft[];
  readonly tally: Tally;
  readonly preceding: Preceding;
  /** What is wrong in the header, and what nodes of the text are missing. */
  readonly ofNames: readonly Diagnostic[];
  readonly ofGraph: readonly Diagnostic[];
}

/** Resolves every name of a document and draws its flow graph. */
export function bindWorkflow(ast: WorkflowAst, project: ProjectView): Staged<BoundWorkflow> {
  const binding = bindingOf(ast, project);
  return { value: binding.value, diagnostics: findingsOfBinding(binding) };
}

/** Everything that binding has found. */
export function findingsOfBinding({ ofNames, drafts, ofGraph }: Binding): readonly Diagnostic[] {
  const all = [...ofNames, ...ofGraph];
  // Of most nodes there is nothing to say.
  for (let index = 0; index < drafts.length; index += 1) {
    const { found } = drafts[index] as NodeDraft;
    for (let at = 0; at < found.length; at += 1) all.push(found[at] as Diagnostic);
  }
  return all;
}

/** The binding of `ast`, with what it has in common with `before`. */
export function bindingOf(ast: WorkflowAst, project: ProjectView, before?: Binding): Binding {
  const kept = before && hasSameNames(before, ast, project) ? before : undefined;
  if (kept !== undefined) {
    const names = { ...kept.names, ast, isWhole: !ast.damaged };
    const drafts = [...kept.drafts];
    const changed: number[] = [];
    for (let index = 0; index < drafts.length; index += 1) {
      const node = ast.nodes[index] as NodeAst;
      if ((drafts[index] as NodeDraft).node.ast === node) continue;
      drafts[index] = draftOf(names, node, index);
      changed.push(index);
    }
    return drawn({ names, header: kept.value.header, drafts, ofNames: kept.ofNames }, { binding: kept, changed });
  }
  const ofNames: Diagnostic[] = [];
  const { names, header, nodes } = namesOf(ast, project, ofNames);
  const drafts = nodes.map((node, index) => draftOf(names, node, index, index < ast.nodes.length ? undefined : true));
  return drawn({ names, header, drafts, ofNames }, undefined);
}

/**
 * The binding of a text in which node `index` says what it said before, in other words; undefined where others know where it
 * says it: it declares keys of the state, or names a file or the end that we supply.
 */
export function reworded(before: Binding, ast: WorkflowAst, index: number): Binding | undefined {
  const { value, names: { files }, drafts } = before;
  const [old, now] = [drafts[index], ast.nodes[index]];
  if (old === undefined || now === undefined || !isPrivate(value, now) || !isPrivate(value, old.node.ast)) return undefined;
  const names = { ...before.names, ast };
  const draft = draftOf(names, now, index);
  const node: BoundNode = { ...draft.node, wiring: old.node.wiring, subject: (value.nodes[index] as BoundNode).subject };
  const spans = new Map<Span, Span>([[old.node.ast.id.span, now.id.span], ...old.node.targets.map((site, at): [Span, Span] => [site.part.span, (node.targets[at] as TargetSite).part.span])]);
  const moved = (edges: readonly FlowEdge[]): readonly FlowEdge[] => {
    const all = [...edges];
    for (const [at, edge] of edges.entries()) if (edge.from === index) all[at] = { ...edge, span: spans.get(edge.span) ?? edge.span };
    return all;
  };
  const { graph } = value;
  return {
    ...before,
    names,
    drafts: drafts.with(index, { ...draft, node }),
    value: {
      ...value,
      ast: { ...ast, blocks: withFiles(ast.blocks, [...files.values()]) },
      nodes: value.nodes.with(index, node),
      graph: { ...graph, edges: moved(graph.edges), feedback: moved(graph.feedback) },
    },
  };
}

/** Whether every name means in `ast` what it meant before. */
function hasSameNames(before: Binding, ast: WorkflowAst, project: ProjectView): boolean {
  const { value, names } = before;
  const { ast: old } = value;
  const isAsWhole = old.damaged === ast.damaged || areNamesSure(before);
  const isSameFrame = isAsWhole && names.project === project && old.header === ast.header && old.file === ast.file && old.nodes.length === ast.nodes.length && value.nodes.length === ast.nodes.length;
  return isSameFrame && ast.nodes.every((node, index) => {
    const was = old.nodes[index] as NodeAst;
    return was === node || (was.id.value === node.id.value && isPrivate(value, was) && isPrivate(value, node));
  });
}

/** Whether every name means the same, whether or not some part of the file is missing: each is declared, and is no end that we would supply. */
function areNamesSure({ names: { ast, isHeaderResolved, byId }, tally, drafts, value: { header } }: Binding): boolean {
  const mayMeanEnd = ({ part }: TargetSite): boolean => part.value === "end";
  if (ast.header["state_schema"] === undefined || !isHeaderResolved || tally.unresolved > 0) return false;
  return byId.has("end") || !(header.targets.some(mayMeanEnd) || drafts.some(({ node }) => node.targets.some(mayMeanEnd)));
}

/** Whether no name that others use depends on what a node says. */
function isPrivate({ nodes, ast, byId }: BoundWorkflow, node: NodeAst): boolean {
  const kind = node.kind ?? node.meant;
  if (nodes.length > ast.nodes.length || (kind !== undefined && specOf(kind).traits.event !== undefined)) return false;
  let isAlone = true;
  forEachPart(node.members, (part) => {
    isAlone &&= !(part.shape === "text" && part.field.fills !== undefined) && !(part.shape === "target" && part.value === "end" && !byId.has("end"));
  });
  return isAlone;
}

interface Bound {
  readonly names: Names;
  readonly header: BoundWorkflow["header"];
  readonly nodes: readonly NodeAst[];
}

/** What names mean, and the nodes of the text with the one that is supplied. */
function namesOf(ast: WorkflowAst, project: ProjectView, found: Diagnostic[]): Bound {
  const { state, complete: stateComplete } = stateSymbols(ast);
  const nodes = withEnd(ast, found);
  const byId = new Map<string, number>();
  for (let index = 0; index < nodes.length; index += 1) byId.set((nodes[index] as NodeAst).id.value, index);
  const nodeNames = { byId, guessNode: guessAmong(byId.keys()), isWhole: !ast.damaged };
  const targets: TargetSite[] = [];
  for (const members of [ast.header, ast.file]) {
    forEachPart(members, (part, path) => {
      if (part.shape === "target") targets.push(targetSite(part, path, nodeNames, found));
    });
  }
  const targetOf = (name: string): number | undefined => targets.find((site) => site.path === name)?.node;
  const inputs = memberOf(ast.header, "inputs", "list")?.items.flatMap((part) => (part.shape === "stateKey" ? [{ key: part.value, span: part.span }] : []));
  const names: Names = {
    ...nodeNames, ast, project, state, stateComplete,
    keys: stateKeys({ state }),
    guessKey: guessAmong(state.keys()),
    checkName: nameCheck(ast.header, project),
    files: includedFiles(ast, project, found),
    escalate: targetOf("escalate"),
    budget: targetOf("on_budget_exceeded"),
    start: targetOf("start"),
    isHeaderResolved: areResolved(targets, nodeNames),
  };
  lookAt(names, { members: ast.header, spec: undefined }, found);
  return { names, nodes, header: { targets, escalate: names.escalate, inputs } };
}

/** What was drawn of an earlier text with the same names, and the nodes that are bound anew. */
interface DrawnBefore {
  readonly binding: Binding;
  readonly changed: readonly number[];
}

/** Draws the graph of nodes whose names are bound. */
function drawn({ names, header, drafts, ofNames }: Pick<Binding, "names" | "drafts" | "ofNames"> & Pick<BoundWorkflow, "header">, before: DrawnBefore | undefined): Binding {
  const { ast, project, state, stateComplete, byId, files, start, isHeaderResolved } = names;
  const ofGraph: Diagnostic[] = [];
  const tally = before !== undefined && before.changed.every((index) => countAlike(before.binding.drafts[index] as NodeDraft, drafts[index] as NodeDraft)) ? before.binding.tally : tallyOf(drafts);
  const isRead = !ast.damaged && !mayLackTarget(ast.header, headerFields) && tally.unread === 0;
  const draft: FlowDraft = {
    size: drafts.length,
    start,
    edges: edgesIn(drafts, before),
    feedback: [],
    forks: tally.forks,
    openEnded: tally.openEnded,
    spanOf: (index) => (drafts[index] as NodeDraft).node.ast.id.span,
    complete: isRead && isHeaderResolved && tally.unresolved === 0,
  };
  const graph = connect(draft, before && { graph: before.binding.value.graph, changed: before.changed });
  const preceding = precedingIn(drafts, draft, graph, before);
  const nodes = bindSubjects({ drafts, tally, preceding, graph, escalate: names.escalate, before }, ofGraph);
  const leadNowhere = openEnds(nodes, draft, graph);
  ofGraph.push(...leadNowhere);
  // Who leads nowhere is told to lead to an end; that there is none would be the same story again.
  if (isRead && leadNowhere.length === 0 && tally.ends === 0) ofGraph.push(report(noEnd, ast.headerKey, { isTargeted: false }));
  const feedback: FlowEdge[] = [];
  for (const from of tally.judges) {
    const { subject, ast: judge } = nodes[from] as BoundNode;
    if (subject !== undefined && onFailOf({ ast: judge }) === "retry_with_feedback") feedback.push({ from, to: subject, role: "feedback", span: judge.id.span });
  }
  const value: BoundWorkflow = { ast: { ...ast, blocks: withFiles(ast.blocks, [...files.values()]) }, state, stateComplete, nodes, byId, header, graph: { ...graph, feedback }, lock: project.lock ?? noLock, live: project.live ?? noLock, policy: project.policy, hosts: project.hosts, modelCost: project.modelCost ?? costByName };
  return { value, names, drafts, tally, preceding, ofNames, ofGraph };
}

/** The edges that authors wrote, in the order of the nodes that they leave. */
function edgesIn(drafts: readonly NodeDraft[], before: DrawnBefore | undefined): readonly FlowEdge[] {
  // Behind the edges that authors wrote stand those that end branches.
  if (before !== undefined && before.binding.tally.forks.length === 0) {
    return before.changed.reduce((edges, node) => {
      const [from, end] = edgesOf(edges, node);
      return edges.toSpliced(from, end - from, ...(drafts[node] as NodeDraft).edges);
    }, before.binding.value.graph.edges);
  }
  const edges: FlowEdge[] = [];
  for (const draft of drafts) for (const edge of draft.edges) edges.push(edge);
  return edges;
}

/** The outputs that precede each node: found again where nodes lead elsewhere than before. */
function precedingIn(drafts: readonly NodeDraft[], { edges, forks }: FlowDraft, graph: FlowGraph, before: DrawnBefore | undefined): Preceding {
  // Behind the edges that authors wrote stand those that end branches.
  const rejoined = new Map(graph.edges.slice(edges.length).map(({ from, to }) => [from, to]));
  const leaving = (node: number): readonly number[] => carriedTo(drafts[node] as NodeDraft, graph, rejoined.get(node));
  const carrying = { specs: (node: number) => (drafts[node] as NodeDraft).node.spec, predecessors: graph.predecessors, leaving };
  if (before === undefined || forks.length > 0 || before.binding.tally.forks.length > 0) return precedingOutputs(drafts.length, carrying);
  const { binding } = before;
  const touched = before.changed.flatMap((node) => [node, ...carriedTo(binding.drafts[node] as NodeDraft, binding.value.graph), ...leaving(node)]);
  return precedingOutputs(drafts.length, carrying, { preceding: binding.preceding, touched });
}

/** Where control goes from a node but by failure and timeout; `join` is where its branch ends with it. */
function carriedTo({ node, edges }: NodeDraft, { successors }: FlowGraph, join?: number): readonly number[] {
  if (!edges.some(isAside)) return successors[node.index] ?? [];
  const next = edges.filter((edge) => !isAside(edge)).map(({ to }) => to);
  return join === undefined ? next : [...next, join];
}

function isAside({ role }: FlowEdge): boolean {
  return role === "error" || role === "timeout";
}

const noLock: BoundWorkflow["lock"] = new Map();

/** The nodes of the text, and the `end` that the compiler supplies where one is only targeted. */
function withEnd(ast: WorkflowAst, found: Diagnostic[]): readonly NodeAst[] {
  const hasEnd = ast.nodes.some((node) => node.id.value === "end");
  const target = hasEnd || ast.damaged ? undefined : firstTarget("end", ast);
  if (target !== undefined) {
    found.push(report(noEnd, target.span, { isTargeted: true }, { severity: "warning", fixes: endFix(ast) }));
    return [...ast.nodes, { id: { value: "end", span: target.span }, kind: "end", type: undefined, members: {} }];
  }
  return ast.nodes;
}

function firstTarget(name: string, { header, file, nodes }: WorkflowAst): PartOf<"target"> | undefined {
  let found = targetCalled(name, header) ?? targetCalled(name, file);
  for (let index = 0; found === undefined && index < nodes.length; index += 1) found = targetCalled(name, (nodes[index] as NodeAst).members);
  return found;
}

/** Adds the node behind the last one, indented like it; not where nodes are written in braces. */
function endFix({ source: { text }, blocks, nodes }: WorkflowAst): readonly Fix[] {
  const last = nodes.at(-1)?.id;
  const block = last === undefined ? undefined : blocks.blocks.find(({ id }) => id === last.span.block);
  if (last === undefined || block === undefined) return [];
  const key = blocks.absolute(last.span).start;
  const indent = text.slice(text.lastIndexOf("\n", key - 1) + 1, key);
  if (indent.trim() !== "") return [];
  const end = block.start + text.slice(block.start, block.end).trimEnd().length;
  return [{ title: "add the end node", safety: "safe", edits: [{ span: { block: "", start: end, end }, text: `\n${indent}end:\n${indent}  type: end` }] }];
}

/** The files whose content stands for a field, by their paths; one that cannot be read is told where it is named. */
function includedFiles({ source, nodes }: WorkflowAst, project: ProjectView, found: Diagnostic[]): ReadonlyMap<string, IncludedFile> {
  const files = new Map<string, IncludedFile>();
  const folder = source.uri.slice(0, source.uri.lastIndexOf("/") + 1);
  for (const { members } of nodes) {
    for (const name in members) {
      const { part } = members[name] as Member;
      if (part.shape !== "text" || part.field.fills === undefined || files.has(part.value)) continue;
      const read = project.textOf?.(part.value) ?? { ok: false, reason: "nobody reads files here" };
      if (read.ok) files.set(part.value, { id: `file:${part.value}`, path: part.value, source: { uri: folder + part.value, text: read.text }, lines: lineIndex(read.text), named: part.span });
      else found.push(report(missingFile, part.span, { path: part.value, from: "document", reason: read.reason }));
    }
  }
  return files;
}

interface Subjects extends Pick<Binding, "drafts" | "tally" | "preceding"> {
  readonly graph: FlowGraph;
  readonly escalate: number | undefined;
  readonly before: DrawnBefore | undefined;
}

/** The nodes with those that they score; those of `before` that are bound as they were. */
function bindSubjects({ drafts, tally, preceding, graph, escalate, before }: Subjects, found: Diagnostic[]): readonly BoundNode[] {
  const nodes: BoundNode[] = before === undefined ? drafts.map(({ node }) => node) : [...before.binding.value.nodes];
  for (const index of before?.changed ?? []) nodes[index] = (drafts[index] as NodeDraft).node;
  const bind = (index: number, subject: number | undefined): void => {
    const known = nodes[index] as BoundNode;
    if (known.subject !== subject) nodes[index] = { ...known, subject };
  };
  const nameOf = (at: number): string => drafts[at]?.node.ast.id.value ?? "";
  for (const index of tally.judges) {
    const { node } = drafts[index] as NodeDraft;
    const named = node.targets.find((site) => site.part.field.edge === "subject");
    const isNamed = node.ast.members["node"] !== undefined;
    const guess = isNamed ? undefined : subjectAmong(preceding[index] ?? [], nameOf);
    const subject = named?.node ?? (guess !== undefined && "node" in guess ? guess.node : undefined);
    const id = node.ast.id.value;
    const place = node.ast.id.span;
    const onFail = memberOf(node.ast.members, "on_fail", "choice");
    if (onFail?.value === "escalate" && ((escalate === undefined && graph.complete) || escalate === node.index)) found.push(report(escalateWithoutTarget, onFail.span, { node: id, isOwn: escalate === node.index }));
    const wantsModel = onFail?.value === "retry_with_feedback";
    if (guess !== undefined && "why" in guess) {
      if (graph.complete) found.push(wantsModel ? report(retryWithoutModel, onFail.span, { node: id, why: guess.why }) : report(noOutputHere, place, { node: id, why: guess.why }));
    } else if (wantsModel && subject !== undefined && drafts[subject]?.node.spec !== undefined && drafts[subject].node.spec.traits.feedback === undefined) {
      found.push(report(retryWithoutModel, onFail.span, { node: id, why: `'${drafts[subject].node.ast.id.value}' is a ${drafts[subject].node.spec.kind} node` }));
    }
    bind(index, subject);
  }
  return nodes;
}

/** Nodes without a successor that no join around them picks up. */
function openEnds(nodes: readonly BoundNode[], draft: FlowDraft, graph: FlowGraph): readonly Diagnostic[] {
  if (!graph.complete || draft.openEnded.size === 0) return [];
  const rejoining = new Set(graph.edges.filter((edge) => edge.role === "rejoin").map((edge) => edge.from));
  return [...draft.openEnded].filter((index) => !rejoining.has(index)).map((index) => {
    const node = nodes[index] as BoundNode;
    const keys = node.spec !== undefined && "on_approved" in node.spec.fields ? "'next' or 'on_approved'" : "'next'";
    return report(missingNext, node.ast.id.span, { node: node.ast.id.value, keys });
  });
}

/** The type a node's result has, before any schema the author gives. */
export function resultTypeOf(node: BoundNode): Type {
  const spec = node.spec;
  if (spec === undefined) return types.hole;
  const { type, schemaField } = spec.traits.result;
  const given = schemaField === undefined ? undefined : memberOf(node.ast.members, schemaField, "type");
  return given?.type.type ?? type;
}

