import type { NodeSpec } from "../node-spec.ts";
import { branch } from "./branch.ts";
import { end } from "./end.ts";
import { evalNode } from "./eval.ts";
import { http } from "./http.ts";
import { humanApproval } from "./human-approval.ts";
import { join } from "./join.ts";
import { model } from "./model.ts";
import { parallel } from "./parallel.ts";
import { subgraph } from "./subgraph.ts";
import { tool } from "./tool.ts";
import { wait } from "./wait.ts";

/** Every node kind an author may write. A kind is imported and named here; the compiler lists what else is missing. */
export const nodeSpecs = byKind(model, tool, http, branch, parallel, join, wait, humanApproval, evalNode, subgraph, end);

type Specs = typeof nodeSpecs;
export type NodeKind = keyof Specs;
export type FieldsOf<K extends NodeKind> = Specs[K]["fields"];
export type ActivityKind = { [K in NodeKind]: Specs[K]["role"] extends "activity" ? K : never }[NodeKind];
/** Kinds whose work is another execution's: no activity does it. A runtime that starts none refuses them by name. */
type DelegatedKind = "subgraph";
export type PerformedKind = Exclude<ActivityKind, DelegatedKind>;
export type ControlKind = Exclude<NodeKind, ActivityKind>;

/** Kinds of the wider JamJet language that a later version brings; naming one is not a spelling mistake. */
export const laterKinds = [
  "function", "python_fn", "memory_retrieval", "policy", "finalizer", "agent", "a2a_task", "coordinator", "agent_tool", "agent_discovery", "limit_exceeded",
] as const;

/** The spec of a kind. */
export function specOf(kind: NodeKind): NodeSpec {
  return nodeSpecs[kind];
}

/** The kind an author means by `name`, aliases included. */
export function kindNamed(name: string): NodeKind | undefined {
  return kindsByName.get(name);
}

export const nodeKinds = Object.keys(nodeSpecs) as readonly NodeKind[];

const kindsByName: ReadonlyMap<string, NodeKind> = new Map(
  nodeKinds.flatMap((kind) => [kind, ...(specOf(kind).aliases ?? [])].map((name) => [name, kind] as const)),
);

function byKind<const L extends readonly NodeSpec[]>(...specs: L): { readonly [S in L[number] as S["kind"]]: S } {
  // The keys are the kinds of the values by construction, which no signature of `fromEntries` can say.
  return Object.fromEntries(specs.map((spec) => [spec.kind, spec])) as never;
}
