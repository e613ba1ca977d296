import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Json } from "../../schemas/json.ts";
import { parseJson } from "../activities/text.ts";
import type { FunctionCall } from "../ports.ts";

/** What a function's run came to: what it returned, or one line about why it did not. */
export type FunctionRun = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/** More than this, in UTF-16 units, is no answer; in Python neither. */
export const largestAnswer = 1_048_576;

/** What runs in the thread. As a text it needs no file beside the bundle, and no source of ours is compiled at run time. */
const source = `
import { parentPort, workerData } from "node:worker_threads";
const { file, exports, absent, given, largest } = workerData;
const module = await import(file);
const found = exports.map((name) => module[name]).find((each) => typeof each === "function");
if (found === undefined) throw new Error(absent);
const answer = JSON.stringify((await found(...given)) ?? null) ?? "null";
if (answer.length > largest) throw new Error("it returned more than " + largest + " characters of JSON");
parentPort.postMessage(answer);
`;

/** Runs a module's function in a thread without our environment; its prints go nowhere. */
export function runModule(file: string, call: Extract<FunctionCall, { readonly in: "javascript" }>, signal: AbortSignal): Promise<FunctionRun> {
  if (/\.[cm]?tsx?$/.test(file) && !("typescript" in process.features)) {
    return Promise.resolve({ ok: false, message: "this Node cannot run TypeScript: write the module in JavaScript, or use Node 22.18 or later" });
  }
  const absent = `it exports no ${call.exports.map((name) => (name === "default" ? "default function" : `function '${name}'`)).join(" and no ")}`;
  return new Promise((resolve) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      workerData: { file: pathToFileURL(file).href, exports: call.exports, absent, given: call.arguments, largest: largestAnswer },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    // What nobody reads would pile up in our memory.
    worker.stdout.resume();
    worker.stderr.resume();
    const end = (run: FunctionRun): void => {
      signal.removeEventListener("abort", onAbort);
      void worker.terminate();
      resolve(run);
    };
    const onAbort = (): void => end({ ok: false, message: "it was ended" });
    signal.addEventListener("abort", onAbort);
    worker.once("message", (text: string) => {
      const answer = parseJson(text);
      end(answer === undefined ? { ok: false, message: "it returned data that is nested too deeply" } : { ok: true, value: answer.value });
    });
    worker.once("error", (error: unknown) => end({ ok: false, message: error instanceof Error ? error.message : String(error) }));
    worker.once("exit", () => end({ ok: false, message: "it ended without an answer" }));
    if (signal.aborted) onAbort();
  });
}
