import { nodeFields } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";

export const end = control({
  kind: "end",
  title: "End",
  since: "0.1.0",
  doc: "Ends the execution. Every workflow needs at least one.",
  fields: {
    ...nodeFields,
    status: { shape: "choice", options: ["completed", "failed"], optional: true, default: "completed", doc: "How the execution ends here." },
  },
  traits: { ...pureTraits, durable: true },
  terminal: true,
});
