import type { Json } from "../json.ts";
import type { Type } from "../type.ts";
import { unreachable } from "../bug.ts";
import { describeType } from "../type.ts";

/** A type as a row of our tables writes it: `T` and `U` stand for whatever the call brings. */
export type TypeScheme =
  | Type
  | { readonly kind: "variable"; readonly name: "T" | "U" }
  | { readonly kind: "list"; readonly of: TypeScheme }
  | { readonly kind: "dict"; readonly of: TypeScheme }
  | { readonly kind: "union"; readonly of: readonly TypeScheme[] };

export interface Parameter {
  readonly name: string;
  readonly type: TypeScheme;
  /** `keyword` is only ever given by name; `rest` takes all positional arguments that are left. */
  readonly given: "required" | "optional" | "keyword" | "rest";
  /** What an absent argument stands for, where it is a value. */
  readonly default?: Json;
}

/** One way to call it. Several signatures are tried in order; the first that fits gives the result. */
export interface Signature {
  readonly params: readonly Parameter[];
  readonly returns: TypeScheme;
}

/** An expression and what it gives: shown in the reference, run by the tests. */
export interface Example {
  readonly text: string;
  readonly gives: Json;
}

/** A function, or a method whose receiver is named by its table. */
export interface CallRow {
  readonly doc: string;
  readonly signatures: readonly Signature[];
  readonly example: Example;
}

/** A call on a subject: a method, a filter or a test. */
export interface SubjectSignature extends Signature {
  readonly subject: TypeScheme;
}

export interface SubjectRow {
  readonly doc: string;
  readonly signatures: readonly SubjectSignature[];
  readonly example: Example;
}

export const T: TypeScheme = { kind: "variable", name: "T" };
export const U: TypeScheme = { kind: "variable", name: "U" };
export const listScheme = (of: TypeScheme): TypeScheme => ({ kind: "list", of });
export const dictScheme = (of: TypeScheme): TypeScheme => ({ kind: "dict", of });
export const oneOf = (...of: readonly TypeScheme[]): TypeScheme => ({ kind: "union", of });

export function required(name: string, type: TypeScheme): Parameter {
  return { name, type, given: "required" };
}

export function optionally(name: string, type: TypeScheme, fallback?: Json): Parameter {
  return { name, type, given: "optional", ...(fallback === undefined ? {} : { default: fallback }) };
}

export function keyword(name: string, type: TypeScheme, fallback?: Json): Parameter {
  return { ...optionally(name, type, fallback), given: "keyword" };
}

export function rest(name: string, type: TypeScheme): Parameter {
  return { name, type, given: "rest" };
}

export function signature(params: readonly Parameter[], returns: TypeScheme): Signature {
  return { params, returns };
}

export function on(subject: TypeScheme, params: readonly Parameter[], returns: TypeScheme): SubjectSignature {
  return { subject, params, returns };
}

/** Where the arguments of one call go, or the first reason why they do not. */
export type Binding<A> =
  | { readonly ok: true; readonly bound: readonly { readonly param: Parameter; readonly args: readonly A[] }[] }
  | { readonly ok: false; readonly problem: "too-many"; readonly at: A }
  | { readonly ok: false; readonly problem: "missing"; readonly name: string }
  | { readonly ok: false; readonly problem: "unknown-name" | "given-twice"; readonly name: string };

const noNames: { readonly [name: string]: never } = {};
const noArguments: readonly never[] = [];

/**
 * Gives each parameter its arguments, as Python does: positional ones from the left, then named ones.
 * An optional parameter without an argument has none; only `rest` can have several. The checker binds types with it,
 * the runtime binds values.
 */
export function bindArguments<A>(params: readonly Parameter[], args: readonly A[], named: { readonly [name: string]: A } = noNames): Binding<A> {
  for (const name in named) {
    if (!params.some((param) => param.name === name && param.given !== "rest")) return { ok: false, problem: "unknown-name", name };
  }
  const bound: { readonly param: Parameter; readonly args: readonly A[] }[] = [];
  let next = 0;
  for (const param of params) {
    const byName = named !== noNames && Object.hasOwn(named, param.name) ? [named[param.name] as A] : noArguments;
    if (param.given === "keyword") {
      bound.push({ param, args: byName });
    } else if (param.given === "rest") {
      bound.push({ param, args: args.slice(next) });
      next = args.length;
    } else if (next < args.length) {
      if (byName.length > 0) return { ok: false, problem: "given-twice", name: param.name };
      bound.push({ param, args: args.slice(next, next + 1) });
      next += 1;
    } else if (byName.length === 0 && param.given === "required") {
      return { ok: false, problem: "missing", name: param.name };
    } else {
      bound.push({ param, args: byName });
    }
  }
  return next < args.length ? { ok: false, problem: "too-many", at: args[next] as A } : { ok: true, bound };
}

/** A scheme in words: variables as their letters, `list[T]`; otherwise as `describeType`. */
export function describeScheme(scheme: TypeScheme): string {
  switch (scheme.kind) {
    case "variable": return scheme.name;
    case "list": return scheme.of.kind === "any" ? "list" : `list[${describeScheme(scheme.of)}]`;
    case "dict": return scheme.of.kind === "any" ? "dict" : `dict[str, ${describeScheme(scheme.of)}]`;
    case "union": return scheme.of.map((member) => (member.kind === "null" ? "None" : describeScheme(member))).join(" | ");
    case "any": case "hole": case "never": case "null": case "bool": case "int": case "float": case "str": case "literal": case "record":
      return describeType(scheme);
    default: return unreachable(scheme, "describeScheme");
  }
}

/** `truncate(length: int = 255, end: str = "...") -> str`, for hovers and pages. */
export function describeSignature(name: string, { params, returns }: Signature): string {
  return `${name}(${params.map(describeParameter).join(", ")}) -> ${describeScheme(returns)}`;
}

/** A parameter as `describeSignature` writes it. */
export function describeParameter({ name, type, given, default: preset }: Parameter): string {
  const open = given !== "required" && given !== "rest" && preset === undefined ? "?" : "";
  return `${given === "rest" ? "*" : ""}${name}${open}: ${describeScheme(type)}${preset === undefined ? "" : ` = ${JSON.stringify(preset)}`}`;
}
