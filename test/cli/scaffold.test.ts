import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../support/house.ts";

/** A copy of this repository's sources, which the scripts may write to. */
const copy = mkdtempSync(join(tmpdir(), "jamjet-scaffold-"));
for (const part of ["schemas", "compiler", "runtime", "lsp", "cli", "package.json", "tsconfig.json"]) cpSync(join(root, part), join(copy, part), { recursive: true });
mkdirSync(join(copy, "examples"));
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it("a new kind and a new rule have their types, their page and their place in every list, before anything is written by hand", () => {
  run("new-kind.ts", "send_mail");
  run("new-rule.ts", "JJ4099", "lonely-node");
  expect(typeProblems()).toBe("");
  run("generate.ts");
  expect(textOf("docs/reference/nodes/send_mail.md")).toContain("# `send_mail`: Send mail");
  expect(textOf("docs/reference/diagnostics/JJ4099.md")).toContain("lonely-node");
  expect(textOf("schemas/generated/workflow.schema.json")).toContain('"send_mail"');
  expect(existsSync(join(copy, "examples/nodes/send_mail/workflow.yaml"))).toBe(true);
}, 120_000);

it.each([
  ["new-kind.ts", ["model"], "schemas/nodes/model.ts exists already"],
  ["new-kind.ts", ["Send-Mail"], "'Send-Mail' is no name of a kind: small letters, digits and _"],
  ["new-rule.ts", ["JJ2001", "lonely"], "JJ2001 unknown-node exists already; codes and slugs are never reused"],
  ["new-rule.ts", ["2001", "lonely"], "'2001' is no code: JJ and four digits"],
])("%s %j is refused, and nothing is written", (script, words, why) => {
  expect(() => run(script, ...words)).toThrowError(why);
});

function run(script: string, ...words: readonly string[]): string {
  return execFileSync(process.execPath, [join(copy, "cli/dev/run.mjs"), `cli/dev/${script}`, ...words], { cwd: copy, encoding: "utf8", stdio: "pipe" });
}

/** What the type checker says of the copy, without its tests. */
function typeProblems(): string {
  const config = JSON.parse(textOf("tsconfig.json")) as { readonly compilerOptions: object };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify({ ...config, include: ["schemas", "compiler", "runtime", "lsp", "cli"] }));
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", "."], { cwd: copy, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return String((error as { readonly stdout: unknown }).stdout);
  }
}

function textOf(path: string): string {
  return readFileSync(join(copy, path), "utf8");
}
