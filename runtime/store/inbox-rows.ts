import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Outcome } from "../ports.ts";
import type { Posted } from "./event-store.ts";
import { signalKinds } from "./event-store.ts";

/** A signal that waits, as the database has it. */
export interface SignalRow {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly at: number;
}

/** The signals in `rows`. One that is unreadable fails them all: what comes after it might depend on it. */
export function readSignals(rows: readonly SignalRow[]): Outcome<readonly Posted[]> {
  const signals: Posted[] = [];
  for (const { number, id, kind: word, body: text, at } of rows) {
    const kind = signalKinds.find((name) => name === word);
    const body = objectIn(text);
    if (kind === undefined || body === undefined) return { ok: false, failure: failure("verification_failed", `signal '${id}' is damaged or was written by a newer JamJet`) };
    signals.push({ number, id, kind, body, at });
  }
  return { ok: true, value: signals };
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    // The text of JSON has no other objects than these two.
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
