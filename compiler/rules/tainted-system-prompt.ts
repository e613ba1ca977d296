import type { Around } from "../bind/bound.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { textReads } from "../taint/text-reads.ts";
import type { WorkflowRule } from "./rule.ts";
import { flowInto, sinksIn, type Sink } from "./taint-sinks.ts";

const taintedSystemPrompt = diagnostic<{ whose: string; key: string; field: string }>({
  code: "JJ6010",
  slug: "tainted-system-prompt",
  severity: "warning",
  message: (p) => `words of ${p.whose} become orders: 'state.${p.key}' stands in '${p.field}'`,
  help: () => "put them into 'prompt', between marks that say whose words they are, or let a condition, an eval or a person look at them first",
  doc: `A model obeys its system prompt. What a web page, an event or another model says in there is obeyed as well: "ignore what you were
told" is all it takes. The words of others belong into \`prompt\`, where they are something to work on.

\`\`\`yaml
answer:
  type: model
  model: claude-haiku-4-5
  system: "Answer by these rules. {{ state.page }}"     # bad: 'page' was fetched from somewhere
  prompt: "{{ state.question }}"
\`\`\``,
});

/** What a model is ordered is nobody else's to say. */
export const taintedSystemPromptRule: WorkflowRule = {
  of: "workflow",
  reports: [taintedSystemPrompt],
  check: (typed) =>
    gathered(typed, orders).flatMap((sink) => {
      const flow = flowInto(typed, sink);
      return flow === undefined ? [] : [report(taintedSystemPrompt, flow.span, { whose: flow.whose, key: flow.key, field: sink.site.site.path }, { related: flow.related })];
    }),
};

/** What a node orders its model that is read from the state. */
function orders(node: TypedNode, around: Around): readonly Sink[] {
  return sinksIn(node, around, isOrder, textReads);
}

function isOrder({ site: { part } }: TypedSite): boolean {
  return part.shape === "template" && part.field.sink === "orders";
}
