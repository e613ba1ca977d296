import type { Trail } from "./place.ts";

/** What a candidate names; decides on its picture in the editor. */
export type CandidateKind = "key" | "choice" | "value" | "node" | "node-type" | "state" | "field" | "variable" | "constant" | "function" | "method" | "filter" | "test" | "keyword" | "type" | "model" | "tool" | "file" | "snippet" | "code";

/** Where the words about a candidate are found later: plain data that goes to the editor and comes back. */
export type DocRef =
  | { readonly of: "field"; readonly trail: Trail }
  | { readonly of: "tag" | "variant"; readonly trail: Trail; readonly name: string }
  | { readonly of: "function" | "method" | "filter" | "test" | "root" | "failure" | "retry" | "code"; readonly name: string }
  | { readonly of: "tool"; readonly server: string; readonly tool: string; /** The way to a part of its arguments; an item of a list is null. */ readonly argument?: readonly (string | null)[] };

/** One thing that may be written at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly kind: CandidateKind;
  /** What is inserted; the label, where nothing is said. */
  readonly insert?: string;
  /** What is inserted by editors that jump from stop to stop, with lines counted from the indentation of the line. */
  readonly snippet?: string;
  /** A type, or another word or two beside the label. */
  readonly detail?: string;
  /** What typing is compared with, where it is not the label. */
  readonly filter?: string;
  /** The lower comes first; what is equal stays in its order. */
  readonly rank: number;
  readonly doc?: DocRef;
}

/** Each label once: the first of them stays. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ label }) => !seen.has(label) && seen.add(label).has(label));
}
