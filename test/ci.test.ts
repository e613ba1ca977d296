import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { builtExecutable } from "./support/build.ts";
import { root, textOf } from "./support/house.ts";

const executable = builtExecutable();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const sound = "workflow:\n  id: greet\n  version: 1.0.0\n  description: Greets a lot\n  start: done\nnodes:\n  done:\n    type: end\n";
const idle = sound.replace("nodes:", "nodes:\n  spare: {type: end}");
const misspelt = sound.replace("version:", "versiom:");

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs bash in a folder with the given files, where `jamjet` is the one that was built. */
function inFolder(files: { readonly [path: string]: string }): (script: string, env?: { readonly [name: string]: string }) => Ended {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-ci-"));
  folders.push(folder);
  const all = { ...files, "bin/jamjet": `#!/bin/sh\nexec "${process.execPath}" "${executable}" "$@"\n` };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }
  return (script, env = {}) => {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8", input: "", env: { PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, HOME: folder, ...env } });
    return { status, stdout: stdout.replaceAll(root, "<repo>"), stderr };
  };
}

const commands = [...textOf("docs/guide/in-ci.md").matchAll(/^```bash\n([^]*?)^```/gm)].flatMap((match) => (match[1] ?? "").trim().split("\n")).map((line) => line.replace(/ +# .*$/, ""));

it.each(commands)("the guide's command works: %s", (command) => {
  const run = inFolder({ "flows/a.yaml": sound, "replies.yaml": "replies: []\n" });
  expect(run(command)).toMatchObject({ status: 0, stderr: "" });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = parse(textOf(".pre-commit-hooks.yaml")) as readonly Hook[];

it.each(hooks)("the hook $id passes what is sound, and looks at workflows alone", ({ entry, language, files }) => {
  expect(language).toBe("node");
  expect(["workflow.yaml", "flows/workflow.yml", "replies.yaml", "my-workflow.yaml"].map((path) => new RegExp(files).test(path))).toEqual([true, true, false, false]);
  expect(inFolder({ "workflow.yaml": sound, "flows/workflow.yml": sound })(`${entry} workflow.yaml flows/workflow.yml`)).toMatchObject({ stderr: "" });
});

it("the hooks stop at a mistake, and mend the ones that can be", () => {
  const run = inFolder({ "workflow.yaml": misspelt });
  const entryOf = (id: string): string => hooks.find((hook) => hook.id === id)?.entry ?? "";
  expect(run(`${entryOf("jamjet-validate")} workflow.yaml`)).toMatchObject({ status: 1, stdout: expect.stringContaining("error[JJ1101]") });
  expect(run(`${entryOf("jamjet-fix")} workflow.yaml`)).toMatchObject({ status: 0 });
  expect(run("cat workflow.yaml").stdout).toBe(sound);
});

interface Action {
  readonly inputs: { readonly [name: string]: { readonly default: string } };
  readonly runs: { readonly using: string; readonly steps: readonly { readonly run: string; readonly env: { readonly [name: string]: string } }[] };
}

/** Runs the step of the action as GitHub does: its variables hold the inputs, given or by default. */
function act(files: { readonly [path: string]: string }, given: { readonly [input: string]: string }): { readonly ended: Ended; readonly run: ReturnType<typeof inFolder> } {
  const { inputs, runs } = parse(textOf(".github/actions/validate/action.yml")) as Action;
  const [step] = runs.steps;
  const values: { readonly [name: string]: string } = { ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])), command: "jamjet", ...given };
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, text]) => [name, text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => values[input] ?? `no input ${input}`)]));
  const run = inFolder(files);
  return { ended: run(step?.run ?? "exit 99", { ...env, GITHUB_ACTION_PATH: join(root, ".github/actions/validate") }), run };
}

it("the action prints what its problem matcher understands, and exits as validate does", () => {
  const { ended } = act({ "flows/a b.yaml": misspelt, "flows/c.yaml": idle }, {});
  expect(ended).toMatchObject({ status: 1, stderr: "" });
  const lines = ended.stdout.trimEnd().split("\n");
  expect(lines[0]).toBe("::add-matcher::<repo>/.github/actions/validate/problem-matcher.json");
  const { problemMatcher } = JSON.parse(textOf(".github/actions/validate/problem-matcher.json")) as { readonly problemMatcher: readonly { readonly pattern: readonly [{ readonly regexp: string; readonly file: number; readonly line: number; readonly message: number }] }[] };
  const understood = lines.filter((line) => !line.startsWith("::")).map((line) => {
    const [match] = problemMatcher.flatMap(({ pattern: [{ regexp, ...groups }] }) => {
      const found = new RegExp(regexp).exec(line);
      return found === null ? [] : [{ file: found[groups.file], line: found[groups.line] }];
    });
    return match;
  });
  expect(understood).toEqual([{ file: "flows/a b.yaml", line: "3" }, { file: "flows/c.yaml", line: "7" }]);
});

it("the action takes files one a line, a threshold, a limit and a SARIF file", () => {
  expect(act({ "a.yaml": sound, "b c.yaml": idle }, { files: "a.yaml\nb c.yaml\n" }).ended.status).toBe(0);
  expect(act({ "a.yaml": idle }, { severity: "warning" }).ended.status).toBe(1);
  expect(act({ "a.yaml": idle }, { "max-warnings": "0" }).ended.status).toBe(1);
  expect(act({ "in/a.yaml": sound, "b.yaml": misspelt }, { folder: "in" }).ended.status).toBe(0);
  const { ended, run } = act({ "a.yaml": misspelt }, { sarif: "out.sarif" });
  expect(ended.status).toBe(1);
  expect(JSON.parse(run("cat out.sarif").stdout)).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "JJ1101" }] }] });
  expect(act({ "a.yaml": sound }, { files: "$(touch stolen)\n--json" }).run("ls").stdout).not.toContain("stolen");
});
