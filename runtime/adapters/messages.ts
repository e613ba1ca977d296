import type { ModelMessage, ToolCallPart, ToolSet } from "ai";
import { unreachable } from "../../schemas/bug.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ModelProvider } from "../../schemas/model-name.ts";
import type { AskedCall, ModelCall, ToolOffer, Turn } from "../ports.ts";
import type { WireNames } from "./wire-names.ts";

type Sdk = typeof import("ai");

/** The conversation so far as the AI SDK takes it, the prompt first. */
export function messagesOf({ prompt, turns = [] }: Pick<ModelCall, "prompt" | "turns">, names: WireNames): ModelMessage[] {
  return [{ role: "user", content: prompt }, ...turns.map((turn) => messageOf(turn, names))];
}

function messageOf(turn: Turn, names: WireNames): ModelMessage {
  switch (turn.from) {
    case "user": return { role: "user", content: turn.text };
    case "model": return { role: "assistant", content: [...(turn.text === "" ? [] : [{ type: "text", text: turn.text } as const]), ...turn.calls.map((call) => callPart(call, names))] };
    case "tools": return {
      role: "tool",
      content: turn.results.map(({ id, name, text, failed }) => ({ type: "tool-result", toolCallId: id, toolName: names.toWire(name), output: { type: failed ? "error-text" : "text", value: text } })),
    };
    default: return unreachable(turn, "messageOf");
  }
}

function callPart({ id, name, arguments: input, note }: AskedCall, names: WireNames): ToolCallPart {
  const part: ToolCallPart = { type: "tool-call", toolCallId: id, toolName: names.toWire(name), input };
  // A provider wrote the note as the metadata of this very call, by its own name; any other leaves it aside.
  return note === undefined ? part : { ...part, providerOptions: note as NonNullable<ToolCallPart["providerOptions"]> };
}

/** The tools that are offered, or nothing where there are none. They are only told of: calling them is not the SDK's business. */
export function toolsFor(sdk: Sdk, tools: readonly ToolOffer[], names: WireNames): { readonly tools?: ToolSet } {
  if (tools.length === 0) return {};
  return { tools: Object.fromEntries(tools.map(({ name, description, schema }) => [names.toWire(name), sdk.tool({ description, inputSchema: sdk.jsonSchema({ ...schema }) })])) };
}

/** Whether a provider is asked for the structure by its own means; otherwise the system prompt asks for it. */
export function asksNatively(provider: ModelProvider, { tools = [] }: Pick<ModelCall, "tools">): boolean {
  // Servers that merely speak OpenAI's words mostly know no schemas, and Gemini takes tools or a schema.
  return provider === "openai-compatible" ? false : provider !== "google" || tools.length === 0;
}

/** The system prompt, and behind it what the answer has to look like where the provider is not asked for it. */
export function systemOf({ system, schema, tools }: ModelCall, provider: ModelProvider): string | undefined {
  if (schema === undefined || asksNatively(provider, { tools })) return system;
  const wanted = `Answer with one JSON value and no other text. It must fit this JSON Schema:\n${JSON.stringify(schema)}`;
  return system === undefined ? wanted : `${system.trimEnd()}\n\n${wanted}`;
}

/** Whether OpenAI's strict mode takes the schema: every field is required, and no other is allowed. */
export function isStrict(schema: JsonObject): boolean {
  const { type, properties, required, additionalProperties, items, anyOf } = schema;
  const inner = [...(Array.isArray(anyOf) ? anyOf : []), ...(items === undefined ? [] : [items])];
  if (!inner.every((each) => typeof each === "object" && each !== null && !Array.isArray(each) && isStrict(each as JsonObject))) return false;
  if (type !== "object") return type !== undefined || anyOf !== undefined;
  if (additionalProperties !== false || typeof properties !== "object" || properties === null || !Array.isArray(required)) return false;
  return Object.entries(properties).every(([name, field]) => required.includes(name) && typeof field === "object" && field !== null && isStrict(field as JsonObject));
}
