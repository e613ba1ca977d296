import { inOrderOfText, lexicalMarks, markNames, type CodeMark } from "../expr/marks.ts";
import { marksOfTemplate } from "../template/marks.ts";
import type { Code } from "./code.ts";

/** What each word and sign of a piece of code is, in the order of its text, none over another; as far as it was read. */
export function marksOf(code: Code): readonly CodeMark[] {
  const { text } = code.parsed;
  if (code.as === "template") return marksOfTemplate(text, code.parsed.parts);
  const names: CodeMark[] = [];
  markNames(code.parsed.ast, new Set(), 0, names);
  return inOrderOfText(lexicalMarks(text), names);
}
