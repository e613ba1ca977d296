import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Json } from "../../schemas/json.ts";
import type { ScorerCall } from "../ports.ts";

/** What a scorer's run came to: what it returned, or one line about why it did not. */
export type ScorerRun = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/** What runs in the thread. As a text it needs no file beside the bundle, and no source of ours is compiled at run time. */
const source = `
import { parentPort, workerData } from "node:worker_threads";
const { file, output, state, kwargs } = workerData;
const module = await import(file);
const score = module.score ?? module.default;
if (typeof score !== "function") throw new Error("it exports no function 'score' and no default function");
parentPort.postMessage(JSON.stringify((await score({ output, state, kwargs })) ?? null));
`;

/** Runs a module's scorer in a thread without our environment; its prints go nowhere. */
export function runModule(file: string, { output, state, kwargs }: ScorerCall, signal: AbortSignal): Promise<ScorerRun> {
  if (/\.[cm]?tsx?$/.test(file) && !("typescript" in process.features)) {
    return Promise.resolve({ ok: false, message: "this Node cannot run TypeScript: write the scorer in JavaScript, or use Node 22.18 or later" });
  }
  return new Promise((resolve) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      workerData: { file: pathToFileURL(file).href, output, state, kwargs },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const end = (run: ScorerRun): void => {
      signal.removeEventListener("abort", onAbort);
      void worker.terminate();
      resolve(run);
    };
    const onAbort = (): void => end({ ok: false, message: "it was ended" });
    signal.addEventListener("abort", onAbort);
    worker.once("message", (text: string) => end({ ok: true, value: JSON.parse(text) as Json }));
    worker.once("error", (error: unknown) => end({ ok: false, message: error instanceof Error ? error.message : String(error) }));
    worker.once("exit", () => end({ ok: false, message: "it ended without an answer" }));
    if (signal.aborted) onAbort();
  });
}
