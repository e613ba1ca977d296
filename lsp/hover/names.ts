import { amountText, lockedCalls, visitCost, type BoundNode, type CostRange, type Quantity, type TypedWorkflow, type TypeNode } from "../../compiler/index.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Span } from "../../schemas/span.ts";
import { describeType } from "../../schemas/type.ts";
import type { Markup } from "../markup.ts";
import { occurrencesCalled } from "../occurrences.ts";
import { toolParagraphs } from "./tools.ts";
import { declarationOf } from "./values.ts";

/** A name that a document gives or uses beside its code: of a node, a key of the state, or a tool that is locked. */
export interface NameHere {
  readonly span: Span;
  readonly paragraphs: (markup: Markup) => readonly (string | undefined)[];
}

/** The names of a node, or of the header where there is none. */
export function namesOf(typed: TypedWorkflow, node: BoundNode | undefined): readonly NameHere[] {
  const { bound } = typed;
  const ofNode = (name: string, span: Span): NameHere => ({ span, paragraphs: (markup) => nodeParagraphs(typed, name, markup) });
  const ofKey = (key: string, span: Span): NameHere => ({ span, paragraphs: (markup) => stateParagraphs(typed, key, markup) });
  const targets = (node ?? bound.header).targets.flatMap(({ part, node: to }) => (to === undefined ? [] : [ofNode(part.value, part.span)]));
  if (node === undefined) return [...[...bound.state.values()].map(({ name, span }) => ofKey(name, span)), ...(bound.header.inputs ?? []).map(({ key, span }) => ofKey(key, span)), ...targets];
  return [
    ofNode(node.ast.id.value, node.ast.id.span),
    ...targets,
    ...node.writes.map(({ key, span }) => ofKey(key, span)),
    ...lockedCalls(bound, node).map(({ part, server, tool }): NameHere => ({ span: part.span, paragraphs: (markup) => toolParagraphs(server, tool, markup) })),
  ];
}

/** What is known of the node of a name. */
function nodeParagraphs(typed: TypedWorkflow, id: string, markup: Markup): readonly (string | undefined)[] {
  const index = typed.bound.byId.get(id);
  const node = index === undefined ? undefined : typed.nodes[index];
  if (node === undefined) return [];
  const { bound: { ast, spec, writes }, result } = node;
  const said = (name: string): string | undefined => {
    const part = ast.members[name]?.part;
    return part?.shape === "text" ? part.value : undefined;
  };
  const description = said("description");
  const cost = visitCost(typed.bound, node.bound).flatMap((range) => rangeText(range) ?? []);
  const keys = [...new Set(writes.map(({ key }) => key))];
  return [
    markup.block(`${id}: ${ast.type?.value ?? "?"}`),
    description === undefined ? undefined : markup.quoted(description),
    spec === undefined ? undefined : markup.doc(spec.doc),
    result.kind === "never" || result.kind === "hole" ? undefined : `Its result is ${markup.code(describeType(result))}${keys.length === 0 ? "" : `, and it writes ${few(keys, markup)}`}.`,
    cost.length === 0 ? undefined : `A visit takes ${cost.join(", ")}.`,
  ];
}

/** What is known of a key of the state: its type, what its author says of it, and who uses it. */
export function stateParagraphs(typed: TypedWorkflow, key: string, markup: Markup): readonly (string | undefined)[] {
  const { state, stateComplete } = typed.bound;
  const symbol = state.get(key);
  if (symbol === undefined && stateComplete) {
    const near = nearest(key, [...state.keys()]);
    return [`The state has no key ${markup.code(key)}.${near === undefined ? "" : ` The nearest is ${markup.code(near)}.`}`, usesText(typed, key, markup)];
  }
  const doc = fieldOf(typed, key)?.type.doc;
  return [
    symbol === undefined ? undefined : markup.block(declarationOf(`state.${key}`, symbol.type)),
    doc === undefined ? undefined : markup.quoted(doc),
    symbol?.default === undefined ? undefined : `Without a write it is ${markup.code(JSON.stringify(symbol.default))}.`,
    usesText(typed, key, markup),
  ];
}

/** Who writes and who reads a key, in a line. */
function usesText(typed: TypedWorkflow, key: string, markup: Markup): string {
  const { bound } = typed;
  const uses = occurrencesCalled(typed, "state", key).filter(({ document }) => document === undefined);
  // What a node declares of the state, the event that it waits for brings.
  const nodesThat = (role: "read" | "write" | "declare"): readonly string[] => [...new Set(uses.flatMap((use) => (use.role === role && use.node !== undefined ? (bound.nodes[use.node]?.ast.id.value ?? []) : [])))];
  const [writers, waiters, readers] = [nodesThat("write"), nodesThat("declare"), nodesThat("read")];
  const isListed = bound.header.inputs?.some((input) => input.key === key) === true;
  const said = [
    ...(writers.length === 0 ? [] : [`written by ${few(writers, markup)}`]),
    ...(waiters.length === 0 ? [] : [`brought by the event of ${few(waiters, markup)}`]),
    ...(isListed ? ["given by the caller"] : []),
    ...(readers.length === 0 ? [] : [`read by ${few(readers, markup)}`]),
  ].join("; ");
  // Where nobody writes it, a caller or an event may bring it.
  return said === "" ? "No node names it." : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

const most = 8;

/** Some names in a line, and how many more there are. */
export function few(names: readonly string[], { code }: Markup): string {
  const shown = names.slice(0, most).map(code).join(", ");
  return names.length <= most ? shown : `${shown} and ${names.length - most} more`;
}

function fieldOf({ bound: { ast } }: TypedWorkflow, key: string): TypeNode["fields"][number] | undefined {
  const part = ast.header["state_schema"]?.part;
  return part?.shape === "type" ? part.type.fields.find((field) => field.key.value === key) : undefined;
}

const units: { readonly [Q in Quantity]: string } = { calls: " call", input_tokens: " input token", output_tokens: " output token", cost_usd: "", ms: "" };

/** `2 to 6 calls`, `at most $0.02`, `at least 1m`; undefined where nobody knows how much. */
export function rangeText({ quantity, least, known, isBounded }: CostRange): string | undefined {
  const amount = (value: number): string => `${amountText(quantity, value)}${units[quantity]}${units[quantity] === "" || value === 1 ? "" : "s"}`;
  if (!isBounded || known === Infinity) return least === 0 ? undefined : `at least ${amount(least)}`;
  if (least === known) return amount(least);
  return least === 0 ? `at most ${amount(known)}` : `${amountText(quantity, least)} to ${amount(known)}`;
}
