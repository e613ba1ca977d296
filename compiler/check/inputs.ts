import type { Json, JsonObject } from "../../schemas/json.ts";
import type { InputIr } from "../../schemas/program.ts";
import type { Span } from "../../schemas/span.ts";
import { types, type Type } from "../../schemas/type.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import type { FlowRole } from "../bind/graph.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { memberOf } from "../syntax/part.ts";
import { readsOfCode } from "./code.ts";
import { mayHold, type MayHold } from "./flow.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** An input and the place that makes it one: where the header lists it, or where it is read first. */
export interface PlacedInput {
  readonly input: InputIr;
  readonly at: Span;
}

/** The keys a caller gives, in the order of their declaration; those of the header in the order of its list. */
export function inferInputs(typed: TypedWorkflow): readonly InputIr[] {
  return placedInputs(typed).map(({ input }) => input);
}

/**
 * The inputs with their places. `inputs:` of the header fixes the list. Without it a key is an input if a node reads it
 * where no write may have come before; it is optional if each such read copes with its absence. A declared default
 * makes any input optional.
 */
export function placedInputs(typed: TypedWorkflow): readonly PlacedInput[] {
  const { bound } = typed;
  const hasDefault = (key: string): boolean => bound.state.get(key)?.default !== undefined;
  const listed = bound.header.inputs;
  if (listed !== undefined) {
    const seen = new Set<string>();
    const isFirst = ({ key }: { readonly key: string }): boolean => !seen.has(key) && seen.add(key).has(key);
    return listed.filter(isFirst).map(({ key, span }) => ({ input: { key, required: !hasDefault(key) }, at: span }));
  }
  const { start } = bound.graph;
  if (start === undefined) return [];
  const keys = [...bound.state.keys()];
  const early = readsBeforeWrites(typed, keys, start);
  return keys.flatMap((key, fact) => {
    const reads = early[fact] ?? [];
    const [first] = reads;
    if (first === undefined) return [];
    return [{ input: { key, required: !hasDefault(key) && reads.some((read) => !read.guarded) }, at: first.at }];
  });
}

/** An input as a caller wants to know it. */
export interface InputFact extends InputIr {
  readonly type: Type;
  /** The author's JSON Schema, where the type was written as one. */
  readonly schema?: JsonObject;
  readonly default?: Json;
  /** Where a node reads it before any write; undefined for one that the header lists and nobody reads so. */
  readonly readAt: Span | undefined;
}

/** The inputs with all that is declared of them, in the order of `placedInputs`. */
export function inputFacts(typed: TypedWorkflow): readonly InputFact[] {
  const { state, graph } = typed.bound;
  const keys = [...state.keys()];
  const early = graph.start === undefined ? [] : readsBeforeWrites(typed, keys, graph.start);
  return inferInputs(typed).map((input) => {
    const declared = state.get(input.key);
    return {
      ...input,
      type: declared?.type ?? types.any,
      ...(declared?.schema === undefined ? {} : { schema: declared.schema }),
      ...(declared?.default === undefined ? {} : { default: declared.default }),
      readAt: early[keys.indexOf(input.key)]?.[0]?.at,
    };
  });
}

interface EarlyRead {
  readonly at: Span;
  readonly guarded: boolean;
}

/** By key: its reads, in the order of the text, in nodes that run, where no write may have come before. */
function readsBeforeWrites(typed: TypedWorkflow, keys: readonly string[], start: number): readonly (readonly EarlyRead[])[] {
  const { bound } = typed;
  const factOf = new Map(keys.map((key, fact) => [key, fact]));
  const adds = bound.nodes.map((node) => writtenBy(bound, node).flatMap((key) => factOf.get(key) ?? []));
  const { graph } = bound;
  // What is kept apart at a join does not reach it: what held at the fork does, by the edge from there.
  const edges = [...graph.edges, ...graph.feedback].filter(({ to, role }) => role === "join" || !keepsApart(bound.nodes[to])).map(({ from, to, role }) => ({ from, to, carries: carriesWrites(role) }));
  const may = mayHold({ size: graph.size, facts: keys.length, start, edges, adds });
  const early: EarlyRead[][] = keys.map(() => []);
  for (const node of typed.nodes) {
    if (may.isReached(node.bound.index)) collectEarly(node, new Set(adds[node.bound.index]), may, factOf, early);
  }
  return early;
}

function collectEarly(node: TypedNode, own: ReadonlySet<number>, may: MayHold, factOf: ReadonlyMap<string, number>, early: EarlyRead[][]): void {
  for (const { site, code } of node.sites) {
    // Routes are chosen when the node has done its writing.
    const isAfter = fieldOfPath(site.path) === "next";
    for (const { root, path, key, guarded } of readsOfCode(code)) {
      const fact = root === "state" && path[0] !== undefined ? factOf.get(path[0]) : undefined;
      if (fact === undefined || may.before(node.bound.index, fact) || (isAfter && own.has(fact))) continue;
      early[fact]?.push({ at: site.text.locate(key.start, key.end), guarded });
    }
  }
}

/** The keys that a success of the node may write: those it names, and those an event or a function may bring. */
function writtenBy(bound: BoundWorkflow, { ast, spec, writes }: BoundNode): readonly string[] {
  const named = writes.map((write) => write.key);
  const { event, merges } = spec?.traits ?? {};
  // A function may write what it likes.
  if (merges !== undefined && ast.members[merges.field]?.part.shape === "object") return [...bound.state.keys()];
  if (event === undefined || ast.members["event"] === undefined || named.length > 0) return named;
  const declared = memberOf(ast.members, event.field, "map")?.entries.map((entry) => entry.key.value);
  // An event that declares no fields may bring any key of the state.
  return declared ?? [...bound.state.keys()];
}

/** Whether a node keeps what its branches wrote out of the state. */
function keepsApart(node: BoundNode | undefined): boolean {
  const merges = node?.spec?.traits.merges;
  const how = merges === undefined || node === undefined ? undefined : memberOf(node.ast.members, merges.field, "choice");
  return how !== undefined && merges?.apart.includes(how.value) === true;
}

/** Whether what a node wrote holds behind an edge: a failure and a timeout leave nothing behind. */
function carriesWrites(role: FlowRole): boolean {
  return role !== "error" && role !== "timeout";
}
