import type { ExecutionStatus, RunEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";

/** How an execution ended, and why, where it did not complete. */
export interface Ending {
  readonly status: ExecutionStatus;
  readonly failure: Failure | null;
}

/** The end that `event` records, or `undefined` if the execution goes on. */
export function endingOf(event: RunEvent): Ending | undefined {
  switch (event.type) {
    case "workflow_completed": return { status: "completed", failure: null };
    case "workflow_failed": return { status: "failed", failure: event.failure };
    case "workflow_cancelled": return { status: "cancelled", failure: failure("cancelled", event.reason ?? "the execution was cancelled") };
    case "workflow_limit_exceeded": return { status: "limit_exceeded", failure: failure("limit_exceeded", `'${event.node}' was visited as often as '${event.limit}' allows`) };
    default: return undefined;
  }
}
