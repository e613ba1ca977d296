import type { StoredEvent } from "../../schemas/event.ts";
import { endingOf } from "../core/ending.ts";
import { addUsage, noTotals } from "../core/totals.ts";
import type { ExecutionKey, ExecutionRow } from "./event-store.ts";

/** The row of an execution after more of its events, which follow the row's last one; `undefined` if they do not. */
export function rowAfter(row: ExecutionRow | undefined, key: ExecutionKey, events: readonly StoredEvent[]): ExecutionRow | undefined {
  let next = row;
  for (const stored of events) {
    next ??= firstRow(key, stored);
    if (next === undefined || stored.seq !== next.last_seq + 1) return undefined;
    next = changed(next, stored);
  }
  return next;
}

function firstRow(key: ExecutionKey, { at, event }: StoredEvent): ExecutionRow | undefined {
  if (event.type !== "workflow_started") return undefined;
  const { workflow_id, version, program } = event;
  return {
    tenant: key.tenant, id: key.id, workflow_id, version, program, ...noTotals,
    status: "running", started_at: at, updated_at: at, ended_at: null, last_seq: 0, steps: 0, failure_code: null, failure_message: null,
  };
}

function changed(row: ExecutionRow, { seq, at, event }: StoredEvent): ExecutionRow {
  const next = { ...row, last_seq: seq, updated_at: at };
  if (event.type === "node_completed") return { ...next, steps: row.steps + 1, ...addUsage(totalsOf(row), event.usage) };
  if (event.type === "node_failed") return { ...next, ...addUsage(totalsOf(row), event.usage) };
  const ending = endingOf(event);
  if (ending === undefined) return next;
  return { ...next, status: ending.status, ended_at: at, failure_code: ending.failure?.code ?? null, failure_message: ending.failure?.message ?? null };
}

function totalsOf({ input_tokens, output_tokens, cost_usd, uncounted, unpriced }: ExecutionRow): typeof noTotals {
  return { input_tokens, output_tokens, cost_usd, uncounted, unpriced };
}
