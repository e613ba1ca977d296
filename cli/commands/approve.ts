import { isJsonObject } from "../../schemas/json.ts";
import { refusal } from "../answer.ts";
import { carryOptions, noWaitOption } from "../carry-options.ts";
import { command } from "../command.ts";
import { readData } from "../inputs.ts";
import { post } from "../post.ts";

export const approve = command({
  name: "approve",
  summary: "decide on what an execution asks a person, and go on with it",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: {
    decision: { kind: "choice", oneOf: ["approved", "rejected"], short: "d", doc: "yes or no" },
    node: { kind: "text", value: "id", doc: "the node that asks, where several do" },
    visit: { kind: "count", value: "number", doc: "the visit of it that asks, where several do" },
    user: { kind: "text", value: "name", doc: "who decides; else USER" },
    comment: { kind: "text", value: "text", short: "c", doc: "what they say to it" },
    patch: { kind: "text", value: "json", doc: "changes of the state: JSON, @file, or - for standard input" },
    "no-wait": noWaitOption,
    ...carryOptions,
  },
  exits: ["fine", "findings", "paused"],
  examples: ["jamjet approve exec_01JM4X8NKWP2 --decision approved", `jamjet approve exec_01JM4X8NKWP2 --decision rejected --user ana --comment "too dear"`],
  run({ args, options }, io) {
    const { decision, node, visit, comment } = options;
    if (decision === undefined) return refusal("the decision is missing", "add --decision approved or --decision rejected");
    const patch = readData(options.patch, io);
    if (!patch.ok) return patch.answer;
    if (!isJsonObject(patch.value)) return refusal("--patch is no JSON object", `write --patch '{"key": "value"}'`);
    const user = options.user ?? (io.env("USER") || undefined);
    const given = { decision, patch: patch.value, ...(node === undefined ? {} : { node }), ...(visit === undefined ? {} : { visit }), ...(user === undefined ? {} : { user }), ...(comment === undefined ? {} : { comment }) };
    return post({ prefix: args.id, options, name: "the decision", send: (runtime, id) => runtime.approve(id, given) }, io);
  },
});
