import { globCovers } from "../../schemas/glob.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { policiesOverAll, policyOf, type WrittenPolicy } from "./policies.ts";
import type { NodeRule } from "./rule.ts";

const approvalShadowed = diagnostic<{ glob: string; block: string }>({
  code: "JJ6006",
  slug: "approval-shadowed",
  severity: "warning",
  message: (p) => `nobody is ever asked about '${p.glob}': '${p.block}' of 'blocked_tools' blocks all of it`,
  help: (p) => `remove '${p.glob}' from 'require_approval_for', or narrow '${p.block}'`,
  doc: `A block wins over an approval, wherever both stand: what is blocked is not asked about, and a person who would say yes never
hears of it.

\`\`\`yaml
policy:
  blocked_tools: ["payments.*"]
  require_approval_for: ["payments.refund"]     # bad: refunds are blocked, and nobody is asked
\`\`\``,
});

/** What needs an approval is not blocked altogether by the same policy or by the one around it. */
export const approvalShadowedRule: NodeRule = {
  of: "node",
  reports: [approvalShadowed],
  check: ({ bound }, around) => {
    const own = policyOf(bound);
    return own === undefined ? [] : shadowed(own, [own, ...policiesOverAll(around)]);
  },
  checkAround: (around) => {
    const layers = policiesOverAll(around);
    return layers.flatMap((layer) => shadowed(layer, layers));
  },
};

function shadowed(layer: WrittenPolicy, over: readonly WrittenPolicy[]): readonly Diagnostic[] {
  return layer.globs("require_approval_for").flatMap((asked) => {
    for (const { globs } of over) {
      const block = globs("blocked_tools").find((each) => globCovers(each.value, asked.value));
      if (block === undefined) continue;
      const related = [{ span: block.span, message: "the block" }];
      return [report(approvalShadowed, asked.span, { glob: asked.value, block: block.value }, { related })];
    }
    return [];
  });
}
