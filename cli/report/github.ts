import type { Severity } from "../../compiler/index.ts";
import { visible } from "../../compiler/index.ts";
import { pathOf, titleOf, type Finding, type Report } from "./report.ts";

const levels: { readonly [S in Severity]: string } = { error: "error", warning: "warning", info: "notice", hint: "notice" };

/** Workflow commands that GitHub turns into annotations, one a line. */
export function githubReport(report: Report): readonly string[] {
  return report.files.flatMap(({ findings }) => findings.map((finding) => annotation(finding, report)));
}

function annotation(finding: Finding, report: Report): string {
  const { severity, message, help, place: { file, range } } = finding;
  const properties = {
    file: pathOf(file, report),
    ...(range === undefined ? {} : { line: range.line, col: range.column, endLine: range.endLine, ...(range.line === range.endLine ? { endColumn: range.endColumn } : {}) }),
    title: titleOf(finding),
  };
  const words = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const lines = [message, ...(help === undefined ? [] : [`help: ${help}`])].map(visible);
  return `::${levels[severity]} ${words.join(",")}::${escaped(lines.join("\n"))}`;
}

/** Source: GitHub's toolkit, `escapeData` and `escapeProperty`. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
