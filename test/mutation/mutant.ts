import type { Entry, Place, Subject } from "./subject.ts";

/** A document with one mistake in it. */
export interface Mutant {
  readonly text: string;
  /** What is wrong: a finding that marks one of these places, or more around it, has found it. */
  readonly tokens: readonly Place[];
}

/** A way of making one mistake, wherever it can be made. */
export interface Operator {
  readonly name: string;
  /** Why its mutants are wrong, for those who doubt it. */
  readonly wrong: string;
  readonly mutants: (subject: Subject) => readonly Mutant[];
}

export interface Edit {
  readonly at: Place;
  readonly text: string;
  /** The part of `text` that is wrong, where that is not all of it. */
  readonly token?: string;
}

/** The document after `edits`; what is wrong is `blamed`, in places of the text as it was, or else what the edits wrote, or their tokens where some have one. */
export function mutant(subject: Subject, edits: readonly Edit[], blamed?: readonly Place[]): Mutant {
  const ordered = [...edits].sort((a, b) => a.at.start - b.at.start);
  let text = "";
  let from = 0;
  const written: Place[] = [];
  for (const { at, text: insert, token } of ordered) {
    text += subject.text.slice(from, at.start);
    const start = text.length + (token === undefined ? 0 : insert.indexOf(token));
    if (token !== undefined || edits.every((each) => each.token === undefined)) written.push({ start, end: start + (token ?? insert).length });
    text += insert;
    from = at.end;
  }
  text += subject.text.slice(from);
  const moved = (offset: number): number => ordered.reduce((sum, { at, text: insert }) => (at.end <= offset ? sum + insert.length - (at.end - at.start) : sum), offset);
  return { text, tokens: blamed?.map(({ start, end }) => ({ start: moved(start), end: moved(start) + (end - start) })) ?? written };
}

/** `text` as it is written inside a scalar that begins with `quote`. */
export function inQuotes(quote: string | undefined, text: string): string {
  return quote === "'" ? text.replaceAll("'", "''") : text;
}

/** The document with other text in one place, which is then what is wrong. */
export function replaced(subject: Subject, at: Place, text: string): Mutant {
  return mutant(subject, [{ at, text }]);
}

/** Takes an entry with its lines out; `undefined` where its mapping would be left empty. */
export function removal({ isFlow, keyAt, valueAt, end, siblings }: Entry, text: string): Edit | undefined {
  if (siblings.length < 2) return undefined;
  const next = siblings.find((each) => each.keyAt.start > keyAt.start);
  if (next !== undefined) return { at: { start: keyAt.start, end: next.keyAt.start }, text: "" };
  if (isFlow) return { at: { start: text.lastIndexOf(",", keyAt.start), end: valueAt.end }, text: "" };
  return { at: { start: text.lastIndexOf("\n", keyAt.start) + 1, end }, text: "" };
}

/** Adds lines below a key of a block mapping, as its next sibling; `undefined` in `{}`. */
export function addition({ isFlow, keyAt }: Entry, lines: readonly string[], text: string): Edit | undefined {
  if (isFlow) return undefined;
  const margin = keyAt.start - (text.lastIndexOf("\n", keyAt.start) + 1);
  return { at: { start: keyAt.start, end: keyAt.start }, text: lines.map((line) => `${line}\n${" ".repeat(margin)}`).join("") };
}

/** A word that nobody wrote, one slip away from `word`. */
export function misspelt(word: string, known: Iterable<string> = []): string {
  const taken = new Set([...known, word]);
  const middle = Math.max(0, Math.floor(word.length / 2) - 1);
  const slips = [
    word.slice(0, middle) + (word[middle + 1] ?? "") + (word[middle] ?? "") + word.slice(middle + 2),
    `${word}${word.at(-1) ?? "x"}`,
    `${word}x`,
    `${word}q`,
  ];
  return slips.find((slip) => !taken.has(slip)) ?? `${word}qq`;
}

/** Those of a list that are there. */
export function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter((item) => item !== undefined);
}
