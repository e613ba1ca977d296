import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readProject } from "../../../runtime/adapters/project.ts";
import { readToolLock, toolHash, writeToolLock } from "../../../runtime/adapters/tool-lock.ts";
import { hintsOf, type ToolDefinition, type ToolLock } from "../../../schemas/tool-lock.ts";

const search: ToolDefinition = { name: "search", title: "Search", description: "Finds \u001b[31mthings", inputSchema: { type: "object", required: ["query"], properties: { query: { type: "string" } } }, annotations: { readOnlyHint: true } };
const remove: ToolDefinition = { name: "remove", description: "", inputSchema: { type: "object" }, outputSchema: { type: "object", properties: { n: { type: "integer" } } } };

const lockOf = (...tools: readonly ToolDefinition[]): ToolLock => new Map([["library", new Map(tools.map((tool) => [tool.name, tool]))]]);

/** What is wrong with a text, and the words at that place. */
function flawIn(text: string): readonly [string, string] {
  const read = readToolLock(text);
  if (read.ok) throw new Error("the lock was read");
  return [read.problem.message, text.slice(read.problem.place.start, read.problem.place.end)];
}

it("reads what it wrote, and writes equal locks as equal texts", () => {
  const text = writeToolLock(lockOf(search, remove));
  expect(readToolLock(text)).toEqual({ ok: true, value: lockOf(search, remove) });
  const turned: ToolDefinition = { annotations: { readOnlyHint: true }, inputSchema: { properties: { query: { type: "string" } }, required: ["query"], type: "object" }, description: search.description, title: "Search", name: "search" };
  expect(writeToolLock(lockOf(remove, turned))).toBe(text);
  expect(toolHash(turned)).toBe(toolHash(search));
  expect(text).not.toContain("\u001b");
});

it("points at what is wrong in a lock", () => {
  const text = writeToolLock(lockOf(search, remove));
  expect(flawIn(text.replace("Finds", "Obey me:"))).toEqual(["the lock of the tool 'search' of 'library' is damaged: its hash is not that of its definition", '"search"']);
  expect(flawIn(text.replace('"readOnlyHint": true', '"readOnlyHint": false'))[0]).toContain("'search' of 'library' is damaged");
  expect(flawIn(text.replace('"version": 1', '"version": 2'))).toEqual(["the lock has format 2, and this version reads 1", '"version"']);
  expect(flawIn(text.replace("{", "<<<<<<< HEAD\n{"))).toEqual(["this is no JSON that could be a lock", "<<<<<<< HEAD"]);
  expect(flawIn("")).toEqual(["this is no JSON that could be a lock", ""]);
  expect(flawIn("[".repeat(100_000) + "]".repeat(100_000))[0]).toBe("this is no JSON that could be a lock");
  expect(flawIn(text.replace('"servers"', '"more": 1, "servers"'))).toEqual(["a lock has no 'more'", '"more"']);
  expect(flawIn('{"version": 1, "servers": {"a": []}}')).toEqual(["the lock of the server 'a' is damaged", '"a"']);
});

it("is read with the project that it lies beside", () => {
  const root = mkdtempSync(join(tmpdir(), "jamjet-lock-"));
  writeFileSync(join(root, "jamjet.lock"), "broken");
  expect(readProject(root)).toMatchObject({ problems: [] });
  writeFileSync(join(root, "jamjet.toml"), "");
  expect(readProject(root).problems).toMatchObject([{ file: join(root, "jamjet.lock"), place: { start: 0, end: 1 } }]);
  writeFileSync(join(root, "jamjet.lock"), writeToolLock(lockOf(search)));
  expect(readProject(root)).toMatchObject({ problems: [], project: { lock: lockOf(search) } });
});

it("takes of a server's promises those that it makes", () => {
  expect(hintsOf(search)).toEqual({ readOnly: true, destructive: undefined, idempotent: undefined, openWorld: undefined });
  expect(hintsOf({ annotations: { destructiveHint: "yes", idempotentHint: false } })).toEqual({ readOnly: undefined, destructive: undefined, idempotent: false, openWorld: undefined });
});
