import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import type { Json } from "../../schemas/json.ts";
import { projectFields } from "../../schemas/project.ts";
import type { Problem } from "../project/decode.ts";
import { decodeFields } from "../project/decode.ts";
import { lineOf } from "../project/locate.ts";
import type { Project, ProjectProblem } from "../project/project.ts";

export interface ProjectRead {
  /** Usable only where there is no problem. */
  readonly project: Project;
  readonly problems: readonly ProjectProblem[];
}

const fileName = "jamjet.toml";
const largestFile = 1_048_576;

/** The project that a document in `folder` belongs to: the nearest folder upward with a `jamjet.toml`, else `folder` itself. */
export function readProject(folder: string): ProjectRead {
  const file = findUpward(resolve(folder));
  if (file === undefined) return { project: { root: resolve(folder), file, settings: {}, requires: [] }, problems: [] };
  return parseProject(readFileSync(file, "utf8"), file);
}

/** What a `jamjet.toml` at `file` says. Every problem is found in one run, but a syntax error hides the rest. */
export function parseProject(text: string, file: string): ProjectRead {
  const root = dirname(file);
  const data = parseToml(text);
  if (!data.ok) return { project: { root, file, settings: {}, requires: [] }, problems: [{ file, ...data.problem }] };
  const { value: settings, problems, requires } = decodeFields(data.value, projectFields);
  const found: readonly Problem[] = problems.length > 0 ? problems : twins(settings.mcp?.servers ?? []);
  const located = found.map(({ path, ...problem }) => ({ file, line: lineOf(text, path), ...problem }));
  return { project: { root, file, settings, requires }, problems: located.toSorted((a, b) => a.line - b.line) };
}

function findUpward(folder: string): string | undefined {
  const file = join(folder, fileName);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() === true && found.size <= largestFile) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpward(parent);
}

type Parsed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Omit<ProjectProblem, "file"> };

function parseToml(text: string): Parsed {
  try {
    return { ok: true, value: plain(parse(text)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The parser's message goes on with a drawing of the place, which the command line draws itself.
    const [said = ""] = error.message.split("\n");
    return { ok: false, problem: { line: error.line, message: said.replace(/^Invalid TOML document: /, "") } };
  }
}

/** TOML's dates become texts; everything else is JSON already. */
function plain(value: unknown): Json {
  if (value instanceof Date) return value.toJSON();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value as null | boolean | number | string;
}

/** Two servers whose names differ only in case would be told apart by nobody who reads a workflow. */
function twins(servers: readonly { readonly name: string }[]): readonly Problem[] {
  return servers.flatMap(({ name }, index) => {
    const first = servers.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
    return first === index ? [] : [{ path: ["mcp", "servers", index, "name"], message: `two MCP servers are called '${name}'`, help: "rename one of them" }];
  });
}
