import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { JsonObject } from "../../../schemas/json.ts";
import { failure } from "../../../schemas/failure.ts";
import { askScorer } from "../../../runtime/activities/custom-scorer.ts";
import { merge } from "../../../runtime/activities/merge.ts";
import { createFunctions } from "../../../runtime/adapters/functions.ts";
import { contextOf } from "../../support/activity.ts";
import { patience } from "../../support/signals.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-functions-")));
const files: { readonly [name: string]: string } = {
  "length.mjs": "export function score({ output, kwargs }) { console.log('loud'); return { passed: output.draft.length >= kwargs.least, score: 0.5, message: `${output.draft.length} characters` }; }",
  "default.mjs": "export default async ({ state }) => state.ok;",
  "nothing.mjs": "export const points = 3;",
  "throws.mjs": "export const score = () => { throw new Error('no network here'); };",
  "endless.mjs": "export const score = () => { for (;;) {} };",
  "hoards.mjs": "export const score = () => { const all = []; for (;;) all.push({ more: all.length }); };",
  "floods.mjs": "export const score = () => ({ passed: true, message: 'x'.repeat(2_000_000) });",
  "deep.mjs": "export const score = () => { let value = []; for (let depth = 0; depth < 1000; depth += 1) value = [value]; return value; };",
  "chatty.mjs": "export const score = () => { for (let line = 0; line < 2000; line += 1) console.log('x'.repeat(1000)); return true; };",
  "points.mjs": "export const score = () => ({ passed: true, score: 5 });",
  "env.mjs": "export const score = () => ({ passed: true, message: JSON.stringify(process.env) });",
  "quits.mjs": "export const score = () => process.exit(0);",
  "merges.mjs": "export const most = (branches, state) => ({ a: Math.max(...branches.map(({ writes }) => writes.a)) + state.base, from: branches.map(({ branch }) => branch) });",
  "checks/merges.py": `
def most(branches, state):
    return {"a": max(each["writes"]["a"] for each in branches) + state["base"], "from": [each["branch"] for each in branches]}
async def later(branches, state):
    return {"a": branches[-1]["writes"]["a"]}
`,
  "typed.ts": "export const score = (): boolean => true;",
  "checks/__init__.py": "",
  "checks/tone.py": `
import asyncio, os
class Polite:
    def __init__(self, word="please"):
        self.word = word
    def score(self, output, state):
        print("loud")
        return {"passed": self.word in output["draft"], "score": 0.25, "message": f"looked for {self.word!r}"}
class Result:
    def __init__(self): self.passed, self.score, self.message = True, 0.75, "an object"
class Slow:
    async def score(self, output, state):
        await asyncio.sleep(0)
        return Result()
class Called:
    def __call__(self, output, state): return state["ok"]
class Broken:
    def score(self, output, state): return output["nope"]
class Endless:
    def score(self, output, state):
        while True: pass
class Hoards:
    def score(self, output, state): return len(bytearray(3 << 30)) > 0
class Floods:
    def score(self, output, state): return {"passed": True, "message": "x" * 2_000_000}
class Dead:
    def score(self, output, state): os.kill(os.getpid(), 9)
class Secrets:
    def score(self, output, state): return {"passed": True, "message": str("KEY" in os.environ)}
`,
};
mkdirSync(join(root, "checks"));
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
symlinkSync("/etc/hostname", join(root, "link.mjs"));

const env: { readonly [name: string]: string | undefined } = { PATH: process.env["PATH"], KEY: "secret" };

const functions = createFunctions(root, (name) => env[name]);

async function check(module: string, kwargs: JsonObject = {}, signal = patience()): Promise<unknown> {
  const answer = await askScorer({ module, kwargs }, { output: { draft: "please" }, state: { ok: true } }, functions, signal);
  return answer.ok ? answer.value : answer.failure.message;
}

async function merged(module: string, name: string): Promise<unknown> {
  const branches = [{ branch: "left", writes: { a: 1 } }, { branch: "right", writes: { a: 2, b: 3 } }];
  const answer = await merge({ module, function: name }, { branches, state: { base: 10 } }, contextOf({ functions }));
  return answer.ok ? answer.value : answer.failure.message;
}

it("calls a function by name with the branches and the state, in JavaScript and in Python", async () => {
  expect(await merged("merges.mjs", "most")).toEqual({ a: 12, from: ["left", "right"] });
  expect(await merged("checks.merges", "most")).toEqual({ a: 12, from: ["left", "right"] });
  expect(await merged("checks.merges", "later")).toEqual({ a: 2 });
});

it("says why a function gave no answer", async () => {
  expect(await merged("merges.mjs", "least")).toBe("'least' of 'merges.mjs' failed: it exports no function 'least'");
  expect(await merged("checks.merges", "absent")).toMatch(/^'absent' of 'checks.merges' failed: AttributeError: .* has no attribute 'absent'$/);
  expect(await merged("checks.nowhere", "most")).toBe("'most' of 'checks.nowhere' failed: ModuleNotFoundError: No module named 'checks.nowhere'");
});

it("asks a JavaScript module, by name or by default export, sync or async", async () => {
  expect(await check("length.mjs", { least: 4 })).toEqual({ passed: true, score: 0.5, message: "6 characters" });
  expect(await check("./default.mjs")).toEqual({ passed: true, score: 1, message: "passed" });
});

it("asks a Python class, made with the keyword arguments", async () => {
  expect(await check("checks.tone:Polite", { word: "thanks" })).toEqual({ passed: false, score: 0.25, message: "looked for 'thanks'" });
  expect(await check("checks.tone:Slow")).toEqual({ passed: true, score: 0.75, message: "an object" });
  expect(await check("checks.tone:Called")).toEqual({ passed: true, score: 1, message: "passed" });
});

it("says why a scorer gave no answer", async () => {
  expect(await check("nothing.mjs")).toBe("the scorer 'nothing.mjs' failed: it exports no function 'score' and no default function");
  expect(await check("throws.mjs")).toBe("the scorer 'throws.mjs' failed: no network here");
  expect(await check("quits.mjs")).toBe("the scorer 'quits.mjs' failed: it ended without an answer");
  expect(await check("points.mjs")).toBe("the scorer 'points.mjs' failed: its score must be a number from 0 to 1, not 5");
  expect(await check("checks.tone:Broken")).toBe("the scorer 'checks.tone:Broken' failed: KeyError: 'nope'");
  expect(await check("checks.tone:Missing")).toMatch(/has no attribute 'Missing'$/);
  expect(await check("checks.tone:Dead")).toBe("the scorer 'checks.tone:Dead' failed: Python ended without an answer (killed by SIGKILL)");
});

it("ends a scorer that takes all memory, or answers without end", async () => {
  expect(await check("hoards.mjs")).toMatch(/^the scorer 'hoards.mjs' failed: Worker terminated due to reaching memory limit/);
  expect(await check("floods.mjs")).toBe("the scorer 'floods.mjs' failed: it returned more than 1048576 characters of JSON");
  expect(await check("deep.mjs")).toBe("the scorer 'deep.mjs' failed: it returned data that is nested too deeply");
  expect(await check("chatty.mjs")).toMatchObject({ passed: true });
  expect(await check("checks.tone:Floods")).toBe("the scorer 'checks.tone:Floods' failed: Python ended without an answer (killed by SIGKILL)");
  if (process.platform === "linux") expect(await check("checks.tone:Hoards")).toBe("the scorer 'checks.tone:Hoards' failed: MemoryError:");
});

it("loads nothing from outside the project", async () => {
  for (const module of ["../away.mjs", "/etc/hostname", "link.mjs"]) expect(await check(module)).toBe(`the scorer '${module}' failed: leads outside the project`);
  expect(await check("absent.mjs")).toBe("the scorer 'absent.mjs' failed: there is no such file");
});

it("hands a scorer none of our environment", async () => {
  expect(await check("env.mjs")).toMatchObject({ message: "{}" });
  expect(await check("checks.tone:Secrets")).toMatchObject({ message: "False" });
});

it("ends a scorer that does not end", async () => {
  for (const module of ["endless.mjs", "checks.tone:Endless"]) {
    const controller = new AbortController();
    const pending = check(module, {}, controller.signal);
    setImmediate(() => controller.abort(failure("timeout", "the attempt took longer than 1s")));
    expect(await pending).toBe("the attempt took longer than 1s");
  }
});

it("runs TypeScript where this Node can, and says so where it cannot", async () => {
  const said = await check("typed.ts");
  expect(["this Node cannot run TypeScript", "passed"].some((part) => JSON.stringify(said).includes(part))).toBe(true);
});
