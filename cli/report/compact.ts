import { visible } from "../../compiler/index.ts";
import { nameOf, type Report } from "./report.ts";

/** One line per finding, as editors and problem matchers read it. */
export function compactReport({ files }: Report): readonly string[] {
  return files.flatMap(({ findings }) => findings.map((finding) => {
    const { file, range } = finding.place;
    return visible(`${file}:${range?.line ?? 1}:${range?.column ?? 1}: ${finding.severity} ${nameOf(finding)}: ${finding.message}`);
  }));
}
