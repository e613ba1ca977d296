import { attemptFields, flowFields, nextField } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";
import { listOf, types } from "../type.ts";

const scorerResult = {
  kind: "record",
  open: false,
  fields: { scorer: { type: types.str }, passed: { type: types.bool }, score: { type: types.float }, message: { type: types.str } },
} as const;

export const evalNode = control({
  kind: "eval",
  title: "Eval",
  since: "0.1.0",
  doc: "Scores the output of the preceding node and routes on the verdict: the loop that lets a workflow mend itself.",
  fields: {
    ...flowFields,
    scorers: {
      shape: "list",
      min: 1,
      of: {
        shape: "tagged",
        tag: "type",
        variants: {
          llm_judge: {
            doc: "A model scores the output from 1 to 5 by a rubric.",
            fields: {
              rubric: { shape: "template", doc: "What a good output is." },
              min_score: { shape: "number", min: 1, max: 5, optional: true, default: 3, doc: "The lowest score that passes." },
              model: { shape: "name", of: "model", doc: "The model that judges." },
            },
          },
          assertion: {
            doc: "Conditions on the output; all must hold.",
            fields: {
              check: {
                shape: "list",
                single: "allowed",
                min: 1,
                aliases: ["checks"],
                of: { shape: "expression", as: "condition", doc: "A condition over `output` and `state`." },
                doc: "A condition or a list of conditions.",
              },
            },
          },
          latency: {
            doc: "The evaluated visit took no longer than this.",
            fields: { max_ms: { shape: "number", above: 0, max: 86_400_000, aliases: ["threshold_ms"], doc: "Milliseconds." } },
          },
          cost: {
            doc: "The execution so far cost no more than this.",
            fields: { max_usd: { shape: "number", min: 0, max: 1_000_000, aliases: ["threshold_usd"], doc: "US dollars." } },
          },
          custom: {
            doc: "A scorer of the project: a JavaScript module by path, or a Python class as `package.module:Class`.",
            fields: {
              module: { shape: "text", format: "module", doc: "A path to a module, from the root of the project, or `package.module:Class`." },
              kwargs: { shape: "map", optional: true, of: { shape: "data", doc: "An argument." }, doc: "Arguments for the scorer." },
            },
          },
        },
        doc: "One scorer.",
      },
      doc: "How the output is scored; it passes when every scorer passes.",
    },
    on_fail: { shape: "choice", options: ["retry_with_feedback", "escalate", "halt", "log_and_continue"], optional: true, default: "halt", doc: "What happens when a scorer does not pass." },
    max_retries: { shape: "integer", min: 0, max: 100, optional: true, default: 0, doc: "How often `retry_with_feedback` re-runs the evaluated node before it fails." },
    input: { shape: "expression", as: "value", optional: true, aliases: ["input_expr"], doc: "What is scored, if not the output of the evaluated node." },
    node: { shape: "target", edge: "subject", optional: true, doc: "The evaluated node, where the graph does not say which one precedes." },
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where the verdict goes." },
    ...attemptFields,
    next: nextField,
  },
  traits: {
    ...pureTraits,
    durable: true,
    cost: "tokens",
    roots: ["output"],
    result: {
      type: {
        kind: "record",
        open: false,
        fields: { passed: { type: types.bool }, score: { type: types.float }, scorers: { type: listOf(scorerResult) }, attempt: { type: types.int } },
      },
    },
  },
});
