/** The JSON Schema of a compiled program, for whoever writes or reads one outside this house; the types are its source. */
import { failures } from "../failure.ts";
import { features } from "../feature.ts";
import { nodeKinds } from "../nodes/index.ts";
import type { OpName, OpOf, RetryIr, Route, WriteIr } from "../op.ts";
import type { InputIr, Program, ProgramDebug, Requirement, StateKeyIr } from "../program.ts";
import { programFormat } from "../program.ts";
import type { Type } from "../type.ts";
import { expressionDefinitions } from "./expression-schema.ts";
import { constant, flag, index, json, listOf, mapOf, maybe, orNull, record, ref, taggedUnion, text } from "./record-schema.ts";
import type { Schema } from "./record-schema.ts";

/** The JSON Schema (2020-12) of a `Program`. */
export function programSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jamjet.dev/schemas/program/v1.json",
    title: "JamJet program",
    description: "A compiled workflow: what `jamjet compile` writes and `jamjet run` takes.",
    ...record<Program>({
      format: { description: "The format; another number is refused.", ...constant(programFormat) },
      hash: { description: "SHA-256 of the canonical JSON (RFC 8785) of everything but `hash` and `debug`.", type: "string", pattern: "^[0-9a-f]{64}$" },
      workflow: { description: "The workflow's name and version.", ...record<Program["workflow"]>({ id: text, version: text, name: maybe(text), description: maybe(text), labels: maybe(mapOf(text)) }) },
      state: { description: "The declared state by key.", ...mapOf(record<StateKeyIr>({ type: ref("type"), schema: maybe(json), default: maybe(json) })) },
      inputs: { description: "What a caller may or must give.", ...listOf(record<InputIr>({ key: text, required: flag })) },
      start: { description: "The slot of the first op.", ...index },
      ops: { description: "The nodes, in the order of their slots.", type: "array", minItems: 1, items: ref("op") },
      code: { description: "Expressions and templates; equal ones stand here once.", ...listOf(ref("expression")) },
      env: { description: "Environment names that any code reads.", ...listOf(text) },
      recorded_env: { description: "Those whose values are recorded when an execution starts.", ...listOf(text) },
      requires: { description: "What the runtime must be able to do.", ...listOf(record<Requirement>({ feature: { enum: Object.keys(features) }, by: text })) },
      settings: { description: "Header settings that the runtime enforces as a whole.", type: "object" },
      debug: { description: "Where things are written; never part of the hash.", ...record<ProgramDebug>({ uri: text, nodes: listOf(tuple(index, index, index)), code: listOf({ anyOf: [tuple(text, index, index), tuple(text, index, index, text)] }), inputs: maybe(listOf({ anyOf: [tuple(index), tuple(index, text)] })) }) },
    }),
    $defs: { op: taggedUnion("op", ops), type: taggedUnion("kind", types), route, ...expressionDefinitions },
  };
}

const slot: Schema = { description: "Index of an op.", ...index };
const code: Schema = { description: "Index of a piece of code.", ...index };
const positive: Schema = { type: "integer", minimum: 1 };
const route = record<Route>({ cases: listOf(record<Route["cases"][number]>({ when: code, to: slot })), otherwise: orNull(slot) });
const writes = listOf(record<WriteIr>({ key: text, part: maybe(text) }));
const retry = record<RetryIr>({
  max_attempts: positive,
  backoff: { enum: ["constant", "linear", "exponential"] },
  delay_ms: index,
  max_delay_ms: index,
  jitter: flag,
  on: maybe(listOf({ anyOf: [{ enum: Object.keys(failures) }, { type: "integer" }] })),
});

const common = { node: text, kind: { enum: nodeKinds }, description: maybe(text), labels: maybe(mapOf(text)), max_visits: positive };
const attempts = { retry: orNull(retry), timeout_ms: orNull(index), on_error: orNull(slot) };
const leaving = { writes, next: orNull(ref("route")) };

const ops: { readonly [N in OpName]: Schema } = {
  call: record<OpOf<"call">>({ ...common, ...attempts, ...leaving, op: constant("call"), effect: { enum: ["read", "idempotent", "once"] }, fields: { type: "object" }, append_feedback: flag }),
  judge: record<OpOf<"judge">>({
    ...common, ...attempts, ...leaving, op: constant("judge"), subject: slot, fields: { type: "object" },
    on_fail: { enum: ["retry_with_feedback", "escalate", "halt", "log_and_continue"] }, max_retries: index, escalate: orNull(slot),
  }),
  choose: record<OpOf<"choose">>({ ...common, op: constant("choose"), route: ref("route") }),
  fork: record<OpOf<"fork">>({ ...common, op: constant("fork"), branches: listOf(slot), join: slot }),
  join: record<OpOf<"join">>({
    ...common, ...leaving, op: constant("join"), wait_for: listOf(slot),
    merge: { anyOf: [{ enum: ["last_writer", "collect", "first"] }, record<{ module: string; function: string }>({ module: text, function: text })] },
  }),
  suspend: record<OpOf<"suspend">>({ ...common, ...leaving, op: constant("suspend"), until: { enum: ["event", "approval"] }, fields: { type: "object" }, timeout_ms: orNull(index), on_timeout: orNull(slot), on_rejected: orNull(slot) }),
  halt: record<OpOf<"halt">>({ ...common, op: constant("halt"), status: { enum: ["completed", "failed"] } }),
};

const type = ref("type");
const types: { readonly [K in Exclude<Type["kind"], "hole">]: Schema } = {
  any: plain("any"),
  never: plain("never"),
  null: plain("null"),
  bool: plain("bool"),
  int: plain("int"),
  float: plain("float"),
  str: plain("str"),
  literal: record<TypeOf<"literal">>({ kind: constant("literal"), value: { type: ["string", "number", "boolean"] } }),
  list: record<TypeOf<"list">>({ kind: constant("list"), of: type }),
  dict: record<TypeOf<"dict">>({ kind: constant("dict"), of: type }),
  record: record<TypeOf<"record">>({ kind: constant("record"), open: flag, fields: mapOf(record<{ type: Type; optional?: true }>({ type, optional: maybe({ const: true }) })) }),
  union: record<TypeOf<"union">>({ kind: constant("union"), of: listOf(type) }),
};

type TypeOf<K extends Type["kind"]> = Extract<Type, { readonly kind: K }>;

function plain(kind: Type["kind"]): Schema {
  return record<{ kind: string }>({ kind: constant(kind) });
}

function tuple(...items: readonly Schema[]): Schema {
  return { type: "array", prefixItems: items, minItems: items.length, maxItems: items.length };
}
