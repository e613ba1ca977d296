import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import type { Signature, SubjectSignature } from "../../schemas/expr/signature.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { filters } from "../../schemas/template/filters.ts";
import { types, type Type } from "../../schemas/type.ts";
import { typeOf } from "./check.ts";
import { bindVariables, typeOfItems } from "./check-access.ts";
import { withLocals, type ExprEnv } from "./env.ts";
import { parseExpression } from "./expression.ts";
import { placeInExpression } from "./place.ts";
import { fits, membersOf } from "./types.ts";
import { isOperand, openBracket, scanLoose, startOfOperand, startOfSubject, type LooseToken } from "./loose.ts";

/**
 * What is being written at an offset of an expression, by the words in front of it: the rest may be missing or wrong.
 * `start` is where the word begins that the offset stands in, or at the end of.
 */
export type Writing = { readonly start: number } & (
  /** A part of a value. */
  | { readonly what: "member"; readonly of: Type; readonly root: string | undefined }
  | { readonly what: "filter" | "test"; readonly of: Type }
  /** A value; `beside` is the type of what it is compared with. */
  | { readonly what: "value"; readonly env: ExprEnv; readonly beside: Type | undefined; readonly call: OpenCall | undefined }
  /** A word between two values. */
  | { readonly what: "operator" }
  /** The text of a literal: one of the `keys` of a value, or one that equals a value of type `beside`. */
  | { readonly what: "text"; readonly keysOf: Type | undefined; readonly beside: Type | undefined }
  /** A name of the author's own, or nothing that anybody could know. */
  | { readonly what: "nothing" }
);

/** A call whose brackets are still open. */
export interface OpenCall {
  readonly kind: "function" | "method" | "filter" | "test";
  readonly name: string;
  readonly signatures: readonly (Signature | SubjectSignature)[];
  /** The signature that its subject fits, as far as one does. */
  readonly active: number;
  /** What it is called on. */
  readonly subject: Type | undefined;
  /** How many arguments stand before, and the names of those that have one. */
  readonly argument: number;
  readonly named: readonly string[];
  /** The name of the argument that is being written, if it has one. */
  readonly keyword: string | undefined;
}

export function writingIn(text: string, at: number, env: ExprEnv): Writing {
  const scanned = scanLoose(text.slice(0, at));
  const last = scanned.at(-1);
  if (last?.kind === "open-text") return writingText(text, at, env, scanned.slice(0, -1), last.start);
  const isWord = last !== undefined && last.end === at && (last.kind === "name" || last.kind === "word");
  const start = isWord ? last.start : at;
  const before = isWord ? scanned.slice(0, -1) : scanned;
  const sign = before.at(-1);
  const on = (index: number): Type => typeOfTokens(text, before, startOfSubject(before, index), index, env, at);
  switch (sign?.image) {
    case ".": return memberOf(text, before, env, at, start);
    case "|": return { what: "filter", start, of: on(before.length - 2) };
    case "is": return { what: "test", start, of: on(before.length - 2) };
    case "not": if (before.at(-2)?.image === "is") return { what: "test", start, of: on(before.length - 3) }; break;
    case "for": return { what: "nothing", start };
    default: break;
  }
  if (last?.kind === "number" && last.end === at) return { what: "nothing", start };
  if (sign !== undefined && isOperand(sign)) return { what: "operator", start };
  return { what: "value", start, env: envAt(text, start, env, at), beside: besideOf(text, before, env, at), call: openCallIn(text, at, env) };
}

/** The innermost call around an offset whose brackets are open there; undefined where there is none. */
export function openCallIn(text: string, at: number, env: ExprEnv): OpenCall | undefined {
  const tokens = scanLoose(text.slice(0, at));
  for (let bracket = openBracket(tokens, tokens.length); bracket !== undefined; bracket = openBracket(tokens, bracket.at)) {
    const name = tokens[bracket.at - 1];
    if (tokens[bracket.at]?.image !== "(" || name?.kind !== "name") continue;
    const callee = calleeOf(text, tokens, bracket.at - 1, env, at);
    if (callee === undefined) return undefined;
    const own = tokens.slice(bracket.at + 1);
    const named = bracket.parts.flatMap((part) => (tokens[part]?.kind === "name" && tokens[part + 1]?.image === "=" ? [tokens[part]?.image ?? ""] : []));
    const keyword = own.length === 0 ? undefined : keywordAt(tokens, bracket.parts.at(-1));
    return { ...callee, argument: bracket.parts.length - 1, named, keyword };
  }
  return undefined;
}

function keywordAt(tokens: readonly LooseToken[], index: number | undefined): string | undefined {
  return index !== undefined && tokens[index + 1]?.image === "=" ? tokens[index]?.image : undefined;
}

type Callee = Pick<OpenCall, "kind" | "name" | "signatures" | "active" | "subject">;

function calleeOf(text: string, tokens: readonly LooseToken[], index: number, env: ExprEnv, at: number): Callee | undefined {
  const name = tokens[index]?.image ?? "";
  const sign = tokens[index - 1]?.image;
  const isNegated = sign === "not" && tokens[index - 2]?.image === "is";
  const kind = sign === "." ? "method" : sign === "|" ? "filter" : sign === "is" || isNegated ? "test" : "function";
  const rows: { readonly [name: string]: { readonly signatures: readonly (Signature | SubjectSignature)[] } } = { function: functions, method: methods, filter: filters, test: tests }[kind];
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row === undefined) return undefined;
  const end = index - (isNegated ? 3 : 2);
  const start = kind === "method" ? startOfOperand(tokens, end) : startOfSubject(tokens, end);
  const subject = kind === "function" ? undefined : typeOfTokens(text, tokens, start, end, env, at);
  const active = row.signatures.findIndex((each) => subject === undefined || !("subject" in each) || fits(subject, each.subject) !== "no");
  return { kind, name, signatures: row.signatures, active: Math.max(0, active), subject };
}

function memberOf(text: string, before: readonly LooseToken[], env: ExprEnv, at: number, start: number): Writing {
  const end = before.length - 2;
  const first = startOfOperand(before, end);
  const root = first === end && before[end]?.kind === "name" ? before[end]?.image : undefined;
  return { what: "member", start, of: root === "env" ? types.any : typeOfTokens(text, before, first, end, env, at), root };
}

function writingText(text: string, at: number, env: ExprEnv, before: readonly LooseToken[], open: number): Writing {
  const start = open + 1;
  const sign = before.at(-1);
  const end = before.length - 2;
  const owner = (index: number): Type => typeOfTokens(text, before, startOfOperand(before, index), index, env, at);
  const isIndex = sign?.image === "[" && before[end] !== undefined && isOperand(before[end]);
  const isGet = sign?.image === "(" && before[end]?.image === "get" && before[end - 1]?.image === ".";
  return { what: "text", start, keysOf: isIndex ? owner(end) : isGet ? owner(end - 2) : undefined, beside: besideOf(text, before, env, at) };
}

/** The type of what stands on the other side of a comparison that the tokens end with. */
function besideOf(text: string, before: readonly LooseToken[], env: ExprEnv, at: number): Type | undefined {
  const sign = before.at(-1)?.image;
  if (sign !== "==" && sign !== "!=") return undefined;
  return typeOfTokens(text, before, startOfSubject(before, before.length - 2), before.length - 2, env, at);
}

/** The type of what the tokens from one to another say. */
function typeOfTokens(text: string, tokens: readonly LooseToken[], from: number, to: number, env: ExprEnv, at: number): Type {
  const [first, last] = [tokens[from], tokens[to]];
  if (first === undefined || last === undefined || from > to) return types.any;
  return typeOf(parseExpression(text.slice(first.start, last.end)).ast, envAt(text, first.start, env, at), []);
}

/** What names mean at an offset: by the whole text, or by what is written so far, where the whole cannot be read. */
function envAt(text: string, offset: number, env: ExprEnv, at: number): ExprEnv {
  const parsed = parseExpression(text);
  const whole = placeInExpression(parsed.ast, env, offset);
  if (parsed.isWhole) return whole.env;
  const read = whole.trail.length > 1 || whole.trail[0]?.kind !== "hole" ? whole : placeInExpression(parseExpression(text.slice(0, at)).ast, env, offset);
  return withLoops(text, read.env);
}

/** `env` with the variables of loops that are written in a text and that it does not know, in whatever state the text is. */
export function withLoops(text: string, env: ExprEnv): ExprEnv {
  if (!text.includes("for")) return env;
  const tokens = scanLoose(text);
  return tokens.reduce((known, { kind, image }, index) => (kind === "word" && image === "for" ? withLoop(text, tokens, index + 1, known) : known), env);
}

function withLoop(text: string, tokens: readonly LooseToken[], from: number, env: ExprEnv): ExprEnv {
  const middle = tokens.findIndex(({ image, kind }, index) => index >= from && kind === "word" && image === "in");
  const names = tokens.slice(from, Math.max(from, middle)).filter(({ kind }) => kind === "name");
  const end = middle < 0 ? -1 : endOfLoop(tokens, middle + 1);
  const [first, last] = [tokens[middle + 1], tokens[end - 1]];
  if (names.length === 0 || names.every(({ image }) => env.locals.has(image)) || end <= middle + 1 || first === undefined || last === undefined) return env;
  const { ast } = parseExpression(text.slice(first.start, last.end));
  const items = typeOfItems(ast, typeOf(ast, env, []), []);
  return withLocals(env, bindVariables(names.map(({ image, start, end: after }) => ({ text: image, start, end: after })), items, ast, []));
}

/** Behind the last token of what a loop goes over. */
function endOfLoop(tokens: readonly LooseToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const { image, kind } = tokens[at] as LooseToken;
    if (image === "(" || image === "[" || image === "{") depth += 1;
    else if (image === ")" || image === "]" || image === "}") depth -= 1;
    if (depth < 0 || (depth === 0 && kind === "word" && (image === "if" || image === "for"))) return at;
  }
  return tokens.length;
}

/** The parts that a value of a type has, by their names, and the methods that can be called on it. */
export function membersIn(type: Type): { readonly fields: ReadonlyMap<string, Type>; readonly methods: readonly string[] } {
  const present = membersOf(type).filter(({ kind }) => kind !== "null");
  const fields = new Map(present.flatMap((member) => (member.kind === "record" ? Object.entries(member.fields).map(([name, field]) => [name, field.type] as const) : [])));
  return { fields, methods: callableOn(methods, type) };
}

/** The names of rows with a signature that takes the type; all of them, where nothing is known of it. */
export function callableOn(rows: { readonly [name: string]: { readonly signatures: readonly SubjectSignature[] } }, type: Type): readonly string[] {
  return Object.entries(rows).flatMap(([name, { signatures }]) => (signatures.some(({ subject }) => fits(type, subject) !== "no") ? [name] : []));
}
