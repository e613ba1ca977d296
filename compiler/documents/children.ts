import satisfies from "semver/functions/satisfies.js";
import validRange from "semver/ranges/valid.js";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { describeType, type Type } from "../../schemas/type.ts";
import type { BoundNode, ProjectView } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { missingFile } from "../diagnostics/bind.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { brokenUnit, delegationWidening, inputType, missingInput, subworkflowCycle, unknownInput, unknownOutput, versionMismatch } from "../diagnostics/documents.ts";
import { fits, named } from "../expr/types.ts";
import { requestedScopes } from "../rules/oauth-scopes.ts";
import { outputMismatch } from "../rules/output-mismatch.ts";
import { guessAmong } from "../syntax/guess.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import { defaultLimits } from "../syntax/limits.ts";
import { decodeWorkflow } from "../syntax/workflow.ts";
import { parseYaml } from "../syntax/yaml.ts";
import { inputsOf, workflowIn } from "./read-workflow.ts";
import { unfit } from "./schedule.ts";

type Child = NonNullable<NodeSpec["traits"]["child"]>;

/** What is wrong between a workflow and those that its nodes start. What is wrong within those is told where they are checked. */
export function judgeChildren(typed: TypedWorkflow, project: ProjectView): readonly Diagnostic[] {
  const { source } = typed.bound.ast;
  const own = source.uri.slice(source.uri.lastIndexOf("/") + 1);
  return typed.nodes.flatMap((node) => {
    const { child } = node.bound.spec?.traits ?? {};
    const ref = child && memberOf(node.bound.ast.members, child.document, "text");
    if (child === undefined || ref === undefined || project.textOf === undefined || !project.fileExists(ref.value, "document")) return [];
    const read = project.textOf(ref.value);
    if (!read.ok) return [report(missingFile, ref.span, { path: ref.value, from: "document", reason: read.reason })];
    const chain = wayBack(ref.value, own, project);
    if (chain !== undefined) return [report(subworkflowCycle, ref.span, { chain })];
    const inner = workflowIn({ uri: ref.value, text: read.text }, project);
    if (typeof inner === "string") return [report(brokenUnit, ref.span, { path: ref.value, what: inner })];
    return [...versionFindings(node.bound, child, inner, ref.value), ...scopeFindings(typed, ref, inner), ...inputFindings(node, child, inner), ...outputFindings(typed, node.bound, child, inner)];
  });
}

/** The documents on the shortest way from the one at `path` back to `own`, both included; undefined where none leads there. */
function wayBack(path: string, own: string, project: ProjectView): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[path, undefined]]);
  for (const at of cameFrom.keys()) {
    if (at === own) {
      const chain: string[] = [];
      for (let step: string | undefined = at; step !== undefined; step = cameFrom.get(step)) chain.unshift(step);
      return [own, ...chain];
    }
    for (const next of childrenAt(at, project)) if (!cameFrom.has(next)) cameFrom.set(next, at);
  }
  return undefined;
}

/** The documents that the nodes of the one at `path` start, by their paths from the document in question. */
function childrenAt(path: string, project: ProjectView): readonly string[] {
  const read = project.textOf?.(path);
  if (read?.ok !== true) return [];
  const limits = project.limits ?? defaultLimits;
  const source = { uri: path, text: read.text };
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return (decodeWorkflow(source, parseYaml(source, limits).value, limits).value?.nodes ?? []).flatMap(({ kind, members }) => {
    const { child } = kind === undefined ? {} : specOf(kind).traits;
    const ref = child && memberOf(members, child.document, "text")?.value;
    return ref === undefined ? [] : [(folder + ref).replace(/(^|\/)(?:\.\/)+/g, "$1")];
  });
}

function versionFindings({ ast }: BoundNode, { versions }: Child, { bound }: TypedWorkflow, path: string): readonly Diagnostic[] {
  const wanted = memberOf(ast.members, versions, "text");
  const version = memberOf(bound.ast.header, "version", "text")?.value;
  if (wanted === undefined || version === undefined) return [];
  if (validRange(wanted.value) === null) return [report(versionMismatch, wanted.span, { range: wanted.value })];
  return satisfies(version, wanted.value) ? [] : [report(versionMismatch, wanted.span, { range: wanted.value, path, version })];
}

/** Scopes that the other workflow asks the same authority for, and this one does not. */
function scopeFindings({ bound }: TypedWorkflow, ref: PartOf<"text">, inner: TypedWorkflow): readonly Diagnostic[] {
  const [own, asked] = [requestedScopes(bound), requestedScopes(inner.bound)];
  if (own === undefined || own === "none" || asked === undefined || asked === "none" || endpointOf(bound) !== endpointOf(inner.bound)) return [];
  const held = new Set(own.scopes.map(({ value }) => value));
  const related = [{ span: own.part.span, message: "what this workflow asks for" }];
  return asked.scopes.filter(({ value }) => !held.has(value)).map(({ value }) => report(delegationWidening, ref.span, { path: ref.value, scope: value }, { related }));
}

function endpointOf({ ast: { header, file } }: TypedWorkflow["bound"]): string | undefined {
  const oauth = memberOf(header, "oauth", "object") ?? memberOf(file, "oauth", "object");
  return oauth && memberOf(oauth.members, "token_endpoint", "text")?.value;
}

function inputFindings({ bound, sites }: TypedNode, child: Child, inner: TypedWorkflow): readonly Diagnostic[] {
  const inputs = inputsOf(inner);
  const member = bound.ast.members[child.inputs];
  if (inputs === undefined || member?.part.shape === "hole") return [];
  const unit = bound.ast.id.value;
  const given = memberOf(bound.ast.members, child.inputs, "map")?.entries ?? [];
  const names = new Set(given.map(({ key }) => key.value));
  const guess = guessAmong(inputs.keys());
  const missing = [...inputs].filter(([name, { required }]) => required && !names.has(name)).map(([input]) => report(missingInput, member?.key.span ?? bound.ast.id.span, { input, unit, under: child.inputs }));
  const wrong = given.flatMap(({ key, part }): readonly Diagnostic[] => {
    const input = inputs.get(key.value);
    if (input === undefined) return [report(unknownInput, key.span, { input: key.value, unit, nearest: guess(key.value) })];
    const expected = part.shape !== "value" ? undefined : part.tree.kind === "data" ? unfit(part.tree.value, input) : misfitOf(part, input.type, sites);
    return expected === undefined ? [] : [report(inputType, part.span, { input: key.value, expected })];
  });
  return [...wrong, ...missing];
}

/** What a value with templates would have to be; undefined where it may be right. Only one template alone has a type of its own. */
function misfitOf(part: PartOf<"value">, wanted: Type, sites: TypedNode["sites"]): string | undefined {
  const [site] = part.tree.kind === "template" ? sites.filter((each) => each.site.part === part) : [];
  return site !== undefined && site.isSound && fits(site.type, wanted) === "no" ? `${describeType(wanted)}, found ${named(site.type)}` : undefined;
}

function outputFindings({ bound }: TypedWorkflow, node: BoundNode, child: Child, inner: TypedWorkflow): readonly Diagnostic[] {
  if (!inner.bound.stateComplete) return [];
  const guess = guessAmong(inner.bound.state.keys());
  return (memberOf(node.ast.members, child.outputs, "map")?.entries ?? []).flatMap(({ key, part }): readonly Diagnostic[] => {
    const taken = inner.bound.state.get(key.value);
    const unit = node.ast.id.value;
    if (taken === undefined) return [report(unknownOutput, key.span, { output: key.value, unit, nearest: guess(key.value) })];
    const symbol = part.shape === "stateKey" ? bound.state.get(part.value) : undefined;
    if (symbol === undefined || fits(taken.type, symbol.type) !== "no") return [];
    const help = `declare '${symbol.name}' as ${describeType(taken.type)}, or write to another key`;
    return [report(outputMismatch, part.span, { node: unit, key: symbol.name, result: `'${key.value}' (${named(taken.type)})`, wanted: describeType(symbol.type), help })];
  });
}
