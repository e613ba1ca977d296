import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { jamjet } from "../../cli/fake-io.ts";

const root = join(import.meta.dirname, "../../diagnostics");
const folders = readdirSync(root).filter((folder) => folder.startsWith("JJ70"));

/** `changed.old.yaml` is a released version, `changed.yaml` the one that breaks something, `changed.txt` what is said of it. */
it.each(folders)("%s is told, with its place in both versions", async (folder) => {
  const textOf = (name: string): string => readFileSync(join(root, folder, name), "utf8");
  const said = await jamjet(["diff", "old.yaml", "new.yaml", "--level", "caller"], { files: { "old.yaml": textOf("changed.old.yaml"), "new.yaml": textOf("changed.yaml") } });
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining(folder.replace("-", "] ")) });
  const golden = join(root, folder, "changed.txt");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, said.out);
  expect(existsSync(golden) ? readFileSync(golden, "utf8") : "").toBe(said.out);
});

it.each(folders)("%s is not told of what its page shows as mended", async (folder) => {
  const textOf = (name: string): string => readFileSync(join(root, folder, name), "utf8");
  const [code = ""] = folder.split("-");
  const said = await jamjet(["diff", "old.yaml", "new.yaml", "--level", "caller"], { files: { "old.yaml": textOf("changed.old.yaml"), "new.yaml": textOf("changed.good.yaml") } });
  expect(said.out).not.toContain(code);
  expect(compile({ uri: "new.yaml", text: textOf("changed.good.yaml") }).diagnostics).toEqual([]);
});

it("exits with 1 from the level on that is asked for", async () => {
  const files = { "old.yaml": readFileSync(join(root, "JJ7006-input-changed/changed.old.yaml"), "utf8"), "new.yaml": readFileSync(join(root, "JJ7006-input-changed/changed.yaml"), "utf8") };
  expect((await jamjet(["diff", "old.yaml", "new.yaml"], { files })).code).toBe(0);
  expect((await jamjet(["diff", "old.yaml", "new.yaml", "--level", "caller"], { files })).code).toBe(1);
  expect(await jamjet(["diff", "old.yaml", "old.yaml", "--level", "caller"], { files })).toMatchObject({ code: 0, out: "the same program\n" });
});

it("names the lines of nodes of compiled programs, too", async () => {
  const files = { "old.yaml": readFileSync(join(root, "JJ7001-node-removed-or-retyped/changed.old.yaml"), "utf8"), "new.yaml": readFileSync(join(root, "JJ7001-node-removed-or-retyped/changed.yaml"), "utf8") };
  const compiled = await jamjet(["compile", "old.yaml"], { files });
  const said = await jamjet(["diff", "old.json", "new.yaml"], { files: { ...files, "old.json": compiled.out } });
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("--> old.json:14 → new.yaml:13") });
});
