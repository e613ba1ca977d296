import type { BoundNode } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const waitConditionMismatch = diagnostic<{ node: string; said: string; meant: string; keys: readonly string[] }>({
  code: "JJ4025",
  slug: "wait-condition-mismatch",
  severity: "error",
  message: (p) => `'${p.node}' says 'condition: ${p.said}', and its keys (${p.keys.map((key) => `'${key}'`).join(", ")}) say '${p.meant}'`,
  help: (p) => `remove 'condition', or change it to '${p.meant}'`,
  doc: "What ends a wait follows from its keys: `event`, `timer`, `until`. A `condition` that says something else would leave one of them without effect, or the wait without an end.",
});

const waitKeyWithoutEvent = diagnostic<{ node: string; key: string }>({
  code: "JJ4026",
  slug: "wait-key-without-event",
  severity: "error",
  message: (p) => `'${p.key}' has no effect: '${p.node}' waits for no event`,
  help: () => "remove it, or name the 'event'",
  doc: "`data`, `correlation_key` and `output_key` of a wait are about the event that ends it. A wait for a moment alone has no payload.",
});

const aboutEvents = ["data", "correlation_key", "output_key"] as const;

/** What a wait says of its end agrees with the keys that end it. */
export const waitKeysRule: NodeRule = {
  of: "node",
  reports: [waitConditionMismatch, waitKeyWithoutEvent],
  check: ({ bound: node }) => (node.spec?.kind === "wait" ? [...conditionProblem(node), ...idleKeys(node)] : []),
};

function conditionProblem({ ast: { id, members } }: BoundNode): readonly Diagnostic[] {
  const condition = memberOf(members, "condition", "choice");
  const keys = ["event", "timer", "until"].filter((key) => members[key] !== undefined);
  if (condition === undefined || keys.length === 0) return [];
  const byEvent = keys.includes("event");
  const meant = !byEvent ? "timer" : keys.length > 1 ? "either" : "external_event";
  if (condition.value === meant) return [];
  const fixes = [{ title: `change it to '${meant}'`, safety: "unsafe" as const, edits: [{ span: condition.span, text: meant }] }];
  return [report(waitConditionMismatch, condition.span, { node: id.value, said: condition.value, meant, keys }, { fixes })];
}

function idleKeys({ ast: { id, members } }: BoundNode): readonly Diagnostic[] {
  if (members["event"] !== undefined || (members["timer"] === undefined && members["until"] === undefined)) return [];
  return aboutEvents.flatMap((key) => {
    const member = members[key];
    return member === undefined ? [] : [report(waitKeyWithoutEvent, member.key.span, { node: id.value, key })];
  });
}
