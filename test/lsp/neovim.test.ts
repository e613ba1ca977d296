import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { leanWorkflowOf } from "../support/document.ts";
import { root } from "../support/house.ts";

const hasNeovim = spawnSync("nvim", ["--version"]).status === 0;
if (!hasNeovim) console.warn("\n*** Neovim is not installed: what its client makes of the language server is NOT tested (Debian: apt-get install neovim)\n");

const document = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: 'Tell me of {{ state.a }}', output_key: b, next: chck}\ncheck: {type: branch, conditions: [{if: \"state.b == 'x'\", next: done}], default: end}\ndone: {type: end}", "inputs: [a]");

type Step = readonly [name: "diagnostics" | "sound" | "fix" | "complete" | "hover" | "definition" | "rename" | "format", ...told: string[]];

/** What came of each step in a Neovim of its own, without anybody's settings, with `text` in its buffer. */
async function inNeovim(text: string, steps: readonly Step[]): Promise<readonly { readonly step: string; readonly value: unknown }[]> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-neovim-"));
  try {
    const file = join(folder, "workflow.yaml");
    writeFileSync(file, text);
    const server = [process.execPath, join(root, "dist/bin/jamjet.cjs"), "lsp", "--stdio"];
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, DOCUMENT: file, SERVER: JSON.stringify(server), STEPS: JSON.stringify(steps) };
    const { stdout } = await promisify(execFile)("nvim", ["--headless", "--clean", "-n", "-c", `luafile ${join(import.meta.dirname, "neovim/session.lua")}`], { env, timeout: 60_000 });
    return stdout.split("\n").filter((line) => line.startsWith("{")).map((line): { step: string; value: unknown } => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it.runIf(hasNeovim)("Neovim shows what is wrong, mends it, completes, leads to definitions, renames and lays out anew", { timeout: 120_000 }, async () => {
  const came = await inNeovim(document, [
    ["diagnostics"],
    ["fix", "next: chck", "change it to 'check'"],
    ["sound"],
    ["complete", "next: "],
    ["complete", "{{ state."],
    ["hover", "{{ state.a"],
    ["definition", "next: check"],
    ["rename", "  check", "verdict"],
    ["sound"],
    ["format"],
  ]);
  const line = document.split("\n").findIndex((each) => each.includes("chck"));
  const column = (document.split("\n")[line] ?? "").indexOf("chck");
  const mended = document.replace("chck", "check");
  expect(came[0]).toEqual({ step: "diagnostics", value: expect.arrayContaining([`JJ2001 ${line}:${column}`]) });
  expect(came[1]).toEqual({ step: "fix", value: mended });
  expect(came[2]).toEqual({ step: "sound", value: true });
  expect(came[3]?.value).toEqual(expect.arrayContaining(["ask", "check", "end"]));
  expect(came[4]?.value).toEqual(expect.arrayContaining(["a", "b"]));
  expect(came[5]?.value).toContain("str");
  expect(came[6]?.value).toBe(mended.split("\n")[line + 1]);
  const renamed = mended.replace("next: check", "next: verdict").replace("  check:", "  verdict:");
  expect(came[7]).toEqual({ step: "rename", value: renamed });
  expect(came[8]).toEqual({ step: "sound", value: true });
  const { stdout: formatted } = await formattedByCommand(renamed);
  expect(came[9]).toEqual({ step: "format", value: formatted });
  expect(came).toHaveLength(10);
});

/** What `jamjet fmt` makes of a text. */
function formattedByCommand(text: string): Promise<{ readonly stdout: string }> {
  const formatting = promisify(execFile)(process.execPath, [join(root, "dist/bin/jamjet.cjs"), "fmt", "-"]);
  formatting.child.stdin?.end(text);
  return formatting;
}
