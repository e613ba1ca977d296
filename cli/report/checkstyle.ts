import type { Severity } from "../../compiler/index.ts";
import { nameOf, pathOf, type Finding, type Report } from "./report.ts";
import { emptyTag, openTag } from "./xml.ts";

const severities: { readonly [S in Severity]: string } = { error: "error", warning: "warning", info: "info", hint: "info" };

/** The XML that Checkstyle made common: every file, and in it what was found there. */
export function checkstyleReport(report: Report): readonly string[] {
  const names = [...new Set(report.files.flatMap(({ name, findings }) => [name, ...findings.map(({ place }) => place.file)]))];
  const all = report.files.flatMap(({ findings }) => findings);
  const files = names.flatMap((name) => [
    `  ${openTag("file", { name: pathOf(name, report) })}`,
    ...all.filter(({ place }) => place.file === name).map((finding) => `    ${errorTag(finding)}`),
    "  </file>",
  ]);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="10.0">', ...files, "</checkstyle>"];
}

function errorTag(finding: Finding): string {
  const { severity, message, help, place: { range } } = finding;
  return emptyTag("error", { line: range?.line ?? 1, column: range?.column ?? 1, severity: severities[severity], message: help === undefined ? message : `${message}; ${help}`, source: `jamjet.${nameOf(finding)}` });
}
