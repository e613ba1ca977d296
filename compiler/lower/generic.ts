import { activityFields } from "../../schemas/common-fields.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ActivityKind } from "../../schemas/nodes/index.ts";
import type { Op, OpOf } from "../../schemas/op.ts";
import { Bug } from "../../schemas/bug.ts";
import type { BoundNode } from "../bind/bound.ts";
import { memberOf } from "../syntax/part.ts";
import type { Lowering } from "./context.ts";
import { lowerFields } from "./fields.ts";
import { effectOf, lowerAttempts, lowerNext, lowerWrites, maxVisitsOf, ownFields } from "./flow.ts";

/** Fields of every activity that reach it; the others are carried by the op itself. */
const passedOn: ReadonlySet<string> = new Set(["policy", "data_policy", "oauth_scopes"]);
const carriedByOp = Object.fromEntries(Object.entries(activityFields).filter(([name]) => !passedOn.has(name)));

/** What every op says of its node. */
export function commonOf(node: BoundNode): Pick<Op, "node" | "kind" | "max_visits" | "description" | "labels"> {
  if (node.spec === undefined) throw new Bug("a node without a kind reached lowering");
  const description = memberOf(node.ast.members, "description", "text")?.value;
  const labels = memberOf(node.ast.members, "labels", "map");
  return {
    node: node.ast.id.value,
    kind: node.spec.kind as Op["kind"],
    max_visits: maxVisitsOf(node),
    ...(description === undefined ? {} : { description }),
    ...(labels === undefined ? {} : { labels: Object.fromEntries(labels.entries.flatMap(({ key, part }) => (part.shape === "text" ? [[key.value, part.value]] : []))) }),
  };
}

/** Any kind that only does something becomes a `call`. */
export function lowerActivity(lowering: Lowering, node: BoundNode): OpOf<"call"> {
  const common = commonOf(node);
  const own = ownFields(node.spec?.fields ?? {}, carriedByOp);
  const fields = lowerFields(lowering, node.ast.members, own, common.node) as JsonObject;
  return {
    op: "call",
    ...common,
    kind: common.kind as ActivityKind,
    effect: effectOf(lowering, node, fields),
    fields,
    writes: lowerWrites(node),
    next: lowerNext(lowering, node),
    append_feedback: lowering.isReRun(node) && !lowering.nodeReads(node, "feedback"),
    ...lowerAttempts(lowering, node),
  };
}
