import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { readProject } from "../../runtime/index.ts";
import { type Maybe, found, refused } from "../answer.ts";
import { projectOptions } from "../documents.ts";
import type { Io } from "../io.ts";
import { pathOf } from "../path-of-uri.ts";
import { shown } from "../shown.ts";

/** The folders that a client may ask about. */
export interface Scope {
  readonly folders: readonly [string, ...string[]];
  /** The command line's world as far as it lies in them: nothing else is read, listed, or written. */
  readonly io: Io;
}

/** What stands in the place of a file for the length of a call. */
export interface Draft {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Longer than what any system opens. */
const longestPath = 4_096;

/** The scope of some folders, the first of which is where relative paths start. What documents include may lie in the project around them. */
export function scopeOf(folders: Scope["folders"], io: Io): Scope {
  const [cwd] = folders;
  const projects = folders.map((folder) => readProject(folder, projectOptions(io)).project.root);
  const around = [...folders, ...projects];
  const outside = { ok: false, reason: "leads outside the project" } as const;
  return {
    folders,
    io: {
      ...io,
      cwd,
      read: (path, limit) => {
        const folder = folders.find((each) => isBelow(each, path));
        return folder === undefined ? outside : io.readInside(folder, relative(folder, path), limit);
      },
      write: (path, text, mode) => (folders.some((folder) => isInside(folder, path)) ? io.write(path, text, mode) : outside),
      list: (folder) => (around.some((each) => isInside(each, folder)) ? io.list(folder) : []),
      kindOf: (path) => (around.some((each) => isInside(each, path)) ? io.kindOf(path) : "nothing"),
      readStdin: () => ({ ok: false, reason: "it is where the client speaks" }),
      atRevision: () => Promise.resolve(() => outside),
      makeFolder: () => outside,
    },
  };
}

/** The file of the scope that a client's path or `file:` address names, as messages call it. */
export function placeIn({ folders, io }: Scope, word: string): Maybe<string> {
  if (word === "" || word.length > longestPath || word.includes("\0")) return refused("this is no path of a file", "give one relative to the folder of the project");
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(word);
  const path = isAddress ? pathOf(word) : resolve(io.cwd, word);
  if (path === undefined) return refused(`'${word}' is the address of no file of this machine`, "give a path relative to the folder of the project");
  if (folders.some((folder) => isInside(folder, path))) return found(shown(path, io) || ".");
  return refused(`'${word}' lies outside ${folders.map((folder) => `'${folder}'`).join(" and ")}`, "name a file in there, or give the document itself as 'text'");
}

/** `io` with drafts in the place of files, and what is told on the way collected. */
export function withDrafts(io: Io, drafts: readonly Draft[]): { readonly io: Io; readonly told: () => string } {
  const contents = new Map(drafts.map(({ path, bytes }) => [resolve(io.cwd, path), bytes]));
  let told = "";
  const columns = 100;
  return {
    told: () => told,
    io: {
      ...io,
      env: (name) => (name === "FORCE_COLOR" ? undefined : io.env(name)),
      out: { isTty: false, columns, write: () => ({ ok: true }) },
      err: { isTty: false, columns, write: (text) => ((told += text), { ok: true }) },
      read: (path, limit) => {
        const bytes = contents.get(path);
        return bytes === undefined ? io.read(path, limit) : { ok: true, bytes: bytes.subarray(0, limit) };
      },
      kindOf: (path) => (contents.has(path) ? "file" : io.kindOf(path)),
    },
  };
}

/** Links followed: of what is not there yet, those on the way to it. */
function isInside(folder: string, path: string): boolean {
  return isBelow(folder, path) && isBelow(realOf(folder), realOf(path));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../") && !way.startsWith("..\\") && !isAbsolute(way);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOf(parent), basename(path));
  }
}
