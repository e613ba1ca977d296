import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ConfigurationParams, type Position, type ProtocolConnection, type PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";

/** A language server to drive, with the document it is measured on. */
export interface Contestant {
  readonly words: readonly string[];
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  readonly initializationOptions?: object;
  /** What it is told when it asks for its settings, by section. */
  readonly settings?: { readonly [section: string]: unknown };
}

/** One replacement in the document: what an editor sends when somebody types. */
export interface Edit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** What one step took: CPU of all threads of the server, and until the answer was there; in milliseconds. */
export interface Spent {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Milliseconds after an answer in which a server may still be at work on it, which counts as CPU of that step. */
const settleMs = 60;

/** A server in a process of its own, spoken to over stdio, with one document open. */
export class Driven {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #client: ProtocolConnection;
  readonly #contestant: Contestant;
  #version = 0;
  #heard: ((params: PublishDiagnosticsParams) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(contestant: Contestant) {
    const [command = "", ...args] = contestant.words;
    this.#contestant = contestant;
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] }) as unknown as ChildProcessWithoutNullStreams;
    this.#client = createProtocolConnection(new StreamMessageReader(this.#child.stdout), new StreamMessageWriter(this.#child.stdin));
    this.#client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      if (params.uri === contestant.uri && (params.version ?? this.#version) >= this.#version) this.#heard?.(params);
    });
    this.#client.onRequest("workspace/configuration", ({ items }: ConfigurationParams) => items.map(({ section }) => contestant.settings?.[section ?? ""] ?? null));
    this.#client.onRequest("client/registerCapability", () => null);
    this.#client.listen();
    this.#child.once("exit", (code) => this.#failed?.(new Error(`${contestant.words.join(" ")} ended with ${code}`)));
  }

  /** Opens the document; resolves when its diagnostics are there. */
  async open(): Promise<PublishDiagnosticsParams> {
    const { uri, languageId, text, settings, initializationOptions } = this.#contestant;
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    await this.#client.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: null,
      initializationOptions,
      capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: { versionSupport: true }, completion: { completionItem: { snippetSupport: true } } } },
    });
    await this.#client.sendNotification("initialized", {});
    await this.#client.sendNotification("workspace/didChangeConfiguration", { settings: settings ?? {} });
    await wait(400);
    this.#version = 1;
    const heard = this.#next();
    await this.#client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    const said = await heard;
    await wait(600);
    return said;
  }

  /** From an edit to the diagnostics of the text after it. */
  async type(edit: Edit): Promise<Spent> {
    const cpu = this.#cpuMs();
    const start = performance.now();
    const heard = this.#next();
    await this.#change(edit);
    await heard;
    const wallMs = performance.now() - start;
    await wait(settleMs);
    return { cpuMs: this.#cpuMs() - cpu, wallMs };
  }

  /** What completing costs right after an edit, that of judging the edit included: no cache may hold the answer. */
  async complete(edit: Edit, position: Position): Promise<Spent & { readonly items: number }> {
    const cpu = this.#cpuMs();
    const start = performance.now();
    const heard = this.#next();
    await this.#change(edit);
    const answer: readonly unknown[] | { readonly items: readonly unknown[] } | null = await this.#client.sendRequest("textDocument/completion", { textDocument: { uri: this.#contestant.uri }, position, context: { triggerKind: 1 } });
    const wallMs = performance.now() - start;
    await heard;
    await wait(settleMs);
    const items = answer === null ? 0 : "items" in answer ? answer.items.length : answer.length;
    return { cpuMs: this.#cpuMs() - cpu, wallMs, items };
  }

  /** The most memory the process has had, in bytes. */
  peakBytes(): number {
    return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, "utf8"))?.[1]);
  }

  stop(): void {
    this.#client.dispose();
    this.#child.kill("SIGKILL");
  }

  async #change({ start, end, text }: Edit): Promise<void> {
    this.#version += 1;
    await this.#client.sendNotification("textDocument/didChange", { textDocument: { uri: this.#contestant.uri, version: this.#version }, contentChanges: [{ range: { start, end }, text }] });
  }

  #next(): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      this.#heard = resolve;
      this.#failed = reject;
    });
  }

  /** Of every thread, to the nanosecond: garbage collectors and compilers work beside the main one. */
  #cpuMs(): number {
    const tasks = `/proc/${this.#child.pid}/task`;
    return readdirSync(tasks).reduce((ms, thread) => ms + Number(readFileSync(`${tasks}/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6, 0);
  }
}
