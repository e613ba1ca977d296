import { failure } from "../../schemas/failure.ts";
import { excerpt } from "../activities/text.ts";
import type { Env, FunctionCall, Functions } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import type { Deadline } from "./deadline.ts";
import { deadline } from "./deadline.ts";
import type { FunctionRun } from "./function-module.ts";
import { runModule } from "./function-module.ts";
import type { FunctionPlace } from "./function-python.ts";
import { runPython } from "./function-python.ts";
import { pathInside } from "./inside.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { createOrphanWatch } from "./orphan-watch.ts";

/** No function runs longer than this, whatever the node allows. */
const longestMs = 300_000;

/**
 * Functions that authors write, each call in a thread or process of its own: nothing they do reaches ours, and an abort
 * ends them at once. They may be async, and answer with plain data; of an object of Python its public attributes count.
 */
export function createFunctions(root: string, env: Env, watch: OrphanWatch = createOrphanWatch()): Functions {
  const place: FunctionPlace = { root, env, watch };
  const running = new Set<Deadline>();
  return {
    call: async (call, signal) => {
      const own = deadline(signal, longestMs);
      const { signal: ended } = own;
      running.add(own);
      const run = await start(call, place, ended);
      running.delete(own);
      own.release();
      if (ended.aborted) return { ok: false, failure: abortFailure(ended) };
      return run.ok ? run : { ok: false, failure: failure("tool_error", excerpt(run.message), { retryable: false }) };
    },
    close: async () => {
      for (const each of running) each.end();
      watch.close();
    },
  };
}

function start(call: FunctionCall, place: FunctionPlace, signal: AbortSignal): Promise<FunctionRun> | FunctionRun {
  if (call.in === "python") return runPython(call, place, signal);
  const file = pathInside(place.root, call.file);
  return file.ok ? runModule(file.path, call, signal) : { ok: false, message: file.reason };
}
