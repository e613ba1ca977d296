import type { Project } from "../runtime/index.ts";
import type { ToolLock } from "../schemas/tool-lock.ts";
import { type Maybe, found, refused } from "./answer.ts";
import { projectOf, readDocument } from "./documents.ts";
import type { Io } from "./io.ts";
import { survey } from "./locking.ts";

/** What the servers of projects say of their tools now, by the root of each project. */
export type LiveTools = ReadonlyMap<string, ToolLock>;

const longestMs = 60_000;

/** Asks the locked servers of the projects around some documents; a server that does not answer is the end of it. */
export async function liveTools(words: readonly string[], stdinName: string | undefined, io: Io): Promise<Maybe<LiveTools>> {
  const projects = new Map<string, Project>();
  for (const word of words) {
    const document = readDocument(word, io, stdinName);
    const project = document.ok ? projectOf(document.value.folder, io) : document;
    // What cannot be read is told where it is judged.
    if (project.ok && project.value.lock !== undefined) projects.set(project.value.root, project.value);
  }
  const live = new Map<string, ToolLock>();
  for (const [root, project] of projects) {
    const listed = await listedNow(project);
    if (!listed.ok) return listed;
    live.set(root, listed.value);
  }
  return found(live);
}

async function listedNow(project: Project): Promise<Maybe<ToolLock>> {
  const { localPorts } = await import("../runtime/index.ts");
  const local = localPorts({ project });
  if (!local.ok) return refused(local.failure.message);
  const { ports, close } = local.value;
  const declared = (project.settings.mcp?.servers ?? []).map(({ name }) => name).filter((name) => project.lock?.has(name) === true);
  try {
    const surveyed = await survey(declared, (server) => ports.tools.list(server, AbortSignal.timeout(longestMs)), ports);
    return surveyed.ok ? found(surveyed.value.lock) : surveyed;
  } finally {
    await close();
  }
}
