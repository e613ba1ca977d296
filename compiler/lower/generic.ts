import { activityFields } from "../../schemas/common-fields.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ActivityKind } from "../../schemas/nodes/index.ts";
import type { Op, OpOf } from "../../schemas/op.ts";
import { Bug } from "../../schemas/bug.ts";
import type { BoundNode } from "../bind/bound.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import type { Lowering } from "./context.ts";
import { lowerFields } from "./fields.ts";
import { effectOf, lowerNext, lowerRetry, lowerWrites, maxVisitsOf, ownFields, targetSlot, timeoutOf } from "./flow.ts";

/** Fields of every activity that reach it; the others are carried by the op itself. */
const passedOn: ReadonlySet<string> = new Set(["policy", "data_policy", "oauth_scopes"]);
const carriedByOp = Object.fromEntries(Object.entries(activityFields).filter(([name]) => !passedOn.has(name)));

/** What every op says of its node. */
export function commonOf(node: BoundNode): Pick<Op, "node" | "kind" | "max_visits"> {
  if (node.spec === undefined) throw new Bug("a node without a kind reached lowering");
  return { node: node.ast.id.value, kind: node.spec.kind as Op["kind"], max_visits: maxVisitsOf(node) };
}

/** `op` with what its node says for people, behind what every op says; most nodes say nothing. */
export function described(op: Op, { ast: { members } }: BoundNode): Op {
  const description = memberOf(members, "description", "text")?.value;
  const labels = memberOf(members, "labels", "map");
  if (description === undefined && labels === undefined) return op;
  const { op: name, node, kind, max_visits, ...rest } = op;
  // It is the same op: what is left of it goes back to its name.
  return { op: name, node, kind, max_visits, ...(description === undefined ? {} : { description }), ...(labels === undefined ? {} : { labels: textsIn(labels) }), ...rest } as Op;
}

/** The texts of a map, under their keys. */
export function textsIn({ entries }: PartOf<"map">): { readonly [key: string]: string } {
  return Object.fromEntries(entries.flatMap(({ key, part }) => (part.shape === "text" ? [[key.value, part.value]] : [])));
}

/** Any kind that only does something becomes a `call`. */
export function lowerActivity(lowering: Lowering, node: BoundNode): OpOf<"call"> {
  const { node: id, kind, max_visits } = commonOf(node);
  const own = ownFields(node.spec?.fields ?? {}, carriedByOp);
  const fields = lowerFields(lowering, node.ast.members, own, id) as JsonObject;
  return {
    op: "call",
    node: id,
    kind: kind as ActivityKind,
    max_visits,
    effect: effectOf(lowering, node, fields),
    fields,
    writes: lowerWrites(node),
    next: lowerNext(lowering, node),
    append_feedback: lowering.isReRun(node) && !lowering.nodeReads(node, "feedback"),
    retry: lowerRetry(lowering, node),
    timeout_ms: timeoutOf(node),
    on_error: targetSlot(lowering, node, "on_error"),
  };
}
