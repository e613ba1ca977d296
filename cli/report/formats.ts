import { unreachable } from "../../schemas/bug.ts";
import { jsonPage } from "../render/page.ts";
import { checkstyleReport } from "./checkstyle.ts";
import { compactReport } from "./compact.ts";
import type { MachineFormat } from "./format-names.ts";
import { githubReport } from "./github.ts";
import { gitlabReport } from "./gitlab.ts";
import { junitReport } from "./junit.ts";
import type { Finding, Report } from "./report.ts";
import { sarifReport } from "./sarif.ts";

/** The lines of a report in one of the formats that other programs read. Nothing in them steers a terminal. */
export function reportLines(report: Report, format: MachineFormat, isFailure: (finding: Finding) => boolean): readonly string[] {
  switch (format) {
    case "sarif": return linesOf(jsonPage(sarifReport(report)));
    case "github": return githubReport(report);
    case "junit": return junitReport(report, isFailure);
    case "gitlab": return linesOf(jsonPage(gitlabReport(report)));
    case "checkstyle": return checkstyleReport(report);
    case "compact": return compactReport(report);
    default: return unreachable(format, "reportLines");
  }
}

function linesOf(page: string): readonly string[] {
  return page.trimEnd().split("\n");
}
