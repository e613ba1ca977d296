import { unreachable } from "../../schemas/bug.ts";
import { firstWords, type Completable, type CompletableOption, type Values } from "./completable.ts";

/** A script for zsh's own completion system. */
export function zshScript(commands: readonly Completable[]): readonly string[] {
  const first = firstWords(commands);
  return [
    "#compdef jamjet",
    "# Completes command lines of jamjet in zsh. In ~/.zshrc, behind compinit: source <(jamjet completion zsh)",
    "_jamjet_db() { reply=(); local at=${words[(I)--db]}; (( at > 0 && at < CURRENT )) && reply=(--db ${(Q)words[at+1]}) }",
    `_jamjet_executions() { local -a reply ids; _jamjet_db; ids=(\${(u)\${(f)"$(jamjet ls --json $reply 2>/dev/null | grep -o 'exec_[0-9A-Z]*')"}}); compadd -a ids }`,
    `_jamjet_nodes() { local -a reply ids; _jamjet_db; ids=(\${(u)\${(f)"$(jamjet inspect --json \${words[(r)exec_*]} $reply 2>/dev/null | sed -n 's/.*"node": "\\([^"]*\\)".*/\\1/p')"}}); compadd -a ids }`,
    "_jamjet() {",
    "  local state",
    "  local -a line commands",
    `  _arguments -C '(- *)'{-h,--help}'[say how to use it]' '(- *)'{-V,--version}'[print the version]' '1:command:->command' '*::argument:->argument'`,
    "  case $state in",
    "    command)",
    `      commands=(${first.map(({ word, doc }) => quoted(`${word}:${doc}`)).join(" ")})`,
    "      _describe command commands ;;",
    "    argument)",
    "      case $line[1] in",
    ...first.flatMap(({ word, below }) => [
      ...below.slice(0, 1).map(() => `        ${word}) if (( CURRENT == 2 )); then compadd ${below.map((each) => each.word).join(" ")}; return; fi; shift words; (( CURRENT-- )); case $words[1] in`),
      ...below.map((each) => `          ${each.word}) ${argumentsLine(each.command)} ;;`),
      ...below.slice(0, 1).map(() => "        esac ;;"),
      ...commands.filter(({ name }) => name === word).map((command) => `        ${word}) ${argumentsLine(command)} ;;`),
    ]),
    "      esac ;;",
    "  esac",
    "}",
    "compdef _jamjet jamjet",
  ];
}

function argumentsLine(command: Completable): string {
  return `_arguments ${[...command.options.map(optionSpec), ...argumentSpecs(command)].join(" ")}`;
}

function optionSpec({ long, short, doc, values }: CompletableOption): string {
  const says = quoted(`[${doc.replace(/[[\]\\]/g, "\\$&")}]${values === undefined ? "" : `:${long}:${action(values)}`}`);
  return short === undefined ? `--${long}${says}` : `'(-${short} --${long})'{-${short},--${long}}${says}`;
}

function argumentSpecs(command: Completable): readonly string[] {
  return command.arguments.map(({ name, values, repeats }, index) => quoted(`${repeats ? "*" : index + 1}:${name}:${action(values)}`));
}

function action(values: Values): string {
  switch (values.of) {
    case "words": return `(${values.words.join(" ")})`;
    case "files": return "_files";
    case "folders": return "_files -/";
    case "executions": return "_jamjet_executions";
    case "nodes": return "_jamjet_nodes";
    case "anything": return " ";
    default: return unreachable(values, "action");
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
