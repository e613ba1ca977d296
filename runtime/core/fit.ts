import { Validator } from "@cfworker/json-schema";
import type { TypeIr } from "../../schemas/field.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { Misfit } from "../../schemas/type.ts";
import { describeType, misfit } from "../../schemas/type.ts";

/** Why `value` must not be written to the state key `key`, or `undefined` if it may. */
export function unfit(key: string, wanted: TypeIr, value: Json): string | undefined {
  const found = misfit(value, wanted.type);
  if (found !== undefined) return describeMisfit(key, found);
  return wanted.schema === undefined ? undefined : schemaMisfit(key, wanted.schema, value);
}

function describeMisfit(key: string, found: Misfit): string {
  const place = `state.${key}${found.path}`;
  if (found.expected.kind === "never") return `${place} is not declared`;
  return `${place} takes ${describeType(found.expected)}, not ${found.found}`;
}

function schemaMisfit(key: string, schema: Json, value: Json): string | undefined {
  if (schema === true) return undefined;
  const { valid, errors } = validatorOf(schema).validate(value);
  if (valid) return undefined;
  // The last error is the innermost: it names the part, those before it only say that something inside is wrong.
  const last = errors.at(-1);
  const path = last?.instanceLocation.replace(/^#/, "").replaceAll("/", ".") ?? "";
  return `state.${key}${path} does not fit its JSON Schema: ${lowerFirst(last?.error ?? "it is refused").replace(/\.$/, "")}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const validators = new WeakMap<object, Validator>();

/** Schemas are part of a program, which lives as long as its executions; each is read once. */
function validatorOf(schema: Json): Validator {
  if (!isJsonObject(schema)) return new Validator(false, "2020-12", true);
  let validator = validators.get(schema);
  if (validator === undefined) {
    validator = new Validator({ ...schema }, "2020-12", true);
    validators.set(schema, validator);
  }
  return validator;
}
