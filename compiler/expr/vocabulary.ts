import type { Comparison } from "../../schemas/expr/ir.ts";

/*
 * What both parsers of expressions must agree on: how tightly operators bind, and what single words mean.
 */

/**
 * How tightly operators bind. A filter binds tighter than unary minus and looser than a power, as in Jinja2; the rest
 * is Python's order.
 */
export const bonds = { or: 1, and: 2, comparison: 4, sum: 5, product: 6, filter: 8, power: 9 } as const;

/** The bonds of the operators between two operands; those that are missing compare. */
export const binaryBonds: { readonly [image: string]: number } = {
  or: bonds.or, "||": bonds.or, and: bonds.and, "&&": bonds.and, "-": bonds.sum,
  "+": bonds.sum, "*": bonds.product, "/": bonds.product, "//": bonds.product, "%": bonds.product, "**": bonds.power,
};

/** The operators that compare. Of `not in` the first word stands for both. */
export const comparisons: { readonly [image: string]: Comparison } = {
  "==": "==", "===": "==", "=": "==", "!=": "!=", "!==": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", in: "in", not: "not in", "!": "not in",
};

/** The words that are values. */
export const constants: { readonly [image: string]: boolean | null } = { True: true, true: true, False: false, false: false, None: null, null: null };

/** Words that begin a statement in Python, where they are no key: what to write instead. */
export const statementWords: ReadonlyMap<string, string> = new Map([
  ["lambda", "write a comprehension, as in 'any(x > 3 for x in state.items)'"],
  ...["import", "__import__", "def", "class", "return", "yield", "await", "async", "del", "global", "assert", "raise", "while", "try"].map(
    (word) => [word, "an expression only computes a value from state; do the work in a node"] as const,
  ),
]);
