import { dirname, resolve } from "node:path";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { compileDocument, projectOf, readDocument, workflowIn } from "../documents.ts";
import { countOf, countText, findingData, findingLines } from "../render/diagnostics.ts";
import { jsonPage } from "../render/page.ts";
import { shellWord } from "../shell.ts";
import { tell } from "../tell.ts";
import type { Json } from "../../schemas/json.ts";

export const compile = command({
  name: "compile",
  summary: "turn a document into the program that 'run' executes",
  arguments: { file: { doc: "a workflow document, or - for standard input" } },
  options: { output: { kind: "text", value: "file", short: "o", doc: "write the program there instead of to standard output" } },
  exits: ["fine", "findings"],
  examples: ["jamjet compile workflow.yaml", "jamjet compile workflow.yaml -o workflow.json && jamjet run workflow.json"],
  run({ args, options }, io) {
    const document = readDocument(args.file, io);
    if (!document.ok) return document.answer;
    const project = projectOf(document.value.folder, io);
    if (!project.ok) return project.answer;
    const read = workflowIn(compileDocument(document.value, project.value, io));
    if (!read.ok) return read.answer;
    const compiled = read.value;
    const { program, summary, diagnostics } = compiled;
    const findings = findingLines(compiled, io.err.columns ?? 80);
    if (program === undefined || summary === undefined) {
      return { exit: "findings", data: { diagnostics: findingData(compiled) }, lines: [...findings, countText(countOf(diagnostics))], to: "err" };
    }
    if (findings.length > 0) tell(io, findings);
    // A program is plain JSON throughout; its interfaces only lack the index signature that would say so.
    const json = program as unknown as Json;
    if (options.output === undefined) return answer("fine", json, jsonPage(json).trimEnd().split("\n"));
    const folder = dirname(resolve(io.cwd, options.output));
    if (io.kindOf(folder) !== "folder") return refusal(`cannot write '${options.output}': there is no folder '${dirname(options.output)}'`, `make it first: mkdir -p ${shellWord(dirname(options.output))}`);
    const written = io.write(resolve(io.cwd, options.output), jsonPage(json), "replace");
    if (!written.ok) return refusal(`cannot write '${options.output}': ${written.reason}`);
    const facts = { output: options.output, workflow_id: summary.id, version: summary.version, hash: program.hash };
    return answer("fine", facts, [`${summary.id} ${summary.version} → ${options.output}  ${program.hash.slice(0, 12)}`]);
  },
});
