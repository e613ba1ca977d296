import { expect, it } from "vitest";
import { refusals } from "../../runtime/index.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { nodeKinds, specOf } from "../../schemas/nodes/index.ts";
import { filters } from "../../schemas/template/filters.ts";
import { compile } from "../../compiler/index.ts";
import { compileCorpus, corpus, corpusRuns, runCorpus } from "../support/corpus.ts";
import { filesIn, textOf } from "../support/house.ts";

const runs = corpusRuns();

it.each(corpus)("nothing is said of $name, and it runs to its end", async (document) => {
  const { diagnostics, program } = compileCorpus(document);
  expect(diagnostics.filter(({ severity }) => severity !== "info" && severity !== "hint").map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const run = runs.get(document.name) ?? expect.fail("says not how it runs");
  if (program === undefined) return expect.fail("no program");
  expect(refusals(program).map(({ feature }) => feature)).toEqual(run.refused ?? []);
  if (run.refused !== undefined) return;
  const { status, failure } = await runCorpus(program, run);
  expect({ status, failure: status === run.ends ? undefined : failure }).toEqual({ status: run.ends ?? "completed", failure: undefined });
});

it("every run has its document", () => {
  expect([...runs.keys()].filter((name) => !corpus.some((document) => document.name === name))).toEqual([]);
  expect(corpus.length).toBeGreaterThanOrEqual(100);
});

it("every kind of node that runs, and every filter, function, method and test stands in a document", () => {
  const all = corpus.map(({ text }) => text).join("\n");
  const missing = (names: readonly string[], pattern: (name: string) => string): readonly string[] => names.filter((name) => !new RegExp(pattern(name)).test(all));
  expect(missing(nodeKinds.filter((kind) => specOf(kind).needs === undefined), (kind) => `type: ${kind}\\b`)).toEqual([]);
  expect(missing(Object.keys(filters), (name) => `\\| ${name}\\b`)).toEqual([]);
  expect(missing(Object.keys(functions), (name) => `\\b${name}\\(`)).toEqual([]);
  expect(missing(Object.keys(methods), (name) => `\\.${name}\\(`)).toEqual([]);
  expect(missing(Object.keys(tests), (name) => `is ${name}\\b`)).toEqual([]);
});

// The full example of the page of node types; it declares `answer`, and no node writes it.
it.each(filesIn("test/compiler/seeds"))("nothing is said of %s but that a key is never used", (path) => {
  const { diagnostics } = compile({ uri: path, text: textOf(path) }, { project: { servers: ["brave-search"], fileExists: () => true } });
  expect(diagnostics.filter(({ severity, code }) => (severity === "error" || severity === "warning") && code !== "JJ5105").map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});
