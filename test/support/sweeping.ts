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
  const [number = 1, count = 1] = (process.env["JAMJET_SHARD"] ?? "1/1").split("/").map(Number);
  const all = [...soundDocuments, ...fixtureDocuments].flatMap((document) =>
    Array.from({ length: Math.max(1, Math.ceil(document.text.length / longest)) }, (_, index) => ({ document, from: index * longest, to: Math.min(document.text.length, (index + 1) * longest) })));
  return all.filter((_, index) => index % count === number - 1);
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
