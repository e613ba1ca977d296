import { Bug, unreachable } from "../schemas/bug.ts";
import type { Field, Fields, TypeIr, ValueIr } from "../schemas/field.ts";
import type { Failure } from "../schemas/failure.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import { isJsonObject } from "../schemas/json.ts";
import type { Code } from "../schemas/program-refs.ts";
import { describeType } from "../schemas/type.ts";
import type { Plan } from "./core/plan.ts";
import { evaluateAt } from "./core/scope.ts";
import type { Scope } from "./expr/scope.ts";
import type { Env, Outcome } from "./ports.ts";
import type { EnvValues } from "./secrets.ts";
import { strikeMessage } from "./secrets.ts";

/** A node's fields as its activity receives them, twice. */
export interface Resolved {
  /** With the values of the environment; never written anywhere. */
  readonly real: JsonObject;
  /** The same with `{{ env.NAME }}` in the place of each such value: what the log says the node received. */
  readonly recorded: JsonObject;
  /** What the templates took from the environment. */
  readonly taken: EnvValues;
}

/** What code may see: conditions read the environment as it was recorded, templates read it as it is. */
export interface ResolveScope {
  readonly scope: Scope;
  readonly env: Env;
}

/** Renders templates, evaluates expressions and takes the rest of the fields as they are, by their shapes alone. */
export function resolveFields(plan: Plan, fields: Fields, lowered: JsonObject, { scope, env }: ResolveScope): Outcome<Resolved> {
  // Only where what is told and what is recorded of it differ, the fields are folded twice.
  let differs = false;
  const taken = new Map<string, string>();
  const taking: Env = (name) => {
    const value = env(name);
    if (value !== undefined) taken.set(name, value);
    return value;
  };
  const real = fold(fields, lowered, {
    template: (code) => {
      differs ||= plan.code(code).readsEnv;
      return evaluateAt(plan, code, { ...scope, env: taking });
    },
    condition: (code) => evaluateAt(plan, code, scope),
    source: (code) => plan.code(code).source,
    type: (ir) => {
      differs = true;
      return ir;
    },
  });
  // What cannot be rendered may be quoted by the failure.
  if (!real.ok) return { ok: false, failure: { ...real.failure, message: strikeMessage(real.failure.message, taken) } };
  if (!differs) return { ok: true, value: { real: real.value, recorded: real.value, taken } };

  const recorded = fold(fields, lowered, {
    template: (code) => {
      const rendered = evaluateAt(plan, code, { ...scope, env: (name) => `{{ env.${name} }}` });
      // A placeholder is no number, no address and no list; where it does not do, the template itself is the record.
      return rendered.ok ? rendered : { ok: true, value: plan.code(code).source };
    },
    condition: (code) => evaluateAt(plan, code, scope),
    source: (code) => plan.code(code).source,
    type: typeAsWritten,
  });
  return recorded.ok ? { ok: true, value: { real: real.value, recorded: recorded.value, taken } } : recorded;
}

/** A type in the words of an author: a JSON Schema where one was written, otherwise the text of the type. */
function typeAsWritten(ir: Json): Json {
  // The compiler lowers a type to `TypeIr`; in a field's JSON only its name is lost.
  const { type, schema } = ir as unknown as TypeIr;
  return schema ?? describeType(type);
}

type CodeValue = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly failure: Failure };

/** What becomes of the code at the leaves. */
interface Leaves {
  readonly template: (code: Code) => CodeValue;
  readonly condition: (code: Code) => CodeValue;
  readonly source: (code: Code) => string;
  readonly type: (ir: Json) => Json;
}

function fold(fields: Fields, lowered: JsonObject, leaves: Leaves): Outcome<JsonObject> {
  const resolved: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(lowered)) {
    const field = fields[name] ?? missing(name);
    let failed: Failure | undefined;
    // The first failure is the one that is told; what follows it has no value.
    const take = (got: CodeValue): Json => {
      if (got.ok) return got.value;
      failed ??= got.failure;
      return null;
    };
    resolved[name] = resolveField(field, value, { ...leaves, take });
    if (failed !== undefined) return { ok: false, failure: { ...failed, message: `in '${name}': ${failed.message}` } };
  }
  return { ok: true, value: resolved };
}

type Taking = Leaves & { readonly take: (got: CodeValue) => Json };

function resolveField(field: Field, value: Json, leaves: Taking): Json {
  switch (field.shape) {
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration":
    case "target": case "stateKey": case "data":
      return value;
    case "type": return leaves.type(value);
    case "template": return leaves.take(leaves.template(codeIn(value)));
    case "expression": {
      const code = codeIn(value);
      return { value: leaves.take(leaves.condition(code)), source: leaves.source(code) };
    }
    // The compiler lowers a value to `ValueIr`; in a field's JSON only its name is lost.
    case "value": return resolveValue(value as unknown as ValueIr, leaves);
    case "list": return listIn(value).map((item) => resolveField(field.of, item, leaves));
    case "map": return mapObject(objectIn(value), (_, item) => resolveField(field.of, item, leaves));
    case "object": return mapObject(objectIn(value), (name, item) => resolveField(field.fields[name] ?? missing(name), item, leaves));
    case "tagged": {
      const tag = objectIn(value)[field.tag];
      const variant = typeof tag === "string" ? field.variants[tag] : undefined;
      return mapObject(objectIn(value), (name, item) => (name === field.tag ? item : resolveField(variant?.fields[name] ?? missing(name), item, leaves)));
    }
    case "either": return resolveField(armOf(field, value), value, leaves);
    default: return unreachable(field, "resolveField");
  }
}

function resolveValue(ir: ValueIr, leaves: Taking): Json {
  if ("lit" in ir) return ir.lit;
  if ("code" in ir) return leaves.take(leaves.template(ir.code));
  if ("list" in ir) return ir.list.map((item) => resolveValue(item, leaves));
  return Object.fromEntries(Object.entries(ir.map).map(([key, item]) => [key, resolveValue(item, leaves)]));
}

/** The arm that a lowered value belongs to. A target's reserved word is the one scalar that is an object. */
function armOf(field: Extract<Field, { shape: "either" }>, value: Json): Field {
  const isScalar = !isJsonObject(value) && !Array.isArray(value);
  const isWord = field.scalar?.shape === "target" && isJsonObject(value) && typeof value["word"] === "string";
  const arm = isScalar || isWord ? field.scalar : Array.isArray(value) ? field.list : field.map;
  return arm ?? field.scalar ?? missing("either");
}

function codeIn(value: Json): Code {
  if (typeof value !== "number") throw new Bug("a program has no code where a template or expression belongs");
  // The shape says what the number is.
  return value as Code;
}

function listIn(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Bug("a program has no list where a list belongs");
  return value as readonly Json[];
}

function objectIn(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new Bug("a program has no object where an object belongs");
  return value;
}

function mapObject(object: JsonObject, map: (name: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(name, value)]));
}

function missing(name: string): never {
  throw new Bug(`a program gives a field '${name}' that its kind does not have`);
}
