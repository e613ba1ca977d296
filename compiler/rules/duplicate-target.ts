import type { BoundNode } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import type { NodeRule } from "./rule.ts";

const duplicateTarget = diagnostic<{ target: string; isLast: boolean }>({
  code: "JJ4013",
  slug: "duplicate-target",
  severity: "hint",
  tag: "unnecessary",
  quiet: true,
  message: (p) => (p.isLast ? `the last condition decides nothing: without it, the way leads to '${p.target}', too` : `two conditions, one behind the other, lead to '${p.target}'`),
  help: (p) => (p.isLast ? "remove the condition" : "join them with 'or'"),
  doc: "Routes are tried in order. Two neighbours that lead to the same node are one route whose condition stands in two places.",
});

/** Neighbouring routes lead to different nodes. */
export const duplicateTargetRule: NodeRule = {
  of: "node",
  reports: [duplicateTarget],
  check: ({ bound }) => repeated(bound),
};

function repeated({ targets }: BoundNode): readonly Diagnostic[] {
  const routes = targets.filter(({ part: { field } }) => field.edge === "case" || field.edge === "default");
  return routes.flatMap((route, place) => {
    const before = routes[place - 1];
    if (before === undefined || route.node === undefined || route.node !== before.node) return [];
    const words = { target: route.part.value, isLast: route.part.field.edge === "default" };
    return [report(duplicateTarget, route.part.span, words, { related: [{ span: before.part.span, message: "the one before it" }] })];
  });
}
