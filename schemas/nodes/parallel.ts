import { flowFields } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";

export const parallel = control({
  kind: "parallel",
  title: "Parallel",
  since: "0.1.0",
  needs: "parallel",
  doc: "Runs branches at the same time; when all have ended their writes merge and `join` runs.",
  fields: {
    ...flowFields,
    branches: { shape: "list", min: 1, of: { shape: "target", edge: "branch", doc: "The first node of a branch." }, doc: "Where the branches begin." },
    join: { shape: "target", edge: "join", doc: "The node to run when every branch has ended; a `join` node merges explicitly." },
  },
  traits: { ...pureTraits, durable: true },
});
