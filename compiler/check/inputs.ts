import type { Json, JsonObject } from "../../schemas/json.ts";
import type { InputIr } from "../../schemas/program.ts";
import type { Span } from "../../schemas/span.ts";
import { types, type Type } from "../../schemas/type.ts";
import type { BoundNode, StateSymbol } from "../bind/bound.ts";
import { findAll } from "../source/find-all.ts";
import { memberOf } from "../syntax/part.ts";
import { gathered } from "./gathered.ts";
import { spanOfRead, stateFlow } from "./state-flow.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";
import { judgedReads, type JudgedRead } from "./verdicts.ts";

/** An input and the place that makes it one: where the header lists it, or where it is read first. */
export interface PlacedInput {
  readonly input: InputIr;
  readonly at: Span;
}

/**
 * The keys a caller gives, in the order of their declaration; those of the header in the order of its list. `inputs:` of
 * the header fixes the list. Without it a key is an input if a node reads it where no write may have come before; it is
 * optional if each such read copes with its absence. A declared default makes any input optional.
 */
export function placedInputs(typed: TypedWorkflow): readonly PlacedInput[] {
  const inputs = known.get(typed) ?? findInputs(typed);
  known.set(typed, inputs);
  return inputs;
}

const known = new WeakMap<TypedWorkflow, readonly PlacedInput[]>();

function findInputs(typed: TypedWorkflow): readonly PlacedInput[] {
  const { bound } = typed;
  const hasDefault = (key: string): boolean => bound.state.get(key)?.default !== undefined;
  const listed = bound.header.inputs;
  if (listed !== undefined) {
    const seen = new Set<string>();
    const isFirst = ({ key }: { readonly key: string }): boolean => !seen.has(key) && seen.add(key).has(key);
    return listed.filter(isFirst).map(({ key, span }) => ({ input: { key, required: !hasDefault(key) }, at: span }));
  }
  const early = earlyReads(typed);
  return findAll([...bound.state.keys()], (key) => {
    const reads = early.get(key) ?? nothing;
    const first = reads[0];
    if (first === undefined) return nothing;
    return [{ input: { key, required: !hasDefault(key) && reads.some((read) => !read.guarded) }, at: spanOfRead(first) }];
  });
}

const nothing: readonly never[] = [];

/** A key of the state as somebody outside wants to know it. */
interface KeyFact {
  readonly key: string;
  readonly type: Type;
  /** The author's JSON Schema, where the type was written as one. */
  readonly schema?: JsonObject;
  readonly default?: Json;
}

/** An input as a caller wants to know it. */
export interface InputFact extends InputIr, KeyFact {
  /** Where a node reads it before any write; undefined for one that the header lists and nobody reads so. */
  readonly readAt: Span | undefined;
}

/** The inputs with all that is declared of them, in the order of `placedInputs`. */
export function inputFacts(typed: TypedWorkflow): readonly InputFact[] {
  const early = earlyReads(typed);
  return placedInputs(typed).map(({ input }) => ({ ...input, ...keyFact(input.key, typed.bound.state.get(input.key)), readAt: placeOf(early.get(input.key)?.[0]) }));
}

/** What the payload of an event brings to the state. */
export interface EventFact {
  readonly node: number;
  readonly event: string;
  /** Where the node names it. */
  readonly at: Span;
  /** The node says so in its fields; else it is what is read behind the event and written by nobody. */
  readonly declared: boolean;
  readonly fields: readonly (KeyFact & { readonly readAt: Span | undefined })[];
}

/** The events that a workflow waits for with the keys they bring, in the order of the text; a payload that is stored whole brings none. */
export function eventFacts(typed: TypedWorkflow): readonly EventFact[] {
  const { state } = typed.bound;
  const nodes = gathered(typed, waiting);
  if (nodes.length === 0) return [];
  const { points, open, may } = stateFlow(typed);
  const { edges, nodeOf, keys } = points;
  const reads = judgedReads(typed);
  const brought = reads.filter(({ verdict }) => verdict === "brought");
  const anywhere = firstReads(reads, keys);
  const openFact = new Map(open.map(({ edge, fact }) => [nodeOf[edges.from[edge] as number], fact]));
  return nodes.flatMap((node): readonly EventFact[] => {
    const { event } = node.spec?.traits ?? {};
    const name = memberOf(node.ast.members, "event", "text");
    if (event === undefined || name === undefined || node.writes.length > 0) return [];
    const declared = memberOf(node.ast.members, event.field, "map")?.entries.map(({ key }) => key.value);
    const fact = openFact.get(node.index);
    const readAt = declared === undefined && fact !== undefined ? firstReads(brought.filter(({ point }) => may(point, fact)), keys) : anywhere;
    const found = declared ?? [...state.keys()].filter((key) => readAt.has(key));
    return [{ node: node.index, event: name.value, at: name.span, declared: declared !== undefined, fields: found.map((key) => ({ ...keyFact(key, state.get(key)), readAt: placeOf(readAt.get(key)) })) }];
  });
}

function waiting({ bound }: TypedNode): readonly BoundNode[] {
  return bound.spec?.traits.event === undefined ? [] : [bound];
}

function firstReads(reads: readonly JudgedRead[], keys: readonly string[]): ReadonlyMap<string, JudgedRead> {
  const first = new Map<string, JudgedRead>();
  for (const read of reads) if (!first.has(keys[read.key] ?? "")) first.set(keys[read.key] ?? "", read);
  return first;
}

function placeOf(read: JudgedRead | undefined): Span | undefined {
  return read && spanOfRead(read);
}

function keyFact(key: string, symbol: StateSymbol | undefined): KeyFact {
  return {
    key,
    type: symbol?.type ?? types.any,
    ...(symbol?.schema === undefined ? {} : { schema: symbol.schema }),
    ...(symbol?.default === undefined ? {} : { default: symbol.default }),
  };
}

/** By key: its reads, in the order of the text, that find what the caller gave. */
function earlyReads(typed: TypedWorkflow): ReadonlyMap<string, readonly JudgedRead[]> {
  const { keys } = stateFlow(typed).points;
  const early = new Map<string, JudgedRead[]>();
  for (const read of judgedReads(typed, (verdict) => verdict === "early")) {
    const key = keys[read.key] ?? "";
    const known = early.get(key);
    if (known === undefined) early.set(key, [read]);
    else known.push(read);
  }
  return early;
}
