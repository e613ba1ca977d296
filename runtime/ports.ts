import type { Usage } from "../schemas/event.ts";
import type { Failure } from "../schemas/failure.ts";
import { failure, failures } from "../schemas/failure.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import type { ToolDefinition, ToolLock } from "../schemas/tool-lock.ts";

/** Every effect the runtime has comes in through these ports; the core has none. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly env: Env;
  /** The environment variables that hold secrets whatever they are called, since the project declares them as such. */
  readonly secrets: readonly string[];
  readonly http: Http;
  readonly models: Models;
  readonly tools: Tools;
  /** What was locked of the project's tools; absent where there is no lock. */
  readonly lock?: ToolLock;
  readonly functions: Functions;
}

export interface Clock {
  /** Milliseconds since the epoch; may jump. Recorded in events, never used to decide. */
  readonly now: () => number;
  /** Milliseconds from an arbitrary start; never jumps back. For durations and timeouts. */
  readonly monotonic: () => number;
  /** Calls back once after at least `ms`; the result cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

export interface Ids {
  /** A new id: `exec_` and a ULID. */
  readonly execution: () => string;
  /** A new id of an event that nobody named: `evt_` and a ULID. */
  readonly event: () => string;
}

/** The value of an environment variable or secret, or `undefined`. Values never enter events, logs or messages. */
export type Env = (name: string) => string | undefined;

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  /** Only hosts that the project lists, at every redirect; otherwise any public one. */
  readonly hosts?: "listed";
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
}

export interface Http {
  /** Any answer is `ok`, whatever its status; only a request without an answer fails. Aborts with `signal`. */
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<Outcome<HttpResponse>>;
}

/**
 * What a port answers once its signal has ended the call: the failure the signal was aborted with, else `timeout` for
 * a signal of `AbortSignal.timeout`, else `cancelled`.
 */
export function abortFailure(signal: AbortSignal): Failure {
  const reason: unknown = signal.reason;
  if (isFailure(reason)) return reason;
  const timedOut = reason instanceof Error && reason.name === "TimeoutError";
  return timedOut ? failure("timeout", "the call took too long") : failure("cancelled", "the call was cancelled");
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string" && Object.hasOwn(failures, value.code);
}

/** Who asks: the replies file and progress lines name calls by it. */
export interface CallSite {
  readonly node: string;
  readonly visit: number;
  readonly attempt: number;
  /** The scorer's index for a judge call of an eval node. */
  readonly scorer?: number;
  /** Which of the model calls that the attempt makes, or that the judge makes, from 1; absent where there is only one. */
  readonly call?: number;
}

/** What was said after the prompt: by the model, and to it. */
export type Turn =
  | { readonly from: "model"; readonly text: string; readonly calls: readonly AskedCall[] }
  | { readonly from: "tools"; readonly results: readonly ToldResult[] }
  | { readonly from: "user"; readonly text: string };

/** A tool as a model is told of it. */
export interface ToolOffer {
  /** `server.tool`. */
  readonly name: string;
  readonly description: string;
  /** The JSON Schema of its arguments. */
  readonly schema: JsonObject;
}

/** A call of a tool that a model asks for. */
export interface AskedCall {
  /** The provider's own, by which the result is told. */
  readonly id: string;
  /** As it was offered; a model may also ask for what nobody offered. */
  readonly name: string;
  /** What the model wrote: a text where it is no JSON. */
  readonly arguments: Json;
  /** What the provider wants to see again beside the call. */
  readonly note?: JsonObject;
}

/** What a model is told that a call of its came to. */
export interface ToldResult {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly failed: boolean;
}

export interface ModelCall {
  readonly site: CallSite;
  readonly model: string;
  readonly system?: string | undefined;
  readonly prompt: string;
  /** What was said since, where the call goes on with a conversation. */
  readonly turns?: readonly Turn[] | undefined;
  readonly tools?: readonly ToolOffer[] | undefined;
  readonly temperature?: number | undefined;
  readonly max_tokens?: number | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  /** The JSON Schema of an object: the provider is asked for JSON of this structure, and may answer with something else. */
  readonly schema?: JsonObject | undefined;
  readonly idempotencyKey: string;
  /** Where somebody listens the answer is streamed, otherwise it comes whole. */
  readonly onText?: ((delta: string) => void) | undefined;
}

export interface ModelAnswer {
  /** Empty only where the model asks for tools. */
  readonly text: string;
  /** The calls it asks for, in its order. */
  readonly calls: readonly AskedCall[];
  readonly usage: Usage;
}

/** What a call will use at most, as far as can be told before it is made. */
export interface Estimate {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** US dollars; `null` where the price is unknown. */
  readonly cost_usd: number | null;
}

/** An answer that is refused afterwards (empty, cut off) was paid for: its usage stands beside the failure. */
export type ModelOutcome = { readonly ok: true; readonly value: ModelAnswer } | { readonly ok: false; readonly failure: Failure; readonly usage?: Usage };

export interface Models {
  readonly generate: (call: ModelCall, signal: AbortSignal) => Promise<ModelOutcome>;
  /** The models to ask in the place of one that cannot answer, in this order. */
  readonly fallbacks: (model: string) => readonly string[];
  readonly estimate: (call: Pick<ModelCall, "model" | "system" | "prompt" | "turns" | "tools" | "schema" | "max_tokens">) => Estimate;
}

export interface ToolCall {
  readonly site: CallSite;
  readonly server: string;
  readonly tool: string;
  readonly arguments: JsonObject;
  readonly idempotencyKey: string;
}

/** What a tool answered, as MCP gives it: items of content, and data where the tool declares a structure. */
export interface ToolAnswer {
  readonly content: readonly Json[];
  readonly structured?: Json;
}

/** A tool as its server describes it: the server's own words, which bind nobody. */
export interface ToolInfo extends ToolDefinition {
  /** Why nobody should use it, such as a name that means something elsewhere; its schema is held against nothing then. */
  readonly problem?: string;
}

export interface Tools {
  readonly call: (call: ToolCall, signal: AbortSignal) => Promise<Outcome<ToolAnswer>>;
  /** The tools of a server, in its order. */
  readonly list: (server: string, signal: AbortSignal) => Promise<Outcome<readonly ToolInfo[]>>;
  /** Stops every child process and connection. */
  readonly close: () => Promise<void>;
}

/** A call of code of the project. */
export type FunctionCall =
  /** The first of `exports` that the module has is called. `file` is a path from the root of the project. */
  | { readonly in: "javascript"; readonly file: string; readonly exports: readonly string[]; readonly arguments: readonly Json[] }
  /** With `made`, the name is a class: one is made, and its method called, or itself where it has no such method. */
  | { readonly in: "python"; readonly module: string; readonly name: string; readonly made?: { readonly kwargs: JsonObject; readonly method: string }; readonly arguments: readonly Json[] };

/** Functions that authors write, run outside this thread. */
export interface Functions {
  /** `tool_error` where the function fails or is not there. */
  readonly call: (call: FunctionCall, signal: AbortSignal) => Promise<Outcome<Json>>;
  readonly close: () => Promise<void>;
}
