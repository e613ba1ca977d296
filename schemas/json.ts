/** Plain data: what a program, an event and a state value consist of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Canonical text: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Equal values give equal text on every platform. Source: RFC 8785 (JSON Canonicalization Scheme).
 */
export function canonicalJson(value: Json): string {
  const writing = { text: "" };
  write(writing, value);
  return writing.text;
}

/** One text that grows: texts of parts, put together, would be copied at every level. */
interface Writing {
  text: string;
}

function write(writing: Writing, value: Json): void {
  if (typeof value === "string") writing.text += quoted(value);
  else if (typeof value !== "object" || value === null) writing.text += JSON.stringify(value);
  else if (Array.isArray(value)) writeItems(writing, value as readonly Json[]);
  else writeMembers(writing, value as JsonObject);
}

function writeItems(writing: Writing, items: readonly Json[]): void {
  let mark = "[";
  for (const item of items) {
    writing.text += mark;
    write(writing, item);
    mark = ",";
  }
  writing.text += items.length === 0 ? "[]" : "]";
}

function writeMembers(writing: Writing, object: JsonObject): void {
  const keys = sortedKeys(object);
  let mark = "{";
  for (const key of keys) {
    writing.text += `${mark}${quoted(key)}:`;
    write(writing, object[key] as Json);
    mark = ",";
  }
  writing.text += keys.length === 0 ? "{}" : "}";
}

/** The keys of an object in canonical order. */
function sortedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object);
  sortBetween(keys, 0, keys.length);
  return keys;
}

/** Puts some neighbours among `keys` into canonical order. */
export function sortBetween(keys: string[], first: number, end: number): void {
  if (end - first > 16) {
    for (const [index, key] of keys.slice(first, end).sort().entries()) keys[first + index] = key;
    return;
  }
  // Of a few keys, to put each where it belongs is three times as fast.
  for (let index = first + 1; index < end; index += 1) {
    const key = keys[index] as string;
    let at = index;
    for (; at > first && (keys[at - 1] as string) > key; at -= 1) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
}

/** Most texts are short and need no escapes. */
function quoted(text: string): string {
  return text.length < 64 && /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Deep equality of plain data; `1` and `1.0` are one number, `true` and `1` are two values. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index] as Json));
  }
  const left = a as JsonObject;
  const right = b as JsonObject;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key] as Json, right[key] as Json));
}
