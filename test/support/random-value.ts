import { unreachable } from "../../schemas/bug.ts";
import type { Json } from "../../schemas/json.ts";
import type { Type } from "../../schemas/type.ts";
import { pick } from "./mutate.ts";

/** A value that fits `type`; empty ones and awkward ones among them. */
export function valueOf(type: Type, random: () => number): Json {
  switch (type.kind) {
    case "any": case "hole": return pick<Json>([null, true, 0, 2.5, "", "text", [], [1, "a"], {}, { k: 1 }], random);
    case "never": case "null": return null;
    case "bool": return random() < 0.5;
    case "int": return pick([0, 1, -1, 2, 3, 7, 42, 1_000], random);
    case "float": return pick([0, 1, -1.5, 0.25, 3, 1e6], random);
    case "str": return pick(["", "a", "abc", "a, b", "Ünïcode 😀", "12", "{{ state.s }}", "line\nline"], random);
    case "literal": return type.value;
    case "list": return Array.from({ length: Math.floor(random() * 4) }, () => valueOf(type.of, random));
    case "dict": return Object.fromEntries(["k", "a", "title"].slice(Math.floor(random() * 4)).map((key) => [key, valueOf(type.of, random)]));
    case "record": return Object.fromEntries(Object.entries(type.fields).flatMap(([name, field]) => (field.optional && random() < 0.5 ? [] : [[name, valueOf(field.type, random)]])));
    case "union": return valueOf(pick(type.of, random), random);
    default: return unreachable(type, "valueOf");
  }
}
