import { entriesAround } from "./entries.ts";
import { flowAt, type Entry, type Frame } from "./flow.ts";
import { closingQuote, columnOf, commentOn, formOf, lineAbove, lineEnd, lineStart, plainEnd, readLine, skipBlanks, type Line } from "./line.ts";
import { endOfDeeper, readText, type ReadText, type Style } from "./scalar.ts";

/*
 * Where a cursor is in a document, by the lines above it and what is on its own: no tree knows that of a key that is
 * half written, which YAML joins with the next line, or of a text that nobody has closed.
 *
 * C1. Only lines that begin at or left of what is looked for are read; all others are passed by.
 * C2. What begins above and still goes on at the cursor, such as the text of a block, hides what its lines look like.
 */

/** One step on the way from the top of a document to a place in it. */
export type Step =
  /** `beside` are the entries of the mapping that the key stands in, itself included. */
  | { readonly kind: "key"; readonly name: string; readonly beside: () => readonly Entry[] }
  | { readonly kind: "item" };

/**
 * What can be written at the cursor: a key of the mapping at the end of the path, the value that the path leads to, either
 * of both where no colon tells, or a comment.
 */
export type CursorRole = "key" | "value" | "either" | "comment" | "nothing";

export interface Cursor {
  readonly path: readonly Step[];
  readonly role: CursorRole;
  readonly style: Style;
  /** It stands between brackets. */
  readonly isFlow: boolean;
  /** The text at the cursor: what is written of it so far begins it. Empty where nothing is written yet. */
  readonly start: number;
  readonly end: number;
  /** A colon follows the text. */
  readonly hasColon: boolean;
  /** The entries of the mapping that a key would join. */
  readonly beside: () => readonly Entry[];
  /** The column in which a key would stand, and that of the first sign of its line. */
  readonly column: number;
  readonly lineColumn: number;
  /** The text at the cursor as its author means it, with the cursor in it. */
  readonly read: () => ReadText;
}

export function cursorAt(text: string, offset: number): Cursor {
  const line = readLine(text, lineStart(text, offset));
  const root = rootFlow(text, offset);
  if (root !== undefined) return root;
  const { steps, holder, column } = climb(text, line, offset);
  if (holder === undefined) return onLine(text, line, offset, column, steps);
  return inHolder(text, offset, holder, steps) ?? cursor(text, offset, line, { role: "nothing", path: steps });
}

const none = (): readonly Entry[] => [];

/** What `compute` gives, computed when it is first asked for: a mapping may have ten thousand entries. */
function once(compute: () => readonly Entry[]): () => readonly Entry[] {
  let known: readonly Entry[] | undefined;
  return () => (known ??= compute());
}

type Spot = Partial<Cursor> & Pick<Cursor, "role" | "path">;

function cursor(text: string, offset: number, line: Line, spot: Spot): Cursor {
  const { start = offset, end = offset, style = "plain" } = spot;
  const lineColumn = columnOf(text, line.start) ?? offset - line.start;
  return { isFlow: false, hasColon: false, beside: none, column: Math.max(lineColumn, line.at - line.start), lineColumn, ...spot, style, start, end, read: () => readText(text, { start, end }, style, offset) };
}

/** Of a document that is one pair of brackets. */
function rootFlow(text: string, offset: number): Cursor | undefined {
  for (let start = lineStart(text, 0); start < offset; ) {
    const end = lineEnd(text, start);
    const column = columnOf(text, start);
    if (column !== undefined && !text.startsWith("---", start) && text[start] !== "%") {
      const at = start + column;
      return formOf(text, at, end) === "flow" ? inFlow(text, offset, at, []) : undefined;
    }
    const next = text.indexOf("\n", end);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return undefined;
}

/** What began above or on the line of the cursor and goes on there; its steps are those that lead to it. */
interface Holder {
  readonly line: Line;
  readonly form: "block" | "single" | "double" | "flow" | "plain";
  /** The column that all its lines are deeper than. */
  readonly column: number;
}

interface Climbed {
  readonly steps: readonly Step[];
  readonly holder: Holder | undefined;
  /** Where an entry of the mapping at the end of the steps would begin. */
  readonly column: number;
}

/** The way up from the line of the cursor. */
function climb(text: string, line: Line, offset: number): Climbed {
  const isEmpty = columnOf(text, line.start) === undefined;
  let column = isEmpty || offset < line.at ? offset - line.start : line.at - line.start;
  let entryColumn = column;
  let isDash = false;
  let steps: Step[] = [];
  let holder: Holder | undefined;
  const toItem = (at: number): void => {
    steps.unshift({ kind: "item" });
    [column, isDash] = [at, true];
  };
  for (const dash of line.dashes.toReversed()) if (dash < column && line.start + dash < offset) toItem(dash);
  // Beside a key stand its neighbours, above the dash of an item perhaps its parent.
  const above = (start: number): number | undefined => lineAbove(text, start, isDash ? column : column - 1);
  for (let start = above(line.start); start !== undefined; start = above(start)) { // C1
    const left = columnOf(text, start);
    const upper = readLine(text, start);
    if (left === 0 && (text.startsWith("---", start) || text.startsWith("...", start))) break;
    const own = upper.at - upper.start;
    const isParent = own < column || (isDash && own === column && upper.dashes.length === 0);
    const form = formOf(text, upper.valueAt, upper.end);
    if (isParent && upper.key !== undefined && form === "plain" && isEmpty && steps.length === 0) {
      // Nobody goes on with a text of one line by an empty one: a key comes beside it.
      column = own;
      entryColumn = own;
    } else if (isParent && upper.key !== undefined) {
      const held = holderOf(text, upper, form, offset, own);
      if (held !== undefined) [steps, holder] = [[], held]; // C2
      const { name } = upper.key;
      steps.unshift({ kind: "key", name, beside: once(() => entriesAround(text, upper, own)) });
      [column, isDash] = [own, false];
    }
    const dashes = upper.dashes.filter((dash) => dash < column);
    const last = dashes.at(-1);
    if (last === undefined) continue;
    if (upper.key === undefined && own > last && form !== "nothing") {
      const held = holderOf(text, upper, form, offset, last);
      if (held !== undefined && !(held.form === "plain" && isEmpty)) [steps, holder] = [[], held]; // C2
    }
    for (const dash of dashes.toReversed()) toItem(dash);
  }
  return { steps, holder, column: entryColumn };
}

function holderOf(text: string, line: Line, form: ReturnType<typeof formOf>, offset: number, column: number): Holder | undefined {
  switch (form) {
    case "nothing": return undefined;
    case "block": case "plain": return { line, form, column };
    case "single": case "double": {
      const close = closingQuote(text, line.valueAt);
      return close === undefined || close >= offset ? { line, form, column } : undefined;
    }
    case "flow": return flowAt(text, line.valueAt, offset) === undefined ? undefined : { line, form, column };
  }
}

function inHolder(text: string, offset: number, { line, form, column }: Holder, path: readonly Step[]): Cursor | undefined {
  if (form === "flow") return inFlow(text, offset, line.valueAt, path);
  const here = readLine(text, lineStart(text, offset));
  const spot = (start: number, end: number, style: Style): Cursor => cursor(text, offset, here, { role: "value", path, style, start, end: Math.max(end, offset) });
  if (form === "block") return spot(Math.min(lineEnd(text, line.start) + 1, offset), endOfDeeper(text, line.end, column), "block");
  if (form === "plain") return spot(line.valueAt, endOfDeeper(text, line.valueAt, column), "plain");
  return spot(line.valueAt + 1, closingQuote(text, line.valueAt) ?? lineEnd(text, offset), form);
}

/** What is at the cursor by its own line alone. */
function onLine(text: string, line: Line, offset: number, column: number, path: readonly Step[]): Cursor {
  const { key, valueAt, end } = line;
  const beside = once(() => entriesAround(text, line, column));
  const at = (spot: Spot): Cursor => cursor(text, offset, line, spot);
  if (columnOf(text, line.start) === undefined) {
    const from = skipBlanks(text, line.start, end);
    const comment = commentBefore(text, from, offset, end);
    return at(comment === undefined ? { role: from === end ? "either" : "nothing", path, beside, column } : { ...comment, path });
  }
  if (offset < line.at) return at({ role: "nothing", path });
  if (key !== undefined && offset <= key.colon) {
    const isQuoted = text[line.at] === '"' || text[line.at] === "'";
    return offset > key.end ? at({ role: "nothing", path }) : at({ role: "key", path, beside, start: line.at + (isQuoted ? 1 : 0), end: key.end - (isQuoted ? 1 : 0), hasColon: true });
  }
  if (key === undefined) return inValue(text, line, offset, { role: "either", path, beside });
  const steps: readonly Step[] = [...path, { kind: "key", name: key.name, beside }];
  if (offset < valueAt) {
    const isBehind = formOf(text, valueAt, end) === "nothing";
    return at({ role: "value", path: steps, ...(isBehind ? {} : { start: offset, end: offset }) });
  }
  return inValue(text, line, offset, { role: "value", path: steps });
}

function inValue(text: string, line: Line, offset: number, spot: Spot): Cursor {
  const { valueAt, end } = line;
  const at = (more: Partial<Cursor>): Cursor => cursor(text, offset, line, { ...spot, ...more });
  const form = formOf(text, valueAt, end);
  switch (form) {
    case "nothing": return at(commentBefore(text, valueAt, offset, end) ?? {});
    case "single": case "double": {
      const close = closingQuote(text, valueAt);
      if (offset <= valueAt || (close !== undefined && close < offset)) return at(commentBefore(text, close ?? valueAt, offset, end) ?? { role: "nothing" });
      return at({ style: form, start: valueAt + 1, end: Math.min(close ?? end, end) });
    }
    case "flow": return inFlow(text, offset, valueAt, spot.path) ?? at(commentBefore(text, valueAt, offset, end) ?? { role: "nothing" });
    case "block": return at(commentBefore(text, valueAt, offset, end) ?? { role: "nothing" });
    case "plain": {
      const stop = plainEnd(text, valueAt, end);
      const comment = commentBefore(text, stop, offset, end);
      return at(comment ?? { start: valueAt, end: Math.max(stop, offset), ...(spot.role === "value" ? { read: () => readText(text, { start: valueAt, end: Math.max(endOfDeeper(text, valueAt, line.at - line.start), offset) }, "plain", offset) } : {}) });
    }
  }
}

function commentBefore(text: string, from: number, offset: number, end: number): Pick<Cursor, "role" | "start" | "end"> | undefined {
  const comment = commentOn(text, from, end);
  return comment !== undefined && comment < offset ? { role: "comment", start: comment + 1, end } : undefined;
}

/** Between the brackets that begin at `from`; undefined behind them. */
function inFlow(text: string, offset: number, from: number, path: readonly Step[]): Cursor | undefined {
  const place = flowAt(text, from, offset);
  const line = readLine(text, lineStart(text, offset));
  if (place === undefined) return undefined;
  const steps = place.frames.flatMap((frame): readonly Step[] => stepInto(frame));
  const inner = place.frames.at(-1);
  const all = [...path, ...steps];
  const spot = { isFlow: true, style: place.style, start: place.start, end: place.end, beside: () => inner?.entries ?? [] };
  if (place.isComment) return cursor(text, offset, line, { role: "comment", path: all, start: offset, end: offset });
  if (inner?.kind === "sequence") return cursor(text, offset, line, { ...spot, role: "either", path: all, beside: none });
  return cursor(text, offset, line, { ...spot, role: inner?.key === undefined ? "key" : "value", path: all, hasColon: place.hasColon });
}

function stepInto(frame: Frame): readonly Step[] {
  if (frame.kind === "sequence") return [{ kind: "item" }];
  const { key } = frame;
  return key === undefined ? [] : [{ kind: "key", name: key, beside: () => frame.entries }];
}
