import { hintsOf } from "../../schemas/tool-lock.ts";
import type { Span } from "../../schemas/span.ts";
import { namedRequest, namedTool, rule } from "../../schemas/policy.ts";
import { lockedCalls } from "../bind/locked-tools.ts";
import type { BoundWorkflow } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic, type Related } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import { textOrigins } from "../taint/origins.ts";
import { textReads } from "../taint/text-reads.ts";
import { idOf } from "./graph-words.ts";
import { pathSteps } from "./json-path.ts";
import { policiesOver } from "./policies.ts";
import type { WorkflowRule } from "./rule.ts";
import { flowInto, textsRead } from "./taint-sinks.ts";

const lethalTrifecta = diagnostic<{ model: string; secret: string; whose: string; key: string }>({
  code: "JJ6012",
  slug: "lethal-trifecta",
  severity: "warning",
  message: (p) => `personal data may leave: the model of '${p.model}' reads 'state.${p.secret}' and words of '${p.whose}', and what it writes is sent out as 'state.${p.key}'`,
  help: () => "let a person approve what is sent, keep the personal data out of this prompt, or send one of a few texts instead of what the model writes",
  doc: `Private data, words of strangers and a way out are each harmless. Together, in one model's hands, they are not: the stranger's words ask
for the data, the model writes it down, and the next node sends it. It is told only where all three are certain: the data is named in
\`pii_fields\`, the words come from a service or an event, and a request that is not mere reading, or a tool that says it reaches an open world,
sends what the model wrote, with nobody asked on the way.

\`\`\`yaml
data_policy: {pii_fields: ["$.customer"]}
nodes:
  page: {type: http, url: "https://example.com/news", output_key: news, next: write}
  write: {type: model, model: claude-haiku-4-5, prompt: "{{ state.customer }} {{ state.news }}", output_key: letter, next: post}
  post: {type: http, method: POST, url: "https://example.com/letters", body: "{{ state.letter }}", next: end}     # bad
\`\`\``,
});

/** What a model made of personal data and the words of strangers is not sent out unseen. */
export const lethalTrifectaRule: WorkflowRule = {
  of: "workflow",
  reports: [lethalTrifecta],
  check: (typed) => {
    const personal = personalParts(typed.bound);
    if (personal.length === 0) return [];
    return typed.nodes.flatMap((node) => (sendsUnseen(typed.bound, node) ? sentBy(typed, node, personal) : []));
  },
};

/** A part of the state that the document calls personal. */
interface Personal {
  readonly path: readonly string[];
  readonly span: Span;
}

function personalParts({ ast }: BoundWorkflow): readonly Personal[] {
  return [ast.header, ast.file].flatMap((holder) => {
    const policy = memberOf(holder, "data_policy", "object");
    const items = (policy && memberOf(policy.members, "pii_fields", "list"))?.items ?? [];
    return items.flatMap((item): readonly Personal[] => {
      if (item.shape !== "text") return [];
      const steps = pathSteps(item.value);
      const last = steps.findIndex((step) => step.to !== "name");
      const path = steps.slice(0, last === -1 ? undefined : last).flatMap((step) => (step.to === "name" ? [step.name] : []));
      return path.length === 0 ? [] : [{ path, span: item.span }];
    });
  });
}

/** Whether the node certainly tells somebody outside what it is given, and no policy asks a person first. */
function sendsUnseen(bound: BoundWorkflow, node: TypedNode): boolean {
  const { spec, ast } = node.bound;
  const call = lockedCalls(bound, node.bound).find(({ own }) => own);
  if (call !== undefined) {
    const { openWorld, readOnly } = hintsOf(call.tool);
    return openWorld === true && readOnly !== true && rule(policiesOver(bound, node.bound), namedTool(call.server, call.tool.name)).do === "allow";
  }
  const { twiceWhen } = spec?.traits.effect ?? {};
  const method = twiceWhen && memberOf(ast.members, twiceWhen.field, "choice")?.value;
  if (method === undefined || twiceWhen?.in.includes(method) !== true) return false;
  const url = memberOf(ast.members, "url", "template")?.text.value ?? "";
  return !/^https?:\/\/(?:localhost|127\.)/.test(url) && rule(policiesOver(bound, node.bound), namedRequest(method, url)).do === "allow";
}

function sentBy(typed: TypedWorkflow, node: TypedNode, personal: readonly Personal[]): readonly Diagnostic[] {
  return node.sites.flatMap((site) => {
    if (!site.site.text.value.includes("state")) return [];
    const flow = flowInto(typed, { node, site, reads: textsRead(typed.bound, site) });
    const writer = flow?.origin.author === "model" ? typed.nodes[flow.origin.node] : undefined;
    if (flow === undefined || writer === undefined) return [];
    const read = whatItReads(typed, writer, personal);
    if (read === undefined) return [];
    const related = [{ span: read.declared, message: "the personal data" }, ...flow.related, ...read.related];
    return [report(lethalTrifecta, flow.span, { model: idOf(typed.bound, writer.bound.index), secret: read.secret, whose: read.whose, key: flow.key }, { related })];
  }).slice(0, 1);
}

interface RiskyReads {
  /** As in `customer.iban`. */
  readonly secret: string;
  readonly declared: Span;
  readonly whose: string;
  readonly related: readonly Related[];
}

/** The personal data and the words of strangers that a model is given, if it is given both. */
function whatItReads(typed: TypedWorkflow, model: TypedNode, personal: readonly Personal[]): RiskyReads | undefined {
  const paths = model.sites.flatMap(({ code }) => textReads(code)).flatMap(({ read }) => (read.root === "state" ? [read.path] : []));
  const found = paths.flatMap((path) => personal.flatMap((part) => (isWithin(path, part.path) ? [{ path, part }] : [])))[0];
  const origin = paths.map(([key = ""]) => textOrigins(typed)(model.bound.index, key)).find((each) => each !== undefined && each.author !== "model");
  if (found === undefined || origin === undefined) return undefined;
  const related = [{ span: origin.write.span, message: "the words of strangers" }];
  return { secret: found.path.join("."), declared: found.part.span, whose: idOf(typed.bound, origin.node), related };
}

/** Whether what stands at one path is a part of what stands at the other. */
function isWithin(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name, index) => other[index] === undefined || other[index] === name);
}
