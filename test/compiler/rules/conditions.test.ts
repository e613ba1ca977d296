import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import type { JsonObject } from "../../../schemas/json.ts";
import { findingsIn, workflowOf } from "../../support/document.ts";
import { expressionIr } from "../../support/expr.ts";
import { anyRuns } from "../../support/random.ts";

const schema = `mode: 'Literal["a", "b", "c"]', ok: bool, level: 'Literal[1, 2] | None', n: int, score: float, s: str, tags: 'list[str]', user: '{name: str} | None'`;

/** What is said of a branch with these conditions, tried in order; `default` where the list ends with one. */
function branch(...conditions: readonly string[]): readonly string[] {
  const hasDefault = conditions.at(-1) === "default";
  const tests = (hasDefault ? conditions.slice(0, -1) : conditions).map((each) => `{if: ${JSON.stringify(each)}, next: end}`);
  return findingsIn(workflowOf(`one: {type: branch, conditions: [${tests.join(", ")}]${hasDefault ? ", default: end" : ""}}`, "", schema));
}

/** What is said of a workflow of these nodes. */
function flow(...nodes: readonly string[]): readonly string[] {
  return findingsIn(workflowOf(nodes.join("\n"), "", schema));
}

const write = (id: string, key: string, next: string): string => `${id}: {type: model, model: gpt-4o, prompt: x, output_key: ${key}, next: ${next}}`;

it("knows of each condition that those before it did not hold", () => {
  expect(branch("state.score >= 0.9", "state.score >= 0.95", "default")).toEqual([
    `JJ5107 warning «"state.score >= 0.95"» this condition never holds here: 'state.score' is < 0.9 [«"state.score >= 0.9"»]`,
  ]);
  expect(branch("state.score >= 0.9", "state.score >= 0.5", "state.score > 0.5 and state.ok", "default")).toEqual([
    `JJ5107 warning «"state.score > 0.5 and state.ok"» this condition never holds here: 'state.score' is < 0.5 [«"state.score >= 0.5"»]`,
  ]);
  expect(branch("state.mode in ['a', 'b']", "state.mode == 'b'", "default")).toHaveLength(1);
  expect(branch("len(state.tags) > 3", "state.tags | length == 4", "default")).toHaveLength(1);
  expect(branch("state.s", "not state.s and state.ok", "state.s == 'x'", "default")).toEqual([
    `JJ5107 warning «"state.s == 'x'"» this condition never holds here: 'state.s' is "" or None [«"state.s"»]`,
  ]);
  expect(branch("state.user is None", "state.user.name == 'x'", "default")).toEqual([]);
  expect(branch("state.mode == 'a'", "state.mode == 'b'", "state.mode == 'c'", "state.mode is None", "default")).toEqual([]);
});

it("tells a condition that decides nothing of itself", () => {
  expect(branch("state.n > 5 and state.n < 6", "default")).toEqual([`JJ5108 warning «"state.n > 5 and state.n < 6"» this condition is always false`]);
  expect(branch("state.score > 5 and state.score < 6", "default")).toEqual([]);
  expect(branch("state.n >= 1 or state.n < 1", "default")).toEqual([`JJ5108 warning «"state.n >= 1 or state.n < 1"» this condition is always true`]);
  expect(branch("len(state.s) >= 0", "default")).toHaveLength(1);
  expect(branch("state.n is not None", "default")).toEqual([]);
  expect(branch("state.n < 0", "state.n >= 0", "default")).toEqual([]);
});

it("names the values that no condition takes", () => {
  expect(branch("state.mode == 'a'", "state.mode == 'b'")).toEqual([`JJ4011 «conditions» no test of 'one' holds where 'state.mode' is "c"`]);
  expect(branch("state.mode == 'a'")).toEqual([`JJ4011 «conditions» no test of 'one' holds where 'state.mode' is "b" or "c"`]);
  expect(branch("state.ok")).toEqual([`JJ4011 «conditions» no test of 'one' holds where 'state.ok' is false`]);
  expect(branch("state.level == 1", "state.level == 2")).toEqual([`JJ4011 «conditions» no test of 'one' holds where 'state.level' is None`]);
  expect(branch("state.mode == 'a' and state.ok", "state.mode != 'a'")).toEqual([`JJ4011 warning «conditions» no test of 'one' holds where 'state.mode' is "a" and 'state.ok' is false`]);
  expect(branch("state.mode == 'a' and state.n > 3", "state.mode == 'b'")).toEqual([`JJ4011 «conditions» no test of 'one' holds where 'state.mode' is "c"`]);
});

it("wants no default where every case is covered", () => {
  expect(branch("state.mode == 'a'", "state.mode == 'b'", "state.mode == 'c'")).toEqual([]);
  expect(branch("state.mode == 'a'", "state.mode not in ['a']")).toEqual([]);
  expect(branch("state.mode == 'a' and state.ok", "state.mode == 'a' and not state.ok", "state.mode != 'a'")).toEqual([]);
  expect(branch("state.score >= 0.5", "state.score < 0.5")).toEqual([]);
  expect(branch("state.user is None", "state.user is not None")).toEqual([]);
  expect(branch("state.score >= 0.5", "state.score < 0.4")).toEqual(["JJ4011 warning «conditions» no route is left when no test of 'one' holds"]);
  expect(branch("state.s.startswith('x')")).toEqual(["JJ4011 warning «conditions» no route is left when no test of 'one' holds"]);
});

it("knows the bounds that JSON Schemas of the state set", () => {
  const bounded = `rate: {type: integer, minimum: 1, maximum: 5}, title: {type: string, minLength: 1}, tags: {type: array, maxItems: 3, items: {type: string}}, zero: {type: integer, minimum: 1, default: 0}, plan: {type: object, required: [cost], properties: {cost: {type: number, exclusiveMinimum: 0}}}`;
  const say = (node: string): readonly string[] => findingsIn(workflowOf(node, "", bounded));
  const test = (condition: string): readonly string[] => say(`one: {type: branch, conditions: [{if: ${JSON.stringify(condition)}, next: end}], default: end}`);
  for (const condition of ["state.rate > 5", "state.rate == 0", "state.title == ''", "len(state.tags) > 3", "state.plan.cost <= 0"]) expect(test(condition)).toEqual([`JJ5108 warning «${JSON.stringify(condition)}» this condition is always false`]);
  expect(test("state.rate >= 1")).toEqual([`JJ5108 warning «"state.rate >= 1"» this condition is always true`]);
  for (const condition of ["state.rate > 4", "not state.rate", "state.title", "len(state.tags) == 3", "state.zero == 0", "state.plan.cost > 0.1", "any(state.rate > 9 for state in [{'rate': 10}])"]) expect(test(condition).filter((each) => !each.startsWith("JJ3110")), condition).toEqual([]);
  expect(say(`one: {type: branch, conditions: [{if: state.rate >= 4, next: end}, {if: state.rate < 4, next: end}]}`)).toEqual([]);
  expect(say(`one: {type: model, model: gpt-4o, prompt: x, output_schema: int, output_key: rate, next: [{when: output.rate > 5, to: end}, {else: end}]}`)).toEqual(["JJ5108 warning «output.rate > 5» this condition is always false"]);
});

it("keeps what was tested on the way, until the key is written", () => {
  const high = `choose: {type: branch, conditions: [{if: state.score > 0.9, next: one}], default: two}`;
  const again = (id: string, next: string): string => `${id}: {type: branch, conditions: [{if: state.score > 0.5, next: ${next}}], default: end}`;
  expect(flow(high, again("one", "end"), write("two", "s", "end"))).toEqual(["JJ5108 warning «state.score > 0.5» this condition is always true"]);
  expect(flow(high, write("one", "s", "three"), again("three", "end"), write("two", "s", "end"))).toHaveLength(1);
  expect(flow(high, `one: {type: model, model: gpt-4o, prompt: x, output_schema: float, output_key: score, next: three}`, again("three", "end"), write("two", "s", "end"))).toEqual([]);
  expect(flow(high, write("one", "s", "three"), again("three", "end"), write("two", "s", "three"))).toEqual([]);
});

it("takes a test of an output for one of the key that it was written to", () => {
  const score = `ask: {type: model, model: gpt-4o, prompt: x, output_schema: float, output_key: score, next: [{when: output.score > 0.9, to: look}, {else: end}]}`;
  expect(flow(score, `look: {type: branch, conditions: [{if: state.score <= 0.9, next: end}], default: end}`)).toEqual([
    "JJ5107 warning «state.score <= 0.9» this condition never holds here: 'state.score' is > 0.9",
  ]);
});

it("takes a test of a field of an output for one of the key that it was written to whole", () => {
  const ask = (key: string): string => `ask: {type: model, model: gpt-4o, prompt: x, output_schema: '{name: str}', output_key: ${key}, next: [{when: "output.name == 'a'", to: look}, {else: end}]}`;
  const look = `look: {type: branch, conditions: [{if: "state.plan.name == 'b'", next: end}], default: end}`;
  const say = (key: string): readonly string[] => findingsIn(workflowOf([ask(key), look].join("\n"), "inputs: [plan]", "plan: '{name: str}', other: '{name: str}'"));
  expect(say("plan")).toEqual([`JJ5107 warning «"state.plan.name == 'b'"» this condition never holds here: 'state.plan.name' is "a"`]);
  expect(say("other")).toEqual([]);
});

it("keeps nothing round a loop that writes, and something round one that does not", () => {
  const loop = (key: string): readonly string[] => flow(
    `start: {type: branch, conditions: [{if: state.n < 3, next: work}], default: end}`,
    `work: {type: model, model: gpt-4o, prompt: x, output_schema: int, output_key: ${key}, max_visits: 3, next: again}`,
    `again: {type: branch, conditions: [{if: state.n < 5, next: work}], default: end}`,
  );
  expect(loop("n")).toEqual([]);
  expect(flow(
    `start: {type: branch, conditions: [{if: state.n < 3, next: work}], default: end}`,
    `work: {type: model, model: gpt-4o, prompt: x, output_key: s, max_visits: 3, next: again}`,
    `again: {type: branch, conditions: [{if: state.n > 5, next: work}], default: end}`,
  )).toEqual(["JJ5107 warning «state.n > 5» this condition never holds here: 'state.n' is <= 2"]);
});

it("joins what the branches of a parallel leave, each with what it wrote", () => {
  const nodes = (test: string): readonly string[] => flow(
    `first: {type: branch, conditions: [{if: state.n > 5 and state.score > 0.5, next: fork}], default: end}`,
    `fork: {type: parallel, branches: [left, right], join: after}`,
    `left: {type: model, model: gpt-4o, prompt: x, output_schema: int, output_key: n}`,
    write("right", "s", "after").replace(", next: after", ""),
    `after: {type: branch, conditions: [{if: ${test}, next: end}], default: end}`,
  );
  expect(nodes("state.score < 0.2")).toHaveLength(1);
  expect(nodes("state.n < 2")).toEqual([]);
});

it("says nothing of None behind a test on the way", () => {
  const greet = (prompt: string): string => `greet: {type: model, model: gpt-4o, prompt: "${prompt}", output_key: s, next: end}`;
  const unguarded = "JJ5009 warning «state.user» 'state.user' may be None here";
  expect(flow(greet("{{ state.user.name }}"))).toEqual([unguarded]);
  expect(flow(`look: {type: branch, conditions: [{if: state.user is None, next: end}], default: greet}`, greet("{{ state.user.name }}"))).toEqual([]);
  expect(flow(`look: {type: branch, conditions: [{if: state.user, next: greet}], default: end}`, greet("{{ state.user.name }}"))).toEqual([]);
  expect(flow(`look: {type: branch, conditions: [{if: state.ok, next: greet}], default: end}`, greet("{{ state.user.name }}"))).toEqual([unguarded]);
});

it("warns of text that a model has just written, taken for a truth", () => {
  const ask = (when: string, more = ""): readonly string[] => flow(`ask: {type: model, model: gpt-4o, prompt: x, output_key: s${more}, next: [{when: "${when}", to: end}, {else: end}]}`);
  const told = (path: string): string => `JJ3007 warning «${path}» '${path}' is text that 'ask' has just written, and any text is true, "false" too`;
  expect(ask("output.s")).toEqual([told("output.s")]);
  expect(ask("state.ok and not state.s")).toEqual([told("state.s")]);
  expect(ask("output.s == 'yes' and len(output.s) > 2")).toEqual([]);
  expect(ask("state.mode and output.s.strip()")).toEqual([]);
  expect(flow(`ask: {type: model, model: gpt-4o, prompt: x, output_schema: bool, output_key: ok, next: [{when: output.ok, to: end}, {else: end}]}`)).toEqual([]);
  expect(flow(`look: {type: branch, conditions: [{if: state.s, next: end}], default: end}`)).toEqual([]);
});

it("warns of an assertion that is about neither output nor state", () => {
  const judge = (assertion: string): readonly string[] => flow(write("ask", "s", "judge"), `judge: {type: eval, scorers: [{type: assertion, check: "${assertion}"}], next: end}`);
  expect(judge("env.MODE == 'strict'")).toEqual([`JJ3011 warning «"env.MODE == 'strict'"» this assertion of 'judge' reads neither 'output' nor 'state'`]);
  expect(judge("env.MODE == 'strict' or output.s != ''")).toEqual([]);
  expect(judge("state.n > 3")).toEqual([]);
  expect(judge("1 > 3")).toEqual(['JJ5108 warning «"1 > 3"» this condition is always false']);
});

const finite = { mode: ["a", "b", "c"], ok: [true, false], level: [1, 2, null] } as const;
const atoms = fc.constantFrom(
  ...["a", "b", "c"].flatMap((each) => [`state.mode == '${each}'`, `state.mode != '${each}'`]), "state.mode in ['a', 'c']", "state.mode not in ['b']",
  "state.ok", "not state.ok", "state.ok == true", "state.level == 1", "state.level != 2", "state.level is None", "state.level", "state.level is not None and state.level > 1",
);
const anyCondition = fc.oneof(atoms, fc.tuple(atoms, fc.constantFrom("and", "or"), atoms).map(([a, op, b]) => `(${a}) ${op} (${b})`));

function holds(condition: string, state: JsonObject): boolean {
  const found = evaluate(expressionIr(`True if (${condition}) else False`), { roots: { state }, env: () => undefined });
  return found.ok && found.value === true;
}

it("agrees with trying every value, on conditions about few of them", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCondition, { minLength: 1, maxLength: 4 }), (conditions) => {
      const states = finite.mode.flatMap((mode) => finite.ok.flatMap((ok) => finite.level.map((level): JsonObject => ({ mode, ok, level }))));
      const found = branch(...conditions);
      const isWhole = states.every((state) => conditions.some((condition) => holds(condition, state)));
      expect(found.some((line) => line.startsWith("JJ4011")), `${conditions.join("; ")}: ${found.join("\n")}`).toBe(!isWhole);
      const unset: readonly JsonObject[] = [...states, ...states.map((state) => ({ ...state, mode: null })), ...states.map((state) => ({ ...state, ok: null })), ...states.map((state) => ({ ...state, mode: null, ok: null }))];
      for (const [at, condition] of conditions.entries()) {
        const isTold = found.some((line) => line.startsWith("JJ5107") && line.includes(`«${JSON.stringify(condition)}» this`));
        const isTaken = unset.some((state) => holds(condition, state) && !conditions.slice(0, at).some((before) => holds(before, state)));
        if (isTold) expect(isTaken, `${condition} of ${conditions.join("; ")}`).toBe(false);
      }
    }),
    anyRuns(400),
  );
});
