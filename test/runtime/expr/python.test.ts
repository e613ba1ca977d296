import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import { compileExpr } from "../../../runtime/expr/evaluate.ts";
import { expressionIr } from "../../support/expr.ts";

/** Made by `test/support/python-table.py`: an expression, and cases of its inputs `state.a`, … and what CPython makes of them. */
type Outcome = readonly [Json] | readonly [];
const table = JSON.parse(readFileSync(new URL("./python.json", import.meta.url), "utf8")) as readonly (readonly [text: string, cases: readonly (readonly [...Json[], Outcome])[]])[];

interface Case {
  readonly text: string;
  readonly inputs: readonly Json[];
}

/** All that we mean differently, with the reason. */
const differences: { readonly [reason: string]: (each: Case) => boolean } = {
  "a boolean is no number": ({ inputs }) => inputs.some((input) => typeof input === "boolean"),
  "text is not formatted with %": ({ text, inputs }) => text.includes("%") && typeof inputs[0] === "string",
  "what is no text is simply no key of a dict": ({ text, inputs }) => / in /.test(text) && typeof inputs[0] === "object" && isDeepStrictEqual(inputs[1], { a: 1 }),
  "sum takes a list": ({ text, inputs }) => text.startsWith("sum") && !Array.isArray(inputs[0]),
  "there is no title case of digraphs": ({ inputs }) => typeof inputs[0] === "string" && inputs[0].startsWith("ǅ"),
  "digits are those of ASCII": ({ inputs }) => inputs[0] === "٣",
  "a number beyond 2 ** 53 is a number like any other": ({ inputs }) => inputs[0] === 1e22,
};

function disagreements(): readonly (Case & { readonly python: Outcome; readonly ours: Outcome })[] {
  return table.flatMap(([text, cases]) => {
    const run = compileExpr(expressionIr(text));
    return cases.flatMap((each) => {
      const inputs = each.slice(0, -1) as readonly Json[];
      const python = each.at(-1) as Outcome;
      const result = run({ roots: { state: Object.fromEntries(inputs.map((input, at) => ["abcd".charAt(at), input])) }, env: () => undefined });
      const ours: Outcome = result.ok ? [JSON.parse(JSON.stringify(result.value)) as Json] : [];
      return isDeepStrictEqual(ours, python) ? [] : [{ text, inputs, python, ours }];
    });
  });
}

it("agrees with CPython but for the differences we state", () => {
  expect(disagreements().filter((each) => !Object.values(differences).some((applies) => applies(each)))).toEqual([]);
});

it("states no difference that is none", () => {
  const found = disagreements();
  expect(Object.keys(differences).filter((reason) => !found.some((each) => differences[reason]?.(each)))).toEqual([]);
});
