import { dirname, resolve } from "node:path";
import { blockTable, type Compiled, decodeUtf8, defaultLimits, parseYamlData } from "../compiler/index.ts";
import type { Replies } from "../runtime/index.ts";
import { isJsonObject, type Json, type JsonObject } from "../schemas/json.ts";
import type { Program } from "../schemas/program.ts";
import { type Maybe, flawed, found, refused } from "./answer.ts";
import { compileDocument, projectOf, readDocument, workflowIn } from "./documents.ts";
import type { Io } from "./io.ts";
import { compilePast, type Past } from "./past.ts";
import { countOf, countText, findingData, findingLines } from "./render/diagnostics.ts";
import { tell } from "./tell.ts";

/** An object on the command line: JSON as it is, `@file`, or `-` for standard input; nothing is the empty one. */
export function readInput(word: string | undefined, io: Io, option = "--input"): Maybe<JsonObject> {
  const data = readJson(word, io, { as: option, quoted: `${option} '{"query": "…"}'` });
  if (!data.ok) return data;
  return isJsonObject(data.value) ? found(data.value) : refused(`${nameOf(word, option)} is no JSON object`, `write ${option} '{"query": "…"}'`);
}

/** JSON of an option: as it is, `@file`, or `-` for standard input; nothing is the empty object. */
export function readData(word: string | undefined, io: Io): Maybe<Json> {
  return readJson(word, io, { as: "the data", quoted: `'{"approved": true}'` });
}

/** `as` is what a word of the command line itself is called, and `quoted` how it would be written. */
function readJson(word: string | undefined, io: Io, { as, quoted }: { readonly as: string; readonly quoted: string }): Maybe<Json> {
  if (word === undefined) return found({});
  const text = isElsewhere(word) ? textOf(word === "-" ? word : word.slice(1), io) : found(word);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  return json.ok ? found(json.value) : refused(`${nameOf(word, as)} is no JSON: ${json.reason}`, `quote it as one word: ${quoted}`);
}

function nameOf(word = "", own: string): string {
  return word === "-" ? "standard input" : isElsewhere(word) ? `'${word.slice(1)}'` : own;
}

const isElsewhere = (word: string): boolean => word === "-" || word.startsWith("@");

/** A program that can be executed, and the folder that its paths start from. */
export interface ReadProgram {
  readonly program: Program;
  readonly folder: string;
}

/** The program of a workflow document or of what `compile` wrote, with its folder; warnings are told on the way. */
export async function readProgram(word: string, io: Io): Promise<Maybe<ReadProgram>> {
  if (word.endsWith(".json")) return readCompiled(word, io);
  const document = readDocument(word, io);
  if (!document.ok) return document;
  const { folder } = document.value;
  const project = projectOf(folder, io);
  if (!project.ok) return project;
  const read = workflowIn(compileDocument(document.value, project.value, io));
  if (!read.ok) return read;
  const program = programIn(read.value, io);
  if (program.ok) tell(io, findingLines(read.value, io.err.columns ?? 80));
  return program.ok ? found({ program: program.value, folder }) : program;
}

/** The same as it was in a revision of git; of what was only to be warned of then, nothing is told. */
export async function readPastProgram(word: string, past: Past, io: Io): Promise<Maybe<ReadProgram>> {
  if (word.endsWith(".json")) return readCompiled(word, past.io);
  const read = compilePast(word, past, io);
  if (!read.ok) return read;
  const program = programIn(read.value, io);
  return program.ok ? found({ program: program.value, folder: dirname(resolve(io.cwd, word)) }) : program;
}

function programIn(compiled: Compiled, io: Io): Maybe<Program> {
  if (compiled.program !== undefined) return found(compiled.program);
  const lines = [...findingLines(compiled, io.err.columns ?? 80), countText(countOf(compiled.diagnostics))];
  return { ok: false, answer: { exit: "findings", data: { diagnostics: findingData(compiled) }, lines, to: "err" } };
}

/** The answers of a replies file, which stand in for the providers of models; held against the program, where one is given. */
export async function readRepliesFile(word: string | undefined, program: Program | undefined, io: Io): Promise<Maybe<Replies | undefined>> {
  if (word === undefined) return found(undefined);
  const text = textOf(word, io);
  if (!text.ok) return text;
  const source = { uri: word, text: text.value };
  const { value: data, diagnostics } = parseYamlData(source);
  const blocks = blockTable(source.text.length);
  if (countOf(diagnostics).errors > 0) {
    const judged = { source, blocks, diagnostics };
    return { ok: false, answer: { exit: "usage", data: { diagnostics: findingData(judged) }, lines: findingLines(judged, io.err.columns ?? 80), to: "err" } };
  }
  const { readReplies } = await import("../runtime/index.ts");
  const read = readReplies(data.value, program);
  if (read.ok) return found(read.replies);
  const flaws = read.problems.map(({ path, message, help, other }) => {
    const related = other === undefined ? [] : [{ message: "its first answer", span: data.spanAt(other) }];
    return { message, span: data.spanAt(path), related, ...(help === undefined ? {} : { help }) };
  });
  return flawed(source, flaws, "usage");
}

async function readCompiled(word: string, io: Io): Promise<Maybe<ReadProgram>> {
  const text = textOf(word, io);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return refused(`'${word}' is no JSON: ${json.reason}`, "make it with 'jamjet compile workflow.yaml -o workflow.json'");
  const { loadProgram } = await import("../runtime/index.ts");
  const program = loadProgram(json.value);
  if (!program.ok) return refused(`'${word}': ${program.failure.message}`, "make it again with 'jamjet compile'");
  return found({ program: program.value, folder: dirname(resolve(io.cwd, word)) });
}

/** Programs and inputs may be larger than what people write by hand. */
const largestJson = 32 * defaultLimits.fileBytes;

function textOf(word: string, io: Io): Maybe<string> {
  const read = word === "-" ? io.readStdin(largestJson + 1) : io.read(resolve(io.cwd, word), largestJson + 1);
  if (!read.ok) return refused(`cannot read '${word}': ${read.reason}`);
  const { value, diagnostics } = decodeUtf8(read.bytes, { ...defaultLimits, fileBytes: largestJson });
  const [wrong] = diagnostics;
  return wrong === undefined ? found(value) : refused(`cannot read '${word}': ${wrong.message}`);
}

function parseJson(text: string): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
