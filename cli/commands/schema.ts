import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { jsonPage } from "../render/page.ts";

export const schema = command({
  name: "schema",
  summary: "print the JSON Schema of workflow documents or of compiled programs",
  arguments: { document: { count: "optional", oneOf: ["workflow", "program"], doc: "workflow (the default) or program" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet schema > workflow.schema.json", "jamjet schema program"],
  async run({ args }) {
    const { programSchema, workflowSchema } = await import("../../schemas/index.ts");
    const data = args.document === "program" ? programSchema() : workflowSchema();
    return answer("fine", data, jsonPage(data).trimEnd().split("\n"));
  },
});
