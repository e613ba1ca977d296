import type { Severity } from "../../compiler/index.ts";
import { visible } from "../../compiler/index.ts";
import type { Json } from "../../schemas/json.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import { nameOf, pathOf, type Report } from "./report.ts";

const severities: { readonly [S in Severity]: string } = { error: "major", warning: "minor", info: "info", hint: "info" };

/** GitLab's code quality report. */
export function gitlabReport(report: Report): Json {
  return [...fingerprintsOf(report)].map(([finding, fingerprint]) => {
    const { place: { file, range }, severity, message, help, slug } = finding;
    return {
      type: "issue",
      description: visible(`${slug}: ${message}`),
      check_name: nameOf(finding),
      ...(help === undefined ? {} : { content: { body: visible(help) } }),
      categories: ["Bug Risk"],
      severity: severities[severity],
      fingerprint,
      location: { path: pathOf(file, report), lines: { begin: range?.line ?? 1, end: range?.endLine ?? 1 } },
    };
  });
}
