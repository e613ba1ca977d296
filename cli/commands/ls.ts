import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { dbOption, placeHere } from "../database.ts";
import { executionTable, rowData } from "../render/executions.ts";
import { reading } from "../session.ts";

export const ls = command({
  name: "ls",
  summary: "list executions, the newest first",
  arguments: {},
  options: { db: dbOption },
  exits: ["fine"],
  examples: ["jamjet ls", "jamjet ls --json"],
  run: ({ options }, io) =>
    reading(placeHere(options.db, io), io, (runtime) => {
      const rows = runtime.list({ limit: 1000 });
      const data = rows.map((row) => rowData(row, runtime.isLive(row.id)));
      return answer("fine", data, rows.length === 0 ? ["no executions yet"] : executionTable(rows, io.now(), runtime.isLive, io.out.columns));
    }),
});
