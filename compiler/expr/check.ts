import type { Type } from "../../schemas/type.ts";
import type { Clause, ExprAst, ExprOf, NamedArgument } from "./ast.ts";
import type { TypedArguments } from "./check-calls.ts";
import type { Typed } from "./check-operators.ts";
import type { ExprEnv } from "./env.ts";
import type { Problem } from "./problem.ts";
import { unreachable } from "../../schemas/bug.ts";
import { dictOf, listOf, literal, types, unionOf } from "../../schemas/type.ts";
import { incompatibleOperands, indexType } from "../diagnostics/expr.ts";
import { shadowedVariable } from "../diagnostics/template.ts";
import { bindVariables, isRoot, typeOfIndex, typeOfItems, typeOfMember, typeOfName } from "./check-access.ts";
import { typeOfCall, typeOfFilter, typeOfMethod, typeOfTest } from "./check-calls.ts";
import { checkLink, typeOfArithmetic, typeOfNegation } from "./check-operators.ts";
import { withLocals } from "./env.ts";
import { problem } from "./problem.ts";
import { fits, join, kindOf, membersOf, named, withoutNull } from "./types.ts";

/** The type of `ast` where names mean what `env` says. What is wrong is added to `problems`; its type is a hole, which silences the rest. */
export function typeOf(ast: ExprAst, env: ExprEnv, problems: Problem[]): Type {
  const inner = (part: ExprAst): Type => typeOf(part, env, problems);
  const typed = (part: ExprAst): Typed => ({ ast: part, type: inner(part) });
  switch (ast.kind) {
    case "hole": return types.hole;
    case "literal": return ast.value === null ? types.null : literal(ast.value);
    case "name": return typeOfName(ast, env, "whole", problems);
    case "attribute": {
      const of = owner(ast.of, env, problems);
      // The parser has refused names that begin with `_`.
      return ast.name.text.startsWith("_") ? types.hole : typeOfMember(ast.of, of, ast.name, problems);
    }
    case "index": return typeOfIndex(ast, owner(ast.of, env, problems), inner(ast.at), problems);
    case "slice": return typeOfSlice(ast, env, problems);
    case "not": inner(ast.of); return types.bool;
    case "negate": return typeOfNegation(ast, inner(ast.of), problems);
    case "and": return join([inner(ast.left), inner(ast.right)]);
    // The left side of `or` is the result only where it is true, so never `None`.
    case "or": return join([withoutNull(inner(ast.left)), inner(ast.right)]);
    case "if": {
      inner(ast.test);
      return join([inner(ast.then), inner(ast.else)]);
    }
    case "compare": {
      let left = typed(ast.first);
      for (const link of ast.links) {
        const right = typed(link.to);
        checkLink(left, link, right.type, problems);
        left = right;
      }
      return types.bool;
    }
    case "is": return typeOfTest(typed(ast.of), ast.test, ast, ast.args.map(typed), problems);
    case "arithmetic": return typeOfArithmetic(ast, inner(ast.left), inner(ast.right), problems);
    case "list": return listOf(join(ast.items.map(inner)));
    case "dict": return typeOfDict(ast, env, problems);
    case "call": return typeOfCall(ast.name, ast, typedArguments(ast.args, ast.named, typed), problems);
    case "method": return typeOfMethod({ ast: ast.of, type: isEnv(ast.of) ? inner(ast.of) : owner(ast.of, env, problems) }, ast.name, ast, typedArguments(ast.args, ast.named, typed), problems);
    case "filter": return typeOfFilter(typed(ast.of), ast.name, ast, typedArguments(ast.args, ast.named, typed), problems);
    case "comprehension": {
      const within = ast.clauses.reduce((scope, clause) => withClause(clause, scope, problems), env);
      return listOf(typeOf(ast.body, within, problems));
    }
    default: return unreachable(ast, "typeOf");
  }
}

/** The type of something a part is read of. */
function owner(ast: ExprAst, env: ExprEnv, problems: Problem[]): Type {
  return ast.kind === "name" ? typeOfName(ast, env, "part", problems) : typeOf(ast, env, problems);
}

/** Variables of the environment are read one by one, so `env` itself has no methods. */
function isEnv(ast: ExprAst): boolean {
  return ast.kind === "name" && ast.name === "env";
}

function typedArguments(args: readonly ExprAst[], given: readonly NamedArgument[], typed: (ast: ExprAst) => Typed): TypedArguments {
  return { args: args.map(typed), named: given.map(({ name, value }) => ({ name, typed: typed(value) })) };
}

/** `env` with the variables of one `for … in …`. */
export function withClause(clause: Clause, env: ExprEnv, problems: Problem[]): ExprEnv {
  const items = typeOfItems(clause.in, typeOf(clause.in, env, problems), problems);
  for (const name of clause.names) {
    if (isRoot(name.text)) problems.push(problem(shadowedVariable, name, { name: name.text }));
  }
  const within = withLocals(env, bindVariables(clause.names, items, clause.in, problems));
  for (const condition of clause.if) typeOf(condition, within, problems);
  return within;
}

function typeOfSlice(ast: ExprOf<"slice">, env: ExprEnv, problems: Problem[]): Type {
  const type = typeOf(ast.of, env, problems);
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
