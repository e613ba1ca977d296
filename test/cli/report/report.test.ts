import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { fuzzWriters } from "../../support/fuzz-writers.ts";
import { steadySeed } from "../../support/random.ts";
import { jamjet } from "../fake-io.ts";

const fixtureFolder = join(import.meta.dirname, "../../diagnostics");
const fixtures = Object.fromEntries(readdirSync(fixtureFolder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml")).map((path) => [`flows/${path}`, readFileSync(join(fixtureFolder, path), "utf8")]));

const sound = "workflow:\n  id: greet\n  version: 1.0.0\n  description: Greets a lot\n  start: done\nnodes:\n  done:\n    type: end\n";
const misspelt = sound.replace("start: done", "start: dune");
const idle = sound.replace("nodes:", "nodes:\n  b: {type: end}");
/** What would steer a terminal, end a line or break XML, in the words of a message. */
const hostile = sound.replace("nodes:", 'nodes:\n  "a\\e[31m\\u202e\\u0007\\uffff]]>&<":\n    type: end');

async function said(format: string, files: { readonly [path: string]: string }, ...more: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return jamjet(["validate", ...Object.keys(files), "--format", format, ...more], { files });
}

const sarifSchema = JSON.parse(readFileSync(join(import.meta.dirname, "sarif-2.1.0.schema.json"), "utf8")) as { readonly [key: string]: unknown };
/** The schema is of draft 4, whose `id` and dialect are the only two things in it that later ones call differently. */
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(Object.fromEntries(Object.entries(sarifSchema).filter(([key]) => key !== "id" && key !== "$schema")));
const junitSchema = readFileSync(join(import.meta.dirname, "junit.xsd"), "utf8");

async function problemsAsJunit(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml, schema: junitSchema });
  return errors.map(({ rawMessage }) => rawMessage);
}

it("writes SARIF that passes the schema of the standard, for every fixture there is", async () => {
  const { out } = await said("sarif", { ...fixtures, "hostile.yaml": hostile });
  expect(isSarif(JSON.parse(out)), JSON.stringify(isSarif.errors)).toBe(true);
  expect(isSarif({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
});

it("says in SARIF which rule was broken, where, what belongs to it and what mends it", async () => {
  const { out } = await said("sarif", { "flows/twice #1.yaml": sound.replace("nodes:", "nodes:\n  done: {type: end}"), "tab.yaml": sound.replace("  id:", "\tid:") });
  const [run] = (JSON.parse(out) as { runs: { results: unknown[]; tool: unknown; columnKind: string }[] }).runs;
  expect(run?.columnKind).toBe("utf16CodeUnits");
  expect(run?.tool).toMatchObject({ driver: { name: "jamjet", rules: [{ id: "JJ1002", name: "DuplicateKey", defaultConfiguration: { level: "error" }, help: { text: expect.stringContaining("jamjet explain JJ1002"), markdown: expect.stringContaining("`jamjet explain JJ1002`") } }, { id: "JJ1003" }] } });
  const file = { uri: "flows/twice%20%231.yaml", uriBaseId: "%SRCROOT%" };
  expect(run?.results).toMatchObject([
    { ruleId: "JJ1002", ruleIndex: 0, level: "error", locations: [{ physicalLocation: { artifactLocation: file, region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 7, charOffset: 110, charLength: 4 } } }], relatedLocations: [{ physicalLocation: { artifactLocation: file, region: { startLine: 7 } }, message: { text: "first defined here" } }] },
    { ruleId: "JJ1003", ruleIndex: 1, fixes: [{ description: { text: "indent with spaces" }, artifactChanges: [{ artifactLocation: { uri: "tab.yaml" }, replacements: [{ deletedRegion: { startLine: 2, startColumn: 1, endColumn: 2 }, insertedContent: { text: "  " } }] }] }] },
  ]);
});

it("knows a finding again when lines above it move, and tells two of the same apart", async () => {
  const prints = async (text: string): Promise<readonly string[]> => (JSON.parse((await said("gitlab", { "a.yaml": text })).out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  const before = await prints(misspelt);
  expect(await prints(`# moved\n\n${misspelt}`)).toEqual(before);
  expect(await prints(misspelt.replace("dune", "dume"))).not.toEqual(before);
  const many = (JSON.parse((await said("gitlab", fixtures)).out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  expect(new Set(many).size).toBe(many.length);
});

it("writes JUnit that passes its XSD, a suite for each document", async () => {
  const { out } = await said("junit", { ...fixtures, "hostile.yaml": hostile, "sound.yaml": sound });
  expect(await problemsAsJunit(out)).toEqual([]);
  expect(await problemsAsJunit(out.replace('<testsuite name="', '<testsuite nome="'))).not.toEqual([]);
  const few = (await said("junit", { "idle.yaml": idle, "misspelt.yaml": misspelt, "sound.yaml": sound, "none.yaml": "" })).out;
  expect(few).toContain('<testsuite name="sound.yaml" tests="1" failures="0" errors="0">');
  expect(few).toContain('<testsuite name="misspelt.yaml" tests="1" failures="1" errors="0">');
  expect(few).toContain('<failure message="no node is called &apos;dune&apos;" type="error">misspelt.yaml:5:10: no node is called');
  expect(few).toMatch(/<testsuite name="idle.yaml" tests="\d" failures="0" errors="0">/);
  expect((await said("junit", { "idle.yaml": idle }, "--severity", "warning")).out).not.toContain('failures="0"');
});

it("escapes what GitHub's annotations give a meaning to", async () => {
  const { out } = await said("github", { "a,b:c%.yaml": misspelt, "idle.yaml": idle, "hostile.yaml": hostile });
  expect(out.split("\n")[0]).toBe("::error file=a%2Cb%3Ac%25.yaml,line=5,col=10,endLine=5,endColumn=14,title=JJ2001 unknown-node::no node is called 'dune'%0Ahelp: change it to 'done', or add a node with this name");
  expect(out.trimEnd().split("\n").every((line) => /^::(?:error|warning|notice) file=[^,:]+,line=\d+,col=\d+,[^:]*::[^\r\n]+$/.test(line))).toBe(true);
});

it("names each file once for Checkstyle, with all that is wrong in it", async () => {
  const { out } = await said("checkstyle", { "a&b.yaml": misspelt, "sound.yaml": sound });
  expect(out).toContain('  <file name="a&amp;b.yaml">\n    <error line="5" column="10" severity="error" message="no node is called &apos;dune&apos;; change it to &apos;done&apos;, or add a node with this name" source="jamjet.JJ2001"/>\n  </file>\n  <file name="sound.yaml">\n  </file>\n');
});

it("gives one line for each finding where that is asked for", async () => {
  expect(await said("compact", { "greet.yaml": misspelt, "sound.yaml": sound })).toMatchObject({ code: 1, out: "greet.yaml:5:10: error JJ2001: no node is called 'dune'\n" });
});

it.each(["human", "json", "sarif", "github", "junit", "gitlab", "checkstyle", "compact"])("shows what would steer a terminal, and never passes it on: %s", async (format) => {
  const { out } = await said(format, { ...fixtures, "\u001b]0;title\u0007.yaml": hostile, "hostile.yaml": hostile });
  expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
  expect(out.length).toBeGreaterThan(0);
});

it.each(["junit", "checkstyle"])("writes XML that a strict parser reads: %s", async (format) => {
  const { out } = await said(format, { ...fixtures, "hostile.yaml": hostile });
  const parser = new SaxesParser();
  parser.on("error", (error) => expect.fail(error.message));
  parser.write(out).close();
});

it("says in every format why a file could not be judged", async () => {
  for (const format of ["sarif", "github", "junit", "gitlab", "checkstyle", "compact"]) {
    const said = await jamjet(["validate", "sound.yaml", "none.yaml", "--format", format], { files: { "sound.yaml": sound } });
    expect(said, format).toMatchObject({ code: 2, err: "", out: expect.stringMatching(/cannot read (?:'|&apos;)none.yaml/) });
  }
  const { out } = await jamjet(["validate", "none.yaml", "--format", "sarif"]);
  expect(isSarif(JSON.parse(out)), JSON.stringify(isSarif.errors)).toBe(true);
});

it("takes --json for the format of that name, and refuses both of two", async () => {
  const [plain, named, both] = [await said("json", { "a.yaml": misspelt }), await jamjet(["validate", "a.yaml", "--json"], { files: { "a.yaml": misspelt } }), await said("json", { "a.yaml": misspelt }, "--json")];
  expect(named.out).toBe(plain.out);
  expect(both.out).toBe(plain.out);
  expect(await said("sarif", { "a.yaml": sound }, "--json")).toMatchObject({ code: 2, out: expect.stringContaining("ask for two different things") });
});

it("exits by the severity and the number of warnings that are asked for, and shows only errors where that is", async () => {
  const files = { "idle.yaml": idle };
  const code = async (...words: readonly string[]): Promise<number> => (await jamjet(["validate", "idle.yaml", ...words], { files })).code;
  expect([await code(), await code("--severity", "warning"), await code("--severity", "error")]).toEqual([0, 1, 0]);
  expect([await code("--max-warnings", "0"), await code("--max-warnings", "1"), await code("--quiet", "--max-warnings", "0"), await code("--max-warnings", "few")]).toEqual([1, 0, 1, 2]);
  expect(await jamjet(["validate", "idle.yaml", "--quiet"], { files })).toMatchObject({ code: 0, out: "", err: "" });
  const both = await jamjet(["validate", "idle.yaml", "bad.yaml", "--quiet"], { files: { ...files, "bad.yaml": misspelt } });
  expect(both.out).toMatch(/^error\[JJ2001\][^]*a node with this name\n\n$/);
});

it("says why documents without an error fail, also where findings are not shown", async () => {
  const last = async (...words: readonly string[]): Promise<string | undefined> => (await jamjet(["validate", "idle.yaml", ...words], { files: { "idle.yaml": idle } })).out.split("\n").at(-2);
  expect(await last("--max-warnings", "0")).toBe("error: 1 warning is more than '--max-warnings 0' allows");
  expect(await last("--max-warnings", "0", "--quiet")).toBe("error: 1 warning is more than '--max-warnings 0' allows");
  expect(await last("--severity", "warning")).toBe("error: 1 finding is too much for '--severity warning'");
  expect(await last("--severity", "error")).toBe("1 warning");
});

it("finds the workflows of a folder, and takes nothing else there for one", async () => {
  const files = { "flows/a.yaml": sound, "flows/deep/b.yml": misspelt, "flows/replies.yaml": "replies: []\n", "flows/.hidden/c.yaml": misspelt, "d.yaml": misspelt };
  expect((await jamjet(["validate", "flows/", "--format", "compact"], { files })).out).toBe("flows/deep/b.yml:5:10: error JJ2001: no node is called 'dune'\n");
  expect((await jamjet(["validate", ".", "--format", "compact"], { files })).out.split("\n").length).toBe(3);
});

it("writes one line for each finding for editors, whatever its file is called", async () => {
  const { out } = await said("compact", { "a\u001b[2J\nb.yaml": misspelt });
  expect(out.split("\n")[0]).toBe("a<U+001B>[2J<U+000A>b.yaml:5:10: error JJ2001: no node is called 'dune'");
});

it("writes a first hundred mutated documents so that every reader can read them; `npm run test:long` makes more", () => fuzzWriters(steadySeed, 100));
