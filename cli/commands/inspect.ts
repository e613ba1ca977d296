import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { commandFor, dbOption, placeHere } from "../database.ts";
import { goOnLines, inspectionData, inspectionLines, stepData } from "../render/executions.ts";
import { fitted } from "../render/fit.ts";
import { attemptLines } from "../render/steps.ts";
import { waitsLines } from "../render/waits.ts";
import { idOf, reading, refusedBy } from "../session.ts";

export const inspect = command({
  name: "inspect",
  summary: "show the steps, state, tokens and cost of an execution, or all that is recorded of a node",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: { node: { kind: "text", value: "id", doc: "exactly what this node received and returned, attempt by attempt" }, db: dbOption },
  exits: ["fine"],
  examples: ["jamjet inspect exec_01JM4X8NKWP2", "jamjet inspect exec_01JM4X8NKWP2 --node search"],
  run: ({ args, options }, io) => {
    const place = placeHere(options.db, io);
    if (!place.ok) return place.answer;
    return reading(place, io, async (runtime) => {
      const id = idOf(args.id, runtime);
      if (!id.ok) return id.answer;
      const inspected = runtime.inspect(id.value);
      if (!inspected.ok) return refusedBy(inspected.refusal);
      const { value } = inspected;
      const commandLine = (words: readonly string[]): string => commandFor(words, place.value.database, io);
      if (options.node === undefined) {
        const isLive = runtime.isLive(value.id);
        const waits = waitsLines(value.id, value.waits, commandLine, io.out.columns);
        // What is to be copied stays in one line.
        const after = [...(waits.length === 0 ? [] : ["", ...waits]), ...goOnLines(value, isLive, commandLine(["resume", value.id]))];
        return answer("fine", inspectionData(value, isLive), [...fitted(inspectionLines(value, isLive), io.out.columns), ...after]);
      }
      const steps = value.steps.filter((step) => step.node === options.node);
      if (steps.length === 0) {
        const visited = [...new Set(value.steps.map((step) => step.node))].join(", ");
        return refusal(`'${options.node}' was not visited in ${value.id}`, visited === "" ? undefined : `visited were ${visited}`);
      }
      const data = { execution_id: value.id, node: options.node, attempts: steps.map(stepData) };
      return answer("fine", data, fitted(steps.flatMap((step, index) => (index === 0 ? attemptLines(step) : ["", ...attemptLines(step)])), io.out.columns));
    });
  },
});
