import { flowFields, nextField, onTimeoutField, timeoutField } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";
import { optional, types, unionOf, literal } from "../type.ts";

const { labels, max_visits } = flowFields;

export const humanApproval = control({
  kind: "human_approval",
  title: "Human approval",
  since: "0.1.0",
  needs: "human_approval",
  doc: "Asks a person and waits for the decision, for as long as it takes. Never approves by itself.",
  fields: {
    labels,
    max_visits,
    message: { shape: "template", optional: true, aliases: ["description"], doc: "What the person is asked." },
    approvers: { shape: "list", single: "allowed", optional: true, of: { shape: "text", doc: "A name that `jamjet approve --user` may give." }, doc: "Who may decide; absent means anyone." },
    timeout: { ...timeoutField, doc: "How long to wait for a decision before `on_timeout`." },
    on_approved: { shape: "target", edge: "case", optional: true, doc: "Where an approval leads." },
    on_rejected: { shape: "target", edge: "reject", optional: true, doc: "Where a rejection leads; without it the execution fails with `approval_rejected`." },
    on_timeout: onTimeoutField,
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where `{decision, user, comment}` goes." },
    next: nextField,
  },
  groups: [{ rule: "at-most-one", keys: ["on_approved", "next"] }],
  traits: {
    ...pureTraits,
    durable: true,
    consents: true,
    result: {
      type: {
        kind: "record",
        open: false,
        fields: {
          decision: { type: unionOf([literal("approved"), literal("rejected")]) },
          user: { type: optional(types.str) },
          comment: { type: optional(types.str) },
        },
      },
    },
  },
});
