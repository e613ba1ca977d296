import { isJsonObject, sameJson, type Json, type JsonObject } from "../../schemas/json.ts";
import { or, shortened } from "../diagnostics/words.ts";
import { referredPart } from "../syntax/json-schema.ts";
import { matchesPlainly } from "./plain-pattern.ts";

/** The kinds of values, by their names in JSON Schema. */
const kinds: { readonly [name: string]: (value: Json) => boolean } = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: isJsonObject,
};

/** The names of those kinds in the author's words. */
const words: { readonly [name: string]: string } = { string: "str", integer: "int", number: "float", boolean: "bool", null: "null", array: "list", object: "dict" };

/** How many names a message lists. */
const mostListed = 8;

/** So many references are followed for one value: definitions that use each other twice double with every step. */
const mostReferences = 100;

/** The schema that references are of, and how many may still be followed. */
interface Whole {
  readonly root: Json | undefined;
  left: number;
}

/**
 * What a scalar would have to be, where it certainly does not fit a JSON Schema (2020-12) that is a part of `root`: goes on
 * behind "must be". Undefined where it fits, and where nothing here can tell: references out of `root`, patterns that are not
 * plain, formats and conditions.
 */
export function scalarMisfit(value: Json, schema: Json | undefined, root: Json | undefined = schema): string | undefined {
  return misfitIn({ root, left: mostReferences }, value, schema);
}

function misfitIn(whole: Whole, value: Json, schema: Json | undefined): string | undefined {
  if (schema === false) return "absent";
  if (!isJsonObject(schema)) return undefined;
  return kindMisfit(value, schema) ?? choiceMisfit(value, schema) ?? boundsMisfit(value, schema) ?? patternMisfit(value, schema) ?? partsMisfit(whole, value, schema) ?? referenceMisfit(whole, value, schema);
}

function referenceMisfit(whole: Whole, value: Json, { $ref }: JsonObject): string | undefined {
  if (typeof $ref !== "string" || whole.left === 0) return undefined;
  whole.left -= 1;
  return misfitIn(whole, value, referredPart(whole.root, $ref));
}

function kindMisfit(value: Json, { type }: JsonObject): string | undefined {
  const names = (Array.isArray(type) ? (type as readonly Json[]) : [type]).filter((name): name is string => typeof name === "string" && Object.hasOwn(kinds, name));
  if (names.length === 0 || names.some((name) => kinds[name]?.(value) === true)) return undefined;
  return names.map((name) => words[name] ?? name).join(" or ");
}

function choiceMisfit(value: Json, schema: JsonObject): string | undefined {
  const { enum: choices } = schema;
  if (schema["const"] !== undefined && !sameJson(schema["const"], value)) return JSON.stringify(schema["const"]);
  if (!Array.isArray(choices) || choices.some((choice: Json) => sameJson(choice, value))) return undefined;
  const names = choices.filter((choice) => typeof choice === "string");
  return names.length === choices.length && names.length <= mostListed ? or(names) : `one of ${choices.length} values that the schema lists`;
}

function boundsMisfit(value: Json, schema: JsonObject): string | undefined {
  const bound = (keyword: string): number | undefined => {
    const limit = schema[keyword];
    return typeof limit === "number" ? limit : undefined;
  };
  const broken = (size: number, [least, most, above, below]: readonly (number | undefined)[], unit: string): string | undefined => {
    if (least !== undefined && size < least) return `at least ${least}${least === 1 ? unit.replace(/s$/, "") : unit}`;
    if (most !== undefined && size > most) return `at most ${most}${unit}`;
    if (above !== undefined && size <= above) return `more than ${above}${unit}`;
    return below !== undefined && size >= below ? `less than ${below}${unit}` : undefined;
  };
  if (typeof value === "number") return broken(value, [bound("minimum"), bound("maximum"), bound("exclusiveMinimum"), bound("exclusiveMaximum")], "");
  if (Array.isArray(value)) return broken(value.length, [bound("minItems"), bound("maxItems")], " items");
  return typeof value === "string" ? broken(Array.from(value).length, [bound("minLength"), bound("maxLength")], " characters") : undefined;
}

function patternMisfit(value: Json, { pattern }: JsonObject): string | undefined {
  if (typeof value !== "string" || typeof pattern !== "string") return undefined;
  return matchesPlainly(value, pattern) === false ? `text that matches '${shortened(pattern)}'` : undefined;
}

function partsMisfit(whole: Whole, value: Json, { allOf, anyOf, oneOf }: JsonObject): string | undefined {
  const misfits = (members: Json | undefined): readonly (string | undefined)[] => (Array.isArray(members) ? (members as readonly Json[]).map((member) => misfitIn(whole, value, member)) : []);
  const all = misfits(allOf).find((misfit) => misfit !== undefined);
  if (all !== undefined) return all;
  for (const found of [misfits(anyOf), misfits(oneOf)]) if (found.length > 0 && found.every((misfit) => misfit !== undefined)) return [...new Set(found)].join(", or ");
  return undefined;
}
