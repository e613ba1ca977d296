import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, it, onTestFinished } from "vitest";
import { readRevision } from "../../cli/revisions.ts";
import { jamjet } from "./fake-io.ts";

const folder = join(import.meta.dirname, "../diagnostics/JJ7001-node-removed-or-retyped");
const old = readFileSync(join(folder, "changed.old.yaml"), "utf8");
const fresh = readFileSync(join(folder, "changed.yaml"), "utf8");

it("compares a document with what it was in a revision", async () => {
  const said = await jamjet(["diff", "flow.yaml", "--from", "main"], { files: { "flow.yaml": fresh }, revisions: { main: { "flow.yaml": old } } });
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("running[JJ7001] node-removed-or-retyped") });
  expect(said.out).toMatch(/ {2}--> main:flow\.yaml:\d+ → flow\.yaml:\d+/);
});

it("compares two revisions, and files that were renamed between", async () => {
  const revisions = { v1: { "old.yaml": old }, v2: { "flow.yaml": fresh } };
  const said = await jamjet(["diff", "old.yaml", "flow.yaml", "--from", "v1", "--to", "v2", "--json"], { revisions });
  const { differences } = JSON.parse(said.out) as { readonly differences: readonly unknown[] };
  expect(differences[0]).toMatchObject({ code: "JJ7001", level: "running", old: { file: "v1:old.yaml" }, new: { file: "v2:flow.yaml" } });
  expect(await jamjet(["diff", "old.yaml", "--from", "v1", "--to", "v1"], { revisions })).toMatchObject({ code: 0, out: "the same program\n" });
});

it("takes the prompts that a document includes from its revision, too", async () => {
  const flow = "workflow: {id: greet, version: 1.0.0, state_schema: {name: str}, inputs: [name], start: ask}\nnodes:\n  ask: {type: model, model: claude-sonnet-4-5, prompt_file: ask.md, output_key: name, next: end}\n  end: {type: end}\n";
  const world = (then: string) => ({ files: { "flow.yaml": flow, "ask.md": "Hello {{ state.name }}" }, revisions: { main: { "flow.yaml": flow, "ask.md": then } } });
  expect(await jamjet(["diff", "flow.yaml", "--from", "main"], world("Hello {{ state.name }}"))).toMatchObject({ code: 0, out: "the same program\n" });
  expect(await jamjet(["diff", "flow.yaml", "--from", "main"], world("Goodbye"))).toMatchObject({ code: 0, out: "another program, and nothing breaks\n" });
});

it("says what is missing: a revision, a file in it, something to compare with", async () => {
  const world = { files: { "flow.yaml": fresh }, revisions: { main: {} } };
  expect(await jamjet(["diff", "flow.yaml", "--from", "mian"], world)).toMatchObject({ code: 2, err: expect.stringContaining("cannot read 'flow.yaml': git knows no revision 'mian'") });
  expect(await jamjet(["diff", "flow.yaml", "--from", "main"], world)).toMatchObject({ code: 2, err: expect.stringContaining("cannot read 'flow.yaml': there is no such file in 'main'") });
  expect(await jamjet(["diff", "flow.yaml"], world)).toMatchObject({ code: 2, err: expect.stringContaining("jamjet diff flow.yaml --from main") });
});

it("writes SARIF that passes the schema of the standard, with both places", async () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "report/sarif-2.1.0.schema.json"), "utf8")) as { readonly [key: string]: unknown };
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "id" && key !== "$schema")));
  const said = await jamjet(["diff", "flow.yaml", "--from", "main", "--format", "sarif"], { files: { "flow.yaml": fresh }, revisions: { main: { "flow.yaml": old } } });
  const log = JSON.parse(said.out) as { readonly runs: readonly { readonly results: readonly unknown[] }[] };
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  expect(said.code).toBe(1);
  const place = { physicalLocation: { artifactLocation: { uri: "flow.yaml" } } };
  expect(log.runs[0]?.results[0]).toMatchObject({ ruleId: "JJ7001", level: "error", message: { text: expect.stringContaining("breaks executions under way") }, locations: [place], relatedLocations: [{ ...place, message: { text: "as it was in revision 'main'" } }] });
});

it("counts in JUnit as failures what is as bad as the level that was asked for", async () => {
  const other = join(import.meta.dirname, "../diagnostics/JJ7006-input-changed");
  const files = { "old.yaml": readFileSync(join(other, "changed.old.yaml"), "utf8"), "new.yaml": readFileSync(join(other, "changed.yaml"), "utf8") };
  const failures = async (level: string): Promise<string | undefined> => /failures="(\d+)"/.exec((await jamjet(["diff", "old.yaml", "new.yaml", "--level", level, "--format", "junit"], { files })).out)?.[1];
  expect(await failures("running")).toBe("0");
  expect(Number(await failures("caller"))).toBeGreaterThan(0);
});

it("reads what git has of a file, and says why where it has nothing", () => {
  const root = mkdtempSync(join(tmpdir(), "jamjet-revision-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: readonly string[]): void => void execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: root, stdio: "ignore" });
  const said = (revision: string, file: string, limit = 100): string => {
    const read = readRevision(revision, join(root, file), limit);
    return read.ok ? new TextDecoder().decode(read.bytes) : read.reason;
  };
  expect(said("HEAD", "flow.yaml")).toMatch(/is in no repository of git$/);
  git("init", "-q");
  expect(said("HEAD", "flow.yaml")).toBe("git knows no revision 'HEAD'");
  mkdirSync(join(root, "flows"));
  writeFileSync(join(root, "flows/a.yaml"), "first");
  git("add", ".");
  git("commit", "-qm", "one");
  git("rm", "-q", "flows/a.yaml");
  expect(said("HEAD", "flows/a.yaml")).toBe("first");
  expect(said("HEAD", "flows/a.yaml", 2)).toBe("fi");
  expect(said("HEAD", "flows/b.yaml")).toBe("there is no such file");
  expect(said("HEAD", "flows")).toBe("there is no such file");
  expect(said("--batch", "flows/a.yaml")).toBe("git knows no revision '--batch'");
});
