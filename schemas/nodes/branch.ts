import { flowFields } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";

export const branch = control({
  kind: "branch",
  title: "Branch",
  since: "0.1.0",
  aliases: ["condition"],
  doc: "Routes by the first condition that holds.",
  fields: {
    ...flowFields,
    conditions: {
      shape: "list",
      min: 1,
      rest: "default",
      aliases: ["branches"],
      of: {
        shape: "object",
        fields: {
          if: { shape: "expression", as: "condition", aliases: ["condition"], doc: "The test." },
          next: { shape: "target", edge: "case", aliases: ["target"], doc: "Where to go if it holds." },
        },
        doc: "One test and where it leads.",
      },
      doc: "Tests, tried in order; the first that holds wins.",
    },
    default: { shape: "target", edge: "default", optional: true, doc: "Where to go when no test holds. Without it that is a failure." },
  },
  traits: pureTraits,
});
