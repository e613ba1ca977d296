import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { command } from "../../cli/command.ts";
import { commands } from "../../cli/commands/index.ts";
import { bashScript } from "../../cli/completion/bash.ts";
import { completables } from "../../cli/completion/completable.ts";
import { fishScript } from "../../cli/completion/fish.ts";
import { zshScript } from "../../cli/completion/zsh.ts";
import { answer } from "../../cli/answer.ts";
import { builtExecutable } from "../support/build.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = { PATH: `${folder}:${process.env["PATH"]}`, HOME: folder };
writeFileSync(join(folder, "jamjet"), `#!/bin/sh\nexec ${process.execPath} ${builtExecutable()} "$@"\n`);
chmodSync(join(folder, "jamjet"), 0o755);
const jamjet = (...words: readonly string[]): string => spawnSync("jamjet", words, { cwd: folder, encoding: "utf8", env: environment }).stdout;
jamjet("init");
const run = ["run", "workflow.yaml", "--input", '{"question": "What?"}', "--replies", "replies.yaml", "--json"];
const ids = [[], ["--db", "other.db"]].map((words) => (JSON.parse(jamjet(...run, ...words)) as { readonly execution_id: string }).execution_id);

/** Commands of two words are completed like the others, whoever has some. */
const pair = (name: string) => command({ name, summary: "it's [so]: done", arguments: { id: { doc: "an execution" } }, options: { how: { kind: "choice", oneOf: ["slowly", "fast"], doc: "how" } }, exits: ["fine"], examples: [], run: () => answer("fine", null, []) });
const all = completables([...commands, pair("pair one"), pair("pair two")]);
const script = (shell: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, `completion.${shell}`), `${lines.join("\n")}\n`);
  return join(folder, `completion.${shell}`);
};
const bashFile = script("bash", bashScript(all));
const fishFile = script("fish", fishScript(all));
const zshFile = script("zsh", zshScript(all));

type Complete = (line: string) => readonly string[];

/** What bash offers for the last word of a line; nothing where it falls back to names of files. */
const bash: Complete = (line) => {
  const words = line.split(" ");
  const code = `source ${bashFile}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _jamjet; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return outputOf("bash", ["--norc", "-c", code]);
};

const fish: Complete = (line) => outputOf("fish", ["--no-config", "-c", `source ${fishFile}; complete -C '${line}'`]).map((found) => found.split("\t")[0] ?? "");

function outputOf(shell: string, words: readonly string[]): readonly string[] {
  const { stdout, stderr, error } = spawnSync(shell, words, { cwd: folder, encoding: "utf8", env: environment });
  if (error !== undefined) throw error;
  expect(stderr.replace(/.*compopt: not currently executing completion function\n/g, "")).toBe("");
  return stdout.split("\n").filter((found) => found !== "");
}

const isInstalled = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;
const shells: readonly (readonly [string, Complete])[] = [["bash", bash], ...(isInstalled("fish") ? [["fish", fish] as const] : [])];

it.each(shells)("completes commands, options and words in %s", (_, complete) => {
  expect([...complete("jamjet in")].sort()).toEqual(["init", "inputs", "inspect"]);
  expect(complete("jamjet graph --for")).toEqual(["--format"]);
  expect([...complete("jamjet graph --format ")].sort()).toEqual(["ascii", "dot", "mermaid", "svg"]);
  expect([...complete("jamjet completion ")].sort()).toEqual(["bash", "fish", "zsh"]);
  expect(complete("jamjet schema pro")).toEqual(["program"]);
});

it.each(shells)("completes commands of two words in %s", (_, complete) => {
  expect(complete("jamjet pai")).toEqual(["pair"]);
  expect([...complete("jamjet pair ")].sort()).toEqual(["one", "two"]);
  expect([...complete("jamjet pair one --how ")].sort()).toEqual(["fast", "slowly"]);
  expect(complete("jamjet pair two exec_")).toEqual([ids[0]]);
});

it.each(shells)("completes executions of the database that the line names, and their nodes, in %s", (_, complete) => {
  expect(complete("jamjet inspect ")).toEqual([ids[0]]);
  expect(complete("jamjet resume --db other.db exec_")).toEqual([ids[1]]);
  expect([...complete(`jamjet inspect ${ids[0]} --node `)].sort()).toEqual(["answer", "check", "done"]);
  expect(complete("jamjet inspect --db none.db exec_")).toEqual([]);
});

it("is what the command prints, and what bash then completes by", () => {
  const printed = jamjet("completion", "bash");
  expect(printed).toBe(`${bashScript(completables(commands)).join("\n")}\n`);
  expect(outputOf("bash", ["--norc", "-c", "source <(jamjet completion bash) && complete -p jamjet"])).toEqual(["complete -o default -F _jamjet jamjet"]);
});

it("is a script that zsh reads, where there is a zsh", () => {
  if (!isInstalled("zsh")) return expect(zshScript(all)[0]).toBe("#compdef jamjet");
  expect(outputOf("zsh", ["-f", "-c", `autoload -U compinit; compinit -D -u; source ${zshFile}; print $_comps[jamjet]`])).toEqual(["_jamjet"]);
});
