import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { fail, kind } from "./failure.ts";

/** What a built-in demands of an argument; `who` is its name, for the message. */

/** An argument of a call, or `undefined` where the call has none. */
export type Given = Json | undefined;

export function toText(value: Given, who: string): string {
  return typeof value === "string" ? value : refuse(value, who, "a str");
}

export function toNumber(value: Given, who: string): number {
  return typeof value === "number" ? value : refuse(value, who, "a number");
}

export function toInteger(value: Given, who: string): number {
  return typeof value === "number" && Number.isInteger(value) ? value : refuse(value, who, "an int");
}

export function toList(value: Given, who: string): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : refuse(value, who, "a list");
}

export function toDict(value: Given, who: string): JsonObject {
  return isJsonObject(value) ? value : refuse(value, who, "a dict");
}

/** Ends the evaluation because `who` cannot use `value`. */
export function refuse(value: Given, who: string, wanted: string): never {
  return fail(`'${who}' needs ${wanted}, not ${value === undefined ? "nothing" : kind(value)}`);
}
