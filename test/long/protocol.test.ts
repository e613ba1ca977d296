import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { holdHostile, framed } from "../support/protocol-fuzz.ts";
import { randomFrom, runsOf, steadySeed } from "../support/random.ts";

/** One process of the built server, and how it ends. */
function serverProcess(): { readonly child: ChildProcessWithoutNullStreams; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [builtExecutable(), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

const processes = runsOf(60);
const conversationsEach = 50;

it(`outlives hostile conversations over its standard streams, one after the other (JAMJET_SEED=${steadySeed})`, async () => {
  for (let run = 0; run < processes; run += 1) {
    const { child, ended } = serverProcess();
    for (let turn = 0; turn < conversationsEach; turn += 1) {
      const seed = steadySeed + run * conversationsEach + turn;
      const died = ended.then((code) => Promise.reject(new Error(`the server ended with ${code} (JAMJET_SEED=${seed})`)));
      const said = holdHostile({ send: (bytes) => void child.stdin.write(bytes), onBytes: (listener) => void child.stdout.removeAllListeners("data").on("data", listener) }, randomFrom(seed));
      expect(await Promise.race([said, died]), `JAMJET_SEED=${seed}`).toBeGreaterThan(0);
    }
    child.stdin.end();
    expect(await ended).toBe(1);
  }
});

it("holds ten thousand open documents, and answers of the last", async () => {
  const { child, ended } = serverProcess();
  const answered = new Promise<void>((resolve) => child.stdout.on("data", (bytes: Buffer) => (bytes.includes('"id":"last"') ? resolve() : undefined)));
  child.stdin.write(framed({ jsonrpc: "2.0", id: 0, method: "initialize", params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } }));
  for (let each = 0; each < 10_000; each += 1) child.stdin.write(framed({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument: { uri: `file:///nowhere/${each}.yaml`, languageId: "yaml", version: 1, text: "workflow: {id: a, version: 0.1.0, start: end}\nnodes: {end: {type: end}}\n" } } }));
  child.stdin.write(framed({ jsonrpc: "2.0", id: "last", method: "textDocument/diagnostic", params: { textDocument: { uri: "file:///nowhere/9999.yaml" } } }));
  await answered;
  child.stdin.write(Buffer.concat([framed({ jsonrpc: "2.0", id: 1, method: "shutdown" }), framed({ jsonrpc: "2.0", method: "exit" })]));
  expect(await ended).toBe(0);
});

it("ends when the editor that started it is gone, though its streams stay open", async () => {
  const editor = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const { child, ended } = serverProcess();
  child.stdin.write(framed({ jsonrpc: "2.0", id: 0, method: "initialize", params: { processId: editor.pid ?? null, rootUri: null, capabilities: {} } }));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  editor.kill("SIGKILL");
  expect(await ended).toBe(1);
});
