import { activity } from "../node-spec.ts";
import { types } from "../type.ts";

export const subgraph = activity({
  kind: "subgraph",
  title: "Another workflow",
  since: "0.1.0",
  needs: "subgraph",
  doc: "Starts another workflow, waits for its end, and takes what it says from its state.",
  fields: {
    workflow_ref: { shape: "text", format: "path", doc: "The document of the other workflow, relative to this one." },
    workflow_version: { shape: "text", optional: true, doc: "The versions that will do, as npm writes them: `1.2.0`, `^1.2`, `>=1 <3`." },
    input_mapping: { shape: "map", keys: "identifier", optional: true, aliases: ["input"], of: { shape: "value", doc: "A value; one `{{ expr }}` alone keeps its type." }, doc: "What the other workflow begins with: keys of its state, and their values." },
    output_mapping: { shape: "map", keys: "identifier", optional: true, of: { shape: "stateKey", access: "write", doc: "A state key of this workflow." }, doc: "What is taken from its end: keys of its state, and the keys here that they go to." },
  },
  traits: { queue: "general", durable: true, cost: "calls", effect: { otherwise: "idempotent" }, result: { type: types.any }, child: { document: "workflow_ref", versions: "workflow_version", inputs: "input_mapping", outputs: "output_mapping" } },
});
