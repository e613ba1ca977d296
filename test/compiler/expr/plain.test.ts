import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { parsePlainExpression, parsePlainLoop } from "../../../compiler/expr/parse-plain.ts";
import { recoverExpression, recoverLoop } from "../../../compiler/expr/recover.ts";
import { pick } from "../../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

const names = ["state", "output", "x", "y", "len", "any", "upper", "divisibleby", "none", "f", "nota", "isle"];
const operands = ["1", "0", "2.5", "1_000", ".5", "1e3", "'a'", '"b"', "'it\\'s'", "'{{'", '"é😀"', "'\\x41'", "True", "false", "None", "null"];
const operators = ["+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", " in ", " not in ", " and ", " or "];
const marks = [..."()[]{},:.|=!<>+-*/%'\"\\ \n\t$;?&_09aé\u00a0", " not ", " is ", " if ", " else ", " for ", " in ", " and ", "f'", "{{", "}}", "{%", "%}", ":=", "=>", "**", "//", "==", "!==", "1.", ".5", "1e", "None", "lambda", "import", "_x", "007", "1e999", "&&", "===", "<>", "||", "a=1", "not", "is"];

/** An expression of the whole grammar, mostly without a flaw, in the spacing of many authors. */
function anyText(random: () => number, depth: number): string {
  const one = (): string => anyText(random, depth - 1);
  const some = (make: () => string): string => Array.from({ length: Math.floor(random() * 4) }, make).join(pick([",", ", "], random)) + pick(["", "", "", ","], random);
  const name = (): string => pick(names, random);
  const turns = (): string => ` for ${pick([name(), `${name()}, ${name()}`], random)} in ${one()}${pick(["", ` if ${one()}`], random)}`;
  const argument = (): string => pick([one, one, () => `${name()}=${one()}`, () => `${one()}${turns()}`], random)();
  if (depth <= 0) return pick([name, name, () => pick(operands, random), () => `state.${name()}`], random)();
  return pick(
    [
      one, () => `(${one()})`, () => `${one()}${pick(operators, random)}${one()}`, () => `${one()} ${pick(operators, random)} ${one()}`,
      () => `not ${one()}`, () => `-${one()}`, () => `${one()}.${pick([name(), "in", "and", "not", "True"], random)}`, () => `${one()}[${one()}]`,
      () => `${one()}[${pick(["", one()], random)}:${pick(["", one()], random)}${pick(["", ":", `:${one()}`], random)}]`,
      () => `${name()}(${some(argument)})`, () => `${one()}.${name()}(${some(argument)})`, () => `${one()} | ${name()}${pick(["", `(${some(argument)})`], random)}`,
      () => `${one()} is ${pick(["", "not "], random)}${pick([name(), "none", "in", "True"], random)}${pick(["", ` ${one()}`, `(${some(argument)})`], random)}`,
      () => `${one()} if ${one()} else ${one()}`, () => `[${some(one)}]`, () => `{${some(() => `${one()}: ${one()}`)}}`, () => `[${one()}${turns()}]`, () => `(${one()}${turns()})`,
    ],
    random,
  )();
}

function slipped(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + pick(["", ...marks, pick(operands, random), pick(names, random)], random) + text.slice(at + Math.floor(random() * 3));
}

/** Whether the short way takes `text`; it must then have said what the grammar says, without a complaint. */
function isPlain<Ast>(text: string, plain: (text: string) => Ast | undefined, recover: (text: string) => ReturnType<typeof recoverExpression> | ReturnType<typeof recoverLoop>): boolean {
  const ast = plain(text);
  if (ast === undefined) return false;
  const { ast: wanted, problems } = recover(text);
  if (problems.length > 0 || !isDeepStrictEqual(ast, wanted)) expect({ text, ast, problems: [] }).toEqual({ text, ast: wanted, problems });
  return true;
}

it(`reads plain texts as the grammar does, ranges and all, and leaves it the others (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  const runs = runsOf(4000);
  let [plain, loops, flawless] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    let text = anyText(random, 1 + (run % 4));
    for (let slips = run % 3; slips > 0; slips -= 1) text = slipped(text, random);
    const head = `for ${pick(["x", "x, y", "state"], random)} in ${text}`;
    if (isPlain(text, parsePlainExpression, recoverExpression)) plain += 1;
    else if (/^[\0-\x7f]*$/.test(text) && recoverExpression(text).problems.length === 0) flawless += 1;
    if (isPlain(head, parsePlainLoop, recoverLoop)) loops += 1;
  }
  expect(plain).toBeGreaterThan(runs / 4);
  expect(loops).toBeGreaterThan(runs / 10);
  // Among texts without a flaw there are some that the grammar alone reads, as '[x for x in y, z]'; they are few.
  expect(flawless).toBeLessThan(runs / 100);
});

it("takes the forms that authors write", () => {
  const texts = [
    "state.confidence >= 0.9 and len(state.results) > 0 or state.mode in ['a', 'b']",
    "state.title | default('none') | upper", "any(x.score > 3 for x in state.items if x)", "-state.n ** 2 if state.n is not none else 0",
    "state.rows[0]['name'][1:-1]", "{'a': 1, 'b': [1, 2,],}", "not (state.done or output.text is divisibleby 3)", "dict(a=1).items()", "'{{'",
  ];
  expect(texts.filter((text) => !isPlain(text, parsePlainExpression, recoverExpression))).toEqual([]);
});

it("leaves what would be reported to the grammar", () => {
  const texts = ["a && b", "a = b", "f(1, a=2, 3)", "(1, 2)", "a.b(c)(d)", "1 + not a", "a[]", "a._b", "007", "1e999", "f'a'", "lambda: 1", "'a", "a b", "{{ a }}", "x is odd(a=1)", "(".repeat(65) + "1" + ")".repeat(65)];
  expect(texts.filter((text) => parsePlainExpression(text) !== undefined)).toEqual([]);
});
