import { globsMeet, matchesGlob } from "../../schemas/glob.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { callsIn, policiesOverAll, policyNote, policyOf } from "./policies.ts";
import type { NodeRule } from "./rule.ts";

const list = "model_allowlist";

const policyWidened = diagnostic<{ glob: string; allowed: readonly string[] }>({
  code: "JJ6005",
  slug: "policy-widened",
  severity: "warning",
  message: (p) => `'${p.glob}' allows nothing: 'model_allowlist' of the workflow has no model that it covers`,
  help: (p) => `remove it, or widen the list of the workflow, which has ${p.allowed.join(", ")}`,
  doc: `An allow-list only ever narrows: a node may call what its own list *and* that of the workflow allow. What a node adds to
the list of the workflow stays forbidden.

\`\`\`yaml
policy:
  model_allowlist: ["claude-*"]
nodes:
  draft:
    policy:
      model_allowlist: ["claude-haiku-*", "gpt-4o"]     # bad: 'gpt-4o' stays forbidden
\`\`\``,
});

/** The list of a node allows nothing that the workflow's does not. A model that is named and forbidden is told as that. */
export const policyWidenedRule: NodeRule = {
  of: "node",
  reports: [policyWidened],
  check: ({ bound: node }, around) => {
    const own = policyOf(node)?.globs(list) ?? [];
    const outer = own.length === 0 ? undefined : policiesOverAll(around).find((layer) => layer.globs(list).length > 0);
    if (outer === undefined) return [];
    const allowed = outer.globs(list).map((glob) => glob.value);
    const isToldOf = (glob: string): boolean => callsIn(node).some(({ call }) => call.what === "model" && matchesGlob(glob, call.names[0]));
    return own
      .filter(({ value }) => !allowed.some((glob) => globsMeet(glob, value)) && !isToldOf(value))
      .map(({ value, span }) => report(policyWidened, span, { glob: value, allowed }, { related: policyNote(outer, list) }));
  },
};
