import { amountText, type CostFacts, type CostRange, type Quantity } from "../../compiler/index.ts";
import { pricesAsOf } from "../../schemas/prices.ts";
import type { Line, Tone } from "./page.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

const names: { readonly [Q in Quantity]: string } = { calls: "calls", input_tokens: "input tokens", output_tokens: "output tokens", cost_usd: "dollars", ms: "time" };

/** What an execution takes, for people: the amounts, the ways that take the least and the most, and what nobody knows. */
export function costLines(facts: CostFacts, title: string, screen: number | undefined): readonly Line[] {
  const told = facts.ranges.filter(({ quantity, known, isBounded }) => known > 0 || !isBounded || quantity === "calls" || quantity === "ms");
  const isLimited = told.some(({ quantity }) => limitOf(facts, quantity) !== "");
  const columns = [{ title: "" }, { title: "at least", align: "right" as const }, { title: "at most", align: "right" as const, tone: toneOfMost }, ...(isLimited ? [{ title: "limit", align: "right" as const }] : [])];
  const rows = told.map((range) => [`  ${names[range.quantity]}`, amountText(range.quantity, range.least), mostText(range), limitOf(facts, range.quantity)]);
  const way = (name: string, nodes: readonly string[]): readonly Line[] => wrapped([{ tone: "dim", text: `  ${name}  ` }], wayText(nodes), 12, screen);
  return [
    [{ tone: "strong", text: title }],
    "",
    ...table(columns, rows, screen),
    "",
    ...way("cheapest", facts.cheapest),
    ...way("dearest ", facts.dearest),
    ...unknownLines(facts, screen),
    ...endlessLines(facts, screen),
    ...(facts.ranges.some(({ quantity, known }) => quantity === "cost_usd" && known > 0) ? ["", [{ tone: "dim" as const, text: `prices as of ${pricesAsOf}; those of [model_prices] win` }]] : []),
  ];
}

const endlessWord = "no end";

function toneOfMost(text: string): Tone | undefined {
  return text === endlessWord ? "warn" : undefined;
}

function mostText({ quantity, known, isBounded }: CostRange): string {
  if (known === Infinity) return endlessWord;
  return isBounded ? amountText(quantity, known) : `${amountText(quantity, known)} + ?`;
}

/** What the header limits; the runtime stops there. */
function limitOf({ limits: { budgets, timeoutMs } }: CostFacts, quantity: Quantity): string {
  if (quantity === "ms") return timeoutMs === undefined ? "" : amountText("ms", timeoutMs);
  const limit = quantity === "calls" ? undefined : budgets[quantity];
  return limit === undefined ? "" : amountText(quantity, limit);
}

/** Why there is a `?`: what has the same reason stands together. */
function unknownLines({ unknown }: CostFacts, screen: number | undefined): readonly Line[] {
  const reasons = new Map<string, { readonly nodes: Set<string>; readonly quantities: Set<string> }>();
  for (const { node, quantity, why } of unknown) {
    const reason = reasons.get(why) ?? { nodes: new Set(), quantities: new Set() };
    reasons.set(why, reason);
    reason.nodes.add(node);
    reason.quantities.add(names[quantity]);
  }
  const lines = [...reasons].flatMap(([why, { nodes, quantities }]) => wrapped([{ tone: "note", text: "  ? " }], `${[...quantities].join(", ")} of ${quotedList([...nodes])}: ${why}`, 4, screen));
  return lines.length === 0 ? [] : ["", ...lines];
}

function endlessLines({ endless }: CostFacts, screen: number | undefined): readonly Line[] {
  const lines = endless.flatMap(({ nodes, quantities }) => wrapped([{ tone: "warn", text: "  ∞ " }], `${quantities.map((quantity) => names[quantity]).join(", ")} of the loop ${wayText([...nodes, nodes[0] ?? ""])}: 'max_visits' on one of its nodes would limit it`, 4, screen));
  return lines.length === 0 ? [] : ["", ...lines];
}

const longestWay = 12;

/** `a → b → c`; the middle of a long way is left out. */
function wayText(nodes: readonly string[]): string {
  const shown = nodes.length <= longestWay ? nodes : [...nodes.slice(0, longestWay / 2), `… ${nodes.length - longestWay} more …`, ...nodes.slice(-longestWay / 2)];
  return shown.join(" → ");
}

const mostNamed = 5;

function quotedList(nodes: readonly string[]): string {
  const shown = nodes.slice(0, mostNamed).map((node) => `'${node}'`).join(", ");
  return nodes.length > mostNamed ? `${shown} and ${nodes.length - mostNamed} more` : shown;
}

function wrapped(begin: Exclude<Line, string>, text: string, indent: number, screen = 100): readonly Line[] {
  return wrap(text, Math.max(20, screen - indent)).map((line, at) => (at === 0 ? [...begin, line] : " ".repeat(indent) + line));
}
