import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { jsonPage } from "../render/page.ts";

export const schema = command({
  name: "schema",
  summary: "print the JSON Schema of workflow documents, agents, policies or compiled programs",
  arguments: { document: { count: "optional", oneOf: ["workflow", "agent", "policy", "program"], doc: "workflow (the default), agent, policy or program" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet schema > workflow.schema.json", "jamjet schema program"],
  async run({ args }) {
    const { agentSchema, policySchema, programSchema, workflowSchema } = await import("../../schemas/index.ts");
    const data = { workflow: workflowSchema, agent: agentSchema, policy: policySchema, program: programSchema }[args.document ?? "workflow"]();
    return answer("fine", data, jsonPage(data).trimEnd().split("\n"));
  },
});
