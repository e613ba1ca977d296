import { createHash } from "node:crypto";
import { nameOf, pathOf, type Finding, type Report } from "./report.ts";

/**
 * By each finding a name that stays when lines move: a hash of its file, the part it is in, its code and its message, and
 * of how many the same stand before it.
 */
export function fingerprintsOf(report: Report): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const entries = report.files.flatMap(({ findings }) => findings).map((finding): readonly [Finding, string] => {
    const key = JSON.stringify([pathOf(finding.place.file, report), finding.part, nameOf(finding), finding.message]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return [finding, createHash("sha256").update(`${key} ${before}`).digest("hex").slice(0, 32)];
  });
  return new Map(entries);
}
