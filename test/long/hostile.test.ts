import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, it } from "vitest";
import { answered } from "../support/answered.ts";
import { hostileDocuments } from "../support/hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([...hostileDocuments.keys()])("P22: every command answers the document '%s'", (name) => {
  writeFileSync(join(folder, `${name}.yaml`), hostileDocuments.get(name) ?? "");
  for (const words of [["validate"], ["validate", "--json"], ["compile"], ["inputs"], ["graph"], ["graph", "-f", "dot"], ["graph", "-f", "svg"], ["graph", "-f", "ascii"], ["run"]]) answered([...words, `${name}.yaml`], folder);
});
