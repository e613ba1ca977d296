import { policyFields } from "./common-fields.ts";
import type { Fields } from "./field.ts";

/** What a rule does with the calls that it covers. */
const policyActions = ["allow", "block", "require_approval", "audit"] as const;
export type PolicyAction = (typeof policyActions)[number];

const versionDoc = "The version of the format: 1.";

/** A policy document that lists rules. */
export const policyRuleFields = {
  version: { shape: "integer", min: 1, max: 1, doc: versionDoc },
  rules: {
    shape: "list",
    of: {
      shape: "object",
      fields: {
        match: { shape: "text", format: "glob", doc: "A glob over what is called: a tool (`refund`, or `payments.refund` with its server), a model (`gpt-4o`, or `model.gpt-4o`), a request (`http.POST`, or its address). `*` is any characters, `?` is one." },
        action: { shape: "choice", options: policyActions, doc: "`allow` lets the call be made, `block` never does, `require_approval` asks a person each time, and `audit` notes in the log that it was made." },
      },
      doc: "One rule.",
    },
    doc: "Rules in their order: the first that covers a call decides on it, and what none covers is allowed.",
  },
} as const satisfies Fields;

/** A policy document that holds one block, as workflows have it. */
export const policyBlockFields = {
  version: { shape: "integer", min: 1, max: 1, optional: true, doc: versionDoc },
  policy: { shape: "object", fields: policyFields, doc: "Which tools and models may be used, as in a workflow." },
} as const satisfies Fields;
