import type { Json } from "../../schemas/json.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { dbOption, placeHere } from "../database.ts";
import { eventLines } from "../render/events.ts";
import { fitted } from "../render/fit.ts";
import { idOf, reading, refusedBy } from "../session.ts";

export const events = command({
  name: "events",
  summary: "print the log of an execution, event by event",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: { db: dbOption },
  exits: ["fine"],
  examples: ["jamjet events exec_01JM4X8NKWP2", "jamjet events exec_01JM4X8NKWP2 --json"],
  run: ({ args, options }, io) =>
    reading(placeHere(options.db, io), io, async (runtime) => {
      const id = idOf(args.id, runtime);
      if (!id.ok) return id.answer;
      const log = runtime.events(id.value);
      if (!log.ok) return refusedBy(log.refusal);
      // Events are plain JSON throughout; their interfaces only lack the index signature that would say so.
      return answer("fine", log.value as unknown as Json, fitted(eventLines(log.value), io.out.columns));
    }),
});
