import { chmodSync, lstatSync, mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nodeIo } from "../../cli/node-io.ts";
import { jamjet } from "./fake-io.ts";

const untidy = "nodes:\n    end: {type: end}\nworkflow:\n    start: end\n    version: 1.0.0\n    id: w\n";
const tidy = "workflow:\n  id: w\n  version: 1.0.0\n  start: end\n\nnodes:\n  end: {type: end}\n";

it("writes the files that are not in their canonical form, and names them", async () => {
  const said = await jamjet(["fmt", "a.yaml", "b.yaml"], { files: { "a.yaml": untidy, "b.yaml": tidy } });
  expect(said).toMatchObject({ code: 0, out: "formatted: a.yaml\n", err: "" });
  expect(said.files.get("/here/a.yaml")).toBe(tidy);
});

it("writes nothing with --check, and exits with 1 where something is to do", async () => {
  const said = await jamjet(["fmt", "a.yaml", "--check"], { files: { "a.yaml": untidy } });
  expect(said).toMatchObject({ code: 1, out: "not formatted: a.yaml\n" });
  expect(said.files.get("/here/a.yaml")).toBe(untidy);
  expect(await jamjet(["fmt", "a.yaml", "--check"], { files: { "a.yaml": tidy } })).toMatchObject({ code: 0, out: "" });
});

it("shows with --diff what would change, and writes nothing", async () => {
  const text = tidy.replace("id: w\n  version: 1.0.0", "version: 1.0.0\n  id: w");
  const said = await jamjet(["fmt", "a.yaml", "--diff"], { files: { "a.yaml": text } });
  expect(said).toMatchObject({ code: 0, out: "--- a.yaml\n+++ a.yaml\n@@ -1,6 +1,6 @@\n workflow:\n-  version: 1.0.0\n   id: w\n+  version: 1.0.0\n   start: end\n \n nodes:\n" });
  expect(said.files.get("/here/a.yaml")).toBe(text);
});

it("makes of standard input standard output, with every character as it is", async () => {
  expect(await jamjet(["fmt", "-"], { stdin: `\ufeff${untidy}# \u001b[1m\u202e\n`.replace("id: w", 'id: w\n    name: "\\e"') })).toMatchObject({ code: 1, err: expect.stringContaining("JJ1") });
  expect(await jamjet(["fmt", "-"], { stdin: `\ufeff${untidy}# \u00e9 \u2192\n` })).toMatchObject({ code: 0, out: `\ufeff${tidy}# \u00e9 \u2192\n` });
});

it("does not touch a file that it cannot read as a whole, and formats the others", async () => {
  const said = await jamjet(["fmt", "bad.yaml", "a.yaml"], { files: { "bad.yaml": 'workflow: "\n', "a.yaml": untidy } });
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("cannot be read as a whole, so nothing was written") });
  expect(said.files.get("/here/bad.yaml")).toBe('workflow: "\n');
  expect(said.files.get("/here/a.yaml")).toBe(tidy);
});

it("answers as data", async () => {
  const said = await jamjet(["fmt", "a.yaml", "--check", "--json"], { files: { "a.yaml": untidy } });
  expect(JSON.parse(said.out)).toEqual({ files: [{ file: "a.yaml", outcome: "changed" }], changed: 1 });
});

it("replaces a file at once, keeping its mode and the link that leads to it", () => {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-write-"));
  const [file, link] = [join(folder, "w.yaml"), join(folder, "link.yaml")];
  writeFileSync(file, untidy);
  chmodSync(file, 0o640);
  symlinkSync("w.yaml", link);
  expect(nodeIo(() => {}).write(link, tidy, "replace")).toEqual({ ok: true });
  expect(readFileSync(file, "utf8")).toBe(tidy);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder)).toEqual(["link.yaml", "w.yaml"]);
});
