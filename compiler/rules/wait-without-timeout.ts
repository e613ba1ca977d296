import type { BoundNode } from "../bind/bound.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import type { WorkflowRule } from "./rule.ts";

const waitWithoutTimeout = diagnostic<{ node: string }>({
  code: "JJ4014",
  slug: "wait-without-timeout",
  severity: "hint",
  quiet: true,
  message: (p) => `'${p.node}' waits for as long as it takes`,
  help: () => "add 'timeout' and 'on_timeout', if somebody should be told that nothing came",
  doc: `To wait without an end is a right thing to do: a runtime that restarts does not mind. Where an answer that never comes has to be
noticed, a \`timeout\` with \`on_timeout\` does it, or a \`timeout\` of the workflow.`,
});

/** A wait ends some day. For who wants to be told: waiting for ever is nothing wrong. */
export const waitWithoutTimeoutRule: WorkflowRule = {
  of: "workflow",
  reports: [waitWithoutTimeout],
  check: ({ bound }) => (bound.ast.header["timeout"] === undefined ? bound.nodes.filter(waitsForEver).map(({ ast: { id } }) => report(waitWithoutTimeout, id.span, { node: id.value })) : []),
};

function waitsForEver({ spec, ast: { members } }: BoundNode): boolean {
  if (spec === undefined || !("on_timeout" in spec.fields)) return false;
  return ["timeout", ...(spec.traits.event?.or ?? [])].every((name) => members[name] === undefined);
}
