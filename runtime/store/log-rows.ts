import type { StoredEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { upcast } from "../core/upcast.ts";
import type { Outcome } from "../ports.ts";

/** What one append left in the log. */
export interface LogRow {
  readonly seq: number;
  readonly body: string;
}

/** The events after number `after`. A gap, damage, or an event of a later version makes the log unreadable. */
export function readEvents(rows: readonly LogRow[], after: number): Outcome<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let next = rows[0]?.seq ?? 1;
  for (const { body } of rows) {
    for (const recorded of eventsIn(body)) {
      const event = recorded?.seq === next ? upcast(recorded.event) : undefined;
      if (recorded === null || event === undefined) return { ok: false, failure: failure("verification_failed", `event ${next} is damaged or was written by a newer JamJet`) };
      if (next > after) events.push({ seq: next, at: recorded.at, event });
      next += 1;
    }
  }
  return { ok: true, value: events };
}

interface Recorded {
  readonly seq: number;
  readonly at: number;
  readonly event: Json;
}

/** What a row holds; where it is damaged, one event that is none. */
function eventsIn(body: string): readonly (Recorded | null)[] {
  try {
    const list: unknown = JSON.parse(body);
    // Only `append` writes rows, and what it writes is checked again, event by event.
    if (Array.isArray(list)) return list as readonly (Recorded | null)[];
  } catch {
    // Damaged, as below.
  }
  return [null];
}
