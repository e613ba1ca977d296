import { answer, found } from "../answer.ts";
import { command } from "../command.ts";
import { jsonPage } from "../render/page.ts";
import { schemaNames, schemaPart } from "../schema-part.ts";

export const schema = command({
  name: "schema",
  summary: "print the JSON Schema of workflow documents, agents, fleets, policies or compiled programs",
  arguments: { document: { count: "optional", oneOf: schemaNames, doc: "workflow (the default), agent, fleet, policy or program" } },
  options: { part: { kind: "text", value: "name", doc: "one of its definitions alone, with those it leads to: a node type such as model, or a key such as key.retry" } },
  exits: ["fine"],
  examples: ["jamjet schema > workflow.schema.json", "jamjet schema program", "jamjet schema workflow --part http"],
  async run({ args, options }) {
    const { agentSchema, fleetSchema, policySchema, programSchema, workflowSchema } = await import("../../schemas/index.ts");
    const whole = { workflow: workflowSchema, agent: agentSchema, fleet: fleetSchema, policy: policySchema, program: programSchema }[args.document ?? "workflow"]();
    const part = options.part === undefined ? found(whole) : schemaPart(whole, options.part);
    if (!part.ok) return part.answer;
    const data = part.value;
    return answer("fine", data, jsonPage(data).trimEnd().split("\n"));
  },
});
