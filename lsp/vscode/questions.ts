import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";

/** One input of a workflow, as a person is asked for it. */
export interface Question {
  readonly key: string;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
  /** The only answers there are, where they are few. */
  readonly choices?: readonly Json[];
  /** What stands in the box before anything is typed. */
  readonly preset: string;
}

/** What somebody typed, read as the input wants it; `undefined` leaves an optional input out. */
export type Reading = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false; readonly problem: string };

/** What to ask before a workflow runs: its inputs by their JSON Schema, as `jamjet inputs --json` gives it, with what was answered last time. */
export function questionsOf(input: Json, last: JsonObject): readonly Question[] {
  if (!isJsonObject(input) || !isJsonObject(input["properties"])) return [];
  const required = Array.isArray(input["required"]) ? input["required"] : [];
  return Object.entries(input["properties"]).flatMap(([key, schema]) => {
    if (!isJsonObject(schema)) return [];
    const choices = choicesOf(schema);
    const preset = last[key] ?? schema["default"];
    return [{ key, schema, isRequired: required.includes(key), ...(choices === undefined ? {} : { choices }), preset: preset === undefined ? "" : written(preset, schema) }];
  });
}

/** Reads what was typed: text as it is where text is wanted, JSON otherwise. */
export function readingOf({ schema, isRequired }: Question, typed: string): Reading {
  const type = schema["type"];
  if (typed === "" && !isRequired) return { ok: true, value: undefined };
  if (type === "string") return { ok: true, value: typed };
  const value = parsed(typed);
  // What may be anything may be text, and nobody quotes a text.
  if (type === undefined) return value === undefined && typed === "" ? { ok: false, problem: "an answer is wanted" } : { ok: true, value: value ?? typed };
  if (typeof type !== "string" || (value !== undefined && fits(value, type))) return { ok: true, value: value ?? typed };
  return { ok: false, problem: `${typeWords[type] ?? type} is wanted` };
}

function choicesOf(schema: JsonObject): readonly Json[] | undefined {
  if (schema["type"] === "boolean") return [true, false];
  return Array.isArray(schema["enum"]) ? (schema["enum"] as readonly Json[]) : undefined;
}

function written(value: Json, schema: JsonObject): string {
  return typeof value === "string" && (schema["type"] === "string" || schema["type"] === undefined) ? value : JSON.stringify(value);
}

/** The words for what JSON Schema calls a type. */
const typeWords: { readonly [type: string]: string } = {
  integer: "a whole number, such as 3,",
  number: "a number, such as 0.5,",
  boolean: "true or false",
  array: 'a JSON list, such as ["a", "b"],',
  object: 'a JSON object, such as {"a": 1},',
  null: "null",
};

function fits(value: Json, type: string): boolean {
  switch (type) {
    case "integer": return Number.isInteger(value);
    case "array": return Array.isArray(value);
    case "object": return isJsonObject(value);
    case "null": return value === null;
    default: return typeof value === type;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
