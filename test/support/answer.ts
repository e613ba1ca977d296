import { compile, type Compiled, type Diagnostic, type ProjectView, type SourceText, type Workspace } from "../../compiler/index.ts";
import { frameContext, renderFrames } from "../../compiler/diagnostics/frame.ts";
import type { Span } from "../../schemas/span.ts";

/** How a text is asked about. */
export interface Asked {
  readonly project?: ProjectView;
  /** Other documents, among which the answer has to be the same. */
  readonly among?: Workspace;
}

/**
 * What every text gets: an answer of at most 100 findings that stand inside it or a file that belongs to it, the same
 * answer again, and either a program or the reason why there is none. Throws with what is wrong about the answer.
 */
export function answerTo(text: string, { project, among }: Asked = {}): Compiled {
  const source = { uri: "file:///hostile.yaml", text };
  const settings = project === undefined ? {} : { project };
  const compiled = compile(source, settings);
  const wrong = wrongWith(compiled);
  renderFrames(frameContext(source, compiled), compiled.diagnostics);
  // What is large is so by repeating itself: small texts show the same.
  const again = text.length >= 500_000 ? compiled : among === undefined ? compile(source, settings) : compiledAmong(among, source);
  if (saidBy(again) !== saidBy(compiled)) wrong.push("another answer the second time");
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return compiled;
}

/** What breaks a promise that every answer keeps. */
function wrongWith({ source, diagnostics, blocks, program, policy, other }: Compiled): string[] {
  const wrong: string[] = [];
  if (diagnostics.length > 100) wrong.push(`${diagnostics.length} findings`);
  if (diagnostics.some(({ severity }) => severity === "error") !== (program === undefined && policy === undefined && other === undefined)) wrong.push("a meaning beside an error, or neither");
  const isInside = (span: Span): boolean => {
    const file = blocks.fileOf(span);
    const { start, end } = file === undefined ? blocks.absolute(span) : span;
    return 0 <= start && start <= end && end <= (file?.source.text ?? source.text).length;
  };
  for (const each of diagnostics) {
    if (!placesOf(each).every(isInside)) wrong.push(`${each.code} points outside of the text`);
    if (!wordsOf(each).every((line) => /^[^\n\r]{1,600}$/.test(line))) wrong.push(`${each.code} cannot be read`);
    for (const fix of each.fixes) if (overlaps(fix.edits.map(({ span }) => blocks.absolute(span)))) wrong.push(`the edits of ${each.code} '${fix.title}' overlap`);
  }
  return wrong;
}

function compiledAmong(among: Workspace, source: SourceText): Compiled {
  among.setText(source);
  // The text was just set, so there is a result.
  return among.compiled(source.uri) as Compiled;
}

function saidBy({ diagnostics, program, policy, other }: Compiled): string {
  return JSON.stringify([diagnostics, program, policy, other]);
}

function placesOf({ span, related, fixes }: Diagnostic): readonly Span[] {
  return [span, ...related.map((each) => each.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}

function wordsOf({ message, help, related, fixes }: Diagnostic): readonly string[] {
  return [message, help ?? "-", ...related.map((each) => each.message), ...fixes.map(({ title }) => title)];
}

function overlaps(ranges: readonly { readonly start: number; readonly end: number }[]): boolean {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  return inOrder.some(({ start }, index) => start < (inOrder[index - 1]?.end ?? 0));
}
