import { expect, it } from "vitest";
import { constantTruth, constantValue } from "../../../compiler/expr/constant.ts";
import { parseExpression } from "../../../compiler/expr/expression.ts";
import { envNamesOf, readsOf } from "../../../compiler/expr/reads.ts";

/** What an expression reads, with the key marked; `?` behind what it guards itself. */
function check(text: string, ...expected: readonly string[]): void {
  const found = readsOf(parseExpression(text).ast).map((read) => {
    const key = text.slice(read.key.start, read.key.end);
    return `${[read.root, ...read.path].join(".")} at ${key}${read.guarded ? " ?" : ""}`;
  });
  expect(found, text).toEqual(expected);
}

it("follows a path as far as its keys are written out", () => {
  check("state.plan.steps[0].name", "state.plan.steps at plan");
  check("state['plan']['title']", "state.plan.title at plan");
  check("state.rows[state.at].name", "state.rows at rows", "state.at at at");
  check("state[env.KEY]", "state at state", "env.KEY at KEY");
  check("state", "state at state");
  check("state.name.upper()", "state.name at name");
});

it("sees through calls, filters and comprehensions", () => {
  check("len(state.a) + max(state.b, output.c)", "state.a at a", "state.b at b", "output.c at c");
  check("state.a | join(state.sep)", "state.a at a", "state.sep at sep");
  check("[x.y for x in state.xs if x.z > state.min]", "state.xs at xs", "state.min at min");
  check("[state.y for state in state.xs]", "state.xs at xs");
});

it("marks what the expression guards itself", () => {
  check("state.a is None", "state.a at a ?");
  check("state.a | default('x')", "state.a at a ?");
  check("state.a and state.a.b > state.c", "state.a at a ?", "state.a.b at a ?", "state.c at c");
  check("state.a.b if state.a else state.c", "state.a at a ?", "state.a.b at a ?", "state.c at c");
  check("state.a == None or state.a > 3", "state.a at a ?", "state.a at a ?");
  check("state.a > 3", "state.a at a");
  check("state.a == 'x'", "state.a at a");
});

it("takes no comparison of two that may be unset for a test of either, where None fails", () => {
  check("state.n != state.m and state.m >= 1", "state.n at n", "state.m at m", "state.m at m");
  check("state.n == state.m and -state.m", "state.n at n", "state.m at m", "state.m at m");
  check("state.n == state.m and state.m", "state.n at n", "state.m at m", "state.m at m ?");
  check("state.n != 3 and state.n >= 1", "state.n at n", "state.n at n ?");
  check("state.n == state.m and state.m is not None and state.m >= 1", "state.n at n", "state.m at m", "state.m at m ?", "state.m at m ?");
  check("state.n is not None and state.n != state.m and state.n > 1", "state.n at n ?", "state.n at n ?", "state.m at m", "state.n at n ?");
});

it("takes no key for guarded that is the left side of 'and', and with it the result, where None fails", () => {
  check("state.a and state.b", "state.a at a ?", "state.b at b");
  check("(state.a and state.b) + 1", "state.a at a", "state.b at b");
  check("(state.a or state.b) + 1", "state.a at a ?", "state.b at b");
  check("(state.a and state.a.b).upper()", "state.a at a", "state.a.b at a ?");
  check("(state.a and state.b)[0]", "state.a at a", "state.b at b");
  check("(state.c and (state.a and state.b))[1:]", "state.c at c", "state.a at a", "state.b at b");
  check("((state.a and state.b) or 0) + 1", "state.a at a ?", "state.b at b ?");
  check("(state.a and state.b) | default(0)", "state.a at a ?", "state.b at b ?");
});

it("lists the environment variables", () => {
  expect(envNamesOf(readsOf(parseExpression("env.B + env['A'] + env.B").ast))).toEqual(["A", "B"]);
});

it("works out what reads nothing", () => {
  const value = (text: string) => constantValue(parseExpression(text).ast);
  const truth = (text: string) => constantTruth(parseExpression(text).ast);
  expect([value("1"), value("-2"), value("[1, 'a']"), value("1 < 2"), value("'a' if None else 'b'"), value("state.a")]).toEqual([1, -2, [1, "a"], true, "b", undefined]);
  expect([truth("state.a or True"), truth("state.a and ''"), truth("not []"), truth("state.a or 0"), truth("1 == '1'")]).toEqual([true, false, true, undefined, false]);
});
