import { looksSecret } from "../../schemas/secret-name.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import type { NodeRule } from "./rule.ts";

const secretInCondition = diagnostic<{ name: string }>({
  code: "JJ6021",
  slug: "secret-in-condition",
  severity: "error",
  message: (p) => `a condition must not read the secret 'env.${p.name}'`,
  help: () => "decide on a value of 'state', or on a variable that is no secret and is not called like one",
  doc: `What a condition reads of the environment is recorded when an execution starts, so that a replay decides the same. A secret must
not be recorded. A variable counts as one if a word of its name says so: \`KEY\`, \`TOKEN\`, \`SECRET\`, \`PASSWORD\`, \`CREDENTIALS\`, \`AUTH\`.

\`\`\`yaml
conditions:
  - {if: env.STRIPE_API_KEY == "test", next: dry-run}     # bad
  - {if: env.PAYMENT_MODE == "test", next: dry-run}       # good
\`\`\``,
});

/** Conditions read no secret of the environment. */
export const secretInConditionRule: NodeRule = {
  of: "node",
  reports: [secretInCondition],
  check: ({ sites }) =>
    findAll(sites, ({ site, reads }) => {
      if (site.as !== "condition" || !reads.some(({ root }) => root === "env")) return [];
      return findAll(reads, ({ root, path: [name], start, end }) =>
        root === "env" && name !== undefined && looksSecret(name) ? [report(secretInCondition, site.text.locate(start, end), { name })] : [],
      );
    }),
};
