import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { jsonPage } from "../render/page.ts";

export const schema = command({
  name: "schema",
  summary: "print the JSON Schema of workflow documents, of policies or of compiled programs",
  arguments: { document: { count: "optional", oneOf: ["workflow", "policy", "program"], doc: "workflow (the default), policy or program" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet schema > workflow.schema.json", "jamjet schema program"],
  async run({ args }) {
    const { policySchema, programSchema, workflowSchema } = await import("../../schemas/index.ts");
    const data = { workflow: workflowSchema, policy: policySchema, program: programSchema }[args.document ?? "workflow"]();
    return answer("fine", data, jsonPage(data).trimEnd().split("\n"));
  },
});
