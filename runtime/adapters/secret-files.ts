import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { failure } from "../../schemas/failure.ts";
import type { Env, Outcome } from "../ports.ts";
import type { Project } from "../project/project.ts";
import { inherited } from "./env.ts";

/** Where names are looked up, and those among them whose values are secret because a file holds them. */
export interface Secrets {
  readonly env: Env;
  readonly names: readonly string[];
}

type Values = ReadonlyMap<string, string>;

const largest = 65_536;

/**
 * Opens the `[secrets] backends` of a project over the environment; without any it is the environment. Files are read
 * once, here. What every program needs of its machine (`PATH`, `HOME`) always comes from the environment.
 */
export function openSecrets({ root, settings }: Project, base: Env): Outcome<Secrets> {
  const backends: Env[] = [];
  const names: string[] = [];
  for (const backend of settings.secrets?.backends ?? ["env"]) {
    if (backend === "env") {
      backends.push(base);
      continue;
    }
    const values = valuesAt(resolve(root, backend.slice("file:".length)), backend);
    if (!values.ok) return values;
    names.push(...values.value.keys());
    // An empty value counts as unset, as in the environment.
    backends.push((name) => values.value.get(name) || undefined);
  }
  const first = (name: string): string | undefined => backends.map((look) => look(name)).find((value) => value !== undefined);
  return { ok: true, value: { env: (name) => (inherited.includes(name) ? base(name) : first(name)), names } };
}

/** The names and values of a file of lines, or of a folder with a file for each name. Messages hold names and numbers of lines only. */
function valuesAt(path: string, backend: string): Outcome<Values> {
  try {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? filesIn(path) : [path];
    if (files.some((file) => !statSync(file).isFile())) return refused(backend, "it is not a regular file");
    if (files.some((file) => statSync(file).size > largest)) return refused(backend, `a file is larger than ${largest} bytes`);
    if (!isFolder) return valuesOf(readFileSync(path, "utf8"), backend);
    return { ok: true, value: new Map(files.map((file) => [basename(file), readFileSync(file, "utf8").replace(/\r?\n$/, "")])) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return refused(backend, code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "permission denied" : code);
  }
}

/** Orchestrators put links and folders of their own beside the files; only files with the name of a variable count. */
function filesIn(folder: string): readonly string[] {
  const named = readdirSync(folder).filter((name) => /^[A-Za-z_]\w*$/.test(name)).sort();
  return named.map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
}

/** `NAME=value` lines; `export` before one is passed over. */
function valuesOf(text: string, backend: string): Outcome<Values> {
  const values = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name = "", rest = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const value = valueIn(rest);
    if (name === "" || value === undefined) return refused(backend, `line ${index + 1} is not 'NAME=value'`);
    values.set(name, value);
  }
  return { ok: true, value: values };
}

/** Quotes are taken off, and a comment behind the value: `"…"` knows `\n`, `\"` and `\\`, `'…'` nothing. */
function valueIn(text: string): string | undefined {
  const double = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/.exec(text)?.[1];
  if (double !== undefined) return double.replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
  const single = /^'([^']*)'\s*(?:#.*)?$/.exec(text)?.[1];
  if (single !== undefined) return single;
  return /^["']/.test(text) ? undefined : text.replace(/(?:^|\s+)#.*$/, "");
}

function refused(backend: string, why: string): Outcome<never> {
  return { ok: false, failure: failure("missing_secret", `the secrets of '${backend}' cannot be read: ${why}`) };
}
