import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parseProject } from "../../../runtime/adapters/project.ts";
import { openSecrets } from "../../../runtime/adapters/secret-files.ts";

const root = mkdtempSync(join(tmpdir(), "jamjet-secrets-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const base: { readonly [name: string]: string } = { BOTH: "from the environment", ONLY_ENV: "here", PATH: "/bin" };

function check(backends: readonly string[] | undefined, ...names: readonly string[]): unknown {
  const { project, problems } = parseProject(backends === undefined ? "" : `[secrets]\nbackends = ${JSON.stringify(backends)}\n`, join(root, "jamjet.toml"));
  expect(problems).toEqual([]);
  const secrets = openSecrets(project, (name) => base[name]);
  return secrets.ok ? [names.map((name) => secrets.value.env(name)), secrets.value.names] : `${secrets.failure.code}: ${secrets.failure.message}`;
}

it("takes names from the environment where nothing is said", () => {
  expect(check(undefined, "BOTH", "NONE")).toEqual([["from the environment", undefined], []]);
});

it("reads lines of names and values, with quotes, comments and exports", () => {
  writeFileSync(join(root, ".env"), `# ours
export PLAIN=a b#c # a comment
EMPTY=
QUOTED="a # \\"b\\"\\n\\\\" # a comment
SINGLE='$x "y" \\n'
BOTH = from the file\r
`);
  expect(check(["file:.env"], "PLAIN", "EMPTY", "QUOTED", "SINGLE", "BOTH", "ONLY_ENV", "PATH")).toEqual([
    ["a b#c", undefined, 'a # "b"\n\\', '$x "y" \\n', "from the file", undefined, "/bin"],
    ["PLAIN", "EMPTY", "QUOTED", "SINGLE", "BOTH"],
  ]);
});

it("asks the backends in their order", () => {
  expect(check(["env", "file:.env"], "BOTH", "SINGLE", "ONLY_ENV")).toMatchObject([["from the environment", '$x "y" \\n', "here"], {}]);
  expect(check(["file:.env", "env"], "BOTH", "ONLY_ENV")).toMatchObject([["from the file", "here"], {}]);
});

it("reads a folder with a file for each name, links of an orchestrator included", () => {
  mkdirSync(join(root, "run/..data"), { recursive: true });
  writeFileSync(join(root, "run/..data/API_KEY"), "s3cret\n");
  symlinkSync("..data/API_KEY", join(root, "run/API_KEY"));
  writeFileSync(join(root, "run/not-a-name"), "x");
  mkdirSync(join(root, "run/FOLDER"));
  expect(check([`file:${join(root, "run")}`], "API_KEY")).toEqual([["s3cret"], ["API_KEY"]]);
});

it("says why it cannot, and never what a file holds", () => {
  writeFileSync(join(root, "broken"), "GOOD=1\ns3cret\n");
  writeFileSync(join(root, "open"), 'KEY="s3cret\n');
  writeFileSync(join(root, "large"), "x".repeat(70_000));
  expect(check(["file:none"])).toBe("missing_secret: the secrets of 'file:none' cannot be read: there is no such file");
  expect(check(["file:broken"])).toBe("missing_secret: the secrets of 'file:broken' cannot be read: line 2 is not 'NAME=value'");
  expect(check(["file:open"])).toBe("missing_secret: the secrets of 'file:open' cannot be read: line 1 is not 'NAME=value'");
  expect(check(["file:large"])).toBe("missing_secret: the secrets of 'file:large' cannot be read: a file is larger than 65536 bytes");
  expect(check(["file:/dev/zero"])).toBe("missing_secret: the secrets of 'file:/dev/zero' cannot be read: it is not a regular file");
});
