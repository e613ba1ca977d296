import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { pick } from "./mutate.ts";

type Part = Json[] | { [key: string]: Json };

/** `document` with some of its parts moved, lost, doubled, renamed, wrapped, unwrapped, or those of another. */
export function transplanted(document: Json, random: () => number, donor: Json): Json {
  // What was copied is nobody else's, and is changed in place.
  const tree: { root?: Json } = { root: JSON.parse(JSON.stringify(document)) as Json };
  const given = placesIn({ root: donor });
  const steps = 1 + Math.floor(random() * 3);
  for (let step = 0; step < steps && "root" in tree; step += 1) {
    const places = placesIn(tree);
    change(pick(places, random), pick(places, random), pick(given, random), Math.floor(random() * 8));
  }
  return tree.root ?? null;
}

interface Place {
  readonly of: Part;
  readonly key: string;
}

function placesIn(root: { [key: string]: Json }): readonly Place[] {
  const places: Place[] = [];
  const parts: Part[] = [root];
  // What is pushed on the way is visited, too.
  for (const of of parts) {
    for (const key of Object.keys(of)) {
      places.push({ of, key });
      const value = valueAt({ of, key });
      if (typeof value === "object" && value !== null) parts.push(value as Part);
    }
  }
  return places;
}

function change(at: Place, other: Place, given: Place, how: number): void {
  const value = valueAt(at);
  const gift = JSON.parse(JSON.stringify(valueAt(given))) as Json;
  switch (how) {
    case 0: return remove(at);
    case 1: return put(at.of, given.key, gift);
    case 2: return put(at.of, at.key, gift);
    case 3: return put(at.of, given.key, value);
    case 4: return put(at.of, at.key, JSON.parse(JSON.stringify(valueAt(other))) as Json);
    case 5: return put(at.of, at.key, [value]);
    case 6: return put(at.of, at.key, { [given.key]: value });
    default: {
      const [inner] = typeof value === "object" && value !== null ? Object.values(value) : [String(value)];
      return put(at.of, at.key, inner ?? null);
    }
  }
}

function valueAt({ of, key }: Place): Json {
  return (of as { [key: string]: Json })[key] ?? null;
}

function put(of: Part, key: string, value: Json): void {
  if (Array.isArray(of)) of.splice(Number(key) || 0, 1, value);
  else Object.defineProperty(of, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove({ of, key }: Place): void {
  if (Array.isArray(of)) of.splice(Number(key), 1);
  else delete of[key];
}

/** `value` as a YAML document, in blocks of lines. */
export function yamlOf(value: Json): string {
  return `${blockOf(value, "").trimStart()}\n`;
}

function blockOf(value: Json, indent: string): string {
  if (Array.isArray(value)) return value.length === 0 ? " []" : (value as readonly Json[]).map((item) => `\n${indent}-${blockOf(item, `${indent}  `)}`).join("");
  if (isJsonObject(value)) return entriesOf(value, indent) || " {}";
  return ` ${scalarOf(value)}`;
}

function entriesOf(value: JsonObject, indent: string): string {
  return Object.entries(value).map(([key, item]) => `\n${indent}${scalarOf(key)}:${blockOf(item, `${indent}  `)}`).join("");
}

function scalarOf(value: Json): string {
  return typeof value === "string" && /^[A-Za-z_][\w. /-]*(?<! )$/.test(value) && !/^(?:true|false|null)$/i.test(value) ? value : JSON.stringify(value);
}
