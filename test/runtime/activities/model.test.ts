import { expect, it } from "vitest";
import type { Feedback } from "../../../schemas/verdict.ts";
import { model } from "../../../runtime/activities/model.ts";
import type { ModelCall } from "../../../runtime/ports.ts";
import { contextOf } from "../../support/activity.ts";

const usage = { provider: "anthropic", model: "m", input_tokens: 1, output_tokens: 1, cost_usd: null };

/** The prompt a model gets. */
async function check(prompt: string, feedback: readonly Feedback[]): Promise<string> {
  let asked = "";
  const generate = async (call: ModelCall) => {
    asked = call.prompt;
    return { ok: true, value: { text: "hi", usage } } as const;
  };
  const result = await model({ model: "m", prompt, max_visits: 1 }, contextOf({ models: { generate } }, { feedback }));
  expect(result).toEqual({ ok: true, value: "hi", usage: [usage] });
  return asked;
}

it("asks what the node asks", async () => {
  expect(await check("Say hi.\n", [])).toBe("Say hi.\n");
});

it("appends what the scorers said of the last answer", async () => {
  const said = [{ scorer: "llm_judge", score: 0.4, message: "score=2/5 (min=4): too vague" }, { scorer: "assertion", score: 0, message: "failed assertions: len(output.draft) > 9" }];
  expect(await check("Say hi.\n", said)).toBe(
    "Say hi.\n\nYour previous answer did not pass review. Answer again, and mend this:\n- llm_judge: score=2/5 (min=4): too vague\n- assertion: failed assertions: len(output.draft) > 9\n",
  );
});
