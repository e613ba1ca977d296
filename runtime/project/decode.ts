import { Bug, unreachable } from "../../schemas/bug.ts";
import { parseDuration } from "../../schemas/duration.ts";
import type { Field, FieldOf, Fields, Group, LoweredFields } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { failures, retryClasses } from "../../schemas/failure.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Requirement } from "../../schemas/program.ts";
import { textFormats } from "../../schemas/text-format.ts";
import { kindOfValue } from "../../schemas/type.ts";

export type Path = readonly (string | number)[];

/** Something wrong in a file that is read as plain data: where, what, and how to mend it. */
export interface Problem {
  readonly path: Path;
  /** Present where the key is wrong, and not what stands behind it. */
  readonly part?: "key";
  readonly message: string;
  readonly help?: string;
}

export interface Decoded<T> {
  /** Whole only where there is no problem. */
  readonly value: T;
  readonly problems: readonly Problem[];
  /** What the file asks of the runtime beyond reading it. */
  readonly requires: readonly Requirement[];
}

/** Reads data by a declaration: unknown keys, missing keys and wrong shapes are problems, defaults are filled in. */
export function decodeFields<const F extends Fields>(data: Json, fields: F, groups: readonly Group[] = []): Decoded<LoweredFields<F>> {
  const reader: Reader = { problems: [], requires: [] };
  const value = readObject(reader, data, fields, groups, []);
  // The walk below mirrors `Lowered` shape by shape, so without problems the value is of that type.
  return { value: value as unknown as LoweredFields<F>, ...reader };
}

/** A path as an author reads it: `mcp.servers[0].command`. */
function describePath(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${step}`)).join("");
}

interface Reader {
  readonly problems: Problem[];
  readonly requires: Requirement[];
}

function read(reader: Reader, value: Json, field: Field, path: Path): Json {
  if (field.needs !== undefined) reader.requires.push({ feature: field.needs, by: describePath(path) });
  switch (field.shape) {
    case "text": return typeof value === "string" ? readText(reader, value, field, path) : wrong(reader, value, "a text", path);
    case "flag": return typeof value === "boolean" ? value : wrong(reader, value, "true or false", path);
    case "integer": return typeof value === "number" && Number.isInteger(value) ? readNumber(reader, value, field, path) : wrong(reader, value, "a whole number", path);
    case "number": return typeof value === "number" ? readNumber(reader, value, field, path) : wrong(reader, value, "a number", path);
    case "choice": return readChoice(reader, value, field, path);
    case "duration": return (typeof value === "string" ? parseDuration(value) : undefined) ?? wrong(reader, value, "a duration such as '30s' or '5m'", path);
    case "list":
      if (!Array.isArray(value)) return wrong(reader, value, "a list", path);
      return value.map((item: Json, index) => read(reader, item, field.of, [...path, index]));
    case "map": {
      if (!isJsonObject(value)) return wrong(reader, value, "a table", path);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(reader, item, field.of, [...path, key])]));
    }
    case "object": return readObject(reader, value, field.fields, field.groups ?? [], path);
    case "either": {
      const arm = Array.isArray(value) ? field.list : isJsonObject(value) ? field.map : field.scalar;
      return arm === undefined ? wrong(reader, value, "something else", path) : read(reader, value, arm, path);
    }
    case "name": return readName(reader, value, field, path);
    case "data": return value;
    case "template": case "expression": case "target": case "stateKey": case "type": case "value": case "tagged":
      throw new Bug(`a '${field.shape}' field belongs to workflow documents: '${describePath(path)}'`);
    default: return unreachable(field, "read");
  }
}

function readObject(reader: Reader, value: Json, fields: Fields, groups: readonly Group[], path: Path): JsonObject {
  if (!isJsonObject(value)) {
    wrong(reader, value, "a table", path);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const near = nearest(key, Object.keys(fields));
    const help = near === undefined ? `known keys are ${Object.keys(fields).join(", ")}` : `did you mean '${near}'?`;
    reader.problems.push({ path: [...path, key], part: "key", message: `unknown key '${key}'${path.length === 0 ? "" : ` in '${describePath(path)}'`}`, help });
  }
  for (const group of groups) checkGroup(reader, value, group, path);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]): [string, Json][] => {
      const item = Object.hasOwn(value, key) ? value[key] : undefined;
      if (item !== undefined) return [[key, read(reader, item, field, [...path, key])]];
      if (field.default !== undefined) return [[key, field.default]];
      if (field.optional !== true) reader.problems.push({ path, part: "key", message: `'${key}' is missing${path.length === 0 ? "" : ` in '${describePath(path)}'`}`, help: field.doc });
      return [];
    }),
  );
}

function checkGroup(reader: Reader, value: JsonObject, { rule, keys }: Group, path: Path): void {
  const given = keys.filter((key) => Object.hasOwn(value, key));
  const where = path.length === 0 ? "" : ` in '${describePath(path)}'`;
  const choice = keys.map((key) => `'${key}'`).join(", ");
  if (given.length === 0 && rule !== "at-most-one") reader.problems.push({ path, part: "key", message: `one of ${choice} is missing${where}` });
  if (given.length > 1 && rule !== "some") reader.problems.push({ path, part: "key", message: `only one of ${given.map((key) => `'${key}'`).join(", ")} may stand${where}` });
}

function readText(reader: Reader, value: string, field: FieldOf<"text">, path: Path): Json {
  if (field.format === "date") return new RegExp(textFormats.date.pattern).test(value) ? value : wrong(reader, value, "a date such as 2026-11-21", path);
  if (field.format === "host" && !new RegExp(textFormats.host.pattern).test(value)) return wrong(reader, value, "a host such as 'localhost' or 'localhost:8080'", path);
  if (field.format !== "url" || (/^https?:\/\/\S+$/.test(value) && URL.canParse(value)) || value.includes("${")) return value;
  return wrong(reader, value, "an absolute http or https address", path);
}

function readNumber(reader: Reader, value: number, field: FieldOf<"integer"> | FieldOf<"number">, path: Path): Json {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  if (value >= min && value <= max) return value;
  return wrong(reader, value, max === Number.POSITIVE_INFINITY ? `at least ${min}` : `between ${min} and ${max}`, path);
}

function readChoice(reader: Reader, value: Json, field: FieldOf<"choice">, path: Path): Json {
  if (typeof value === "string" && field.options.includes(value)) return value;
  const near = typeof value === "string" ? nearest(value, field.options) : undefined;
  return wrong(reader, value, `one of ${field.options.join(", ")}`, path, near === undefined ? undefined : `did you mean '${near}'?`);
}

function readName(reader: Reader, value: Json, { of }: FieldOf<"name">, path: Path): Json {
  if (typeof value !== "string" && typeof value !== "number") return wrong(reader, value, "a name", path);
  const name = String(value);
  if (of !== "failure" || Object.hasOwn(failures, name) || /^[1-5]\d\d$/.test(name)) return name;
  const near = nearest(name, retryClasses);
  return wrong(reader, value, "a failure class or an HTTP status", path, near === undefined ? `failure classes are ${retryClasses.join(", ")}` : `did you mean '${near}'?`);
}

function wrong(reader: Reader, value: Json, wanted: string, path: Path, help?: string): null {
  const found = typeof value === "object" ? kindOfValue(value) : JSON.stringify(value);
  const message = `'${describePath(path)}' must be ${wanted}, not ${found}`;
  reader.problems.push({ path, message, ...(help === undefined ? {} : { help }) });
  return null;
}
