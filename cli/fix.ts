import { resolve } from "node:path";
import { decodeUtf8, defaultLimits, mend, type Fix } from "../compiler/index.ts";
import { documentLimits } from "../schemas/document-limits.ts";
import { refusal } from "./answer.ts";
import type { Check } from "./check.ts";
import type { Io } from "./io.ts";

/** A check with what its fixes would make of the document; nothing is written. */
export function mended(check: Check, safety: Fix["safety"]): Check {
  if (check.kind === "unjudged") return check;
  const whole = mend(check.compiled, safety, check.compileAgain);
  return whole.applied.length === 0 ? check : { ...check, mended: whole };
}

/** Writes what was mended, if anything was, and gives the judgement of it. */
export function written(check: Check, io: Io): Check {
  if (check.kind === "unjudged" || check.mended === undefined) return check;
  const { compiled } = check.mended;
  const refused = (reason: string): Check => ({ kind: "unjudged", file: check.file, answer: refusal(`cannot write '${check.file}': ${reason}`) });
  const path = resolve(io.cwd, check.file);
  const before = io.read(path, documentLimits.file_bytes.most + 1);
  if (!before.ok) return refused(before.reason);
  const decoded = decodeUtf8(before.bytes, { ...defaultLimits, fileBytes: documentLimits.file_bytes.most });
  if (decoded.value !== check.compiled.source.text) return refused("it has changed meanwhile");
  const mark = byteOrderMark.every((byte, index) => before.bytes[index] === byte) ? "\ufeff" : "";
  const result = io.write(path, mark + compiled.source.text, "replace");
  return result.ok ? { ...check, compiled } : refused(result.reason);
}

/** Where a file begins with it, its text does not, and the file keeps it. */
const byteOrderMark = [0xef, 0xbb, 0xbf];
