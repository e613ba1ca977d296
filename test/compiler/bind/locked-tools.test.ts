import { expect, it } from "vitest";
import { lockedCalls, lockedTool } from "../../../compiler/bind/locked-tools.ts";
import { createWorkspace } from "../../../compiler/index.ts";
import { hintsOf, type ToolLock } from "../../../schemas/tool-lock.ts";
import { workflowOf } from "../../support/document.ts";

const lock: ToolLock = new Map([["files", new Map([
  ["remove", { name: "remove", description: "", inputSchema: { type: "object" }, annotations: { destructiveHint: true } }],
  ["read.one", { name: "read.one", description: "", inputSchema: { type: "object" } }],
])]]);

/** The locked tools that each node names, `!` before one that the node calls itself. */
function check(nodes: string, ...expected: readonly string[]): void {
  const workspace = createWorkspace({ project: { servers: ["files"], lock, fileExists: () => true } });
  workspace.setText({ uri: "test.yaml", text: workflowOf(nodes) });
  const bound = workspace.typed("test.yaml")?.bound;
  const calls = bound?.nodes.flatMap((node) => lockedCalls(bound, node).map(({ own, server, tool }) => `${node.ast.id.value}: ${own ? "!" : ""}${server}.${tool.name}`));
  expect(calls).toEqual(expected);
}

it("finds what was locked of the tools that nodes call and offer", () => {
  check(
    `one: {type: tool, server: files, tool: remove, next: two}
    two: {type: model, model: m, prompt: p, tools: [files.read.one, files.gone, files], output_key: a, next: end}
    three: {type: tool, server: other, tool: remove, next: end}`,
    "one: !files.remove", "two: files.read.one",
  );
});

it("gives the promises of the tool that a node calls", () => {
  const workspace = createWorkspace({ project: { servers: ["files"], lock, fileExists: () => true } });
  workspace.setText({ uri: "test.yaml", text: workflowOf("one: {type: tool, server: files, tool: remove, next: end}") });
  const bound = workspace.typed("test.yaml")?.bound;
  const [node] = bound?.nodes ?? [];
  const tool = bound === undefined || node === undefined ? undefined : lockedTool(bound, node);
  expect(tool === undefined ? undefined : hintsOf(tool)).toMatchObject({ destructive: true, readOnly: undefined });
});
