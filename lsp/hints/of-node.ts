import { delaysOf, retryNumbers, type RetryNumbers, type TypedNode, type TypedWorkflow } from "../../compiler/index.ts";
import { formatDuration } from "../../schemas/duration.ts";
import type { Span } from "../../schemas/span.ts";
import { describeType, type Type } from "../../schemas/type.ts";
import type { Snapshot } from "../snapshot.ts";
import { comingTo } from "./conditions.ts";
import { word, type Hint } from "./hint.ts";

/** What type the node's result has, behind each key of the state that takes it, where anybody knows. */
export function typeHints({ compiled: { blocks } }: Snapshot, { bound: { writes }, result }: TypedNode): readonly Hint[] {
  return writes.flatMap(({ span, field }) => {
    const type = field === undefined ? result : fieldType(result, field);
    return type === undefined || type.kind === "any" || type.kind === "hole" || type.kind === "never" ? [] : [{ at: blocks.absolute(span).end, kind: "type" as const, words: [word(": ", describeType(type))] }];
  });
}

function fieldType(type: Type, field: string): Type | undefined {
  return type.kind === "record" && Object.hasOwn(type.fields, field) ? type.fields[field]?.type : undefined;
}

/** Behind the name of a node, when control comes to it by a condition; each leads to where that is written. */
export function conditionHints(snapshot: Snapshot, typed: TypedWorkflow, { bound: { ast, index } }: TypedNode): readonly Hint[] {
  const { conditions, isFree } = comingTo(typed, index);
  if (conditions.length === 0) return [];
  const words = conditions.slice(0, mostConditions).map(({ site: { text } }, place) => word(place === 0 ? "if " : " or if ", text.value, text.span));
  const rest = conditions.length - mostConditions;
  return [{ at: behindKey(snapshot, ast.id.span), kind: "other", words: [...words, ...(rest > 0 ? [{ text: ` or ${rest} more` }] : []), ...(isFree ? [{ text: ", or otherwise" }] : [])] }];
}

const mostConditions = 2;

/** How long a node waits between its attempts, behind what says so. */
export function retryHints(snapshot: Snapshot, { bound }: TypedWorkflow, { bound: { ast: { members } } }: TypedNode): readonly Hint[] {
  const member = members["retry"];
  const retry = member === undefined ? undefined : retryNumbers(bound.ast, members);
  const words = retry && schedule(retry);
  if (member === undefined || words === undefined) return [];
  const { part, key } = member;
  return [{ at: part.shape === "name" ? snapshot.compiled.blocks.absolute(part.span).end : behindKey(snapshot, key.span), kind: "other", words: [{ text: words }] }];
}

const mostDelays = 5;

/** `1s, 2s, 4s`; undefined where nothing is tried again. */
export function schedule(retry: RetryNumbers): string | undefined {
  const delays = delaysOf(retry);
  if (delays.length === 0) return undefined;
  const shown = delays.slice(0, mostDelays).map(formatDuration).join(", ");
  return `waits ${retry.jitter ? "at most " : ""}${shown}${delays.length > mostDelays ? ", …" : ""}`;
}

/** Behind the colon of a key. */
export function behindKey({ compiled: { blocks }, source: { text } }: Snapshot, key: Span): number {
  const { end } = blocks.absolute(key);
  return text[end] === ":" ? end + 1 : end;
}
