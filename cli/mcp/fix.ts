import { editsBetween, lineIndex } from "../../compiler/index.ts";
import { answer } from "../answer.ts";
import { checkFile, isValid } from "../check.ts";
import { mended, written } from "../fix.ts";
import type { Io } from "../io.ts";
import { findingData, rangeData } from "../render/diagnostics.ts";
import { differenceLines } from "../render/difference.ts";
import { validationLines } from "../render/validation.ts";
import { flag, list, named, object, placeShape, text } from "../shapes.ts";
import type { ToolAnswer } from "./tool.ts";

/** What became of a document by its fixes. */
export const fixShape = object("The document after its fixes.", {
  file: text("Its name."),
  valid: flag("Whether it has no error left."),
  changed: flag("Whether there was anything to mend."),
  written: flag("Whether the file was replaced: `write`."),
  fixes: list("What was mended, in the order in which it was.", object("One fix.", { code: text("Of what was wrong."), title: text("What it did.") })),
  edits: list("What makes the new text of the old one, in order; none touches another.", object("One edit, of whole lines.", { range: placeShape, text: text("What stands there afterwards.") })),
  text: text("The new text."),
  diagnostics: list("What is left, in the new text.", named("diagnostic", "One finding.")),
});

/** Mends the document of one word; with `write` in its file. */
export function fixAnswer(word: string, io: Io, { safety, writing }: { readonly safety: "safe" | "unsafe"; readonly writing: "write" | "look" }): ToolAnswer {
  const check = checkFile(word, undefined, io);
  const fixed = mended(check, safety, "document");
  const done = writing === "write" ? written(fixed, io) : fixed;
  if (done.kind === "unjudged") return done.answer;
  const after = done.mended?.compiled ?? done.compiled;
  const before = check.kind === "judged" ? check.compiled.source.text : after.source.text;
  const lines = lineIndex(before);
  const left = { ...done, compiled: after };
  const changed = after.source.text !== before;
  const data = {
    file: done.file,
    valid: isValid(left),
    changed,
    written: changed && writing === "write",
    fixes: (done.mended?.applied ?? []).map(({ code, title }) => ({ code, title })),
    edits: editsBetween(before, after.source.text).map(({ start, end, text }) => ({ range: rangeData(lines, { start, end }), text })),
    text: after.source.text,
    diagnostics: findingData(after),
  };
  const shown = changed ? differenceLines(done.file, before, after.source.text) : ["nothing here has a fix that may be applied unseen"];
  return { ...answer("fine", data, [...shown, "", ...validationLines([left], io.out.columns ?? 80)]), ...(changed && writing === "look" ? { more: [after.source.text] } : {}) };
}
