import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { jsonPage } from "../render/page.ts";

export const schema = command({
  name: "schema",
  summary: "print the JSON Schema of workflow documents, agents, fleets, policies or compiled programs",
  arguments: { document: { count: "optional", oneOf: ["workflow", "agent", "fleet", "policy", "program"], doc: "workflow (the default), agent, fleet, policy or program" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet schema > workflow.schema.json", "jamjet schema program"],
  async run({ args }) {
    const { agentSchema, fleetSchema, policySchema, programSchema, workflowSchema } = await import("../../schemas/index.ts");
    const data = { workflow: workflowSchema, agent: agentSchema, fleet: fleetSchema, policy: policySchema, program: programSchema }[args.document ?? "workflow"]();
    return answer("fine", data, jsonPage(data).trimEnd().split("\n"));
  },
});
