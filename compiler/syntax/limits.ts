import { documentLimits } from "../../schemas/document-limits.ts";

/** What one document may cost us. Beyond any of these there is one clear complaint and no further work. */
export interface Limits {
  /** Size of the file; UTF-8 bytes where we see bytes, UTF-16 units where we see text. */
  readonly fileBytes: number;
  /** Collections inside collections, block and flow style alike. */
  readonly nesting: number;
  readonly nodes: number;
  /** Anchors, and aliases after expansion: an alias to a part that holds aliases counts them again. */
  readonly aliases: number;
  /** Nodes that aliases repeat, after expansion. */
  readonly aliasedNodes: number;
  /** Complaints about one file; the last of them says how many more there are. */
  readonly diagnostics: number;
}

export const defaultLimits: Limits = {
  fileBytes: documentLimits.file_bytes.usual,
  nesting: documentLimits.nesting.usual,
  nodes: documentLimits.nodes.usual,
  aliases: documentLimits.aliases.usual,
  aliasedNodes: 10_000,
  diagnostics: 100,
};
