import type { NodeSpec } from "../../schemas/node-spec.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { isPythonModule, pythonClass } from "../../schemas/text-format.ts";
import { types } from "../../schemas/type.ts";
import { fileTwin, missingFile, routeAfterElse } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { grown, kept } from "../source/compact.ts";
import { textOfFile, type IncludedFile } from "../source/text.ts";
import type { Guess } from "../syntax/guess.ts";
import { memberOf, type DecodedPart, type Members, type Part, type PartOf } from "../syntax/part.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";
import type { BoundNode, CodeSite, ProjectView, StateSymbol, TargetSite, WriteSite } from "./bound.ts";
import type { FlowEdge, Fork } from "./graph.ts";
import type { StateKeys } from "./keys.ts";
import type { NameCheck } from "./names.ts";
import { reportUndeclared } from "./state.ts";
import { areResolved, targetSite, type NodeNames } from "./targets.ts";
import { forEachPart, mayLackTarget, templatesIn, type PartPath } from "./visit.ts";
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
  const { code, writes, targets } = sitesIn(names, { members: ast.members, spec }, found);
  const wiring = wiringOf({ ast, spec, code, writes, targets }, names.keys.numbers);
  const bound: BoundNode = { index, ast, spec, code, writes, targets, wiring, subject: undefined };
  const node = supplied === undefined ? bound : { ...bound, supplied };
  return {
    node,
    edges: edgesOf(node, names),
    forks: forkOf(node),
    isOpenEnded: isOpenEnded(node),
    isResolved: areResolved(targets, names),
    isRead: spec !== undefined && !mayLackTarget(ast.members, spec.fields),
    found: found.length === 0 ? none : found,
  };
}

/** A node, or the header, as the holder of its parts. */
interface Holder {
  readonly members: Members;
  readonly spec: NodeSpec | undefined;
}

/** Says which names of a node or header stand for nothing, but for those of nodes. */
export function lookAt(names: Names, holder: Holder, found: Diagnostic[]): void {
  forEachPart(holder.members, (part) => lookAtPart(names, holder, part, found));
}

/** What a node says to others, in one walk: most of a walk is in making the paths. Which of its names stand for nothing is told on the way. */
function sitesIn(names: Names, holder: Holder, found: Diagnostic[]): Pick<BoundNode, "code" | "writes" | "targets"> {
  let code: CodeSite[] | undefined;
  let writes: WriteSite[] | undefined;
  let targets: TargetSite[] | undefined;
  forEachPart(holder.members, (part, path) => {
    lookAtPart(names, holder, part, found);
    if (part.shape === "target") targets = grown(targets, targetSite(part, path, names, found));
    else if (part.shape === "expression") code = grown(code, { as: part.field.as, text: part.text, path, part });
    else if (part.shape === "template") code = grown(code, { as: "template", text: part.text, path, part });
    else if (part.shape === "stateKey" && part.field.access === "write") writes = grown(writes, writeSite(part, path));
    else if (part.shape === "text" && part.field.fills !== undefined) {
      const file = names.files.get(part.value);
      if (file !== undefined) code = grown(code, { as: "template", text: textOfFile(file), path, part });
    } else if (part.shape === "value") {
      for (const text of templatesIn(part.tree)) code = grown(code, { as: "template", text, path, part });
    }
  });
  return { code: kept(code), writes: kept(writes), targets: kept(targets) };
}

function lookAtPart({ ast, project, state, stateComplete, guessKey, checkName }: Names, { members, spec }: Holder, part: DecodedPart, found: Diagnostic[]): void {
  if (part.shape === "stateKey" && stateComplete && !state.has(part.value)) found.push(reportUndeclared(ast, state, guessKey, part, spec?.traits.result.type ?? types.any));
  const complaint = part.shape === "name" ? checkName(part, memberOf(members, "server", "name")?.value) : undefined;
  if (complaint !== undefined) found.push(complaint);
  if (part.shape === "list") found.push(...routesAfterElse(part));
  if (part.shape !== "text") return;
  const from = part.field.fills === undefined ? fileFrom(part) : "document";
  const twin = from === undefined ? undefined : project.twinOf?.(part.value, from);
  if (twin !== undefined) found.push(report(fileTwin, part.span, { path: part.value, twin }));
  if (part.field.fills === undefined && from !== undefined && !project.fileExists(part.value, from)) found.push(report(missingFile, part.span, { path: part.value, from }));
}

function writeSite({ value: key, span }: PartOf<"stateKey">, path: PartPath): WriteSite {
  const dot = path.indexOf(".");
  return dot === -1 ? { key, span, path } : { key, span, path, field: path.slice(dot + 1) };
}

function edgesOf(node: BoundNode, { escalate, budget }: Names): readonly FlowEdge[] {
  const { index: from, spec, ast: { id: { span } } } = node;
  let edges: FlowEdge[] | undefined;
  for (const { node: to, part } of node.targets) {
    const role = part.field.edge;
    if (to !== undefined && role !== "wait_for" && role !== "subject") edges = grown(edges, { from, to, role, span: part.span });
  }
  if (escalate !== undefined && escalate !== from && onFailOf(node) === "escalate") edges = grown(edges, { from, to: escalate, role: "escalate", span });
  if (budget !== undefined && spec !== undefined && spec.traits.cost !== "none") edges = grown(edges, { from, to: budget, role: "budget", span });
  return kept(edges);
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
  if (otherwise === undefined) return none;
  return list.items.slice(first + 1).map((item) => report(routeAfterElse, item.span, {}, { related: [{ span: otherwise.span, message: "this 'else' always holds" }] }));
}

/** Where the path to a file that must exist begins. A Python module is no path: Python finds it when it is called. */
function fileFrom({ field, value }: PartOf<"text">): "document" | "project" | undefined {
  if (field.format === "path") return "document";
  const isScript = (field.format === "module" && !pythonClass.test(value)) || (field.format === "functions" && !isPythonModule(value));
  return isScript ? "project" : undefined;
}
