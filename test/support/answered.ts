import { spawnSync } from "node:child_process";
import { expect } from "vitest";
import { builtExecutable } from "./build.ts";

/** One command line in 256 MB of heap: it answers with 0, 1 or 2, and speaks as it does to everybody. Gives what it said. */
export function answered(words: readonly string[], folder: string): string {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, ["--max-old-space-size=256", builtExecutable(), ...words], { cwd: folder, encoding: "utf8", input: "", timeout: 60_000, maxBuffer: 1 << 28, env: { PATH: process.env["PATH"], HOME: folder } });
  expect([0, 1, 2], `${words.join(" ")}: ${signal ?? ""} ${stderr.slice(-2_000)}`).toContain(status);
  expect(stdout + stderr).not.toMatch(/\n {4}at |bug in jamjet|RangeError|TypeError|node:internal/);
  return stdout + stderr;
}
