import type { FinishReason } from "ai";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { ModelProvider } from "../../schemas/model-name.ts";
import type { AskedCall, ModelCall } from "../ports.ts";
import { asksNatively, isStrict, messagesOf, systemOf, toolsFor } from "./messages.ts";
import type { ProviderModel } from "./reply-model.ts";
import type { WireNames } from "./wire-names.ts";

/** What a model said, before anyone asks whether it is good enough. */
export interface Generated {
  readonly text: string;
  readonly finish: FinishReason;
  /** The provider's own word for how it ended; absent where the answer just stopped coming. */
  readonly rawFinish: string | undefined;
  readonly usage: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined };
  /** The calls of tools that the model asked for. */
  readonly calls: readonly AskedCall[];
  /** Settings that the provider left aside. */
  readonly ignored: readonly string[];
}

/** Whom to ask, and how it is reached. */
export interface Asked {
  readonly sdk: Sdk;
  readonly provider: ModelProvider;
  readonly model: ProviderModel;
  readonly names: WireNames;
  readonly headers: { readonly [name: string]: string };
}

type Sdk = typeof import("ai");

/** Loads the AI SDK and silences its own warnings: what they say becomes a failure of ours. */
export async function loadSdk(): Promise<Sdk> {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import("ai");
}

/** One call, whole. Throws what the SDK throws. */
export async function generateWhole(asked: Asked, call: ModelCall, signal: AbortSignal): Promise<Generated> {
  const { sdk, provider, names } = asked;
  const { schema } = call;
  const output = schema === undefined || !asksNatively(provider, call) ? sdk.Output.text() : sdk.Output.object({ schema: sdk.jsonSchema({ ...schema }) });
  try {
    const result = await sdk.generateText({ ...settings(asked, call, signal), output });
    const calls = result.toolCalls.map((each) => callOf(each, names));
    return { text: result.text, finish: result.finishReason, rawFinish: result.rawFinishReason, usage: result.usage, calls, ignored: ignoredSettings(result.warnings ?? []) };
  } catch (error) {
    // The SDK reads data more strictly than models' habits allow; the text is read again by whoever asked for data.
    if (!sdk.NoObjectGeneratedError.isInstance(error) || error.text === undefined || error.usage === undefined) throw error;
    return { text: error.text, finish: error.finishReason ?? "other", rawFinish: undefined, usage: error.usage, calls: [], ignored: [] };
  }
}

/** One call, its text handed on as it comes; a stream that just stops gives what came until then. Throws what the stream reports. */
export async function generateStreamed(asked: Asked, call: ModelCall, onText: (delta: string) => void, signal: AbortSignal): Promise<Generated> {
  // Without a listener of our own the SDK writes errors to the console.
  const stream = asked.sdk.streamText({ ...settings(asked, call, signal), onError: () => {} });
  const texts: string[] = [];
  const calls: AskedCall[] = [];
  const ignored: string[] = [];
  for await (const part of stream.fullStream) {
    switch (part.type) {
      case "text-delta":
        texts.push(part.text);
        onText(part.text);
        break;
      case "tool-call": calls.push(callOf(part, asked.names)); break;
      case "start-step": ignored.push(...ignoredSettings(part.warnings)); break;
      case "error": throw part.error;
      case "finish": return { text: texts.join(""), finish: part.finishReason, rawFinish: part.rawFinishReason, usage: part.totalUsage, calls, ignored };
    }
  }
  return { text: texts.join(""), finish: "other", rawFinish: undefined, usage: { inputTokens: undefined, outputTokens: undefined }, calls, ignored };
}

function settings({ sdk, provider, model, names, headers }: Asked, call: ModelCall, abortSignal: AbortSignal) {
  const system = systemOf(call, provider);
  return {
    model,
    messages: messagesOf(call, names),
    maxRetries: 0,
    abortSignal,
    headers: { ...headers },
    ...toolsFor(sdk, call.tools ?? [], names),
    ...(call.schema === undefined ? {} : { providerOptions: { openai: { strictJsonSchema: isStrict(call.schema) } } }),
    ...(system === undefined ? {} : { system }),
    ...(call.temperature === undefined ? {} : { temperature: call.temperature }),
    ...(call.max_tokens === undefined ? {} : { maxOutputTokens: call.max_tokens }),
    ...(call.stop === undefined ? {} : { stopSequences: [...call.stop] }),
    ...(call.seed === undefined ? {} : { seed: call.seed }),
  };
}

interface SdkCall {
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: unknown;
  readonly providerMetadata?: unknown;
}

function callOf({ toolCallId: id, toolName, input, providerMetadata: note }: SdkCall, names: WireNames): AskedCall {
  // The SDK parsed both from JSON; an input that is none comes as the text that the model wrote.
  const call = { id, name: names.fromWire(toolName), arguments: input as Json };
  return note === undefined ? call : { ...call, note: note as JsonObject };
}

const settingNames: { readonly [feature: string]: string } = { temperature: "temperature", stopSequences: "stop", seed: "seed", maxOutputTokens: "max_tokens" };

function ignoredSettings(warnings: readonly { readonly type: string; readonly feature?: string }[]): readonly string[] {
  return warnings.flatMap(({ type, feature = "" }) => (type === "unsupported" ? (settingNames[feature] ?? []) : []));
}
