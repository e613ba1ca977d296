import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { pythonClass } from "../../schemas/text-format.ts";
import type { Judged } from "../activity.ts";
import type { FunctionCall, Functions, Outcome } from "../ports.ts";
import type { Say } from "./llm-judge.ts";
import { excerpt } from "./text.ts";

interface CustomScorer {
  /** A path to a JavaScript module, or `package.module:Class` for Python. */
  readonly module: string;
  readonly kwargs?: JsonObject;
}

/**
 * Asks a scorer of the project. A JavaScript module exports `score({ output, state, kwargs })`, or has it as its default
 * export. A Python class is made with the keyword arguments and has `score(output, state)`, or is called with both. The
 * answer is `{ passed, score, message }`, of which `score` (0 to 1) and `message` may be missing, or just true or false.
 */
export async function askScorer(scorer: CustomScorer, judged: Pick<Judged, "output" | "state">, functions: Functions, signal: AbortSignal): Promise<Outcome<Say>> {
  const failed = (why: string): Outcome<never> => ({ ok: false, failure: failure("tool_error", `the scorer '${scorer.module}' failed: ${why}`, { retryable: false }) });
  const called = await functions.call(callOf(scorer, judged), signal);
  if (!called.ok) return called.failure.code === "tool_error" ? failed(called.failure.message) : called;
  const answer = answerIn(called.value);
  return answer.ok ? answer : failed(answer.message);
}

function callOf({ module, kwargs = {} }: CustomScorer, { output, state }: Pick<Judged, "output" | "state">): FunctionCall {
  const python = pythonClass.exec(module);
  if (python === null) return { in: "javascript", file: module, exports: ["score", "default"], arguments: [{ output, state, kwargs }] };
  return { in: "python", module: python[1] ?? "", name: python[2] ?? "", made: { kwargs, method: "score" }, arguments: [output, state] };
}

type Answer = { readonly ok: true; readonly value: Say } | { readonly ok: false; readonly message: string };

function answerIn(value: Json): Answer {
  if (typeof value === "boolean") return { ok: true, value: { passed: value, score: value ? 1 : 0, message: value ? "passed" : "did not pass" } };
  if (!isJsonObject(value) || typeof value["passed"] !== "boolean") return { ok: false, message: "it must answer with { passed, score, message } or with true or false" };
  const { passed } = value;
  const score = value["score"] ?? (passed ? 1 : 0);
  const message = value["message"] ?? (passed ? "passed" : "did not pass");
  if (typeof score !== "number" || score < 0 || score > 1) return { ok: false, message: `its score must be a number from 0 to 1, not ${excerpt(JSON.stringify(score))}` };
  return { ok: true, value: { passed, score, message: excerpt(String(message), 2_000) } };
}
