import { catalogue, parseYamlData, visible } from "../../compiler/index.ts";
import type { DiagnosticSpec } from "../../compiler/index.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { Page } from "../../schemas/generate/markdown.ts";
import { code, fenced, links, page, table } from "../../schemas/generate/markdown.ts";
import { type Command, usageOf, valueOf } from "../command.ts";
import { exits } from "../exit.ts";
import { families, weighing } from "../families.ts";

/** A document that shows a diagnostic, as it stands in `test/diagnostics/`. */
export interface Fixture {
  /** The version before it, of what is said of two versions. */
  readonly before?: string;
  readonly document: string;
  readonly frame: string;
  readonly fixed: string | undefined;
}

/** A page per code, and an index by family. */
export function diagnosticPages(fixtureOf: (spec: Pick<DiagnosticSpec, "code" | "slug">) => Fixture | undefined): readonly Page[] {
  const index = page("diagnostics/README.md", "Diagnostics", [
    "Everything the compiler can say. A code never changes its meaning and is never reused; `jamjet explain <code>` prints the same text.",
    ...families().map(({ family, title, specs }) => `## ${family}: ${title}\n\n${table(["Code", "Name", "Severity"], specs.map((spec) => [`[${spec.code}](${spec.code}.md)`, spec.slug, spec.severity]))}`),
  ]);
  return [index, ...catalogue.map((spec) => diagnosticPage(spec, fixtureOf(spec)))];
}

function diagnosticPage(spec: (typeof catalogue)[number], fixture: Fixture | undefined): Page {
  const { title, lines } = weighing(spec);
  return page(`diagnostics/${spec.code}.md`, `${spec.code} ${spec.slug}`, [
    `Severity: ${spec.severity}.`,
    spec.doc,
    ...(fixture === undefined ? [] : ["## Example", ...(fixture.before === undefined ? [] : [fenced("yaml", shown(fixture.before)), "has become"]), fenced("yaml", shown(fixture.document)), "is answered with", fenced("text", fixture.frame)]),
    ...(fixture?.fixed === undefined ? [] : ["Mended:", fenced("yaml", shown(fixture.fixed))]),
    `## ${title.replace(/^to/, "To")}`,
    ...(lines.length === 0 ? ["Nothing does: it is an error."] : [fenced("text", lines.join("\n"))]),
  ]);
}

/** By code: a document that is wrong, what is said of it, and where there is one, the document as it is right. */
export function diagnosticExamples(fixtureOf: (spec: Pick<DiagnosticSpec, "code" | "slug">) => Fixture | undefined): JsonObject {
  return Object.fromEntries(catalogue.flatMap((spec) => {
    const fixture = fixtureOf(spec);
    if (fixture === undefined) return [];
    const { before, document, frame, fixed } = fixture;
    return [[spec.code, { ...(before === undefined ? {} : { before: linesIn(shown(before)) }), wrong: linesIn(shown(document)), says: linesIn(frame), ...(fixed === undefined ? {} : { right: linesIn(shown(fixed)) }) }] as const];
  }).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function linesIn(text: string): readonly string[] {
  return text.replace(/\n+$/, "").split("\n");
}

/** A document as a page may show it: what cannot be seen, or would steer a reader's screen, is written out. */
function shown(document: string): string {
  return document.split("\n").map((line) => line.split("\t").map(visible).join("\t")).join("\n");
}

/** The page of the command line. */
export function cliPage(commands: readonly Command[]): Page {
  const anchor = (command: Command): string => `#jamjet-${command.name.replaceAll(" ", "-")}`;
  return page("cli.md", "Command line", [
    links(commands.map((command) => ({ text: code(`jamjet ${command.name}`), to: anchor(command), doc: `${command.summary}.` }))),
    "Every command takes `--json`, which prints the same answer as data, and `--debug`, which adds a stack trace should we have a bug. Output is plain where it is piped or `NO_COLOR` is set.",
    ...commands.map(commandText),
    "## Exit codes",
    table(["Code", "Meaning"], Object.values(exits).map((exit) => [String(exit.code), exit.doc])),
  ]);
}

function commandText(command: Command): string {
  const args = Object.entries(command.arguments).map(([name, spec]) => [usageOf(name, spec), spec] as const);
  const options = Object.entries(command.options).map(([name, spec]) => [`${spec.short === undefined ? "" : `-${spec.short}, `}--${name}${valueOf(spec) === undefined ? "" : ` <${valueOf(spec)}>`}`, spec] as const);
  const rows = [...args, ...options].map(([words, spec]) => [code(words), spec.doc]);
  const usage = ["jamjet", command.name, ...args.map(([words]) => words), ...(options.length === 0 ? [] : ["[options]"])].join(" ");
  const shown = [...new Set([...command.exits, "usage" as const])].map((exit) => exits[exit].code).sort((a, b) => a - b);
  return [`## jamjet ${command.name}`, `${sentence(command.summary)}`, fenced("text", usage), table(["Argument or option", "Meaning"], rows), `Exit codes: ${shown.join(", ")}.`, fenced("sh", command.examples.join("\n"))].filter((block) => block !== "").join("\n\n");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The index of the examples: what each one is, in the words of its own header. */
export function examplesPage(workflows: readonly { readonly folder: string; readonly text: string }[]): string {
  const entries = workflows.map(({ folder, text }) => ({ text: folder, to: `${folder}/`, doc: descriptionOf(text) }));
  const of = (part: string): string => links(entries.filter((entry) => entry.text.startsWith(`${part}/`)));
  const { text } = page("README.md", "Examples", [
    "Each folder holds a workflow, the answers that stand in for the paid model API (`replies.yaml`), what people and other systems say while it waits (`signals.yaml`), and where it runs in this version the log it leaves (`events.txt`). The tests compile and run every one of them.",
    "## Stories",
    of("stories"),
    "## One node type each",
    of("nodes"),
  ]);
  return text;
}

function descriptionOf(text: string): string {
  const { value } = parseYamlData({ uri: "", text });
  const header = member(value.value, "workflow");
  const words = member(header, "description") ?? member(header, "name") ?? member(header, "id");
  return typeof words === "string" ? words.trim().replaceAll("\n", " ") : "";
}

function member(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}
