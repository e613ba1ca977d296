import type { Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import type { ActivityResult } from "../activity.ts";

/** An attempt that came to a value. */
export function done(value: Json, usage: readonly Usage[] = []): ActivityResult {
  return { ok: true, value, usage };
}

/** An attempt that failed; what it used up until then still counts. */
export function failed(failure: Failure, usage: readonly Usage[] = []): ActivityResult {
  return { ok: false, failure, usage };
}
