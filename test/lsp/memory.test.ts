import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { editorOf } from "../support/editor.ts";
import { workflowOf } from "../bench/workloads.ts";

const uri = "file:///large.yaml";

it.skipIf(!existsSync("/proc/self/status"))("holds little more than what it keeps of a large document, however often it is rewired", { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, [builtExecutable(), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const { client, published } = editorOf(child.stdout, child.stdin);
  const text = workflowOf(1000);
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  await published();
  const line = text.split("\n").indexOf("    next: n505");
  for (let version = 2; version < 34; version += 1) {
    const range = { start: { line, character: 11 }, end: { line, character: 14 } };
    await client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text: version % 2 === 0 ? "507" : "505" }] });
    expect(await published()).toMatchObject({ version });
  }
  const most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
  // With V8's own flags it is about 165 MiB, with ours (decision 29) about 110.
  expect(most).toBeLessThan(140);
  await client.sendNotification("exit");
  await gone;
});
