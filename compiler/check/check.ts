import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { resultTypeOf } from "../bind/bind.ts";
import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import { withDeclareFix } from "../bind/state.ts";
import { fieldOfPath } from "../bind/visit.ts";
import type { ExprAst } from "../expr/ast.ts";
import { exprEnv, rootTypes, type ExprEnv } from "../expr/env.ts";
import { noFacts, sameFacts, type Bounds, type Facts } from "../expr/facts.ts";
import { seedsIn } from "../expr/sides.ts";
import { stateKeys } from "../bind/keys.ts";
import { boundsOf } from "./bounds.ts";
import { checkCode, readCode, readsOfCode, type Code } from "./code.ts";
import { gathered } from "./gathered.ts";
import { nodeReads } from "./node-reads.ts";
import { pathFacts, type FactsBefore, type PathFacts, type Trial } from "./path-facts.ts";
import { hasOwnRoots, placeRoots, stateType, writerOf, type Place } from "./roots.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "./typed.ts";

/** A workflow with its types, and what is wrong with the code of each node. */
export interface CheckedWorkflow extends Staged<TypedWorkflow> {
  /** One list for each node; the same one for all whose code is sound. */
  readonly byNode: readonly (readonly Diagnostic[])[];
  readonly facts: PathFacts;
}

/** What was known of an earlier text: a node that is the same, in the same state, and of which the way tells the same, is as it was. */
export interface CheckedBefore {
  readonly typed: TypedWorkflow;
  readonly byNode: CheckedWorkflow["byNode"];
  readonly facts: PathFacts;
}

/** Parses and types every expression and template of a workflow. */
export function checkWorkflow(bound: BoundWorkflow, before?: CheckedBefore): CheckedWorkflow {
  const envAt = placeEnvs(bound);
  const kept = before?.typed.bound.state === bound.state && before.typed.bound.stateComplete === bound.stateComplete ? before : undefined;
  const codeOf = codeReader(kept?.typed);
  const astOf = (node: BoundNode, place: number): ExprAst | undefined => {
    const code = codeOf(node, place);
    return code.as === "expression" && code.parsed.isWhole ? code.parsed.ast : undefined;
  };
  const old = kept && factsBefore(kept, bound);
  const facts = pathFacts(bound, { astOf, seedsAt: (node) => seedsIn(envAt(node, "route")) }, old);
  const checking: Checking = { bound, kept, facts, codeOf, envAt };
  // Of most nodes, nothing has to be looked at.
  const isKept = kept !== undefined && old !== undefined && facts.news !== undefined;
  const nodes: TypedNode[] = isKept ? [...kept.typed.nodes] : [];
  const byNode: (readonly Diagnostic[])[] = isKept ? [...kept.byNode] : [];
  for (const index of isKept ? new Set([...old.changed, ...judgesOf(kept.typed, old.changed), ...facts.news]) : bound.nodes.keys()) {
    const { value, diagnostics } = checkNode(checking, bound.nodes[index] as BoundNode);
    nodes[index] = value;
    byNode[index] = diagnostics;
  }
  // A long template may have more mistakes than a call takes arguments.
  const diagnostics = byNode.flat();
  return { value: { bound, nodes }, diagnostics, byNode, facts };
}

/** The nodes that score the output of one of these. */
function judgesOf(typed: TypedWorkflow, nodes: readonly number[]): readonly number[] {
  const judges: number[] = [];
  for (const { index, subject } of gathered(typed, scoring)) if (subject !== undefined && nodes.includes(subject)) judges.push(index);
  return judges;
}

function scoring({ bound }: TypedNode): readonly BoundNode[] {
  return bound.subject === undefined ? [] : [bound];
}

/** What nodes are checked with. */
interface Checking {
  readonly bound: BoundWorkflow;
  readonly kept: CheckedBefore | undefined;
  readonly facts: PathFacts;
  readonly codeOf: (node: BoundNode, place: number) => Code;
  readonly envAt: (node: BoundNode, place: Place) => ExprEnv;
}

function checkNode({ bound, kept, facts, codeOf, envAt }: Checking, node: BoundNode): Staged<TypedNode> {
  const way: Way = { before: facts.before(node.index), after: facts.after(node.index), trials: node.wiring.tests.length === 0 ? undefined : new Map(facts.trials(node.index).map((trial) => [trial.site, trial])) };
  const old = kept && keptNode(kept.typed, bound, node);
  if (old !== undefined && isKnownAlike(old, way)) return { value: reachedNode(old, way), diagnostics: kept?.byNode[node.index] ?? nothing };
  let found: Diagnostic[] | undefined;
  const sites = node.code.map((site, index): TypedSite => {
    const place: Place = fieldOfPath(site.path) === "next" ? "route" : "work";
    const known = knownAt(way, site, place);
    const plain = envAt(node, place);
    const env = known === undefined || known.size === 0 ? plain : { ...plain, facts: known };
    const { typed, diagnostics } = typeSite(site, codeOf(node, index), { place, env, isReached: known !== undefined, sides: way.trials?.get(site) });
    for (const each of diagnostics) (found ??= []).push(withDeclareFix(bound.ast, each));
    return typed;
  });
  return { value: { bound: node, sites, reads: nodeReads(sites, stateKeys(bound).numbers), result: resultTypeOf(node) }, diagnostics: found ?? nothing };
}

/** The node as it was typed before, if it is the same, and so is the one whose output it scores. */
function keptNode({ bound: { nodes: before }, nodes }: TypedWorkflow, bound: BoundWorkflow, node: BoundNode): TypedNode | undefined {
  const isSame = before[node.index] === node && (node.subject === undefined || before[node.subject] === bound.nodes[node.subject]);
  return isSame ? nodes[node.index] : undefined;
}

/** What is known of the way to a node: where it begins, where it chooses its route, and where each test is tried by which it chooses. */
interface Way {
  readonly before: Facts | undefined;
  readonly after: Facts | undefined;
  readonly trials: ReadonlyMap<CodeSite, Trial> | undefined;
}

/** What is known where a piece of code is evaluated; undefined where no execution comes to. */
function knownAt({ before, after, trials }: Way, site: CodeSite, place: Place): Facts | undefined {
  const trial = trials?.get(site);
  return trial !== undefined ? trial.before : place === "route" ? after : before;
}

/** Whether as much is known of the way to all code of a node as when it was typed. */
function isKnownAlike({ sites }: TypedNode, way: Way): boolean {
  for (const { site, place, env } of sites) {
    const now = knownAt(way, site, place) ?? noFacts;
    if (env.facts !== now && !sameFacts(env.facts, now)) return false;
  }
  return true;
}

/** A node as it was typed, but for whether executions come to its code: that changes no type. */
function reachedNode(node: TypedNode, way: Way): TypedNode {
  let sites: TypedSite[] | undefined;
  for (let index = 0; index < node.sites.length; index += 1) {
    const typed = node.sites[index] as TypedSite;
    const isReached = knownAt(way, typed.site, typed.place) !== undefined;
    if (isReached !== typed.isReached && asksForReach(typed)) (sites ??= [...node.sites])[index] = { ...typed, isReached, sides: way.trials?.get(typed.site) };
  }
  return sites === undefined ? node : { ...node, sites };
}

const nothing: readonly Diagnostic[] = [];

/** A node with other texts that say the same but for their prose, which `bound` has in its place; what is known of the way to it stays true. */
export function retypedNode({ sites }: TypedNode, bound: BoundNode, { ast, state }: BoundWorkflow): Staged<TypedNode> {
  const found: Diagnostic[] = [];
  const { numbers } = stateKeys({ state });
  const retyped = bound.code.map((site, index): TypedSite => {
    const { place, env, isReached, sides } = sites[index] as TypedSite;
    const { typed, diagnostics } = typeSite(site, readCode(site.text.value, site.as), { place, env, isReached, sides });
    for (const each of diagnostics) found.push(withDeclareFix(ast, each));
    return typed;
  });
  return { value: { bound, sites: retyped, reads: nodeReads(retyped, numbers), result: resultTypeOf(bound) }, diagnostics: found };
}

/** What is known of a place before its code is read. */
type Known = Pick<TypedSite, "place" | "env" | "isReached" | "sides">;

function typeSite(site: CodeSite, code: Code, { place, env, isReached, sides }: Known): { readonly typed: TypedSite; readonly diagnostics: readonly Diagnostic[] } {
  const { type, diagnostics } = checkCode(code, env, site.text.locate);
  const reads = readsOfCode(code, site.as);
  return { typed: { site, code, reads, place, type, env, isReached: isReached || !asksForReach({ site, code, reads }), sides, isSound: diagnostics.length === 0 }, diagnostics };
}

/** Whether it matters to code that executions come there: it tests something, or reads what only some of them have. */
function asksForReach({ site, code, reads }: Pick<TypedSite, "site" | "code" | "reads">): boolean {
  return site.as === "condition" || (code.as === "template" && code.parsed.hasBlocks) || reads.some(({ root }) => root === "error" || root === "feedback");
}

/** The facts of an earlier text, where its nodes have the numbers of those of this one. */
function factsBefore({ typed: { bound: old }, facts }: CheckedBefore, bound: BoundWorkflow): FactsBefore | undefined {
  if (old.nodes.length !== bound.nodes.length) return undefined;
  const changed: number[] = [];
  for (let index = 0; index < bound.nodes.length; index += 1) if (old.nodes[index] !== bound.nodes[index]) changed.push(index);
  return { bound: old, facts, changed };
}

/** The code of a node, by its place: conditions, which are asked for again and again, are read once, those of `before` not at all, and all other code as it comes. */
function codeReader(before: TypedWorkflow | undefined): (node: BoundNode, place: number) => Code {
  const conditions = new Map<CodeSite, Code>();
  return (node, place) => {
    const old = before?.nodes[node.index];
    if (old?.bound === node) return (old.sites[place] as TypedSite).code;
    // The place is one of its code.
    const site = node.code[place] as CodeSite;
    if (site.as !== "condition") return readCode(site.text.value, site.as);
    const code = conditions.get(site) ?? readCode(site.text.value, site.as);
    conditions.set(site, code);
    return code;
  };
}

function someHasSchema(state: BoundWorkflow["state"]): boolean {
  for (const { schema } of state.values()) if (schema !== undefined) return true;
  return false;
}

/** What names stand for at each place, before anything is known of the way there. */
function placeEnvs(bound: BoundWorkflow): (node: BoundNode, place: Place) => ExprEnv {
  const state = stateType(bound);
  const hasSchemas = someHasSchema(bound.state);
  const boundsAt = (writer?: BoundNode): Bounds | undefined => (hasSchemas ? (path) => boundsOf(bound, writer, path) : undefined);
  const everywhere = exprEnv(rootTypes(state), noFacts, boundsAt());
  const known = { route: new Map<BoundNode, ExprEnv>(), work: new Map<BoundNode, ExprEnv>() };
  return (node, place) => {
    if (!hasOwnRoots(node, place)) return everywhere;
    const found = known[place].get(node);
    if (found !== undefined) return found;
    const env = exprEnv(rootTypes(state, placeRoots(bound, node, place)), noFacts, boundsAt(writerOf(bound, node, place)));
    known[place].set(node, env);
    return env;
  };
}
