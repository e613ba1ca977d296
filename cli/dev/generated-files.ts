import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile, mend, type Compiled, type SourceText } from "../../compiler/index.ts";
import { supportedFeatures } from "../../runtime/index.ts";
import { expressionPages } from "../../schemas/generate/expression-pages.ts";
import { agentSchema, fleetSchema, policySchema, programSchema, workflowSchema } from "../../schemas/index.ts";
import type { Page } from "../../schemas/generate/markdown.ts";
import { links, page } from "../../schemas/generate/markdown.ts";
import { headerPages, nodePages } from "../../schemas/generate/node-pages.ts";
import { runPages } from "../../schemas/generate/run-pages.ts";
import { conditionGrammar, expressionGrammar, templateGrammar } from "../../schemas/generate/textmate.ts";
import { commands } from "../commands/index.ts";
import { answerPage } from "./answer-page.ts";
import { editorManifest } from "./editor-manifest.ts";
import { programValidator } from "./program-validator.ts";
import { cliPage, diagnosticExamples, diagnosticPages, examplesPage, type Fixture } from "./pages.ts";
import { readme } from "./readme.ts";

/** Every generated file of the repository at `root`, by its path there; `folders` hold nothing else. */
export function generatedFiles(root: string): { readonly files: ReadonlyMap<string, string>; readonly folders: readonly string[] } {
  const exampleOf = ({ code, slug }: { readonly code: string; readonly slug: string }): Fixture | undefined => fixtureAt(root, `test/diagnostics/${code}-${slug}`);
  const pages: readonly Page[] = [
    referenceIndex,
    ...nodePages({ supported: supportedFeatures, exampleOf: (kind) => textAt(root, `examples/nodes/${kind}/workflow.yaml`) }),
    ...headerPages(supportedFeatures),
    ...expressionPages(),
    ...diagnosticPages(exampleOf),
    ...runPages(),
    cliPage(commands),
    answerPage(),
  ];
  const files = new Map([
    ["schemas/generated/workflow.schema.json", json(workflowSchema())],
    ["schemas/generated/agent.schema.json", json(agentSchema())],
    ["schemas/generated/fleet.schema.json", json(fleetSchema())],
    ["schemas/generated/policy.schema.json", json(policySchema())],
    ["schemas/generated/program.schema.json", json(programSchema())],
    ["runtime/generated/program-validator.js", programValidator(root, programSchema())],
    ["cli/generated/diagnostic-examples.json", json(diagnosticExamples(exampleOf))],
    ["lsp/vscode/package.json", editorManifest(textAt(root, "lsp/vscode/package.json") ?? "")],
    ["lsp/vscode/syntaxes/expression.tmLanguage.json", json(expressionGrammar())],
    ["lsp/vscode/syntaxes/template.tmLanguage.json", json(templateGrammar())],
    ["lsp/vscode/syntaxes/condition.tmLanguage.json", json(conditionGrammar())],
    ["examples/README.md", examplesPage(workflowsOf(root))],
    ["README.md", readme(textAt(root, "README.md") ?? "", commands)],
    ...pages.map(({ path, text }) => [`docs/reference/${path}`, text] as const),
  ]);
  return { files, folders: ["schemas/generated", "cli/generated", "docs/reference"] };
}

const referenceIndex = page("README.md", "Reference", [
  "Everything here is made from the declarations in `schemas/`, the catalogue of diagnostics and the list of commands.",
  links([
    { text: "The workflow header", to: "header.md", doc: "what stands under `workflow:`." },
    { text: "Agents", to: "agent.md", doc: "what stands under `agent:`." },
    { text: "Fleets", to: "fleet.md", doc: "agents and workflows that share tools, and when they run." },
    { text: "Node types", to: "nodes/README.md", doc: "one page each." },
    { text: "Expressions and templates", to: "expressions/README.md", doc: "operators, functions, methods, filters, tests." },
    { text: "Diagnostics", to: "diagnostics/README.md", doc: "one page per code." },
    { text: "Command line", to: "cli.md", doc: "commands, options, exit codes." },
    { text: "Answers as JSON", to: "json.md", doc: "what every command prints under `--json`." },
    { text: "jamjet.toml", to: "project.md", doc: "the project file." },
    { text: "The replies file", to: "replies.md", doc: "answers in place of the model API." },
    { text: "Events", to: "events.md", doc: "the log of an execution, and its statuses." },
    { text: "Failure codes", to: "failures.md", doc: "why a node failed, and whether it is tried again." },
    { text: "Features", to: "features.md", doc: "what a program may demand, and what this version enforces." },
  ]),
]);

/** The fixture that shows a code best: one that comes with its mending, the plain one first; else the plain one, else the first. */
function fixtureAt(root: string, folder: string): Fixture | undefined {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  const cases = names.filter((name) => name.endsWith(".txt")).map((name) => name.replace(/\.txt$/, ""));
  const mended = cases.filter((name) => names.includes(`${name}.fixed.yaml`) || names.includes(`${name}.good.yaml`));
  const chosen = [mended, cases].flatMap((some) => some.toSorted((a, b) => Number(b === "plain") - Number(a === "plain")))[0];
  const document = textAt(root, `${folder}/${chosen}.yaml`);
  const frame = textAt(root, `${folder}/${chosen}.txt`);
  const before = textAt(root, `${folder}/${chosen}.old.yaml`);
  return document === undefined || frame === undefined ? undefined : { ...(before === undefined ? {} : { before }), document, frame, fixed: textAt(root, `${folder}/${chosen}.fixed.yaml`) ?? textAt(root, `${folder}/${chosen}.good.yaml`) ?? mendedByHand(document) };
}

/** What the unsafe fixes make of a fixture, if nothing is wrong with that. */
function mendedByHand(text: string): string | undefined {
  const judged = (source: SourceText): Compiled => compile(source, { project: { servers: ["docs", "web"], fileExists: () => true } });
  const { compiled, applied } = mend(judged({ uri: "plain.yaml", text }), "unsafe", judged);
  return applied.length > 0 && compiled.diagnostics.length === 0 ? compiled.source.text : undefined;
}

function workflowsOf(root: string): readonly { readonly folder: string; readonly text: string }[] {
  const folder = join(root, "examples");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("/workflow.yaml")).sort();
  return paths.map((path) => ({ folder: path.replace(/\/workflow\.yaml$/, ""), text: readFileSync(join(folder, path), "utf8") }));
}

function textAt(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
