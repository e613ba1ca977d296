import type { Feedback } from "../../schemas/verdict.ts";

/** The prompt of a re-run: what was asked, then what the scorers said of the last answer. */
export function withFeedback(prompt: string, feedback: readonly Feedback[]): string {
  if (feedback.length === 0) return prompt;
  const said = feedback.map(({ scorer, message }) => `- ${scorer}: ${message}`).join("\n");
  return `${prompt.trimEnd()}\n\nYour previous answer did not pass review. Answer again, and mend this:\n${said}\n`;
}
