import type { Json, JsonObject } from "./json.ts";
import { isJsonObject, sameJson } from "./json.ts";
import { unreachable } from "./bug.ts";

/**
 * The type language of state, expressions and tool arguments.
 * `any` is gradual: consistent with everything and never the reason of an error. `hole` stands for a part already
 * reported: it silences later complaints and never leaves the compiler.
 */
export type Type =
  | { readonly kind: "any" }
  | { readonly kind: "hole" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "bool" }
  | { readonly kind: "int" }
  | { readonly kind: "float" }
  | { readonly kind: "str" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "dict"; readonly of: Type }
  | { readonly kind: "record"; readonly fields: RecordFields; readonly open: boolean }
  | { readonly kind: "union"; readonly of: readonly Type[] };

export interface RecordFields {
  readonly [name: string]: { readonly type: Type; readonly optional?: true };
}

export const types = {
  any: { kind: "any" },
  hole: { kind: "hole" },
  never: { kind: "never" },
  null: { kind: "null" },
  bool: { kind: "bool" },
  int: { kind: "int" },
  float: { kind: "float" },
  str: { kind: "str" },
} as const satisfies { readonly [name: string]: Type };

export const listOf = (of: Type): Type => ({ kind: "list", of });
export const dictOf = (of: Type): Type => ({ kind: "dict", of });
export const literal = (value: string | number | boolean): Type => ({ kind: "literal", value });

/** The smallest union of `members`: flat, without duplicates; one member is itself, none is `never`. */
export function unionOf(members: readonly Type[]): Type {
  const [only] = members;
  if (only !== undefined && members.length === 1 && only.kind !== "union") return only;
  const flat: Type[] = [];
  const add = (member: Type): void => {
    if (member.kind === "union") for (const each of member.of) add(each);
    else if (member.kind !== "never" && !flat.some((seen) => sameType(seen, member))) flat.push(member);
  };
  for (const member of members) add(member);
  const poison = flat.find((type) => type.kind === "hole") ?? flat.find((type) => type.kind === "any");
  if (poison !== undefined) return poison;
  if (flat.length === 0) return types.never;
  return flat.length === 1 ? (flat[0] as Type) : { kind: "union", of: flat };
}

export function optional(type: Type): Type {
  return unionOf([type, types.null]);
}

function sameType(a: Type, b: Type): boolean {
  return a === b || (a.kind === b.kind && sameJson(a as unknown as Json, b as unknown as Json));
}

/** How a type is written in `state_schema`, for messages and hovers. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case "any": case "never": case "null": case "bool": case "int": case "float": case "str": return type.kind;
    case "hole": return "any";
    case "literal": return `Literal[${JSON.stringify(type.value)}]`;
    case "list": return type.of.kind === "any" ? "list" : `list[${describeType(type.of)}]`;
    case "dict": return type.of.kind === "any" ? "dict" : `dict[str, ${describeType(type.of)}]`;
    case "record": {
      const fields = Object.entries(type.fields).map(([name, field]) => `${name}${field.optional ? "?" : ""}: ${describeType(field.type)}`);
      return `{${[...fields, ...(type.open ? ["..."] : [])].join(", ")}}`;
    }
    case "union": {
      const literals = type.of.filter((member) => member.kind === "literal");
      const others = type.of.filter((member) => member.kind !== "literal");
      const joined = literals.length > 0 ? [`Literal[${literals.map((member) => JSON.stringify(member.value)).join(", ")}]`] : [];
      return [...joined, ...others.map((member) => (member.kind === "null" ? "None" : describeType(member)))].join(" | ");
    }
    default: return unreachable(type, "describeType");
  }
}

/** Why a value does not fit a type: the path to the first part that does not, and what was wanted there. */
export interface Misfit {
  /** As in `state.plan.steps[2]`, without the root: `.steps[2]`; empty for the value itself. */
  readonly path: string;
  readonly expected: Type;
  readonly found: string;
}

/** The first part of `value` that `type` does not admit, or `undefined` if it fits. `int` fits `float`; nothing else is coerced. */
export function misfit(value: Json, type: Type, path = ""): Misfit | undefined {
  const no = (): Misfit => ({ path, expected: type, found: kindOfValue(value) });
  switch (type.kind) {
    case "any": case "hole": return undefined;
    case "never": return no();
    case "null": return value === null ? undefined : no();
    case "bool": return typeof value === "boolean" ? undefined : no();
    case "int": return Number.isInteger(value) ? undefined : no();
    case "float": return typeof value === "number" ? undefined : no();
    case "str": return typeof value === "string" ? undefined : no();
    case "literal": return value === type.value ? undefined : no();
    case "list":
      if (!Array.isArray(value)) return no();
      return firstOf(value, (item, index) => misfit(item as Json, type.of, `${path}[${index}]`));
    case "dict":
      if (!isJsonObject(value)) return no();
      return firstOf(Object.entries(value), ([key, item]) => misfit(item, type.of, `${path}.${key}`));
    case "record": return isJsonObject(value) ? recordMisfit(value, type, path) : no();
    case "union": {
      const found = type.of.map((member) => misfit(value, member, path));
      if (found.some((each) => each === undefined)) return undefined;
      // A member of the same outer kind knows better what is wrong inside.
      return found.find((each) => each !== undefined && each.path !== path) ?? no();
    }
    default: return unreachable(type, "misfit");
  }
}

function recordMisfit(value: JsonObject, type: Extract<Type, { kind: "record" }>, path: string): Misfit | undefined {
  for (const [name, field] of Object.entries(type.fields)) {
    const at = `${path}.${name}`;
    if (!Object.hasOwn(value, name)) {
      if (field.optional) continue;
      return { path: at, expected: field.type, found: "nothing" };
    }
    const inner = misfit(value[name] as Json, field.type, at);
    if (inner !== undefined) return inner;
  }
  if (type.open) return undefined;
  const extra = Object.keys(value).find((key) => !Object.hasOwn(type.fields, key));
  return extra === undefined ? undefined : { path: `${path}.${extra}`, expected: types.never, found: kindOfValue(value[extra] as Json) };
}

function firstOf<T>(items: readonly T[], look: (item: T, index: number) => Misfit | undefined): Misfit | undefined {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The kind of a value in the author's words: `str`, `int`, `list`, `dict`, … */
export function kindOfValue(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return Array.isArray(value) ? "list" : "dict";
}
