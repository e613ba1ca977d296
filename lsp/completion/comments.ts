import { catalogue } from "../../compiler/index.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Candidate } from "./candidate.ts";

/** What may be written in a comment: the word that takes findings back, and their codes, those of this document first. */
export function commentCandidates({ compiled }: Snapshot, cursor: Cursor): readonly Candidate[] {
  const { text, at } = cursor.read();
  const before = text.slice(0, at);
  if (/^\s*[\w-]*$/.test(before)) return [{ label: "jamjet-ignore", kind: "keyword", rank: 0, insert: "jamjet-ignore ", detail: "takes a finding of the next line back" }];
  if (!/^\s*jamjet-ignore\s[\w\s,-]*$/.test(before)) return [];
  const here = new Set(compiled.diagnostics.map(({ code }) => code));
  return catalogue.filter(({ severity }) => severity !== "error").map(({ code, slug }) => ({ label: code, filter: `${code} ${slug}`, kind: "code", rank: here.has(code) ? 0 : 1, detail: slug, doc: { of: "code", name: code } }));
}
