import type { LanguageModel } from "ai";
import type { Reply } from "../../schemas/replies.ts";
import type { ModelTarget } from "../project/model-target.ts";
import type { WireNames } from "./wire-names.ts";

/** A provider's model as the AI SDK calls it. */
export type ProviderModel = Extract<LanguageModel, { readonly specificationVersion: "v3" }>;

type Generated = Awaited<ReturnType<ProviderModel["doGenerate"]>>;
type StreamPart = Awaited<ReturnType<ProviderModel["doStream"]>>["stream"] extends ReadableStream<infer P> ? P : never;

/** What an answer needs beyond the reply: the SDK's error, and the names under which tools were offered. */
export interface ReplyTools {
  readonly APICallError: (typeof import("ai"))["APICallError"];
  readonly names: WireNames;
}

/**
 * A model that gives one reply of the replies file. It stands where a provider's model stands, so prompts, parsing,
 * usage, cost and the mapping of errors are those of a paid call.
 */
export function replyModel(reply: Reply, target: ModelTarget, { APICallError, names }: ReplyTools): ProviderModel {
  const generate = (): Generated => {
    if (reply.status !== undefined) throw statusError(reply.status, APICallError);
    const { input_tokens: input, output_tokens: output } = reply.usage ?? {};
    return {
      content: contentOf(reply, names),
      finishReason: { unified: reply.tool_calls === undefined ? "stop" : "tool-calls", raw: "reply" },
      usage: {
        inputTokens: { total: input, noCache: input, cacheRead: undefined, cacheWrite: undefined },
        outputTokens: { total: output, text: output, reasoning: undefined },
      },
      warnings: [],
    };
  };
  return {
    specificationVersion: "v3",
    provider: target.provider,
    modelId: target.model,
    supportedUrls: {},
    doGenerate: async () => generate(),
    doStream: async () => ({ stream: streamOf(generate()) }),
  };
}

function contentOf({ text, json, tool_calls: calls }: Reply, names: WireNames): Generated["content"] {
  if (calls === undefined) return [{ type: "text", text: text ?? JSON.stringify(json) }];
  return calls.map((call, index) => ({ type: "tool-call", toolCallId: `call_${index + 1}`, toolName: names.toWire(call.name), input: JSON.stringify(call.arguments) }));
}

function streamOf({ content, finishReason, usage }: Generated): ReadableStream<StreamPart> {
  const parts = content.flatMap((item, index): readonly StreamPart[] => {
    if (item.type !== "text") return item.type === "tool-call" ? [item] : [];
    const id = String(index);
    const words = item.text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
    return [{ type: "text-start", id }, ...words.map((delta) => ({ type: "text-delta", id, delta }) as const), { type: "text-end", id }];
  });
  const whole: readonly StreamPart[] = [{ type: "stream-start", warnings: [] }, ...parts, { type: "finish", finishReason, usage }];
  return new ReadableStream({
    start(controller) {
      for (const part of whole) controller.enqueue(part);
      controller.close();
    },
  });
}

function statusError(statusCode: number, APICallError: ReplyTools["APICallError"]): Error {
  return new APICallError({ message: `the replies file says ${statusCode}`, url: "replies", requestBodyValues: {}, statusCode, responseHeaders: {} });
}
