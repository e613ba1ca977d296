import type { Message } from "vscode-languageserver";

/** What becomes of a message before anybody acts on it. */
export type Verdict = { readonly kind: "pass"; readonly message: Message } | { readonly kind: "refuse"; readonly reply: Refusal } | { readonly kind: "drop" };

/** An error reply; `id` is null where nobody knows which request it was. */
export interface Refusal extends Message {
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** Keeps the order of a conversation: introduction, requests, goodbye. What is no message of the protocol never comes through. */
export interface Gate {
  readonly judge: (value: unknown) => Verdict;
  /** A message goes to the client. */
  readonly sent: (message: Message) => void;
  /** The client has said goodbye. */
  readonly isShut: () => boolean;
}

/** The error codes of JSON-RPC and the protocol. */
const codes = { parse: -32700, request: -32600, params: -32602, early: -32002 } as const;

/** The reply to bytes that are no message. */
export function unreadable(message: string): Refusal {
  return refusal(null, codes.parse, message);
}

function refusal(id: Refusal["id"], code: number, message: string): Refusal {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

const dropped: Verdict = { kind: "drop" };

export function createGate(): Gate {
  let stage: "before" | "open" | "shut" = "before";
  let introduction: Refusal["id"] | undefined;
  const judgeRequest = (id: Refusal["id"], method: string, params: unknown): Refusal | undefined => {
    if (stage === "shut") return refusal(id, codes.request, "the server was shut down");
    if (method === "initialize") {
      if (stage !== "before") return refusal(id, codes.request, "the client has introduced itself already");
      if (!isObject(params) || !isObject(params["capabilities"])) return refusal(id, codes.params, "'initialize' needs the capabilities of the client");
      stage = "open";
      introduction = id;
      return undefined;
    }
    if (stage === "before") return refusal(id, codes.early, "the client has not introduced itself: send 'initialize' first");
    const flaw = flawIn(method, params);
    if (flaw !== undefined) return refusal(id, codes.params, flaw);
    if (method === "shutdown") stage = "shut";
    return undefined;
  };
  return {
    judge: (value) => {
      if (!isObject(value)) return { kind: "refuse", reply: refusal(null, codes.request, "a message is an object") };
      const { id, method, params } = value;
      if (id !== undefined && !isId(id)) return { kind: "refuse", reply: refusal(null, codes.request, "an id is a text or an integer") };
      // What has a method, an id or both is a message of the protocol: a request, a notification, or a reply.
      const message = { ...value, ...(params === null ? { params: undefined } : {}), jsonrpc: "2.0" };
      const passed: Verdict = { kind: "pass", message };
      if (method === undefined && id !== undefined) return stage === "before" ? dropped : passed;
      if (typeof method !== "string") return { kind: "refuse", reply: refusal(id ?? null, codes.request, "a message names its method") };
      if (id === undefined) return method === "exit" || (stage === "open" && flawIn(method, params) === undefined) ? passed : dropped;
      const reply = judgeRequest(id, method, params);
      return reply === undefined ? passed : { kind: "refuse", reply };
    },
    sent: (message) => {
      // Whoever failed to introduce itself may try again.
      if (introduction !== undefined && "id" in message && message.id === introduction && ("result" in message || "error" in message)) {
        if ("error" in message && stage === "open") stage = "before";
        introduction = undefined;
      }
    },
    isShut: () => stage === "shut",
  };
}

/** What keeps anybody from acting on the parameters; undefined where they have the shape that every method needs. */
function flawIn(method: string, params: unknown): string | undefined {
  if (params !== undefined && params !== null && typeof params !== "object") return `the parameters of '${method}' are an object`;
  if (method === "$/cancelRequest" && !(isObject(params) && isId(params["id"]))) return "who takes a request back says which";
  if (!method.startsWith("textDocument/")) return undefined;
  if (!isObject(params) || !isObject(params["textDocument"]) || typeof params["textDocument"]["uri"] !== "string") return `'${method}' says which document it is about: 'textDocument' with a 'uri'`;
  const { position, range } = params;
  if (position !== undefined && !isPosition(position)) return "a position is a line and a character";
  if (range !== undefined && !isRange(range)) return "a range is two positions";
  return undefined;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(id: unknown): id is string | number {
  return typeof id === "string" || Number.isSafeInteger(id);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isInteger(value["line"]) && Number.isInteger(value["character"]);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value["start"]) && isPosition(value["end"]);
}
