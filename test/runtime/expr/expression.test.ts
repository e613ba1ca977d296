import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import type { ExprIr } from "../../../schemas/expr/ir.ts";
import { functions } from "../../../schemas/expr/functions.ts";
import { methods } from "../../../schemas/expr/methods.ts";
import { operators } from "../../../schemas/expr/operators.ts";
import { tests } from "../../../schemas/expr/tests.ts";
import { filters } from "../../../schemas/template/filters.ts";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import { expressionIr, templateIr } from "../../support/expr.ts";
import type { Row } from "./table.ts";
import { state, table } from "./table.ts";

const scope = {
  roots: { state, execution: { id: "exec_1" }, node: { id: "a", attempt: 1 } },
  env: (name: string) => (name === "REGION" ? "eu" : undefined),
};
const values = JSON.parse(JSON.stringify(state)) as Json;

function run(ir: ExprIr): { readonly gives: Json } | { readonly fails: string } {
  const result = evaluate(ir, scope);
  return result.ok ? { gives: JSON.parse(JSON.stringify(result.value)) as Json } : { fails: result.failure.message };
}

/** A row means the same as a condition, as a whole template, within text and behind `if`. */
function check([text, gives, fails]: Row): void {
  const ways = { condition: run(expressionIr(text)), value: run(templateIr(`{{ ${text} }}`)), text: run(templateIr(` {{ ${text} }}`)), choice: run(templateIr(`{% if ${text} %}yes{% else %}no{% endif %}`)) };
  if (gives === undefined) {
    const failure = { fails: expect.stringContaining(fails ?? "") as string };
    expect(ways).toEqual({ condition: failure, value: failure, text: failure, choice: failure });
  } else {
    expect(ways).toEqual({ condition: { gives }, value: { gives }, text: { gives: ` ${asText(gives)}` }, choice: { gives: isTrue(gives) ? "yes" : "no" } });
  }
}

function asText(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isTrue(value: Json): boolean {
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

for (const [section, rows] of Object.entries(table)) {
  it.each(rows.map((row) => [row[0], row] as const))(`${section}: %s`, (_, row) => check(row));
}

const rows = [functions, methods, operators, tests, filters].flatMap((rows) => Object.values(rows).map((row) => row.example));
it.each(rows.map((example) => [example.text, example.gives] as const))("the reference tells the truth about %s", (text, gives) => check([text, gives]));

it("changes no value that it reads", () => {
  expect(values).toEqual(JSON.parse(JSON.stringify(state)));
});
