import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import type { CallSite, ModelCall } from "../../../runtime/ports.ts";
import { createModels } from "../../../runtime/adapters/models.ts";
import { describeSite, readReplies } from "../../../runtime/adapters/replies.ts";
import { fakeClock } from "../../support/ports.ts";

const site: CallSite = { node: "draft", visit: 1, attempt: 1 };

async function check(replies: Json, call: Partial<ModelCall>): Promise<unknown> {
  const read = readReplies(replies);
  if (!read.ok) return read.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const project = { root: "/", file: undefined, settings: {}, requires: [] };
  const models = createModels({ project, env: () => undefined, clock: fakeClock(), replies: read.replies });
  const answer = await models.generate({ site, model: "claude-sonnet-4-6", prompt: "?", idempotencyKey: "k", ...call }, new AbortController().signal);
  const unused = read.replies.unused().map(describeSite);
  return answer.ok ? { ...answer.value, unused } : { ...answer.failure, unused };
}

it("answers in place of the provider, priced as the provider would be", async () => {
  expect(await check([{ node: "draft", text: "hello", usage: { input_tokens: 1_000_000, output_tokens: 0 } }], {})).toEqual({
    text: "hello",
    usage: { provider: "anthropic", model: "claude-sonnet-4-6", input_tokens: 1_000_000, output_tokens: 0, cost_usd: 3, finish_reason: "stop" },
    unused: [],
  });
});

it("streams a reply word by word", async () => {
  const heard: string[] = [];
  await check([{ node: "draft", text: "one two\nthree " }], { onText: (delta) => heard.push(delta) });
  expect(heard).toEqual(["one", " two", "\nthree "]);
});

it("leaves tokens and cost unknown where the reply does not say them", async () => {
  expect(await check([{ node: "draft", text: "hello" }], {})).toMatchObject({ usage: { input_tokens: null, output_tokens: null, cost_usd: null } });
});

it("says which call has no answer, and which answers are left over", async () => {
  expect(await check([{ node: "draft", visit: 2, text: "later" }, { node: "check", scorer: "llm_judge", json: {} }], {})).toMatchObject({
    code: "reply_missing",
    message: "the replies file has no answer for this call: 'node: draft, visit: 1, attempt: 1'",
    unused: ["node: draft, visit: 2, attempt: 1", "node: check, visit: 1, attempt: 1, scorer: llm_judge"],
  });
});

it("tells judges apart by scorer, by type or by place", async () => {
  const judge = (scorer: Json): Json => [{ node: "check", scorer, json: { score: 4 } }];
  const call = { site: { node: "check", visit: 1, attempt: 1, scorer: 2 }, schema: { type: "object" } };
  expect(await check(judge("llm_judge"), call)).toMatchObject({ value: { score: 4 } });
  expect(await check(judge(2), call)).toMatchObject({ value: { score: 4 } });
  expect(await check(judge(1), call)).toMatchObject({ code: "reply_missing" });
  expect(await check([{ node: "check", text: "no judge" }], { site })).toMatchObject({ code: "reply_missing" });
});

it("stands for a provider's errors by their status", async () => {
  const code = async (status: number): Promise<unknown> => check([{ node: "draft", status }], {});
  expect(await code(429)).toMatchObject({ code: "rate_limited", retryable: true, status: 429 });
  expect(await code(529)).toMatchObject({ code: "model_overloaded", retryable: true });
  expect(await code(500)).toMatchObject({ code: "server_error", retryable: true });
  expect(await code(400)).toMatchObject({ code: "http_status", retryable: false });
});

it("refuses a call of a tool that was not offered", async () => {
  expect(await check([{ node: "draft", tool_calls: [{ name: "delete_all" }] }], {})).toMatchObject({ code: "output_invalid", message: "anthropic (claude-sonnet-4-6) asked for the tool 'delete_all', which was not offered" });
});

it("refuses an answer that does not fit the schema asked for, and forgives a code fence", async () => {
  const schema = { type: "object", required: ["score"] };
  expect(await check([{ node: "draft", text: "great!" }], { schema })).toMatchObject({ code: "output_invalid", message: "the answer is not JSON: great!" });
  expect(await check([{ node: "draft", json: {} }], { schema })).toMatchObject({ code: "output_invalid" });
  expect(await check([{ node: "draft", text: '```json\n{"score": 5}\n```' }], { schema })).toMatchObject({ value: { score: 5 } });
});

it("says what is wrong in a replies file, all at once", async () => {
  expect(await check({}, {})).toEqual([": a replies file is a list of answers"]);
  expect(await check([{ node: "draft", txt: "hi" }, { node: "draft", text: "a", json: 1 }, { node: "draft", status: 200 }], {})).toEqual([
    "0.txt: unknown key 'txt'",
    "0: one of 'text', 'json', 'tool_calls', 'status' is missing",
    "1: only one of 'text', 'json' may stand",
    "2.status: 'status' must be between 400 and 599, not 200",
  ]);
});
