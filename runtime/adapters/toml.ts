import { parse, TomlError } from "smol-toml";
import type { Json } from "../../schemas/json.ts";
import type { ProjectProblem } from "../project/project.ts";

/** The data of a text in TOML, or the first thing that is wrong with it. */
export type TomlRead = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Pick<ProjectProblem, "place" | "message"> };

/** Dates become texts; everything else is JSON already. */
export function parseToml(text: string): TomlRead {
  try {
    return { ok: true, value: plain(parse(text)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The parser's message goes on with a drawing of the place, which the command line draws itself.
    const [said = ""] = error.message.split("\n");
    const offset = text.split("\n").slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, error.column - 1);
    // What is missing at the end stands behind it.
    const start = Math.min(offset, text.length);
    return { ok: false, problem: { place: { start, end: Math.min(start + 1, text.length) }, message: said.replace(/^Invalid TOML document: /, "") } };
  }
}

function plain(value: unknown): Json {
  if (value instanceof Date) return value.toJSON();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value as null | boolean | number | string;
}
