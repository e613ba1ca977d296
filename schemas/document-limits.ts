/**
 * What one document may cost: without a word of the project, and at most. Beyond `most` nobody has tried what happens.
 * The limits of expressions belong to the language (`expr/limits.ts`), and no project moves them.
 */
export const documentLimits = {
  file_bytes: { usual: 8 * 1_048_576, most: 64 * 1_048_576, doc: "The size of a document, in bytes." },
  nesting: { usual: 64, most: 256, doc: "Collections inside collections." },
  nodes: { usual: 20_000, most: 200_000, doc: "The nodes of a workflow." },
  aliases: { usual: 100, most: 10_000, doc: "Anchors, and aliases after expansion." },
} as const;
