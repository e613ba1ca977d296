import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { answered } from "../support/answered.ts";
import { hostileDocuments } from "../support/hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// The largest are judged by the long tests.
const names = [...hostileDocuments.keys()].filter((name) => (hostileDocuments.get(name)?.length ?? 0) < 200_000);
for (const name of names) writeFileSync(join(folder, `${name}.yaml`), hostileDocuments.get(name) ?? "");

interface Judged {
  readonly files: readonly { readonly file: string; readonly valid: boolean; readonly diagnostics?: readonly unknown[] }[];
}

it("P22: judges hostile documents, with at most 100 diagnostics each, and twice the same", () => {
  const files = names.map((name) => `${name}.yaml`);
  const said = answered(["validate", ...files, "--json"], folder);
  const { files: judged } = JSON.parse(said) as Judged;
  expect(judged.map(({ file }) => file)).toEqual(files);
  for (const { file, valid, diagnostics = [] } of judged) {
    expect(diagnostics.length, file).toBeLessThanOrEqual(100);
    expect(valid || diagnostics.length > 0, file).toBe(true);
  }
  expect(answered(["validate", ...files, "--json"], folder)).toBe(said);
});

it.each(["compile", "inputs", "graph", "run"])("P22: '%s' answers as well", (command) => {
  for (const name of ["laughs", "names", "painted", "no text"]) answered([command, `${name}.yaml`], folder);
});
