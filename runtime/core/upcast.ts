import type { EventType, RunEvent } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";

/** The version in which each event is written today. */
const versions = {
  workflow_started: 1,
  node_scheduled: 1,
  node_started: 1,
  node_completed: 1,
  node_failed: 1,
  step_started: 1,
  step_completed: 1,
  tool_seen: 1,
  retry_scheduled: 1,
  node_uncertain: 1,
  uncertainty_resolved: 1,
  budget_exceeded: 1,
  budget_raised: 1,
  policy_adopted: 1,
  branches_forked: 1,
  branch_ended: 1,
  branches_joined: 1,
  wait_started: 1,
  timer_fired: 1,
  wait_timed_out: 1,
  event_received: 1,
  approval_requested: 1,
  approval_received: 1,
  workflow_retried: 1,
  workflow_completed: 1,
  workflow_failed: 1,
  workflow_cancelled: 1,
  workflow_limit_exceeded: 1,
} as const satisfies { readonly [T in EventType]: number };

/**
 * A recorded event in today's shape, or `undefined` where a newer JamJet wrote it. The step from version n to n + 1 of a
 * type stands here, and is never changed once released.
 */
export function upcast(recorded: Json): RunEvent | undefined {
  if (!isJsonObject(recorded)) return undefined;
  const { type, v } = recorded;
  if (typeof type !== "string" || !Object.hasOwn(versions, type)) return undefined;
  if (v !== versions[type as EventType]) return undefined;
  // Only the store's commit writes events, and it takes no other shape.
  return recorded as unknown as RunEvent;
}
