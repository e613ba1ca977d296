import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import type { Op } from "../../../schemas/op.ts";
import type { Program } from "../../../schemas/program.ts";
import type { Slot } from "../../../schemas/program-refs.ts";
import type { CallSite, ModelCall } from "../../../runtime/ports.ts";
import { createModels } from "../../../runtime/adapters/models.ts";
import { describeSite, readReplies } from "../../../runtime/adapters/replies.ts";
import { manualClock } from "../../support/fake-ports.ts";
import { fakeClock } from "../../support/ports.ts";
import { until } from "../../support/signals.ts";

const site: CallSite = { node: "draft", visit: 1, attempt: 1 };

async function check(replies: Json, call: Partial<ModelCall>): Promise<unknown> {
  const read = readReplies(replies);
  if (!read.ok) return read.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const project = { root: "/", file: undefined, settings: {}, policy: undefined, requires: [] };
  const models = createModels({ project, env: () => undefined, clock: fakeClock(), replies: read.replies });
  const answer = await models.generate({ site, model: "claude-sonnet-4-6", prompt: "?", idempotencyKey: "k", ...call }, new AbortController().signal);
  const unused = read.replies.unused().map(describeSite);
  return answer.ok ? { ...answer.value, unused } : { ...answer.failure, unused };
}

it("answers in place of the provider, priced as the provider would be", async () => {
  expect(await check([{ node: "draft", text: "hello", usage: { input_tokens: 1_000_000, output_tokens: 0 } }], {})).toEqual({
    text: "hello",
    calls: [],
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
  expect(await check(judge("llm_judge"), call)).toMatchObject({ text: '{"score":4}' });
  expect(await check(judge(2), call)).toMatchObject({ text: '{"score":4}' });
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
  expect(await check([{ node: "draft", tool_calls: [{ name: "delete_all" }] }], {})).toMatchObject({ code: "output_invalid", message: "anthropic (claude-sonnet-4-6) asked for the tool 'delete_all', and no tool was offered" });
});

it("asks for tools by the names under which the workflow offers them, whole and streamed", async () => {
  const tools = [{ name: "files.read", description: "Reads.", schema: { type: "object" } }, { name: "files_.read", description: "Reads too.", schema: { type: "object" } }];
  const reply = [{ node: "draft", tool_calls: [{ name: "files_.read", arguments: { path: "a" } }, { name: "files.read" }, { name: "rm" }] }];
  const calls = [{ id: "call_1", name: "files_.read", arguments: { path: "a" } }, { id: "call_2", name: "files.read", arguments: {} }, { id: "call_3", name: "rm", arguments: {} }];
  expect(await check(reply, { tools })).toMatchObject({ text: "", calls });
  expect(await check(reply, { tools, onText: () => {} })).toMatchObject({ text: "", calls });
});

it("answers the calls of one attempt in their order", async () => {
  const replies = [{ node: "draft", text: "first" }, { node: "draft", call: 2, text: "second" }];
  expect(await check(replies, { site: { ...site, call: 2 } })).toMatchObject({ text: "second", unused: ["node: draft, visit: 1, attempt: 1"] });
  expect(await check(replies, { site: { ...site, call: 3 } })).toMatchObject({ code: "reply_missing", message: "the replies file has no answer for this call: 'node: draft, visit: 1, attempt: 1, call: 3'" });
});

it("answers what [models] asks again with the next entry for the same call", async () => {
  const read = readReplies([{ node: "draft", status: 429 }, { node: "draft", status: 500 }, { node: "draft", text: "at last" }]);
  if (!read.ok) throw new Error("the replies are wrong");
  const retry = { max_attempts: 3, backoff: "constant", delay_ms: 5_000, max_delay_ms: 30_000, jitter: false } as const;
  const project = { root: "/", file: undefined, settings: { models: { m: { model: "claude-sonnet-4-6", retry } } }, policy: undefined, requires: [] };
  const clock = manualClock();
  const models = createModels({ project, env: () => undefined, clock, replies: read.replies });
  const answer = models.generate({ site, model: "m", prompt: "?", idempotencyKey: "k" }, new AbortController().signal);
  for (const _ of [1, 2]) {
    await until(() => clock.untilNext() !== undefined);
    expect(clock.untilNext()).toBe(5_000);
    clock.advance(5_000);
  }
  expect(await answer).toMatchObject({ ok: true, value: { text: "at last" } });
});

it("waits for nothing once its call was given up", async () => {
  const read = readReplies([{ node: "draft", status: 429 }]);
  if (!read.ok) throw new Error("the replies are wrong");
  const retry = { max_attempts: 3, backoff: "constant", delay_ms: 5_000, max_delay_ms: 30_000, jitter: false } as const;
  const project = { root: "/", file: undefined, settings: { models: { m: { model: "claude-sonnet-4-6", retry } } }, policy: undefined, requires: [] };
  const [clock, controller] = [manualClock(), new AbortController()];
  const answer = createModels({ project, env: () => undefined, clock, replies: read.replies }).generate({ site, model: "m", prompt: "?", idempotencyKey: "k" }, controller.signal);
  await until(() => clock.untilNext() !== undefined);
  controller.abort();
  expect(await answer).toMatchObject({ ok: false, failure: { code: "rate_limited" } });
  expect(clock.untilNext()).toBeUndefined();
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

it("finds what a program never asks for, and two answers to one call", () => {
  // A literal of a program names its ops by place.
  const slot = (place: number): Slot => place as Slot;
  const flow = { cases: [], otherwise: null };
  const common = { max_visits: 1, writes: [], next: flow, retry: null, timeout_ms: null, on_error: null };
  const model: Op = { ...common, op: "call", node: "draft", kind: "model", effect: "read", fields: {}, append_feedback: false };
  const judge: Op = { ...common, op: "judge", node: "check", kind: "eval", subject: slot(0), fields: { scorers: [{ type: "assertion" }, { type: "llm_judge" }] }, on_fail: "halt", max_retries: 0, escalate: null };
  const end: Op = { op: "halt", node: "done", kind: "end", max_visits: 1, status: "completed" };
  const program: Program = { format: 1, hash: "", workflow: { id: "w", version: "1" }, state: {}, inputs: [], start: slot(0), ops: [model, judge, end], code: [], env: [], recorded_env: [], requires: [], settings: {}, debug: { uri: "", nodes: [], code: [] } };
  const problems = (replies: Json): unknown => {
    const read = readReplies(replies, program);
    return read.ok ? read.replies.keyOf({ node: "check", visit: 1, attempt: 1, scorer: 1 }) : read.problems.map(({ path, message, help, other }) => [path.join("."), message, help, other?.join(".")].filter((part) => part !== undefined).join(" | "));
  };
  expect(problems([{ node: "draft", text: "a" }, { node: "check", scorer: "llm_judge", json: {} }])).toBe("node: check, visit: 1, attempt: 1, scorer: llm_judge");
  expect(problems([{ node: "drafd", text: "a" }, { node: "done", text: "a" }, { node: "draft", scorer: 0, text: "a" }, { node: "check", scorer: "llm_juge", json: {} }, { node: "check", scorer: 0, json: {} }])).toEqual([
    "0.node | the workflow has no node 'drafd' | did you mean 'draft'?",
    "1.node | 'done' (end) asks no model | only model nodes and the judges of eval nodes have replies",
    "2.scorer | 'draft' is a model node: it has no scorers | remove 'scorer'",
    `3.scorer | 'check' has no scorer "llm_juge" | did you mean 'llm_judge'?`,
    "4.scorer | the scorer 0 of 'check' asks no model | write 'scorer: llm_judge'",
  ]);
  const twice = "this call has an answer already | remove one of the two, or give it another 'visit', 'attempt' or 'call'";
  expect(problems([{ node: "draft", text: "a" }, { node: "draft", text: "b" }, { node: "check", json: {} }, { node: "check", scorer: 1, json: {} }])).toEqual([`1 | ${twice} | 0`, `3 | ${twice} | 2`]);
});
