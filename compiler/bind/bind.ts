import { costByName } from "../../schemas/prices.ts";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { Span } from "../../schemas/span.ts";
import { headerFields } from "../../schemas/header.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { isPythonModule, pythonClass } from "../../schemas/text-format.ts";
import { types, type Type } from "../../schemas/type.ts";
import { escalateWithoutTarget, fileTwin, missingFile, missingNext, noEnd, noOutputHere, retryWithoutModel, routeAfterElse } from "../diagnostics/bind.ts";
import { report, type Diagnostic, type Fix, type Staged } from "../diagnostics/define.ts";
import { lineIndex, textOfFile, withFiles, type IncludedFile } from "../source/text.ts";
import { guessAmong } from "../syntax/guess.ts";
import { memberOf, type DecodedPart, type Members, type Part, type PartOf } from "../syntax/part.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";
import type { BoundNode, BoundWorkflow, CodeSite, ProjectView, TargetSite, WriteSite } from "./bound.ts";
import { connect } from "./connect.ts";
import type { FlowDraft, FlowEdge, FlowGraph } from "./graph.ts";
import { stateKeys } from "./keys.ts";
import { nameCheck } from "./names.ts";
import { reportUndeclared, stateSymbols } from "./state.ts";
import { precedingOutputs } from "./subject.ts";
import { targetResolver } from "./targets.ts";
import { wiringOf } from "./wire.ts";
import { mayLackTarget, partsIn, templatesIn, type LocatedPart } from "./visit.ts";

/** Resolves every name of a document and draws its flow graph. */
export function bindWorkflow(ast: WorkflowAst, project: ProjectView): Staged<BoundWorkflow> {
  const found: Diagnostic[] = [];
  const { state, complete: stateComplete } = stateSymbols(ast);
  const { numbers } = stateKeys({ state });
  const headerParts = partsIn(ast.header);
  const fileParts = partsIn(ast.file);
  const nodeParts = ast.nodes.map(({ members }) => partsIn(members));
  const all = withEnd(ast, [headerParts, fileParts, ...nodeParts], found);
  const byId = new Map(all.map((node, index) => [node.id.value, index]));
  const resolver = targetResolver(byId, !ast.damaged, found);
  const headerTargets = resolver.targetsIn(headerParts);
  const fileTargets = resolver.targetsIn(fileParts);
  const guessKey = guessAmong(state.keys());
  const checkName = nameCheck(ast.header, project);
  const lookAt = (parts: readonly LocatedPart[], members: Members, spec: NodeSpec | undefined, server = memberOf(members, "server", "name")?.value): void => parts.forEach(({ part }) => {
    const wanted = spec?.traits.result.type ?? types.any;
    if (part.shape === "stateKey" && stateComplete && !state.has(part.value)) found.push(reportUndeclared(ast, state, guessKey, part, wanted));
    if (part.shape === "name") {
      const complaint = checkName(part, server);
      if (complaint !== undefined) found.push(complaint);
    }
    if (part.shape === "list") found.push(...routesAfterElse(part));
    if (part.shape !== "text") return;
    const from = part.field.fills === undefined ? fileFrom(part) : "document";
    const twin = from === undefined ? undefined : project.twinOf?.(part.value, from);
    if (twin !== undefined) found.push(report(fileTwin, part.span, { path: part.value, twin }));
    if (part.field.fills !== undefined) return;
    if (from !== undefined && !project.fileExists(part.value, from)) found.push(report(missingFile, part.span, { path: part.value, from }));
  });
  lookAt(headerParts, ast.header, undefined);
  const files = includedFiles(ast, nodeParts, project, found);

  const drafts = all.map((node, index): Omit<BoundNode, "subject"> => {
    const spec = node.kind === undefined ? undefined : specOf(node.kind);
    const parts = nodeParts[index] ?? [];
    lookAt(parts, node.members, spec);
    const isSupplied = index >= ast.nodes.length;
    const draft = { index, ast: node, spec, code: codeIn(parts, files), writes: writesIn(parts), targets: resolver.targetsIn(parts) };
    return { ...draft, wiring: wiringOf(draft, numbers), ...(isSupplied ? { supplied: true as const } : {}) };
  });

  const targetOf = (name: string): TargetSite | undefined => headerTargets.find((site) => site.path === name) ?? fileTargets.find((site) => site.path === name);
  const escalate = targetOf("escalate")?.node;
  const edges = drafts.flatMap((node) => edgesOf(node, escalate, targetOf("on_budget_exceeded")?.node));
  const isRead = !ast.damaged && drafts.every((node) => node.spec !== undefined && !mayLackTarget(node.ast.members, node.spec.fields)) && !mayLackTarget(ast.header, headerFields);
  const draft: FlowDraft = {
    size: drafts.length,
    start: targetOf("start")?.node,
    edges,
    feedback: [],
    forks: drafts.flatMap(forkOf),
    openEnded: new Set(drafts.filter(isOpenEnded).map((node) => node.index)),
    spanOf: (index) => (drafts[index] as BoundNode).ast.id.span,
    complete: isRead && resolver.isComplete(),
  };
  const graph = connect(draft);
  const nodes = bindSubjects(drafts, graph, found, escalate);
  const leadNowhere = openEnds(nodes, draft, graph);
  found.push(...leadNowhere);
  // Who leads nowhere is told to lead to an end; that there is none would be the same story again.
  if (isRead && leadNowhere.length === 0 && !nodes.some((node) => node.spec?.terminal === true)) found.push(report(noEnd, ast.headerKey, { isTargeted: false }));
  const feedback = nodes.flatMap((node): readonly FlowEdge[] =>
    node.subject !== undefined && onFailOf(node) === "retry_with_feedback" ? [{ from: node.index, to: node.subject, role: "feedback", span: node.ast.id.span }] : []);
  const inputs = memberOf(ast.header, "inputs", "list")?.items.flatMap((part) => (part.shape === "stateKey" ? [{ key: part.value, span: part.span }] : []));
  return {
    value: { ast: { ...ast, blocks: withFiles(ast.blocks, [...files.values()]) }, state, stateComplete, nodes, byId, header: { targets: [...headerTargets, ...fileTargets], escalate, inputs }, graph: { ...graph, feedback }, lock: project.lock ?? noLock, live: project.live ?? noLock, policy: project.policy, hosts: project.hosts, modelCost: project.modelCost ?? costByName },
    diagnostics: found,
  };
}

/**
 * The workflow with other words in node `index`, which says the same as before; undefined where what others know of it
 * would have to change: it names a file, or declares keys of the state.
 */
export function reboundWorkflow(bound: BoundWorkflow, ast: WorkflowAst, index: number): BoundWorkflow | undefined {
  const { nodes, graph, state } = bound;
  const [before, now] = [nodes[index], ast.nodes[index]];
  if (before === undefined || now === undefined) return undefined;
  const { block } = before.ast.id.span;
  const parts = partsIn(now.members);
  const isNamed = (span: Span): boolean => span.block === block;
  const isKnownElsewhere = parts.some(({ part }) => part.shape === "text" && part.field.fills !== undefined) || nodes.slice(bound.ast.nodes.length).some((node) => isNamed(node.ast.id.span)) || (before.spec?.traits.event !== undefined && [...state.values()].some(({ span }) => isNamed(span)));
  if (isKnownElsewhere) return undefined;
  const targetParts = parts.flatMap(({ part }) => (part.shape === "target" ? [part] : []));
  const targets = before.targets.map((site, at): TargetSite => ({ ...site, part: targetParts[at] as PartOf<"target"> }));
  const node: BoundNode = { ...before, ast: now, code: codeIn(parts, new Map()), writes: writesIn(parts), targets };
  const spans = new Map<Span, Span>([[before.ast.id.span, now.id.span], ...before.targets.map((site, at): [Span, Span] => [site.part.span, (targets[at] as TargetSite).part.span])]);
  const moved = (edge: FlowEdge): FlowEdge => (edge.from === index ? { ...edge, span: spans.get(edge.span) ?? edge.span } : edge);
  return {
    ...bound,
    ast: { ...ast, blocks: withFiles(ast.blocks, bound.ast.blocks.files) },
    nodes: nodes.with(index, node),
    graph: { ...graph, edges: graph.edges.map(moved), feedback: graph.feedback.map(moved) },
  };
}

const noLock: BoundWorkflow["lock"] = new Map();

/** The nodes of the text, and the `end` that the compiler supplies where one is only targeted. */
function withEnd(ast: WorkflowAst, parts: readonly (readonly LocatedPart[])[], found: Diagnostic[]): readonly NodeAst[] {
  const hasEnd = ast.nodes.some((node) => node.id.value === "end");
  const target = hasEnd || ast.damaged ? undefined : firstTarget(parts, "end");
  if (target !== undefined) {
    found.push(report(noEnd, target.span, { isTargeted: true }, { severity: "warning", fixes: endFix(ast) }));
    return [...ast.nodes, { id: { value: "end", span: target.span }, kind: "end", type: undefined, members: {} }];
  }
  return ast.nodes;
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

function firstTarget(parts: readonly (readonly LocatedPart[])[], name: string): DecodedPart | undefined {
  const isNamed = ({ part }: LocatedPart): boolean => part.shape === "target" && part.value === name;
  return parts.find((each) => each.some(isNamed))?.find(isNamed)?.part;
}

/** The files whose content stands for a field, by their paths; one that cannot be read is told where it is named. */
function includedFiles({ source }: WorkflowAst, nodeParts: readonly (readonly LocatedPart[])[], project: ProjectView, found: Diagnostic[]): ReadonlyMap<string, IncludedFile> {
  const files = new Map<string, IncludedFile>();
  const folder = source.uri.slice(0, source.uri.lastIndexOf("/") + 1);
  for (const parts of nodeParts) {
    for (const { part } of parts) {
      if (part.shape !== "text" || part.field.fills === undefined || files.has(part.value)) continue;
      const read = project.textOf?.(part.value) ?? { ok: false, reason: "nobody reads files here" };
      if (read.ok) files.set(part.value, { id: `file:${part.value}`, path: part.value, source: { uri: folder + part.value, text: read.text }, lines: lineIndex(read.text), named: part.span });
      else found.push(report(missingFile, part.span, { path: part.value, from: "document", reason: read.reason }));
    }
  }
  return files;
}

function codeIn(parts: readonly LocatedPart[], files: ReadonlyMap<string, IncludedFile>): readonly CodeSite[] {
  const sites: CodeSite[] = [];
  for (const { part, path } of parts) {
    const file = part.shape === "text" && part.field.fills !== undefined ? files.get(part.value) : undefined;
    if (file !== undefined) sites.push({ as: "template", text: textOfFile(file), path, part });
    if (part.shape === "expression") sites.push({ as: part.field.as, text: part.text, path, part });
    if (part.shape === "template") sites.push({ as: "template", text: part.text, path, part });
    if (part.shape === "value") for (const leaf of templatesIn(part.tree)) sites.push({ as: "template", text: leaf.text, path, part });
  }
  return sites;
}

function writesIn(parts: readonly LocatedPart[]): readonly WriteSite[] {
  const writes: WriteSite[] = [];
  for (const { part, path } of parts) {
    if (part.shape !== "stateKey" || part.field.access !== "write") continue;
    const field = path.includes(".") ? path.slice(path.indexOf(".") + 1) : undefined;
    writes.push({ key: part.value, span: part.span, path, ...(field === undefined ? {} : { field }) });
  }
  return writes;
}

function edgesOf(node: Omit<BoundNode, "subject">, escalate: number | undefined, budget: number | undefined): readonly FlowEdge[] {
  const edges = node.targets.flatMap((site): readonly FlowEdge[] => {
    const role = site.part.field.edge;
    if (site.node === undefined || role === "wait_for" || role === "subject") return [];
    return [{ from: node.index, to: site.node, role, span: site.part.span }];
  });
  const span = node.ast.id.span;
  const out = (to: number | undefined, role: "escalate" | "budget"): readonly FlowEdge[] => (to === undefined ? [] : [{ from: node.index, to, role, span }]);
  return [...edges, ...(onFailOf(node) === "escalate" && escalate !== node.index ? out(escalate, "escalate") : []), ...(node.spec !== undefined && node.spec.traits.cost !== "none" ? out(budget, "budget") : [])];
}

function forkOf(node: Omit<BoundNode, "subject">): FlowDraft["forks"] {
  const branches = node.targets.flatMap((site) => (site.part.field.edge === "branch" && site.node !== undefined ? [site.node] : []));
  const join = node.targets.find((site) => site.part.field.edge === "join")?.node;
  return join === undefined || branches.length === 0 ? [] : [{ node: node.index, branches, join }];
}

/** Success could lead on from here, and nothing says where. */
function isOpenEnded(node: Omit<BoundNode, "subject">): boolean {
  if (node.spec === undefined || !("next" in node.spec.fields) || node.ast.members["next"] !== undefined) return false;
  return !node.targets.some((site) => site.part.field.edge === "case");
}

function onFailOf(node: Pick<BoundNode, "ast">): string | undefined {
  return memberOf(node.ast.members, "on_fail", "choice")?.value;
}

function bindSubjects(drafts: readonly Omit<BoundNode, "subject">[], graph: FlowGraph, found: Diagnostic[], escalate: number | undefined): readonly BoundNode[] {
  const precedingOutput = precedingOutputs(graph.edges, drafts.map((node) => node.spec), (at) => drafts[at]?.ast.id.value ?? "");
  return drafts.map((node) => {
    if (node.spec?.traits.roots?.includes("output") !== true) return { ...node, subject: undefined };
    const named = node.targets.find((site) => site.part.field.edge === "subject");
    const isNamed = node.ast.members["node"] !== undefined;
    const guess = isNamed ? undefined : precedingOutput(node.index);
    const subject = named?.node ?? (guess !== undefined && "node" in guess ? guess.node : undefined);
    const id = node.ast.id.value;
    const place = node.ast.id.span;
    const onFail = memberOf(node.ast.members, "on_fail", "choice");
    if (onFail?.value === "escalate" && ((escalate === undefined && graph.complete) || escalate === node.index)) found.push(report(escalateWithoutTarget, onFail.span, { node: id, isOwn: escalate === node.index }));
    const wantsModel = onFail?.value === "retry_with_feedback";
    if (guess !== undefined && "why" in guess) {
      if (graph.complete) found.push(wantsModel ? report(retryWithoutModel, onFail.span, { node: id, why: guess.why }) : report(noOutputHere, place, { node: id, why: guess.why }));
    } else if (wantsModel && subject !== undefined && drafts[subject]?.spec !== undefined && drafts[subject]?.spec?.traits.feedback === undefined) {
      found.push(report(retryWithoutModel, onFail.span, { node: id, why: `'${drafts[subject]?.ast.id.value}' is a ${drafts[subject]?.spec?.kind} node` }));
    }
    return { ...node, subject };
  });
}

/** Nodes without a successor that no join around them picks up. */
function openEnds(nodes: readonly BoundNode[], draft: FlowDraft, graph: FlowGraph): readonly Diagnostic[] {
  if (!graph.complete) return [];
  const rejoining = new Set(graph.edges.filter((edge) => edge.role === "rejoin").map((edge) => edge.from));
  return [...draft.openEnded].filter((index) => !rejoining.has(index)).map((index) => {
    const node = nodes[index] as BoundNode;
    const keys = node.spec !== undefined && "on_approved" in node.spec.fields ? "'next' or 'on_approved'" : "'next'";
    return report(missingNext, node.ast.id.span, { node: node.ast.id.value, keys });
  });
}

/** Routes are tried in order, and an `else` holds always. */
function routesAfterElse(list: PartOf<"list">): readonly Diagnostic[] {
  const isElse = (part: Part): boolean => part.shape === "object" && Object.values(part.members).some((member) => member.part.shape === "target" && member.part.field.edge === "default");
  const first = list.items.findIndex(isElse);
  const otherwise = list.items[first];
  if (otherwise === undefined) return [];
  return list.items.slice(first + 1).map((item) => report(routeAfterElse, item.span, {}, { related: [{ span: otherwise.span, message: "this 'else' always holds" }] }));
}

/** Where the path to a file that must exist begins. A Python module is no path: Python finds it when it is called. */
function fileFrom({ field, value }: PartOf<"text">): "document" | "project" | undefined {
  if (field.format === "path") return "document";
  const isScript = (field.format === "module" && !pythonClass.test(value)) || (field.format === "functions" && !isPythonModule(value));
  return isScript ? "project" : undefined;
}

/** The type a node's result has, before any schema the author gives. */
export function resultTypeOf(node: BoundNode): Type {
  const spec = node.spec;
  if (spec === undefined) return types.hole;
  const { type, schemaField } = spec.traits.result;
  const given = schemaField === undefined ? undefined : memberOf(node.ast.members, schemaField, "type");
  return given?.type.type ?? type;
}

