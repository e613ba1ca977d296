import { diagnostic, report } from "../diagnostics/define.ts";
import { blockedCalls, policyNote } from "./policies.ts";
import type { Rule } from "./rule.ts";

const modelNotAllowed = diagnostic<{ model: string; scope: string; allowed: readonly string[] }>({
  code: "JJ6008",
  slug: "model-not-allowed",
  severity: "error",
  message: (p) => `model '${p.model}' is not in 'model_allowlist' of the ${p.scope}`,
  help: (p) => (p.allowed.length === 0 ? "the list is empty: add a model to it, or remove it" : `use one of: ${p.allowed.join(", ")}`),
  doc: `An allow-list only ever narrows: a model must be in the list of the workflow *and* in that of its node, where they have one.

\`\`\`yaml
policy:
  model_allowlist: ["claude-*"]
nodes:
  draft: {type: model, model: gpt-4o, prompt: "…", output_key: text, next: end}     # bad: the node would fail each time
\`\`\``,
});

/** No node names a model that its policies do not allow. */
export const modelNotAllowedRule: Rule = {
  reports: [modelNotAllowed],
  check: ({ bound }) =>
    blockedCalls(bound, "model", "model_allowlist").map(({ part, ruling, layer }) =>
      report(modelNotAllowed, part.span, { model: part.value, scope: ruling.scope, allowed: layer?.policy.model_allowlist ?? [] }, { related: policyNote(layer, "model_allowlist") }),
    ),
};
