import { join } from "node:path";
import type { Outcome, Ports, Project, ToolInfo } from "../runtime/index.ts";
import { type PartChange, toolChanges } from "../schemas/tool-changes.ts";
import { definitionOf, type LockedTools, type ToolDefinition, type ToolLock } from "../schemas/tool-lock.ts";
import { type Maybe, found, refused } from "./answer.ts";

/** How what servers say differs from what is locked, server by server and tool by tool. */
export interface LockChange {
  readonly server: string;
  /** Absent where the server itself is new, or gone. */
  readonly tool?: string;
  readonly change: "added" | "removed" | "changed";
  /** What changed of a tool that was there and still is. */
  readonly parts: readonly PartChange[];
}

/** What servers say now, ready to be locked. */
export interface Surveyed {
  readonly lock: ToolLock;
  /** Tools that nobody may use, and why: they are left out. */
  readonly unusable: readonly { readonly server: string; readonly tool: string; readonly why: string }[];
}

/** The path of a project's lock. */
export async function lockPath(project: Project): Promise<string> {
  return join(project.root, (await import("../runtime/index.ts")).lockFileName);
}

/** Asks servers for their tools. All or nothing: of a server that does not answer, or that repeats a secret, nothing is locked, and of none beside it. */
export async function survey(servers: readonly string[], list: (server: string) => Promise<Outcome<readonly ToolInfo[]>>, ports: Ports): Promise<Maybe<Surveyed>> {
  const { secretIn } = await import("../runtime/index.ts");
  const lists = await Promise.all(servers.map(async (server) => ({ server, listed: await list(server) })));
  const lock = new Map<string, LockedTools>();
  const unusable: Surveyed["unusable"][number][] = [];
  for (const { server, listed } of lists) {
    if (!listed.ok) return refused(`${listed.failure.code}: ${listed.failure.message}`, `nothing was locked; lock another server alone by its name, or look at this one: jamjet tools list ${server}`, "findings");
    unusable.push(...listed.value.flatMap(({ name, problem }) => (problem === undefined ? [] : [{ server, tool: name, why: problem }])));
    const usable = usableIn(listed.value);
    const leaking = [...usable.values()].map((tool) => ({ tool: tool.name, secret: secretIn(ports, { ...tool }) })).find(({ secret }) => secret !== undefined);
    if (leaking !== undefined) return refused(`'${leaking.tool}' of '${server}' holds the value of ${leaking.secret} in its definition`, "a lock is shared, so nothing was written: keep the secret out of what the server says of its tools", "findings");
    lock.set(server, usable);
  }
  return found({ lock, unusable });
}

/** What to lock once `servers` were surveyed: the rest stays as it was, but what the project does not declare goes. */
export function mergedLock(project: Project, servers: readonly string[], surveyed: ToolLock): ToolLock {
  const declared = (project.settings.mcp?.servers ?? []).map(({ name }) => name);
  const kept = [...(project.lock ?? [])].filter(([server]) => declared.includes(server) && !servers.includes(server));
  return new Map([...kept, ...surveyed]);
}

/** What `after` changes of `before`, in the order of names. */
export function lockChanges(before: ToolLock, after: ToolLock): readonly LockChange[] {
  return namesIn(before, after).flatMap((server): readonly LockChange[] => {
    const [old, now] = [before.get(server), after.get(server)];
    if (old === undefined || now === undefined) return [{ server, change: old === undefined ? "added" : "removed", parts: [] }];
    return namesIn(old, now).flatMap((tool) => toolChange(server, tool, old.get(tool), now.get(tool)));
  });
}

/** How what a server says of its tools stands to the lock. */
export type LockState = "locked" | "changed" | "not locked";

/** The state of one server; `tools` are those that it lists now. */
export function lockState({ lock }: Project, server: string, tools: readonly ToolInfo[]): LockState {
  const locked = lock?.get(server);
  if (locked === undefined) return "not locked";
  const changes = lockChanges(new Map([[server, locked]]), new Map([[server, usableIn(tools)]]));
  return changes.length === 0 ? "locked" : "changed";
}

function usableIn(tools: readonly ToolInfo[]): LockedTools {
  return new Map(tools.filter(({ problem }) => problem === undefined).map((tool) => [tool.name, definitionOf(tool)]));
}

function toolChange(server: string, tool: string, before: ToolDefinition | undefined, after: ToolDefinition | undefined): readonly LockChange[] {
  if (before === undefined || after === undefined) return [{ server, tool, change: before === undefined ? "added" : "removed", parts: [] }];
  const parts = toolChanges(before, after);
  return parts.length === 0 ? [] : [{ server, tool, change: "changed", parts }];
}

function namesIn(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort();
}
