import { expect, it } from "vitest";
import type { Fields } from "../../schemas/field.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { planOf } from "../../runtime/core/plan.ts";
import { resolveFields } from "../../runtime/resolve.ts";
import { nodeSpecs } from "../../schemas/nodes/index.ts";
import { call, get, halt, less, lit, program, text } from "../support/programs.ts";

const roots = { state: { name: "Ada", n: 3 } };
const env = { TOKEN: "s3cret", PORT: "80", MODE: "fast" };

/** Resolves `lowered` by `fields`, where `code` numbers stand for `pieces` in their order. */
function check(fields: Fields, lowered: JsonObject, pieces: readonly ExprIr[], expected: object): void {
  const subject = program({ nodes: { work: call({ fields: (code) => (pieces.forEach(code), {}) }), end: halt() } });
  const recordedEnv: { readonly [name: string]: string } = { MODE: "fast" };
  const scope = { roots, env: (name: string) => recordedEnv[name] };
  expect(resolveFields(planOf(subject), fields, lowered, { scope, env: (name) => (env as { readonly [name: string]: string })[name] })).toMatchObject(expected);
}

const both = (value: JsonObject): object => ({ ok: true, value: { real: value, recorded: value } });

it("renders templates, keeps the type of a value, and takes plain fields as they are", () => {
  check(nodeSpecs.tool.fields, { server: "s", tool: "t", arguments: { who: { code: 0 }, n: { code: 1 }, deep: { map: { list: { list: [{ lit: null }, { code: 1 }] } } } } }, [text("hi ", get("state", "name")), get("state", "n")],
    both({ server: "s", tool: "t", arguments: { who: "hi Ada", n: 3, deep: { list: [null, 3] } } }));
});

it("follows tags, maps, lists and alternatives by shape", () => {
  const scorers = [{ type: "assertion", check: [0] }, { type: "llm_judge", rubric: 1, model: "m", min_score: 4 }, { type: "custom", module: "a.js", kwargs: { n: [1] } }];
  check(nodeSpecs.eval.fields, { scorers, on_fail: "halt", max_retries: 0 }, [less(get("state", "n"), lit(5)), text("good, ", get("state", "name"))], both({
    scorers: [{ type: "assertion", check: [{ value: true, source: "code 0" }] }, { type: "llm_judge", rubric: "good, Ada", model: "m", min_score: 4 }, { type: "custom", module: "a.js", kwargs: { n: [1] } }],
    on_fail: "halt",
    max_retries: 0,
  }));
  const either = { way: { shape: "either", scalar: { shape: "target", edge: "next", words: { fail: "" }, doc: "" }, list: { shape: "list", of: { shape: "template", doc: "" }, doc: "" }, map: { shape: "object", fields: { a: { shape: "template", doc: "" } }, doc: "" }, doc: "" } } as const satisfies Fields;
  check(either, { way: 1 }, [lit("x")], both({ way: 1 }));
  check(either, { way: { word: "fail" } }, [lit("x")], both({ way: { word: "fail" } }));
  check(either, { way: [0] }, [lit("x")], both({ way: ["x"] }));
  check(either, { way: { a: 0 } }, [lit("x")], both({ way: { a: "x" } }));
});

it("gives the call the values of the environment and the log their names", () => {
  check(nodeSpecs.http.fields, { method: "GET", url: 0, headers: { authorization: 1 } }, [text("http://localhost:", get("env", "PORT")), text("Bearer ", get("env", "TOKEN"))], {
    ok: true,
    value: {
      real: { method: "GET", url: "http://localhost:80", headers: { authorization: "Bearer s3cret" } },
      recorded: { method: "GET", url: "http://localhost:{{ env.PORT }}", headers: { authorization: "Bearer {{ env.TOKEN }}" } },
    },
  });
});

it("records the template itself where the name of a variable does not do for its value", () => {
  const port: ExprIr = { op: "call", fn: "int", args: [get("env", "PORT")] };
  check(nodeSpecs.http.fields, { url: 0, query: { port: { code: 1 } } }, [lit("http://h"), port], {
    ok: true, value: { real: { query: { port: 80 } }, recorded: { query: { port: "code 1" } } },
  });
});

it("reads the environment in conditions as it was recorded", () => {
  const check1 = { shape: "expression", as: "condition", doc: "" } as const;
  check({ check: check1 }, { check: 0 }, [get("env", "MODE")], both({ check: { value: "fast", source: "code 0" } }));
  check({ check: check1 }, { check: 0 }, [get("env", "TOKEN")], { ok: false, failure: { code: "expression_error" } });
});

it("names the field whose code has no value, and nothing of its content", () => {
  check(nodeSpecs.http.fields, { url: 0 }, [text(get("state", "name", "deep"))], { ok: false, failure: { code: "expression_error", message: expect.stringMatching(/^in 'url': (?!.*Ada)/) } });
});
