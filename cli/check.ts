import { basename, resolve } from "node:path";
import type { Compiled, IncludedTexts, Mended, SourceText } from "../compiler/index.ts";
import { projectFileName, type Project } from "../runtime/index.ts";
import type { Answer } from "./answer.ts";
import { compileDocument, projectOf, readDocument, unjudgedText, type Document } from "./documents.ts";
import type { Io } from "./io.ts";
import type { LiveTools } from "./live-tools.ts";
import { countOf } from "./render/diagnostics.ts";

/** What came of looking at one document: its judgement, or why there is none. */
export type Check =
  | {
      readonly kind: "judged";
      readonly file: string;
      readonly compiled: Compiled;
      /** The judgement of another text in its place, and in those of files that it includes. */
      readonly compileAgain: (source: SourceText, included?: IncludedTexts) => Compiled;
      /** Present where fixes were asked for and there were any. */
      readonly mended?: Mended;
      /** What a `jamjet.toml` says, where the document is one: nothing is wrong with it then, as far as it could be read. */
      readonly settings?: Project;
    }
  | { readonly kind: "unjudged"; readonly file: string; readonly answer: Answer };

/** Judges the document of one word of the command line; `-` is standard input under the name `stdinName`. `live` is what servers were asked. */
export function checkFile(word: string, stdinName: string | undefined, io: Io, live?: LiveTools): Check {
  const document = readDocument(word, io, stdinName);
  if (!document.ok) return { kind: "unjudged", file: word, answer: document.answer };
  if (basename(document.value.path) === projectFileName) return checkSettings(document.value, io);
  const read = projectOf(document.value.folder, io, { judged: resolve(io.cwd, document.value.source.uri) });
  if (!read.ok) return { kind: "unjudged", file: word, answer: read.answer };
  const asked = live?.get(read.value.root);
  const project = asked === undefined ? read.value : { ...read.value, live: asked };
  const compiled = compileDocument(document.value, project, io);
  return { kind: "judged", file: compiled.source.uri, compiled, compileAgain: (source, included) => compileDocument({ ...document.value, source }, project, included === undefined ? io : withIncluded(included, document.value.folder, io)) };
}

/** `io` with other texts in the place of files that a document in `folder` includes. */
function withIncluded(included: IncludedTexts, folder: string, io: Io): Io {
  const texts = new Map([...included].map(([path, text]) => [resolve(folder, path), text]));
  return {
    ...io,
    readInside: (root, path, limit) => {
      const text = texts.get(resolve(root, path));
      return text === undefined ? io.readInside(root, path, limit) : { ok: true, bytes: new TextEncoder().encode(text).subarray(0, limit) };
    },
  };
}

/** Judges a `jamjet.toml` as every command does that works in its project. */
function checkSettings(document: Document, io: Io): Check {
  const { source, path, folder, unreadable } = document;
  const compiled: Compiled = { ...unjudgedText(source), diagnostics: unreadable };
  const read = projectOf(folder, io, { draft: { file: path, text: source.text } });
  if (!read.ok && unreadable.length === 0) return { kind: "unjudged", file: source.uri, answer: read.answer };
  return { kind: "judged", file: source.uri, compiled, compileAgain: () => compiled, ...(read.ok ? { settings: read.value } : {}) };
}

/** Whether the document of a check is one of ours without an error. */
export function isValid(check: Check): boolean {
  return check.kind === "judged" && (check.compiled.summary ?? check.compiled.policy ?? check.compiled.other ?? check.settings) !== undefined && countOf(check.compiled.diagnostics).errors === 0;
}
