import { hasUsualHost } from "../../schemas/http-request.ts";
import type { Around } from "../bind/bound.ts";
import type { Code } from "../check/code.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { stretchesOf, type TextRead } from "../taint/text-reads.ts";
import type { WorkflowRule } from "./rule.ts";
import { flowInto, sinksIn, type Sink } from "./taint-sinks.ts";

const taintedUrl = diagnostic<{ whose: string; key: string }>({
  code: "JJ6011",
  slug: "tainted-url",
  severity: "warning",
  message: (p) => `words of ${p.whose} decide where the request goes: 'state.${p.key}' stands before the path of the address`,
  help: () => "write the host out, and put only a path or a query behind it; or let a condition, an eval or a person look at the address first",
  doc: `Who names the host, receives the request: its headers, its body and what the answer is used for. At run time such a request reaches
only hosts that \`[network] allow\` lists. Behind the first \`/\` of an address that is written out, any text may stand.

\`\`\`yaml
url: "https://{{ state.host }}/orders"                        # bad, if a model wrote 'host'
url: "https://api.example.com/orders/{{ state.order }}"        # good
\`\`\``,
});

/** Where a request goes is for the document to say. */
export const taintedUrlRule: WorkflowRule = {
  of: "workflow",
  reports: [taintedUrl],
  check: (typed) =>
    gathered(typed, hosts).flatMap((sink) => {
      const flow = flowInto(typed, sink);
      return flow === undefined ? [] : [report(taintedUrl, flow.span, { whose: flow.whose, key: flow.key }, { related: flow.related })];
    }),
};

/** The addresses of a node whose host is read from the state. */
function hosts(node: TypedNode, around: Around): readonly Sink[] {
  return sinksIn(node, around, isAddress, readsBeforePath);
}

function isAddress({ site: { part } }: TypedSite): boolean {
  return part.shape === "template" && part.field.address === true;
}

/** An address whose host is over: `https://api.example.com/`, or `x/` where code gave what comes first. */
const endsHost = /^(?:[^/?#]*:\/\/[^/?#]+[/?#]|(?![^/?#]*:\/\/)[^/?#]+[/?#])/;

/** What is read before the path of an address begins. What is encoded for a place in it can end no host and begin none. */
function readsBeforePath(code: Code): readonly TextRead[] {
  const found: TextRead[] = [];
  let before = "";
  for (const { text, reads } of stretchesOf(code)) {
    before += text;
    if (hasUsualHost(before) || endsHost.test(before)) break;
    found.push(...reads.filter(({ through }) => !through.includes("urlencode")));
    // Whatever code gives, it is some text.
    if (reads.length > 0) before += "x";
  }
  return found;
}
