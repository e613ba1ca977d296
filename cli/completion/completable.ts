import { unreachable } from "../../schemas/bug.ts";
import { type ArgumentSpecs, type Command, type OptionSpec, isRepeated } from "../command.ts";

/** What may stand in a place of a command line. */
export type Values =
  | { readonly of: "words"; readonly words: readonly string[] }
  | { readonly of: "files" | "folders" | "executions" | "nodes" | "anything" };

export interface CompletableOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly doc: string;
  /** Undefined for a flag. */
  readonly values: Values | undefined;
}

/** A command as shells complete it. */
export interface Completable {
  readonly name: string;
  readonly doc: string;
  readonly options: readonly CompletableOption[];
  readonly arguments: readonly { readonly name: string; readonly values: Values; readonly repeats: boolean }[];
}

/** A first word of command lines: a command itself, or the words that make commands together with it. */
export interface FirstWord {
  readonly word: string;
  readonly doc: string;
  /** Commands of two words; `name` holds both. */
  readonly below: readonly { readonly word: string; readonly command: Completable }[];
}

/** What command lines begin with, in the order of the commands. */
export function firstWords(commands: readonly Completable[]): readonly FirstWord[] {
  const words = [...new Set(commands.map(({ name }) => wordsOf(name)[0]))];
  return words.map((word) => {
    const below = commands.flatMap((command) => {
      const [first, second] = wordsOf(command.name);
      return first === word && second !== undefined ? [{ word: second, command }] : [];
    });
    const doc = commands.find(({ name }) => name === word)?.doc ?? below.map((each) => each.word).join(", ");
    return { word, doc, below };
  });
}

function wordsOf(name: string): readonly [first: string, second: string | undefined] {
  const [first = name, second] = name.split(" ");
  return [first, second];
}

/** The commands with what can be completed behind each: by the kind of an option, and by what a value is called. */
export function completables(commands: readonly Command[]): readonly Completable[] {
  return commands.map(({ name, summary, arguments: args, options }) => ({
    name,
    doc: summary,
    arguments: argumentsOf(args),
    options: [...Object.entries(options).map(([long, option]) => ({ long, short: option.short, doc: option.doc, values: valuesOf(long, option) })), ...everywhere],
  }));
}

const everywhere: readonly CompletableOption[] = [
  { long: "json", short: undefined, doc: "print the answer as JSON", values: undefined },
  { long: "help", short: "h", doc: "say how to use it", values: undefined },
];

function argumentsOf(args: ArgumentSpecs): Completable["arguments"] {
  return Object.entries(args).map(([name, spec]) => ({ name, values: spec.oneOf === undefined ? named(name) : { of: "words", words: spec.oneOf }, repeats: isRepeated(spec) }));
}

function valuesOf(long: string, option: OptionSpec): Values | undefined {
  switch (option.kind) {
    case "flag": return undefined;
    case "choice": return { of: "words", words: option.oneOf };
    case "duration": case "count": return { of: "anything" };
    case "text": return named(option.value === "id" ? long : option.value);
    default: return unreachable(option, "valuesOf");
  }
}

/** One word per idea: what a value is called says what it is. */
function named(name: string): Values {
  switch (name) {
    case "file": case "files": case "path": return { of: "files" };
    case "folder": return { of: "folders" };
    case "id": return { of: "executions" };
    case "node": return { of: "nodes" };
    default: return { of: "anything" };
  }
}
