import { functions } from "../expr/functions.ts";
import type { ExprIr, ForClause, TextPart } from "../expr/ir.ts";
import { methods } from "../expr/methods.ts";
import { operators } from "../expr/operators.ts";
import { rootNames } from "../expr/roots.ts";
import { tests } from "../expr/tests.ts";
import { filters } from "../template/filters.ts";
import { constant, flag, json, listOf, mapOf, maybe, record, ref, taggedUnion, text } from "./record-schema.ts";
import type { Schema } from "./record-schema.ts";

const expression = ref("expression");
const expressions = listOf(expression);
const parts = listOf(ref("part"));
const named = mapOf(expression);
const chained = ["==", "!=", "<", "<=", ">", ">=", "in", "not in"];
const arithmetic = Object.keys(operators).filter((operator) => !chained.includes(operator));

type Name = ExprIr["op"];
/** Members that share their shape have one schema under each of their names. */
type Of<N extends Name> = ExprIr extends infer E ? (E extends { readonly op: infer M } ? (N extends M ? E : never) : never) : never;
type PartOf<N extends TextPart["part"]> = Extract<TextPart, { readonly part: N }>;

const logical = record<Of<"and">>({ op: { enum: ["and", "or"] }, left: expression, right: expression });
const clause = record<ForClause>({ names: listOf(text), in: expression, if: expressions });

const members: { readonly [N in Name]: Schema } = {
  lit: record<Of<"lit">>({ op: constant("lit"), value: json }),
  root: record<Of<"root">>({ op: constant("root"), name: { enum: rootNames } }),
  local: record<Of<"local">>({ op: constant("local"), name: text }),
  get: record<Of<"get">>({ op: constant("get"), of: expression, key: text }),
  index: record<Of<"index">>({ op: constant("index"), of: expression, at: expression }),
  slice: record<Of<"slice">>({ op: constant("slice"), of: expression, from: maybe(expression), to: maybe(expression), step: maybe(expression) }),
  not: record<Of<"not">>({ op: constant("not"), of: expression }),
  negate: record<Of<"negate">>({ op: constant("negate"), of: expression }),
  and: logical,
  or: logical,
  if: record<Of<"if">>({ op: constant("if"), test: expression, then: expression, else: expression }),
  compare: record<Of<"compare">>({ op: constant("compare"), first: expression, links: listOf(record<Of<"compare">["links"][number]>({ cmp: { enum: chained }, to: expression })) }),
  is: record<Of<"is">>({ op: constant("is"), of: expression, test: { enum: Object.keys(tests) }, args: expressions, negated: flag }),
  arithmetic: record<Of<"arithmetic">>({ op: constant("arithmetic"), fn: { enum: arithmetic }, left: expression, right: expression }),
  list: record<Of<"list">>({ op: constant("list"), items: expressions }),
  dict: record<Of<"dict">>({ op: constant("dict"), entries: listOf({ type: "array", items: expression, minItems: 2, maxItems: 2 }) }),
  call: record<Of<"call">>({ op: constant("call"), fn: { enum: Object.keys(functions) }, args: expressions, named: maybe(named) }),
  method: record<Of<"method">>({ op: constant("method"), of: expression, name: { enum: Object.keys(methods) }, args: expressions }),
  filter: record<Of<"filter">>({ op: constant("filter"), of: expression, name: { enum: Object.keys(filters) }, args: expressions, named }),
  comprehension: record<Of<"comprehension">>({ op: constant("comprehension"), body: expression, clauses: listOf(clause), lazy: maybe(constant(true)) }),
  text: record<Of<"text">>({ op: constant("text"), parts }),
};

const textParts: { readonly [N in TextPart["part"]]: Schema } = {
  text: record<PartOf<"text">>({ part: constant("text"), text }),
  out: record<PartOf<"out">>({ part: constant("out"), of: expression }),
  if: record<PartOf<"if">>({ part: constant("if"), arms: listOf(record<PartOf<"if">["arms"][number]>({ when: expression, body: parts })), else: parts }),
  for: record<PartOf<"for">>({ part: constant("for"), names: listOf(text), in: expression, if: maybe(expression), body: parts, else: parts }),
  set: record<PartOf<"set">>({ part: constant("set"), name: text, to: expression }),
};

/** Expressions and templates as a program carries them. */
export const expressionDefinitions = { expression: taggedUnion("op", members), part: taggedUnion("part", textParts) };
