import type { TypeScheme } from "../../schemas/expr/signature.ts";
import type { RecordFields, Type } from "../../schemas/type.ts";
import { unreachable } from "../../schemas/bug.ts";
import { describeType, dictOf, listOf, types, unionOf } from "../../schemas/type.ts";

/** Whether values of one type can stand where another is wanted: on each run, on some, on none. Only `no` is an error. */
export type Fit = "yes" | "maybe" | "no";

/** What the variables of a scheme stand for in one call. */
export interface Bindings {
  T?: Type;
  U?: Type;
}

/**
 * Whether `type` fits `wanted`, binding the variables of a scheme. `any` and `hole` may fit everything; `None` as one
 * of several members is left out of account, since all state may be unset; a fraction may turn out whole.
 */
export function fits(type: Type, wanted: TypeScheme, bindings: Bindings = {}): Fit {
  if (wanted.kind === "variable") {
    const bound = bindings[wanted.name];
    bindings[wanted.name] = bound === undefined ? type : join([bound, type]);
    return "yes";
  }
  if (wanted.kind === "any" || wanted.kind === "hole" || type.kind === "never") return "yes";
  if (type.kind === "any" || type.kind === "hole") {
    bindAll(wanted, type, bindings);
    return "maybe";
  }
  if (type.kind === "union") return fitsUnion(type.of, wanted, bindings);
  if (wanted.kind === "union") return fitsOneOf(type, wanted.of, bindings);
  switch (wanted.kind) {
    case "never": return "no";
    case "null": case "bool": case "str": return kindOf(type) === wanted.kind ? "yes" : "no";
    case "int": return kindOf(type) === "int" ? "yes" : type.kind === "float" ? "maybe" : "no";
    case "float": return kindOf(type) === "int" || kindOf(type) === "float" ? "yes" : "no";
    case "literal":
      if (type.kind === "literal") return type.value === wanted.value ? "yes" : "no";
      return kindOf(type) === kindOfLiteral(wanted.value) ? "maybe" : "no";
    case "list": return type.kind === "list" ? fits(type.of, wanted.of, bindings) : "no";
    case "dict":
      if (type.kind === "dict") return fits(type.of, wanted.of, bindings);
      return type.kind === "record" ? fits(valuesOf(type), wanted.of, bindings) : "no";
    case "record": return fitsRecord(type, wanted.fields, wanted.open);
    default: return unreachable(wanted, "fits");
  }
}

function fitsUnion(members: readonly Type[], wanted: TypeScheme, bindings: Bindings): Fit {
  const present = members.filter((member) => member.kind !== "null");
  if (present.length === 0) return fits(types.null, wanted, bindings);
  const found = present.map((member) => fits(member, wanted, bindings));
  if (found.every((each) => each === "yes")) return "yes";
  return found.every((each) => each === "no") ? "no" : "maybe";
}

/** A variable among the members takes only what no other member does. */
function fitsOneOf(type: Type, members: readonly TypeScheme[], bindings: Bindings): Fit {
  let best: Fit = "no";
  for (const member of members) {
    const found = member.kind === "variable" ? "no" : fits(type, member, bindings);
    if (found === "yes") return "yes";
    if (found === "maybe") best = "maybe";
  }
  const variable = members.find((member) => member.kind === "variable");
  return variable === undefined ? best : fits(type, variable, bindings);
}

function fitsRecord(type: Type, fields: RecordFields, isOpen: boolean): Fit {
  if (type.kind === "dict") return "maybe";
  if (type.kind !== "record") return "no";
  let worst: Fit = "yes";
  for (const [name, wanted] of Object.entries(fields)) {
    const own = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
    const found: Fit = own === undefined ? (wanted.optional ? "yes" : type.open ? "maybe" : "no") : fits(own.type, wanted.type);
    if (found === "no") return "no";
    if (found === "maybe") worst = "maybe";
  }
  const hasExtra = Object.keys(type.fields).some((name) => !Object.hasOwn(fields, name));
  return hasExtra && !isOpen ? "no" : worst;
}

function bindAll(wanted: TypeScheme, type: Type, bindings: Bindings): void {
  if (wanted.kind === "variable") fits(type, wanted, bindings);
  else if (wanted.kind === "list" || wanted.kind === "dict") bindAll(wanted.of, type, bindings);
  else if (wanted.kind === "union") for (const member of wanted.of) bindAll(member, type, bindings);
}

/** The type a scheme stands for; a variable that nothing bound is `any`. */
export function substitute(scheme: TypeScheme, bindings: Bindings): Type {
  switch (scheme.kind) {
    case "variable": return bindings[scheme.name] ?? types.any;
    case "list": return listOf(substitute(scheme.of, bindings));
    case "dict": return dictOf(substitute(scheme.of, bindings));
    case "union": return join(scheme.of.map((member) => substitute(member, bindings)));
    default: return scheme;
  }
}

/** Whether a value of `a` can equal a value of `b`: `kind` if not even their kinds meet, `value` if only literals differ. */
export function clash(a: Type, b: Type): "kind" | "value" | undefined {
  const [lefts, rights] = [membersOf(a), membersOf(b)];
  // Where one side alone may be `None`, that is no value at which the two meet.
  const [left, right] = lefts.some(isNull) && rights.some(isNull) ? [lefts, rights] : [membersOf(withoutNull(a)), membersOf(withoutNull(b))];
  const found = left.flatMap((one) => right.map((other) => clashOfMembers(one, other)));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return found.includes("value") ? "value" : "kind";
}

function clashOfMembers(a: Type, b: Type): "kind" | "value" | undefined {
  const left = family(a);
  const right = family(b);
  // Any value may be unset, so comparing with `None` always decides something.
  if (left === "any" || right === "any" || left === "null" || right === "null") return undefined;
  if (left !== right) return "kind";
  return a.kind === "literal" && b.kind === "literal" && a.value !== b.value ? "value" : undefined;
}

type Family = "any" | "null" | "bool" | "number" | "str" | "list" | "dict";

function family(type: Type): Family {
  const kind = kindOf(type);
  switch (kind) {
    case "int": case "float": return "number";
    case "record": return "dict";
    case "hole": case "never": case "union": return "any";
    case "any": case "null": case "bool": case "str": case "list": case "dict": return kind;
    default: return unreachable(kind, "family");
  }
}

/** The type of a value that has one of several types: a literal is lost in its kind, `int` in `float`. */
export function join(several: readonly Type[]): Type {
  const all = unionOf(several);
  if (all.kind !== "union") return all;
  const kinds = new Set(all.of.map((member) => member.kind));
  return unionOf(
    all.of.filter((member) => {
      if (kinds.has("float") && kindOf(member) === "int") return false;
      return member.kind !== "literal" || !kinds.has(kindOf(member));
    }),
  );
}

function isNull({ kind }: Type): boolean {
  return kind === "null";
}

/** The members of a union, or the type alone. */
export function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.of : [type];
}

/** The type without `None`, unless it is nothing else. */
export function withoutNull(type: Type): Type {
  const rest = membersOf(type).filter((member) => !isNull(member));
  return rest.length === 0 ? type : unionOf(rest);
}

/** What all values of a record have in common: the type it has as a mapping. */
export function valuesOf({ fields, open }: Extract<Type, { kind: "record" }>): Type {
  return open ? types.any : unionOf(Object.values(fields).map((field) => field.type));
}

/** The type without literals: `Literal["a"]` is `str`. */
function widen(type: Type): Type {
  switch (type.kind) {
    case "literal": return types[kindOfLiteral(type.value)];
    case "list": return listOf(widen(type.of));
    case "dict": return dictOf(widen(type.of));
    case "union": return unionOf(type.of.map(widen));
    default: return type;
  }
}

/** A type in a message: short, without literals. */
export function named(type: Type): string {
  if (type.kind === "null") return "None";
  if (type.kind === "record") return "dict";
  if (type.kind === "list" && type.of.kind === "never") return "list";
  return describeType(widen(type));
}

export function kindOf(type: Type): Exclude<Type["kind"], "literal"> {
  return type.kind === "literal" ? kindOfLiteral(type.value) : type.kind;
}

function kindOfLiteral(value: string | number | boolean): "str" | "bool" | "int" | "float" {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(value) ? "int" : "float";
}
