import { crc32 } from "node:zlib";
import type { StoredEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { upcast } from "../core/upcast.ts";
import type { Outcome } from "../ports.ts";

/*
 * L1. A row is what one execution appended in one commit, and names the row that its execution appended before.
 * L2. A row's sum is the CRC-32 of all texts of its execution up to and with its own: a text that was altered, a row that is
 *     gone and one that stands elsewhere are told from what was written. Against accidents; a forger can do sums.
 * L3. A text is a list of `[at, event]`; the numbers of the events follow from the row's.
 */

/** A row of the log. */
export interface LogRow {
  readonly id: number;
  /** The row before, of the same execution. */
  readonly prev: number | null;
  /** The number of the first event in it. */
  readonly seq: number;
  /** Null in rows older than the sums, which begin anew behind them. */
  readonly sum: number | null;
  readonly body: string;
}

/** The last row of an execution. */
export interface Head {
  readonly id: number;
  readonly sum: number;
  /** The number of the last event. */
  readonly seq: number;
}

/** The end of an execution's log, or all of it. */
export interface LogPart {
  readonly events: readonly StoredEvent[];
  /** Absent where there are no rows. */
  readonly head?: Head;
}

/** The text of a row (L3). */
export function textOf(events: readonly StoredEvent[]): string {
  return JSON.stringify(events.map(({ at, event }) => [at, event]));
}

/** The sum of the row behind `head` that has this text (L2). */
export function sumAfter(head: Head | undefined, body: string): number {
  return crc32(body, head?.sum ?? 0);
}

/**
 * The events after number `after`. `rows` are in order; where the first of them is not the execution's first, it is taken
 * as it stands, and has no event that is asked for. What is missing, altered or of a later version makes the log unreadable.
 */
export function readRows(rows: readonly LogRow[], after: number): Outcome<LogPart> {
  const events: StoredEvent[] = [];
  let head: Head | undefined;
  for (const row of rows) {
    const next = head === undefined ? 1 : head.seq + 1;
    const list = listIn(row.body);
    if (list === undefined) return unreadable(next, "is damaged");
    const last = row.seq + list.length - 1;
    const isGiven = head === undefined && row.prev !== null && last <= after;
    if (!isGiven && row.seq > next) return unreadable(row.seq - 1, "is missing");
    const follows = row.prev === (head?.id ?? null) && row.seq === next && (row.sum === null || row.sum === sumAfter(head, row.body));
    if (!isGiven && !follows) return unreadable(next, "is damaged");
    head = { id: row.id, sum: row.sum ?? 0, seq: last };
    if (last <= after) continue;
    for (const [index, entry] of list.entries()) {
      const seq = row.seq + index;
      const recorded = recordedIn(entry, seq);
      if (recorded === undefined) return unreadable(seq, "is damaged");
      const event = upcast(recorded.event);
      if (event === undefined) return unreadable(seq, row.sum === null ? "is damaged or was written by a newer JamJet" : "was written by a newer JamJet");
      if (seq > after) events.push({ seq, at: recorded.at, event });
    }
  }
  return { ok: true, value: head === undefined ? { events } : { events, head } };
}

/** Why the log cannot be read: what is wrong with event `seq`. */
export function unreadable(seq: number, what: string): { readonly ok: false; readonly failure: ReturnType<typeof failure> } {
  return { ok: false, failure: failure("verification_failed", `event ${seq} ${what}`) };
}

/** The entries of a text; none is not a text. */
function listIn(body: string): readonly Json[] | undefined {
  try {
    const list = JSON.parse(body) as Json;
    return Array.isArray(list) && list.length > 0 ? list : undefined;
  } catch {
    return undefined;
  }
}

/** An entry as `[at, event]`, or as `{seq, at, event}`, which is how rows without a sum have it. */
function recordedIn(entry: Json, seq: number): { readonly at: number; readonly event: Json } | undefined {
  const [at, event] = Array.isArray(entry) ? entry : isJsonObject(entry) && entry["seq"] === seq ? [entry["at"], entry["event"]] : [];
  return typeof at === "number" && event !== undefined ? { at, event } : undefined;
}
