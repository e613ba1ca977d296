import type { StoredEvent } from "../../schemas/event.ts";
import { endingOf } from "../core/ending.ts";
import { addUsage, noTotals } from "../core/totals.ts";
import type { Append, ExecutionKey, ExecutionRow } from "./event-store.ts";

type Draft = { -readonly [N in keyof ExecutionRow]: ExecutionRow[N] };

/** The row of an execution after an append, whose events follow the row's last one; `undefined` if they do not. */
export function rowAfter(row: ExecutionRow | undefined, { key, events, wake_at, paused = false }: Pick<Append, "key" | "events" | "wake_at" | "paused">): ExecutionRow | undefined {
  const first = row ?? firstRow(key, events[0]);
  if (first === undefined) return undefined;
  const next: Draft = { ...first };
  for (const stored of events) {
    if (stored.seq !== next.last_seq + 1) return undefined;
    apply(next, stored);
  }
  if (next.ended_at === null) next.status = paused ? "paused" : next.last_seq === 1 ? "pending" : "running";
  next.wake_at = next.ended_at !== null ? null : wake_at === undefined ? next.started_at : wake_at;
  return next;
}

function firstRow(key: ExecutionKey, first: StoredEvent | undefined): ExecutionRow | undefined {
  if (first?.event.type !== "workflow_started") return undefined;
  const { workflow_id, version, program } = first.event;
  return {
    tenant: key.tenant, id: key.id, workflow_id, version, program, ...noTotals,
    status: "running", started_at: first.at, updated_at: first.at, ended_at: null, last_seq: 0, steps: 0, failure_code: null, failure_message: null, wake_at: null,
  };
}

function apply(row: Draft, { seq, at, event }: StoredEvent): void {
  row.last_seq = seq;
  row.updated_at = at;
  if (event.type === "node_completed") row.steps += 1;
  if ("usage" in event && event.usage.length > 0) Object.assign(row, addUsage(row, event.usage));
  if (event.type === "workflow_retried") Object.assign(row, { ended_at: null, failure_code: null, failure_message: null });
  const ending = endingOf(event);
  if (ending === undefined) return;
  row.status = ending.status;
  row.ended_at = at;
  row.failure_code = ending.failure?.code ?? null;
  row.failure_message = ending.failure?.message ?? null;
}
