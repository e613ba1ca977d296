import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SymbolKind, type DocumentSymbol } from "vscode-languageserver";
import { expect, it } from "vitest";
import { symbolsIn } from "../../../lsp/features/document-symbols.ts";
import { symbolsHolding } from "../../../lsp/features/workspace-symbols.ts";
import { workflowOf } from "../../support/document.ts";
import { at } from "../../support/editor.ts";
import { examples } from "../../support/examples.ts";
import { around } from "../../support/workspace.ts";

const nameOfKind = Object.fromEntries(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

function outline(symbols: readonly DocumentSymbol[], indent = ""): readonly string[] {
  return symbols.flatMap(({ name, detail = "", kind, children = [] }) => [`${indent}${name} (${nameOfKind[kind]}) ${detail}`.trimEnd(), ...outline(children, `${indent}  `)]);
}

it("shows the header with its keys and policies, and the nodes with their kinds and what they call", () => {
  const text = workflowOf(
    `ask: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: call}
     call: {type: mcp_tool, server: s, tool: find, next: pick}
     pick: {type: branch, conditions: [{if: state.a, next: end}], default: nap}
     nap: {type: wait, timer: 1s, next: odd}
     odd: {type: oddity, next: end}`,
    "retry_policies: {patient: {max_attempts: 3}}", "a: str, plan: {title: str, tags: 'list[str]'}",
  );
  expect(outline(symbolsIn(at(text).snapshot))).toEqual([
    "test (Module) 0.1.0",
    "  a (Property) str",
    "  plan (Property) {title: str, tags: list[str]}",
    "    title (Property) str",
    "    tags (Property) list[str]",
    "  patient (Object) retry policy",
    "ask (Function) model gpt-4o",
    "call (Method) mcp_tool s.find",
    "pick (Enum) branch",
    "nap (Event) wait",
    "odd (Null) oddity",
    "end (Constant) end",
  ]);
});

it("shows of broken text what could be read, and of other documents their keys", () => {
  expect(outline(symbolsIn(at("workflow:\n  id: [\nnodes:\n  ask:\n    type: model\n  tell:\n").snapshot))).toEqual(["workflow (Module)", "ask (Function) model", "tell (Null)"]);
  expect(outline(symbolsIn(at("agent:\n  id: helper\n  tools: [a]\n").snapshot))).toEqual(["agent (Object)", "  id (Key) helper", "  tools (Array)"]);
  expect(symbolsIn(at("").snapshot)).toEqual([]);
});

it.each(examples)("$name: names lie in their symbols, and symbols in those around them", ({ folder }) => {
  const { snapshot } = at(readFileSync(join(folder, "workflow.yaml"), "utf8"));
  const { places } = snapshot;
  const isIn = (inner: DocumentSymbol["range"], outer: DocumentSymbol["range"]): boolean => places.offsetAt(outer.start) <= places.offsetAt(inner.start) && places.offsetAt(inner.end) <= places.offsetAt(outer.end);
  const strays = (symbols: readonly DocumentSymbol[], outer?: DocumentSymbol["range"]): readonly string[] =>
    symbols.flatMap(({ name, range, selectionRange, children = [] }) => [...(isIn(selectionRange, range) && (outer === undefined || isIn(range, outer)) ? [] : [name]), ...strays(children, range)]);
  const symbols = symbolsIn(snapshot);
  expect(strays(symbols)).toEqual([]);
  expect(symbols).toHaveLength((snapshot.typed?.nodes.filter(({ bound }) => bound.supplied === undefined).length ?? 0) + 1);
});

it("finds workflows, nodes and keys of all documents by letters in their order, open ones as they are now", () => {
  const { library, uriOf } = around({ "one.yaml": workflowOf("as$0k-again: {type: wait, timer: 1s, next: end}"), "two.yaml": workflowOf("ask: {type: wait, timer: 1s, next: end}", "", "asked: str").replace("id: test", "id: task"), "notes.md": "ask" });
  const found = symbolsHolding("aSk", library).map(({ name, kind, containerName, location }) => `${name} (${nameOfKind[kind]}) ${containerName ?? ""} ${location.uri === uriOf("one.yaml") ? "one" : "two"}`);
  expect(found).toEqual(["ask-again (Event) test one", "task (Module)  two", "asked (Property) task two", "ask (Event) task two"]);
  expect(symbolsHolding("zzz", library)).toEqual([]);
});
