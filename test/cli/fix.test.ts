import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkFile } from "../../cli/check.ts";
import { mended, written } from "../../cli/fix.ts";
import { differenceLines } from "../../cli/render/difference.ts";
import { page } from "../../cli/render/page.ts";
import { randomFrom, steadySeed } from "../support/random.ts";
import { builtExecutable } from "../support/build.ts";
import { fakeIo, jamjet } from "./fake-io.ts";

const executable = builtExecutable();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const sound = "workflow:\n  id: greet\n  version: 1.0.0\n  description: Greets a lot\n  start: done\nnodes:\n  done:\n    type: end\n";
/** Two safe fixes, one of which overlaps nothing, and one thing that nobody can mend unseen. */
const broken = sound.replace("version:", "versiom:").replace("type: end", "typ: end");

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-fix-"));
  folders.push(folder);
  return folder;
}

it("mends what has a safe fix in the file, and judges what is left", async () => {
  const said = await jamjet(["validate", "a.yaml", "--fix"], { files: { "a.yaml": `# kept\n${broken}` } });
  expect(said.files.get("/here/a.yaml")).toBe(`# kept\n${sound}`);
  expect(said).toMatchObject({ code: 0, out: "Valid. workflow_id=greet version=1.0.0\n  Nodes: 1  Edges: 0\n2 fixed\n" });
  const again = await jamjet(["validate", "a.yaml", "--fix"], { files: { "a.yaml": sound } });
  expect(again.out).not.toContain("fixed");
});

it("takes unsafe fixes only where they are asked for", async () => {
  const misspelt = sound.replace("start: done", "start: dome");
  const files = { "a.yaml": misspelt };
  expect((await jamjet(["validate", "a.yaml", "--fix"], { files })).files.get("/here/a.yaml")).toBe(misspelt);
  expect((await jamjet(["validate", "a.yaml", "--fix-unsafe"], { files })).files.get("/here/a.yaml")).toBe(sound);
});

it("writes a document in an older spelling as it is written today, unsafely where its author must decide", async () => {
  const older = sound.replace("workflow:\n", "").replaceAll(/^ {2}(?=id|version|desc|start)/gm, "# kept\n");
  const files = { "a.yaml": older.replaceAll("# kept\n", "") };
  const said = await jamjet(["validate", "a.yaml", "--fix", "--json"], { files });
  expect(said.files.get("/here/a.yaml")).toBe(sound.replace("\nnodes", "\n\nnodes"));
  expect(JSON.parse(said.out)).toMatchObject({ files: [{ valid: true, fixes: [{ code: "JJ1113", title: "write it as it is written today" }] }] });
  const undecided = { "a.yaml": readFileSync("test/compiler/migrate/spellings/list-undecided.yaml", "utf8") };
  expect((await jamjet(["validate", "a.yaml", "--fix"], { files: undecided })).files.get("/here/a.yaml")).toBe(undecided["a.yaml"]);
  expect((await jamjet(["validate", "a.yaml", "--fix-unsafe"], { files: undecided })).files.get("/here/a.yaml")).toContain("\nnodes:\n");
});

it("prints with --diff what it would change, and changes nothing", async () => {
  const files = { "a.yaml": broken, "b.yaml": sound };
  const said = await jamjet(["validate", "a.yaml", "b.yaml", "--fix", "--diff"], { files });
  expect(said.files.get("/here/a.yaml")).toBe(broken);
  expect(said.code).toBe(1);
  expect(said.out).toBe("--- a.yaml\n+++ a.yaml\n@@ -1,8 +1,8 @@\n workflow:\n   id: greet\n-  versiom: 1.0.0\n+  version: 1.0.0\n   description: Greets a lot\n   start: done\n nodes:\n   done:\n-    typ: end\n+    type: end\n");
  const data = JSON.parse((await jamjet(["validate", "a.yaml", "--fix", "--diff", "--json"], { files })).out) as unknown;
  expect(data).toMatchObject({ files: [{ valid: false, written: false, fixes: [{ code: "JJ1101", title: "rename it to 'version'" }, { code: "JJ1101" }] }] });
});

it("says what the options for fixing need", async () => {
  expect(await jamjet(["validate", "a.yaml", "--diff"])).toMatchObject({ code: 2, err: expect.stringContaining("add --fix or --fix-unsafe") });
  expect(await jamjet(["validate", "-", "--fix"], { stdin: broken })).toMatchObject({ code: 2, err: expect.stringContaining("name a file, or add --diff") });
  expect(await jamjet(["validate", "-", "--fix", "--diff"], { stdin: broken })).toMatchObject({ code: 1, out: expect.stringContaining("+++ <stdin>") });
});

it("keeps Windows line ends, a byte order mark and every other byte", async () => {
  const windows = `\ufeff${broken.replaceAll("\n", "\r\n")}# über\r\n`;
  const said = await jamjet(["validate", "a.yaml", "--fix"], { files: { "a.yaml": windows } });
  expect(said.files.get("/here/a.yaml")).toBe(windows.replace("versiom", "version").replace("typ:", "type:"));
});

const asking = "workflow:\n  id: greet\n  version: 1.0.0\n  state_schema: {name: str}\n  inputs: [name]\n  start: ask\nnodes:\n  ask:\n    typ: model\n    model: gpt-4o\n    prompt_file: prompts/ask.md\n    output_key: name\n    next: end\n  end:\n    type: end\n";
const asked = asking.replace("typ:", "type:");
const prompt = "\ufeffHello {% if state.name = 'Ann' && true %}Ann{% endif %}\n";

it("mends the prompts that a document includes, too, once where two documents share one", async () => {
  const files = { "flows/a.yaml": asking, "flows/b.yaml": asked.replace("greet", "meet"), "flows/prompts/ask.md": prompt };
  const said = await jamjet(["validate", "flows/a.yaml", "flows/b.yaml", "--fix"], { files });
  expect(said.files.get("/here/flows/a.yaml")).toBe(asked);
  expect(said.files.get("/here/flows/b.yaml")).toBe(files["flows/b.yaml"]);
  expect(said.files.get("/here/flows/prompts/ask.md")).toBe(prompt.replace(" = ", " == ").replace("&&", "and"));
  expect(said.out).toContain("3 fixed");
});

it("shows with --diff what it would change in them", async () => {
  const files = { "flows/a.yaml": asked, "flows/prompts/ask.md": prompt };
  const said = await jamjet(["validate", "flows/a.yaml", "--fix", "--diff"], { files });
  expect(said.out).toBe("--- flows/prompts/ask.md\n+++ flows/prompts/ask.md\n@@ -1 +1 @@\n-Hello {% if state.name = 'Ann' && true %}Ann{% endif %}\n+Hello {% if state.name == 'Ann' and true %}Ann{% endif %}\n");
  expect(said.files.get("/here/flows/prompts/ask.md")).toBe(prompt);
});

it("writes nothing where one of the files is not what was judged", () => {
  const { io, said } = fakeIo({ files: { "a.yaml": asking, "prompts/ask.md": prompt } });
  const check = mended(checkFile("a.yaml", undefined, io), "safe", "files");
  io.write("/here/prompts/ask.md", "Somebody else wrote this", "replace");
  expect(written(check, io)).toMatchObject({ kind: "unjudged", answer: { data: { error: { message: "cannot write 'prompts/ask.md': it has changed meanwhile" } } } });
  expect(said().files.get("/here/a.yaml")).toBe(asking);
});

it("writes through links, keeps the mode of a file, leaves no draft behind and touches nothing that needs no fix", () => {
  const folder = newFolder();
  const [target, link, other] = ["target.yaml", "link.yaml", "other.yaml"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(target, broken);
  chmodSync(target, 0o640);
  symlinkSync("target.yaml", link);
  writeFileSync(other, sound);
  utimesSync(other, 1_000, 1_000);
  expect(spawnSync(process.execPath, [executable, "validate", "link.yaml", "other.yaml", "--fix", "--quiet"], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(target, "utf8")).toBe(sound);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(target).mode & 0o777).toBe(0o640);
  expect(statSync(other).mtimeMs).toBe(1_000_000);
  expect(readdirSync(folder).sort()).toEqual(["link.yaml", "other.yaml", "target.yaml"]);
});

it("writes diffs that git applies, whatever the texts", () => {
  const random = randomFrom(steadySeed);
  const text = (): string => Array.from({ length: Math.floor(random() * 30) }, () => "ab\tde".charAt(Math.floor(random() * 5))).join("\n") + (random() < 0.7 ? "\n" : "");
  const folder = newFolder();
  for (let run = 0; run < 60; run += 1) {
    const [before, after] = [text(), text()].map((each) => (each === "" ? "a" : each)) as [string, string];
    writeFileSync(join(folder, "a"), before);
    const diff = page(differenceLines("a", before, after), "never");
    const { status, stdout } = diff === "" ? { status: 0, stdout: "" } : spawnSync("git", ["apply", "-p0", "-"], { cwd: folder, input: diff, encoding: "utf8" });
    expect({ status, stdout, text: readFileSync(join(folder, "a"), { encoding: "utf8", flag: "a+" }) }, `JAMJET_SEED=${steadySeed}\n${diff}`).toEqual({ status: 0, stdout: "", text: after });
    rmSync(join(folder, "a"), { force: true });
  }
});
