import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { painted } from "../support/hostile.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-output-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const steering = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Every byte that a command says, where it was run; under `--json` its answer is JSON. */
function check(words: readonly string[], env: { readonly [name: string]: string } = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [executable, ...words], { cwd: folder, encoding: "utf8", input: "", env: { PATH: process.env["PATH"], HOME: folder, ...env } });
  expect(status, stderr).not.toBe(70);
  if (words.includes("--json")) expect(() => JSON.parse(stdout) as unknown, words.join(" ")).not.toThrow();
  return stdout + stderr;
}

const workflow = `workflow:
  id: w
  version: 0.1.0
  state_schema: {said: str, shown: list, asked: str}
  start: ask
nodes:
  ask: {type: model, model: gpt-4o, prompt: "{{ state.asked }}", output_key: said, next: paint}
  paint: {type: tool, server: painter, tool: paint, arguments: {text: "{{ state.said }}"}, output_key: shown, next: break}
  break: {type: tool, server: painter, tool: fail, next: end}
  end: {type: end}
`;

/** The string as every character beyond ASCII is written in YAML and JSON alike. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What must stand in nothing that is said, with what stands around it. */
function steeringIn(said: string): string | undefined {
  return said.match(new RegExp(`.{0,40}${steering.source}.{0,20}`))?.[0];
}

it("P28: nothing that came from outside steers the terminal, whichever command shows it", () => {
  writeFileSync(join(folder, "w.yaml"), workflow);
  writeFileSync(join(folder, "replies.yaml"), `- node: ask\n  text: ${quoted(painted)}\n`);
  writeFileSync(join(folder, "jamjet.toml"), `[[mcp.servers]]\nname = "painter"\ncommand = "node"\nargs = ["${resolve("test/support/hostile-mcp.mjs")}", "painted"]\n`);
  const ran = check(["run", "w.yaml", "--input", JSON.stringify({ asked: painted }), "--replies", "replies.yaml", "--stream"]);
  const id = /exec_\w+/.exec(ran)?.[0] ?? expect.fail(ran);
  const shown = [
    ran, check(["ls"]), check(["inspect", id]), check(["inspect", id, "--node", "ask"]), check(["inspect", id, "--node", "paint"]), check(["inspect", id, "--node", "break"]), check(["events", id]),
    ...["ls", "inspect", "events"].map((name) => check([name, ...(name === "ls" ? [] : [id]), "--json"])), check(["tools", "list"]), check(["graph", "w.yaml", "-f", "ascii"]), check(["validate", "w.yaml"]),
  ];
  for (const said of shown) expect(steeringIn(said)).toBeUndefined();
  expect(shown.filter((said) => /U\+001B|\\u001b/.test(said)).length).toBeGreaterThan(6);
});

/** Waits, people, conditions and drawings, with hostile words wherever words may stand. */
const asking = `workflow:
  id: asking
  version: 0.1.0
  description: ${quoted(painted)}
  labels: {team: ${quoted(painted)}}
  state_schema: {said: str, asked: str, decided: dict}
  start: choose
nodes:
  choose: {type: branch, description: ${quoted(painted)}, conditions: [{if: ${quoted(`state.said == '${painted.replaceAll("'", "")}'`)}, next: end}], default: ask}
  ask: {type: human_approval, message: ${quoted(`${painted} {{ state.said }}`)}, approvers: [alice], output_key: decided, on_approved: hear, on_rejected: end, labels: {x: ${quoted(painted)}}}
  hear: {type: wait, event: ${quoted(painted)}, data: {said: str}, next: draw}
  draw: {type: tool, server: painter, tool: ${quoted(painted)}, arguments: {x: ${quoted(painted)}}, next: end}
  end: {type: end}
`;

it("P28: nor do approvals, waits, programs and drawings, and data stays data", () => {
  writeFileSync(join(folder, "asking.yaml"), asking);
  const ran = check(["run", "asking.yaml", "--input", JSON.stringify({ said: painted, asked: painted }), "--no-wait"]);
  const id = /exec_\w+/.exec(ran)?.[0] ?? expect.fail(ran);
  const drawn = ["mermaid", "dot", "svg", "ascii"].map((format) => check(["graph", "asking.yaml", "-f", format]));
  const json = [["approvals"], ["inputs", "asking.yaml"], ["replay", id], ["validate", "asking.yaml"], ["compile", "asking.yaml"], ["graph", "asking.yaml"]].map((words) => check([...words, "--json"]));
  const lines = [
    ran, check(["approvals"]), check(["approve", id, "--decision", painted]), check(["approve", id, "--decision", "approved", "--user", "alice", "--comment", painted]), check(["resume", id, "--event", painted.slice(1), "--data", "{}"]),
    check(["inspect", id]), check(["inspect", id, "--node", "ask"]), check(["events", id]), check(["replay", id]), check(["cancel", id]), check(["compile", "asking.yaml"]), check(["inputs", "asking.yaml"]), check(["explain", painted.slice(1)]), check(["doctor"]),
  ];
  for (const said of [...lines, ...json, ...drawn]) expect(steeringIn(said)).toBeUndefined();
});

it("paints with its own colours and nobody else's", () => {
  const said = check(["ls"], { FORCE_COLOR: "1" }) + check(["tools", "list"], { FORCE_COLOR: "1" });
  expect(said.replaceAll(/\u001b\[\d+m/g, "")).not.toMatch(steering);
});

it("shows names of files escaped, and takes none for an option", () => {
  const names = [`a${painted.replace(/\u2028|\//g, "")}.yaml`, "two\nlines.yaml", "-rf.yaml", `${"x".repeat(250)}.yaml`];
  for (const name of names) writeFileSync(join(folder, name), "workflow: 1\n");
  for (const name of names) {
    const said = check(["validate", "--", name]);
    expect(said).toMatch(/error\[JJ\d+\]/);
    expect(said).not.toMatch(steering);
  }
  expect(check(["validate", "two\nlines.yaml"])).toContain("two<U+000A>lines.yaml:1:");
  expect(check(["validate", "none\u001b.yaml"])).not.toMatch(steering);
  expect(check([painted])).not.toMatch(steering);
  expect(check(["run", `--${painted}`])).not.toMatch(steering);
});
