import type { ExecutionResult, Replies, Runtime, Started } from "../runtime/index.ts";
import { unreachable } from "../schemas/bug.ts";
import type { ExecutionStatus } from "../schemas/event.ts";
import type { JsonObject } from "../schemas/json.ts";
import { type Answer, answer, refusal } from "./answer.ts";
import { commandFor, type Place } from "./database.ts";
import { exits, type Exit } from "./exit.ts";
import type { Io } from "./io.ts";
import { fitted } from "./render/fit.ts";
import { resultData, resultLines } from "./render/executions.ts";
import type { Line } from "./render/page.ts";
import { progressOn } from "./render/progress.ts";
import { firstCommand, waitData, waitsLines } from "./render/waits.ts";
import { openSession, refusedBy } from "./session.ts";

/** How `run` and `resume` carry an execution: where it is kept, what stands in for models, and how long to stay with it. */
export interface Carrying {
  readonly place: Place;
  readonly replies: Replies | undefined;
  /** Whether a reply that nobody asked for fails the command. */
  readonly unusedReplies: "fail" | "ignore";
  readonly show: "steps" | "text";
  readonly timeoutMs: number | undefined;
  /** An end that the user asked for, beside completion. */
  readonly wants?: ExecutionStatus | undefined;
}

/** What is carried from here on, and what its beginning adds to the answer's data. */
export type Begun = Started & { readonly data?: JsonObject };

/** Why we let go of an execution before its end. */
type Stopped = "interrupted" | "timeout";

/**
 * Starts or resumes by `begin`, tells the progress, and answers with how the execution stands. The first Ctrl-C stops
 * it where it can be resumed, the second ends the process at once.
 */
export async function execute(carrying: Carrying, io: Io, begin: (runtime: Runtime) => Begun | Answer): Promise<Answer> {
  const { place, replies, timeoutMs } = carrying;
  const session = await openSession(place, { use: "write", replies, listeners: [progressOn(io, carrying.show)] }, io);
  if (!session.ok) return session.answer;
  const { runtime, close } = session.value;
  let stopped: Stopped | undefined;
  const stop = (why: Stopped): void => {
    if (stopped !== undefined) return io.quit(exits.interrupted.code);
    stopped = why;
    runtime.close(why);
  };
  const release = io.onInterrupt(() => stop("interrupted"));
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop("timeout"), timeoutMs);
  try {
    const started = begin(runtime);
    if ("exit" in started) return started;
    if (!started.ok) return await refusedBy(started.refusal);
    return await told(runtime, await started.done, { ...carrying, ...(started.data === undefined ? {} : { data: started.data }) }, stopped, io);
  } finally {
    clearTimeout(timer);
    await close();
    release();
  }
}

async function told(runtime: Runtime, result: ExecutionResult, carrying: Carrying & { readonly data?: JsonObject }, stopped: Stopped | undefined, io: Io): Promise<Answer> {
  const { place, replies, unusedReplies } = carrying;
  const inspected = runtime.inspect(result.id);
  // Not even its start could be written.
  if (!inspected.ok && result.interrupted !== undefined && result.status === "pending") return refusal(result.interrupted, "look at the database and its disk with 'jamjet doctor'");
  if (!inspected.ok) return refusedBy(inspected.refusal);
  const { startedAt, endedAt, waits, canRetry } = inspected.value;
  const durationMs = (endedAt ?? io.now()) - startedAt;
  const { describeSite } = await import("../runtime/index.ts");
  const isOver = result.interrupted === undefined && result.status !== "paused";
  const unused = unusedReplies === "fail" && isOver ? (replies?.unused() ?? []).map(describeSite) : [];
  const wrong = unaskedFor(unused, result.status);
  const commandLine = (words: readonly string[]): string => commandFor(words, place.database, io);
  const next = firstCommand(result.id, waits, commandLine) ?? commandLine([isOver ? "inspect" : "resume", result.id]);
  const retry = canRetry === true ? commandLine(["resume", result.id, "--retry"]) : undefined;
  const rest = result.status === "paused" ? waitsLines(result.id, waits, commandLine, io.out.columns) : [...nextLines(result, stopped, next), ...(retry === undefined ? [] : [[{ tone: "dim", text: "try it again: " }, retry] as Line])];
  const lines: Line[] = [...fitted(resultLines(result, inspected.value, durationMs), io.out.columns), ...wrong.flatMap(({ message }) => refusal(message).lines), "", ...rest];
  const data = { ...resultData(result, inspected.value, durationMs), ...carrying.data, ...(waits.length === 0 ? {} : { waits: waits.map(waitData) }), ...(wrong[0] === undefined ? {} : { error: { ...wrong[0], unused_replies: unused } }), next, ...(retry === undefined ? {} : { retry }) };
  return answer(result.status === carrying.wants ? "fine" : exitOf(result.status, stopped, unused.length), data, lines);
}

/** Each reply that nobody asked for; where the execution did not get to its end, only how many that leaves. */
function unaskedFor(unused: readonly string[], status: ExecutionStatus): readonly { readonly message: string }[] {
  if (status === "completed" || unused.length <= 1) return unused.map((site) => ({ message: `nobody asked for the reply '${site}'` }));
  return [{ message: `nobody asked for ${unused.length} of the replies, since it ended before` }];
}

function nextLines({ interrupted }: ExecutionResult, stopped: Stopped | undefined, next: string): readonly Line[] {
  if (interrupted === undefined) return [[{ tone: "dim", text: "look into it: " }, next]];
  const why = interrupted === stopped ? [] : refusal(interrupted).lines;
  const what = stopped === "timeout" ? "the time is up" : "stopped";
  return [...why, [`${what}; what is recorded is kept. go on with: `, { tone: "strong", text: next }]];
}

function exitOf(status: ExecutionStatus, stopped: Stopped | undefined, unused: number): Exit {
  switch (status) {
    case "completed": return unused > 0 ? "findings" : "fine";
    case "failed": case "cancelled": case "limit_exceeded": return "findings";
    case "paused": return "paused";
    case "pending": case "running": return stopped === "interrupted" ? "interrupted" : stopped === "timeout" ? "paused" : "findings";
    default: return unreachable(status, "exitOf");
  }
}
