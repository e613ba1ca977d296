import { execFile } from "node:child_process";
import type { Json } from "../../schemas/json.ts";
import type { Executable } from "./executable.ts";

/** What a command of JamJet answered under `--json`; `undefined` where it could not be started, or said nothing that is JSON. */
export function askJamjet({ command, words, env }: Executable, question: readonly string[], cwd: string): Promise<Json | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...words, ...question, "--json"], { cwd, env: { ...process.env, ...env }, maxBuffer: 64 << 20 }, (_, out) => resolve(jsonIn(out)));
  });
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
