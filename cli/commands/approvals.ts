import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { commandFor, dbOption, placeHere } from "../database.ts";
import type { Line } from "../render/page.ts";
import { ago } from "../render/times.ts";
import { waitData, waitsLines } from "../render/waits.ts";
import { idOf, reading, refusedBy } from "../session.ts";

export const approvals = command({
  name: "approvals",
  summary: "list what people are asked to decide, the oldest question first",
  arguments: { id: { doc: "an execution, or the beginning of its id; else all", count: "optional" } },
  options: { db: dbOption },
  exits: ["fine"],
  examples: ["jamjet approvals", "jamjet approvals exec_01JM4X8NKWP2 --json"],
  run: ({ args, options }, io) => {
    const place = placeHere(options.db, io);
    if (!place.ok) return place.answer;
    return reading(place, io, async (runtime) => {
      const id = args.id === undefined ? undefined : idOf(args.id, runtime);
      if (id?.ok === false) return id.answer;
      const pending = runtime.approvals(id === undefined ? {} : { id: id.value });
      if (!pending.ok) return refusedBy(pending.refusal);
      const data = pending.value.map(({ id: execution, workflow, wait }) => ({ execution_id: execution, workflow_id: workflow.id, version: workflow.version, ...waitData(wait) }));
      const lines = pending.value.flatMap(({ id: execution, workflow, wait }, index): readonly Line[] => [
        ...(index === 0 ? [] : [""]),
        [{ tone: "strong", text: execution }, `  ${workflow.id} ${workflow.version}  asked ${ago(io.now() - wait.since)} ago`],
        // Where one execution asks twice, the commands must say which is meant.
        ...waitsLines(execution, [wait], (words) => commandFor(words, place.value.database, io), io.out.columns, pending.value.filter((each) => each.id === execution).map((each) => each.wait)),
      ]);
      return answer("fine", data, lines.length === 0 ? ["nobody is asked for a decision"] : lines);
    });
  },
});
