import { Bug } from "../../schemas/bug.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import type { Activity } from "../activity.ts";
import { done, failed } from "./result.ts";

/** Calls a language model once; the value is its text. */
export const model: Activity<"model"> = async (input, context) => {
  // A prompt in a file is refused as a feature before anything runs, so exactly this key is there.
  if (input.prompt === undefined) throw new Bug(`node '${context.site.node}' has no prompt`);
  const answer = await context.ports.models.generate(
    {
      site: context.site,
      model: input.model,
      system: input.system,
      prompt: withFeedback(input.prompt, context.feedback),
      temperature: input.temperature,
      max_tokens: input.max_tokens,
      stop: input.stop,
      seed: input.seed,
      idempotencyKey: context.idempotencyKey,
      onText: context.onText,
    },
    context.signal,
  );
  if (answer.ok) return done(answer.value.text, [answer.value.usage]);
  return failed(answer.failure, answer.usage === undefined ? [] : [answer.usage]);
};

/** The prompt of a re-run: what was asked, then what the scorers said of the last answer. */
export function withFeedback(prompt: string, feedback: readonly Feedback[]): string {
  if (feedback.length === 0) return prompt;
  const said = feedback.map(({ scorer, message }) => `- ${scorer}: ${message}`).join("\n");
  return `${prompt.trimEnd()}\n\nYour previous answer did not pass review. Answer again, and mend this:\n${said}\n`;
}
