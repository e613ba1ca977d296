import { Validator } from "@cfworker/json-schema";
import type { TypeIr } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { schemaProblem } from "../../schemas/schema-problem.ts";
import type { Misfit } from "../../schemas/type.ts";
import { describeType, misfit } from "../../schemas/type.ts";

/** Why `value` must not be written to the state key `key`, or `undefined` if it may. */
export function unfit(key: string, wanted: TypeIr, value: Json): string | undefined {
  return unfitAt(`state.${key}`, wanted, value);
}

/** Why `value` must not stand at `place`, or `undefined` if it may. */
export function unfitAt(place: string, wanted: TypeIr, value: Json): string | undefined {
  const found = misfit(value, wanted.type);
  if (found !== undefined) return describeMisfit(place, found);
  return wanted.schema === undefined ? undefined : schemaMisfit(place, wanted.schema, value);
}

function describeMisfit(outer: string, found: Misfit): string {
  const place = outer + found.path;
  if (found.expected.kind === "never") return `${place} is not declared`;
  return `${place} takes ${describeType(found.expected)}, not ${found.found}`;
}

function schemaMisfit(place: string, schema: Json, value: Json): string | undefined {
  if (!isJsonObject(schema)) return schema === false ? `${place} takes nothing` : undefined;
  const found = problemOf(schema, value);
  return found === undefined ? undefined : `${place}${found.path.replaceAll("/", ".")} does not fit its JSON Schema: ${found.why}`;
}

/** The innermost part of a value that its JSON Schema does not admit. */
interface ValueProblem {
  /** A JSON Pointer; empty for the value itself. */
  readonly path: string;
  readonly why: string;
}

/** Holds `value` against a JSON Schema, which is read once however often it is used. No code is made of it. */
function problemOf(schema: JsonObject, value: Json): ValueProblem | undefined {
  const known = validators.get(schema) ?? validatorOf(schema);
  validators.set(schema, known);
  if (typeof known === "string") return { path: "", why: known };
  const { valid, errors } = known.validate(value);
  if (valid) return undefined;
  // The last error is the innermost: those before it say that something inside is wrong.
  const { instanceLocation = "#", keyword, error: said = "it is refused" } = errors.at(-1) ?? {};
  const error = keyword === "false" ? "nothing may stand here" : said;
  return { path: instanceLocation.slice(1), why: error.charAt(0).toLowerCase() + error.slice(1).replace(/\.$/, "") };
}

/** The compiler refuses the same schemas; those of programs made by hand and of servers come here unseen. */
function validatorOf(schema: JsonObject): Validator | string {
  const problem = schemaProblem(schema);
  return problem === undefined ? new Validator({ ...schema }, "2020-12", true) : `it cannot be used: ${problem.why}`;
}

const validators = new WeakMap<JsonObject, Validator | string>();
