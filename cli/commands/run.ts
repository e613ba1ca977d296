import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { answer } from "../answer.ts";
import { carryOptions, noWaitOption, unheeded } from "../carry-options.ts";
import { command } from "../command.ts";
import { commandFor, databaseOf } from "../database.ts";
import { projectOf } from "../documents.ts";
import { execute } from "../execute.ts";
import { readInput, readProgram, readRepliesFile } from "../inputs.ts";
import type { Io } from "../io.ts";
import { tell } from "../tell.ts";

export const run = command({
  name: "run",
  summary: "execute a workflow durably, to its end or to where it waits for somebody",
  arguments: { file: { doc: "a workflow document, or a program that 'compile' wrote (.json)" } },
  options: {
    input: { kind: "text", value: "json", short: "i", doc: "the input: JSON, @file, or - for standard input" },
    "no-wait": noWaitOption,
    ...carryOptions,
  },
  exits: ["fine", "findings", "paused"],
  examples: [`jamjet run workflow.yaml --input '{"query": "What is durable execution?"}'`, "jamjet run workflow.yaml --input @input.json --replies replies.yaml"],
  async run({ args, options }, io) {
    const wrong = unheeded(options);
    if (wrong !== undefined) return wrong;
    const input = readInput(options.input, io);
    if (!input.ok) return input.answer;
    const program = await readProgram(args.file, io);
    if (!program.ok) return program.answer;
    const replies = await readRepliesFile(options.replies, program.value.program, io);
    if (!replies.ok) return replies.answer;
    const project = projectOf(program.value.folder, io);
    if (!project.ok) return project.answer;
    const place = { project: project.value, database: databaseOf(project.value, options.db, io) };
    await tellLeftOut(program.value.program, input.value, io);
    const show = options.stream ? "text" : "steps";
    return execute({ place, replies: replies.value, unusedReplies: "fail", show, timeoutMs: options.timeout }, io, (runtime) => {
      if (!options["no-wait"]) return runtime.start(program.value.program, input.value);
      const submitted = runtime.submit(program.value.program, input.value);
      if (!submitted.ok) return submitted;
      const next = commandFor(["work", "--once"], place.database, io);
      return answer("fine", { execution_id: submitted.value, status: "pending", next }, [submitted.value, [{ tone: "dim", text: "carry it out with: " }, next]]);
    });
  },
});

/** Nothing of an input is dropped in silence: a key that the state does not have is named. What is wrong stops the start, and says so itself. */
async function tellLeftOut(program: Program, input: JsonObject, io: Io): Promise<void> {
  const { checkInput } = await import("../../runtime/index.ts");
  const leftOut = checkInput(program, input).problems.filter(({ severity }) => severity === "warning");
  tell(io, leftOut.map(({ message }) => [{ tone: "warn", text: "warning" }, `: ${message}`]));
}
