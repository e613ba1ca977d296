import { expect, it } from "vitest";
import { completionsAt } from "../../lsp/completion/complete.ts";
import { documentationOf } from "../../lsp/completion/docs.ts";
import { hoverAt } from "../../lsp/features/hover.ts";
import { plainText } from "../../lsp/markup.ts";
import { workflowAt } from "../../lsp/snapshot.ts";
import { typeAt } from "../../lsp/tool-schema.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { at, defaultProject } from "../support/editor.ts";

const inputSchema: JsonObject = {
  type: "object",
  required: ["query"],
  properties: {
    query: { type: "string", description: "What is looked for" },
    filter: {
      type: "object",
      required: ["parts"],
      properties: {
        since: { $ref: "#/$defs/moment" },
        parts: { type: "array", items: { type: "object", properties: { kind: { enum: ["book", "paper"], description: "Of what kind", default: "book" }, exact: { type: "boolean" }, then: { anyOf: [{ $ref: "#/properties/filter" }, { type: "null" }] } } } },
        tags: { type: "object", additionalProperties: { enum: ["red", "green"] } },
        order: { oneOf: [{ const: "newest" }, { const: "oldest" }] },
      },
    },
  },
  $defs: { moment: { type: "object", properties: { year: { type: "integer" }, zone: { enum: ["UTC", "local"] } } } },
};
const search: ToolDefinition = { name: "search", description: "Looks for things", inputSchema };
const project = { ...defaultProject, lock: new Map([["s", new Map([["search", search]])]]) };

function source(lines: string): string {
  return `workflow: {id: w, version: 0.1.0, start: ask, state_schema: {q: str}}\nnodes:\n  ask:\n    type: tool\n    server: s\n    tool: search\n    arguments:\n${lines}\n    next: end\n  end: {type: end}\n`;
}

function offered(lines: string): readonly string[] {
  const { snapshot, offset } = at(source(lines), { project });
  return completionsAt(snapshot, offset).candidates.map(({ label }) => label);
}

it.each([
  ["in an object", "      filter:\n        $0", ["parts", "since", "tags", "order"]],
  ["in an object behind a reference", "      filter:\n        since:\n          $0", ["year", "zone"]],
  ["in an object of a list", "      filter:\n        parts:\n          - $0", ["kind", "exact", "then"]],
  ["beside what is there", "      filter:\n        parts:\n          - kind: book\n            $0", ["exact", "then"]],
  ["in one of several forms, and behind a reference back", "      filter: {parts: [{then: {parts: [{$0}]}}]}", ["kind", "exact", "then"]],
])("offers the fields of arguments %s", (_, lines, names) => {
  expect(offered(lines)).toEqual(names);
});

it.each([
  ["of a list of objects", "      filter:\n        parts:\n          - kind: $0", ["book", "paper"]],
  ["that are true or false", "      filter: {parts: [{exact: $0}]}", ["true", "false"]],
  ["behind a reference", "      filter: {since: {zone: $0}}", ["UTC", "local"]],
  ["of fields with any name", "      filter: {tags: {mine: $0}}", ["red", "green"]],
  ["of one of several forms", "      filter:\n        order: $0", ["newest", "oldest"]],
])("offers the values of arguments %s", (_, lines, values) => {
  expect(offered(lines)).toEqual(expect.arrayContaining(values));
});

it("tells of an argument what the lock says of it, at any depth", () => {
  const told = (lines: string): string | undefined => {
    const { snapshot, offset } = at(source(lines), { project });
    return (hoverAt(snapshot, offset, plainText)?.contents as { readonly value: string } | undefined)?.value;
  };
  expect(told("      qu$0ery: hi")).toBe("query: str\n\nWhat is looked for");
  expect(told("      query: hi\n      filter: {parts: [{ki$0nd: book}]}")).toBe('filter.parts[].kind: Literal["book", "paper"]\n\nOf what kind\n\nWithout it: `"book"`.');
  expect(told("      query: hi\n      filter: {parts: [], since: {ye$0ar: 2000}}")).toBe("filter.since.year: int");
});

it("has the words about a field of an argument ready", () => {
  const { snapshot, offset } = at(source("      filter: {parts: [{$0}]}"), { project });
  const kind = completionsAt(snapshot, offset).candidates.find(({ label }) => label === "kind");
  expect(kind?.doc && documentationOf(kind.doc, project, plainText)?.value).toContain("Of what kind");
});

it("lists the arguments of a tool that takes many, one below the other, and knows the tools of an agent", () => {
  const { snapshot, offset } = at("agent: {id: w, model: quick, strategy: react, goal: Look, tools: [s.sea$0rch], limits: {max_iterations: 9, max_cost_usd: 1, timeout_seconds: 60}}\n", { project });
  expect((hoverAt(workflowAt(snapshot, offset), offset, plainText)?.contents as { readonly value: string }).value).toMatch(/^s\.search\(\{\n {2}query: str,\n[^]*\n\}\)\n\nLooks for things\n\nAs `jamjet.lock` has it\.$/);
});

it("follows a schema that leads back to itself no further than it is asked for", () => {
  expect(typeAt(search, ["filter", "parts", undefined, "then", "parts", undefined, "kind"])).toBe(typeAt(search, ["filter", "parts", undefined, "kind"]));
  const round: ToolDefinition = { name: "round", description: "", inputSchema: { $ref: "#" } };
  expect(typeAt(round, ["a", undefined, "b"])).toBe(typeAt(round, ["c"]));
});
