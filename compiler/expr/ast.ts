import type { Arithmetic, Comparison } from "../../schemas/expr/ir.ts";
import { unreachable } from "../../schemas/bug.ts";

/** A half-open range of UTF-16 offsets in the text of one expression; only `locate` turns it into a place of a file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A name as written; its text is empty where the author has not written one yet, as in `state.`. */
export interface Word extends Range {
  readonly text: string;
}

export interface Link {
  readonly cmp: Comparison;
  readonly at: Range;
  readonly to: ExprAst;
}

export interface NamedArgument {
  readonly name: Word;
  readonly value: ExprAst;
}

export interface Clause {
  readonly names: readonly Word[];
  readonly in: ExprAst;
  readonly if: readonly ExprAst[];
}

type Node<Kind extends string, Rest = unknown> = { readonly kind: Kind } & Range & Rest;
type Called<Rest> = Rest & { readonly name: Word; readonly args: readonly ExprAst[]; readonly named: readonly NamedArgument[] };

/** What an expression says, with its holes. Parentheses leave no trace. */
export type ExprAst =
  /** A part that did not parse and was reported. */
  | Node<"hole">
  | Node<"literal", { readonly value: null | boolean | number | string }>
  | Node<"name", { readonly name: string }>
  | Node<"attribute", { readonly of: ExprAst; readonly name: Word }>
  | Node<"index", { readonly of: ExprAst; readonly at: ExprAst }>
  | Node<"slice", { readonly of: ExprAst; readonly from: ExprAst | undefined; readonly to: ExprAst | undefined; readonly step: ExprAst | undefined }>
  | Node<"not", { readonly of: ExprAst }>
  | Node<"negate", { readonly of: ExprAst }>
  | Node<"and" | "or", { readonly left: ExprAst; readonly right: ExprAst }>
  | Node<"if", { readonly test: ExprAst; readonly then: ExprAst; readonly else: ExprAst }>
  | Node<"compare", { readonly first: ExprAst; readonly links: readonly Link[] }>
  | Node<"is", { readonly of: ExprAst; readonly test: Word; readonly args: readonly ExprAst[]; readonly negated: boolean }>
  | Node<"arithmetic", { readonly fn: Arithmetic; readonly at: Range; readonly left: ExprAst; readonly right: ExprAst }>
  | Node<"list", { readonly items: readonly ExprAst[] }>
  | Node<"dict", { readonly entries: readonly (readonly [key: ExprAst, value: ExprAst])[] }>
  | Node<"call", Called<unknown>>
  | Node<"method", Called<{ readonly of: ExprAst }>>
  | Node<"filter", Called<{ readonly of: ExprAst }>>
  /** A generator has no square brackets of its own. */
  | Node<"comprehension", { readonly body: ExprAst; readonly clauses: readonly Clause[]; readonly isGenerator: boolean }>;

export type ExprKind = ExprAst["kind"];
export type ExprOf<K extends ExprKind> = Extract<ExprAst, { readonly kind: K }>;

/** The direct parts of an expression, in the order of the text, but for a comprehension: clauses first. */
export function childrenOf(ast: ExprAst): readonly ExprAst[] {
  switch (ast.kind) {
    case "hole": case "literal": case "name": return [];
    case "attribute": case "not": case "negate": return [ast.of];
    case "index": return [ast.of, ast.at];
    case "slice": return [ast.of, ast.from, ast.to, ast.step].filter((part) => part !== undefined);
    case "and": case "or": case "arithmetic": return [ast.left, ast.right];
    case "if": return [ast.then, ast.test, ast.else];
    case "compare": return [ast.first, ...ast.links.map((link) => link.to)];
    case "is": return [ast.of, ...ast.args];
    case "list": return ast.items;
    case "dict": return ast.entries.flat();
    case "call": return [...ast.args, ...ast.named.map((each) => each.value)];
    case "method": case "filter": return [ast.of, ...ast.args, ...ast.named.map((each) => each.value)];
    case "comprehension": return [...ast.clauses.flatMap((clause) => [clause.in, ...clause.if]), ast.body];
    default: return unreachable(ast, "childrenOf");
  }
}

/** Whether none of `asts` has more than `limit` levels; needs no deep stack to tell. */
export function isShallow(asts: readonly ExprAst[], limit: number): boolean {
  let level = asts;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limit) return false;
    level = level.flatMap(childrenOf);
  }
  return true;
}
