import { command } from "../command.ts";
import { dbOption, placeToResume } from "../database.ts";
import { execute } from "../execute.ts";
import { readRepliesFile } from "../inputs.ts";
import { idOf } from "../session.ts";

export const resume = command({
  name: "resume",
  summary: "go on with an execution behind its last recorded step",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: {
    replies: { kind: "text", value: "file", doc: "answers in place of the model API; everything else stays real" },
    stream: { kind: "flag", doc: "show what models say as they say it" },
    timeout: { kind: "duration", value: "duration", doc: "stop after this long; the execution can be resumed" },
    db: dbOption,
  },
  exits: ["fine", "findings", "paused"],
  examples: ["jamjet resume exec_01JM4X8NKWP2"],
  async run({ args, options }, io) {
    const place = placeToResume(options.db, io);
    if (!place.ok) return place.answer;
    const replies = await readRepliesFile(options.replies, undefined, io);
    if (!replies.ok) return replies.answer;
    const show = options.stream ? "text" : "steps";
    return execute({ place: place.value, replies: replies.value, unusedReplies: "ignore", show, timeoutMs: options.timeout }, io, (runtime) => {
      const id = idOf(args.id, runtime);
      return id.ok ? runtime.resume(id.value) : id.answer;
    });
  },
});
