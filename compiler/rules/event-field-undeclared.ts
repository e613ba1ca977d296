import { describeType } from "../../schemas/type.ts";
import { eventFacts, type EventFact } from "../check/inputs.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import { diagnostic, report, type Fix, type Related } from "../diagnostics/define.ts";
import { nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const eventFieldUndeclared = diagnostic<{ keys: readonly string[]; event: string }>({
  code: "JJ5111",
  slug: "event-field-undeclared",
  severity: "hint",
  message: (p) => `${quoted(p.keys)} ${p.keys.length === 1 ? "comes" : "come"} with the event '${p.event}', which does not say so`,
  help: (p) => `declare ${p.keys.length === 1 ? "it" : "them"} in 'data'`,
  doc: `A node that waits for an event may say in \`data\` what the payload holds. Then an event without it is refused when it is
sent, and not missed where it is read; and what is read behind the event and declared nowhere is a mistake that is found.`,
});

/** An event says what it brings. */
export const eventFieldUndeclaredRule: WorkflowRule = {
  of: "workflow",
  reports: [eventFieldUndeclared],
  check: (typed) =>
    eventFacts(typed).flatMap((fact) => {
      if (fact.declared || fact.fields.length === 0) return [];
      const keys = fact.fields.map(({ key }) => key);
      const related = fact.fields.flatMap(({ key, readAt }): readonly Related[] => (readAt === undefined ? [] : [{ span: readAt, message: `'${key}' is read here` }]));
      return [report(eventFieldUndeclared, fact.at, { keys, event: fact.event }, { related: related.slice(0, 8), fixes: declareFix(typed, fact) })];
    }),
};

/** Declares the fields behind the event's name; what an event must then have, it did not have to before. */
function declareFix({ bound }: TypedWorkflow, { node, at, fields }: EventFact): readonly Fix[] {
  const { members } = nodeAt(bound, node).ast;
  const key = members["event"]?.key.span;
  const field = nodeAt(bound, node).spec?.traits.event?.field;
  if (key === undefined || field === undefined) return [];
  const { text } = bound.ast.source;
  const [start, end] = [bound.ast.blocks.absolute(key).start, bound.ast.blocks.absolute(at).end];
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const data = `{${fields.map((each) => `${each.key}: ${JSON.stringify(describeType(each.type))}`).join(", ")}}`;
  const isBlock = indent.trim() === "" && /^['"]?[ \t]*(?:\n|$)/.test(text.slice(end, end + 80));
  if (!isBlock) return [];
  const lineEnd = text.indexOf("\n", end);
  const behind = lineEnd === -1 ? text.length : lineEnd;
  return [{ title: `declare ${quoted(fields.map((each) => each.key))}`, safety: "unsafe", edits: [{ span: { block: "", start: behind, end: behind }, text: `\n${indent}${field}: ${data}` }] }];
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `'${key}'`).join(", ");
}
