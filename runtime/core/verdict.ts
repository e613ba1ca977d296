import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Feedback, Verdict } from "../../schemas/verdict.ts";

/** A verdict as an eval's result: with `attempt`, the number of verdicts since the last one that passed. */
export function verdictOutput(verdict: Verdict, attempt: number): JsonObject {
  return { passed: verdict.passed, score: verdict.score, scorers: verdict.scorers.map((each) => ({ ...each })), attempt };
}

/** The verdict in an eval's recorded result. */
export function verdictIn(output: Json): Verdict {
  // Only `verdictOutput` makes what is recorded for an eval.
  return output as unknown as Verdict;
}

/** What the evaluated node is told: the scorers that did not pass. */
export function feedbackIn(verdict: Verdict): readonly Feedback[] {
  return verdict.scorers.filter((each) => !each.passed).map(({ scorer, score, message }) => ({ scorer, score, message }));
}

/** Why an eval that gave up fails. */
export function evalFailure(node: string, verdict: Verdict): Failure {
  const reasons = feedbackIn(verdict).map((each) => `${each.scorer}: ${each.message}`);
  return failure("eval_failed", `'${node}' did not pass: ${reasons.join("; ")}`);
}
