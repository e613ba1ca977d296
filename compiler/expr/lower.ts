import type { ExprIr } from "../../schemas/expr/ir.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import type { ExprAst, ExprOf, NamedArgument } from "./ast.ts";
import type { ParsedExpression } from "./expression.ts";
import { Bug, unreachable } from "../../schemas/bug.ts";
import { testName } from "./check-calls.ts";

/** The variables in reach: their names hide roots. */
export type LocalNames = ReadonlySet<string>;

export const noLocals: LocalNames = new Set();

/** An expression without variables of its own as the runtime evaluates it. It must have been checked without errors. */
export function lowerExpression({ ast }: ParsedExpression): ExprIr {
  return lowerAst(ast, noLocals);
}

/** A checked expression as the runtime evaluates it. A hole, or a name that is neither root nor variable, is a `Bug`: `ast` was not checked. */
export function lowerAst(ast: ExprAst, locals: LocalNames): ExprIr {
  switch (ast.kind) {
    case "hole": throw new Bug("a hole was lowered");
    case "literal": return { op: "lit", value: ast.value };
    case "name":
      if (locals.has(ast.name)) return { op: "local", name: ast.name };
      return rootIrs.get(ast.name) ?? noVariable(ast.name);
    case "attribute": return { op: "get", of: lowerAst(ast.of, locals), key: ast.name.text };
    default: return lowerWhole(ast, locals);
  }
}

/** Most of what is read begins with the same few roots. */
const rootIrs: ReadonlyMap<string, ExprIr> = new Map(rootNames.map((name) => [name, { op: "root", name }]));

function noVariable(name: string): never {
  throw new Bug(`'${name}' was lowered, but is no variable`);
}

/** What has parts of its own, beyond a path. */
function lowerWhole(ast: Exclude<ExprAst, ExprOf<"hole" | "literal" | "name" | "attribute">>, locals: LocalNames): ExprIr {
  switch (ast.kind) {
    case "index": return lowerIndex(lowerAst(ast.of, locals), lowerAst(ast.at, locals));
    case "slice": return { op: "slice", of: lowerAst(ast.of, locals), ...bound("from", ast.from, locals), ...bound("to", ast.to, locals), ...bound("step", ast.step, locals) };
    case "not": return { op: "not", of: lowerAst(ast.of, locals) };
    case "negate": {
      const of = lowerAst(ast.of, locals);
      return of.op === "lit" && typeof of.value === "number" ? { op: "lit", value: 0 - of.value } : { op: "negate", of };
    }
    case "and": case "or": return { op: ast.kind, left: lowerAst(ast.left, locals), right: lowerAst(ast.right, locals) };
    case "if": return { op: "if", test: lowerAst(ast.test, locals), then: lowerAst(ast.then, locals), else: lowerAst(ast.else, locals) };
    case "compare": return { op: "compare", first: lowerAst(ast.first, locals), links: ast.links.map(({ cmp, to }) => ({ cmp, to: lowerAst(to, locals) })) };
    case "is": return { op: "is", of: lowerAst(ast.of, locals), test: testName(ast.test), args: lowerEach(ast.args, locals), negated: ast.negated };
    case "arithmetic": return { op: "arithmetic", fn: ast.fn, left: lowerAst(ast.left, locals), right: lowerAst(ast.right, locals) };
    case "list": {
      const items = lowerEach(ast.items, locals);
      return items.every((item) => item.op === "lit") ? { op: "lit", value: items.map((item) => item.value) } : { op: "list", items };
    }
    case "dict": return { op: "dict", entries: ast.entries.map(([key, value]) => [lowerAst(key, locals), lowerAst(value, locals)] as const) };
    case "call": return { op: "call", fn: ast.name.text, args: lowerEach(ast.args, locals), ...(ast.named.length === 0 ? {} : { named: lowerNamed(ast.named, locals) }) };
    case "method": return { op: "method", of: lowerAst(ast.of, locals), name: ast.name.text, args: lowerEach(ast.args, locals) };
    case "filter": return { op: "filter", of: lowerAst(ast.of, locals), name: ast.name.text, args: lowerEach(ast.args, locals), named: lowerNamed(ast.named, locals) };
    case "comprehension": {
      let within = locals;
      const clauses = ast.clauses.map((clause) => {
        const names = clause.names.map((name) => name.text);
        const source = lowerAst(clause.in, within);
        within = new Set([...within, ...names]);
        return { names, in: source, if: clause.if.map((each) => lowerAst(each, within)) };
      });
      return { op: "comprehension", body: lowerAst(ast.body, within), clauses, ...(ast.isGenerator ? { lazy: true } : {}) };
    }
    default: return unreachable(ast, "lowerWhole");
  }
}

function lowerEach(asts: readonly ExprAst[], locals: LocalNames): readonly ExprIr[] {
  return asts.map((ast) => lowerAst(ast, locals));
}

/** A constant key of a root is a field, however it is written; elsewhere an index stays one, since a list may take it. */
function lowerIndex(of: ExprIr, at: ExprIr): ExprIr {
  if (of.op === "root" && at.op === "lit" && typeof at.value === "string") return { op: "get", of, key: at.value };
  return { op: "index", of, at };
}

function bound<K extends "from" | "to" | "step">(name: K, ast: ExprAst | undefined, locals: LocalNames): { readonly [P in K]?: ExprIr } {
  // The record has the one key that its type names.
  return (ast === undefined ? {} : { [name]: lowerAst(ast, locals) }) as { readonly [P in K]?: ExprIr };
}

function lowerNamed(given: readonly NamedArgument[], locals: LocalNames): { readonly [name: string]: ExprIr } {
  return Object.fromEntries(given.map(({ name, value }) => [name.text, lowerAst(value, locals)]));
}
