import fc from "fast-check";
import type { Json } from "../../schemas/json.ts";
import type { Arithmetic, Comparison, ExprIr, TextPart } from "../../schemas/expr/ir.ts";
import type { Signature } from "../../schemas/expr/signature.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { filters } from "../../schemas/template/filters.ts";

/** Keys and texts that have bitten template engines, among ordinary ones. */
export const keys = ["a", "b", "items", "length", "constructor", "__proto__", "prototype", "toString", "valueOf", "hasOwnProperty", "toJSON", "then", "0", ""];
const texts = ["", "a", "b,c", "😀", "\ud800", "{{ env.KEY }}", "upper", "odd", "9", "-1.5", "x".repeat(50)];
const comparisons: readonly Comparison[] = ["==", "!=", "<", "<=", ">", ">=", "in", "not in"];
const arithmetic: readonly Arithmetic[] = ["+", "-", "*", "/", "//", "%", "**"];

export const anyScalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, -1, 2, 7, 0.5, 1e308, -1e308, 5e-324, 1e9),
  fc.constantFrom(...texts),
);
export const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyScalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 4 }),
  ),
})).value;

interface CallRow {
  readonly signatures: readonly Signature[];
}

/** Arguments for one of the signatures of a row: what is required, and as much of the rest as comes. */
function anyArguments(row: CallRow, argument: fc.Arbitrary<ExprIr>): fc.Arbitrary<readonly ExprIr[]> {
  return fc.constantFrom(...row.signatures).chain(({ params }) => {
    const needed = params.filter((param) => param.given === "required").length;
    const positional = params.filter((param) => param.given !== "keyword").length;
    const extra = params.some((param) => param.given === "rest") ? 2 : 0;
    return fc.array(argument, { minLength: needed, maxLength: positional + extra });
  });
}

function anyCall<T extends { readonly [name: string]: CallRow }>(table: T, argument: fc.Arbitrary<ExprIr>): fc.Arbitrary<readonly [string, readonly ExprIr[]]> {
  return fc.constantFrom(...Object.keys(table)).chain((name) => anyArguments(table[name] as CallRow, argument).map((args) => [name, args] as const));
}

/** An expression that reads `state`, `output`, the variables of its loops and nothing else. */
export function anyExpression(depth: number, variables: readonly string[] = []): fc.Arbitrary<ExprIr> {
  const leaf: fc.Arbitrary<ExprIr> = fc.oneof(
    anyValue.map((value): ExprIr => ({ op: "lit", value })),
    fc.constantFrom<ExprIr>({ op: "root", name: "state" }, { op: "root", name: "output" }, { op: "get", of: { op: "root", name: "env" }, key: "KEY" }),
    ...(variables.length === 0 ? [] : [fc.constantFrom(...variables).map((name): ExprIr => ({ op: "local", name }))]),
  );
  if (depth === 0) return leaf;
  const part = anyExpression(depth - 1, variables);
  const withVariable = anyExpression(depth - 1, [...variables, "v"]);
  const turns = fc.tuple(withVariable, part, fc.array(withVariable, { maxLength: 1 })).map(([body, source, conditions]) => ({ op: "comprehension" as const, body, clauses: [{ names: ["v"], in: source, if: conditions }] }));
  return fc.oneof(
    leaf,
    fc.tuple(part, fc.constantFrom(...keys)).map(([of, key]): ExprIr => ({ op: "get", of, key })),
    fc.tuple(part, part).map(([of, at]): ExprIr => ({ op: "index", of, at })),
    fc.tuple(part, part, part, part).map(([of, from, to, step]): ExprIr => ({ op: "slice", of, from, to, step })),
    fc.tuple(fc.constantFrom("not" as const, "negate" as const), part).map(([op, of]): ExprIr => ({ op, of })),
    fc.tuple(fc.constantFrom("and" as const, "or" as const), part, part).map(([op, left, right]): ExprIr => ({ op, left, right })),
    fc.tuple(part, part, part).map(([test, then, otherwise]): ExprIr => ({ op: "if", test, then, else: otherwise })),
    fc.tuple(part, fc.array(fc.record({ cmp: fc.constantFrom(...comparisons), to: part }), { minLength: 1, maxLength: 3 })).map(([first, links]): ExprIr => ({ op: "compare", first, links })),
    fc.tuple(fc.constantFrom(...arithmetic), part, part).map(([fn, left, right]): ExprIr => ({ op: "arithmetic", fn, left, right })),
    fc.array(part, { maxLength: 3 }).map((items): ExprIr => ({ op: "list", items })),
    fc.array(fc.tuple(part, part), { maxLength: 3 }).map((entries): ExprIr => ({ op: "dict", entries })),
    anyCall(functions, part).map(([fn, args]): ExprIr => ({ op: "call", fn, args })),
    fc.tuple(part, anyCall(methods, part)).map(([of, [name, args]]): ExprIr => ({ op: "method", of, name, args })),
    fc.tuple(part, anyCall(filters, part)).map(([of, [name, args]]): ExprIr => ({ op: "filter", of, name, args, named: {} })),
    fc.tuple(part, anyCall(tests, part), fc.boolean()).map(([of, [test, args], negated]): ExprIr => ({ op: "is", of, test, args, negated })),
    turns.map((ir): ExprIr => ir),
    fc.tuple(fc.constantFrom("any", "all"), turns).map(([fn, ir]): ExprIr => ({ op: "call", fn, args: [{ ...ir, lazy: true }] })),
  );
}

/** A template with every kind of part. */
export function anyTemplate(depth: number, variables: readonly string[] = []): fc.Arbitrary<ExprIr> {
  return anyParts(depth, variables).map((parts): ExprIr => ({ op: "text", parts }));
}

function anyParts(depth: number, variables: readonly string[]): fc.Arbitrary<readonly TextPart[]> {
  const of = anyExpression(Math.min(depth, 2), variables);
  const leaf: fc.Arbitrary<TextPart> = fc.oneof(
    fc.constantFrom(...texts).map((text): TextPart => ({ part: "text", text })),
    of.map((each): TextPart => ({ part: "out", of: each })),
  );
  if (depth === 0) return fc.array(leaf, { maxLength: 3 });
  const parts = anyParts(depth - 1, variables);
  const inLoop = anyParts(depth - 1, [...variables, "v", "loop"]);
  const part: fc.Arbitrary<TextPart> = fc.oneof(
    leaf,
    fc.tuple(of, parts, parts).map(([when, body, otherwise]): TextPart => ({ part: "if", arms: [{ when, body }], else: otherwise })),
    fc.tuple(of, inLoop, parts).map(([source, body, otherwise]): TextPart => ({ part: "for", names: ["v"], in: source, body, else: otherwise })),
    of.map((to): TextPart => ({ part: "set", name: "s", to })),
  );
  return fc.array(part, { maxLength: 4 });
}
