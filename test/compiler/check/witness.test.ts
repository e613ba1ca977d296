import { expect, it } from "vitest";
import { catalogue } from "../../../compiler/index.ts";
import { bypassed, endsOf } from "../../support/bypass.ts";
import { filesIn, textOf } from "../../support/house.ts";

/** A fixture of the code, now and then with one piece of it replaced, and how an execution of it fails when nobody stops it. */
interface Witness {
  readonly fixture: string;
  readonly edit?: readonly [string, string];
  readonly fails: RegExp;
}

/** Errors that can be carried out, and what then fails. */
const witnesses: { readonly [code: string]: Witness } = {
  JJ2002: { fixture: "output", fails: /^state_type_mismatch: state\.anwser is not declared/ },
  JJ2003: { fixture: "record", edit: ["state.plan.titel", "state.plan.titel.upper()"], fails: /^expression_error: .*None/ },
  JJ2015: { fixture: "output", fails: /^expression_error: .*cannot read '\.answer' of None/ },
  JJ3009: { fixture: "zero", fails: /^expression_error: .*cannot divide by zero/ },
  JJ3103: { fixture: "join", fails: /^expression_error: .*'join' needs a list, not int/ },
  JJ4002: { fixture: "all-routes-return", fails: /^limit_exceeded: 'route' was visited as often/ },
  JJ4003: { fixture: "approval", fails: /^node_failed: 'approve' ends a branch, and there is none/ },
  JJ4004: { fixture: "self", fails: /^limit_exceeded: 'ask' was visited as often/ },
  JJ4008: { fixture: "from-outside", fails: /^node_failed: 'left' ends a branch, and there is none/ },
  JJ4009: { fixture: "meet", edit: ["  polish:\n", "  polish:\n    max_visits: 1\n"], fails: /^limit_exceeded: 'polish' was visited as often/ },
  JJ4011: { fixture: "values", fails: /^no_branch_matched: no condition of 'route' held/ },
  JJ4016: { fixture: "header", edit: ["max_usd: 1", "max_usd: 0"], fails: /escalates to nowhere$/ },
  JJ4019: { fixture: "no-parallel", fails: /^node_failed: 'merge' was reached, and no branches end there/ },
  JJ4021: { fixture: "subject-inside", fails: /^node_failed: 'draft' ends a branch, and there is none/ },
  JJ4022: { fixture: "past-the-branches", fails: /^node_failed: 'merge' was reached, and no branches end there/ },
  JJ4025: { fixture: "timer", fails: /^it never ends/ },
  JJ4027: { fixture: "merged", fails: /^pay: 'pay' does not take this 'paid': data\.paid_at takes int, not str/ },
  JJ5002: { fixture: "text-into-list", fails: /^state_type_mismatch: state\.titles takes list\[str\], not str/ },
  JJ5006: { fixture: "ordering", fails: /^expression_error: .*cannot compare str/ },
  JJ5007: { fixture: "text-and-number", edit: ["    default: end\n", ""], fails: /^no_branch_matched: no condition of 'ask' held/ },
  JJ5011: { fixture: "number", edit: ["state.question }}", "state.question.upper() }}"], fails: /^expression_error: / },
  JJ5102: { fixture: "plain", edit: ["state.tone }}", "state.tone.upper() }}"], fails: /^expression_error: .*None/ },
  JJ5010: { fixture: "text-index", fails: /^expression_error: .*an index is an int/ },
  JJ5120: { fixture: "error", fails: /^expression_error: .*cannot read '\.message' of None/ },
  JJ5014: { fixture: "plain", fails: /^output_invalid: .*does not fit its JSON Schema: it cannot be used/ },
};

const noMeaning = "what stands there has no meaning: lowering finds a hole, or a name that stands for nothing";
const guess = "the parser goes on with a guess, so that it can tell more: a program would do what nobody wrote";
const quiet = "it runs to its end, and what the author wrote has no effect: §3 of the contract takes that for an error";
const unsaid = "a program can be made of it, and what it comes to is not what its words say";

/** Errors of which no program is made, or one that the runtime refuses to read. */
const neverEmitted: { readonly [code: string]: string } = {
  JJ2001: "a target is a slot of the program, and a name that nobody has is none",
  JJ2004: noMeaning, JJ2012: "an eval holds the slot of what it scores", JJ2014: "a policy that nobody knows has no numbers",
  JJ2016: "of agents and fleets no program is made yet", JJ2017: "of agents and fleets no program is made yet", JJ2018: "of agents and fleets no program is made yet", JJ2019: "of agents and fleets no program is made yet",
  JJ3001: noMeaning, JJ3004: noMeaning, JJ3005: noMeaning, JJ3012: noMeaning, JJ3102: noMeaning, JJ5008: "a call holds the number of its signature, and none takes these arguments",
  JJ5016: "of agents and fleets no program is made yet",
};

/** Errors that run to an end: what they break is not seen in a failure. */
const endsQuietly: { readonly [code: string]: string } = {
  JJ3002: guess, JJ3003: guess, JJ3010: guess, JJ3013: guess, JJ3101: guess, JJ3104: guess, JJ3106: guess,
  JJ4007: "the branch that escapes ends the execution, and the other branches are cut off",
  JJ4015: "a node without a prompt is run again, and is not told why", JJ4017: quiet, JJ4024: quiet, JJ4026: quiet,
  JJ5001: unsaid,
};

/** Errors about what lies outside of the document. */
const outside: { readonly [code: string]: string } = {
  JJ2005: "who answers is the project's affair: the adapter of MCP fails the call with not_configured", JJ2006: "the server refuses the call: only its lock knows before",
  JJ2009: "nothing can be lowered of a file that is not there; modules are looked for when they are called", JJ4012: "a missing end leaves nodes without a way on, which JJ4002 and JJ4003 witness",
  JJ5003: "the server refuses the arguments: only its lock knows before", JJ5004: "the server refuses the arguments: only its lock knows before", JJ5005: "the server refuses the arguments: only its lock knows before",
  JJ5103: "the runtime refuses to start without a required input",
  JJ2013: "no runtime starts an execution in another one yet, in a circle or not", JJ2021: "no runtime starts an execution in another one yet, of whatever version",
  JJ5017: "no runtime starts an execution in another one yet, whose state could lack what is taken of it",
};

const fixturesOf = (code: string): readonly string[] => filesIn("test/diagnostics").filter((path) => path.startsWith(`test/diagnostics/${code}-`) && /\/[^./]+\.yaml$/.test(path));

it.each(Object.entries(witnesses))("%s fails when nobody stops it", async (code, { fixture, edit, fails }) => {
  const path = fixturesOf(code).find((each) => each.endsWith(`/${fixture}.yaml`)) ?? `no fixture '${fixture}' of ${code}`;
  const found = bypassed(edit === undefined ? textOf(path) : textOf(path).replace(...edit));
  expect(found.codes).toContain(code);
  expect(await endsOf(found, 30, fails)).toContainEqual(expect.stringMatching(fails));
});

it.each(Object.keys(neverEmitted))("%s leaves no program that runs", async (code) => {
  const ends = await Promise.all(fixturesOf(code).map((path) => bypassed(textOf(path))).filter(({ codes }) => codes.includes(code)).map((found) => endsOf(found, 1)));
  expect(ends.flat().filter((end) => !end.startsWith("no program: ") && end !== "completed")).toEqual([]);
  expect(ends.some((each) => each.length === 0 || each[0] !== "completed"), "a fixture of which nothing can be run").toBe(true);
});

it.each(Object.keys(endsQuietly))("%s runs to an end when nobody stops it, and no failure tells", async (code) => {
  const ends = await Promise.all(fixturesOf(code).map((path) => bypassed(textOf(path))).filter(({ codes }) => codes.includes(code)).map((found) => endsOf(found, 3)));
  expect(ends.flat()).toContain("completed");
});

it("knows of every error about names, code, graph, types and flow what becomes of it", () => {
  const errors = catalogue.filter(({ code, severity }) => severity === "error" && /^JJ(?:20|30|31|40|50|51)/.test(code)).map(({ code }) => code);
  const known = [witnesses, neverEmitted, endsQuietly, outside].flatMap((table) => Object.keys(table));
  expect(errors.filter((code) => !known.includes(code))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});
