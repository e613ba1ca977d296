import { resolve } from "node:path";
import { blockTable, format, type Diagnostic, type SourceText } from "../../compiler/index.ts";
import { Bug } from "../../schemas/bug.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { type Answer, answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { compileDocument, type Document, filesOf, limitsOf, projectOf, readDocument } from "../documents.ts";
import type { Project } from "../../runtime/index.ts";
import type { Exit } from "../exit.ts";
import type { Io } from "../io.ts";
import { findingData, findingLines } from "../render/diagnostics.ts";
import { differenceLines } from "../render/difference.ts";
import type { Line } from "../render/page.ts";

export const fmt = command({
  name: "fmt",
  summary: "write documents in their canonical form: order of keys, indentation, quotes, blank lines",
  arguments: { files: { count: "some", doc: "files, folders, patterns such as 'flows/**/*.yaml', or - to read standard input and write standard output" } },
  options: {
    check: { kind: "flag", doc: "write nothing; exit with 1 where a file is not formatted" },
    diff: { kind: "flag", doc: "write nothing; show what would change" },
    "stdin-filename": { kind: "text", value: "path", doc: "the name and place that standard input goes by" },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet fmt workflow.yaml", "jamjet fmt . --check", "jamjet fmt workflow.yaml --diff", "jamjet fmt - < draft.yaml > workflow.yaml"],
  run({ args, options, json }, io) {
    const files = filesOf(args.files, io);
    if (!files.ok) return files.answer;
    if (files.value.includes("-") && files.value.length > 1) return refusal("standard input is formatted alone", "name either files or '-'");
    const mode = options.check || options.diff ? "look" : "write";
    const results = files.value.map((file) => resultOf(file, options["stdin-filename"], io, mode));
    const [first] = results;
    if (first?.file === "-" && mode === "write" && !json && first.outcome !== "unread") return piped(first, io);
    const changed = results.filter(({ outcome }) => outcome === "changed").length;
    const lines = results.flatMap((result) => (result.outcome === "unread" ? result.problem : options.diff ? result.difference() : result.outcome === "same" ? [] : [`${mode === "write" ? "formatted" : "not formatted"}: ${result.name}`]));
    const exit = options.check && changed > 0 ? "findings" : "fine";
    return { exit: worst([exit, ...results.map((result) => result.exit)]), data: { files: results.map(({ data }) => data), changed }, lines, to: results.every(({ outcome }) => outcome === "unread") ? "err" : "out" };
  },
});

interface Result {
  /** As on the command line, and as messages call it. */
  readonly file: string;
  readonly name: string;
  readonly outcome: "same" | "changed" | "unread";
  readonly exit: Exit;
  readonly text: string;
  readonly data: JsonObject;
  /** Why it was not formatted. */
  readonly problem: readonly Line[];
  readonly difference: () => readonly Line[];
}

function resultOf(file: string, stdinName: string | undefined, io: Io, mode: "write" | "look"): Result {
  const document = readDocument(file, io, stdinName);
  if (!document.ok) return unread(file, document.answer);
  const project = projectOf(document.value.folder, io);
  if (!project.ok) return unread(file, project.answer);
  const { source, unreadable, mark } = document.value;
  const name = source.uri;
  const formatted = unreadable.length > 0 ? { ok: false as const, diagnostics: unreadable } : format(source, limitsOf(project.value));
  if (!formatted.ok) return unread(file, broken(source, formatted.diagnostics, io));
  const { text } = formatted;
  const outcome = text === source.text ? "same" : "changed";
  if (outcome === "changed") {
    checkProgram(document.value, text, project.value, io);
    const written = mode === "write" && file !== "-" ? io.write(resolve(io.cwd, file), mark + text, "replace") : { ok: true as const };
    if (!written.ok) return unread(file, refusal(`cannot write '${name}': ${written.reason}`));
  }
  const shown = file === "-" && mode === "write" ? { text } : {};
  return { file, name, outcome, exit: "fine", text: mark + text, data: { file: name, outcome, ...shown }, problem: [], difference: () => differenceLines(name, source.text, text) };
}

/** What was formatted is the same program; if it is not, the fault is ours, and nothing is written. */
function checkProgram(document: Document, text: string, project: Project, io: Io): void {
  const hashOf = (source: SourceText): string | undefined => compileDocument({ ...document, source }, project, io).program?.hash;
  const { source } = document;
  if (hashOf(source) !== hashOf({ ...source, text })) throw new Bug(`'${source.uri}' would be another program once it is formatted`);
}

/** A document that is no whole YAML: nobody knows what belongs to what. */
function broken(source: SourceText, diagnostics: readonly Diagnostic[], io: Io): Answer {
  const judged = { source, blocks: blockTable(source.text.length), diagnostics };
  const help = `mend it first: see 'jamjet validate ${source.uri}'`;
  return { exit: "findings", data: { error: { message: `'${source.uri}' cannot be read as a whole, so nothing was written`, help }, diagnostics: findingData(judged) }, lines: [...findingLines(judged, io.out.columns ?? 80), `'${source.uri}' cannot be read as a whole, so nothing was written`], to: "err" };
}

function unread(file: string, { exit, data, lines }: Answer): Result {
  return { file, name: file, outcome: "unread", exit, text: "", data: { file, outcome: "unread", ...(data as JsonObject) }, problem: lines, difference: () => [] };
}

/** The text as it is: nothing in it is made visible on the way to another program. */
function piped({ text, data }: Result, io: Io): Answer {
  const written = io.out.write(text);
  return written.ok ? answer("fine", data, []) : refusal(`the output cannot be written: ${written.reason}`);
}

function worst(exits: readonly Exit[]): Exit {
  return exits.includes("usage") ? "usage" : exits.includes("findings") ? "findings" : "fine";
}
