import type { Comparison } from "../../schemas/expr/ir.ts";
import type { Type } from "../../schemas/type.ts";
import type { Clause, ExprAst, ExprOf } from "./ast.ts";
import type { TypedArguments } from "./call-problems.ts";
import type { Typed } from "./check-operators.ts";
import type { ExprEnv } from "./env.ts";
import type { Problem } from "./problem.ts";
import { unreachable } from "../../schemas/bug.ts";
import { dictOf, listOf, literal, types, unionOf } from "../../schemas/type.ts";
import { chainedConfusion, incompatibleOperands, indexType } from "../diagnostics/expr.ts";
import { shadowedVariable } from "../diagnostics/template.ts";
import { bindVariables, isRoot, typeOfIndex, typeOfItems, typeOfMember, typeOfName } from "./check-access.ts";
import { typeOfCall, typeOfFilter, typeOfMethod, typeOfTest } from "./check-calls.ts";
import { checkLink, typeOfArithmetic, typeOfNegation } from "./check-operators.ts";
import { withLocals } from "./env.ts";
import { accessPath, factKey, sharpen } from "./facts.ts";
import { checkPresent, unset } from "./presence.ts";
import { problem } from "./problem.ts";
import { beside, besides, seedsIn } from "./sides.ts";
import { fits, join, kindOf, membersOf, named, withoutNull } from "./types.ts";

/** The type of `ast` where names mean what `env` says. What is wrong is added to `problems`; its type is a hole, which silences the rest. */
export function typeOf(ast: ExprAst, env: ExprEnv, problems: Problem[]): Type {
  switch (ast.kind) {
    case "hole": return types.hole;
    case "literal": return ast.value === null ? types.null : literal(ast.value);
    case "name": return known(ast, typeOfName(ast, env, "whole", problems), env);
    case "attribute": {
      const of = checkPresent(ast.of, owner(ast.of, env, problems), problems);
      // The parser has refused names that begin with `_`.
      return ast.name.text.startsWith("_") ? types.hole : known(ast, typeOfMember(ast.of, of, ast.name, isEnv(ast.of) ? "fails" : "none", problems), env);
    }
    default: return typeOfWhole(ast, env, problems);
  }
}

/** The type of what has parts of its own, beyond a path. */
function typeOfWhole(ast: Exclude<ExprAst, ExprOf<"hole" | "literal" | "name" | "attribute">>, env: ExprEnv, problems: Problem[]): Type {
  switch (ast.kind) {
    case "index": return known(ast, typeOfIndex(ast, checkPresent(ast.of, owner(ast.of, env, problems), problems), typeOf(ast.at, env, problems), problems), env);
    case "slice": return typeOfSlice(ast, env, problems);
    case "not": typeOf(ast.of, env, problems); return types.bool;
    case "negate": return typeOfNegation(ast, checkPresent(ast.of, typeOf(ast.of, env, problems), problems), problems);
    case "and": return typeOfAnd(ast, env, problems);
    // The left side of `or` is the result only where it is true, so never `None`.
    case "or": return join([withoutNull(typeOf(ast.left, env, problems)), typeOf(ast.right, beside("ifFalse", ast.left, env), problems)]);
    case "if": {
      typeOf(ast.test, env, problems);
      return join([typeOf(ast.then, beside("ifTrue", ast.test, env), problems), typeOf(ast.else, beside("ifFalse", ast.test, env), problems)]);
    }
    case "compare": {
      checkChain(ast, problems);
      let left = typed(ast.first, env, problems);
      let result: Type = types.bool;
      for (const link of ast.links) {
        const right = typed(link.to, env, problems);
        if (isOrder(link.cmp)) for (const side of [left, right]) checkPresent(side.ast, side.type, problems);
        if (checkLink(left, link, right.type, problems).kind === "hole") result = types.hole;
        left = right;
      }
      return result;
    }
    case "is": return typeOfTest(typed(ast.of, env, problems), ast.test, ast, ast.args.map((arg) => typed(arg, env, problems)), problems);
    case "arithmetic": return typeOfArithmetic(ast, checkPresent(ast.left, typeOf(ast.left, env, problems), problems), checkPresent(ast.right, typeOf(ast.right, env, problems), problems), problems);
    case "list": return listOf(join(ast.items.map((item) => typeOf(item, env, problems))));
    case "dict": return typeOfDict(ast, env, problems);
    case "call": return typeOfCall(ast.name, ast, typedArguments(ast, env, problems), problems);
    case "method": return typeOfMethod({ ast: ast.of, type: isEnv(ast.of) ? typeOf(ast.of, env, problems) : checkPresent(ast.of, owner(ast.of, env, problems), problems) }, ast.name, ast, typedArguments(ast, env, problems), problems);
    case "filter": return typeOfFilter(typed(ast.of, env, problems), ast.name, ast, typedArguments(ast, env, problems), problems);
    case "comprehension": {
      const within = ast.clauses.reduce((scope, clause) => withClause(clause, scope, problems), env);
      return listOf(typeOf(ast.body, within, problems));
    }
    default: return unreachable(ast, "typeOfWhole");
  }
}

/** The left side is the result only where it is false: what is always true is left out, and a key that may be unset is `None`. */
function typeOfAnd(ast: ExprOf<"and" | "or">, env: ExprEnv, problems: Problem[]): Type {
  const left = typeOf(ast.left, env, problems);
  const right = typeOf(ast.right, beside("ifTrue", ast.left, env), problems);
  const kept = membersOf(left).filter((member) => member.kind !== "literal" || !member.value);
  return join([...kept, right, ...(mayBeUnset(ast.left, env) ? [unset] : [])]);
}

/** Whether `ast` reads a key that may be unset, as far as types and the conditions around it tell. */
function mayBeUnset(ast: ExprAst, env: ExprEnv): boolean {
  const path = accessPath(ast);
  return path?.root === "state" && path.keys.length > 0 && !env.locals.has(path.root) && (env.facts.get(factKey(path)) ?? seedsIn(env)(path)).none;
}

/** The type of something a part is read of. */
function owner(ast: ExprAst, env: ExprEnv, problems: Problem[]): Type {
  return ast.kind === "name" ? known(ast, typeOfName(ast, env, "part", problems), env) : typeOf(ast, env, problems);
}

/** The type of a path behind the conditions that spoke of it. */
function known(ast: ExprAst, type: Type, env: ExprEnv): Type {
  if (type.kind !== "union" || env.facts.size === 0) return type;
  const path = accessPath(ast);
  const set = path === undefined ? undefined : env.facts.get(factKey(path));
  return set === undefined ? type : sharpen(type, set);
}

/** Warns of a chain that is neither one of equals nor one of order. */
function checkChain(ast: ExprOf<"compare">, problems: Problem[]): void {
  const [first, second] = ast.links;
  if (first === undefined || second === undefined || ast.links.every(({ cmp }) => cmp === "==") || ast.links.every(({ cmp }) => isOrder(cmp))) return;
  problems.push(problem(chainedConfusion, ast, { first: first.cmp, second: second.cmp }));
}

function isOrder(cmp: Comparison): boolean {
  return cmp !== "==" && cmp !== "!=" && cmp !== "in" && cmp !== "not in";
}

/** Variables of the environment are read one by one, so `env` itself has no methods. */
function isEnv(ast: ExprAst): boolean {
  return ast.kind === "name" && ast.name === "env";
}

function typed(ast: ExprAst, env: ExprEnv, problems: Problem[]): Typed {
  return { ast, type: typeOf(ast, env, problems) };
}

function typedArguments({ args, named: given }: ExprOf<"call" | "method" | "filter">, env: ExprEnv, problems: Problem[]): TypedArguments {
  return { args: args.map((arg) => typed(arg, env, problems)), named: given.map(({ name, value }) => ({ name, typed: typed(value, env, problems) })) };
}

/** `env` with the variables of one `for … in …`. */
export function withClause(clause: Clause, env: ExprEnv, problems: Problem[]): ExprEnv {
  const items = typeOfItems(clause.in, checkPresent(clause.in, typeOf(clause.in, env, problems), problems), problems);
  for (const name of clause.names) {
    if (isRoot(name.text)) problems.push(problem(shadowedVariable, name, { name: name.text }));
  }
  const within = withLocals(env, bindVariables(clause.names, items, clause.in, problems));
  return clause.if.reduce((scope, condition) => {
    typeOf(condition, scope, problems);
    return besides(condition, scope).ifTrue;
  }, within);
}

function typeOfSlice(ast: ExprOf<"slice">, env: ExprEnv, problems: Problem[]): Type {
  const type = checkPresent(ast.of, typeOf(ast.of, env, problems), problems);
  for (const bound of [ast.from, ast.to, ast.step]) {
    if (bound === undefined) continue;
    const found = typeOf(bound, env, problems);
    if (found.kind !== "null" && fits(found, types.int) === "no") problems.push(problem(indexType, bound, { owner: "a slice", wanted: "int", found: named(found) }));
  }
  const sliced = membersOf(type).filter((member) => kindOf(member) === "list" || kindOf(member) === "str" || member.kind === "any" || member.kind === "hole");
  if (sliced.length > 0) return unionOf(sliced.map((member) => (member.kind === "literal" ? types.str : member)));
  problems.push(problem(incompatibleOperands, ast.of, { what: `cannot slice ${named(type)}`, help: "slice a list or a text" }));
  return types.hole;
}

function typeOfDict(ast: ExprOf<"dict">, env: ExprEnv, problems: Problem[]): Type {
  const fields: { [name: string]: { readonly type: Type } } = {};
  const values: Type[] = [];
  let isRecord = true;
  for (const [key, value] of ast.entries) {
    const keyType = typeOf(key, env, problems);
    const type = typeOf(value, env, problems);
    values.push(type);
    if (fits(keyType, types.str) === "no") problems.push(problem(indexType, key, { owner: "a mapping", wanted: "str", found: named(keyType) }));
    if (key.kind === "literal" && typeof key.value === "string") Object.defineProperty(fields, key.value, { value: { type }, enumerable: true, configurable: true });
    else isRecord = false;
  }
  return isRecord ? { kind: "record", fields, open: false } : dictOf(join(values));
}
