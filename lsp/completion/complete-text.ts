import { createWorkspace, type ExprEnv, type Range, type SourceText } from "../../compiler/index.ts";
import { Bug } from "../../schemas/bug.ts";
import { openText } from "../documents.ts";
import type { LanguageHost } from "../host.ts";
import { createLibrary } from "../library.ts";
import { plainText } from "../markup.ts";
import { envsOf } from "../prompt-readings.ts";
import { snapshotOf } from "../snapshot.ts";
import { uriBeside } from "../uris.ts";
import { aroundIn } from "./around.ts";
import type { Candidate, CandidateKind } from "./candidate.ts";
import { completionsAt } from "./complete.ts";
import { documentationOf } from "./docs.ts";

/** One thing that may be written at a place of a text. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CandidateKind;
  /** What takes the place of what is written there. */
  readonly insert: string;
  /** A type, or another word or two. */
  readonly detail?: string;
  /** The words about it. */
  readonly doc?: string;
}

/** What may be written at a place, the best first, and the range of the text whose place it takes. */
export interface Suggestions extends Range {
  readonly suggestions: readonly Suggestion[];
  /** There are others that fit what is written. */
  readonly hasMore: boolean;
}

/**
 * What the editor would show at an offset of a text, for programs that hold no editor: of all that may stand there, what
 * begins with what is written before the offset, then what holds it; where nothing does, all. At most `most` of them.
 */
export function completeText(host: LanguageHost, source: SourceText, offset: number, most: number): Suggestions {
  const { uri, text } = source;
  const workspace = createWorkspace();
  const project = host.projectOf(uri);
  workspace.setProject(uri, project);
  workspace.setText(source);
  const compiled = workspace.compiled(uri);
  if (compiled === undefined) throw new Bug(`'${uri}' was just set`);
  const document = openText({ uri, languageId: "jamjet", version: 0, text }, "utf-16");
  const snapshot = snapshotOf(document, workspace, project, compiled, "utf-16");
  // Whose prompt a text is, the documents of its project know.
  const readers = (): readonly ExprEnv[] => envsOf(snapshot, createLibrary({
    host,
    documents: { all: () => [document] },
    client: () => ({ encoding: "utf-16", folders: [host.placesOf?.(uri)?.root ?? uriBeside(uri, ".")] }),
    snapshots: () => [snapshot],
    projectOf: host.projectOf,
  }));
  const { candidates, start, end, isIncomplete } = completionsAt(snapshot, offset, { ...aroundIn(host, uri), readers });
  const fitting = thatFit(candidates, text.slice(start, offset));
  const suggestions = fitting.slice(0, most).map(({ label, kind, insert = label, detail, doc }): Suggestion => {
    const words = doc === undefined ? undefined : documentationOf(doc, project, plainText)?.value;
    return { label, kind, insert: indented(insert, text, offset), ...(detail === undefined ? {} : { detail }), ...(words === undefined ? {} : { doc: words }) };
  });
  return { suggestions, start, end: Math.max(end, offset), hasMore: isIncomplete || fitting.length > most };
}

/** As editors sort a list while somebody writes; what fits nothing may be wrong itself. */
function thatFit(candidates: readonly Candidate[], written: string): readonly Candidate[] {
  const prefix = written.toLowerCase();
  const word = ({ label, filter = label }: Candidate): string => filter.toLowerCase();
  const holding = candidates.filter((each) => word(each).includes(prefix));
  const starting = holding.filter((each) => word(each).startsWith(prefix));
  return holding.length === 0 ? candidates : [...starting, ...holding.filter((each) => !starting.includes(each))];
}

/** Lines of what is inserted count from the indentation of the line; in a text they have it. */
function indented(insert: string, text: string, offset: number): string {
  const [indentation = ""] = /^ */.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1)) ?? [];
  return insert.replaceAll("\n", `\n${indentation}`);
}
