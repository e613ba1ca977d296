import { tabIndent } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { fileSpan } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { firstLine } from "./lines.ts";
import { tabWidth } from "./tab-width.ts";

/**
 * Seven mistakes make YAML misread everything behind them: a template without quotes, a quote that is open to the end of
 * the file, a bracket that is never closed, one that closes nothing, one in a text inside brackets, one behind a quoted key
 * that has no colon, a tab in the indentation. Once the parser has run into one, we know where it is; we then read the text again with that place
 * overwritten by as many characters that mean nothing.
 *
 * R1. Offsets never change, so there is one tree, and all of it is in the author's coordinates.
 * R2. What was overwritten has been reported, and no value is taken from it; but a text is what the author wrote.
 */
export interface Repair extends Range {
  readonly kind: "template" | "quote" | "open-bracket" | "close-bracket" | "text" | "no-colon" | "tab";
}

/** The first of `repairs`, which stand in the order of the text, that touches `range` and took its value. */
export function damageIn(repairs: readonly Repair[], range: Range): Repair | undefined {
  return repairIn(repairs, range, ({ kind }) => kind !== "tab" && kind !== "text");
}

/** The first of `repairs`, which stand in the order of the text, that touches `range` and is a text. */
export function bracketTextIn(repairs: readonly Repair[], range: Range): Repair | undefined {
  return repairIn(repairs, range, ({ kind }) => kind === "text");
}

function repairIn(repairs: readonly Repair[], range: Range, isWanted: (repair: Repair) => boolean): Repair | undefined {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < repairs.length; at += 1) {
    const repair = repairs[at];
    if (!repair || repair.start >= range.end) return undefined;
    if (isWanted(repair)) return repair;
  }
  return undefined;
}

/** `text` with the places of `repairs`, which stand in its order, overwritten. */
export function overwrite(text: string, repairs: readonly Repair[]): string {
  let result = "";
  let from = 0;
  for (const repair of repairs) {
    if (repair.start < from) continue;
    const meaningless = (repair.kind === "tab" ? " " : "_").repeat(repair.end - repair.start);
    result += text.slice(from, repair.start) + (repair.kind === "no-colon" ? `: ${meaningless.slice(2)}` : meaningless);
    from = repair.end;
  }
  return result + text.slice(from);
}

/**
 * Reports what was overwritten, the tabs first: whatever else is wrong on the line of a tab may be its doing. A template
 * is reported with the whole value it stands in, when that is composed.
 */
export function reportRepairs(text: string, repairs: readonly Repair[], findings: Findings): void {
  reportTabs(text, repairs.filter((repair) => repair.kind === "tab").sort((a, b) => a.start - b.start), findings);
  for (const repair of repairs) {
    if (repair.kind === "quote") findings.syntax("unclosed-quote", firstLine(text, repair), text.charAt(repair.start));
  }
  for (const { kind, start } of repairs) {
    const bracket = { start, end: start + 1 };
    if (kind === "open-bracket") findings.syntax("unclosed-bracket", bracket, text.charAt(start));
    if (kind === "close-bracket") findings.syntax("stray-bracket", bracket, text.charAt(start));
    if (kind === "no-colon") reportKeyBefore(text, start, findings);
  }
}

/** Reports the key whose colon is missing before `bracket`. */
function reportKeyBefore(text: string, bracket: number, findings: Findings): void {
  const key = text.slice(text.lastIndexOf("\n", bracket - 1) + 1, bracket).trimStart().replace(/^(?:- +)+/, "");
  const start = bracket - key.length;
  findings.syntax("missing-colon", { start, end: start + key.trimEnd().length }, key.trimEnd());
}

function reportTabs(text: string, tabs: readonly Repair[], findings: Findings): void {
  const [first] = tabs;
  if (!first) return;
  const isMixed = isIndentedBySpaces(text);
  const width = isMixed ? tabWidth(text, tabs) : 2;
  const edits = tabs.map((tab) => ({ span: fileSpan(tab), text: " ".repeat(width * (tab.end - tab.start)) }));
  const lines = new Set(tabs.map((tab) => text.lastIndexOf("\n", tab.start))).size;
  findings.blame(tabIndent, first, { lines }, { fixes: [{ title: "indent with spaces", safety: isMixed ? "unsafe" : "safe", edits }] });
  for (const tab of tabs) findings.excuse(tab);
}

/** Whether some line is indented by spaces: beside such a line nobody knows how far a tab reaches. */
export function isIndentedBySpaces(text: string): boolean {
  return /^ +[^\s#]/m.test(text);
}

/** The unquoted template that begins at `start`: to its end on this line, or all that is left of the line. */
export function templateRange(text: string, start: number, lineEnd: number): Range {
  const line = text.slice(start, lineEnd);
  const close = line.startsWith("{%") ? "%}" : "}}";
  const beyondQuotes = /^(?:'[^']*'|"[^"]*"|[^'"])*?/.source;
  const match = new RegExp(`${beyondQuotes}${close}`).exec(line) ?? new RegExp(`^.*?${close}`).exec(line);
  const length = match?.[0].length ?? line.replace(/[ \t]#.*$/, "").trimEnd().length;
  return { start, end: start + length };
}

/**
 * The first run of tabs in the indentation of each line, but not inside `verbatim`, where a tab is text: ranges in the
 * order of the text.
 */
export function tabsInIndentation(text: string, verbatim: readonly Range[]): readonly Repair[] {
  const tabs: Repair[] = [];
  let next = 0;
  for (const { index, 0: whole, 1: spaces = "" } of text.matchAll(/^( *)\t+(?=[ \t]*[^\s#])/gm)) {
    const start = index + spaces.length;
    while ((verbatim[next]?.end ?? text.length) <= start) next += 1;
    if ((verbatim[next]?.start ?? text.length) >= start) tabs.push({ kind: "tab", start, end: index + whole.length });
  }
  return tabs;
}
