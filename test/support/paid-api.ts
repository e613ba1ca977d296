import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Replies } from "../../runtime/adapters/replies.ts";
import type { Models } from "../../runtime/ports.ts";
import type { Reply } from "../../schemas/replies.ts";

/** Anthropic's Messages, OpenAI's Chat Completions and Google's `generateContent` on loopback, which answer as a replies file says. */
export interface PaidApi {
  readonly url: string;
  /** These models, of which each call tells the server beforehand what it will answer. */
  readonly announced: (models: Models, replies: Replies | undefined) => Models;
  /** What was asked and is against the protocol; a provider would refuse it. */
  readonly refused: readonly string[];
  readonly close: () => void;
}

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

/** As much of both protocols as is held against them. */
interface Body {
  readonly model?: unknown;
  readonly max_tokens?: unknown;
  readonly messages?: readonly Message[];
  readonly contents?: readonly { readonly role?: string; readonly parts?: readonly unknown[] }[];
  readonly tools?: readonly { readonly name?: string; readonly function?: { readonly name?: string } }[];
}

interface Message {
  readonly role: string;
  readonly content: string | null | readonly { readonly type: string; readonly id?: string; readonly tool_use_id?: string }[];
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly { readonly id: string }[];
}

/** Where each protocol is spoken, what it wants, and how it puts an answer. */
const protocols = [
  { path: /^\/anthropic\/messages$/, complaints: complaintsOfAnthropic, answer: anthropicAnswer },
  { path: /^\/openai\/chat\/completions$/, complaints: complaintsOfOpenAi, answer: openAiAnswer },
  { path: /^\/google\/models\/([\w.-]+):generateContent$/, complaints: complaintsOfGoogle, answer: googleAnswer },
] as const;

export async function openPaidApi(): Promise<PaidApi> {
  /** By idempotency key, or by the model for Google, which takes none: a call that is made again is answered with what comes next. */
  const wanted = new Map<string, () => Reply | undefined>();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const say = (status: number, body: unknown): void => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      const { url = "" } = request;
      const protocol = protocols.find(({ path }) => path.test(url));
      const asked: Asked = { headers: request.headers, body: JSON.parse(text) as Body };
      const complaints = protocol === undefined ? [`nobody answers at ${url}`] : protocol.complaints(asked);
      const reply = wanted.get(String(request.headers["idempotency-key"] ?? protocol?.path.exec(url)?.[1]))?.();
      if (reply === undefined) complaints.push("the replies file has no answer");
      refused.push(...complaints);
      if (protocol === undefined || reply === undefined || complaints.length > 0) return say(400, errorOf("invalid_request_error", complaints.join("; ")));
      return reply.status === undefined ? say(200, protocol.answer(reply, asked.body)) : say(reply.status, errorOf("api_error", `the replies file says ${reply.status}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    announced: (models, replies) => ({
      ...models,
      generate: (call, signal) => {
        for (const key of [call.idempotencyKey, call.model]) wanted.set(key, () => replies?.take(call.site));
        return models.generate(call, signal);
      },
    }),
    refused,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const errorOf = (type: string, message: string): unknown => ({ type: "error", error: { type, message } });

function complaintsOfAnthropic({ headers, body }: Asked): string[] {
  const { messages = [], tools = [] } = body;
  const said = messages.map(({ content }) => (typeof content === "string" ? [] : (content ?? [])));
  const unanswered = said.flatMap((parts, at) => parts.flatMap(({ type, id }) => (type === "tool_use" && said[at + 1]?.every((part) => part.tool_use_id !== id) !== false ? [`the call ${id} has no result`] : [])));
  return [
    ...(headers["x-api-key"] === "a key" ? [] : ["x-api-key is missing"]),
    ...(headers["anthropic-version"] === undefined ? ["anthropic-version is missing"] : []),
    ...(typeof body.model === "string" && typeof body.max_tokens === "number" ? [] : ["model and max_tokens are required"]),
    ...messages.flatMap(({ role }, at) => (role === (at % 2 === 0 ? "user" : "assistant") ? [] : [`message ${at} is of '${role}'`])),
    ...tools.flatMap(({ name = "" }) => (/^[a-zA-Z0-9_-]{1,128}$/.test(name) ? [] : [`'${name}' is no name of a tool`])),
    ...(messages.at(-1)?.role === "user" ? [] : ["the last message is not the user's"]),
    ...unanswered,
  ];
}

function complaintsOfOpenAi({ headers, body }: Asked): string[] {
  const { messages = [] } = body;
  const answered = new Set(messages.map((message) => message.tool_call_id));
  return [
    ...(headers.authorization === "Bearer a key" ? [] : ["the key is missing"]),
    ...(typeof body.model === "string" && messages.length > 0 ? [] : ["model and messages are required"]),
    ...messages.flatMap(({ tool_calls: calls = [] }) => calls.flatMap(({ id }) => (answered.has(id) ? [] : [`the call ${id} has no result`]))),
  ];
}

function complaintsOfGoogle({ headers, body: { contents = [] } }: Asked): string[] {
  return [
    ...(headers["x-goog-api-key"] === "a key" ? [] : ["x-goog-api-key is missing"]),
    ...(contents.length > 0 && contents.every(({ parts = [] }) => parts.length > 0) ? [] : ["contents with parts are required"]),
    ...contents.flatMap(({ role }) => (role === "user" || role === "model" ? [] : [`'${role}' is no role`])),
  ];
}

const textOf = ({ text, json }: Reply): string => text ?? JSON.stringify(json);

/** A tool by the name that providers take, whether it was offered or not: models ask for others, too. */
const wireName = (name: string): string => name.replace(".", "__");

function anthropicAnswer(reply: Reply, { model }: Body): unknown {
  const calls = reply.tool_calls?.map(({ name, arguments: input }, at) => ({ type: "tool_use", id: `call_${at + 1}`, name: wireName(name), input }));
  return {
    id: "msg_1", type: "message", role: "assistant", model,
    content: calls ?? [{ type: "text", text: textOf(reply) }],
    stop_reason: calls === undefined ? "end_turn" : "tool_use", stop_sequence: null,
    usage: reply.usage ?? {},
  };
}

function openAiAnswer(reply: Reply, { model }: Body): unknown {
  const calls = reply.tool_calls?.map(({ name, arguments: input }, at) => ({ id: `call_${at + 1}`, type: "function", function: { name: wireName(name), arguments: JSON.stringify(input) } }));
  const message = calls === undefined ? { role: "assistant", content: textOf(reply) } : { role: "assistant", content: null, tool_calls: calls };
  const { input_tokens: input = 0, output_tokens: output = 0 } = reply.usage ?? {};
  return {
    id: "chatcmpl-1", object: "chat.completion", created: 1, model,
    choices: [{ index: 0, message, finish_reason: calls === undefined ? "stop" : "tool_calls" }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  };
}

function googleAnswer(reply: Reply): unknown {
  const parts = reply.tool_calls?.map(({ name, arguments: args }) => ({ functionCall: { name: wireName(name), args } })) ?? [{ text: textOf(reply) }];
  const { input_tokens: input = 0, output_tokens: output = 0 } = reply.usage ?? {};
  return {
    candidates: [{ index: 0, content: { role: "model", parts }, finishReason: "STOP" }],
    usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
  };
}
