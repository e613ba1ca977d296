import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { pythonClass } from "../../schemas/text-format.ts";
import { excerpt } from "../activities/text.ts";
import type { Env, ScorerAnswer, ScorerCall, Scorers } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import { pathInside } from "./inside.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { createOrphanWatch } from "./orphan-watch.ts";
import type { ScorerRun } from "./scorer-module.ts";
import { runModule } from "./scorer-module.ts";
import type { ScorerPlace } from "./scorer-python.ts";
import { runPython } from "./scorer-python.ts";

/** No scorer runs longer than this, whatever the node allows. */
const longestMs = 300_000;

/**
 * Scorers that authors write, each call in a thread or process of its own: nothing they do reaches ours, and an abort
 * ends them at once.
 *
 * A JavaScript module exports `score({ output, state, kwargs })`, or has it as its default export. A Python class is made
 * with the keyword arguments and has `score(output, state)`, or is called with both. Either may be async. The answer is
 * `{ passed, score, message }`, of which `score` (0 to 1) and `message` may be missing, or just true or false.
 */
export function createScorers(root: string, env: Env, watch: OrphanWatch = createOrphanWatch()): Scorers {
  const place: ScorerPlace = { root, env, watch };
  const running = new Set<AbortController>();
  return {
    score: async (call, signal) => {
      const own = new AbortController();
      const ended = AbortSignal.any([signal, own.signal, AbortSignal.timeout(longestMs)]);
      running.add(own);
      const run = await start(call, place, ended);
      running.delete(own);
      if (ended.aborted) return { ok: false, failure: abortFailure(ended) };
      const answer = run.ok ? answerIn(run.value) : run;
      return answer.ok ? answer : { ok: false, failure: failure("tool_error", `the scorer '${call.module}' failed: ${excerpt(answer.message)}`, { retryable: false }) };
    },
    close: async () => {
      for (const each of running) each.abort();
      watch.close();
    },
  };
}

function start(call: ScorerCall, place: ScorerPlace, signal: AbortSignal): Promise<ScorerRun> | ScorerRun {
  const python = pythonClass.exec(call.module);
  if (python !== null) return runPython(python[1] ?? "", python[2] ?? "", call, place, signal);
  const file = pathInside(place.root, call.module);
  return file.ok ? runModule(file.path, call, signal) : { ok: false, message: file.reason };
}

type Answer = { readonly ok: true; readonly value: ScorerAnswer } | { readonly ok: false; readonly message: string };

function answerIn(value: Json): Answer {
  if (typeof value === "boolean") return { ok: true, value: { passed: value, score: value ? 1 : 0, message: value ? "passed" : "did not pass" } };
  if (!isJsonObject(value) || typeof value["passed"] !== "boolean") return { ok: false, message: "it must answer with { passed, score, message } or with true or false" };
  const { passed, score = passed ? 1 : 0, message = passed ? "passed" : "did not pass" } = value;
  if (typeof score !== "number" || score < 0 || score > 1) return { ok: false, message: `its score must be a number from 0 to 1, not ${JSON.stringify(score)}` };
  return { ok: true, value: { passed, score, message: excerpt(String(message), 2_000) } };
}
