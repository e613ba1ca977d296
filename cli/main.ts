import { Command as Parser, CommanderError, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { type Answer, refusal } from "./answer.ts";
import { type ArgumentSpec, type Command, type OptionSpec, type Words, valueOf } from "./command.ts";
import { commands, groups } from "./commands/index.ts";
import { exits } from "./exit.ts";
import type { Io } from "./io.ts";
import { comesLater } from "./later.ts";
import { jsonPage, page } from "./render/page.ts";
import { colourOf, tell } from "./tell.ts";

/** Runs one command line (without `node` and the script) and gives the exit code. Throws nothing. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const later = comesLater(argv);
  if (later !== undefined) return say(later, argv.includes("--json"), io);
  const wanted: { command?: Command; words?: Words } = {};
  const parser = parserOf(argv, (command, words) => Object.assign(wanted, { command, words }), io);
  try {
    parser.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exits.fine.code;
      return argv.includes("--json") ? say(refusal(error.message.replace(/^error: /, "")), true, io) : exits.usage.code;
    }
    return say(bug(error, argv.includes("--debug")), argv.includes("--json"), io);
  }
  const { command, words } = wanted;
  if (!command || !words) {
    parser.outputHelp({ error: true });
    return exits.usage.code;
  }
  try {
    return say(await command.run(words, io), words.options["json"] === true, io);
  } catch (error) {
    return say(bug(error, words.options["debug"] === true), words.options["json"] === true, io);
  }
}

function say(answer: Answer, asJson: boolean, io: Io): number {
  const sink = asJson ? io.out : io[answer.to];
  const written = sink.write(asJson ? jsonPage(answer.data) : page(answer.lines, colourOf(sink, io)));
  if (written.ok) return exits[answer.exit].code;
  tell(io, refusal(`the output cannot be written: ${written.reason}`).lines);
  return exits.usage.code;
}

function bug(error: unknown, debug: boolean): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const help = debug ? "report it with these lines and the document" : "report it with the document and what '--debug' adds to this command";
  const answer = refusal(`this is a bug in jamjet: ${message}`, help, "bug");
  return { ...answer, lines: [...answer.lines, ...stack] };
}

function parserOf(argv: readonly string[], choose: (command: Command, words: Words) => void, io: Io): Parser {
  const parser = new Parser("jamjet")
    .description("Compiler, durable runtime and language server for agent workflows in YAML.")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "say how to use it")
    .helpCommand("help [command]", "say how to use a command")
    .exitOverride()
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
    describeCommand(second === undefined ? parser.command(word) : (parents.get(word) ?? parser).command(second), command, choose);
  }
  return parser;
}

function describeCommand(sub: Parser, command: Command, choose: (command: Command, words: Words) => void): void {
  sub.description(command.summary).helpOption("-h, --help", "say how to use it");
  for (const [name, spec] of Object.entries(command.arguments)) sub.argument(argumentFlags(name, spec), spec.doc);
  const options = new Map(Object.entries(command.options).map(([name, spec]) => [name, new Option(optionFlags(name, spec), spec.doc)]));
  options.set("json", new Option("--json", "print the answer as JSON"));
  options.set("debug", new Option("--debug", "add our stack trace, should we have a bug"));
  for (const option of options.values()) sub.addOption(option);
  sub.addHelpText("after", () => footer(command));
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

function argumentFlags(name: string, spec: ArgumentSpec): string {
  return spec.count === "some" ? `<${name}...>` : spec.count === "optional" ? `[${name}]` : `<${name}>`;
}

function optionFlags(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? "" : `-${spec.short}, `;
  const value = valueOf(spec);
  return value === undefined ? `${short}--${name}` : `${short}--${name} <${value}>`;
}

function footer(command: Command): string {
  const shown = [...new Set([...command.exits, "usage" as const])].map((exit) => exits[exit]).sort((a, b) => a.code - b.code);
  const codes = shown.map(({ code, doc }) => `  ${String(code).padEnd(3)} ${doc}`);
  return ["", "Examples:", ...command.examples.map((example) => `  ${example}`), "", "Exit codes:", ...codes].join("\n");
}

/** What the parser of arguments says repeats the user's words. */
function safe(text: string): string {
  return page(text.replace(/\n$/, "").split("\n"), "never");
}
