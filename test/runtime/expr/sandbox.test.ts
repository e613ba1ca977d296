import { expect, it } from "vitest";
import type { ExprIr } from "../../../schemas/expr/ir.ts";
import type { Json } from "../../../schemas/json.ts";
import type { Evaluation } from "../../../runtime/expr/evaluate.ts";
import { compileExpr, evaluate } from "../../../runtime/expr/evaluate.ts";
import { sprung } from "../../support/tripwires.ts";

const values: readonly Json[] = [null, true, 0, "text", [], [1], {}, { a: 1 }, JSON.parse('{"__proto__": {"x": 1}}') as Json];
const inherited = [...new Set([Object, Array, String, Number, Boolean, Function].flatMap((type) => [...Object.getOwnPropertyNames(type.prototype), ...Object.getOwnPropertyNames(type)]))];
const state: ExprIr = { op: "root", name: "state" };

function read(ir: ExprIr, value: Json): Evaluation {
  return evaluate(ir, { roots: { state: value }, env: () => undefined });
}

it("reads nothing that is inherited, by any name, from any kind of value", () => {
  const outcomes: Evaluation[] = [];
  const trips = sprung(() => {
    for (const value of values) {
      for (const key of inherited) {
        if (value !== null && typeof value === "object" && Object.hasOwn(value, key)) continue;
        outcomes.push(read({ op: "get", of: state, key }, value), read({ op: "index", of: { op: "list", items: [state] }, at: { op: "lit", value: 0 } }, value));
        outcomes.push(read({ op: "index", of: { op: "get", of: state, key: "a" }, at: { op: "lit", value: key } }, { a: value }), read({ op: "method", of: state, name: "get", args: [{ op: "lit", value: key }] }, value));
        outcomes.push(read({ op: "filter", of: { op: "list", items: [state] }, name: "map", args: [], named: { attribute: { op: "lit", value: key } } }, value));
      }
    }
  });
  expect(trips).toEqual([]);
  for (const result of outcomes) {
    if (result.ok) expect([...values, [null], [undefined]]).toContainEqual(result.value);
  }
});

it("calls no filter, test, method or function by the name of something inherited", () => {
  for (const name of inherited) {
    const dynamic = read({ op: "filter", of: { op: "lit", value: [1] }, name: "map", args: [{ op: "lit", value: name }], named: {} }, null);
    const test = read({ op: "filter", of: { op: "lit", value: [1] }, name: "select", args: [{ op: "lit", value: name }], named: {} }, null);
    const known = ["map", "sort", "join", "length", "reverse", "replace", "slice", "trim", "round"];
    if (!known.includes(name)) expect([dynamic.ok, test.ok]).toEqual([false, false]);
  }
});

it.each(["constructor", "__proto__", "toString"])("refuses IR that names the built-in '%s'", (name) => {
  for (const ir of [{ op: "call", fn: name, args: [] }, { op: "method", of: state, name, args: [] }, { op: "filter", of: state, name, args: [], named: {} }, { op: "is", of: state, test: name, args: [], negated: false }] satisfies ExprIr[]) {
    expect(() => evaluate(ir, { roots: {}, env: () => undefined })).toThrow(`is called '${name}'`);
  }
});

it("makes a key of a dict of any text, and nothing more", () => {
  const ir: ExprIr = { op: "dict", entries: [[{ op: "lit", value: "__proto__" }, { op: "lit", value: { polluted: true } }]] };
  expect(read({ op: "get", of: ir, key: "polluted" }, null)).toEqual({ ok: true, value: null });
  expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
});

it("reads no key that somebody added to the prototype of all objects", () => {
  const irs: readonly ExprIr[] = [{ op: "get", of: state, key: "isAdmin" }, { op: "index", of: state, at: { op: "lit", value: "isAdmin" } }, { op: "method", of: state, name: "get", args: [{ op: "lit", value: "isAdmin" }] }];
  const ready = irs.map((ir) => compileExpr(ir));
  Object.defineProperty(Object.prototype, "isAdmin", { value: true, enumerable: true, configurable: true, writable: true });
  let found: readonly Evaluation[] = [];
  try {
    found = ready.map((run) => run({ roots: { state: {} }, env: () => undefined }));
  } finally {
    Reflect.deleteProperty(Object.prototype, "isAdmin");
  }
  expect(found).toEqual(irs.map(() => ({ ok: true, value: null })));
});

it("inserts what looks like a template literally", () => {
  const ir: ExprIr = { op: "text", parts: [{ part: "text", text: "say " }, { part: "out", of: state }] };
  expect(read(ir, "{{ env.API_KEY }}{% for x in y %}")).toEqual({ ok: true, value: "say {{ env.API_KEY }}{% for x in y %}" });
});

it("gives 'env' itself to nobody", () => {
  expect(evaluate({ op: "root", name: "env" }, { roots: {}, env: () => "secret" })).toEqual({ ok: false, failure: { code: "expression_error", message: "'env' has no value of its own: read one variable of it" } });
});
