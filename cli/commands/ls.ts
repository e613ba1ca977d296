import type { ExecutionStatus } from "../../schemas/event.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { dbOption, placeHere } from "../database.ts";
import { executionTable, rowData } from "../render/executions.ts";
import { reading } from "../session.ts";

const statuses = ["pending", "running", "paused", "completed", "failed", "cancelled", "limit_exceeded"] as const satisfies readonly ExecutionStatus[];

export const ls = command({
  name: "ls",
  summary: "list executions, the newest first",
  arguments: {},
  options: {
    status: { kind: "choice", oneOf: statuses, doc: "only those that stand so" },
    limit: { kind: "count", value: "number", doc: "so many at most; 1000 if nothing is said" },
    db: dbOption,
  },
  exits: ["fine"],
  examples: ["jamjet ls", "jamjet ls --status failed --limit 20", "jamjet ls --json"],
  run: ({ options }, io) =>
    reading(placeHere(options.db, io), io, (runtime) => {
      const { limit = 1000, status } = options;
      const listed = runtime.list({ limit: limit + 1, ...(status === undefined ? {} : { status }) });
      const rows = listed.slice(0, limit);
      const data = rows.map((row) => rowData(row, runtime.isLive(row.id)));
      if (rows.length === 0) return answer("fine", data, [status === undefined ? "no executions yet" : `no execution is ${status}`]);
      const more = listed.length > limit ? [`older ones are left out: --limit ${10 * limit} shows more of them`] : [];
      return answer("fine", data, [...executionTable(rows, io.now(), runtime.isLive, io.out.columns), ...more]);
    }),
});
