import { expect, it } from "vitest";
import { model } from "../../../runtime/activities/model.ts";
import { withFeedback } from "../../../runtime/activities/feedback.ts";
import type { ActivityResult, StepSpec } from "../../../runtime/activity.ts";
import type { ModelCall, ModelOutcome } from "../../../runtime/ports.ts";
import { failure } from "../../../schemas/failure.ts";
import type { ResolvedFields, TypeIr } from "../../../schemas/field.ts";
import type { Json } from "../../../schemas/json.ts";
import type { FieldsOf } from "../../../schemas/nodes/index.ts";
import { listOf, types } from "../../../schemas/type.ts";
import { contextOf, modelsThat } from "../../support/activity.ts";

type Input = ResolvedFields<FieldsOf<"model">>;

const usage = { provider: "anthropic", model: "m", input_tokens: 1, output_tokens: 1, cost_usd: null };
const says = (text: string): ModelOutcome => ({ ok: true, value: { text, calls: [], usage } });
const overloaded: ModelOutcome = { ok: false, failure: failure("model_overloaded", "busy") };

interface Asked {
  readonly result: ActivityResult;
  readonly asked: readonly ModelCall[];
  readonly steps: readonly StepSpec[];
}

/** What a node comes to whose model gives these answers in turn. */
async function check(input: Partial<Input>, answers: readonly ModelOutcome[], fallbacks: readonly string[] = []): Promise<Asked> {
  const asked: ModelCall[] = [];
  const steps: StepSpec[] = [];
  const models = { ...modelsThat(async (call) => (asked.push(call), answers[asked.length - 1] ?? says("nothing more"))), fallbacks: () => fallbacks };
  const context = contextOf({ models });
  const result = await model({ model: "m", prompt: "Say hi.", max_visits: 1, ...input }, { ...context, step: (spec, make) => (steps.push(spec), context.step(spec, make)) });
  return { result, asked, steps };
}

const wants = (type: TypeIr["type"], schema?: Json): Partial<Input> => ({ output_schema: schema === undefined ? { type } : { type, schema } });
const record: TypeIr["type"] = { kind: "record", open: false, fields: { title: { type: types.str }, tags: { type: listOf(types.str) } } };

it("asks what the node asks, in one call that the attempt itself records", async () => {
  const { result, asked, steps } = await check({ system: "be kind", temperature: 0.1, stop: ["END"], seed: 4, max_tokens: 9 }, [says("hi")]);
  expect(result).toEqual({ ok: true, value: "hi", usage: [usage] });
  expect(asked).toMatchObject([{ model: "m", prompt: "Say hi.", system: "be kind", temperature: 0.1, stop: ["END"], seed: 4, max_tokens: 9, idempotencyKey: "key-1" }]);
  expect(steps).toEqual([]);
});

it("appends what the scorers said of the last answer", () => {
  const said = [{ scorer: "llm_judge", score: 0.4, message: "score=2/5 (min=4): too vague" }, { scorer: "assertion", score: 0, message: "failed assertions: len(output.draft) > 9" }];
  expect(withFeedback("Say hi.\n", [])).toBe("Say hi.\n");
  expect(withFeedback("Say hi.\n", said)).toBe(
    "Say hi.\n\nYour previous answer did not pass review. Answer again, and mend this:\n- llm_judge: score=2/5 (min=4): too vague\n- assertion: failed assertions: len(output.draft) > 9\n",
  );
});

it("asks for the structure it wants, and gives the data", async () => {
  const { result, asked, steps } = await check(wants(record), [says('```json\n{"title": "T", "tags": ["a"]}\n```')]);
  expect(result).toEqual({ ok: true, value: { title: "T", tags: ["a"] }, usage: [] });
  expect(asked[0]?.schema).toEqual({
    type: "object", properties: { title: { type: "string" }, tags: { type: "array", items: { type: "string" } } }, required: ["title", "tags"], additionalProperties: false,
  });
  expect(steps).toMatchObject([{ kind: "model", call: "m", effect: "read", input: null }]);
});

it("asks for anything but an object as the field of one, and takes it bare as well", async () => {
  const { result, asked } = await check(wants(listOf(types.int)), [says('{"value": [1, 2]}')]);
  expect(asked[0]?.schema).toEqual({ type: "object", properties: { value: { type: "array", items: { type: "integer" } } }, required: ["value"], additionalProperties: false });
  expect(result).toMatchObject({ value: [1, 2] });
  expect((await check(wants(listOf(types.int)), [says("[3]")])).result).toMatchObject({ value: [3] });
});

it("tells the model once what does not fit, as a step of its own", async () => {
  const { result, asked, steps } = await check(wants(record), [says('{"title": 5, "tags": []}'), says('{"title": "T", "tags": []}')]);
  expect(result).toMatchObject({ ok: true, value: { title: "T", tags: [] } });
  expect(asked[1]?.turns).toEqual([
    { from: "model", text: '{"title": 5, "tags": []}', calls: [] },
    { from: "user", text: "the answer.title takes str, not int\nAnswer again, with one JSON value that fits the schema and with no other text." },
  ]);
  expect(asked.map(({ site }) => site.call)).toEqual([1, 2]);
  expect(steps.map(({ input }) => input)).toEqual([null, { mend: "the answer.title takes str, not int" }]);
});

it("fails once the second answer does not fit either", async () => {
  const { result, asked } = await check(wants(record), [says("sorry"), says('{"title": "T"}')]);
  expect(result).toMatchObject({ ok: false, failure: { code: "output_invalid", retryable: true, message: "the answer.tags takes list[str], not nothing, and it was told before: the answer is not JSON: sorry" } });
  expect(asked).toHaveLength(2);
});

it("holds an answer against the author's own JSON Schema", async () => {
  const schema = { type: "object", properties: { score: { type: "integer", maximum: 5 } }, required: ["score"] };
  const type: TypeIr["type"] = { kind: "record", open: true, fields: { score: { type: types.int } } };
  const { result, asked } = await check(wants(type, schema), [says('{"score": 9}'), says('{"score": 5}')]);
  expect(asked[0]?.schema).toEqual(schema);
  expect(asked[1]?.turns?.at(-1)).toMatchObject({ text: expect.stringMatching(/^the answer\.score does not fit its JSON Schema: /) });
  expect(result).toMatchObject({ value: { score: 5 } });
});

it("asks the next model where one cannot answer, and goes on with that one", async () => {
  const { result, asked, steps } = await check(wants(types.int), [overloaded, says("x"), says("7")], ["second", "third"]);
  expect(asked.map((call) => [call.model, call.site.call])).toEqual([["m", 1], ["second", 2], ["second", 3]]);
  expect(steps.map(({ call }) => call)).toEqual(["m", "second", "second"]);
  expect(result).toMatchObject({ ok: true, value: 7 });
});

it("fails as the last of its models failed, and asks no other about an answer that is no good", async () => {
  expect((await check({}, [overloaded, { ok: false, failure: failure("timeout", "slow") }], ["second"])).result).toMatchObject({ ok: false, failure: { code: "timeout" } });
  const { result, asked } = await check({}, [{ ok: false, failure: failure("output_invalid", "empty"), usage }], ["second"]);
  expect(result).toMatchObject({ ok: false, failure: { code: "output_invalid" } });
  expect(asked).toHaveLength(1);
});
