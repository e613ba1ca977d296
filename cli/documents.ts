import { dirname, relative, resolve } from "node:path";
import { blockTable, compile, decodeUtf8, defaultLimits, type Compiled, type Diagnostic, type FileText, type ProjectView, type SourceText } from "../compiler/index.ts";
import { factsOf, readProject, type Project } from "../runtime/index.ts";
import { type Maybe, flawed, found, refused } from "./answer.ts";
import { expandGlob, isGlob } from "./globs.ts";
import type { Io } from "./io.ts";

/** A document as the command line holds it: what it is called in messages, and where its project begins. */
export interface Document {
  readonly source: SourceText;
  /** What is wrong with the bytes; the text is empty then. */
  readonly unreadable: readonly Diagnostic[];
  /** The folder that paths in it are relative to. */
  readonly folder: string;
}

/** The document of one word of the command line; `-` is standard input under the name `stdinName`. */
export function readDocument(word: string, io: Io, stdinName = "<stdin>"): Maybe<Document> {
  const isStdin = word === "-";
  const uri = isStdin ? stdinName : word;
  const read = isStdin ? io.readStdin(defaultLimits.fileBytes + 1) : io.read(resolve(io.cwd, word), defaultLimits.fileBytes + 1);
  if (!read.ok) return refused(`cannot read '${uri}': ${read.reason}`, read.reason === "is a folder" ? `name its files, or a pattern such as '${word.replace(/\/$/, "")}/**/*.yaml'` : undefined);
  const { value: text, diagnostics } = decodeUtf8(read.bytes);
  return found({ source: { uri, text }, unreadable: diagnostics, folder: dirname(resolve(io.cwd, isStdin && stdinName === "<stdin>" ? "stdin" : uri)) });
}

/** The words of the command line with each pattern replaced by the files that match it, in the order given, each once. */
export function filesOf(words: readonly string[], io: Io): Maybe<readonly string[]> {
  const files = new Set<string>();
  for (const word of words) {
    const isPattern = isGlob(word) && io.kindOf(resolve(io.cwd, word)) === "nothing";
    const matches = isPattern ? expandGlob(word, io) : [word];
    if (matches.length === 0) return refused(`no file matches '${word}'`);
    for (const file of matches) files.add(file);
  }
  return found([...files]);
}

/** What the compiler says of a document, with what its project declares. */
export function compileDocument(document: Document, project: Project, io: Io): Compiled {
  const { source, unreadable } = document;
  if (unreadable.length > 0) return { source, blocks: blockTable(source.text.length), diagnostics: unreadable, program: undefined, summary: undefined };
  return compile(source, { project: viewOf(project, document.folder, io) });
}

/** What the compiler may know of the project around the documents of `folder`. */
export function viewOf(project: Project, folder: string, io: Io): ProjectView {
  return {
    servers: project.file === undefined ? undefined : factsOf(project).servers,
    textOf: (path) => textOf(relative(project.root, resolve(folder, path)), project, io),
    fileExists: (path, from) => io.kindOf(resolve(from === "project" ? project.root : folder, path)) === "file",
  };
}

/** The text of a file of the project; what lies outside is not even looked for. */
function textOf(path: string, project: Project, io: Io): FileText {
  const read = io.readInside(project.root, path, defaultLimits.fileBytes + 1);
  if (!read.ok) return read.reason === "there is no such file" ? { ok: false } : { ok: false, reason: read.reason };
  const { value: text, diagnostics } = decodeUtf8(read.bytes);
  const [problem] = diagnostics;
  return problem === undefined ? { ok: true, text } : { ok: false, reason: problem.message };
}

/** The project of a document, or why its `jamjet.toml` cannot be used. */
export function projectOf(folder: string): Maybe<Project> {
  const { project, problems } = readProject(folder);
  return problems.length === 0 ? found(project) : flawed(problems, "findings");
}
