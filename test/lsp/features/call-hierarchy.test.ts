import type { CallHierarchyItem } from "vscode-languageserver";
import { expect, it } from "vitest";
import { hierarchyAt, leadingTo, ledToBy } from "../../../lsp/features/call-hierarchy.ts";
import { workflowOf } from "../../support/document.ts";
import { around } from "../../support/workspace.ts";

const child = "workflow: {id: child, version: 0.1.0, start: done}\nnodes: {done: {type: end}}\n";
const flow = workflowOf(`ask: {type: model, model: gpt-4o, prompt: hi, output_key: a, on_error: ask, next: [{when: state.a, to: call}, {else: call}]}
  call: {type: subgraph, workflow_ref: child.yaml, next: judge}
  judge: {type: eval, node: ask, scorers: [{type: assertion, check: output.a}], on_fail: retry_with_feedback, next: end}`);

/** Who leads to the item at the cursor, and where it goes, each with the places that say so. */
function hierarchy(files: { readonly [path: string]: string }): unknown {
  const { snapshot, offset, library, show } = around(files);
  const items = hierarchyAt(snapshot, offset, library);
  const [item] = items;
  if (item === undefined) return items;
  const one = (other: CallHierarchyItem, uri: string, ranges: readonly CallHierarchyItem["range"][]): string => `${other.name}: ${Object.values(show(ranges.map((range) => ({ uri, range })))).join().split("\n").map((line) => (/‹.*›/.exec(line)?.[0] ?? "")).join(" ")}`;
  return {
    item: `${item.name} ${item.detail ?? ""}`,
    from: leadingTo(item, library).map(({ from, fromRanges }) => one(from, from.uri, fromRanges)),
    to: ledToBy(item, library).map(({ to, fromRanges }) => one(to, item.uri, fromRanges)),
  };
}

it("knows who leads to a node and where it goes, and the place that says so", () => {
  expect(hierarchy({ "work.yaml": flow.replace("on_error: ask", "on_error: a$0sk"), "child.yaml": child })).toEqual({
    item: "ask model gpt-4o",
    from: ["test: ‹ask›", "ask: ‹ask›", "judge: ‹judge›"],
    to: ["ask: ‹ask›", "call: ‹call›}, {else: ‹call›"],
  });
});

it("goes into the workflow that a node starts, and out to those who start it", () => {
  expect(hierarchy({ "work.yaml": flow.replace("  call:", "  ca$0ll:"), "child.yaml": child })).toEqual({ item: "call subgraph", from: ["ask: ‹call›}, {else: ‹call›"], to: ["child: ‹child.yaml›", "judge: ‹judge›"] });
  const whole = { item: "child workflow", from: ["call: ‹child.yaml›"], to: ["done: ‹done›"] };
  expect(hierarchy({ "work.yaml": flow.replace("child.yaml", "ch$0ild.yaml"), "child.yaml": child })).toEqual(whole);
  expect(hierarchy({ "work.yaml": flow, "child.yaml": child.replace("id: child", "id: ch$0ild") })).toEqual(whole);
  expect(hierarchy({ "work.yaml": flow, "child.yaml": child.replace("done: {", "do$0ne: {") })).toEqual({ item: "done end", from: ["child: ‹done›"], to: [] });
});

it("knows nothing where no node is named", () => {
  expect(hierarchy({ "work.yaml": flow.replace("type: eval", "type: ev$0al") })).toEqual([]);
});
