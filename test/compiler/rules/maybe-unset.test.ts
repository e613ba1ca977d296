import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { flowDocument } from "../../support/flow.ts";

/** What is said of unset keys in a document with these nodes. */
function told(nodes: string, { header = "", schema = "a: str, b: str, c: any, d: str" } = {}): readonly string[] {
  const { diagnostics } = compile({ uri: "test.yaml", text: flowDocument(`${nodes}\n    end: {type: end}`, header, schema) });
  expect(diagnostics.filter(({ severity, code }) => severity === "error" && code !== "JJ5102").map(({ message }) => message)).toEqual([]);
  return diagnostics.filter(({ code }) => /^JJ51(?:01|02|11|13)$/.test(code)).map(({ code, message }) => `${code} ${message}`);
}

const write = (key: string, next: string): string => `{type: tool, server: s, tool: t, output_key: ${key}, next: ${next}}`;
const read = (what: string, next = "end"): string => `{type: tool, server: s, tool: t, arguments: {x: "{{ ${what} }}"}, next: ${next}}`;
const skip = `route: {type: branch, conditions: [{if: state.d == 'x', next: use}], default: set}
    set: ${write("a", "use")}`;

it("shows the shortest path that skips the write", () => {
  expect(told(`${skip}\n    use: ${read("state.a")}`)).toEqual(["JJ5101 'a' may be unset here: route → use skips 'set'"]);
});

it("follows an unset key through 'and' to where None fails, and says so once", () => {
  const use = (what: string): readonly string[] => told(`${skip}\n    use: ${read(what)}`, { schema: "a: bool, b: str, c: any, d: str" });
  expect(use("(state.a and state.d).upper()")).toEqual(["JJ5101 'a' may be unset here: route → use skips 'set'"]);
  expect(use("state.a and state.d")).toEqual([]);
  expect(use("((state.a and state.d) or 'none').upper()")).toEqual([]);
});

it("tells a key once, however often it is read", () => {
  expect(told(`${skip}\n    use: ${read("state.a", "again")}\n    again: ${read("state.a")}`)).toHaveLength(1);
});

it.each(["state.a | default('none')", "state.a if state.a is defined else 'none'", "state.a or 'none'", "state.a if state.a is not None else 'none'"])("is silent where the read copes: %s", (what) => {
  expect(told(`${skip}\n    use: ${read(what)}`)).toEqual([]);
});

it.each(["a: {type: string, default: x}, d: str", "a: 'str | None', d: str", "a: str?, d: str"])("is silent where the declaration foresees it: %s", (schema) => {
  expect(told(`${skip}\n    use: ${read("state.a")}`, { schema })).toEqual([]);
});

it("is silent where 'inputs' lists the key", () => {
  expect(told(`${skip}\n    use: ${read("state.a")}`, { header: "  inputs: [a, d]\n" })).toEqual([]);
});

it.each(["state.a is not None", "state.a", "state.a == 'x'", "state.a is defined and state.d == 'y'", "state.a in ['x', 'y']", "not (state.a is None)"])("is silent behind a condition that could not hold otherwise: %s", (condition) => {
  expect(told(`${skip.replaceAll("next: use", "next: ask")}
    ask: {type: branch, conditions: [{if: "${condition}", next: use}], default: end}
    use: ${read("state.a")}`)).toEqual([]);
});

it("is silent in the routes behind a test for None that failed", () => {
  expect(told(`${skip.replaceAll("next: use", "next: ask")}
    ask: {type: branch, conditions: [{if: state.a is None, next: end}, {if: "len(state.a) > 3", next: end}], default: use}
    use: ${read("state.a")}`)).toEqual([]);
});

it("is not silenced by a condition that holds of an unset key, too", () => {
  expect(told(`${skip.replaceAll("next: use", "next: ask")}
    ask: {type: branch, conditions: [{if: "state.a is not None or state.d == 'y'", next: use}], default: end}
    use: ${read("state.a")}`)).toEqual(["JJ5101 'a' may be unset here: route → ask → use skips 'set'"]);
});

it("takes what each branch wrote for written behind their join, and what the first one wrote for perhaps", () => {
  const fork = (merge: string): string => `fork: {type: parallel, branches: [one, two], join: meet}
    one: ${write("a", "meet")}
    two: ${write("b", "meet")}
    meet: {type: join, wait_for: [one, two], merge: ${merge}, next: use}
    use: ${read("state.a")}`;
  expect(told(fork("last_writer"))).toEqual([]);
  expect(told(fork("first"))).toEqual(["JJ5101 'a' may be unset here: fork → two → meet → use skips 'one'"]);
});

it("lets a loop read what its earlier round wrote only behind a test", () => {
  const loop = (what: string): string => `one: {type: model, model: gpt-4o, prompt: "Mend it: {{ ${what} }}", output_key: a, next: [{when: "len(output.a) < 9", to: one}, {else: end}]}`;
  expect(told(loop("state.a"))).toEqual(["JJ5101 'a' may be unset here: one skips 'one'"]);
  expect(told(loop("state.a | default('nothing yet')"))).toEqual([]);
});

it("lets a prompt read the last answer where an eval sends it back", () => {
  expect(told(`one: {type: model, model: gpt-4o, prompt: "Write.{% if feedback %} It was {{ state.a }}{% endif %}", output_key: a, next: two}
    two: {type: eval, scorers: [{type: assertion, check: "len(output.a) > 3"}], on_fail: retry_with_feedback, max_retries: 1, next: end}`)).toEqual([]);
});

it("tells what is missing when a call fails, and when a wait is over", () => {
  expect(told(`one: {type: tool, server: s, tool: t, output_key: a, on_error: use, next: use}\n    use: ${read("state.a")}`)).toEqual(["JJ5101 'a' is unset here when 'one' fails: one → use"]);
  expect(told(`one: {type: wait, event: e, data: {a: str}, timeout: 1h, on_timeout: use, next: use}\n    use: ${read("state.a")}`)).toEqual(["JJ5113 'a' is unset here when 'one' waited in vain: one → use"]);
});

it("hints at what an event brings, and asks no more of it", () => {
  expect(told(`one: {type: wait, event: e, next: use}\n    use: ${read("state.a ~ state.b".replace(" ~ ", " + "))}`)).toEqual(["JJ5111 'a', 'b' come with the event 'e', which does not say so"]);
});

it("refuses a read that nothing can have written, where 'inputs' says what is given", () => {
  const nodes = `one: ${read("state.a", "set")}\n    set: ${write("a", "end")}`;
  expect(told(nodes)).toEqual([]);
  expect(told(nodes, { header: "  inputs: [d]\n" })).toEqual(["JJ5102 nothing has written 'a' yet, and 'inputs' does not list it"]);
});

it("says nothing of paths that no execution takes", () => {
  expect(told(`route: {type: branch, conditions: [{if: true, next: set}], default: use}\n    set: ${write("a", "use")}\n    use: ${read("state.a")}`)).toEqual([]);
});
