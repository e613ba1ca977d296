/** Bounds of the language itself: no project setting moves them. */
export const exprLimits = {
  /** UTF-16 units of one expression. */
  length: 4096,
  /** Brackets within brackets. */
  brackets: 64,
  /** Levels of one expression's tree: a chain of `and` or `+` has one for each operator. */
  depth: 128,
  /** Blocks of a template within blocks. */
  blocks: 64,
  /** Items of a list that an expression makes, unless a run is given other limits. */
  items: 100_000,
} as const;
