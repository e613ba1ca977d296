import { Command as Parser, CommanderError, Help, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { refusal } from "./answer.ts";
import { type Command, type OptionSpec, type Words, usageOf, valueOf } from "./command.ts";
import { commands, groups } from "./commands/index.ts";
import { exits } from "./exit.ts";
import type { Io } from "./io.ts";
import type { Asked } from "./plain-arguments.ts";
import { page } from "./render/page.ts";
import { wrap } from "./render/wrap.ts";

/** What a command line asks for, whatever it is; help, versions and mistakes of use are said here. */
export function parseArguments(argv: readonly string[], io: Io): Asked {
  const wanted: { command?: Command; words?: Words } = {};
  const parser = parserOf(argv, (command, words) => Object.assign(wanted, { command, words }), io);
  try {
    parser.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "said", exit: "fine" };
    return argv.includes("--json") ? { kind: "refused", answer: refusal(error.message.replace(/^error: /, "")) } : { kind: "said", exit: "usage" };
  }
  const { command, words } = wanted;
  if (command && words) return { kind: "command", command, words };
  parser.outputHelp({ error: true });
  return { kind: "said", exit: "usage" };
}

function parserOf(argv: readonly string[], choose: (command: Command, words: Words) => void, io: Io): Parser {
  const parser = new Parser("jamjet")
    .description("Compiler, durable runtime and language server for agent workflows in YAML.")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "say how to use it")
    .helpCommand("help [command]", "say how to use a command")
    .exitOverride()
    // Beside the names of options little room is left on a narrow screen, and yet all of it is to be read.
    .configureHelp({ minWidthToWrap: leastDoc, formatItem })
    .configureOutput({
      writeOut: (text) => void io.out.write(safe(text)),
      // With --json the answer says it, once.
      writeErr: (text) => void (argv.includes("--json") || io.err.write(safe(text))),
      getOutHelpWidth: () => io.out.columns ?? 80,
      getErrHelpWidth: () => io.err.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  // Where the first word is a command, nobody looks at what the others take.
  const only = commands.filter(({ name }) => name.split(" ")[0] === argv[0]);
  const parents = new Map<string, Parser>();
  for (const command of only.length === 0 ? commands : only) {
    const [word = "", second] = command.name.split(" ");
    if (second !== undefined && !parents.has(word)) parents.set(word, parser.command(word).description(groups[word] ?? "").helpOption("-h, --help", "say how to use it"));
    describeCommand(second === undefined ? parser.command(word) : (parents.get(word) ?? parser).command(second), command, { choose, columns: io.out.columns ?? 80 });
  }
  return parser;
}

/** Columns that a line of documentation needs to be readable. */
const leastDoc = 12;

/** An option and what it does: beside each other, or where that leaves no room below each other. */
function formatItem(term: string, termWidth: number, doc: string, helper: Help): string {
  const columns = helper.helpWidth ?? 80;
  if (doc === "" || columns - termWidth - 4 >= leastDoc) return Help.prototype.formatItem.call(helper, term, termWidth, doc, helper);
  return [`  ${term}`, ...wrap(doc, columns - 6).map((line) => `      ${line}`)].join("\n");
}

interface Describing {
  readonly choose: (command: Command, words: Words) => void;
  /** How wide a line of help may be. */
  readonly columns: number;
}

function describeCommand(sub: Parser, command: Command, { choose, columns }: Describing): void {
  sub.description(command.summary).helpOption("-h, --help", "say how to use it");
  for (const [name, spec] of Object.entries(command.arguments)) sub.argument(usageOf(name, spec), spec.doc);
  const options = new Map(Object.entries(command.options).map(([name, spec]) => [name, new Option(optionFlags(name, spec), spec.doc)]));
  options.set("json", new Option("--json", "print the answer as JSON"));
  options.set("debug", new Option("--debug", "add our stack trace, should we have a bug"));
  for (const option of options.values()) sub.addOption(option);
  sub.addHelpText("after", () => footer(command, columns));
  sub.action(() => {
    const given = sub.opts();
    const args = sub.processedArgs.map((word: unknown) => (Array.isArray(word) ? word.map(String) : word === undefined ? undefined : String(word)));
    choose(command, { args, options: Object.fromEntries([...options].map(([name, option]) => [name, givenFor(option, given)])) });
  });
}

/** The parser turns `--no-x` round: it takes it for the absence of `x`. */
function givenFor(option: Option, given: { readonly [name: string]: unknown }): unknown {
  const value = given[option.attributeName()];
  return option.negate ? value === false : value;
}

function optionFlags(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? "" : `-${spec.short}, `;
  const value = valueOf(spec);
  return value === undefined ? `${short}--${name}` : `${short}--${name} <${value}>`;
}

/** Examples stay in one line, to be copied. */
function footer(command: Command, columns: number): string {
  const shown = [...new Set([...command.exits, "usage" as const])].map((exit) => exits[exit]).sort((a, b) => a.code - b.code);
  const codes = shown.flatMap(({ code, doc }) => wrap(doc, columns - 6).map((line, index) => `  ${(index === 0 ? String(code) : "").padEnd(3)} ${line}`));
  return ["", "Examples:", ...command.examples.map((example) => `  ${example}`), "", "Exit codes:", ...codes].join("\n");
}

/** What the parser of arguments says repeats the user's words. */
function safe(text: string): string {
  return page(text.replace(/\n$/, "").split("\n"), "never");
}
