import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();

const good = `workflow:
  id: greeting
  version: 1.0.0
  state_schema: {topic: str, answer: str}
  start: ask
nodes:
  ask:
    type: model
    model: gpt-4o-mini
    prompt: "Tell me about {{ state.topic | upper }}"
    output_key: answer
    next: look
  look:
    type: branch
    conditions:
      - if: "len(state.answer) > 3 and 'yes' in state.answer"
        next: done
    default: worse
  worse:
    type: end
  done:
    type: end
`;

function newFolder(document: string, project?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "flow.yaml"), document);
  if (project !== undefined) writeFileSync(join(folder, "jamjet.toml"), project);
  return folder;
}

/** What the caches hold after a few runs of `validate`, in bytes, by the script that each belongs to. */
function cachesAfter(document: string, project?: string): { readonly [script: string]: number } {
  const folder = newFolder(document, project);
  const cache = join(folder, "cache");
  for (let run = 0; run < 3; run += 1) spawnSync(process.execPath, [executable, "validate", "flow.yaml"], { cwd: folder, env: { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: cache } });
  const files = readdirSync(join(cache, "jamjet"));
  return Object.fromEntries(files.map((file) => [/-(cli|often|rest)\.bin$/.exec(file)?.[1] ?? file, statSync(join(cache, "jamjet", file)).size]));
}

/* Where one of these fails: `cli/dev/scripts.mjs` says what may be in which script. */

it("checks a good document without reading what only findings and other commands need", () => {
  expect(Object.keys(cachesAfter(good))).toEqual(["cli"]);
  expect(Object.keys(cachesAfter(good.replace("next: look", "next: lok"))).sort()).toEqual(["cli", "often"]);
});

it("reads a project and says what it finds without reading what only other commands need", () => {
  const project = '[[mcp.servers]]\nname = "search"\ncommand = "search-server"\n\n[defaults]\nprovider = "openai"\n';
  expect(Object.keys(cachesAfter(good, project)).sort()).toEqual(["cli", "often"]);
});

it("starts from no more than so many bytes, however many rules there are", () => {
  expect(statSync(join(dirname(executable), "cli.cjs")).size).toBeLessThan(430_000);
  expect(statSync(join(dirname(executable), "often.cjs")).size).toBeLessThan(120_000);
  expect(cachesAfter(good)["cli"]).toBeLessThan(800_000);
});

it("keeps what sets up slowly out of the script that every start reads", () => {
  const places = ["cli", "often", "rest"].map((script) => [script, readFileSync(join(dirname(executable), `${script}.cjs`), "utf8")] as const);
  const placesOf = (words: string): readonly string[] => places.flatMap(([script, text]) => (text.includes(words) ? [script] : []));
  // The TOML parser; the parser of arguments, the parser generator, the YAML package, the colours, the hashes of reports.
  expect(placesOf("Invalid TOML")).toEqual(["often"]);
  for (const words of ["commander.executeSubCommandAsync", "NoViableAltException", "flow-error-end", "ansi256", "node:crypto"]) expect({ words, in: placesOf(words) }).toEqual({ words, in: ["rest"] });
});
