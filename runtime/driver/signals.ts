import type { BudgetKind, Decision, Resolution } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Received } from "../core/receive.ts";
import { askingTokens, receive, uncertainTokens } from "../core/receive.ts";
import type { Plan } from "../core/plan.ts";
import type { RunState } from "../core/state.ts";
import type { ExecutionRow, Signal } from "../store/event-store.ts";
import type { Found } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type { Shared } from "./start.ts";
import type { WaitLine } from "./waits.ts";
import { waitLines } from "./waits.ts";

/** Something happened that a node waits for, or will. */
export interface OutsideEvent {
  readonly event: string;
  /** Its payload; nothing is `{}`. */
  readonly data?: Json;
  /** By which it is known again: an id counts once. Made up where none is given. */
  readonly id?: string;
  readonly correlationKey?: string;
}

/** What a person decided. */
export interface GivenDecision {
  readonly decision: Decision;
  /** The node that asks; needed where several do. */
  readonly node?: string;
  /** Which visit of it, where several ask. */
  readonly visit?: number;
  readonly user?: string;
  readonly comment?: string;
  /** Changes of the state, held against its types. */
  readonly patch?: JsonObject;
}

/** What a person found out. */
export interface GivenResolution {
  readonly node: string;
  readonly resolution: Resolution;
  /** The result of a call that was done, held against the types of the state. */
  readonly output?: Json;
  readonly user?: string;
  readonly comment?: string;
}

/** What a person gives, by kind of budget; each is added to a budget that the workflow has. */
export interface GivenBudget {
  readonly by: { readonly [K in BudgetKind]?: number };
  readonly user?: string;
  /** By which it is known again: an id counts once. Made up where none is given. */
  readonly id?: string;
}

/** What became of a signal that was posted. */
export interface Receipt {
  /** The signal's id. */
  readonly id: string;
  /** `later`: it is kept until a node waits for it; `none`: it was posted before, and counts once. */
  readonly effect: "now" | "later" | "none";
  /** Why it is not now. */
  readonly why?: string;
  /** Fields of the payload that are no keys of the state: they stay in the event. */
  readonly unmerged: readonly string[];
  /** Who acts on it: this process, another one, or nobody until somebody resumes the execution. */
  readonly carrier: "here" | "elsewhere" | "nobody";
}

/** A request for a decision that nobody has answered yet. */
export interface PendingApproval {
  readonly id: string;
  readonly workflow: { readonly id: string; readonly version: string };
  readonly wait: WaitLine;
}

/** Posts an event, unless the execution can have no use for it or its payload does not fit. */
export function signal(shared: Shared, row: ExecutionRow, given: OutsideEvent): Found<Receipt> {
  const { ids } = shared.host.ports;
  const { event, data = {}, id = ids.event(), correlationKey = null } = given;
  return post(shared, row, () => ({ ok: true, value: { kind: "event", id, body: { event, correlation_key: correlationKey, data } } }));
}

/** Posts a decision on what is asked now. Only the first one for a request is accepted. */
export function approve(shared: Shared, row: ExecutionRow, given: GivenDecision): Found<Receipt> {
  const { decision, node, visit, user = null, comment = null, patch = {} } = given;
  return post(shared, row, (plan, state) => {
    const asking = askingTokens(state).map((token) => ({ node: plan.op(token.slot).node, visit: token.visit, request: token.phase.request }));
    const names = [...new Set(asking.map((each) => each.node))];
    const meant = asking.filter((each) => (node === undefined || each.node === node) && (visit === undefined || each.visit === visit));
    const [request] = meant;
    if (request === undefined) return refuse({ why: "signal", message: visit === undefined ? nobodyAsks(row.id, node, names) : `visit ${visit} asks for no decision in '${row.id}'` });
    if (meant.length > 1) return refuse({ why: "signal", message: `several decisions are wanted in '${row.id}'`, help: whichOf(meant) });
    // The id makes a compare-and-set of the post: there is one decision for a request, whoever is first.
    return { ok: true, value: { kind: "approval", id: `decision-${request.request}`, body: { request: request.request, decision, user, comment, patch } } };
  });
}

/** Posts what a person found out about a call that is uncertain. Only the first word on it is accepted. */
export function resolve(shared: Shared, row: ExecutionRow, given: GivenResolution): Found<Receipt> {
  const { node, resolution, output = null, user = null, comment = null } = given;
  return post(shared, row, (plan, state) => {
    const [doubted] = uncertainTokens(plan, state).filter((each) => each.node === node);
    const names = [...new Set(uncertainTokens(plan, state).map((each) => each.node))];
    if (doubted === undefined) return refuse({ why: "signal", message: nothingUncertain(row.id, node, names) });
    return { ok: true, value: { kind: "resolve", id: `resolution-${node}-${doubted.visit}-${doubted.attempt}`, body: { ...doubted, resolution, output, user, comment } } };
  });
}

/** Posts that there is more to spend. */
export function raiseBudget(shared: Shared, row: ExecutionRow, given: GivenBudget): Found<Receipt> {
  const { by, user = null, id = shared.host.ports.ids.event() } = given;
  return post(shared, row, () => ({ ok: true, value: { kind: "budget", id, body: { by, user } } }));
}

/** Posts that the execution is to end. */
export function cancel(shared: Shared, row: ExecutionRow, reason: string | null): Found<Receipt> {
  return post(shared, row, () => ({ ok: true, value: { kind: "cancel", id: "cancel", body: { reason } } }));
}

/** What people are asked now, in one execution or in all that are open: the oldest question first. */
export function approvals(shared: Shared, tenant: string, id: string | undefined): Found<readonly PendingApproval[]> {
  const { host: { store }, plans } = shared;
  const rows = store.open({ tenant, limit: 10_000 }).filter((row) => id === undefined || row.id === id);
  const pending: PendingApproval[] = [];
  for (const row of rows) {
    const folded = plans.fold(row);
    if (!folded.ok) return folded;
    const waits = waitLines(folded.value.plan, folded.value.state).filter((wait) => wait.request !== undefined);
    pending.push(...waits.map((wait) => ({ id: row.id, workflow: { id: row.workflow_id, version: row.version }, wait })));
  }
  return { ok: true, value: pending.toSorted((a, b) => a.wait.since - b.wait.since) };
}

type Posting = Omit<Signal, "at">;

/** Holds a signal against the execution as it stands, and posts it for whoever carries the execution. */
function post(shared: Shared, row: ExecutionRow, make: (plan: Plan, state: RunState) => Found<Posting>): Found<Receipt> {
  const { host: { store, ports }, live, plans } = shared;
  if (row.ended_at !== null) return refuse({ why: "signal", message: `'${row.id}' has ended: it is ${row.status}` });
  const folded = plans.fold(row);
  if (!folded.ok) return folded;
  const { plan, state } = folded.value;
  const made = make(plan, state);
  if (!made.ok) return made;
  const posting: Signal = { ...made.value, at: ports.clock.now() };
  const received = receive(plan, state, posting);
  if (received.as === "refused") return refuse({ why: "signal", message: received.why, ...(received.help === undefined ? {} : { help: received.help }) });
  const posted = store.post(row, posting);
  if (!posted.ok) return refuse({ why: "store", message: posted.failure.message });
  if (posted.value === "duplicate" && (posting.kind === "approval" || posting.kind === "resolve")) return refuse({ why: "signal", message: "it was decided already" });
  const here = live.get(row);
  here?.look();
  const carrier = here !== undefined ? "here" : store.isHeld(row) ? "elsewhere" : "nobody";
  return { ok: true, value: { id: posting.id, carrier, ...effectOf(received, posted.value === "duplicate") } };
}

function effectOf(received: Exclude<Received, { readonly as: "refused" }>, isKnown: boolean): Pick<Receipt, "effect" | "why" | "unmerged"> {
  if (isKnown) return { effect: "none", why: "it was posted before, and counts once", unmerged: [] };
  return received.as === "event" ? { effect: "now", unmerged: received.unmerged } : { effect: "later", why: received.why, unmerged: received.unmerged };
}

/** How to say which of several requests is meant. */
function whichOf(asking: readonly { readonly node: string; readonly visit: number }[]): string {
  const nodes = [...new Set(asking.map(({ node }) => node))];
  return nodes.length > 1 ? `say which with --node: ${nodes.join(", ")}` : `say which with --visit: ${asking.map(({ visit }) => visit).join(", ")}`;
}

function nothingUncertain(id: string, node: string, names: readonly string[]): string {
  if (names.length === 0) return `nothing is uncertain in '${id}'`;
  return `'${node}' is not uncertain in '${id}'; ${names.join(", ")} is`;
}

function nobodyAsks(id: string, node: string | undefined, names: readonly string[]): string {
  if (names.length === 0) return `nobody is asked for a decision in '${id}'`;
  return `'${String(node)}' asks for no decision in '${id}'; ${names.join(", ")} does`;
}
