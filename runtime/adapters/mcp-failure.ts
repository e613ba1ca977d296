import { unreachable } from "../../schemas/bug.ts";
import { formatDuration } from "../../schemas/duration.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { statusFailure } from "../activities/status.ts";
import { excerpt } from "../activities/text.ts";
import type { ToolCall } from "../ports.ts";
import { connectionFailure } from "./connection-failure.ts";
import { refusalIn } from "./guarded-agent.ts";
import type { Ending, Peer } from "./mcp-peer.ts";

type Clean = (text: string) => string;

/** Source: JSON-RPC 2.0, section 5.1, the MCP SDK's own two, and what servers of a later protocol say to us. */
const rpcCodes = { connectionClosed: -32_000, requestTimeout: -32_001, methodNotFound: -32_601, invalidParams: -32_602, newerProtocol: -32_022 } as const;

/** What a server is called in messages, the program that it is, if it is one of ours, and how long it had. */
interface Named {
  readonly name: string;
  readonly initializeMs: number;
  readonly command?: string;
}

/** Why a server could not be started or reached: no call was sent to it. */
export function connectFailure(error: unknown, server: Named, peer: Peer, clean: Clean): Failure {
  return { ...whyUnreachable(error, server, peer, clean), unsent: true };
}

function whyUnreachable(error: unknown, { name, command, initializeMs }: Named, peer: Peer, clean: Clean): Failure {
  const where = `the MCP server '${name}'`;
  const { code, message } = factsOf(error);
  if (code === "ENOENT" || code === "EACCES") return failure("io_error", `${where} cannot be started: ${code === "ENOENT" ? "there is no program" : "no right to run"} '${command}'`, { retryable: false });
  const ending = peer.ended();
  if (ending !== undefined) return endedFailure(ending, `${where} ended before it was ready`, peer, clean);
  if (code === rpcCodes.newerProtocol || message.includes(`"code":${rpcCodes.newerProtocol}`)) return newerProtocol(where);
  if (code === rpcCodes.requestTimeout) return failure("timeout", `${where} did not introduce itself within ${formatDuration(initializeMs)}${wordsOf(peer, clean)}`);
  return transportFailure(error, where, clean) ?? failure("tool_error", clean(`${where} cannot be used: ${excerpt(message)}`));
}

/** Why a call came to no result: the server died, the connection broke, or the server refused the request. */
export function callFailure(error: unknown, { server, tool }: Pick<ToolCall, "server" | "tool">, peer: Peer, clean: Clean): Failure {
  const where = `the MCP server '${server}'`;
  const ending = peer.ended();
  if (ending !== undefined) return endedFailure(ending, `${where} ended in the middle of '${tool}'`, peer, clean);
  const { code, message } = factsOf(error);
  if (code === rpcCodes.newerProtocol) return newerProtocol(where);
  if (code === rpcCodes.connectionClosed) return failure("connection_reset", `${where} closed the connection in the middle of '${tool}'`);
  return transportFailure(error, where, clean) ?? failure("tool_error", clean(`'${tool}' of '${server}' was refused: ${excerpt(message)}`), hopeless(code));
}

function newerProtocol(where: string): Failure {
  return failure("tool_error", `${where} speaks only MCP 2026-07-28 or later, which this version does not: let it serve 2025-11-25 too`, { retryable: false });
}

/** Whether nobody reads any more what we write to a program. */
export function isBrokenPipe(error: unknown): boolean {
  return factsOf(error).code === "EPIPE";
}

/** Whether a server over HTTP no longer knows the session that it gave us: it heard nothing of the call. */
export function isForgotten(error: unknown): boolean {
  return factsOf(error).code === 404;
}

/** What a tool said when it answered that it failed. Servers on the SDK answer so, with the error's code in words, where there is no such tool. */
export function toolFailure(content: readonly Json[], { server, tool }: ToolCall, clean: Clean): Failure {
  const said = content.flatMap((item) => (isJsonObject(item) && typeof item["text"] === "string" ? [item["text"]] : [])).join(" ");
  const code = Number(/^MCP error (-\d+): /.exec(said)?.[1]);
  return failure("tool_error", clean(`'${tool}' of '${server}' failed${said === "" ? "" : `: ${excerpt(said, 2_000)}`}`), hopeless(code));
}

/** A tool that is not there, or arguments it does not take, will be no better next time. */
function hopeless(code: unknown): { readonly retryable?: false } {
  return code === rpcCodes.methodNotFound || code === rpcCodes.invalidParams ? { retryable: false } : {};
}

function endedFailure(ending: Ending, what: string, peer: Peer, clean: Clean): Failure {
  switch (ending.why) {
    case "flooded": return failure("output_limit", `${what}: ${ending.what}`);
    case "broken": return failure("connection_reset", `${what}: it broke off its answer`);
    case "exited": {
      const how = ending.signal === null ? `exit code ${ending.code}` : `killed by ${ending.signal}`;
      return failure("connection_reset", `${what} (${how})${wordsOf(peer, clean)}`);
    }
    default: return unreachable(ending, "endedFailure");
  }
}

function transportFailure(error: unknown, where: string, clean: Clean): Failure | undefined {
  const refusal = refusalIn(error);
  if (refusal !== undefined) return failure("guard_refused", `${where}: ${refusal}`);
  const { code, message } = factsOf(error);
  if (typeof code === "number" && code >= 400 && code <= 599) return statusFailure(code, clean(`${where} answered ${code}: ${excerpt(message)}`), undefined, "server_error");
  return connectionFailure(error, where);
}

function wordsOf(peer: Peer, clean: Clean): string {
  const words = excerpt(tellingLine(clean(peer.lastWords())), 300);
  return words === "" ? "" : `; its last words: ${words}`;
}

/** The line that says what happened: the last that names an error, else npm's first of its own, else the last that is no frame of a stack. */
function tellingLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !/^(?:at |File "|\^+$|[{}\]],?$|Node\.js v\d|Traceback )/.test(line));
  const named = lines.findLast((line) => /^(?:\w+: )?(?:[\w.$]*(?:Error|Exception|Panic|panic)\b|error|fatal)/i.test(line));
  return named ?? lines.find((line) => /^npm (?:error|ERR!) (?!code )/.test(line)) ?? lines.at(-1) ?? "";
}

function factsOf(error: unknown): { readonly code: unknown; readonly message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  return { code: "code" in error ? error.code : undefined, message: error.message.replace(/^MCP error -?\d+: /, "") };
}
