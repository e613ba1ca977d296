import type { Cursor } from "../cursor/cursor.ts";
import { cursorIn, type NearCursor } from "../cursor/near.ts";
import { isPromptFile, type Snapshot } from "../snapshot.ts";
import { nothingAround, type Around } from "./around.ts";
import { distinct, type Candidate } from "./candidate.ts";
import { codeCursors } from "./code-cursor.ts";
import { codeCompletions } from "./code.ts";
import { commentCandidates } from "./comments.ts";
import { topKeys, workflowAround } from "./document-names.ts";
import { keyCandidates } from "./keys.ts";
import { placesAt } from "./place.ts";
import { valueCandidates } from "./values.ts";
import { wholeDocuments } from "./whole-documents.ts";

/** What may be written at a place, and what of the text it takes the place of. */
export interface Completions {
  /** The best first. */
  readonly candidates: readonly Candidate[];
  /** Where the text at the cursor begins, and where it ends behind it. */
  readonly start: number;
  readonly end: number;
  /** More would be offered if more were written. */
  readonly isIncomplete: boolean;
}

/** So many are offered at once. */
const most = 250;

/**
 * What may be written at an offset of a document, whatever state it is in. A pure function of the snapshot and what is
 * around it, for editors and for programs that write documents.
 */
export function completionsAt(snapshot: Snapshot, offset: number, around: Around = nothingAround): Completions {
  const near = cursorIn(snapshot.source, offset);
  const { start, end, ...found } = atCursor(snapshot, near, around);
  return { ...found, start: start + near.by, end: end + near.by };
}

/** The offsets of what is found count as those of the cursor do. */
function atCursor(snapshot: Snapshot, near: NearCursor, around: Around): Completions {
  const { cursor, text, offset } = near;
  if (isPromptFile(snapshot)) return inCode(snapshot, near, around) ?? offered([], { start: offset, end: offset }, near);
  switch (cursor.role) {
    case "nothing": return offered([], cursor, near);
    case "comment": return offered(commentCandidates(snapshot, cursor), { start: wordStart(text, offset), end: offset }, near);
    case "key": case "value": case "either": {
      const code = inCode(snapshot, near, around);
      if (code !== undefined) return code;
      const found = inDocument(workflowAround(snapshot, cursor), cursor, around);
      const spaced = cursor.role === "value" && text[offset - 1] === ":" ? found.map(withSpace) : found;
      return offered(spaced, cursor, near);
    }
  }
}

/** In a text that holds code, at a place where that is written. */
function inCode(snapshot: Snapshot, near: NearCursor, around: Around): Completions | undefined {
  const { cursor, offset, by } = near;
  const isRead = isPromptFile(snapshot);
  const readings = codeCursors(snapshot, offset + by, cursor, around.readers).flatMap((code) => codeCompletions(code, isRead ? "plain" : cursor.style, around) ?? []);
  const [first] = readings;
  // Of a prompt file, each of its readers offers what is its own.
  const candidates = isRead ? readings.flatMap((each) => each.candidates) : first?.candidates;
  return first && offered(candidates ?? [], { start: offset - first.before, end: offset + first.behind }, near);
}

function inDocument(snapshot: Snapshot, cursor: Cursor, around: Around): readonly Candidate[] {
  const top = topKeys(snapshot, cursor);
  const places = placesAt(cursor, top);
  const isEmpty = top.length === 0 && cursor.path.length === 0 && cursor.role === "either" && snapshot.source.text.trim().length <= cursor.end - cursor.start;
  const keys = cursor.role === "value" ? [] : places.flatMap((place) => keyCandidates(snapshot, cursor, place));
  const values = cursor.role === "key" ? [] : places.flatMap((place) => valueCandidates(snapshot, cursor, place, around));
  // An item is rather a name, where it may be one.
  return [...(isEmpty ? wholeDocuments : []), ...(cursor.path.at(-1)?.kind === "item" ? [...values, ...keys] : [...keys, ...values])];
}

function withSpace(candidate: Candidate): Candidate {
  const { label, insert, snippet } = candidate;
  return { ...candidate, insert: ` ${insert ?? label}`, ...(snippet === undefined ? {} : { snippet: ` ${snippet}` }) };
}

/** The candidates in their order; of very many, those that what is written leads to. */
function offered(all: readonly Candidate[], { start, end }: Pick<Cursor, "start" | "end">, { text, offset }: Pick<NearCursor, "text" | "offset">): Completions {
  const sorted = distinct(all.toSorted((a, b) => a.rank - b.rank));
  if (sorted.length <= most) return { candidates: sorted, start, end, isIncomplete: false };
  const prefix = text.slice(start, offset).toLowerCase();
  const starting = sorted.filter(({ label }) => label.toLowerCase().startsWith(prefix));
  const holding = starting.length >= most ? [] : sorted.filter(({ label }) => !label.toLowerCase().startsWith(prefix) && label.toLowerCase().includes(prefix));
  const left = [...starting, ...holding];
  return { candidates: left.slice(0, most), start, end, isIncomplete: true };
}

function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[\w-]/.test(text[start - 1] as string)) start -= 1;
  return start;
}
