import type { NamedCall } from "../../schemas/policy.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { blockedCalls, policyNote, type BlockedCall } from "./policies.ts";
import type { NodeRule } from "./rule.ts";

const modelNotAllowed = diagnostic<{ model: string; scope: string; by: string | undefined; allowed: readonly string[] }>({
  code: "JJ6008",
  slug: "model-not-allowed",
  severity: "error",
  message: (p) => (p.by === undefined ? `model '${p.model}' is not in 'model_allowlist' of the ${p.scope}` : `model '${p.model}' is always blocked: '${p.by}' of 'rules' covers it`),
  help: (p) => (p.by !== undefined ? `use another model, or narrow '${p.by}' in the policy of the ${p.scope}` : p.allowed.length === 0 ? "the list is empty: add a model to it, or remove it" : `use one of: ${p.allowed.join(", ")}`),
  doc: `An allow-list only ever narrows: a model must be in the list of the workflow *and* in that of its node, where they have one.

\`\`\`yaml
policy:
  model_allowlist: ["claude-*"]
nodes:
  draft: {type: model, model: gpt-4o, prompt: "…", output_key: text, next: end}     # bad: the node would fail each time
\`\`\``,
});

/** No node names a model that its policies do not allow. */
export const modelNotAllowedRule: NodeRule = {
  of: "node",
  reports: [modelNotAllowed],
  check: ({ bound }, around) => blockedCalls(around, bound, kinds).map(saidOf),
};

const kinds: readonly NamedCall["what"][] = ["model"];

function saidOf({ part, call: { names: [model] }, ruling, layer }: BlockedCall): Diagnostic {
  const by = ruling.list === "rules" ? ruling.rule : undefined;
  return report(modelNotAllowed, part.span, { model, scope: ruling.scope, by, allowed: layer?.policy.model_allowlist ?? [] }, { related: policyNote(layer, ruling.list) });
}
