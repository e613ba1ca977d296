import type { ExprIr } from "../../schemas/expr/ir.ts";
import type { RootName } from "../../schemas/expr/roots.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { ActivityKind } from "../../schemas/nodes/index.ts";
import type { Effect, Op, OpOf, RetryIr, Route } from "../../schemas/op.ts";
import type { Code, Slot } from "../../schemas/program-refs.ts";
import type { Program, StateKeyIr } from "../../schemas/program.ts";
import { programFormat } from "../../schemas/program.ts";
import { types } from "../../schemas/type.ts";
import { hashOf } from "../../runtime/load.ts";

/** Programs by hand: nodes name each other, and code is written where it stands. */
export interface ProgramSpec {
  readonly state?: { readonly [key: string]: StateKeyIr };
  readonly inputs?: Program["inputs"];
  readonly env?: readonly string[];
  readonly recorded_env?: readonly string[];
  readonly requires?: Program["requires"];
  readonly settings?: Program["settings"];
  /** The first one is the start. */
  readonly nodes: { readonly [node: string]: Build };
}

interface Building {
  readonly slot: (node: string) => Slot;
  readonly code: (ir: ExprIr) => Code;
}

type Build = (building: Building) => OpBody;
type OpBody = Op extends infer O ? (O extends Op ? Omit<O, "node"> : never) : never;

/** A node id, or cases with the way where none holds. */
export type Next = string | { readonly cases: readonly (readonly [ExprIr, string])[]; readonly otherwise: string | null };

export function program(spec: ProgramSpec): Program {
  const names = Object.keys(spec.nodes);
  const code: ExprIr[] = [];
  const building: Building = {
    slot: (node) => {
      const index = names.indexOf(node);
      if (index < 0) throw new Error(`no node '${node}'`);
      return index as Slot;
    },
    code: (ir) => (code.push(ir) - 1) as Code,
  };
  const ops = Object.entries(spec.nodes).map(([node, build]) => ({ node, ...build(building) }) as Op);
  const body = {
    format: programFormat,
    workflow: { id: "test", version: "1.0.0" },
    state: spec.state ?? {},
    inputs: spec.inputs ?? [],
    start: 0 as Slot,
    ops,
    code,
    env: spec.env ?? [],
    recorded_env: spec.recorded_env ?? [],
    requires: spec.requires ?? [],
    settings: spec.settings ?? {},
  } as const;
  return { ...body, hash: hashOf(body as unknown as JsonObject), debug: { uri: "test.yaml", nodes: [], code: code.map((ir, index) => [sourceOf(ir, index), 0, 0] as const) } };
}

const sourceOf = (ir: ExprIr, index: number): string => (ir.op === "text" ? `template ${index}` : `code ${index}`);

export interface CallSpec {
  readonly kind?: ActivityKind;
  readonly writes?: string;
  /** `null` ends a branch; absent is 'end'. */
  readonly next?: Next | null;
  readonly fields?: (code: (ir: ExprIr) => Code) => JsonObject;
  readonly retry?: Partial<RetryIr>;
  readonly timeout_ms?: number;
  readonly on_error?: string;
  readonly max_visits?: number;
  readonly append_feedback?: boolean;
  readonly effect?: Effect;
}

/** A node that calls something: a `tool` unless said otherwise. */
export const call = (spec: CallSpec = {}): Build => ({ slot, code }) => ({
  op: "call",
  kind: spec.kind ?? "tool",
  effect: spec.effect ?? "idempotent",
  max_visits: spec.max_visits ?? 1_000,
  fields: spec.fields?.(code) ?? {},
  retry: spec.retry === undefined ? null : { max_attempts: 3, backoff: "exponential", delay_ms: 1_000, max_delay_ms: 30_000, jitter: false, ...spec.retry },
  timeout_ms: spec.timeout_ms ?? null,
  on_error: spec.on_error === undefined ? null : slot(spec.on_error),
  writes: spec.writes === undefined ? [] : [{ key: spec.writes }],
  next: spec.next === null ? null : route(spec.next ?? "end", slot, code),
  append_feedback: spec.append_feedback ?? true,
});

export interface JudgeSpec extends Omit<CallSpec, "kind" | "append_feedback"> {
  readonly subject: string;
  readonly on_fail?: OpOf<"judge">["on_fail"];
  readonly max_retries?: number;
  readonly escalate?: string;
}

export const judge = (spec: JudgeSpec): Build => (building) => {
  const { slot } = building;
  const { kind: _kind, effect: _effect, append_feedback: _append, op: _op, ...rest } = call(spec)(building) as Omit<OpOf<"call">, "node">;
  return {
    ...rest,
    op: "judge",
    kind: "eval",
    subject: slot(spec.subject),
    on_fail: spec.on_fail ?? "halt",
    max_retries: spec.max_retries ?? 0,
    escalate: spec.escalate === undefined ? null : slot(spec.escalate),
  };
};

export const choose = (cases: readonly (readonly [ExprIr, string])[], otherwise: string | null, max_visits = 1_000): Build => ({ slot, code }) => ({
  op: "choose", kind: "branch", max_visits, route: route({ cases, otherwise }, slot, code),
});

export interface SuspendSpec {
  readonly timeout_ms?: number;
  readonly on_timeout?: string;
  readonly on_rejected?: string;
  readonly writes?: string;
  /** `null` ends a branch; absent is 'end'. */
  readonly next?: Next | null;
  readonly fields?: (code: (ir: ExprIr) => Code) => JsonObject;
}

const suspended = (kind: "wait" | "human_approval", spec: SuspendSpec): Build => ({ slot, code }) => ({
  op: "suspend",
  kind,
  until: kind === "wait" ? "event" : "approval",
  max_visits: 1_000,
  fields: spec.fields?.(code) ?? {},
  timeout_ms: spec.timeout_ms ?? null,
  on_timeout: spec.on_timeout === undefined ? null : slot(spec.on_timeout),
  on_rejected: spec.on_rejected === undefined ? null : slot(spec.on_rejected),
  writes: spec.writes === undefined ? [] : [{ key: spec.writes }],
  next: spec.next === null ? null : route(spec.next ?? "end", slot, code),
});

/** A node that waits for what its fields say: an event by name, a timer. */
export const wait = (fields: JsonObject, spec: SuspendSpec = {}): Build => suspended("wait", { fields: () => fields, ...spec });

/** A node that asks a person. */
export const approval = (spec: SuspendSpec = {}): Build => suspended("human_approval", spec);

export const halt = (status: "completed" | "failed" = "completed"): Build => () => ({ op: "halt", kind: "end", max_visits: 1, status });

export const fork = (branches: readonly string[], join: string, max_visits = 1_000): Build => ({ slot }) => ({ op: "fork", kind: "parallel", max_visits, branches: branches.map(slot), join: slot(join) });

export interface JoinSpec {
  readonly wait_for: readonly string[];
  readonly merge?: OpOf<"join">["merge"];
  readonly writes?: string;
  readonly next?: Next | null;
}

export const join = (spec: JoinSpec): Build => ({ slot, code }) => ({
  op: "join",
  kind: "join",
  max_visits: 1_000,
  wait_for: spec.wait_for.map(slot),
  merge: spec.merge ?? "last_writer",
  writes: spec.writes === undefined ? [] : [{ key: spec.writes }],
  next: spec.next === null ? null : route(spec.next ?? "end", slot, code),
});

function route(next: Next, slot: Building["slot"], code: Building["code"]): Route {
  if (typeof next === "string") return { cases: [], otherwise: slot(next) };
  return { cases: next.cases.map(([when, to]) => ({ when: code(when), to: slot(to) })), otherwise: next.otherwise === null ? null : slot(next.otherwise) };
}

export const lit = (value: Json): ExprIr => ({ op: "lit", value });
export const root = (name: RootName): ExprIr => ({ op: "root", name });
export const get = (name: RootName, ...path: readonly string[]): ExprIr => path.reduce<ExprIr>((of, key) => ({ op: "get", of, key }), root(name));
export const equals = (first: ExprIr, to: ExprIr): ExprIr => ({ op: "compare", first, links: [{ cmp: "==", to }] });
export const less = (first: ExprIr, to: ExprIr): ExprIr => ({ op: "compare", first, links: [{ cmp: "<", to }] });
/** A template: texts as they are, expressions in between. */
export const text = (...parts: readonly (string | ExprIr)[]): ExprIr => ({
  op: "text", parts: parts.map((part) => (typeof part === "string" ? { part: "text", text: part } : { part: "out", of: part })),
});

/** State keys of any type, for tests that are not about types. */
export const anyState = (...keys: readonly string[]): { readonly [key: string]: StateKeyIr } => Object.fromEntries(keys.map((key) => [key, { type: types.any }]));
