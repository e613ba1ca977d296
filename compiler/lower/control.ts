import { attemptFields, flowFields, nextField } from "../../schemas/common-fields.ts";
import { Bug } from "../../schemas/bug.ts";
import type { Fields } from "../../schemas/field.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { nodeSpecs, type ControlKind } from "../../schemas/nodes/index.ts";
import type { Op, OpOf, Route } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { BoundNode } from "../bind/bound.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import { slotNamed, type Lowering } from "./context.ts";
import { lowerFields } from "./fields.ts";
import { lowerNext, lowerRetry, lowerWrites, ownFields, routeTo, targetSlot, timeoutOf } from "./flow.ts";
import { commonOf } from "./generic.ts";

type ControlLowering = (lowering: Lowering, node: BoundNode) => Op;

/** How each control kind becomes an op. A kind without an entry does not compile. */
export const lowerings = {
  branch: (lowering, node) => {
    const items = memberOf(node.ast.members, "conditions", "list")?.items ?? [];
    const cases = items.map((item) => {
      const arm = item.shape === "object" ? item.members : {};
      return { when: lowering.code(need(memberOf(arm, "if", "expression")).text, "condition"), to: slotNamed(lowering, need(memberOf(arm, "next", "target")).value) };
    });
    return { op: "choose", ...commonOf(node), route: { cases, otherwise: targetSlot(lowering, node, "default") } };
  },
  parallel: (lowering, node) => ({
    op: "fork",
    ...commonOf(node),
    branches: targetsOf(lowering, node, "branches"),
    join: need(targetSlot(lowering, node, "join")),
  }),
  join: (lowering, node) => {
    const fields = fieldsOf(lowering, node, nodeSpecs.join.fields);
    const { merge } = fields;
    const custom = (merge as { readonly custom?: { readonly module: string; readonly function: string } }).custom;
    return {
      op: "join",
      ...commonOf(node),
      wait_for: targetsOf(lowering, node, "wait_for"),
      merge: custom ?? (merge as Extract<OpOf<"join">["merge"], string>),
      writes: lowerWrites(node),
      next: lowerNext(lowering, node),
    };
  },
  wait: (lowering, node) => ({ op: "suspend", ...commonOf(node), until: "event", ...suspension(lowering, node, nodeSpecs.wait.fields), on_rejected: null, next: lowerNext(lowering, node) }),
  human_approval: (lowering, node) => {
    const approved = targetSlot(lowering, node, "on_approved");
    const next: Route | null = approved === null ? lowerNext(lowering, node) : routeTo(approved);
    return { op: "suspend", ...commonOf(node), until: "approval", ...suspension(lowering, node, nodeSpecs.human_approval.fields), on_rejected: targetSlot(lowering, node, "on_rejected"), next };
  },
  eval: (lowering, node) => {
    const { on_fail, max_retries, ...fields } = fieldsOf(lowering, node, nodeSpecs.eval.fields);
    return {
      op: "judge",
      ...commonOf(node),
      subject: need(node.subject) as Slot,
      fields,
      on_fail: on_fail as OpOf<"judge">["on_fail"],
      max_retries: max_retries as number,
      escalate: (lowering.typed.bound.header.escalate as Slot | undefined) ?? null,
      writes: lowerWrites(node),
      next: lowerNext(lowering, node),
      retry: lowerRetry(lowering, node),
      timeout_ms: timeoutOf(node),
      on_error: targetSlot(lowering, node, "on_error"),
    };
  },
  end: (_, node) => ({ op: "halt", ...commonOf(node), status: memberOf(node.ast.members, "status", "choice")?.value === "failed" ? "failed" : "completed" }),
} satisfies { readonly [K in ControlKind]: ControlLowering };

/** Fields that ops carry themselves; so they do all targets and state keys, which are slots and writes. */
const carried: Fields = { ...flowFields, ...attemptFields, next: nextField };

function fieldsOf(lowering: Lowering, node: BoundNode, all: Fields): JsonObject {
  return lowerFields(lowering, node.ast.members, plainFields(all), node.ast.id.value) as JsonObject;
}

const plainOf = new WeakMap<Fields, Fields>();

/** The kind's own fields that are no targets; declarations do not change, so each answer is kept. */
function plainFields(all: Fields): Fields {
  const known = plainOf.get(all);
  if (known !== undefined) return known;
  const own = Object.entries(ownFields(all, carried));
  const plain = Object.fromEntries(own.filter(([, field]) => field.shape !== "target" && !(field.shape === "list" && field.of.shape === "target")));
  plainOf.set(all, plain);
  return plain;
}

function suspension(lowering: Lowering, node: BoundNode, all: Fields): Pick<OpOf<"suspend">, "fields" | "timeout_ms" | "on_timeout" | "writes"> {
  return {
    fields: fieldsOf(lowering, node, all),
    timeout_ms: timeoutOf(node),
    on_timeout: targetSlot(lowering, node, "on_timeout"),
    writes: lowerWrites(node),
  };
}

function targetsOf(lowering: Lowering, node: BoundNode, field: string): readonly Slot[] {
  const targets = memberOf(node.ast.members, field, "list")?.items ?? [];
  return targets.flatMap((target) => (target.shape === "target" ? [slotNamed(lowering, (target as PartOf<"target">).value)] : []));
}

/** A part that a complete workflow has: the decoder demanded it. */
function need<T>(part: T | undefined | null): T {
  if (part === undefined || part === null) throw new Bug("a required part is missing in a complete workflow");
  return part;
}
