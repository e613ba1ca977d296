import type { RootName } from "../../schemas/expr/roots.ts";
import type { Type } from "../../schemas/type.ts";
import type { Bounds, Facts } from "./facts.ts";
import { dictOf, listOf, optional, types } from "../../schemas/type.ts";
import { forget, noFacts } from "./facts.ts";

/** What the names of an expression stand for at one place, and what conditions on the way have said of them. */
export interface ExprEnv {
  /** The roots that have a value here. `state` is a closed record of all declared keys. */
  readonly roots: ReadonlyMap<RootName, Type>;
  /** Variables of comprehensions, `{% for %}` and `{% set %}`. They hide roots of the same name. */
  readonly locals: ReadonlyMap<string, Type>;
  readonly facts: Facts;
  /** What is known of the parts of roots beyond their types; undefined where that is nothing. */
  readonly bounds: Bounds | undefined;
}

const { int, str } = types;

function recordOf(fields: { readonly [name: string]: Type }): Type {
  return { kind: "record", open: false, fields: Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }])) };
}

const always: readonly (readonly [RootName, Type])[] = [
  ["env", dictOf(str)],
  ["execution", recordOf({ id: str, workflow_id: str, version: str, tenant: str, started_at: str })],
  ["node", recordOf({ id: str, attempt: int })],
  ["error", optional(recordOf({ code: str, message: str, node: str, attempt: int }))],
  ["feedback", optional(listOf(recordOf({ scorer: str, score: optional(types.float), message: str })))],
];

/** The roots that have a value everywhere, around the given type of the state; `more` adds `output` or `event` where they have one. */
export function rootTypes(state: Type, more: { readonly output?: Type; readonly event?: Type } = {}): ReadonlyMap<RootName, Type> {
  const { output, event } = more;
  return new Map([
    ["state", state],
    ...always,
    ...(output === undefined ? [] : [["output", output] as const]),
    ...(event === undefined ? [] : [["event", event] as const]),
  ]);
}

/** An environment without variables. */
export function exprEnv(roots: ReadonlyMap<RootName, Type>, facts: Facts = noFacts, bounds?: Bounds): ExprEnv {
  return { roots, locals: new Map(), facts, bounds };
}

/** `env` with further variables: nothing was said of them yet. */
export function withLocals(env: ExprEnv, locals: Iterable<readonly [string, Type]>): ExprEnv {
  const added = [...locals];
  return { ...env, locals: new Map([...env.locals, ...added]), facts: added.reduce((facts, [name]) => forget(facts, name), env.facts) };
}

/** `loop` as a turn of `{% for %}` sees it. */
export const loopType: Type = recordOf({ index: int, index0: int, first: types.bool, last: types.bool, length: int });
