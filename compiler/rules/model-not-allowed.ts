import { rule } from "../../schemas/policy.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { callsIn, policiesOver } from "./policies.ts";
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
    bound.nodes.flatMap((node) => {
      const layers = policiesOver(bound, node);
      if (layers.length === 0) return [];
      return callsIn(node).flatMap(({ part, call }) => {
        const ruling = call.what === "model" ? rule(layers, call) : { do: "allow" as const };
        if (ruling.do !== "block") return [];
        const layer = layers.find(({ scope, policy }) => scope === ruling.scope && policy.model_allowlist !== undefined);
        const span = layer?.span("model_allowlist");
        const related = span === undefined ? [] : [{ span, message: "the policy" }];
        return [report(modelNotAllowed, part.span, { model: part.value, scope: ruling.scope, allowed: layer?.policy.model_allowlist ?? [] }, { related })];
      });
    }),
};
