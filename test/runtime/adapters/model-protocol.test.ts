import { afterAll, beforeAll, expect, it } from "vitest";
import { createModels } from "../../../runtime/adapters/models.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import type { ModelCall, ModelOutcome } from "../../../runtime/ports.ts";
import type { ModelProvider } from "../../../schemas/model-name.ts";
import type { FakeProvider } from "../../support/fake-provider.ts";
import { openFakeProvider, says } from "../../support/fake-provider.ts";
import { fakeClock } from "../../support/ports.ts";
import { patience } from "../../support/signals.ts";

/*
 * What stands on the wire, held against the providers' documented request bodies. The fake says what each provider
 * documents as its answer.
 */

let server: FakeProvider;
beforeAll(async () => {
  server = await openFakeProvider();
});
afterAll(() => server.close());

const ids: { readonly [P in ModelProvider]: string } = { anthropic: "claude-haiku-4-5-20251001", openai: "gpt-4o-mini", google: "gemini-2.5-flash", "openai-compatible": "llama" };
const env: { readonly [name: string]: string } = { ANTHROPIC_API_KEY: "a", OPENAI_API_KEY: "b", GEMINI_API_KEY: "c" };

/** What a provider says that answers with a text, or asks for one tool. */
function answer(provider: ModelProvider, said: string | { readonly tool: string; readonly input: object }): string {
  const usage = { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 };
  switch (provider) {
    case "anthropic": {
      const content = typeof said === "string" ? { type: "text", text: said } : { type: "tool_use", id: "call_1", name: said.tool, input: said.input };
      return JSON.stringify({ id: "m", type: "message", role: "assistant", model: "x", content: [content], stop_reason: typeof said === "string" ? "end_turn" : "tool_use", stop_sequence: null, usage: { input_tokens: 2, output_tokens: 3 } });
    }
    case "google": {
      const part = typeof said === "string" ? { text: said } : { functionCall: { name: said.tool, args: said.input }, thoughtSignature: "signed" };
      return JSON.stringify({ candidates: [{ content: { role: "model", parts: [part] }, finishReason: "STOP", index: 0 }], usageMetadata: { promptTokenCount: 2, candidatesTokenCount: 3, totalTokenCount: 5 } });
    }
    case "openai": case "openai-compatible": {
      const message = typeof said === "string" ? { role: "assistant", content: said } : { role: "assistant", content: null, tool_calls: [{ id: "call_1", type: "function", function: { name: said.tool, arguments: JSON.stringify(said.input) } }] };
      return JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "x", choices: [{ index: 0, finish_reason: typeof said === "string" ? "stop" : "tool_calls", message }], usage });
    }
  }
}

/** The body that a provider is sent for a call, and what became of its answer. */
async function ask(provider: ModelProvider, call: Partial<ModelCall>, said: Parameters<typeof answer>[1] = "hello"): Promise<{ readonly body: unknown; readonly outcome: ModelOutcome }> {
  const { project } = parseProject(`[models.m]\nprovider = "${provider}"\nmodel = "${ids[provider]}"\nbase_url = "${server.url}/v1"`, "/jamjet.toml");
  server.answerWith(says(200, answer(provider, said)));
  const models = createModels({ project, env: (name) => env[name], clock: fakeClock() });
  const outcome = await models.generate({ site: { node: "n", visit: 1, attempt: 1 }, model: "m", prompt: "Say hi.", idempotencyKey: "k", ...call }, patience());
  return { body: JSON.parse(server.asked().body), outcome };
}

const settings = { system: "Be kind.", temperature: 0.25, max_tokens: 64, stop: ["END", "\n\n"] };

it("sends every setting of a node to Anthropic", async () => {
  expect((await ask("anthropic", settings)).body).toMatchObject({
    model: ids.anthropic, system: [{ type: "text", text: "Be kind." }], messages: [{ role: "user", content: [{ type: "text", text: "Say hi." }] }], temperature: 0.25, max_tokens: 64, stop_sequences: ["END", "\n\n"],
  });
});

it("sends every setting of a node to OpenAI and to a server that speaks like it", async () => {
  for (const provider of ["openai", "openai-compatible"] as const) {
    expect((await ask(provider, { ...settings, seed: 7 })).body).toMatchObject({
      model: ids[provider], messages: [{ role: "system", content: "Be kind." }, { role: "user", content: "Say hi." }], temperature: 0.25, max_tokens: 64, stop: ["END", "\n\n"], seed: 7,
    });
  }
});

it("sends every setting of a node to Google", async () => {
  expect((await ask("google", { ...settings, seed: 7 })).body).toMatchObject({
    systemInstruction: { parts: [{ text: "Be kind." }] }, contents: [{ role: "user", parts: [{ text: "Say hi." }] }],
    generationConfig: { temperature: 0.25, maxOutputTokens: 64, stopSequences: ["END", "\n\n"], seed: 7 },
  });
});

const schema = { type: "object", properties: { title: { type: "string" } }, required: ["title"], additionalProperties: false } as const;

it("asks each provider for the structure by its own means", async () => {
  expect((await ask("anthropic", { schema }, '{"title": "T"}')).body).toMatchObject({ output_config: { format: { type: "json_schema", schema } } });
  expect((await ask("openai", { schema }, '{"title": "T"}')).body).toMatchObject({ response_format: { type: "json_schema", json_schema: { strict: true, schema } } });
  expect((await ask("google", { schema }, '{"title": "T"}')).body).toMatchObject({ generationConfig: { responseMimeType: "application/json", responseSchema: { type: "object", properties: { title: { type: "string" } }, required: ["title"] } } });
});

it("leaves OpenAI's strict mode where the schema allows more than it can", async () => {
  const open = { type: "object", properties: { title: { type: "string" } } } as const;
  expect((await ask("openai", { schema: open }, "{}")).body).toMatchObject({ response_format: { json_schema: { strict: false } } });
});

it("puts the schema into the system prompt where the provider is not asked for it", async () => {
  const told = `Answer with one JSON value and no other text. It must fit this JSON Schema:\n${JSON.stringify(schema)}`;
  const { body } = await ask("openai-compatible", { schema, system: "Be kind." }, '{"title": "T"}');
  expect(body).toMatchObject({ messages: [{ role: "system", content: `Be kind.\n\n${told}` }, { role: "user", content: "Say hi." }] });
  expect(body).not.toHaveProperty("response_format");
  const { body: google } = await ask("google", { schema, tools }, '{"title": "T"}');
  expect(google).toMatchObject({ systemInstruction: { parts: [{ text: told }] }, tools: [{}] });
  expect(google).not.toHaveProperty("generationConfig.responseSchema");
});

const tools = [{ name: "files.read", description: "Reads a file.", schema: { type: "object", properties: { path: { type: "string" } }, required: ["path"] } }] as const;
const input = { path: "a.md" };

it("offers tools under names that every provider takes, and brings their calls back under ours", async () => {
  const offered: { readonly [P in ModelProvider]: object } = {
    anthropic: { tools: [{ name: "files__read", description: "Reads a file.", input_schema: tools[0].schema }] },
    openai: { tools: [{ type: "function", function: { name: "files__read", description: "Reads a file.", parameters: tools[0].schema } }] },
    "openai-compatible": { tools: [{ type: "function", function: { name: "files__read", description: "Reads a file.", parameters: tools[0].schema } }] },
    google: { tools: [{ functionDeclarations: [{ name: "files__read", description: "Reads a file.", parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] } }] }] },
  };
  for (const provider of Object.keys(offered) as ModelProvider[]) {
    const { body, outcome } = await ask(provider, { tools }, { tool: "files__read", input });
    expect(body, provider).toMatchObject(offered[provider]);
    expect(outcome, provider).toMatchObject({ ok: true, value: { text: "", calls: [{ name: "files.read", arguments: input }] } });
  }
});

it("tells each provider the calls it made and what they came to", async () => {
  const turns = (id: string, note?: object): ModelCall["turns"] => [
    { from: "model", text: "Let me look.", calls: [{ id, name: "files.read", arguments: input, ...(note === undefined ? {} : { note: { ...note } }) }] },
    { from: "tools", results: [{ id, name: "files.read", text: "no such file", failed: true }] },
  ];
  expect((await ask("anthropic", { tools, turns: turns("call_1") })).body).toMatchObject({ messages: [
    {},
    { role: "assistant", content: [{ type: "text", text: "Let me look." }, { type: "tool_use", id: "call_1", name: "files__read", input }] },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "call_1", is_error: true }] },
  ] });
  for (const provider of ["openai", "openai-compatible"] as const) {
    expect((await ask(provider, { tools, turns: turns("call_1") })).body).toMatchObject({ messages: [
      {},
      { role: "assistant", content: "Let me look.", tool_calls: [{ id: "call_1", type: "function", function: { name: "files__read", arguments: JSON.stringify(input) } }] },
      { role: "tool", tool_call_id: "call_1", content: "no such file" },
    ] });
  }
  const { outcome } = await ask("google", { tools }, { tool: "files__read", input });
  const note = outcome.ok ? outcome.value.calls[0]?.note : undefined;
  expect((await ask("google", { tools, turns: turns("call_1", note) })).body).toMatchObject({ contents: [
    {},
    { role: "model", parts: [{ text: "Let me look." }, { functionCall: { name: "files__read", args: input }, thoughtSignature: "signed" }] },
    { role: "user", parts: [{ functionResponse: { name: "files__read" } }] },
  ] });
});

it("brings what the model wrote where its arguments are no JSON", async () => {
  const { project } = parseProject(`[models.m]\nprovider = "openai"\nmodel = "gpt-4o"\nbase_url = "${server.url}/v1"`, "/jamjet.toml");
  server.answerWith(says(200, answer("openai", { tool: "files__read", input }).replace('"{\\"path\\":\\"a.md\\"}"', '"{path: a"')));
  const outcome = await createModels({ project, env: (name) => env[name], clock: fakeClock() }).generate({ site: { node: "n", visit: 1, attempt: 1 }, model: "m", prompt: "?", idempotencyKey: "k", tools }, patience());
  expect(outcome).toMatchObject({ ok: true, value: { calls: [{ name: "files.read", arguments: "{path: a" }] } });
});
