import type { Finding, Report, ReportedFile } from "./report.ts";
import { pathOf, titleOf } from "./report.ts";
import { emptyTag, openTag, xmlText } from "./xml.ts";

/**
 * JUnit's XML: a suite per document and a test case per finding, or one that passed where there is none. What `isFailure`
 * names fails; the rest is said and passes.
 */
export function junitReport(report: Report, isFailure: (finding: Finding) => boolean): readonly string[] {
  const suites = report.files.map((file) => suiteOf(file, report, isFailure));
  const sum = (of: (suite: Suite) => number): number => suites.reduce((total, suite) => total + of(suite), 0);
  const totals = { name: "jamjet validate", tests: sum(({ tests }) => tests), failures: sum(({ failures }) => failures), errors: sum(({ errors }) => errors) };
  return ['<?xml version="1.0" encoding="UTF-8"?>', openTag("testsuites", totals), ...suites.flatMap(({ lines }) => lines), "</testsuites>"];
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly lines: readonly string[];
}

function suiteOf({ name, isJudged, findings }: ReportedFile, report: Report, isFailure: (finding: Finding) => boolean): Suite {
  const path = pathOf(name, report);
  const failed = findings.filter(isFailure).length;
  const counts = { tests: Math.max(findings.length, 1), failures: isJudged ? failed : 0, errors: isJudged ? 0 : failed };
  const outcome = (finding: Finding): string => (!isFailure(finding) ? "system-out" : isJudged ? "failure" : "error");
  const cases = findings.map((finding) => caseLines(finding, outcome(finding), path, report));
  const passed = `    ${emptyTag("testcase", { name: "has no findings", classname: path })}`;
  return { ...counts, lines: [`  ${openTag("testsuite", { name: path, ...counts })}`, ...(cases.length === 0 ? [passed] : cases.flat()), "  </testsuite>"] };
}

function caseLines(finding: Finding, outcome: string, classname: string, report: Report): readonly string[] {
  const { severity, message, help, place: { file, range } } = finding;
  const at = `${pathOf(file, report)}:${range?.line ?? 1}:${range?.column ?? 1}`;
  const text = xmlText([`${at}: ${message}`, ...(help === undefined ? [] : [`help: ${help}`])].join("\n"));
  const inside = outcome === "system-out" ? `<system-out>${text}</system-out>` : `${openTag(outcome, { message, type: severity })}${text}</${outcome}>`;
  return [`    ${openTag("testcase", { name: `${titleOf(finding)} at ${range?.line ?? 1}:${range?.column ?? 1}`, classname })}`, `      ${inside}`, "    </testcase>"];
}
