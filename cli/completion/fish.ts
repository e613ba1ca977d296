import { unreachable } from "../../schemas/bug.ts";
import { firstWords, type Completable, type CompletableOption, type Values } from "./completable.ts";

/** A script for fish 3 and later. */
export function fishScript(commands: readonly Completable[]): readonly string[] {
  const first = firstWords(commands);
  return [
    "# Completes command lines of jamjet in fish: jamjet completion fish > ~/.config/fish/completions/jamjet.fish",
    ...ids,
    "complete -c jamjet -f",
    `complete -c jamjet -n __fish_use_subcommand -s h -l help -d ${quoted("say how to use it")}`,
    `complete -c jamjet -n __fish_use_subcommand -s V -l version -d ${quoted("print the version")}`,
    ...first.map(({ word, doc }) => `complete -c jamjet -n __fish_use_subcommand -a ${word} -d ${quoted(doc)}`),
    ...first.flatMap(({ word, below }) => below.map((each) =>
      `complete -c jamjet -n '__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${below.map((other) => other.word).join(" ")}' -a ${each.word} -d ${quoted(each.command.doc)}`)),
    ...commands.flatMap((command) => {
      const line = `complete -c jamjet -n '${command.name.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ")}'`;
      const [first] = command.arguments;
      return [...(first === undefined ? [] : [`${line}${offer(first.values)}`]), ...command.options.map((option) => `${line}${optionWords(option)}`)];
    }),
  ];
}

const ids = [
  "function __jamjet_db; set -l words (commandline -opc); set -l at (contains -i -- --db $words); and test (count $words) -gt $at; and printf '%s\\n' --db $words[(math $at + 1)]; end",
  "function __jamjet_executions; jamjet ls --json (__jamjet_db) 2>/dev/null | string match -r 'exec_[0-9A-Z]+' | sort -u; end",
  "function __jamjet_nodes; set -l id (string match -r '^exec_.*' -- (commandline -opc)); jamjet inspect --json $id[1] (__jamjet_db) 2>/dev/null | string replace -rf '.*\"node\": \"([^\"]*)\".*' '$1' | sort -u; end",
];

function optionWords({ long, short, doc, values }: CompletableOption): string {
  return `${short === undefined ? "" : ` -s ${short}`} -l ${long} -d ${quoted(doc)}${values === undefined ? "" : ` -r${offer(values)}`}`;
}

function offer(values: Values): string {
  switch (values.of) {
    case "words": return ` -f -a ${quoted(values.words.join(" "))}`;
    case "files": return " -F";
    case "folders": return " -f -a '(__fish_complete_directories)'";
    case "executions": return " -f -a '(__jamjet_executions)'";
    case "nodes": return " -f -a '(__jamjet_nodes)'";
    case "anything": return " -f";
    default: return unreachable(values, "offer");
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
