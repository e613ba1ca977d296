import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

function check(text: string, ...expected: readonly string[]): void {
  expect(findingsIn(text)).toEqual(expected);
}

const header = "workflow: {id: test, version: 0.1.0, start: end}\n";

it("recognises a workflow by its top level, and nothing else", () => {
  check(`${header}nodes: {end: {type: end}}\n`);
  check("name: CI\njobs: {}\n", "JJ1116 «name» not a JamJet document: neither 'workflow:' nor 'nodes:' is at the top level");
  check("- a\n", "JJ1116 «-» not a JamJet document: the top level is a list");
  check("hello\n", "JJ1116 «h» not a JamJet document: the top level is text 'hello'");
  check("", "JJ1116 «» not a JamJet document: the file is empty");

  check("experiment: {}\n", "JJ1117 «experiment» experiment documents are not supported by this version");
  check("policy: {}\n");
});

it("takes one misspelt top-level key for what was meant", () => {
  check(header.replace("workflow", "workfow") + "nodes: {end: {type: end}}\n", "JJ1101 «workfow» unknown key 'workfow' in the file");
  check(`${header}node: {end: {type: end}}\n`, "JJ1101 «node» unknown key 'node' in the file");
  check(`${header}Nodes: {end: {type: end}}\n`, "JJ1101 «Nodes» unknown key 'Nodes' in the file");
  check("workflows: {id: test, version: 0.1.0, start: end}\nnodes: {end: {type: end}}\n", "JJ1101 «workflows» unknown key 'workflows' in the file");
});

it("says what is missing at the top, once", () => {
  check("nodes: {end: {type: end}}\n", "JJ1102 «nodes» a workflow document needs 'workflow'");
  check(header, "JJ1102 «workflow» a workflow document needs 'nodes'");
  check(`${header}nodes:\n`, "JJ1103 «nodes» 'nodes' must be a mapping from node id to node, found nothing");
  check(`${header}nodes: {}\n`, "JJ1103 «{}» 'nodes' must be a mapping from node id to node, found an empty one");
  check("workflow:\nnodes: {end: {type: end}}\n", "JJ1103 «workflow» 'workflow' must be a mapping with 'id', 'version' and 'start', found nothing");
  check("workflow: {id: test, version: 0.1.0, start: end, nodes: {end: {type: end}}}\n", "JJ1115 «nodes» 'nodes' does not belong in the workflow header");
});

it("allows what may move at the top level or in the header, not in both", () => {
  check(`${header}nodes: {end: {type: end}}\ncost_budget_usd: 1\n`);
  check(
    "workflow: {id: test, version: 0.1.0, start: end, cost_budget_usd: 1}\nnodes: {end: {type: end}}\ncost_budget_usd: 2\n",
    "JJ1110 «cost_budget_usd» 'cost_budget_usd' and 'workflow.cost_budget_usd' cannot both be set in one file [«cost_budget_usd»]",
  );
});

it("H22: refuses names of JavaScript objects and takes every other for a name", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];
  const refused = names.filter((name) => findingsIn(workflowOf("end: {type: end}", "", `${name}: str`)).some((line) => line.startsWith("JJ1114")));
  expect(refused).toEqual(["__proto__", "constructor", "prototype", "__defineGetter__"]);
  const text = workflowOf("one: {type: tool, server: s, tool: toString, labels: {valueOf: x}, arguments: {toString: '{{ state.valueOf }}'}, output_key: hasOwnProperty, next: end}", "", "valueOf: str, hasOwnProperty: any");
  check(text);
  check(workflowOf("one: {type: toString}"), "JJ1104 «toString» unknown node type 'toString'");
  check(workflowOf("one: {type: tool, server: s, tool: t, next: constructor}"), "JJ2001 «constructor» no node is called 'constructor'");
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it("H23: wants text for an id and says what YAML read", () => {
  const text = workflowOf("one: {type: tool, server: s, tool: t, next: end}\n 1: {type: end}\n 0x10: {type: end}\n 1e3: {type: end}\n 010: {type: end}");
  expect(findingsIn(text).filter((line) => line.startsWith("JJ1011"))).toEqual([
    "JJ1011 «1» a key must be text, not the number 1",
    "JJ1011 «0x10» a key must be text, not the number 16 ('0x10')",
    "JJ1011 «1e3» a key must be text, not the number 1000 ('1e3')",
    "JJ1011 «010» a key must be text, not the number 10 ('010')",
  ]);
});

it("H25: takes a version that YAML reads as a number for a version", () => {
  check(workflowOf("end: {type: end}").replace("0.1.0", "1.10"), "JJ1108 «1.10» '1.10' is not a semantic version");
  check(workflowOf("end: {type: end}").replace("0.1.0", "v1.2.3"), "JJ1108 «v1.2.3» 'v1.2.3' is not a semantic version");
  check(workflowOf("end: {type: end}").replace("0.1.0", "01.2.3"), "JJ1108 «01.2.3» '01.2.3' is not a semantic version");
});

it("H48: wants slugs for ids, and offers one", () => {
  const bad = ["x".repeat(1_000), "😀", "../x", "a/b", "a b", ".", "Loud", "-a", ""];
  for (const id of bad) {
    const [found] = findingsIn(workflowOf(`one: {type: tool, server: s, tool: t, next: end}\n ${JSON.stringify(id)}: {type: end}`));
    expect(found, id.slice(0, 20)).toMatch(/^JJ1109 /);
  }
  check(workflowOf("con: {type: tool, server: s, tool: t, next: end}"));
});

it("knows the reserved ids", () => {
  for (const id of ["pause", "fail", "__x"]) expect(findingsIn(workflowOf(`one: {type: tool, server: s, tool: t, next: ${id}}\n ${id}: {type: tool, server: s, tool: t, next: end}`)).map((line) => line.slice(0, 6))).toEqual(["JJ1114"]);
  check(workflowOf("end: {type: tool, server: s, tool: t, next: done}\n done: {type: end}"), "JJ1114 «end» 'end' is reserved: only a node of type 'end' may have this name");
});

it("names the older form a key belongs to, and the rewrite", () => {
  check(workflowOf("one: {type: tool, server: s, tool: t, retry_policy: io_default, next: end}"), "JJ1113 «retry_policy» 'retry_policy' belongs to the older multi-file form of a workflow document");
});

it("says of a key of another kind that it has no effect here", () => {
  check(workflowOf("one: {type: tool, server: s, tool: t, temperature: 1, next: end}"), "JJ1111 «temperature» 'temperature' has no effect on tool node 'one'");
});
