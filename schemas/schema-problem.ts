import type { Json, JsonObject } from "./json.ts";
import { isJsonObject } from "./json.ts";

/** Why no value can be held against a JSON Schema, or none should be, and where in the schema that stands. */
export interface SchemaProblem {
  readonly path: readonly string[];
  /** Goes on behind "this JSON Schema cannot be used: ". */
  readonly why: string;
}

type Kind = "schema" | "schemas" | "named schemas" | "texts" | "list" | "number" | "text" | "pattern" | "reference" | "foreign";

/** What stands behind each keyword that a value is held against. Source: JSON Schema 2020-12; its annotations may be anything. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"].map((keyword) => [keyword, "schema"] as const),
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, "schemas"] as const),
  ...["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"].map((keyword) => [keyword, "named schemas"] as const),
  ...["exclusiveMaximum", "exclusiveMinimum", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf"].map((keyword) => [keyword, "number"] as const),
  ["enum", "list"], ["required", "texts"], ["format", "text"], ["pattern", "pattern"], ["$ref", "reference"],
  ...["$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef"].map((keyword) => [keyword, "foreign"] as const),
]);

const longestPattern = 1_000;
const widest = 1_000;

/**
 * The first reason why `schema` must not be held against anything: it is no schema, reaches out of itself, never ends, or
 * holds a pattern that is none or may take forever.
 */
export function schemaProblem(schema: Json): SchemaProblem | undefined {
  return problemAt(schema, [], { root: schema, breadths: new Map() });
}

interface Whole {
  readonly root: Json;
  /** Of every part that was looked at; infinite while it is. */
  readonly breadths: Map<JsonObject, number>;
}

function problemAt(schema: Json, path: readonly string[], whole: Whole): SchemaProblem | undefined {
  if (typeof schema === "boolean") return undefined;
  if (!isJsonObject(schema)) return { path, why: "a schema is a mapping, true or false" };
  for (const [keyword, value] of Object.entries(schema)) {
    const kind = keyword === "$id" && path.length > 0 ? "foreign" : kinds.get(keyword);
    const found = kind === undefined ? undefined : keywordProblem(kind, keyword, value, [...path, keyword], whole);
    if (found !== undefined) return found;
  }
  const breadth = breadthOf(schema, whole);
  if (breadth === Infinity) return { path, why: "it refers to itself before it looks into the value" };
  return breadth > widest ? { path, why: `it holds one value against more than ${widest} schemas` } : undefined;
}

function keywordProblem(kind: Kind, keyword: string, value: Json, path: readonly string[], whole: Whole): SchemaProblem | undefined {
  const wanted = (what: string, fits: boolean): SchemaProblem | undefined => (fits ? undefined : { path, why: `'${keyword}' must be ${what}` });
  switch (kind) {
    case "schema": return problemAt(value, path, whole);
    case "schemas": return wanted("a list of schemas", Array.isArray(value)) ?? firstOf(value, path, whole);
    case "named schemas": return wanted("a mapping of schemas", isJsonObject(value)) ?? (keyword === "patternProperties" ? badNames(value, path) : undefined) ?? firstOf(value, path, whole);
    case "texts": return wanted("a list of texts", Array.isArray(value) && value.every((item) => typeof item === "string"));
    case "list": return wanted("a list", Array.isArray(value));
    case "number": return wanted("a number", typeof value === "number");
    case "text": return wanted("text", typeof value === "string");
    case "pattern": return wanted("text", typeof value === "string") ?? patternProblem(String(value), path);
    case "reference": return wanted("text", typeof value === "string") ?? referenceProblem(String(value), path, whole);
    case "foreign": return { path, why: `'${keyword}' is not supported here` };
  }
}

function firstOf(members: Json, path: readonly string[], whole: Whole): SchemaProblem | undefined {
  for (const [name, member] of Object.entries(members ?? {})) {
    const found = problemAt(member as Json, [...path, name], whole);
    if (found !== undefined) return found;
  }
  return undefined;
}

function badNames(value: Json, path: readonly string[]): SchemaProblem | undefined {
  return Object.keys(value ?? {}).map((pattern) => patternProblem(pattern, [...path, pattern])).find((found) => found !== undefined);
}

function patternProblem(pattern: string, path: readonly string[]): SchemaProblem | undefined {
  if (isCostlyPattern(pattern)) return { path, why: `the pattern '${pattern.slice(0, 80)}' may take forever` };
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch {
    return { path, why: `'${pattern}' is not a pattern` };
  }
}

/**
 * Whether a pattern is known to be tried in every way there is on some text: a repeated group of one repeated thing, such
 * as `(a+)+`. The engine is not a linear one, so this finds the usual mistake and not every one.
 */
function isCostlyPattern(pattern: string): boolean {
  return pattern.length > longestPattern || /\((?:\?:)?(?:\[[^\]]*\]|\\.|[^()\\])[+*]\)(?:[+*]|\{\d+,)/.test(pattern);
}

function referenceProblem(reference: string, path: readonly string[], whole: Whole): SchemaProblem | undefined {
  if (!reference.startsWith("#")) return { path, why: `'${reference}' is another document, and none is fetched` };
  return targetOf(whole.root, reference) === undefined ? { path, why: `nothing stands at '${reference}'; a reference begins at the top, as in '#/$defs/item'` } : undefined;
}

/** What a reference of this document stands for. Source: RFC 6901, without percent signs. */
function targetOf(root: Json, reference: string): Json | undefined {
  if (!/^#(?:\/[\w$.~-]*)*$/.test(reference)) return undefined;
  return reference.split("/").slice(1).reduce((at: Json | undefined, step) => {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return typeof at === "object" && at !== null && Object.hasOwn(at, key) ? (at as JsonObject)[key] : undefined;
  }, root);
}

/**
 * How many schemas one value is held against by `schema`, before any looks into the value; infinite where it comes back to
 * itself. Schemas that double at each step would take as many turns as there are.
 */
function breadthOf(schema: Json, whole: Whole): number {
  if (!isJsonObject(schema)) return 1;
  const { root, breadths } = whole;
  const known = breadths.get(schema);
  if (known !== undefined) return known;
  breadths.set(schema, Infinity);
  const { $ref: ref, allOf, anyOf, oneOf, not, if: test, then, else: otherwise } = schema;
  const parts = [typeof ref === "string" ? targetOf(root, ref) : undefined, ...[allOf, anyOf, oneOf].flatMap((each) => (Array.isArray(each) ? (each as readonly Json[]) : [])), not, test, then, otherwise];
  const breadth = parts.reduce((sum: number, part) => (part === undefined ? sum : sum + breadthOf(part, whole)), 1);
  breadths.set(schema, breadth);
  return breadth;
}
