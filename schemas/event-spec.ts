import type { EventType, ExecutionStatus, NodeStatus, RunEvent } from "./event.ts";

/** What one event says, and each of its fields. */
interface EventSpec<E extends EventType> {
  readonly doc: string;
  readonly fields: { readonly [F in Exclude<keyof Extract<RunEvent, { readonly type: E }>, "type" | "v">]: string };
}

const visit = { node: "The node's id.", visit: "1 for the first time the node is entered." };
const via = "The door: `start`, `next`, `on_error`, `feedback`, `escalate`, `branch` (the start of a branch) or `join` (the end of all).";
const passed = "Pure nodes that were passed on the way, and the edge each chose; a replay never decides again.";
const usage = "What model calls used: provider, model, tokens, cost; an unknown price is `null`.";
const duration_ms = "How long the attempt took.";
const lane = "The line of control that moves on: absent for the execution's own, else the number of a branch.";
const fork = { node: "The fork's id.", visit: "The visit of the fork." };
const attempt = "1 for the first attempt of the visit.";
const audited = "The rule of the project's policy that wants the call noted (`action: audit`), where one does.";
const step = "1 for the first call of the attempt.";

/** What each event of an execution's log means; `RunEvent` is their type. */
export const eventSpecs: { readonly [E in EventType]: EventSpec<E> } = {
  workflow_started: {
    doc: "The execution begins.",
    fields: {
      program: "The hash of the program, by which the execution is pinned.",
      workflow_id: "The workflow's id.",
      version: "The workflow's version.",
      tenant: "Whose execution it is.",
      input: "The state that the caller gave.",
      env: "The environment values that conditions read.",
    },
  },
  node_scheduled: { doc: "A node is entered.", fields: { ...visit, lane, via, passed } },
  node_started: {
    doc: "An attempt begins; durable before the call is made. A call that a crash cut off is started again under the same attempt and key.",
    fields: {
      ...visit,
      attempt,
      key: "The idempotency key of the visit, the same on every attempt.",
      effect: "`read`, `idempotent` or `once`.",
      input: "Exactly what the node received; `env` values stand as names.",
      audited,
    },
  },
  node_completed: { doc: "An attempt succeeded.", fields: { ...visit, attempt, output: "The result.", writes: "The state keys that took the result, and which part of it.", duration_ms, usage } },
  node_failed: {
    doc: "An attempt failed. What follows is a retry, the node's `on_error`, or the end of the execution.",
    fields: { ...visit, attempt, failure: "Code, message, whether another attempt may succeed.", duration_ms, usage },
  },
  step_started: {
    doc: "A call begins, of an attempt that makes several: a model that asks for tools, an answer that is mended, the judges of an eval. Durable before the call is made.",
    fields: {
      ...visit,
      attempt,
      step,
      call: "What is called: a model, or `server.tool`.",
      key: "The idempotency key of the call, the same whenever the attempt makes it again.",
      effect: "`read`, `idempotent` or `once`.",
      input: "What is told beyond that which the attempt received; `env` values stand as names.",
      reserved: "What the call may come to, where a budget has to cover it.",
      audited,
    },
  },
  step_completed: {
    doc: "A call of an attempt ended. An attempt that a crash cut off begins again and takes this in place of the call.",
    fields: { ...visit, attempt, step, output: "The result, or `null`.", failure: "Why there is none, or `null`.", duration_ms: "How long the call took.", usage },
  },
  tool_seen: {
    doc: "A tool of a server that is not locked is about to be used for the first time. From here on it is refused with `tool_drift` where its definition is another.",
    fields: { ...visit, attempt, server: "The server.", tool: "The tool.", parts: "By part of its definition, the SHA-256 of its canonical JSON, in hex." },
  },
  retry_scheduled: { doc: "Another attempt will be made.", fields: { ...visit, attempt: "The attempt to come.", delay_ms: "How long to wait.", due_at: "When, in milliseconds since the epoch." } },
  node_uncertain: {
    doc: "The call was cut off, or failed in a way that leaves open whether it took effect, and `effect: once` says that it must not be made twice: a person has to find out (`jamjet resolve`).",
    fields: { ...visit, attempt, failure: "What is known.", duration_ms, usage },
  },
  uncertainty_resolved: {
    doc: "A person found out.",
    fields: {
      ...visit,
      attempt,
      id: "The id of the message.",
      resolution: "`done`: it took effect. `retry`: it did not, and is made again. `fail`: the node fails with `uncertain`.",
      output: "The result of a call that was done; otherwise `null`.",
      writes: "The state keys that took it.",
      user: "Who said so, or `null`.",
      comment: "What they said, or `null`.",
    },
  },
  budget_exceeded: {
    doc: "A budget does not cover the next call of an attempt, which was not made. What follows is `on_budget_exceeded`.",
    fields: { ...visit, attempt, kind: "`input_tokens`, `output_tokens`, `total_tokens` or `cost_usd`.", limit: "The budget.", spent: "What was spent or reserved for calls in flight.", wanted: "What the call may come to; `null` where its price is unknown." },
  },
  budget_raised: { doc: "A person gave more; what was held back goes on.", fields: { id: "The id of the message.", by: "What was added, by kind.", user: "Who gave it, or `null`." } },
  policy_adopted: { doc: "The policy document of the project that carries the execution from here on, where it is another than before. Every call is judged by the last one recorded.", fields: { policy: "What it says: `rules`, or the lists of a `policy` block." } },
  branches_forked: { doc: "Branches begin, each with a lane of its own, numbered in the order in which they are written.", fields: { ...fork, lane, branches: "The branches, by their first nodes.", via, passed } },
  branch_ended: { doc: "A branch has come to its join.", fields: { ...fork, lane: "The branch's number.", branch: "The branch's first node.", passed } },
  branches_joined: {
    doc: "The branches of a fork are over; their writes merge in the order of the log.",
    fields: { ...fork, lane, join: "The node at which they end.", merged: "The branches that count, by their first nodes.", cancelled: "The branches that had not ended, and were stopped." },
  },
  wait_started: {
    doc: "A node waits, and nothing is held in memory for it.",
    fields: {
      ...visit,
      until: "`event` or `approval`.",
      input: "What the node's fields came to; `env` values stand as names.",
      due_at: "The moment that ends the wait, in milliseconds since the epoch, or `null`.",
      timeout_at: "The moment that gives it up, or `null`.",
    },
  },
  timer_fired: { doc: "The moment that a node waited for has come.", fields: { ...visit, due_at: "When that was to be; the event may be later, if nobody ran then." } },
  wait_timed_out: { doc: "Nobody answered in time. What follows is `on_timeout`, or the end of the execution.", fields: { ...visit, due_at: "When the time was over." } },
  event_received: {
    doc: "The event that a node waited for; the visit is complete.",
    fields: { ...visit, id: "The event's id, which is consumed once.", event: "Its name.", payload: "Its data, whole.", writes: "The state keys that took the payload, and which part of it." },
  },
  approval_requested: {
    doc: "A call is held back until a person has decided on it.",
    fields: { ...visit, attempt, reason: "Why somebody must be asked.", asks: "Exactly what would be done.", approvers: "Who may decide; empty means anyone." },
  },
  approval_received: {
    doc: "A person decided. It is accepted once, for the one request.",
    fields: {
      ...visit,
      id: "The decision's id.",
      request: "The number of the event that asked.",
      decision: "`approved` or `rejected`.",
      user: "Who decided, or `null`.",
      comment: "What they said to it, or `null`.",
      patch: "What they changed in the state.",
      writes: "The state keys that took the decision.",
    },
  },
  workflow_retried: { doc: "A failed execution goes on at the visit that failed it.", fields: { ...visit, attempt: "The attempt to come: the first of as many as the node's `retry` allows." } },
  workflow_completed: { doc: "An `end` node was reached.", fields: { node: "That node.", passed } },
  workflow_failed: { doc: "The execution failed.", fields: { failure: "Why.", node: "The node that failed, or `null`.", passed } },
  workflow_cancelled: { doc: "The execution was cancelled.", fields: { reason: "What was said when it was, or `null`." } },
  workflow_limit_exceeded: { doc: "A hard stop was reached.", fields: { node: "The node that would have been visited once more.", limit: "The limit.", passed } },
};

export const executionStatuses: { readonly [S in ExecutionStatus]: string } = {
  pending: "Its start is recorded, and nobody has begun it.",
  running: "On its way, or cut off by a crash and ready to be resumed.",
  paused: "Waits for a person, an event or a budget: nothing in it goes on by itself.",
  completed: "An `end` node was reached.",
  failed: "A node failed and nothing in the workflow catches it.",
  cancelled: "A person stopped it.",
  limit_exceeded: "A node was visited more often than its `max_visits`.",
};

export const nodeStatuses: { readonly [S in NodeStatus]: string } = {
  pending: "Not reached yet.",
  scheduled: "Entered; its first attempt has not begun, or its next one waits.",
  running: "An attempt is under way.",
  completed: "Its last attempt succeeded.",
  failed: "Its last attempt failed.",
  skipped: "The execution ended without it.",
  cancelled: "It was stopped.",
};
