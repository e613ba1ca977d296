import { command } from "../command.ts";
import { databaseOf, dbOption } from "../database.ts";
import { projectOf } from "../documents.ts";
import { execute } from "../execute.ts";
import { readInput, readProgram, readRepliesFile } from "../inputs.ts";

export const run = command({
  name: "run",
  summary: "execute a workflow durably, to its end",
  arguments: { file: { doc: "a workflow document, or a program that 'compile' wrote (.json)" } },
  options: {
    input: { kind: "text", value: "json", short: "i", doc: "the input: JSON, @file, or - for standard input" },
    replies: { kind: "text", value: "file", doc: "answers in place of the model API; everything else stays real" },
    stream: { kind: "flag", doc: "show what models say as they say it" },
    timeout: { kind: "duration", value: "duration", doc: "stop after this long; the execution can be resumed" },
    db: dbOption,
  },
  exits: ["fine", "findings", "paused"],
  examples: [`jamjet run workflow.yaml --input '{"query": "What is durable execution?"}'`, "jamjet run workflow.yaml --input @input.json --replies replies.yaml"],
  async run({ args, options }, io) {
    const input = readInput(options.input, io);
    if (!input.ok) return input.answer;
    const program = await readProgram(args.file, io);
    if (!program.ok) return program.answer;
    const replies = await readRepliesFile(options.replies, program.value.program, io);
    if (!replies.ok) return replies.answer;
    const project = projectOf(program.value.folder, io);
    if (!project.ok) return project.answer;
    const database = databaseOf(project.value, options.db, io);
    if (!database.ok) return database.answer;
    const place = { project: project.value, database: database.value };
    const show = options.stream ? "text" : "steps";
    return execute({ place, replies: replies.value, unusedReplies: "fail", show, timeoutMs: options.timeout }, io, (runtime) => runtime.start(program.value.program, input.value));
  },
});
