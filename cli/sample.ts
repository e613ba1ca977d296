import { unreachable } from "../schemas/bug.ts";
import type { Json } from "../schemas/json.ts";
import type { Type } from "../schemas/type.ts";

/** A small value of a type, for its reader to replace. */
export function sampleOf(type: Type): Json {
  switch (type.kind) {
    case "int": case "float": return 0;
    case "bool": return true;
    case "literal": return type.value;
    case "list": return [];
    case "dict": return {};
    case "record": return Object.fromEntries(Object.entries(type.fields).flatMap(([name, field]) => (field.optional === true ? [] : [[name, sampleOf(field.type)]])));
    case "union": return type.of[0] === undefined ? null : sampleOf(type.of[0]);
    case "null": return null;
    case "str": case "any": case "hole": case "never": return "…";
    default: return unreachable(type, "sampleOf");
  }
}
