import { unreachable } from "./bug.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Type } from "./type.ts";

/** The JSON Schema (2020-12) of the values that fit `type`. */
export function schemaOfType(type: Type): JsonObject {
  switch (type.kind) {
    case "any": case "hole": return {};
    case "never": return { not: {} };
    case "null": return { type: "null" };
    case "bool": return { type: "boolean" };
    case "int": return { type: "integer" };
    case "float": return { type: "number" };
    case "str": return { type: "string" };
    case "literal": return { type: typeof type.value === "string" ? "string" : typeof type.value === "boolean" ? "boolean" : "number", enum: [type.value] };
    case "list": return { type: "array", items: schemaOfType(type.of) };
    case "dict": return { type: "object", additionalProperties: schemaOfType(type.of) };
    case "record": {
      const fields = Object.entries(type.fields);
      return {
        type: "object",
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOfType(field.type)])),
        required: fields.flatMap(([name, { optional }]) => (optional === true ? [] : [name])),
        additionalProperties: type.open,
      };
    }
    case "union": return unionSchema(type.of);
    default: return unreachable(type, "schemaOfType");
  }
}

/** Literals of one kind are one `enum`, which is what providers know; anything else is an `anyOf`. */
function unionSchema(members: readonly Type[]): JsonObject {
  const texts = members.flatMap((member) => (member.kind === "literal" && typeof member.value === "string" ? [member.value] : []));
  const others = members.filter((member) => member.kind !== "literal" || typeof member.value !== "string").map(schemaOfType);
  const named: readonly Json[] = texts.length === 0 ? others : [{ type: "string", enum: texts }, ...others];
  const [only] = named;
  return named.length === 1 ? (only as JsonObject) : { anyOf: named };
}
