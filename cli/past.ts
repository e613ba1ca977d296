import { relative, resolve } from "node:path";
import type { Compiled } from "../compiler/index.ts";
import type { Maybe } from "./answer.ts";
import { compileDocument, projectOf, readDocument, workflowIn } from "./documents.ts";
import type { Io } from "./io.ts";

/** The files of a revision of git. */
export interface Past {
  readonly revision: string;
  /** The world with those files in the place of today's; whoever only reads them need not know. */
  readonly io: Io;
}

export async function asOf(revision: string, io: Io): Promise<Past> {
  const readThen = await io.atRevision(revision);
  const past: Io = {
    ...io,
    read: (path, limit) => {
      const read = readThen(path, limit);
      return read.ok || read.reason !== noSuchFile ? read : { ok: false, reason: `${noSuchFile} in '${revision}'` };
    },
    readInside: (root, path, limit) => {
      const file = resolve(root, path);
      return relative(root, file).startsWith("..") ? { ok: false, reason: "leads outside the project" } : readThen(file, limit);
    },
    kindOf: (path) => (readThen(path, 1).ok ? "file" : "nothing"),
    // Nobody asks what else lay in a folder.
    list: () => [],
  };
  return { revision, io: past };
}

const noSuchFile = "there is no such file";

/** What a file of a revision is called, as git calls it. */
export function nameIn({ revision }: Past, word: string): string {
  return `${revision}:${word}`;
}

/**
 * A workflow of a revision, compiled for what it means: with the files that it includes as they were, and without what a
 * project says of it, such as its policy, its lock and its servers, which have no part in the program.
 */
export function compilePast(word: string, past: Past, io: Io): Maybe<Compiled> {
  const document = readDocument(word, past.io);
  if (!document.ok) return document;
  const { folder, source } = document.value;
  const today = projectOf(folder, io);
  if (!today.ok) return today;
  const { root, settings: { limits, defaults } } = today.value;
  const bare = { root, file: undefined, settings: { ...(limits === undefined ? {} : { limits }), ...(defaults === undefined ? {} : { defaults }) }, policy: undefined, requires: [] };
  return workflowIn(compileDocument({ ...document.value, source: { ...source, uri: nameIn(past, word) } }, bare, past.io));
}
