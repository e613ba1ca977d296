import { dirname } from "node:path";
import type { Listener, Replies, Runtime } from "../runtime/index.ts";
import { type Answer, type Maybe, found, refusal, refused } from "./answer.ts";
import type { Program } from "../schemas/program.ts";
import type { Place } from "./database.ts";
import type { Exit } from "./exit.ts";
import type { Io } from "./io.ts";

/** A runtime over a project's database, and what must be closed with it. */
export interface Session {
  readonly runtime: Runtime;
  /** Resolves when every child process is gone and the database is closed. */
  readonly close: () => Promise<void>;
}

interface SessionOptions {
  /** `read` never makes a database, nor asks whether we do all that the project wants. */
  readonly use: "read" | "write";
  readonly replies?: Replies | undefined;
  readonly listeners?: readonly Listener[];
}

/** Opens the database of a place and a runtime over it. The runtime's code is loaded here, not with the command line. */
export async function openSession({ project, database }: Place, { use, replies, listeners }: SessionOptions, io: Io): Promise<Maybe<Session>> {
  if (use === "read" && io.kindOf(database) === "nothing") {
    return refused(`there is no database at '${database}' yet`, "run a workflow first, or name its database with --db");
  }
  const { localPorts, openRuntime, openSqliteStore, supportedFeatures } = await import("../runtime/index.ts");
  const requirements = use === "read" ? [] : project.requires.filter(({ feature }) => !supportedFeatures.has(feature));
  if (requirements.length > 0) return { ok: false, answer: await refusedBy({ why: "unsupported", requirements }) };
  const folder = use === "write" ? io.makeFolder(dirname(database)) : { ok: true as const };
  if (!folder.ok) return refused(`cannot make the folder of '${database}': ${folder.reason}`);
  const wanted = sqliteWanted(io);
  if (!wanted.ok) return wanted;
  const local = localPorts({ project, replies });
  if (!local.ok) return refused(local.failure.message);
  const store = await openSqliteStore(database, { use, driver: wanted.value });
  if (!store.ok) return refused(store.failure.message);
  const runtime = openRuntime({ store: store.value, ports: local.value.ports, policy: project.policy, ...(listeners === undefined ? {} : { listeners }) });
  const close = async (): Promise<void> => {
    runtime.close();
    await local.value.close();
    store.value.close();
  };
  return found({ runtime, close });
}

/** Whose SQLite the environment asks for, if it does. */
export function sqliteWanted(io: Io): Maybe<"better" | "node" | undefined> {
  const wanted = io.env("JAMJET_SQLITE") || undefined;
  if (wanted === undefined || wanted === "better" || wanted === "node") return found(wanted);
  return refused(`JAMJET_SQLITE is '${wanted}'`, "set it to 'better' or 'node', or leave it out");
}

/** Opens a session to read, answers from it, and closes it whatever comes. */
export async function reading(place: Maybe<Place>, io: Io, look: (runtime: Runtime) => Answer | Promise<Answer>): Promise<Answer> {
  const looked = place.ok ? await readFrom(place.value, io, async (runtime) => found(await look(runtime))) : place;
  return looked.ok ? looked.value : looked.answer;
}

/** The program of the one execution that begins so. */
export async function programOf(prefix: string, place: Place, io: Io): Promise<Maybe<Program>> {
  return readFrom(place, io, async (runtime) => {
    const id = idOf(prefix, runtime);
    if (!id.ok) return id;
    const program = runtime.program(id.value);
    return program.ok ? found(program.value) : { ok: false, answer: await refusedBy(program.refusal) };
  });
}

async function readFrom<T>(place: Place, io: Io, look: (runtime: Runtime) => Promise<Maybe<T>>): Promise<Maybe<T>> {
  const session = await openSession(place, { use: "read" }, io);
  if (!session.ok) return session;
  try {
    return await look(session.value.runtime);
  } finally {
    await session.value.close();
  }
}

/** The id of the one execution that begins so; `exec_` may be left out, and letters may be small. */
export function idOf(prefix: string, runtime: Runtime): Maybe<string> {
  // Where there is but one execution, nothing would be the beginning of it.
  if (prefix === "") return refused("the id of an execution is empty", "perhaps a variable of your script is not set; list them with 'jamjet ls'");
  const full = `exec_${prefix.replace(/^exec_/i, "").toUpperCase()}`;
  const [first, second] = runtime.list({ prefix: full, limit: 2 });
  if (first === undefined) return refused(`no execution begins with '${prefix}'`, "list them with 'jamjet ls'");
  if (second !== undefined && first.id !== full) return refused(`several executions begin with '${prefix}'`, `write more of it: ${first.id}, ${second.id}, …`);
  return found(first.id);
}

/** Why the runtime would not do it, as an answer. */
export async function refusedBy(refusalOf: Parameters<typeof import("../runtime/index.ts").describeRefusal>[0]): Promise<Answer> {
  const { describeRefusal } = await import("../runtime/index.ts");
  const [first = "", ...more] = describeRefusal(refusalOf);
  const exit: Exit = refusalOf.why === "input" || refusalOf.why === "env" || refusalOf.why === "secret" || refusalOf.why === "unknown" || refusalOf.why === "signal" ? "usage" : "findings";
  const help = refusalOf.why === "signal" ? refusalOf.help : undefined;
  const answer = refusal(first, help, exit);
  return { ...answer, data: { error: { message: [first, ...more].join("; "), ...(help === undefined ? {} : { help }) } }, lines: [...answer.lines, ...more.map((line) => `       ${line}`)] };
}
