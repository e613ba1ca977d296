import { unreachable } from "../../schemas/bug.ts";
import type { Evaluated, ResolvedFields } from "../../schemas/field.ts";
import type { FieldsOf } from "../../schemas/nodes/index.ts";
import type { ScorerVerdict } from "../../schemas/verdict.ts";
import type { ActivityContext, Judge, Judged } from "../activity.ts";
import { truthy } from "../expr/values.ts";
import type { Outcome } from "../ports.ts";
import { askScorer } from "./custom-scorer.ts";
import type { Say } from "./llm-judge.ts";
import { askJudge } from "./llm-judge.ts";

type Scorer = ResolvedFields<FieldsOf<"eval">>["scorers"][number];

/**
 * Asks every scorer in the order written and takes the mean of their scores; it passes when every scorer passes.
 * Scores run from 0 to 1: a judge's points out of five, the share of assertions that hold, the part of a limit that an
 * overrun still is (1 within it), and whatever a custom scorer says. A scorer that could not be asked fails the eval.
 */
export const judge: Judge = async (input, judged, context) => {
  const scorers: ScorerVerdict[] = [];
  for (const [index, scorer] of input.scorers.entries()) {
    const scored = await score(scorer, index, judged, context);
    if (!scored.ok) return { ok: false, failure: scored.failure, usage: [] };
    scorers.push({ scorer: scorer.type, ...scored.value });
  }
  const mean = scorers.reduce((sum, { score }) => sum + score, 0) / scorers.length;
  return { ok: true, value: { passed: scorers.every(({ passed }) => passed), score: mean, scorers }, usage: [] };
};

async function score(scorer: Scorer, index: number, judged: Judged, context: ActivityContext): Promise<Outcome<Say>> {
  switch (scorer.type) {
    case "llm_judge": return askJudge(scorer, index, judged.output, context);
    case "assertion": return said(assertion(scorer.check));
    case "latency": return said(latency(judged.latencyMs, scorer.max_ms));
    case "cost": return said(cost(judged.costUsd, scorer.max_usd));
    case "custom": return askScorer(scorer, judged, context.ports.functions, context.signal);
    default: return unreachable(scorer, "score");
  }
}

function assertion(checks: readonly Evaluated[]): Say {
  const broken = checks.filter(({ value }) => !truthy(value));
  const message = broken.length === 0 ? `all ${checks.length} assertions passed` : `failed assertions: ${broken.map(({ source }) => source).join("; ")}`;
  return { passed: broken.length === 0, score: 1 - broken.length / checks.length, message };
}

function latency(ms: number, most: number): Say {
  return { ...within(ms, most), message: `${Math.round(ms)}ms (threshold: ${most}ms)` };
}

function cost(usd: number | null, most: number): Say {
  const threshold = `(threshold: $${most.toFixed(4)})`;
  if (usd === null) return { passed: false, score: 0, message: `the cost is unknown, for a model without a price was called: add it to [model_prices] ${threshold}` };
  return { ...within(usd, most), message: `$${usd.toFixed(6)} ${threshold}` };
}

function within(value: number, most: number): Pick<Say, "passed" | "score"> {
  return value <= most ? { passed: true, score: 1 } : { passed: false, score: most / value };
}

const said = (value: Say): Outcome<Say> => ({ ok: true, value });
