import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { builtExecutable } from "./build.ts";

/** How a process of the built command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Comes when the process has said this on standard error. */
  readonly says: (words: string) => Promise<void>;
}

/** The built command line in folders of its own, with nothing of the environment but what is given. */
export interface CliProcesses {
  readonly folder: () => string;
  readonly start: (folder: string, ...words: readonly string[]) => Running;
  readonly jamjet: (folder: string, ...words: readonly string[]) => Promise<Ended>;
}

/** Builds once; processes and folders are gone when the test file ends. */
export function cliProcesses(env: { readonly [name: string]: string } = {}): CliProcesses {
  const executable = builtExecutable();
  const folders: string[] = [];
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill("SIGKILL");
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const start = (folder: string, ...words: readonly string[]): Running => {
    const home = { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: join(tmpdir(), "jamjet-test-cache") };
    const child = spawn(process.execPath, [executable, ...words], { cwd: folder, env: { ...home, ...env } });
    children.push(child);
    let [out, err] = ["", ""];
    child.stdout.on("data", (text: Buffer) => (out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (err += text.toString()));
    const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
    const says = (words: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => (err.includes(words) ? resolve() : undefined);
        look();
        child.stderr.on("data", look);
        void ended.then((end) => reject(new Error(`it ended with ${end.code} and never said '${words}': ${end.err}`)));
      });
    return { child, ended, says };
  };

  return {
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), "jamjet-cli-"));
      folders.push(folder);
      return folder;
    },
    start,
    jamjet: (folder, ...words) => start(folder, ...words).ended,
  };
}
