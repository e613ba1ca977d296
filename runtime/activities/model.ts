import { Bug } from "../../schemas/bug.ts";
import type { ResolvedFields } from "../../schemas/field.ts";
import type { FieldsOf } from "../../schemas/nodes/index.ts";
import type { Activity, ActivityContext, ActivityResult } from "../activity.ts";
import type { Question } from "./ask.ts";
import { asker, usageOf } from "./ask.ts";
import { done, failed } from "./result.ts";
import { readOrMend, structureOf } from "./structured.ts";

type Input = ResolvedFields<FieldsOf<"model">>;

/** Asks a language model. The value is its text, or the data that `output_schema` asks for. */
export const model: Activity<"model"> = async (input, context) => {
  const question = questionOf(input);
  const isSingle = input.output_schema === undefined && context.ports.models.fallbacks(input.model).length === 0;
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
  const question = { ...plain, schema: structure?.schema };
  const ask = asker({ model: input.model }, context);
  const said = await ask(question, null);
  if (!said.ok) return failed(said.failure);
  if (structure === undefined) return done(said.value.text);
  const value = await readOrMend(said.value, question, structure, ask);
  return value.ok ? done(value.value) : failed(value.failure);
}

function questionOf({ prompt, system, temperature, max_tokens, stop, seed }: Input): Question {
  // A prompt in a file is part of the program by now, so exactly this key is there.
  if (prompt === undefined) throw new Bug("a model node has no prompt");
  return { prompt, system, temperature, max_tokens, stop, seed };
}
