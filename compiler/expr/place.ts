import { unreachable } from "../../schemas/bug.ts";
import type { Type } from "../../schemas/type.ts";
import { childrenOf, type Clause, type ExprAst, type ExprOf, type Range, type Word } from "./ast.ts";
import { withClause, typeOf } from "./check.ts";
import { describeValues } from "./describe-values.ts";
import type { ExprEnv } from "./env.ts";
import { accessPath, factKey, noFacts } from "./facts.ts";
import { besides } from "./sides.ts";
import { valuesOfType } from "./value-set.ts";

/** What stands around an offset of an expression, and what names mean there. */
export interface ExprPlace {
  /** The expressions around the offset, the whole first and the innermost last. Empty in the head of a loop, beside its expressions. */
  readonly trail: readonly ExprAst[];
  readonly env: ExprEnv;
  /** The variable that is named there for the first time, and what it will hold. */
  readonly variable: { readonly name: Word; readonly type: Type } | undefined;
}

/** What is known of the value of an expression. */
export interface ValueFact {
  /** What it may be here, behind the conditions on the way. */
  readonly type: Type;
  /** What it may be by its declaration alone. */
  readonly declared: Type;
  /** The values that are left, in a few words; undefined where the type says as much. */
  readonly values: string | undefined;
}

/** Where `at` stands in `ast`; at the very end of a part it still does. */
export function placeInExpression(ast: ExprAst, env: ExprEnv, at: number): ExprPlace {
  const trail = [ast];
  let known = env;
  for (let inner: ExprAst | undefined = ast; inner !== undefined;) {
    const next: Step | undefined = inner.kind === "comprehension" ? placeInComprehension(inner, known, at) : stepInto(inner, known, at);
    if (next === undefined) break;
    if (next.ast === undefined) return { trail, env: next.env, variable: next.variable };
    trail.push(next.ast);
    known = next.env;
    inner = next.ast;
  }
  return { trail, env: known, variable: undefined };
}

/** Where `at` stands in the head of a loop; undefined where it stands beside it. */
export function placeInClause(clause: Clause, env: ExprEnv, at: number): ExprPlace | undefined {
  const next = stepIntoClause(clause, env, at);
  if (next === undefined) return undefined;
  return next.ast === undefined ? { trail: [], env: next.env, variable: next.variable } : placeInExpression(next.ast, next.env, at);
}

/** What is known of the value of an expression where names mean what `env` says. */
export function valueFact(ast: ExprAst, env: ExprEnv): ValueFact {
  const type = typeOf(ast, env, []);
  const path = accessPath(ast);
  const set = path && env.facts.get(factKey(path));
  const values = set && describeValues(set);
  return {
    type,
    declared: env.facts.size === 0 ? type : typeOf(ast, { ...env, facts: noFacts }, []),
    values: values === describeValues(valuesOfType(type)) ? undefined : values,
  };
}

/** A part, or a variable, around an offset. */
type Step =
  | { readonly ast: ExprAst; readonly env: ExprEnv }
  | { readonly ast: undefined; readonly env: ExprEnv; readonly variable: NonNullable<ExprPlace["variable"]> };

function stepInto(ast: Exclude<ExprAst, ExprOf<"comprehension">>, env: ExprEnv, at: number): Step | undefined {
  const part = childrenOf(ast).find((each) => holds(each, at));
  return part && { ast: part, env: envOf(part, ast, env) };
}

/** What is known where a part of `ast` is evaluated. */
function envOf(part: ExprAst, ast: ExprAst, env: ExprEnv): ExprEnv {
  switch (ast.kind) {
    case "and": return part === ast.right ? besides(ast.left, env).ifTrue : env;
    case "or": return part === ast.right ? besides(ast.left, env).ifFalse : env;
    case "if": return part === ast.then ? besides(ast.test, env).ifTrue : part === ast.else ? besides(ast.test, env).ifFalse : env;
    case "hole": case "literal": case "name": case "attribute": case "index": case "slice": case "not": case "negate": case "compare": case "is":
    case "arithmetic": case "list": case "dict": case "call": case "method": case "filter": case "comprehension":
      return env;
    default: return unreachable(ast, "envOf");
  }
}

function placeInComprehension({ clauses, body }: ExprOf<"comprehension">, env: ExprEnv, at: number): Step | undefined {
  let within = env;
  for (const clause of clauses) {
    const found = stepIntoClause(clause, within, at);
    if (found !== undefined) return found;
    within = withClause(clause, within, []);
  }
  return holds(body, at) ? { ast: body, env: within } : undefined;
}

function stepIntoClause(clause: Clause, env: ExprEnv, at: number): Step | undefined {
  if (holds(clause.in, at)) return { ast: clause.in, env };
  const index = clause.if.findIndex((each) => holds(each, at));
  const test = clause.if[index];
  if (test !== undefined) return { ast: test, env: withClause({ ...clause, if: clause.if.slice(0, index) }, env, []) };
  const name = clause.names.find((each) => holds(each, at));
  const type = name && withClause({ ...clause, if: [] }, env, []).locals.get(name.text);
  return name === undefined || type === undefined ? undefined : { ast: undefined, env, variable: { name, type } };
}

function holds({ start, end }: Range, at: number): boolean {
  return start <= at && at <= end;
}
