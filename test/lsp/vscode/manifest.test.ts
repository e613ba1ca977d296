import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { settingSpecs } from "../../../lsp/index.ts";
import { filesIn, root, textOf } from "../../support/house.ts";

const folder = "lsp/vscode";

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly menus: { readonly [place: string]: readonly { readonly command: string }[] };
    readonly configuration: { readonly properties: { readonly [name: string]: object } };
  };
}

const manifest = JSON.parse(textOf(`${folder}/package.json`)) as Manifest;
const { contributes } = manifest;
const sources = filesIn(folder).filter((file) => file.endsWith(".ts")).map(textOf).join("\n");

it("has the version of the package", () => {
  expect(manifest.version).toBe((JSON.parse(textOf("package.json")) as Manifest).version);
});

it("names only files that are there, and grammars that call themselves what they are called", () => {
  const named = [manifest.icon, ...contributes.languages.map(({ configuration }) => configuration), ...contributes.grammars.map(({ path }) => path), ...contributes.snippets.map(({ path }) => path)];
  expect(named.filter((path) => !existsSync(join(root, folder, path)))).toEqual([]);
  expect(contributes.grammars.filter(({ path, scopeName }) => (JSON.parse(textOf(join(folder, path))) as { readonly scopeName: string }).scopeName !== scopeName)).toEqual([]);
});

it("offers exactly the commands that the sources register", () => {
  const registered = [...sources.matchAll(/registerCommand\("([\w.]+)"/g)].map(([, name]) => name);
  expect(contributes.commands.map(({ command }) => command).sort()).toEqual(registered.sort());
  expect(Object.values(contributes.menus).flat().filter(({ command }) => !registered.includes(command))).toEqual([]);
});

it("has no setting that nothing reads", () => {
  const read = [...sources.matchAll(/\.get(?:<[^>]*>+)?\("([\w.]+)"/g)].map(([, name]) => `jamjet.${name}`);
  // Read by the package `vscode-languageclient`, under the id that the client is given.
  expect(sources).toContain('new LanguageClient("jamjet",');
  const ofServer = Object.keys(settingSpecs).map((name) => `jamjet.${name}`);
  expect(Object.keys(contributes.configuration.properties).sort()).toEqual([...read, "jamjet.trace.server", ...ofServer].sort());
});

it.each(Object.entries(JSON.parse(textOf(`${folder}/snippets/documents.json`)) as { readonly [name: string]: { readonly body: readonly string[] } }))("the snippet '%s' is a document without findings", (_, { body }) => {
  const { diagnostics } = compile({ uri: "new.yaml", text: expanded(body.join("\n")) });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});

/** A snippet as it stands when somebody accepts every proposal: the first of a choice. */
function expanded(snippet: string): string {
  const proposals = new Map([...snippet.matchAll(/\$\{(\d+)(?::((?:[^{}$]|\$\d)*)|\|([^,|]*)[^}]*)\}/g)].map(([, stop = "", text, first]) => [stop, text ?? first ?? ""]));
  const filled = (text: string): string => text.replace(/\$\{(\d+)[:|][^}]*\}|\$(\d+)/g, (_, stop?: string, again?: string) => filled(proposals.get(stop ?? again ?? "") ?? ""));
  return filled(snippet);
}
