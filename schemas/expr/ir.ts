import type { Json } from "../json.ts";
import type { RootName } from "./roots.ts";

/** Comparisons; `in` and `not in` belong to them because they chain as in Python. */
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in";
export type Arithmetic = "+" | "-" | "*" | "/" | "//" | "%" | "**";

/** One `for a, b in xs if c` of a comprehension. */
export interface ForClause {
  readonly names: readonly string[];
  readonly in: ExprIr;
  readonly if: readonly ExprIr[];
}

/**
 * A checked expression or template, as plain data. Conditions, assertions, `{{ }}` and whole templates are this one
 * language; the runtime has one evaluator for it and never sees source text.
 */
export type ExprIr =
  | { readonly op: "lit"; readonly value: Json }
  | { readonly op: "root"; readonly name: RootName }
  /** A variable bound by a comprehension, `{% for %}` or `{% set %}`; `loop` is one too. */
  | { readonly op: "local"; readonly name: string }
  | { readonly op: "get"; readonly of: ExprIr; readonly key: string }
  | { readonly op: "index"; readonly of: ExprIr; readonly at: ExprIr }
  | { readonly op: "slice"; readonly of: ExprIr; readonly from?: ExprIr; readonly to?: ExprIr; readonly step?: ExprIr }
  | { readonly op: "not"; readonly of: ExprIr }
  | { readonly op: "negate"; readonly of: ExprIr }
  | { readonly op: "and" | "or"; readonly left: ExprIr; readonly right: ExprIr }
  | { readonly op: "if"; readonly test: ExprIr; readonly then: ExprIr; readonly else: ExprIr }
  /** `a < b <= c` is one comparison with two links; each operand is evaluated at most once. */
  | { readonly op: "compare"; readonly first: ExprIr; readonly links: readonly { readonly cmp: Comparison; readonly to: ExprIr }[] }
  /** `x is none`, `x is not defined`, and Python's `x is None`. */
  | { readonly op: "is"; readonly of: ExprIr; readonly test: string; readonly args: readonly ExprIr[]; readonly negated: boolean }
  | { readonly op: "arithmetic"; readonly fn: Arithmetic; readonly left: ExprIr; readonly right: ExprIr }
  | { readonly op: "list"; readonly items: readonly ExprIr[] }
  | { readonly op: "dict"; readonly entries: readonly (readonly [key: ExprIr, value: ExprIr])[] }
  | { readonly op: "call"; readonly fn: string; readonly args: readonly ExprIr[]; readonly named?: { readonly [name: string]: ExprIr } }
  | { readonly op: "method"; readonly of: ExprIr; readonly name: string; readonly args: readonly ExprIr[] }
  | { readonly op: "filter"; readonly of: ExprIr; readonly name: string; readonly args: readonly ExprIr[]; readonly named: { readonly [name: string]: ExprIr } }
  /** Gives a list; as the argument of `any` and `all`, a `lazy` one takes no turn beyond the one that settles the answer. */
  | { readonly op: "comprehension"; readonly body: ExprIr; readonly clauses: readonly ForClause[]; readonly lazy?: true }
  /** A template with text around its expressions; always gives text. */
  | { readonly op: "text"; readonly parts: readonly TextPart[] };

export type TextPart =
  | { readonly part: "text"; readonly text: string }
  | { readonly part: "out"; readonly of: ExprIr }
  | { readonly part: "if"; readonly arms: readonly { readonly when: ExprIr; readonly body: readonly TextPart[] }[]; readonly else: readonly TextPart[] }
  | { readonly part: "for"; readonly names: readonly string[]; readonly in: ExprIr; readonly if?: ExprIr; readonly body: readonly TextPart[]; readonly else: readonly TextPart[] }
  | { readonly part: "set"; readonly name: string; readonly to: ExprIr };
