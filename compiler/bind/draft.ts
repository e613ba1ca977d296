import type { NodeSpec } from "../../schemas/node-spec.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { isPythonModule, pythonClass } from "../../schemas/text-format.ts";
import { types } from "../../schemas/type.ts";
import { fileTwin, missingFile, routeAfterElse } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { compact } from "../source/compact.ts";
import { textOfFile, type IncludedFile } from "../source/text.ts";
import type { Guess } from "../syntax/guess.ts";
import { memberOf, type Members, type Part, type PartOf } from "../syntax/part.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";
import type { BoundNode, CodeSite, ProjectView, StateSymbol, WriteSite } from "./bound.ts";
import type { FlowEdge, Fork } from "./graph.ts";
import type { StateKeys } from "./keys.ts";
import type { NameCheck } from "./names.ts";
import { reportUndeclared } from "./state.ts";
import { targetsIn, type NodeNames } from "./targets.ts";
import { mayLackTarget, partsIn, templatesIn, type LocatedPart } from "./visit.ts";
import { wiringOf } from "./wire.ts";

/** What names mean in a workflow: all that its nodes are bound by. */
export interface Names extends NodeNames {
  readonly ast: WorkflowAst;
  readonly project: ProjectView;
  readonly state: ReadonlyMap<string, StateSymbol>;
  readonly stateComplete: boolean;
  readonly keys: StateKeys;
  readonly guessKey: Guess;
  readonly checkName: NameCheck;
  /** The files whose content stands for a field, by their paths. */
  readonly files: ReadonlyMap<string, IncludedFile>;
  /** Where control goes when somebody has to look, and when the budget is spent. */
  readonly escalate: number | undefined;
  readonly budget: number | undefined;
  readonly start: number | undefined;
  /** The header says whom it means. */
  readonly isHeaderResolved: boolean;
}

/** A node with its names bound, before the graph is known: whom it scores, where that is not said, the graph will tell. */
export interface NodeDraft {
  readonly node: BoundNode;
  /** The edges that leave it, but for those to a join that nobody wrote. */
  readonly edges: readonly FlowEdge[];
  readonly forks: readonly Fork[];
  readonly isOpenEnded: boolean;
  /** Each of its targets is a node, or near enough to the name of one. */
  readonly isResolved: boolean;
  /** No part is missing that could have named a node. */
  readonly isRead: boolean;
  readonly found: readonly Diagnostic[];
}

const none: readonly never[] = [];

/** Binds the names of one node. */
export function draftOf(names: Names, ast: NodeAst, index: number, supplied?: true): NodeDraft {
  const found: Diagnostic[] = [];
  const spec = ast.kind === undefined ? undefined : specOf(ast.kind);
  const parts = partsIn(ast.members);
  lookAt(names, { parts, members: ast.members, spec }, found);
  const { targets, isResolved } = targetsIn(parts, names, found);
  const [code, writes] = [codeIn(parts, names.files), writesIn(parts)];
  const wiring = wiringOf({ ast, spec, code, writes, targets }, names.keys.numbers);
  const node: BoundNode = { index, ast, spec, code, writes, targets, wiring, subject: undefined, ...(supplied === undefined ? {} : { supplied }) };
  return {
    node,
    edges: edgesOf(node, names),
    forks: forkOf(node),
    isOpenEnded: isOpenEnded(node),
    isResolved,
    isRead: spec !== undefined && !mayLackTarget(ast.members, spec.fields),
    found: found.length === 0 ? none : found,
  };
}

/** The parts of a node, or of the header, with what they are parts of. */
interface Holder {
  readonly parts: readonly LocatedPart[];
  readonly members: Members;
  readonly spec: NodeSpec | undefined;
}

/** Says which names of a node or header stand for nothing. */
export function lookAt({ ast, project, state, stateComplete, guessKey, checkName }: Names, { parts, members, spec }: Holder, found: Diagnostic[]): void {
  const server = memberOf(members, "server", "name")?.value;
  const wanted = spec?.traits.result.type ?? types.any;
  for (const { part } of parts) {
    if (part.shape === "stateKey" && stateComplete && !state.has(part.value)) found.push(reportUndeclared(ast, state, guessKey, part, wanted));
    const complaint = part.shape === "name" ? checkName(part, server) : undefined;
    if (complaint !== undefined) found.push(complaint);
    if (part.shape === "list") found.push(...routesAfterElse(part));
    if (part.shape !== "text") continue;
    const from = part.field.fills === undefined ? fileFrom(part) : "document";
    const twin = from === undefined ? undefined : project.twinOf?.(part.value, from);
    if (twin !== undefined) found.push(report(fileTwin, part.span, { path: part.value, twin }));
    if (part.field.fills === undefined && from !== undefined && !project.fileExists(part.value, from)) found.push(report(missingFile, part.span, { path: part.value, from }));
  }
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
  return compact(sites);
}

function writesIn(parts: readonly LocatedPart[]): readonly WriteSite[] {
  const writes: WriteSite[] = [];
  for (const { part, path } of parts) {
    if (part.shape !== "stateKey" || part.field.access !== "write") continue;
    const field = path.includes(".") ? path.slice(path.indexOf(".") + 1) : undefined;
    writes.push({ key: part.value, span: part.span, path, ...(field === undefined ? {} : { field }) });
  }
  return compact(writes);
}

function edgesOf(node: BoundNode, { escalate, budget }: Names): readonly FlowEdge[] {
  const { index: from, spec, ast: { id: { span } } } = node;
  const edges: FlowEdge[] = [];
  for (const { node: to, part } of node.targets) {
    const role = part.field.edge;
    if (to !== undefined && role !== "wait_for" && role !== "subject") edges.push({ from, to, role, span: part.span });
  }
  if (escalate !== undefined && escalate !== from && onFailOf(node) === "escalate") edges.push({ from, to: escalate, role: "escalate", span });
  if (budget !== undefined && spec !== undefined && spec.traits.cost !== "none") edges.push({ from, to: budget, role: "budget", span });
  return compact(edges);
}

function forkOf(node: BoundNode): readonly Fork[] {
  const join = node.targets.find((site) => site.part.field.edge === "join")?.node;
  if (join === undefined) return none;
  const branches = node.targets.flatMap((site) => (site.part.field.edge === "branch" && site.node !== undefined ? [site.node] : []));
  return branches.length === 0 ? none : [{ node: node.index, branches, join }];
}

/** Success could lead on from here, and nothing says where. */
function isOpenEnded(node: BoundNode): boolean {
  if (node.spec === undefined || !("next" in node.spec.fields) || node.ast.members["next"] !== undefined) return false;
  return !node.targets.some((site) => site.part.field.edge === "case");
}

/** What the author wants done where a score is too low. */
export function onFailOf(node: Pick<BoundNode, "ast">): string | undefined {
  return memberOf(node.ast.members, "on_fail", "choice")?.value;
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
