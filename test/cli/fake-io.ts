import { dirname, resolve } from "node:path";
import type { Io, Sink } from "../../cli/io.ts";
import { main } from "../../cli/main.ts";

interface World {
  /** Texts by path, relative to `/here`. */
  readonly files?: { readonly [path: string]: string };
  /** The same of each revision that git knows. */
  readonly revisions?: { readonly [revision: string]: { readonly [path: string]: string } };
  readonly stdin?: string;
  readonly env?: { readonly [name: string]: string };
  readonly isTty?: boolean;
  readonly columns?: number;
}

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Every file afterwards, by absolute path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Runs one command line in a world that exists only here. The folder is `/here`. */
export async function jamjet(argv: readonly string[], world: World = {}): Promise<Said> {
  const { io, said } = fakeIo(world);
  const code = await main(argv, io);
  return { code, ...said() };
}

/** That world, and what was said in it so far. */
export function fakeIo({ files = {}, revisions = {}, stdin = "", env = {}, isTty = false, columns }: World): { readonly io: Io; readonly said: () => Omit<Said, "code"> } {
  const cwd = "/here";
  const texts = new Map(Object.entries(files).map(([path, text]) => [resolve(cwd, path), text]));
  const folders = (): ReadonlySet<string> => new Set([...texts.keys()].flatMap(foldersOf));
  const heard = { out: "", err: "" };
  const sink = (name: "out" | "err"): Sink => ({
    isTty,
    columns,
    write: (text) => {
      heard[name] += text;
      return { ok: true };
    },
  });
  const bytes = (text: string, limit: number): { readonly ok: true; readonly bytes: Uint8Array } => ({ ok: true, bytes: new TextEncoder().encode(text).subarray(0, limit) });
  const io: Io = {
    cwd,
    env: (name) => env[name],
    out: sink("out"),
    err: sink("err"),
    read: (path, limit) => {
      const text = texts.get(path);
      if (text !== undefined) return bytes(text, limit);
      return { ok: false, reason: folders().has(path) ? "is a folder" : "there is no such file" };
    },
    readInside: (root, path, limit) => {
      const file = resolve(root, path);
      const text = file.startsWith(`${root}/`) ? texts.get(file) : undefined;
      return text === undefined ? { ok: false, reason: file.startsWith(`${root}/`) ? "there is no such file" : "leads outside the project" } : bytes(text, limit);
    },
    atRevision: (revision) => {
      const past = revisions[revision];
      const unknown = { ok: false, reason: `git knows no revision '${revision}'` } as const;
      return Promise.resolve(past === undefined ? () => unknown : fakeIo({ files: past }).io.read);
    },
    readStdin: (limit) => bytes(stdin, limit),
    write: (path, text, mode) => {
      if (mode === "new" && texts.has(path)) return { ok: false, reason: "exists already" };
      texts.set(path, text);
      return { ok: true };
    },
    makeFolder: () => ({ ok: true }),
    list: (folder) => {
      const below = [...texts.keys()].filter((path) => path.startsWith(folder === "/" ? "/" : `${folder}/`)).map((path) => path.slice(folder === "/" ? 1 : folder.length + 1));
      return [...new Set(below.map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path)))].sort();
    },
    kindOf: (path) => (texts.has(path) ? "file" : folders().has(path) ? "folder" : "nothing"),
    freeBytes: () => 5e9,
    isProgram: (path) => texts.has(path),
    now: () => Date.UTC(2026, 0, 1),
    onInterrupt: () => () => {},
    keepStart: () => {},
    quit: () => {},
  };
  return { io, said: () => ({ ...heard, files: texts }) };
}

function foldersOf(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [parent] : [parent, ...foldersOf(parent)];
}
