import { dirname, resolve } from "node:path";
import { decodeUtf8, defaultLimits, type Fix, mend, mendWithFiles, migratedAs, migration } from "../compiler/index.ts";
import { documentLimits } from "../schemas/document-limits.ts";
import { refusal } from "./answer.ts";
import type { Check } from "./check.ts";
import type { Io } from "./io.ts";

/** A check with what its fixes would make of the document, and with `files` of those that it includes; nothing is written. */
export function mended(check: Check, safety: Fix["safety"], scope: "document" | "files"): Check {
  if (check.kind === "unjudged") return check;
  const today = migratedAs(safety, check.compiled, check.compileAgain);
  const whole = (scope === "files" ? mendWithFiles : mend)(today ?? check.compiled, safety, check.compileAgain);
  const applied = today === undefined ? whole.applied : [migration(), ...whole.applied];
  return applied.length === 0 ? check : { ...check, mended: { ...whole, applied } };
}

/** Writes what was mended, if anything was, and gives the judgement of it. Nothing is written where any of the files is not what was judged. */
export function written(check: Check, io: Io): Check {
  if (check.kind === "unjudged" || check.mended === undefined) return check;
  const { compiled, files } = check.mended;
  const { uri, text } = check.compiled.source;
  const path = resolve(io.cwd, check.file);
  const own = { name: uri, path, before: text, after: compiled.source.text };
  const included = files.map(({ file, text: after }): Change => ({ name: file.source.uri, path: resolve(dirname(path), file.path), before: file.source.text, after }));
  const changes = [own, ...included].filter(({ before, after }) => before !== after).map((change) => ({ ...change, ...standing(change, io) }));
  const refused = (name: string, reason: string): Check => ({ kind: "unjudged", file: check.file, answer: refusal(`cannot write '${name}': ${reason}`) });
  for (const { name, problem } of changes) if (problem !== undefined) return refused(name, problem);
  for (const { name, path: place, mark, after } of changes) {
    const result = io.write(place, mark + after, "replace");
    if (!result.ok) return refused(name, result.reason);
  }
  return { ...check, compiled };
}

interface Change {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The byte order mark that a file begins with, which its text does not and the file keeps; or why it must not be replaced. */
function standing({ path, before }: Change, io: Io): { readonly mark: "" | "\ufeff"; readonly problem?: string } {
  const read = io.read(path, documentLimits.file_bytes.most + 1);
  if (!read.ok) return { mark: "", problem: read.reason };
  const decoded = decodeUtf8(read.bytes, { ...defaultLimits, fileBytes: documentLimits.file_bytes.most });
  if (decoded.value !== before) return { mark: "", problem: "it has changed meanwhile" };
  return { mark: byteOrderMark.every((byte, index) => read.bytes[index] === byte) ? "\ufeff" : "" };
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
