import { vi } from "vitest";
import type { ProjectView } from "../../compiler/index.ts";
import { fixtureDocuments, soundDocuments, type AuthoredDocument } from "./authored.ts";
import { directServer, type DirectServer } from "./every-request.ts";

/** A stretch of a document: its characters from `from` up to `to`. */
export interface Stretch {
  readonly document: AuthoredDocument;
  readonly from: number;
  readonly to: number;
}

/** So many characters are typed before another document is opened: short enough that shards take equally long. */
const longest = 1_000;

/** All documents, good and bad, in stretches; of them those of this shard: `JAMJET_SHARD=2/8` is the second of eight, and without it there is one. */
export function stretches(): readonly Stretch[] {
  return ofShard([...soundDocuments, ...fixtureDocuments].flatMap((document) => stretchesFrom(document, 0)));
}

/** As `stretches`, without what is written of a document as it is of another one in the same project: each text that is on its way to one of them is there once. */
export function stretchesOfPrefixes(): readonly Stretch[] {
  const byProject = new Map<ProjectView, AuthoredDocument[]>();
  for (const document of [...soundDocuments, ...fixtureDocuments]) byProject.set(document.project, [...(byProject.get(document.project) ?? []), document]);
  const inGroups = [...byProject.values()].map((documents) => documents.sort((a, b) => (a.text < b.text ? -1 : 1)));
  // In the order of the alphabet, what a text shares with any before it, it shares with the one right before it.
  return ofShard(inGroups.flatMap((documents) => documents.flatMap((document, index) => stretchesFrom(document, sharedLength(documents[index - 1]?.text ?? "", document.text)))));
}

function stretchesFrom(document: AuthoredDocument, first: number): readonly Stretch[] {
  const { length } = document.text;
  const count = Math.max(1, Math.ceil((length - first) / longest));
  return Array.from({ length: count }, (_, index) => ({ document, from: first + index * longest, to: Math.min(length, first + (index + 1) * longest) }));
}

function ofShard(all: readonly Stretch[]): readonly Stretch[] {
  const [number = 1, count = 1] = (process.env["JAMJET_SHARD"] ?? "1/1").split("/").map(Number);
  return all.filter((_, index) => index % count === number - 1);
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** A server of one project after another; what it puts off is done when the clock is told to go on. */
export interface SweepingServer {
  readonly editor: DirectServer;
  readonly enter: (project: ProjectView) => void;
}

export function sweepingServer(): SweepingServer {
  let project: ProjectView = { servers: undefined, fileExists: () => false };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const editor = directServer({ projectOf: () => project, envNames: () => ["KEY"], filesAround: () => ["a.md"] });
  return { editor, enter: (entered) => void (project = entered) };
}
