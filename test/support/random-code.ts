import { functionNames } from "../../schemas/expr/functions.ts";
import { methodNames } from "../../schemas/expr/methods.ts";
import { testNames } from "../../schemas/expr/tests.ts";
import { filterNames } from "../../schemas/template/filters.ts";
import { pick } from "./mutate.ts";

type Random = () => number;

/** The state of every random workflow, as its author writes it. */
export const codeState = {
  s: "str", t: "str", n: "int", m: "int", f: "float", b: "bool", l: "list[str]", ns: "list[int]", d: "dict[str, int]", o: "str | None", p: "int | None",
  mode: 'Literal["a", "b", "c"]', rec: "{title: str, tags: list[str], size: int, note: str | None}", rs: "list[{name: str, score: float}]", x: "any",
  ap: '{decision: Literal["approved", "rejected"], user: str | None, comment: str | None}',
} as const;

export type CodeKey = keyof typeof codeState;
export type CodeKind = "str" | "int" | "float" | "bool" | "list[str]" | "list[int]";

/** An expression that is of its type whatever the state holds, as long as that fits its own types. */
export function typedCode(kind: CodeKind, random: Random, depth = 2): string {
  const of = (inner: CodeKind): string => typedCode(inner, random, depth - 1);
  const forms: { readonly [K in CodeKind]: readonly (() => string)[] } = {
    str: [
      () => "state.s", () => "state.t", () => "'a, b'", () => "state.rec.title", () => "state.mode", () => "execution.id", () => "(state.o or 'none')",
      () => `str(${of("float")})`, () => `(${of("str")} + ${of("str")})`, () => `${of("str")}.${pick(["upper()", "strip()", "title()", "replace('a', 'b')"], random)}`,
      () => `(${of("list[str]")} | join(', '))`, () => `(${of("str")} if ${of("bool")} else ${of("str")})`, () => `(${of("list[str]")} | first | default('x'))`,
      () => `(${of("str")} | ${pick(["upper", "trim", "truncate(9)", "urlencode", "escape", "indent(2)", "replace('a', 'b')"], random)})`,
    ],
    int: [
      () => "state.n", () => "state.m", () => "3", () => "state.rec.size", () => `len(${of(pick(["str", "list[str]", "list[int]"], random))})`, () => `(${of("int")} ${pick(["+", "-", "*"], random)} 2)`,
      () => `(${of("int")} ${pick(["//", "%"], random)} 7)`, () => `sum(${of("list[int]")})`, () => "(state.p if state.p is not None else 0)", () => "(state.p | default(1))", () => "state.d.get('k', 0)",
      () => `max(${of("int")}, 1)`, () => `abs(${of("int")})`, () => `round(${of("float")})`, () => `(${of("str")} | length)`, () => `(${of("list[str]")} | length)`, () => "node.attempt",
    ],
    float: [() => "state.f", () => of("int"), () => `(${of("float")} / 4)`, () => `(${of("float")} + ${of("float")})`, () => "sum(r.score for r in state.rs)", () => `round(${of("float")}, 1)`, () => `min(${of("float")}, 0.5)`],
    bool: [
      () => "state.b", () => `(${of("int")} ${pick(["<", ">=", "==", "!="], random)} ${of("int")})`, () => `(${of("str")} == ${of("str")})`, () => `(not ${of("bool")})`, () => `(${of("bool")} ${pick(["and", "or"], random)} ${of("bool")})`,
      () => `('a' in ${of(pick(["str", "list[str]"], random))})`, () => `state.mode ${pick(["==", "!="], random)} '${pick(["a", "b", "c"], random)}'`, () => "(state.o is not None and state.o.startswith('a'))", () => "state.p is None",
      () => "state.o is defined", () => `any(e > 1 for e in ${of("list[int]")})`, () => `all(len(e) > 1 for e in ${of("list[str]")})`, () => `1 < ${of("int")} <= 5`, () => "state.mode in ['a', 'b']",
    ],
    "list[str]": [
      () => "state.l", () => "state.rec.tags", () => `[${of("str")}, ${of("str")}]`, () => `${of("str")}.split(',')`, () => `sorted(${of("list[str]")})`, () => `(${of("list[str]")} + ${of("list[str]")})`,
      () => `list(e.upper() for e in ${of("list[str]")})`, () => "list(state.d.keys())", () => `(${of("list[str]")} | ${pick(["sort", "unique", "reverse"], random)})`, () => `${of("list[str]")}[:2]`,
    ],
    "list[int]": [() => "state.ns", () => `[${of("int")}, 1]`, () => `sorted(${of("list[int]")})`, () => "list(state.d.values())", () => "range(3)", () => `list(e * 2 for e in ${of("list[int]")})`],
  };
  const of_ = forms[kind];
  return pick(depth <= 0 ? of_.slice(0, kind === "float" ? 1 : 2) : of_, random)();
}

/** Anything that is put together as an expression is; only the checker can say whether it means something. */
export function wildCode(random: Random, depth = 2): string {
  if (depth === 0 || random() < 0.25) return pick(leaves, random);
  const of = (): string => wildCode(random, depth - 1);
  return pick<() => string>([
    () => `${pick(functionNames, random)}(${argumentsOf(random, of)})`,
    () => `${of()}.${pick(methodNames, random)}(${argumentsOf(random, of)})`,
    () => `(${of()} | ${pick(filterNames, random)}${random() < 0.5 ? "" : `(${argumentsOf(random, of)})`})`,
    () => `(${of()} is ${pick(["", "not "], random)}${pick(testNames, random)})`,
    () => `(${of()} ${pick(["+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", "in", "not in", "and", "or"], random)} ${of()})`,
    () => `(${of()} if ${of()} else ${of()})`,
    () => `${of()}[${pick(["0", "-1", "'k'", "1:", ":2", "::-1", "state.n"], random)}]`,
    () => `${of()}.${pick(["title", "name", "score", "size", "note", "k"], random)}`,
    () => `[${of()}, ${of()}]`,
    () => `${pick(["list", "any", "all", "sum", "max", "sorted", "len"], random)}(${pick(["e", "e.name", "e + 1", "len(e)", "e.upper()"], random)} for e in ${of()})`,
    () => `{'a': ${of()}}`,
    () => `(not ${of()})`,
  ], random)();
}

const leaves = [...Object.keys(codeState).map((key) => `state.${key}`), "state.rec.note", "state.rec.tags", "state.ap.user", "1", "0", "-2.5", "''", "'a b'", "'12'", "None", "True", "[]", "[1, 2]", "{}", "{'k': 1}", "execution.id", "node.attempt", "error.code", "error", "feedback"];

function argumentsOf(random: Random, of: () => string): string {
  return Array.from({ length: Math.floor(random() * 3) }, of).join(", ");
}

/** A text with code in it, some of it in blocks. */
export function codeText(random: Random, code: (kind: CodeKind) => string): string {
  const out = (): string => `{{ ${code(pick(["str", "int", "float", "list[str]"], random))} }}`;
  return pick<() => string>([
    () => `Say ${out()}`,
    () => `${out()} and ${out()}`,
    () => `{% if ${code("bool")} %}yes ${out()}{% else %}no{% endif %}`,
    () => `{% if state.o %}{{ state.o.upper() }}{% elif state.p is not none %}{{ state.p + 1 }}{% endif %}`,
    () => `{% for e in ${code("list[str]")} %}{{ loop.index }}: {{ e | upper }}{% else %}none{% endfor %}`,
    () => `{% for r in state.rs %}{{ r.name }} {{ r.score * 2 }}{% endfor %}`,
    () => `{% set y = ${code("int")} %}{{ y + 1 }}`,
  ], random)();
}
