import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { textOf } from "../../support/house.ts";
import { packedExtension } from "../../support/vsix.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-archive-"));
const files = unzipSync(readFileSync(packedExtension()));
for (const [name, bytes] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contentOf = (name: string): string => strFromU8(files[name] ?? expect.unreachable(`the archive has no ${name}`));

it("holds every file that its manifest names, and the type of each", () => {
  const assets = [...contentOf("extension.vsixmanifest").matchAll(/Path="([^"]+)"/g)].map(([, path]) => path as string);
  expect(assets).toContain("extension/README.md");
  expect(assets.filter((path) => files[path] === undefined)).toEqual([]);
  const endings = [...contentOf("[Content_Types].xml").matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending as string);
  expect(Object.keys(files).filter((name) => name !== "[Content_Types].xml" && !endings.some((ending) => name.endsWith(ending)))).toEqual([]);
});

it("holds no sources, and the licences of what was bundled", () => {
  expect(Object.keys(files).filter((name) => name.endsWith(".ts"))).toEqual([]);
  expect(contentOf("extension/LICENSE.txt")).toBe(textOf("LICENSE"));
  expect(contentOf("extension/dist/THIRD-PARTY-NOTICES.txt")).toMatch(/^vscode-languageclient 11\.[\d.]+ \(MIT\)\n\n[^]*?Permission is hereby granted/m);
});

it("holds a JamJet that stands alone", () => {
  const jamjet = (...words: readonly string[]): string => execFileSync(process.execPath, [join(folder, "extension/dist/jamjet.cjs"), ...words], { cwd: folder, encoding: "utf8" });
  expect(jamjet("init", "project")).toContain("workflow.yaml");
  expect(jamjet("validate", "project/workflow.yaml")).toMatch(/^Valid\. workflow_id=hello-agent/);
});
