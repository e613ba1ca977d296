import { retryFields, retryPresets } from "../../schemas/common-fields.ts";
import type { Fields } from "../../schemas/field.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Effect, RetryIr, Route, WriteIr } from "../../schemas/op.ts";
import { retryOf } from "../../schemas/retry.ts";
import { Bug } from "../../schemas/bug.ts";
import type { BoundNode } from "../bind/bound.ts";
import { memberOf, type Part } from "../syntax/part.ts";
import { slotNamed, type Lowering } from "./context.ts";
import { lowerFields } from "./fields.ts";

/** The node that a field names; null where it names none. */
export function targetSlot(lowering: Lowering, node: BoundNode, field: string): Slot | null {
  const target = memberOf(node.ast.members, field, "target");
  return target === undefined ? null : slotNamed(lowering, target.value);
}

/** Where control goes in any case. */
export function routeTo(otherwise: Slot): Route {
  return { cases: noCases, otherwise };
}

const noCases: Route["cases"] = [];

/** `next`: one node, or routes tried in order. Absent at the end of a parallel branch. */
export function lowerNext(lowering: Lowering, node: BoundNode): Route | null {
  const part = node.ast.members["next"]?.part;
  if (part?.shape === "target") return routeTo(slotNamed(lowering, part.value));
  return part?.shape === "list" ? lowerRoutes(lowering, part.items) : null;
}

function lowerRoutes(lowering: Lowering, items: readonly Part[]): Route {
  const cases: Route["cases"][number][] = [];
  let otherwise: Route["otherwise"] = null;
  for (const item of items) {
    if (item.shape !== "object") throw new Bug("a route is an object");
    const when = memberOf(item.members, "when", "expression");
    const to = memberOf(item.members, "to", "target");
    const last = memberOf(item.members, "else", "target");
    if (when !== undefined && to !== undefined) cases.push({ when: lowering.code(when.text, "condition"), to: slotNamed(lowering, to.value) });
    if (last !== undefined) otherwise = slotNamed(lowering, last.value);
  }
  return { cases, otherwise };
}

/** `retry`: a named policy or one of its own, in numbers; null where a node has one attempt. */
export function lowerRetry(lowering: Lowering, node: BoundNode): RetryIr | null {
  const part = node.ast.members["retry"]?.part;
  if (part === undefined) return null;
  const by = `${node.ast.id.value}.retry`;
  if (part.shape === "object") return retryOf(lowerFields(lowering, part.members, retryFields, by));
  if (part.shape !== "name") throw new Bug("a retry is a name or an object");
  const named = memberOf(lowering.typed.bound.ast.header, "retry_policies", "map")?.entries.find((entry) => entry.key.value === part.value)?.part;
  if (named?.shape === "object") return retryOf(lowerFields(lowering, named.members, retryFields, by));
  const { retry_on: on, ...preset } = retryPresets[part.value as keyof typeof retryPresets];
  return { ...preset, ...(on.length === 0 ? {} : { on }) };
}

/** In milliseconds; null where a node has all the time it wants. */
export function timeoutOf(node: BoundNode): number | null {
  return memberOf(node.ast.members, "timeout", "duration")?.value ?? null;
}

/** Where a result goes. */
export function lowerWrites(node: BoundNode): readonly WriteIr[] {
  return node.writes.map((write) => (write.field === undefined ? { key: write.key } : { key: write.key, part: write.field }));
}

export function maxVisitsOf(node: BoundNode): number {
  const field = node.spec?.fields["max_visits"];
  return memberOf(node.ast.members, "max_visits", "integer")?.value ?? (field?.default as number | undefined) ?? 1;
}

/** The effect class the author names, else the one that the kind's traits give. */
export function effectOf(lowering: Lowering, node: BoundNode, fields: JsonObject): Effect {
  const authored = memberOf(node.ast.members, "effect", "choice");
  if (authored?.value === "once") lowering.require("effect_once", `${node.ast.id.value}.effect`);
  if (authored !== undefined) return authored.value as Effect;
  const effect = node.spec?.traits.effect;
  const { readWhen } = effect ?? {};
  const value = readWhen === undefined ? undefined : fields[readWhen.field];
  return typeof value === "string" && readWhen?.in.includes(value) === true ? "read" : (effect?.otherwise ?? "idempotent");
}

/** The fields of `all` that are not among `common`; declarations do not change, so each answer is kept. */
export function ownFields(all: Fields, common: Fields): Fields {
  const answers = ownFieldsOf.get(all) ?? new WeakMap<Fields, Fields>();
  ownFieldsOf.set(all, answers);
  const known = answers.get(common);
  if (known !== undefined) return known;
  const own = Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(common, name)));
  answers.set(common, own);
  return own;
}

const ownFieldsOf = new WeakMap<Fields, WeakMap<Fields, Fields>>();
