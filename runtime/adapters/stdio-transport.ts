import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import type { Ending, Peer } from "./mcp-peer.ts";
import { flooded, largestMessage } from "./mcp-peer.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { hasGroups, killGroup } from "./process-group.ts";

export interface StdioServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly cwd: string;
}

/** A child process spoken to in lines of JSON, the leader of a process group of its own; `kill` ends the whole group. */
export interface StdioTransport extends Transport, Peer {}

const keptWords = 4_096;
/** How long a server has to end by itself once its input is closed, and once it is asked to. */
const graceMs = 1_000;

/**
 * The MCP stdio transport, supervised. The SDK's own gives the child no process group, so that what a wrapper such as
 * `npx` started would outlive us.
 */
export function createStdioTransport(server: StdioServer, watch: OrphanWatch): StdioTransport {
  let child: ChildProcessWithoutNullStreams | undefined;
  let ending: Ending | undefined;
  let words = "";
  let gone: Promise<void> = Promise.resolve();

  const kill = (signal: NodeJS.Signals): void => {
    if (child?.pid !== undefined) killGroup(child.pid, signal);
  };

  const transport: StdioTransport = {
    ended: () => ending,
    lastWords: () => words,
    kill: () => kill("SIGKILL"),
    start: () =>
      new Promise((resolve, reject) => {
        const process = spawn(server.command, [...server.args], { cwd: server.cwd, env: { ...server.env }, stdio: "pipe", detached: hasGroups, windowsHide: true });
        child = process;
        const { pid } = process;
        if (pid !== undefined) watch.add(pid);
        gone = new Promise((ended) => process.once("close", () => ended()));
        process.once("spawn", resolve);
        process.once("error", reject);
        // Whatever the leader started and left behind dies with it; only then do its pipes close.
        process.once("exit", (code, signal) => {
          ending ??= { why: "exited", code, signal };
          kill("SIGKILL");
        });
        process.once("close", () => {
          if (pid !== undefined) watch.remove(pid);
          transport.onclose?.();
        });
        process.stdin.on("error", (error) => transport.onerror?.(error));
        process.stderr.setEncoding("utf8").on("data", (text: string) => {
          words = (words + text).slice(-keptWords);
        });
        readLines(process, {
          line: (line) => receive(transport, line),
          flooded: () => {
            ending ??= flooded("without an end of line");
            kill("SIGKILL");
          },
        });
      }),
    send: (message: JSONRPCMessage) =>
      new Promise((resolve, reject) => {
        if (child === undefined || !child.stdin.writable) return reject(new Error("the server's input is closed"));
        child.stdin.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => {
      child?.stdin.end();
      const timers = [setTimeout(() => kill("SIGTERM"), graceMs), setTimeout(() => kill("SIGKILL"), 2 * graceMs)];
      await gone;
      for (const timer of timers) clearTimeout(timer);
    },
  };
  return transport;
}

/** What is no JSON is a server's chatter on the wrong stream: reported, and passed over. */
function receive(transport: Transport, line: string): void {
  try {
    // The protocol layer above checks every message it is given by schema.
    transport.onmessage?.(JSON.parse(line) as JSONRPCMessage);
  } catch (error) {
    transport.onerror?.(error as Error);
  }
}

/** Cuts the output into lines; holds at most one message's worth of bytes, and joins them once. */
function readLines(child: ChildProcessWithoutNullStreams, on: { readonly line: (line: string) => void; readonly flooded: () => void }): void {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let held = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    const [first = "", ...rest] = decoder.write(chunk).split("\n");
    parts.push(first);
    held += first.length;
    for (const next of rest) {
      const line = parts.join("").trim();
      if (line !== "") on.line(line);
      parts = [next];
      held = next.length;
    }
    if (held <= largestMessage) return;
    parts = [];
    child.stdout.removeAllListeners("data");
    on.flooded();
  });
}
