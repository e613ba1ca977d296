import { expect, it } from "vitest";
import { createProjects } from "../../lsp/projects.ts";
import { fileKey, uriBeside } from "../../lsp/uris.ts";

const uri = "file:///flows/work.yaml";

it("asks the host once for each thing, and again when it may have changed", () => {
  const asked: string[] = [];
  const told = (what: string): void => void asked.push(what);
  const projects = createProjects({
    version: "0",
    projectOf: (of) => (told(of), { servers: undefined, fileExists: (path) => (told(path), false), textOf: (path) => (told(path), { ok: false }), twinOf: (path) => (told(path), undefined) }),
  }, () => undefined);
  const look = (): void => {
    const view = projects.of(uri);
    view.fileExists("a", "document");
    view.textOf?.("b");
    view.twinOf?.("c", "project");
  };
  look();
  look();
  expect(asked).toEqual([uri, "a", "b", "c"]);
  projects.changed("file:///flows/elsewhere.md");
  look();
  expect(asked).toHaveLength(4);
  projects.changed("file:///flows/b");
  look();
  projects.clear();
  look();
  expect(asked).toHaveLength(12);
});

it("takes what is open in the editor before what is on the disk, and never what the host refuses", () => {
  const open = new Map([["file:///flows/prompts/a b.md", "open"], ["file:///secret", "open"]]);
  const projects = createProjects({
    version: "0",
    projectOf: () => ({ servers: undefined, fileExists: () => true, textOf: (path) => (path.startsWith("..") ? { ok: false, reason: "it is outside of the project" } : { ok: true, text: "disk" }) }),
  }, (key) => open.get(key));
  const { textOf } = projects.of(uri);
  expect(textOf?.("prompts/a b.md")).toEqual({ ok: true, text: "open" });
  expect(textOf?.("prompts/other.md")).toEqual({ ok: true, text: "disk" });
  expect(textOf?.("../secret")).toMatchObject({ ok: false });
});

it("names a file beside a document as its address, and knows it in every way to write it", () => {
  expect(uriBeside("file:///a%20b/work.yaml", "prompts/ä #1?.md")).toBe("file:///a%20b/prompts/%C3%A4%20%231%3F.md");
  expect(uriBeside(uri, "../other/x.md")).toBe("file:///other/x.md");
  expect(uriBeside("untitled:Untitled-1", "x.md")).toBe("x.md");
  expect(fileKey("file:///c%3A/a(1).md")).toBe(fileKey("file:///c:/a%281%29.md"));
  expect(fileKey("file:///100%.md")).toBe("file:///100%.md");
});
