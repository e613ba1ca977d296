import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { failure } from "../../../schemas/failure.ts";
import { createModels } from "../../../runtime/adapters/models.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import type { ModelCall } from "../../../runtime/ports.ts";
import type { FakeProvider } from "../../support/fake-provider.ts";
import { openFakeProvider, says, streams } from "../../support/fake-provider.ts";
import { fakeClock } from "../../support/ports.ts";
import { patience } from "../../support/signals.ts";

const mock = new LLMock({ port: 0 });
let raw: FakeProvider;

beforeAll(async () => {
  mock.onMessage("tokens", { content: "Hello there, friend.", usage: { input_tokens: 1_000, output_tokens: 100, prompt_tokens: 1_000, completion_tokens: 100, promptTokenCount: 1_000, candidatesTokenCount: 100, total_tokens: 1_100, totalTokenCount: 1_100 } });
  mock.onMessage("judge", { content: '{"score": 4, "reason": "fine"}' });
  mock.onMessage("busy", { error: { message: "slow down", type: "rate_limit_error" }, status: 429, retryAfter: 7 });
  mock.onMessage("overloaded", { error: { message: "Overloaded", type: "overloaded_error" }, status: 529 });
  mock.onMessage("cut", { content: "one two three four five six seven eight nine ten" }, { chunkSize: 5, truncateAfterChunks: 3 });
  mock.onMessage("look it up", { toolCalls: [{ name: "library__search", arguments: '{"query":"logs"}' }, { name: "library__search", arguments: '{"query":"crashes"}' }] });
  await mock.start();
  raw = await openFakeProvider();
});

afterAll(async () => {
  await mock.stop();
  raw.close();
});

const providers = ["anthropic", "openai", "google", "openai-compatible"] as const;
type Provider = (typeof providers)[number];
const ids: { readonly [P in Provider]: string } = { anthropic: "claude-haiku-4-5-20251001", openai: "gpt-4o-mini", google: "gemini-2.0-flash", "openai-compatible": "llama" };
const env: { readonly [name: string]: string } = { ANTHROPIC_API_KEY: "key-of-anthropic", OPENAI_API_KEY: "key-of-openai", GEMINI_API_KEY: "key-of-google", LOCAL_KEY: "key-of-local" };

async function generate(provider: Provider, base: string, call: Partial<ModelCall>, signal = patience()): Promise<Awaited<ReturnType<ReturnType<typeof createModels>["generate"]>>> {
  const path = provider === "google" ? "/v1beta" : "/v1";
  const toml = `[models.m]\nprovider = "${provider}"\nmodel = "${ids[provider]}"\nbase_url = "${base}${path}"${provider === "openai-compatible" ? '\napi_key_env = "LOCAL_KEY"' : ""}`;
  const { project } = parseProject(toml, "/jamjet.toml");
  const models = createModels({ project, env: (name) => env[name], clock: fakeClock() });
  return models.generate({ site: { node: "n", visit: 1, attempt: 1 }, model: "m", prompt: "tokens", idempotencyKey: "key-1", ...call }, signal);
}

async function check(provider: Provider, base: string, call: Partial<ModelCall> = {}, signal = patience()): Promise<unknown> {
  const answer = await generate(provider, base, call, signal);
  return answer.ok ? answer.value : { failed: `${answer.failure.code}${answer.failure.retryable ? "" : "!"}: ${answer.failure.message}`, ...(answer.failure.retryAfterMs === undefined ? {} : { after: answer.failure.retryAfterMs }) };
}

const prices: { readonly [P in Provider]: number | null } = { anthropic: 0.0015, openai: 0.00021, google: 0.00014, "openai-compatible": null };

for (const provider of providers) {
  it(`brings text, tokens and cost of ${provider}, whole and streamed`, async () => {
    const usage = { provider, model: ids[provider], input_tokens: 1_000, output_tokens: 100, cost_usd: prices[provider] === null ? null : expect.closeTo(prices[provider], 9), finish_reason: "stop" };
    expect(await check(provider, mock.url)).toEqual({ text: "Hello there, friend.", calls: [], usage });
    const heard: string[] = [];
    expect(await check(provider, mock.url, { onText: (delta) => heard.push(delta) })).toEqual({ text: "Hello there, friend.", calls: [], usage });
    expect(heard.join("")).toBe("Hello there, friend.");
  });

  it(`gives the data that a schema asks of ${provider}`, async () => {
    const schema = { type: "object", properties: { score: { type: "number" }, reason: { type: "string" } }, required: ["score", "reason"], additionalProperties: false };
    expect(await check(provider, mock.url, { prompt: "judge", schema })).toMatchObject({ text: '{"score": 4, "reason": "fine"}' });
  });

  it(`brings the calls that ${provider} asks for, whole and streamed, in their order`, async () => {
    const tools = [{ name: "library.search", description: "Searches.", schema: { type: "object", properties: { query: { type: "string" } } } }];
    const calls = ["logs", "crashes"].map((query) => ({ id: expect.any(String), name: "library.search", arguments: { query } }));
    const asked = { prompt: "look it up", tools };
    expect(await check(provider, mock.url, asked)).toMatchObject({ text: "", calls });
    expect(await check(provider, mock.url, { ...asked, onText: () => {} })).toMatchObject({ text: "", calls });
  });

  it(`tells a rate limit of ${provider} with the wait it asks for, and an overload`, async () => {
    expect(await check(provider, mock.url, { prompt: "busy" })).toEqual({ failed: `rate_limited: ${provider} (${ids[provider]}) answered 429: slow down`, after: 7_000 });
    expect(await check(provider, mock.url, { prompt: "overloaded" })).toEqual({ failed: `model_overloaded: ${provider} (${ids[provider]}) answered 529: Overloaded` });
  });

  it(`notices that a stream of ${provider} was cut in the middle`, async () => {
    expect(await check(provider, mock.url, { prompt: "cut", onText: () => {} })).toMatchObject({ failed: expect.stringMatching(/^connection_reset: /) });
  });

  it(`takes half a body of ${provider} for a broken connection, and a garbled one for no answer`, async () => {
    raw.answerWith((_, response) => response.writeHead(200, { "content-type": "application/json", "content-length": "1000" }).write('{"id": "x"', () => response.destroy()));
    expect(await check(provider, raw.url)).toMatchObject({ failed: expect.stringMatching(/^connection_reset: /) });
    raw.answerWith(says(200, "<html>gateway</html>"));
    expect(await check(provider, raw.url)).toMatchObject({ failed: expect.stringMatching(/^output_invalid: .*cannot be read/) });
    raw.answerWith(says(200, '{"surprise": true}'));
    expect(await check(provider, raw.url)).toMatchObject({ failed: expect.stringMatching(/^output_invalid: /) });
  });

  it(`repeats what ${provider} says of a refused request, but never the key`, async () => {
    const key = provider === "openai-compatible" ? "key-of-local" : `key-of-${provider}`;
    raw.answerWith(says(401, JSON.stringify({ type: "error", error: { message: `Incorrect API key provided: ${key}`, type: "authentication_error", code: 401, status: "UNAUTHENTICATED" } })));
    expect(await check(provider, raw.url)).toEqual({ failed: `http_status!: ${provider} (${ids[provider]}) answered 401: Incorrect API key provided: ***` });
    expect(Object.values(raw.asked().headers).join(" ")).toContain(key);
  });

  it(`answers for ${provider} with the failure its signal was aborted with`, async () => {
    const controller = new AbortController();
    raw.answerWith(() => controller.abort(failure("timeout", "too slow")));
    expect(await check(provider, raw.url, {}, controller.signal)).toEqual({ failed: "timeout: too slow" });
    expect(await check(provider, raw.url, { onText: () => {} }, AbortSignal.abort(failure("timeout", "too slow")))).toEqual({ failed: "timeout: too slow" });
  });
}

it("cuts off an answer without end, whole and streamed", async () => {
  const chunk = "x".repeat(1_048_576);
  const flood = (type: string, before: string): void => raw.answerWith((_, response) => {
    response.writeHead(200, { "content-type": type }).write(before);
    const more = (): void => void (response.destroyed || response.write(chunk, more));
    more();
  });
  flood("application/json", '{"id": "');
  expect(await check("openai", raw.url)).toMatchObject({ failed: "output_limit!: openai (gpt-4o-mini): the answer is larger than 32 MiB" });
  flood("text/event-stream", "data: ");
  expect(await check("anthropic", raw.url, { onText: () => {} })).toMatchObject({ failed: expect.stringMatching(/^output_limit!: /) });
});

it("follows no redirect, for the key would go along", async () => {
  const elsewhere = await openFakeProvider();
  raw.answerWith((_, response) => response.writeHead(307, { location: `${elsewhere.url}/v1/messages` }).end());
  expect(await check("anthropic", raw.url)).toEqual({ failed: "http_status!: anthropic (claude-haiku-4-5-20251001) answered 307 and points elsewhere, where no key is taken: set 'base_url' to the address itself" });
  expect(elsewhere.asked().headers).toEqual({});
  elsewhere.close();
});

it("says what a gateway in between says", async () => {
  raw.answerWith(says(502, "<h1>Bad\ngateway</h1>", { "content-type": "text/html" }));
  expect(await check("anthropic", raw.url)).toEqual({ failed: "server_error: anthropic (claude-haiku-4-5-20251001) answered 502: <h1>Bad gateway</h1>" });
});

it("reads a date in Retry-After, and never waits longer than an hour", async () => {
  const after = async (header: string): Promise<unknown> => {
    raw.answerWith(says(429, '{"error": {"message": "later"}}', { "retry-after": header }));
    return check("anthropic", raw.url);
  };
  expect(await after("Thu, 01 Jan 2026 00:01:00 GMT")).toMatchObject({ after: 60_000 });
  expect(await after("1e18")).not.toHaveProperty("after");
  expect(await after("999999999999")).toMatchObject({ after: 3_600_000 });
});

it("sends the idempotency key where the provider may know it, and the settings of the node", async () => {
  raw.answerWith(says(500, "{}"));
  await check("openai", raw.url, { system: "be brief", prompt: "hi", temperature: 0.3, max_tokens: 64, stop: ["END"], seed: 7 });
  expect(raw.asked().headers).toMatchObject({ "idempotency-key": "key-1" });
  expect(JSON.parse(raw.asked().body)).toMatchObject({ messages: [{ role: "system", content: "be brief" }, { role: "user", content: "hi" }], temperature: 0.3, max_tokens: 64, stop: ["END"], seed: 7 });
  await check("google", raw.url);
  expect(raw.asked().headers).not.toHaveProperty("idempotency-key");
});

it("notices a stream that ends as if all were said, and one that reports an error", async () => {
  const began = 'event: message_start\ndata: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[],"model":"x","stop_reason":null,"usage":{"input_tokens":5,"output_tokens":1}}}\n\nevent: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\nevent: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hel"}}\n\n';
  raw.answerWith(streams([began], "end"));
  expect(await check("anthropic", raw.url, { onText: () => {} })).toMatchObject({ failed: expect.stringMatching(/^connection_reset: .*the stream ended before the answer did/) });
  raw.answerWith(streams([began], "cut"));
  expect(await check("anthropic", raw.url, { onText: () => {} })).toMatchObject({ failed: expect.stringMatching(/^connection_reset: /) });
  raw.answerWith(streams([began, 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n'], "end"));
  expect(await check("anthropic", raw.url, { onText: () => {} })).toMatchObject({ failed: expect.stringMatching(/^model_overloaded: .*Overloaded/) });
});

it("refuses an answer that was cut off at its limit, with what it cost", async () => {
  raw.answerWith(says(200, JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "gpt-4o-mini", choices: [{ index: 0, finish_reason: "length", message: { role: "assistant", content: "half" } }], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } })));
  expect(await generate("openai", raw.url, { max_tokens: 5 })).toMatchObject({ ok: false, failure: { code: "output_invalid", retryable: false, message: "openai (gpt-4o-mini) was cut off at 5 tokens: raise 'max_tokens' or ask for less" }, usage: { input_tokens: 10, output_tokens: 5 } });
});

it("refuses a setting that the provider does not know, for it would be ignored", async () => {
  expect(await check("anthropic", mock.url, { seed: 7 })).toEqual({ failed: "output_invalid!: anthropic (claude-haiku-4-5-20251001) does not know 'seed': remove it from the node" });
});

it("says that nothing listens, and which key is missing", async () => {
  const gone = await openFakeProvider();
  gone.close();
  expect(await check("anthropic", gone.url)).toEqual({ failed: "io_error: anthropic (claude-haiku-4-5-20251001): nothing listens there (connection refused)" });
  const { project } = parseProject("", "/jamjet.toml");
  const models = createModels({ project, env: () => undefined, clock: fakeClock() });
  const answer = await models.generate({ site: { node: "n", visit: 1, attempt: 1 }, model: "gemini-2.5-pro", prompt: "?", idempotencyKey: "k" }, patience());
  expect(answer).toMatchObject({
    failure: { code: "missing_secret", message: `the model 'gemini-2.5-pro' needs a key: set GOOGLE_API_KEY or GEMINI_API_KEY, or run with --replies <file> to give the answers yourself, or add [models."gemini-2.5-pro"] with a base_url to jamjet.toml to use another server` },
  });
});
