import { fileFields, headerFields, movableFields } from "../../schemas/header.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { NodeKind } from "../../schemas/nodes/index.ts";
import type { Op } from "../../schemas/op.ts";
import type { Requirement, StateKeyIr } from "../../schemas/program.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import { Bug } from "../../schemas/bug.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import { readsRoot } from "../../schemas/expr/walk.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import type { Code } from "../check/code.ts";
import { placedInputs } from "../check/inputs.ts";
import type { Complete, TypedWorkflow } from "../check/typed.ts";
import { lowerExpression } from "../expr/lower.ts";
import { codePool, type WorkflowIr } from "../ir.ts";
import { memberOf, type Members } from "../syntax/part.ts";
import { lowerTemplate } from "../template/lower.ts";
import type { Lowering } from "./context.ts";
import { lowerings } from "./control.ts";
import { lowerFields } from "./fields.ts";
import { described, lowerActivity, textsIn } from "./generic.ts";
import { siteSearch } from "./site-search.ts";

/** The ops of a workflow in which nothing is wrong. */
export function lower(complete: Complete<TypedWorkflow>): WorkflowIr {
  const { bound } = complete;
  const { ast } = bound;
  const pool = codePool();
  const requirements = new Map<string, Requirement>();
  const reRun = new Set(bound.graph.feedback.map((edge) => edge.to));
  const sites = siteSearch();
  const lowering: Lowering = {
    typed: complete,
    code: (text, as) => {
      const form = as === "template" ? as : "expression";
      return pool.find(text.value, form) ?? pool.add({ ir: lowerCode(sites.siteOf(text).code), source: text.value, span: text.span, decides: as !== "template" }, form);
    },
    fileText: sites.fileText,
    isReRun: (node) => reRun.has(node.index),
    nodeReads: (node, root) => node.code.some(({ text }) => readsRoot(lowerCode(sites.siteOf(text).code), root)),
    require: (feature, by) => requirements.set(`${feature} ${by}`, { feature, by }),
    requirements: () => [...requirements.values()],
  };
  const ops = complete.nodes.map((node) => {
    sites.enter(node);
    return described(lowerNode(lowering, node.bound), node.bound);
  });
  const inputs = placedInputs(complete);
  const settings = lowerSettings(lowering, ast.header, ast.file);
  return {
    workflow: workflowOf(ast.header),
    state: stateOf(bound),
    inputs: inputs.map(({ input }) => input),
    inputSpans: inputs.map(({ at }) => at),
    start: bound.graph.start as Slot,
    ops,
    spans: bound.nodes.map((node) => node.ast.id.span),
    code: pool.pieces(),
    requires: lowering.requirements(),
    settings,
  };
}

/** Code in which nothing is wrong, as the runtime evaluates it. */
function lowerCode(code: Code): ExprIr {
  return code.as === "template" ? lowerTemplate(code.parsed) : lowerExpression(code.parsed);
}

function lowerNode(lowering: Lowering, node: BoundNode): Op {
  const { spec } = node;
  if (spec === undefined) throw new Bug("a node without a kind reached lowering");
  if (spec.needs !== undefined) lowering.require(spec.needs, node.ast.id.value);
  return spec.role === "activity" ? lowerActivity(lowering, node) : lowerControl(lowering, node, spec.kind as NodeKind);
}

function lowerControl(lowering: Lowering, node: BoundNode, kind: NodeKind): Op {
  if (!Object.hasOwn(lowerings, kind)) throw new Bug(`no lowering for '${kind}'`);
  return lowerings[kind as keyof typeof lowerings](lowering, node);
}

function workflowOf(header: Members): WorkflowIr["workflow"] {
  const text = (name: string): string | undefined => memberOf(header, name, "text")?.value;
  const [name, description] = [text("name"), text("description")];
  const labels = memberOf(header, "labels", "map");
  return {
    id: text("id") ?? "",
    version: text("version") ?? "",
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(labels === undefined ? {} : { labels: textsIn(labels) }),
  };
}

function stateOf(bound: BoundWorkflow): WorkflowIr["state"] {
  const keys = [...bound.state.values()].map((symbol): readonly [string, StateKeyIr] => [
    symbol.name,
    { type: symbol.type, ...(symbol.schema === undefined ? {} : { schema: symbol.schema }), ...(symbol.default === undefined ? {} : { default: symbol.default }) },
  ]);
  return Object.fromEntries(keys);
}

/** Budgets, policies and timeouts of the whole workflow, wherever they stand; only what was written. */
function lowerSettings(lowering: Lowering, header: Members, file: Members): JsonObject {
  const { timeout, continue_as_new } = headerFields;
  const { federation } = fileFields;
  const members = { ...file, ...header };
  const ofWorkflow = lowerFields(lowering, members, pick(members, { ...movableFields, timeout, continue_as_new }), "workflow") as JsonObject;
  const ofFile = lowerFields(lowering, file, pick(file, { federation }), "") as JsonObject;
  return { ...ofFile, ...ofWorkflow };
}

function pick<T extends object>(written: object, wanted: T): T {
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name in written)) as T;
}
