import { isJsonObject, type Json, type JsonObject } from "../schemas/json.ts";
import { nearest } from "../schemas/nearest.ts";
import { type Maybe, found, refused } from "./answer.ts";

/** What there are JSON Schemas of. */
export const schemaNames = ["workflow", "agent", "fleet", "policy", "program"] as const;

/** One definition of a schema, with the others that it leads to and nothing else. */
export function schemaPart(schema: JsonObject, name: string): Maybe<JsonObject> {
  const definitions = isJsonObject(schema["$defs"]) ? schema["$defs"] : {};
  const names = Object.keys(definitions);
  if (!Object.hasOwn(definitions, name)) {
    const near = nearest(name, names);
    const parts = names.length === 0 ? "it has no parts; leave 'part' out" : `its parts are ${names.join(", ")}`;
    return refused(`this schema has no part '${name}'`, near === undefined ? parts : `did you mean '${near}'?`);
  }
  const reached = new Set([name]);
  // A set gives what is added to it while it is gone through.
  for (const each of reached) for (const next of referencesIn(definitions[each] ?? null)) if (Object.hasOwn(definitions, next)) reached.add(next);
  return found({ $schema: schema["$schema"] ?? "", title: name, $ref: `#/$defs/${name}`, $defs: Object.fromEntries(names.filter((each) => reached.has(each)).map((each) => [each, definitions[each] ?? null])) });
}

function referencesIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === "$ref" && typeof member === "string" && member.startsWith("#/$defs/") ? [member.slice("#/$defs/".length)] : referencesIn(member)));
}
