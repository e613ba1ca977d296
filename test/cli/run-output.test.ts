import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { width } from "../../cli/render/page.ts";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-output-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function jamjet(words: readonly string[], env: { readonly [name: string]: string } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder, ...env } });
  return { code: status, out: stdout, err: stderr };
}

const header = (start: string): string => `workflow:\n  id: sorry\n  version: 1.0.0\n  state_schema: {a: str, n: int}\n  start: ${start}\n`;
const refused = "http://127.0.0.1:5009/";
writeFileSync(join(folder, "error.yaml"), `${header("pick")}nodes:
  pick: {type: branch, conditions: [{if: "state.n > 3", next: fetch}], default: fine}
  fetch: {type: http, url: "${refused}", output_key: a, on_error: again, next: fine}
  again: {type: branch, conditions: [{if: "state.n > 100", next: fetch}], default: sorry}
  sorry: {type: end, status: failed}
  fine: {type: end}
`);
writeFileSync(join(folder, "escalate.yaml"), `${header("write").replace(", n: int", "").replace("  start", "  escalate: sorry\n  start")}nodes:
  write: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: check}
  check: {type: eval, scorers: [{type: assertion, check: "len(output.a) > 100"}], on_fail: escalate, next: fine}
  sorry: {type: end, status: failed}
  fine: {type: end}
`);
writeFileSync(join(folder, "replies.yaml"), "- node: write\n  text: much too short for what is asked, and so it is not what anybody wanted\n");

it("says which failure led to an end that fails, reached by on_error", () => {
  const { code, out } = jamjet(["run", "error.yaml", "-i", '{"n": 7}']);
  expect(code).toBe(1);
  expect(out).toMatch(/\nnode_failed: 'sorry' ends the execution as failed\n {2}before it, 'fetch' failed: guard_refused: /);
  const id = /exec_[0-9A-Z]{26}/.exec(out)?.[0] ?? "";
  expect(jamjet(["inspect", id]).out).toContain("  before it, 'fetch' failed: guard_refused: ");
  expect(JSON.parse(jamjet(["inspect", id, "--json"]).out)).toMatchObject({ failure: { code: "node_failed" }, cause: { node: "fetch", code: "guard_refused" } });
});

it("says whose scorers led to an end that fails, reached by escalation", () => {
  const { code, out } = jamjet(["run", "escalate.yaml", "--replies", "replies.yaml", "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ failure: { code: "node_failed" }, cause: { node: "check", code: "eval_failed" } });
});

it("says how to try again what another attempt may mend, and lists what has failed by its status", () => {
  const wrong = jamjet(["run", "escalate.yaml"], { OPENAI_API_KEY: "" });
  expect(wrong.code).toBe(1);
  const [, retry = ""] = /\nlook into it: jamjet inspect (?:exec_\w+)\ntry it again: jamjet (resume exec_\w+ --retry)\n$/.exec(wrong.out) ?? [];
  const id = retry.split(" ")[1] ?? "";
  expect(jamjet(["inspect", id]).out).toMatch(/\n\ntry it again with: jamjet resume exec_\w+ --retry\n$/);
  const again = jamjet([...retry.split(" "), "--json"], { OPENAI_API_KEY: "" });
  expect(JSON.parse(again.out)).toMatchObject({ status: "failed", retry: `jamjet ${retry}` });
  // What the workflow itself says would be the same again.
  expect(jamjet(["run", "error.yaml", "-i", '{"n": 7}']).out).not.toContain("try it again");

  const listed = (...words: readonly string[]): readonly { readonly execution_id: string; readonly status: string }[] => JSON.parse(jamjet(["ls", "--json", ...words]).out) as [];
  const all = listed();
  expect(listed("--status", "failed")).toEqual(all.filter(({ status }) => status === "failed"));
  expect(listed("--limit", "1")).toEqual(all.slice(0, 1));
  expect(jamjet(["ls", "--limit", "1"]).out).toMatch(/\nolder ones are left out: --limit 10 shows more of them\n$/);
  expect(jamjet(["ls", "--status", "paused"]).out).toBe("no execution is paused\n");
  expect(jamjet(["ls", "--status", "bogus"]).code).toBe(2);
});

it("shows each route that was chosen, and the end that was reached", () => {
  const failed = jamjet(["run", "error.yaml", "-i", '{"n": 7}']).err.split("\n");
  expect(failed.slice(0, 3)).toEqual(["sorry 1.0.0", "· pick → fetch", "→ fetch"]);
  expect(failed.slice(4)).toEqual(["· again → sorry", "■ sorry", ""]);
  expect(jamjet(["run", "error.yaml", "-i", '{"n": 1}']).err).toBe("sorry 1.0.0\n· pick → fine\n■ fine\n");
});

it("keeps to a screen of 40 columns, but for command lines, which are to be copied", () => {
  const narrow = { COLUMNS: "40" };
  const run = jamjet(["run", "escalate.yaml", "--replies", "replies.yaml"], narrow);
  const id = /exec_[0-9A-Z]{26}/.exec(run.out)?.[0] ?? "";
  const outputs = [run.out, run.err, jamjet(["ls"], narrow).out, jamjet(["inspect", id], narrow).out, jamjet(["inspect", id, "--node", "check"], narrow).out, jamjet(["events", id], narrow).out, jamjet(["replay", id], narrow).out, jamjet(["inputs", "error.yaml"], narrow).out];
  for (const output of outputs) {
    const lines = output.split("\n").filter((line) => !line.includes(" jamjet ") && !line.includes(": jamjet"));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => width(line) > 40)).toEqual([]);
  }
  expect(run.out.replaceAll(/\s+/g, " ")).toContain("'sorry' ends the execution as failed");
});

it("holds the replies of a resumed execution against its program, and names all that is wrong in one run", () => {
  const stopped = jamjet(["run", "escalate.yaml", "--json"], { OPENAI_API_KEY: "" });
  const { execution_id: id } = JSON.parse(stopped.out) as { readonly execution_id: string };
  writeFileSync(join(folder, "wrong.yaml"), "- node: wrte\n  text: a\n- node: write\n  txt: b\n- node: fine\n  text: c\n");
  const lines = (said: Ended): readonly string[] => said.err.split("\n").filter((line) => line.startsWith("error: "));
  const expected = ["error: the workflow has no node 'wrte'", "error: unknown key 'txt'", "error: one of 'text', 'json', 'tool_calls', 'status' is missing", "error: 'fine' (end) asks no model"];
  const resumed = jamjet(["resume", id, "--replies", "wrong.yaml"]);
  expect(resumed.code).toBe(2);
  expect(lines(resumed)).toEqual(expected);
  expect(lines(jamjet(["run", "escalate.yaml", "--replies", "wrong.yaml"]))).toEqual(expected);
});
