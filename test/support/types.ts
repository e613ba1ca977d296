import type { Type } from "../../schemas/type.ts";
import type { ExprEnv } from "../../compiler/expr/env.ts";
import { exprEnv, rootTypes } from "../../compiler/expr/env.ts";
import { dictOf, listOf, literal, optional, types, unionOf } from "../../schemas/type.ts";

export function record(fields: { readonly [name: string]: Type }, open = false): Type {
  return { kind: "record", open, fields: Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }])) };
}

const { any, bool, float, int, str } = types;

/** A state with a key of every kind of type. */
export const sampleState = record({
  name: str, n: int, score: float, ok: bool, tags: listOf(str), nums: listOf(int), meta: dictOf(any), counts: dictOf(int), x: any,
  maybe: optional(str), mode: unionOf([literal("a"), literal("b")]), open: record({ title: str }, true),
  plan: record({ title: str, steps: listOf(record({ id: int, name: str })) }),
});

export const sampleEnv: ExprEnv = exprEnv(rootTypes(sampleState));
