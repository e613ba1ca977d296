import { mostRounds } from "../../schemas/model-call.ts";
import type { ModelCost, Price } from "../../schemas/prices.ts";
import type { Span } from "../../schemas/span.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { retryNumbers, type RetryNumbers } from "../bind/retry.ts";
import { waitsOf } from "../flow/backoff.ts";
import { memberOf, type Members } from "../syntax/part.ts";
import { amountsOf, noAmounts, nothing, type Amounts, type Quantity, type Range } from "./amounts.ts";

/** Why nobody knows how much of a quantity a node takes at most. */
export interface Unknown {
  readonly node: number;
  readonly quantity: Quantity;
  readonly why: string;
}

/** What one visit of a node takes, its further attempts included. */
export interface NodeCost extends Range {
  readonly unknown: readonly Unknown[];
  /** How long it takes to wait in vain; undefined where the node does not. */
  readonly vainMs: number | undefined;
}

/** One call of a model that a node makes, again after each round of tools. */
export interface ModelCall {
  readonly model: string;
  readonly cost: ModelCost | undefined;
  /** How long its answer may be. */
  readonly maxTokens: number | undefined;
  /** Requests of one attempt. */
  readonly requests: number;
  /** All that is sent, where every letter of it is known. */
  readonly sent: string | undefined;
  /** Where the document says how long its answer may be, or which model is asked. */
  readonly span: Span;
}

/** What a visit of the node takes. */
export function nodeCost(bound: BoundWorkflow, node: BoundNode): NodeCost {
  const { spec, index, ast: { members } } = node;
  const free: NodeCost = { ...nothing, unknown: [], vainMs: undefined };
  if (spec === undefined) return free;
  if ("on_timeout" in spec.fields) return waiting(node);
  const retry = retryNumbers(bound.ast, members);
  const calls = modelCallsOf(bound, node);
  const isCalling = calls.length > 0 || spec.traits.cost === "calls";
  const isTimed = isCalling || runsCode(members);
  if (!isTimed) return free;
  const tries = retry?.max_attempts ?? 1;
  const once = calls.length > 0 ? calls.map(requestsOf) : [{ least: isCalling ? oneCall : noAmounts, most: isCalling ? oneCall : noAmounts, open: [] }];
  const least = sumOf(once.map((each) => each.least));
  const most = sumOf(once.map((each) => each.most));
  const time = timeOf(members, retry, calls);
  const open = [...once.flatMap((each) => each.open), ...(time === undefined ? [{ quantity: "ms" as const, why: "it has no 'timeout'" }] : [])];
  return {
    least: { ...least, ms: 0 },
    most: { ...amountsOf((quantity) => most[quantity] * tries), ms: time ?? 0 },
    unknown: open.map((each) => ({ ...each, node: index })),
    vainMs: undefined,
  };
}

const oneCall: Amounts = { ...noAmounts, calls: 1 };

function sumOf(all: readonly Amounts[]): Amounts {
  return amountsOf((quantity) => all.reduce((sum, each) => sum + each[quantity], 0));
}

/** Nodes that wait for somebody, or for a time. */
function waiting({ index, spec, ast: { members } }: BoundNode): NodeCost {
  const duration = (name: string): number | undefined => memberOf(members, name, "duration")?.value;
  const [timer, timeout] = [duration("timer"), duration("timeout")];
  const isOnlyTimer = members["event"] === undefined && spec?.traits.event !== undefined;
  const most = Math.min(timer ?? Infinity, timeout ?? Infinity);
  const why = members["until"] === undefined ? "it waits for as long as it takes" : "nobody knows when 'until' is";
  return {
    least: { ...noAmounts, ms: isOnlyTimer && timer !== undefined ? most : 0 },
    most: { ...noAmounts, ms: most === Infinity ? 0 : most },
    unknown: most === Infinity ? [{ node: index, quantity: "ms", why }] : [],
    vainMs: timeout,
  };
}

/** Scorers of the project take their time. */
function runsCode(members: Members): boolean {
  return memberOf(members, "scorers", "list")?.items.some((item) => item.shape === "tagged" && item.members["module"] !== undefined) === true;
}

function timeOf(members: Members, retry: RetryNumbers | undefined, calls: readonly ModelCall[]): number | undefined {
  const own = memberOf(members, "timeout", "duration")?.value;
  const ofModels = calls.length === 0 ? [] : calls.map(({ cost, requests }) => (cost?.timeoutMs === undefined ? Infinity : cost.timeoutMs * cost.requests * requests));
  const once = own ?? (ofModels.length === 0 ? Infinity : ofModels.reduce((sum, each) => sum + each, 0));
  return once === Infinity || retry === undefined ? undefined : once * retry.max_attempts + waitsOf(retry).max;
}

/** The calls of models that one attempt of a node makes: its own, or those of its judges. */
export function modelCallsOf({ modelCost }: Pick<BoundWorkflow, "modelCost">, { ast: { members }, code }: BoundNode): readonly ModelCall[] {
  const own = memberOf(members, "model", "name");
  if (own !== undefined) {
    const isAskedAgain = members["tools"] !== undefined || members["output_schema"] !== undefined;
    const texts = code.filter(({ as, path }) => as === "template" && !path.includes(".")).map(({ text }) => text.value);
    const requests = (members["tools"] === undefined ? 1 : mostRounds + 1) + (members["output_schema"] === undefined ? 0 : 1);
    const sent = isAskedAgain || texts.some((text) => /\{[{%#]/.test(text)) ? undefined : texts.join("\n");
    const limit = memberOf(members, "max_tokens", "integer");
    return [{ model: own.value, cost: modelCost(own.value), maxTokens: limit?.value, requests, sent, span: limit?.span ?? own.span }];
  }
  const judges = memberOf(members, "scorers", "list")?.items.flatMap((item) => (item.shape === "tagged" ? (memberOf(item.members, "model", "name") ?? []) : [])) ?? [];
  // What a judge answers is data, and asked for once more where it does not fit.
  return judges.map(({ value, span }) => ({ model: value, cost: modelCost(value), maxTokens: undefined, requests: 2, sent: undefined, span }));
}

interface Requests extends Range {
  readonly open: readonly Pick<Unknown, "quantity" | "why">[];
}

/** What the requests of one attempt come to: an answer has a token or more, and so has a question. */
function requestsOf({ model, cost, maxTokens, requests, sent }: ModelCall): Requests {
  const calls = requests * (cost?.requests ?? 1);
  const input = sent === undefined ? undefined : Math.max(1, Math.ceil(new TextEncoder().encode(sent).length / 3));
  const prices = cost?.prices ?? [];
  const isPriced = prices.length > 0 && prices.every((price) => price !== undefined);
  const known = prices.filter((price) => price !== undefined);
  const cheapest = isPriced ? Math.min(...known.map((price) => dollars(price, 1, 1))) : 0;
  const dearest = Math.max(0, ...known.map((price) => dollars(price.long ?? price, input ?? 1, maxTokens ?? 1)));
  const open = {
    input_tokens: input === undefined ? "how long the text is that it sends, is known when it runs" : undefined,
    output_tokens: maxTokens === undefined ? "it has no 'max_tokens'" : undefined,
  };
  const unpriced = isPriced ? (open.output_tokens ?? open.input_tokens) : `the price of '${model}' is not known`;
  return {
    least: { ...noAmounts, calls: 1, input_tokens: 1, output_tokens: 1, cost_usd: cheapest },
    most: { ...noAmounts, calls, input_tokens: calls * (input ?? 1), output_tokens: calls * (maxTokens ?? 1), cost_usd: calls * dearest },
    open: ([["input_tokens", open.input_tokens], ["output_tokens", open.output_tokens], ["cost_usd", unpriced]] as const).flatMap(([quantity, why]) => (why === undefined ? [] : [{ quantity, why }])),
  };
}

function dollars({ input, output }: Pick<Price, "input" | "output">, inputTokens: number, outputTokens: number): number {
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}
