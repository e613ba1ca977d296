import { command } from "../command.ts";
import { dbOption } from "../database.ts";
import { post } from "../post.ts";

export const cancel = command({
  name: "cancel",
  summary: "end an execution, whoever runs it, and the calls that it has under way",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: { reason: { kind: "text", value: "text", doc: "why, for the record" }, db: dbOption },
  exits: ["fine", "findings"],
  examples: ["jamjet cancel exec_01JM4X8NKWP2", `jamjet cancel exec_01JM4X8NKWP2 --reason "ordered twice"`],
  run: ({ args, options: { reason, db } }, io) =>
    post({
      prefix: args.id,
      options: { db, replies: undefined, stream: false, timeout: undefined, "no-wait": false },
      name: "the cancellation",
      wants: "cancelled",
      send: (runtime, id) => runtime.cancel(id, reason === undefined ? {} : { reason }),
    }, io),
});
