import { expect, it } from "vitest";
import { fileKey, uriBeside } from "../../lsp/uris.ts";

it.each([
  ["file:///flows/work.yaml", "prompts/a b.md", "file:///flows/prompts/a%20b.md"],
  ["file:///flows/work.yaml", "what?#1.md", "file:///flows/what%3F%231.md"],
  ["file:///flows/a%20b/work.yaml", "../é.yaml", "file:///flows/%C3%A9.yaml"],
  ["untitled:one", "prompts/x.md", "prompts/x.md"],
  ["file:///flows/work.yaml", "half\ud800.md", "file:///flows/half%EF%BF%BD.md"],
])("the file that %s names as %j is at %s", (uri, path, expected) => expect(uriBeside(uri, path)).toBe(expected));

it("a file has one key, however its address is written", () => {
  expect(fileKey("file:///a%20b/%63.yaml")).toBe(fileKey("file:///a b/c.yaml"));
  expect(fileKey("file:///100%.yaml")).toBe("file:///100%.yaml");
});
