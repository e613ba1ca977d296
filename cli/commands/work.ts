import { carryOptions } from "../carry-options.ts";
import { command } from "../command.ts";
import { placeToResume } from "../database.ts";
import { readRepliesFile } from "../inputs.ts";
import { workOn } from "../work.ts";

export const work = command({
  name: "work",
  summary: "carry on every open execution of the database that nobody else does, as timers and signals come",
  arguments: {},
  options: {
    once: { kind: "flag", doc: "end as soon as nothing is due" },
    replies: carryOptions.replies,
    db: carryOptions.db,
  },
  exits: ["fine", "findings"],
  examples: ["jamjet work", "jamjet work --once --json"],
  async run({ options }, io) {
    const place = placeToResume(options.db, io);
    if (!place.ok) return place.answer;
    const replies = await readRepliesFile(options.replies, undefined, io);
    if (!replies.ok) return replies.answer;
    return workOn({ place: place.value, replies: replies.value, stay: options.once ? "until idle" : "until closed" }, io);
  },
});
