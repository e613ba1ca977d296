import { resolve } from "node:path";
import { migrate as migrated, type Compiled, type Note } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { answer, refusal, type Answer } from "../answer.ts";
import { command } from "../command.ts";
import { compileDocument, limitsOf, projectOf, readDocument, viewOf } from "../documents.ts";
import { countOf, findingData, findingLines } from "../render/diagnostics.ts";
import { differenceLines } from "../render/difference.ts";
import type { Line } from "../render/page.ts";
import { tell } from "../tell.ts";

export const migrate = command({
  name: "migrate",
  summary: "rewrite a document in an older spelling as it is written today, comments included",
  arguments: { file: { doc: "a workflow document, or - for standard input" } },
  options: {
    write: { kind: "flag", doc: "replace the file, instead of writing to standard output" },
    diff: { kind: "flag", doc: "show what would change" },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet migrate workflow.yaml --diff", "jamjet migrate workflow.yaml --write"],
  run({ args, options, json }, io) {
    if (options.write && args.file === "-") return refusal("standard input cannot be written", "leave '--write' out: the text goes to standard output");
    const document = readDocument(args.file, io);
    if (!document.ok) return document.answer;
    const project = projectOf(document.value.folder, io);
    if (!project.ok) return project.answer;
    const { source, unreadable, mark } = document.value;
    const result = unreadable.length > 0 ? { ok: false as const, diagnostics: unreadable } : migrated(source, { project: viewOf(project.value, document.value, io), limits: limitsOf(project.value) });
    if (!result.ok) return broken({ ...compileDocument(document.value, project.value, io), diagnostics: result.diagnostics });
    const { text, forms, notes } = result;
    const compiled = compileDocument({ ...document.value, source: { ...source, text } }, project.value, io);
    const isWritten = options.write && text !== source.text;
    const written = isWritten ? io.write(resolve(io.cwd, args.file), mark + text, "replace") : { ok: true as const };
    if (!written.ok) return refusal(`cannot write '${source.uri}': ${written.reason}`);
    const data: JsonObject = { file: source.uri, forms, written: isWritten, text, left: notes.map((note) => ({ ...note })), diagnostics: findingData(compiled) };
    const exit = notes.length > 0 || countOf(compiled.diagnostics).errors > 0 ? "findings" : "fine";
    const said = [...summaryOf(source.uri, forms, isWritten), ...leftLines(notes), ...findingLines(compiled, io.out.columns ?? 80)];
    if (options.diff) return answer(exit, data, [...differenceLines(source.uri, source.text, text), ...said]);
    if (options.write || json) return answer(exit, data, said);
    tell(io, said);
    const piped = io.out.write(mark + text);
    return piped.ok ? answer(exit, data, []) : refusal(`the output cannot be written: ${piped.reason}`);
  },
});

function broken(judged: Compiled): Answer {
  return { ...answer("findings", { diagnostics: findingData(judged) }, findingLines(judged, 80)), to: "err" };
}

function summaryOf(file: string, forms: readonly string[], isWritten: boolean): readonly Line[] {
  if (forms.length === 0) return [`nothing to migrate: ${file}`];
  return [[{ tone: "good", text: isWritten ? "migrated" : "would be migrated" }, `: ${file}  ${forms.join(", ")}`]];
}

/** What is left to the author, each with its place. */
function leftLines(notes: readonly Note[]): readonly Line[] {
  return notes.map(({ node = "workflow", key, message }): Line => [{ tone: "warn", text: "left" }, `: ${node}.${key}: ${message}`]);
}
