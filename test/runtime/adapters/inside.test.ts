import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, it } from "vitest";
import { readInside } from "../../../runtime/adapters/inside.ts";
import { textFormats } from "../../../schemas/text-format.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-inside-")));
const root = join(folder, "project");
mkdirSync(join(root, "prompts"), { recursive: true });
writeFileSync(join(root, "prompts/system.md"), "be kind");
writeFileSync(join(folder, "secret.txt"), "outside");
mkdirSync(join(folder, "project-two"));
writeFileSync(join(folder, "project-two/secret.txt"), "outside");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(path: string, limit = 1_000, from = root): string {
  const read = readInside(from, path, limit);
  return read.ok ? `read ${Buffer.from(read.bytes).toString()}` : read.reason;
}

it("reads what lies in the project, through links that stay there", () => {
  symlinkSync("system.md", join(root, "prompts/linked.md"));
  expect(check("prompts/system.md")).toBe("read be kind");
  expect(check("prompts/linked.md")).toBe("read be kind");
  expect(check("prompts/system.md", 2)).toBe("read be");
});

it("says so where there is nothing to read", () => {
  expect(check("prompts/none.md")).toBe("there is no such file");
  expect(check("prompts")).toBe("is a folder");
  expect(check("x".repeat(300))).toBe("the name is too long");
});

it("leaves the project by no path, link or second name", () => {
  symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
  symlinkSync(folder, join(root, "up"));
  linkSync(join(folder, "secret.txt"), join(root, "hard.txt"));
  for (const path of ["../secret.txt", "../project-two/secret.txt", join(folder, "secret.txt"), "/etc/passwd", "link.txt", "up/secret.txt"]) {
    expect(check(path), path).toBe("leads outside the project");
  }
  expect(check("hard.txt")).toBe("has another name elsewhere (a hard link); make it a copy");
});

it("opens no device, FIFO, socket or file that the kernel makes up", async () => {
  execFileSync("mkfifo", [join(root, "fifo")]);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(root, "socket"), listening));
  expect(check("fifo")).toBe("is not a regular file");
  expect(check("socket")).toBe("is not a regular file");
  for (const path of ["/proc/self/environ", "/dev/random", "/dev/zero"]) {
    expect(check(path), path).toBe("leads outside the project");
    expect(check(path, 1_000, "/"), path).toBe("is not a regular file");
  }
  server.close();
});

it("reads no more of a huge file than was asked for", () => {
  writeFileSync(join(root, "sparse"), "");
  truncateSync(join(root, "sparse"), 10_000_000_000);
  expect(check("sparse", 100)).toBe(`read ${"\0".repeat(100)}`);
});

it("reads nothing outside while somebody swaps the folder on the way for a link", async () => {
  mkdirSync(join(root, "swap"));
  mkdirSync(join(folder, "away"));
  writeFileSync(join(root, "swap/secret.txt"), "inside");
  writeFileSync(join(folder, "away/secret.txt"), "outside");
  const state = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(`
    const { renameSync, symlinkSync, unlinkSync } = require("node:fs");
    const { workerData: { path, away, state } } = require("node:worker_threads");
    while (Atomics.load(state, 0) === 0) {
      renameSync(path, path + "-real"); symlinkSync(away, path);
      unlinkSync(path); renameSync(path + "-real", path);
      Atomics.add(state, 1, 1);
    }`, { eval: true, workerData: { path: join(root, "swap"), away: join(folder, "away"), state } });
  const said = new Set<string>();
  for (let tries = 0; tries < 5_000 || Atomics.load(state, 1) < 100; tries += 1) said.add(check("swap/secret.txt"));
  Atomics.store(state, 0, 1);
  await new Promise((ended) => worker.once("exit", ended));
  expect(said).not.toContain("read outside");
  expect(said).toContain("read inside");
});

it("a path that a document may name says so by its text alone", () => {
  const isPath = (text: string): boolean => new RegExp(textFormats.path.pattern, "u").test(text);
  for (const text of ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "~/x", "C:\\x", "\\\\host\\share", "prompts/%2e%2e/x", "a/../b", "a\\..\\b", ""]) expect(isPath(text), text).toBe(false);
  for (const text of ["prompts/system.md", "./a.md", "a..b/c", "..a"]) expect(isPath(text), text).toBe(true);
});
