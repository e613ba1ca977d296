import { expect, it } from "vitest";
import { definitionsAt } from "../../../lsp/features/definition.ts";
import { highlightsAt } from "../../../lsp/features/highlight.ts";
import { referencesAt } from "../../../lsp/features/references.ts";
import { renameableAt, renamesAt } from "../../../lsp/features/rename.ts";
import { projectNames } from "../../../runtime/index.ts";
import { workflowOf } from "../../support/document.ts";
import { connectEditor, openIn, withRanges } from "../../support/editor.ts";
import { around } from "../../support/workspace.ts";

const toml = `# what we call
[[mcp.servers]]
name = "library"
command = "node"

[[mcp.servers]]
name = 'web'
url = "https://library.example"

[models.quick]
model = "claude-haiku-4-5"
fallback = ["slow", "gpt-4o"]

[models]
slow = {model = "claude-opus-4-1"}

[model_prices.quick]
input = 1
output = 2
`;
const flow = workflowOf(`look: {type: tool, server: library, tool: find, output_key: a, next: ask}
  ask: {type: model, model: quick, prompt: library, tools: [library.find], output_key: a, next: end}`, "policy: {blocked_tools: ['library.*', web.get]}");
const fleet = "version: 1\nmcp: {servers: {library: {command: node}}}\nagents:\n  a: {strategy: react, goal: Go, model: quick, tools: [library.find]}\n";

const renamed = (files: { readonly [path: string]: string }, next: string): unknown => {
  const { snapshot, offset, library, edited } = around(files);
  const answer = renamesAt(snapshot, offset, next, library);
  return answer === undefined ? undefined : "refusal" in answer ? answer.refusal : edited(answer.value.edits);
};

it("reads every server and model that a project file names, however it is written, and what nobody would call one not", () => {
  expect(projectNames(toml).map(({ of, name, role }) => `${of} ${name} ${role}`)).toEqual(["server library declare", "server web declare", "model quick declare", "model slow read", "model gpt-4o read", "model slow declare", "model quick read"]);
  expect(projectNames('models."a b".retry = "no_retry"\n[models.c.retry]\nmax_attempts = 2\n[mcp]\nservers = [{name = "x", url = "u"}, {name = "a\\u0062"}]\n').map(({ of, name }) => `${of} ${name}`)).toEqual(["model a b", "model c", "server x"]);
  expect(projectNames('[[mcp.servers\nname = "half"\n[models.')).toBeInstanceOf(Array);
});

it("leads from within the project file to declarations, and to every use in documents", () => {
  const asked = (place: string): unknown => {
    const { snapshot, offset, library, show } = around({ "work.yaml": flow, "jamjet.toml": toml.replace(place.replace("$0", ""), place) });
    return { to: show(definitionsAt(snapshot, offset, library, "utf-16")), all: show(referencesAt(snapshot, offset, library, "all")) };
  };
  expect(asked('"lib$0rary"')).toEqual({
    to: { "jamjet.toml": 'name = "‹library›"' },
    all: { "jamjet.toml": 'name = "‹library›"', "work.yaml": "policy: {blocked_tools: ['‹library›.*', web.get]}\nlook: {type: tool, server: ‹library›, tool: find, output_key: a, next: ask}\nask: {type: model, model: quick, prompt: library, tools: [‹library›.find], output_key: a, next: end}" },
  });
  expect(asked('["sl$0ow"')).toEqual({ to: { "jamjet.toml": '‹slow› = {model = "claude-opus-4-1"}' }, all: { "jamjet.toml": 'fallback = ["‹slow›", "gpt-4o"]\n‹slow› = {model = "claude-opus-4-1"}' } });
});

it("finds the declaration in the project file from a document, and marks what it names there", () => {
  const { snapshot, offset, library, show } = around({ "work.yaml": flow.replace("model: quick", "model: qu$0ick"), "jamjet.toml": toml });
  expect(show(referencesAt(snapshot, offset, library, "all"))).toMatchObject({ "jamjet.toml": "[models.‹quick›]\n[model_prices.‹quick›]" });
  const inFile = around({ "work.yaml": flow, "jamjet.toml": toml.replace("models.quick", "models.qu$0ick") });
  expect(withRanges(inFile.snapshot, highlightsAt(inFile.snapshot, inFile.offset).map(({ range }) => range)).match(/.*‹.*/g)).toEqual(["[models.‹quick›]", "[model_prices.‹quick›]"]);
});

it("renames a server and a model in the project file and in all documents, from either side", () => {
  const server = { "work.yaml": flow.replace("'library.*'", "'shelf.*'").replace("server: library", "server: shelf").replace("[library.find]", "[shelf.find]"), "jamjet.toml": toml.replace('"library"', '"shelf"') };
  expect(renamed({ "work.yaml": flow, "jamjet.toml": toml.replace('"lib', '"$0lib') }, "shelf")).toEqual(server);
  expect(renamed({ "work.yaml": flow.replace("server: lib", "server: $0lib"), "jamjet.toml": toml }, "shelf")).toEqual(server);
  const lock = '{\n  "version": 1,\n  "servers": {"library": {"tools": {}}, "web": {"tools": {}}}\n}\n';
  expect(renamed({ "work.yaml": flow, "jamjet.lock": lock, "jamjet.toml": toml.replace('"lib', '"$0lib') }, "shelf")).toEqual({ ...server, "jamjet.lock": lock.replace("library", "shelf") });
  expect(renamed({ "work.yaml": flow, "jamjet.lock": lock.replace('"lib', '"$0lib'), "jamjet.toml": toml }, "shelf")).toEqual({ ...server, "jamjet.lock": lock.replace("library", "shelf") });
  expect(renamed({ "work.yaml": flow, "jamjet.toml": toml.replace("models.quick", "models.$0quick") }, "fast-one")).toEqual({ "work.yaml": flow.replace("model: quick", "model: fast-one"), "jamjet.toml": toml.replaceAll(".quick", ".fast-one") });
});

it("leaves the servers that a fleet declares itself to that fleet", () => {
  expect(renamed({ "fleet.yaml": fleet.replace("{library: {", "{lib$0rary: {"), "work.yaml": flow, "jamjet.toml": toml }, "shelf")).toEqual({ "fleet.yaml": fleet.replaceAll("library", "shelf") });
  expect(renamed({ "fleet.yaml": fleet, "work.yaml": flow.replace("'library.*', ", ""), "jamjet.toml": toml.replace('"lib', '"$0lib') }, "shelf")).not.toHaveProperty("fleet.yaml");
});

it("refuses a name that is taken or could not be written, and models that nobody declares", () => {
  const from = { "work.yaml": flow, "jamjet.toml": toml.replace('"lib', '"$0lib') };
  expect(renamed(from, "web")).toBe("'web' is taken already");
  expect(renamed(from, "a.b")).toBe("'a.b' must begin with a letter and hold only letters, digits, '-' and '_'");
  expect(renamed({ "work.yaml": flow, "jamjet.toml": toml.replace('"gpt', '"g$0pt') }, "x")).toBe("nothing declares 'gpt-4o'");
  const { snapshot, library } = around({ "work.yaml": flow, "jamjet.toml": toml.replace("# what", "# w$0hat") });
  expect(renameableAt(snapshot, toml.indexOf("library"), library)).toMatchObject({ value: { placeholder: "library" } });
  expect(renameableAt(snapshot, 2, library)).toBeUndefined();
});

it("answers about the project file over the protocol as the editor has it, and nothing else of it", async () => {
  const uri = "file:///jamjet.toml";
  const server = connectEditor({ placesOf: () => ({ root: "file:///", declared: () => undefined, files: [{ uri, text: "" }] }), namesIn: ({ uri: of, text }) => (of === uri ? projectNames(text) : undefined) });
  await openIn(server, toml, uri);
  const about = { textDocument: { uri }, position: { line: 2, character: 10 } };
  expect(await server.client.sendRequest("textDocument/definition", about)).toEqual([{ uri, range: { start: { line: 2, character: 8 }, end: { line: 2, character: 15 } } }]);
  expect(await server.client.sendRequest("textDocument/hover", about)).toBeNull();
  expect(await server.client.sendRequest("textDocument/completion", about)).toEqual({ isIncomplete: false, items: [] });
  expect(await server.client.sendRequest("textDocument/definition", { ...about, textDocument: { uri: "file:///jamjet.lock" } })).toEqual([]);
});
