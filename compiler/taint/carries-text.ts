import { unreachable } from "../../schemas/bug.ts";
import type { Type } from "../../schemas/type.ts";

/**
 * Whether a value of this type may hold a text that somebody was free to choose. A number, a truth value and one of a few
 * given texts hold none; what is not known is not held against anybody.
 */
export function carriesText(type: Type): boolean {
  switch (type.kind) {
    case "str": case "any": return true;
    case "hole": case "never": case "null": case "bool": case "int": case "float": case "literal": return false;
    case "list": case "dict": return carriesText(type.of);
    case "record": return type.open || Object.values(type.fields).some((field) => carriesText(field.type));
    case "union": return type.of.some(carriesText);
    default: return unreachable(type, "carriesText");
  }
}

/** The type behind the keys of a path, as far as it is known: `any` beyond. */
export function typeAlong(type: Type, path: readonly string[]): Type {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  switch (type.kind) {
    case "record": {
      const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
      return field === undefined ? { kind: type.open ? "any" : "hole" } : typeAlong(field.type, rest);
    }
    case "dict": return typeAlong(type.of, rest);
    case "union": return { kind: "union", of: type.of.map((member) => typeAlong(member, path)) };
    case "any": return type;
    default: return { kind: "hole" };
  }
}
