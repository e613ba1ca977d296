import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lineIndex } from "../../compiler/index.ts";
import { answer, refusal } from "../answer.ts";
import { readDocument } from "../documents.ts";
import type { Io } from "../io.ts";
import { languageHost } from "../language-host.ts";
import { rangeData } from "../render/diagnostics.ts";
import type { Line } from "../render/page.ts";
import { flag, list, object, placeShape, text } from "../shapes.ts";
import type { ToolAnswer } from "./tool.ts";

/** What may be written at a place of a document. */
export const completeShape = object("What may be written there.", {
  file: text("The document's name."),
  replaces: { ...placeShape, description: "What of the document it takes the place of." },
  suggestions: list("The best first.", object("One of them.", { label: text("Its name."), kind: text("What it is, such as `key`, `node` or `function`."), insert: text("What is written."), "detail?": text("A type, or another word or two."), "doc?": text("What it means.") })),
  more: flag("Whether there are others; what is written before the place narrows them."),
});

/** More than this nobody reads at once. */
const mostSuggestions = 60;

/** What the editor would offer at a line and a column, both from 1; without a column, at the end of the line. */
export async function completeAnswer(word: string, io: Io, { line, column }: { readonly line: number; readonly column: number | undefined }): Promise<ToolAnswer> {
  const document = readDocument(word, io);
  if (!document.ok) return document.answer;
  const { source, path, unreadable: [unreadable] } = document.value;
  if (unreadable !== undefined) return refusal(`cannot read '${word}': ${unreadable.message}`);
  const lines = lineIndex(source.text);
  if (line > lines.lineCount) return refusal(`'line' is ${line}, and '${word}' has ${lines.lineCount}`);
  const { start, end } = lines.lineRange(line - 1);
  if (column !== undefined && start + column - 1 > end) return refusal(`'column' is ${column}, and line ${line} ends before column ${end - start + 1}`, "write the blanks before the place first, or leave 'column' out for the end of the line");
  const { completeText } = await import("../../lsp/index.ts");
  const found = completeText(languageHost(io), { uri: pathToFileURL(resolve(io.cwd, path)).href, text: source.text }, column === undefined ? end : start + column - 1, mostSuggestions);
  const data = { file: word, replaces: rangeData(lines, found), suggestions: found.suggestions.map((each) => ({ ...each })), more: found.hasMore };
  const shown = found.suggestions.map(({ label, kind, detail, doc }): Line => [{ tone: "strong", text: label }, `  ${kind}${detail === undefined ? "" : `  ${detail}`}${doc === undefined ? "" : `  ${meaning(doc, label)}`}`]);
  return answer("fine", data, shown.length === 0 ? ["nothing is known that may be written here"] : [...shown, ...(found.hasMore ? ["… and more: write the beginning of a word"] : [])]);
}

/** The first line about it that does not only repeat what it is. */
function meaning(doc: string, label: string): string {
  return doc.split("\n").find((line) => line.trim() !== "" && !line.startsWith(`${label}:`)) ?? "";
}
