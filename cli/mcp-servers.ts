import type { LocalPorts, Ports, Project } from "../runtime/index.ts";
import { nearest } from "../schemas/nearest.ts";
import { type Answer, type Maybe, found, refusal, refused } from "./answer.ts";
import { projectOf } from "./documents.ts";
import type { Io } from "./io.ts";

type Tools = LocalPorts["ports"]["tools"];

/** What a command does with the servers of the project; `signal` is given with Ctrl-C and when the time is up. */
export interface AskingServers {
  /** The servers that the command line names; all of the project where it names none. */
  readonly named: readonly string[];
  readonly timeoutMs: number;
  readonly ask: (tools: Tools, servers: readonly string[], signal: AbortSignal, around: Around) => Promise<Answer>;
}

/** The project that the servers are of, and the ports that reach them. */
export interface Around {
  readonly project: Project;
  readonly ports: Ports;
}

/** Finds the servers of the project around the current folder, asks them, and leaves none of them running. */
export async function withServers({ named, timeoutMs, ask }: AskingServers, io: Io): Promise<Answer> {
  const project = projectOf(io.cwd, io);
  if (!project.ok) return project.answer;
  const servers = serversOf(project.value, named);
  if (!servers.ok) return servers.answer;
  const { localPorts } = await import("../runtime/index.ts");
  const local = localPorts({ project: project.value });
  if (!local.ok) return refusal(local.failure.message);
  const { ports, close } = local.value;
  const ended = new AbortController();
  let isInterrupted = false;
  const release = io.onInterrupt(() => {
    isInterrupted = true;
    ended.abort();
  });
  const timer = setTimeout(() => ended.abort(new DOMException("the time is up", "TimeoutError")), timeoutMs);
  try {
    const answer = await ask(ports.tools, servers.value, ended.signal, { project: project.value, ports });
    return isInterrupted ? { ...answer, exit: "interrupted" } : answer;
  } finally {
    clearTimeout(timer);
    await close();
    release();
  }
}

function serversOf(project: Project, wanted: readonly string[]): Maybe<readonly string[]> {
  const declared = (project.settings.mcp?.servers ?? []).map(({ name }) => name);
  if (declared.length === 0) return refused(project.file === undefined ? "there is no jamjet.toml here or above" : `'${project.file}' declares no MCP server`, 'declare one: [[mcp.servers]] with a name and a command or url');
  if (wanted.length === 0) return found(declared);
  const stranger = wanted.find((name) => !declared.includes(name));
  if (stranger === undefined) return found([...new Set(wanted)]);
  const near = nearest(stranger, declared);
  return refused(`no MCP server is called '${stranger}'`, near === undefined ? `declared are ${declared.join(", ")}` : `did you mean '${near}'?`);
}
