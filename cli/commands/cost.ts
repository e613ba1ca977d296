import type { CostFacts, Quantity } from "../../compiler/index.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { pricesAsOf } from "../../schemas/prices.ts";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { openDocument } from "../open-document.ts";
import { costLines } from "../render/cost.ts";

export const cost = command({
  name: "cost",
  summary: "what an execution takes at least and at most: calls, tokens, dollars and time",
  arguments: { file: { doc: "a workflow document, or - for standard input" } },
  options: {},
  exits: ["fine", "findings"],
  examples: ["jamjet cost workflow.yaml", "jamjet cost workflow.yaml --json"],
  run({ args }, io) {
    const document = openDocument(args.file, io);
    if (!document.ok) return document.answer;
    const { outline: { id, version }, exit } = document.value;
    const facts = document.value.cost();
    if (facts === undefined) return refusal("the graph is not known whole, so nobody can tell what it takes", `mend what 'jamjet validate ${args.file}' finds`, "findings");
    return answer(exit, costData(facts, { workflow_id: id, version }), costLines(facts, `${id} ${version}`, io.out.columns));
  },
});

function costData({ ranges, limits, cheapest, dearest, unknown, endless }: CostFacts, workflow: JsonObject): JsonObject {
  const scaled = (quantity: Quantity, amount: number): Json => (amount === Infinity ? null : quantity === "ms" ? amount / 1_000 : Number(amount.toPrecision(12)));
  const nameOf = (quantity: Quantity): string => (quantity === "ms" ? "seconds" : quantity);
  return {
    ...workflow,
    amounts: Object.fromEntries(ranges.map(({ quantity, least, known, isBounded }) => [nameOf(quantity), { least: scaled(quantity, least), most: isBounded ? scaled(quantity, known) : null, known: scaled(quantity, known) }])),
    limits: { ...limits.budgets, ...(limits.timeoutMs === undefined ? {} : { seconds: limits.timeoutMs / 1_000 }) },
    cheapest: [...cheapest],
    dearest: [...dearest],
    unknown: unknown.map(({ node, quantity, why }) => ({ node, of: nameOf(quantity), why })),
    endless: endless.map(({ nodes, quantities }) => ({ nodes: [...nodes], of: quantities.map(nameOf) })),
    prices_as_of: pricesAsOf,
  };
}
