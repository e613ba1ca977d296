import type { ExecutionResult, Listener, Replies, WorkOptions } from "../runtime/index.ts";
import type { JsonObject } from "../schemas/json.ts";
import { type Answer, answer } from "./answer.ts";
import type { Place } from "./database.ts";
import { exits } from "./exit.ts";
import type { Io } from "./io.ts";
import { executionTones } from "./render/executions.ts";
import type { Line } from "./render/page.ts";
import { openSession } from "./session.ts";
import { tell } from "./tell.ts";

/** What a worker works on, and for how long. */
export interface Working {
  readonly place: Place;
  readonly replies: Replies | undefined;
  readonly stay: NonNullable<WorkOptions["stay"]>;
}

/** Carries on what is open in a database, and tells how each execution stands when it is let go of. */
export async function workOn({ place, replies, stay }: Working, io: Io): Promise<Answer> {
  const { describeRefusal } = await import("../runtime/index.ts");
  const names = new Map<string, string>();
  // Only the start of an execution says which workflow it is; the others are read from the table.
  const listener: Listener = { onEvent: ({ id }, { event }) => (event.type === "workflow_started" ? void names.set(id, `${event.workflow_id} ${event.version}`) : undefined) };
  const session = await openSession(place, { use: "write", replies, listeners: [listener] }, io);
  if (!session.ok) return session.answer;
  const { runtime, close } = session.value;
  const carried = new Map<string, ExecutionResult>();
  const refused: JsonObject[] = [];
  const nameOf = (id: string): string => names.get(id) ?? runtime.list({ prefix: id, limit: 1 }).map((row) => `${row.workflow_id} ${row.version}`)[0] ?? "";
  let interrupted = false;
  const release = io.onInterrupt(() => {
    if (interrupted) return io.quit(exits.interrupted.code);
    interrupted = true;
    worker.stop();
  });
  const worker = runtime.work({
    stay,
    onResult: (result) => {
      // An execution comes back with each of its timers: what stands as it stood is not told again.
      if (carried.get(result.id)?.status !== result.status) tell(io, [resultLine(result, nameOf(result.id))]);
      carried.set(result.id, result);
    },
    onRefused: (id, refusal) => {
      const message = describeRefusal(refusal).join("; ");
      refused.push({ execution_id: id, message });
      tell(io, [[{ tone: "bad", text: "not taken up" }, `  ${id}  ${message}`]]);
    },
  });
  try {
    await worker.done;
  } finally {
    runtime.close("interrupted");
    await close();
    release();
  }
  const counts = `${carried.size} carried on${refused.length === 0 ? "" : `, ${refused.length} not taken up`}`;
  const isCutOff = [...carried.values()].some((result) => result.interrupted !== undefined);
  return answer(interrupted ? "interrupted" : refused.length > 0 || isCutOff ? "findings" : "fine", { carried: [...carried.values()].map(resultData), refused }, [counts]);
}

function resultData({ id, status, failure }: ExecutionResult): JsonObject {
  return { execution_id: id, status, ...(failure === undefined ? {} : { failure: { ...failure } }) };
}

function resultLine({ id, status, failure, interrupted }: ExecutionResult, name: string): Line {
  const why = failure === undefined ? (interrupted ?? "") : `${failure.code}: ${failure.message}`;
  return [{ tone: executionTones[status], text: status }, `  ${name}  ${id}${why === "" ? "" : `  ${why}`}`];
}
