import { Bug } from "../../schemas/bug.ts";
import { failure } from "../../schemas/failure.ts";
import type { ResolvedFields } from "../../schemas/field.ts";
import { mostRounds } from "../../schemas/model-call.ts";
import type { FieldsOf } from "../../schemas/nodes/index.ts";
import type { Activity, ActivityContext, ActivityResult } from "../activity.ts";
import type { Outcome, ToldResult, Turn } from "../ports.ts";
import type { Ask, Question, Said } from "./ask.ts";
import { asker, usageOf } from "./ask.ts";
import type { Offered } from "./offered-tools.ts";
import { callAsked, offeredTools } from "./offered-tools.ts";
import { done, failed } from "./result.ts";
import { readOrMend, structureOf } from "./structured.ts";

type Input = ResolvedFields<FieldsOf<"model">>;

/** Asks a language model, and makes the calls of tools that it asks for. The value is its text, or the data that `output_schema` asks for. */
export const model: Activity<"model"> = async (input, context) => {
  const question = questionOf(input);
  const isSingle = !context.isBudgeted && input.output_schema === undefined && input.tools === undefined && context.ports.models.fallbacks(input.model).length === 0;
  return isSingle ? askOnce(question, input.model, context) : askInSteps(question, input, context);
};

/** One call, which the attempt itself records. */
async function askOnce(question: Question, model: string, context: ActivityContext): Promise<ActivityResult> {
  const { site, idempotencyKey, onText, signal } = context;
  const answer = await context.ports.models.generate({ ...question, site, model, idempotencyKey, onText }, signal);
  return answer.ok ? done(answer.value.text, [answer.value.usage]) : failed(answer.failure, usageOf(answer));
}

async function askInSteps(plain: Question, input: Input, context: ActivityContext): Promise<ActivityResult> {
  const structure = input.output_schema === undefined ? undefined : structureOf(input.output_schema);
  const tools = await offeredTools(input.tools ?? [], context);
  if (!tools.ok) return failed(tools.failure);
  const ask = asker({ model: input.model }, context);
  const answer = await converse({ ...plain, schema: structure?.schema, tools: tools.value }, tools.value, ask, context);
  if (!answer.ok) return failed(answer.failure);
  const { said, question } = answer.value;
  if (structure === undefined) return done(said.text);
  const value = await readOrMend(said, question, structure, ask);
  return value.ok ? done(value.value) : failed(value.failure);
}

/** What the model says once it asks for nothing more, and the question with all that was said until then. */
async function converse(first: Question, tools: readonly Offered[], ask: Ask, context: ActivityContext): Promise<Outcome<{ readonly said: Said; readonly question: Question }>> {
  let question = first;
  for (let rounds = 0; ; rounds += 1) {
    const said = await ask(question, null);
    if (!said.ok) return said;
    const { text, calls } = said.value;
    if (calls.length === 0) return { ok: true, value: { said: said.value, question } };
    if (rounds === mostRounds) return { ok: false, failure: failure("limit_exceeded", `the model of '${context.site.node}' asked for tools ${mostRounds} times and then once more, without an answer`) };
    const results: ToldResult[] = [];
    for (const call of calls) {
      const result = await callAsked(call, tools, context);
      if (!result.ok) return result;
      results.push(result.value);
    }
    const turns: readonly Turn[] = [...(question.turns ?? []), { from: "model", text, calls }, { from: "tools", results }];
    question = { ...question, turns };
  }
}

function questionOf({ prompt, system, temperature, max_tokens, stop, seed }: Input): Question {
  // A prompt in a file is part of the program by now, so exactly this key is there.
  if (prompt === undefined) throw new Bug("a model node has no prompt");
  return { prompt, system, temperature, max_tokens, stop, seed };
}
