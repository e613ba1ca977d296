import { type Difference, explain } from "../../compiler/index.ts";
import type { PartPlace, PartPlaces } from "../differing-parts.ts";
import type { Finding, Place, ReportedFile } from "./report.ts";

/** The differences between two versions of a workflow as findings in the newer one, and the level that each has. */
export function comparedFile(differences: readonly Difference[], before: PartPlaces, after: PartPlaces): { readonly file: ReportedFile; readonly levelOf: (finding: Finding) => Difference["level"] } {
  const levels = new Map(differences.map((each): readonly [Finding, Difference["level"]] => [findingOf(each, before(each.old), after(each.new)), each.level]));
  return {
    file: { name: after([]).word, isJudged: true, findings: [...levels.keys()] },
    // Whoever asks has the finding from the file above.
    levelOf: (finding) => levels.get(finding) ?? "caller",
  };
}

function findingOf({ code, slug, level, message, help }: Difference, before: PartPlace, after: PartPlace): Finding {
  const was = `as it was in ${before.revision === undefined ? `'${before.word}'` : `revision '${before.revision}'`}`;
  return {
    code, slug, help,
    severity: explain(code)?.severity ?? "warning",
    message: `${message} (${levelWords[level]})`,
    place: placeOf(after),
    part: after.part.part,
    related: [{ message: was, place: placeOf(before) }],
    fixes: [],
  };
}

/** Other formats know no levels. */
const levelWords: { readonly [L in Difference["level"]]: string } = { running: "breaks executions under way", replay: "breaks replays", caller: "concerns callers" };

function placeOf({ word, range }: PartPlace): Place {
  return { file: word, range };
}
