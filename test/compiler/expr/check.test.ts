import { expect, it } from "vitest";
import { checkExpression, parseExpression } from "../../../compiler/expr/expression.ts";
import { exprEnv, rootTypes } from "../../../compiler/expr/env.ts";
import { functions } from "../../../schemas/expr/functions.ts";
import { methods } from "../../../schemas/expr/methods.ts";
import { operators } from "../../../schemas/expr/operators.ts";
import { tests } from "../../../schemas/expr/tests.ts";
import { filters } from "../../../schemas/template/filters.ts";
import { describeType, types } from "../../../schemas/type.ts";
import { inPlace, renderFindings } from "../../support/problems.ts";
import { sampleEnv, sampleState } from "../../support/types.ts";

/** The type of an expression about the sample state, in which nothing is wrong. */
function checkType(text: string, expected: string): void {
  const { type, diagnostics } = checkExpression(parseExpression(text), sampleEnv, inPlace);
  expect(renderFindings(text, diagnostics), text).toEqual([]);
  expect(describeType(type), text).toBe(expected);
}

/** All that is wrong with an expression about the sample state. */
function check(text: string, ...expected: readonly string[]): void {
  const { diagnostics } = checkExpression(parseExpression(text), sampleEnv, inPlace);
  expect(renderFindings(text, diagnostics), text).toEqual(expected);
}

/** What one should do about it. */
function help(text: string): readonly (string | undefined)[] {
  return checkExpression(parseExpression(text), sampleEnv, inPlace).diagnostics.map((each) => each.help);
}

it("finds types through operators", () => {
  checkType("state.n + 1", "int");
  checkType("state.n + state.score", "float");
  checkType("state.n / 2", "float");
  checkType("state.n // 2", "int");
  checkType("'a' * state.n", "str");
  checkType("state.tags + state.nums", "list[str | int]");
  checkType("state.x + 1", "float");
  checkType("not state.x", "bool");
  checkType("-state.score", "float");
  checkType("1 < state.n < 3.5", "bool");
  checkType("state.name if state.ok else None", "str | None");
  checkType("state.maybe or 'x'", "str");
  checkType("state.ok and state.n", "bool | int | None");
});

it("gives 'and' the type of its left side where that is false", () => {
  checkType("'x' and state.n", "int");
  checkType("'' and state.n", 'Literal[""] | int');
  checkType("(state.ok or True) and state.n", "bool | int");
  checkType("state.n if state.ok is None else (state.ok and state.n)", "int | bool");
  checkType("state.maybe and state.n", "str | None | int");
  checkType("[ok and 1 for ok in [state.ok]]", "list[Literal[1] | bool]");
});

it("finds types through paths, indexes and slices", () => {
  checkType("state.plan.steps[0].name", "str");
  checkType("state['plan']['title']", "str");
  checkType("state.meta.anything", "any");
  checkType("state.meta['a']['b']", "any");
  checkType("state.counts.a", "int | None");
  checkType("state.counts['a'] + state.counts[state.name]", "int");
  checkType("[state.counts] | map(attribute='a')", "list[int | None]");
  checkType("state.name[0]", "str");
  checkType("state.tags[1:]", "list[str]");
  checkType("state.plan[state.name]", "str | list[{id: int, name: str}]");
  checkType("error.code", "str");
  checkType("env.HOME", "str");
  checkType("execution.id + node.id", "str");
});

it("finds types through functions, methods, filters and comprehensions", () => {
  checkType("max(state.nums)", "int");
  checkType("round(state.score)", "int");
  checkType("round(state.score, 1)", "float");
  checkType("sorted(state.plan.steps)", "list[{id: int, name: str}]");
  checkType("state.name.split(',')[0].upper()", "str");
  checkType("state.plan.get('title', 3)", "Literal[3] | str | list[{id: int, name: str}]");
  checkType("state.tags | first | upper", "str");
  checkType("state.plan.steps | map(attribute='id')", "list[int]");
  checkType("state.maybe | default('x')", "str");
  checkType("sum(step.id for step in state.plan.steps if step.name)", "int");
  checkType("[pair[0] for pair in zip(state.tags, state.nums)]", "list[str | int]");
  checkType("[key for key, value in state.meta.items()]", "list");
  checkType("[]", "list[never]");
  checkType("len([]) == 0 and 'x' in []", "bool");
});

it("complains about operands that fail on each run", () => {
  check("state.name > 3", "JJ5006 «state.name > 3»: cannot compare str and int");
  check("state.n + state.name", "JJ5006 «state.n + state.name»: cannot add int and str");
  check("state.ok + 1", "JJ5006 «state.ok + 1»: cannot add bool and int");
  check("-state.name", "JJ5006 «-state.name»: cannot negate str");
  check("3 in state.name", "JJ5006 «3 in state.name»: cannot look for int in str");
  check("state.n[0]", "JJ5006 «state.n»[0]: cannot index int");
  check("state.plan[1:]", "JJ5006 «state.plan»[1:]: cannot slice dict");
  check("[x for x in state.n]", "JJ5006 [x for x in «state.n»]: cannot loop over int");
  check("[a for a, b in state.tags]", "JJ5006 [a for a, b in «state.tags»]: cannot unpack str into 2 variables");
  check("state.n / 0", "JJ3009 state.n «/ 0»: '/' by zero fails every time");
  check("range(1e9)", "JJ5008 «range(1e9)»: 'range' would have 1000000000 items");
});

it("says nothing where some run may succeed", () => {
  checkType("state.x.y.z + state.x[0] > state.x", "bool");
  checkType("state.tags[state.score]", "str");
  checkType("error.attempt + 1", "int");
  checkType("state.name == None", "bool");
  checkType("state.x == 3 and state.x == 'a'", "bool");
});

it("warns where a value may be None by its type", () => {
  const none = "'state.maybe' may be None here";
  check("state.maybe + 'x'", `JJ5009 warning «state.maybe» + 'x': ${none}`);
  check("'a' < state.maybe", `JJ5009 warning 'a' < «state.maybe»: ${none}`);
  check("state.maybe.upper()", `JJ5009 warning «state.maybe».upper(): ${none}`);
  check("state.maybe[0]", `JJ5009 warning «state.maybe»[0]: ${none}`);
  check("state.maybe | upper", `JJ5009 warning «state.maybe» | upper: ${none}`);
  check("len(state.maybe)", `JJ5009 warning len(«state.maybe»): ${none}`);
  check("[x for x in state.maybe]", `JJ5009 warning [x for x in «state.maybe»]: ${none}`);
  check("state.plan.get('steps').x", "JJ5009 warning «state.plan.get('steps')».x: this value may be None here", "JJ2003 state.plan.get('steps').«x»: str | list[{id: int, name: str}] has no 'x'");
});

it("warns where a mapping may lack the key that is read by its name", () => {
  const none = "'state.counts.a' may be None here";
  check("state.counts.a + 1", `JJ5009 warning «state.counts.a» + 1: ${none}`);
  check("state.counts.a > 3 if 'b' in state.counts else True", `JJ5009 warning «state.counts.a» > 3 if 'b' in state.counts else True: ${none}`);
  check("state.counts.a + 1 if 'a' not in state.counts else 1", "JJ5006 «state.counts.a + 1» if 'a' not in state.counts else 1: cannot add None and int");
  check("state.counts.a == 'x'", "JJ5007 «state.counts.a == 'x'»: 'int | None == str' is always false");
  checkType("'a' in state.counts and state.counts.a > 3", "bool");
  checkType("1 if 'a' not in state.counts else state.counts.a + 1", "int");
  checkType("state.counts.a | default(0) + (state.counts.a or 1)", "int");
  checkType("state.counts.a == 3 or state.counts.a == None or state.counts.a == state.counts.b", "bool");
});

it("says nothing of None behind a test of the same path", () => {
  checkType("state.maybe is not None and len(state.maybe) > 3", "bool");
  checkType("state.maybe is None or state.maybe > 'a'", "bool");
  checkType("state.maybe + 'x' if state.maybe else ''", "str");
  checkType("'' if not state.maybe else state.maybe[0]", "str");
  checkType("'' if state.maybe is undefined else state.maybe[0]", "str");
  checkType("[x + '' for x in [state.maybe] if x is not None]", "list[str]");
  checkType("len(state.maybe or '') + len(state.maybe | default('x'))", "int");
  checkType("state.maybe == 'a' and state.maybe + 'x' == 'ax'", "bool");
});

it("forgets what was said of a name that a variable hides", () => {
  check("[x + 'b' for x in [state.maybe] if x for x in [state.maybe]]", "JJ5009 warning [«x» + 'b' for x in [state.maybe] if x for x in [state.maybe]]: 'x' may be None here");
});

it("warns of chains that are neither of equals nor of order", () => {
  check("state.name != 'a' != 'b'", "JJ3008 warning «state.name != 'a' != 'b'»: this compares neighbours: '… != …' and '… != …' must both hold");
  check("0 < state.n in state.nums", "JJ3008 warning «0 < state.n in state.nums»: this compares neighbours: '… < …' and '… in …' must both hold");
  checkType("0 <= state.n < 5 and state.name == 'a' == 'a'", "bool");
  checkType("(state.name != 'a') != state.ok", "bool");
});

it("complains about equality that decides nothing", () => {
  check("state.n == '5'", "JJ5007 «state.n == '5'»: 'int == str' is always false");
  check("true == 1", "JJ5007 «true == 1»: 'bool == int' is always false");
  check("state.n not in state.tags", "JJ5007 «state.n not in state.tags»: 'int not in list[str]' is always true");
  check("state.mode == 'c'", "JJ5007 warning «state.mode == 'c'»: comparing with \"c\" is always false: the value is never that");
  checkType("state.mode in ['a', 'c']", "bool");
  checkType("state.n == 1.0", "bool");
});

it("complains about names that nothing has", () => {
  check("state.nmae", "JJ2002 state.«nmae»: 'nmae' is not declared in 'state_schema'");
  check("state['nmae']", "JJ2002 state['«nmae»']: 'nmae' is not declared in 'state_schema'");
  check("state.plan.titel", "JJ2003 state.plan.«titel»: 'plan' (dict) has no 'titel'");
  check("state.open.titel", "JJ2003 warning state.open.«titel»: 'open' (dict) has no 'titel'");
  checkType("state.open.other", "any");
  check("state.n.foo", "JJ2003 state.n.«foo»: 'n' (int) has no 'foo'");
  check("stat.x", "JJ2004 «stat».x: unknown variable 'stat'");
  check("state.name == done", "JJ3005 state.name == «done»: 'done' is not a variable");
  check("output.x", "JJ2015 «output».x: 'output' has no value here; it has one in 'next' and 'on_error', and in an eval");
  check("env.get('A')", "JJ5008 «env».get('A'): 'env' has no value of its own");
  check("env", "JJ5008 «env»: 'env' has no value of its own");
  check("[x.nam for x in state.plan.steps]", "JJ2003 [x.«nam» for x in state.plan.steps]: 'x' has no 'nam'");
  check("state.plan.steps | map(attribute='nam')", "JJ2003 state.plan.steps | map(attribute='«nam»'): dict has no 'nam'");
});

it("offers what was meant", () => {
  expect(help("state.nmae")).toEqual(["did you mean 'name'?"]);
  expect(help("name == 'a'")).toEqual(["write 'state.name'"]);
  expect(help("done")).toEqual(["quote it, 'done', if it is text"]);
  expect(help("undefined")).toEqual(["write 'None'"]);
  expect(help("length(state.tags)")).toEqual(["did you mean 'len'?"]);
  expect(help("upper(state.name)")).toEqual(["did you mean '….upper()'?"]);
  expect(help("state.name.title")).toEqual(["call it: '.title(…)'"]);
  expect(help("state.n | upper")).toEqual(["put '| string' before it"]);
});

it("complains about calls that fit no signature", () => {
  check("len()", "JJ5008 «len()»: 'len' takes 1 argument, not 0");
  check("len(1, 2)", "JJ5008 len(1, «2»): 'len' takes 1 argument, not 2");
  check("state.name.replace('a')", "JJ5008 state.name.«replace('a')»: 'replace' needs 'new'");
  check("len(state.n)", "JJ5008 len(«state.n»): 'len' takes list, str or dict as 'value', not int");
  check("sorted(state.tags, revers=True)", "JJ5008 «sorted»(state.tags, revers=True): 'sorted' has no argument 'revers'");
  check("min('a', 1)", "JJ5008 «min('a', 1)»: 'min' does not take these arguments together");
  check("length(state.tags)", "JJ3004 «length»(state.tags): unknown function 'length'");
  check("state.name.uper()", "JJ3004 state.name.«uper»(): unknown method 'uper'");
  check("state.tags.upper()", "JJ5008 state.tags.«upper»(): list[str] has no method 'upper'");
  check("state.name.split(sep=',')", "JJ5008 state.name.split(«sep»=','): methods take no named arguments");
  check("state.name is even", "JJ5008 state.name is «even»: 'even' needs int, not str");
  check("state.n is oddd", "JJ3004 state.n is «oddd»: unknown test 'oddd'");
  check("state.name | upperr", "JJ3102 state.name | «upperr»: unknown filter 'upperr'");
  check("state.name | join(',')", "JJ3103 state.name | «join»(','): 'join' needs list, not str");
  check("state.tags | join(3)", "JJ3103 state.tags | join(«3»): 'join' needs str as 'd', not int");
  check("state.tags | select('od')", "JJ3004 state.tags | select('«od»'): unknown test 'od'");
});

it("names the nearest of our words, or where all of them are listed", () => {
  expect(help("state.name | len")).toEqual(["did you mean 'length'?"]);
  expect(help("state.tags | zzz")).toEqual(["'jamjet explain JJ3102' lists every filter"]);
  expect(help("zzz(1)")).toEqual(["'jamjet explain JJ3004' lists every function"]);
  expect(help("state.n is zzz")).toEqual(["'jamjet explain JJ3004' lists every test"]);
  expect(help("state.x.zzz()")).toEqual(["'jamjet explain JJ3004' lists every method"]);
});

it("knows no name of JavaScript's objects", () => {
  for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty"]) {
    check(`${name}(1)`, `JJ3004 «${name}»(1): unknown function '${name}'`);
    check(`state.n | ${name}`, `JJ3102 state.n | «${name}»: unknown filter '${name}'`);
    check(`state.n is ${name}`, `JJ3004 state.n is «${name}»: unknown test '${name}'`);
    expect(help(`${name}(1)`)[0]).not.toContain("native");
  }
});

it("tells a slip once, whatever is made of it", () => {
  check("state.nmae.foo[0].upper() + 1 > 'a'", "JJ2002 state.«nmae».foo[0].upper() + 1 > 'a': 'nmae' is not declared in 'state_schema'");
  check("len(state. + 1) == 'x' | nope(1)", "JJ3001 len(state«.» + 1) == 'x' | nope(1): expected a name after '.'", "JJ3102 len(state. + 1) == 'x' | «nope»(1): unknown filter 'nope'");
});

it("warns of a variable that hides a root", () => {
  check("[state for state in state.tags]", "JJ3110 warning [state for «state» in state.tags]: the variable 'state' hides the root 'state'");
});

it("knows roots only where they have a value", () => {
  const env = exprEnv(rootTypes(sampleState, { output: types.str }));
  expect(describeType(checkExpression(parseExpression("output"), env, inPlace).type)).toBe("str");
});

it("finds nothing wrong with the examples of the tables", () => {
  for (const table of [functions, methods, operators, tests, filters]) {
    for (const { example } of Object.values(table)) check(example.text);
  }
});
