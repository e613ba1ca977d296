import { unreachable } from "../../schemas/bug.ts";
import { shellWord } from "../shell.ts";
import { firstWords, type Completable, type CompletableOption, type Values } from "./completable.ts";

/** A script for bash 3.2 and later. Where it offers nothing, bash completes names of files. */
export function bashScript(commands: readonly Completable[]): readonly string[] {
  const first = firstWords(commands);
  const groups = first.filter(({ below }) => below.length > 0);
  return [
    "# Completes command lines of jamjet in bash. In ~/.bashrc: source <(jamjet completion bash)",
    ...ids,
    "_jamjet() {",
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" id="" i',
    "  local -a db=()",
    "  COMPREPLY=()",
    "  for ((i = 2; i < COMP_CWORD; i++)); do",
    '    [[ "${COMP_WORDS[i]}" == --db ]] && db=(--db "${COMP_WORDS[i+1]}")',
    '    [[ "${COMP_WORDS[i]}" == exec_* ]] && id="${COMP_WORDS[i]}"',
    "  done",
    `  if ((COMP_CWORD == 1)); then ${offered([...first.map(({ word }) => word), "--help", "--version"])}; return; fi`,
    ...groups.map(({ word, below }) => `  if [[ "$command" == ${word} ]]; then ((COMP_CWORD == 2)) && { ${offered(below.map((each) => each.word))}; return; }; command="${word} \${COMP_WORDS[2]}"; fi`),
    '  case "$command $prev" in',
    ...commands.flatMap(({ name, options }) => options.flatMap((option) => (option.values === undefined ? [] : [`    ${spellings(option).map((word) => `"${name} ${word}"`).join(" | ")}) ${offer(option.values)}; return ;;`]))),
    "  esac",
    '  case "$command" in',
    ...commands.flatMap(commandCase),
    "  esac",
    "}",
    "complete -o default -F _jamjet jamjet",
  ];
}

const ids = [
  "_jamjet_executions() { jamjet ls --json \"$@\" 2>/dev/null | grep -o 'exec_[0-9A-Z]*' | sort -u; }",
  "_jamjet_nodes() { jamjet inspect --json \"$@\" 2>/dev/null | sed -n 's/.*\"node\": \"\\([^\"]*\\)\".*/\\1/p' | sort -u; }",
];

/** No names of files either; bash 3 cannot be told so. */
const nothing = "compopt +o default 2>/dev/null || true";

function commandCase({ name, options, arguments: [first] }: Completable): readonly string[] {
  return [
    `    "${name}")`,
    `      if [[ "$cur" == -* ]]; then ${offered(options.flatMap(spellings))}`,
    `      else ${first === undefined ? nothing : offer(first.values)}; fi ;;`,
  ];
}

function spellings({ long, short }: CompletableOption): readonly string[] {
  return [`--${long}`, ...(short === undefined ? [] : [`-${short}`])];
}

function offer(values: Values): string {
  switch (values.of) {
    case "words": return offered(values.words);
    case "files": return ":";
    case "folders": return "COMPREPLY=($(compgen -d -- \"$cur\"))";
    case "executions": return filled('$(_jamjet_executions "${db[@]}")');
    case "nodes": return filled('$(_jamjet_nodes "$id" "${db[@]}")');
    case "anything": return nothing;
    default: return unreachable(values, "offer");
  }
}

function offered(words: readonly string[]): string {
  return filled(words.map(shellWord).join(" "));
}

function filled(words: string): string {
  return `COMPREPLY=($(compgen -W "${words}" -- "$cur"))`;
}
