import { expect, it } from "vitest";
import { hashOf, loadProgram, storedProgram } from "../../runtime/load.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { call, choose, halt, lit, program } from "../support/programs.ts";

const whole = JSON.parse(JSON.stringify(program({ nodes: { work: call({ next: "route" }), route: choose([[lit(true), "end"]], "end"), end: halt() } }))) as JsonObject;
const ops = whole["ops"] as readonly JsonObject[];
const first = (change: JsonObject): readonly JsonObject[] => ops.map((op, index) => (index === 0 ? { ...op, ...change } : op));

/** Loads the program with `change` in it and its hash made right again. */
function check(change: JsonObject, message: string): void {
  const changed = { ...whole, ...change };
  const loaded = loadProgram({ ...changed, hash: hashOf(changed) });
  expect(loaded.ok ? "loaded" : loaded.failure.message.replace("this is no program that can run: ", "")).toBe(message);
}

it("loads what the compiler made, whatever its debug part says", () => {
  expect(loadProgram(whole)).toEqual({ ok: true, value: whole });
  expect(loadProgram({ ...whole, debug: { uri: "moved.yaml", nodes: [], code: [] } }).ok).toBe(true);
});

it("H54: refuses a program that was changed by hand", () => {
  expect(loadProgram({ ...whole, env: ["HOME"] })).toMatchObject({ ok: false, failure: { code: "verification_failed", message: "this is no program that can run: its hash is not that of its content" } });
});

it("H54: refuses what is no program, and says what is wrong with it", () => {
  expect(loadProgram([])).toMatchObject({ ok: false, failure: { message: "this is no program that can run: it is not an object" } });
  check({ format: 2 }, "its format is 2, and this runtime reads 1");
  check({ workflow: { id: "x" } }, "workflow: must have required property 'version'");
  check({ ops: {} }, "ops: must be array");
  check({ extra: 1 }, "it: must NOT have additional properties ('extra')");
  check({ ops: first({ retry: 3 }) }, "ops/0/retry: must be object");
});

it("H54: refuses a program that leads to what is not there", () => {
  check({ start: 3 }, "start: there is no op 3");
  check({ ops: first({ node: "end" }) }, "ops/2: two ops are called 'end'");
  check({ ops: first({ on_error: 9 }) }, "ops/0: it leads to an op or code that is not there");
  check({ ops: first({ next: { cases: [], otherwise: 3 } }) }, "ops/0: it leads to an op or code that is not there");
  check({ ops: first({ next: { cases: [{ when: 1, to: 1 }], otherwise: 1 } }) }, "ops/0: it leads to an op or code that is not there");
});

it("takes from the store only the very program that was started", () => {
  const hash = String(whole["hash"]);
  expect(storedProgram(JSON.stringify(whole), hash)).toEqual({ ok: true, value: whole });
  for (const text of ["", "[]", JSON.stringify({ ...whole, env: ["HOME"] })]) expect(storedProgram(text, hash).ok).toBe(false);
  expect(storedProgram(JSON.stringify(whole), "0".repeat(64)).ok).toBe(false);
});

it("H54: refuses what names parts of every object, or is nested without end", () => {
  const named = JSON.parse(JSON.stringify(whole).replace("{", '{"__proto__": {"polluted": true},')) as JsonObject;
  expect(loadProgram(named).ok).toBe(false);
  expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`) as JsonObject;
  for (const change of [{ ops: [deep] }, { extra: deep }, { state: deep }, { debug: deep }]) expect(loadProgram({ ...whole, ...change }).ok).toBe(false);
});
