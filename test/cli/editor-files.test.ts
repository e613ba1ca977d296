import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { projectPlaces, storedDocuments } from "../../cli/editor-files.ts";
import { nodeIo } from "../../cli/node-io.ts";
import { examples } from "../support/examples.ts";

const io = nodeIo(() => {});
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jamjet-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

it("finds the documents below a folder, nearer ones first, and nothing else", () => {
  const document = "workflow: {id: a, version: 0.1.0, start: end}\nnodes: {end: {type: end}}\n";
  for (const path of ["deep/er/c.yaml", "a.yaml", "deep/b.yml", "node_modules/n.yaml", ".git/g.yaml", "notes.md"]) write(path, document);
  write("replies.yaml", "replies: []\n");
  write("broken.yaml", "workflow: {\nnodes:\n");
  symlinkSync(join(folder, "deep"), join(folder, "again"));
  expect(storedDocuments(folder, io).map(({ uri }) => uri.slice(pathToFileURL(folder).href.length + 1))).toEqual(["a.yaml", "broken.yaml", "deep/b.yml", "deep/er/c.yaml"]);
});

it("tells where a project declares a server and a model, and where its lock holds a tool", () => {
  write("jamjet.toml", '[[mcp.servers]]\nname = "one"\ncommand = "x"\n\n[[mcp.servers]]\nname = "two"\ncommand = "y"\n\n[models.quick]\nprovider = "openai"\nmodel = "gpt-4o"\n');
  const marked = (path: string, of: "server" | "tool" | "model", name: string): string | undefined => {
    const place = projectPlaces(path, io)?.declared(of, name);
    return place && `${fileURLToPath(place.uri).split("/").at(-1) ?? ""}: ${place.text.slice(place.start, place.end)} in line ${place.text.slice(0, place.start).split("\n").length}`;
  };
  const flow = join(folder, "flows/work.yaml");
  expect([marked(flow, "server", "two"), marked(flow, "model", "quick"), marked(flow, "server", "three"), marked(flow, "model", "slow"), marked(flow, "tool", "one.find")]).toEqual(["jamjet.toml: two in line 6", "jamjet.toml: quick in line 9", undefined, undefined, undefined]);
  expect(projectPlaces(flow, io)?.root).toBe(`${pathToFileURL(folder).href}/`);

  const guard = join(examples.find(({ name }) => name === "stories/sql-guard")?.folder ?? "", "workflow.yaml");
  expect([marked(guard, "tool", "warehouse.export"), marked(guard, "tool", "warehouse.gone")]).toEqual(['jamjet.lock: "export" in line 25', undefined]);
});
