import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { findingsIn } from "../../support/document.ts";

function branchWith(items: readonly string[], more = ""): string {
  const list = ["if: state.n > 1\n        next: big", ...items].map((item) => `\n      - ${item}`).join("");
  return `workflow:\n  id: test\n  version: 0.1.0\n  start: route\n  state_schema: {n: int}\n  inputs: [n]\nnodes:\n  route:\n    type: branch\n    conditions:${list}\n${more}  big: {type: end}\n  end: {type: end}\n`;
}

/** What is said where a branch has these items behind its first condition. */
function check(items: readonly string[], ...expected: readonly string[]): void {
  expect(findingsIn(branchWith(items))).toEqual(expected);
}

const misplaced = (key: string): string => `JJ1115 «${key}» '${key}' does not belong in an entry of 'conditions'`;

it("takes an item that says where to go if nothing holds for the key beside the list, once", () => {
  for (const key of ["else", "default", "otherwise", "defualt"]) check([`${key}: end`], misplaced(key));
  check(["else: end", "if: state.n > 0\n        next: big"], misplaced("else"));
  check(["else: end", "default: big"], misplaced("else"), misplaced("default"));
  check(["else: edn"], misplaced("else"), "JJ2001 «edn» no node is called 'edn'");
});

it("tells a word that stands alone how to be one", () => {
  check(["end"], "JJ1103 «end» an entry of 'conditions' must be a mapping, found text 'end'");
  const [found] = compile({ uri: "test.yaml", text: branchWith(["end"]) }).diagnostics;
  expect(found?.help).toBe("write a test with it, or 'default: end' beside 'conditions'");
});

it("tells an item of keys that nobody knows about them alone", () => {
  check(["fallback: end"], "JJ1101 «fallback» unknown key 'fallback' in an entry of 'conditions'");
  check(["next: end"], "JJ1102 «next» an entry of 'conditions' needs 'if'");
});

it("leaves what stands there already, and moves no item that others follow, without asking", () => {
  const fixesOf = (text: string): number => compile({ uri: "test.yaml", text }).diagnostics.flatMap(({ fixes }) => fixes).length;
  expect(fixesOf(branchWith(["else: end"]))).toBe(1);
  expect(fixesOf(branchWith(["else: end", "if: state.n > 0\n        next: big"]))).toBe(0);
  expect(fixesOf(branchWith(["else: end"], "    default: big\n"))).toBe(0);
  expect(fixesOf("workflow: {id: t, version: 0.1.0, start: a}\nnodes: {a: {type: branch, conditions: [{if: execution.id == 'a', next: end}, {else: end}]}, end: {type: end}}\n")).toBe(0);
});
