import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { childScript } from "./child.ts";
import type { FuzzCount } from "./fuzz.ts";

/** How long a process may say nothing about some hundreds of documents: one of them hangs. */
const mostSilenceMs = 120_000;

/** Fuzzes in as many processes as `parts`, each with its share of the rounds; the first failure ends all of them. */
export async function fuzzInProcesses(seed: number, rounds: number, parts: number): Promise<FuzzCount> {
  const script = childScript("fuzz-child");
  const share = Math.ceil(rounds / parts);
  const ending = new AbortController();
  const counts = await Promise.all(Array.from({ length: parts }, (_, part) => fuzzed(script, seed + part * share, share, ending)));
  return counts.reduce((sum, each) => ({ documents: sum.documents + each.documents, programs: sum.programs + each.programs }));
}

function fuzzed(script: string, seed: number, rounds: number, ending: AbortController): Promise<FuzzCount> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, `${seed}`, `${rounds}`], { stdio: ["ignore", "pipe", "pipe"], signal: ending.signal, killSignal: "SIGKILL" });
    const fail = (why: string): void => {
      reject(new Error(why));
      ending.abort();
    };
    let last = "0";
    const isSilent = (): void => fail(`JAMJET_SEED=${seed + Number(last)}: it hangs on one of the documents from here on`);
    let silence = setTimeout(isSilent, mostSilenceMs);
    createInterface(child.stdout).on("line", (line) => {
      last = line;
      silence.refresh();
    });
    let wrong = "";
    child.stderr.on("data", (chunk) => (wrong += String(chunk)));
    child.on("error", () => {});
    child.on("close", (code) => {
      clearTimeout(silence);
      if (code === 0) resolve(JSON.parse(last) as FuzzCount);
      else fail(wrong.slice(0, 10_000));
    });
  });
}
