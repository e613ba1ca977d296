import type { Answer } from "./answer.ts";
import { type Command, type Words, isRepeated, valueOf } from "./command.ts";
import type { Exit } from "./exit.ts";

/** What a command line asks for. */
export type Asked =
  | { readonly kind: "command"; readonly command: Command; readonly words: Words }
  /** It was no command, and all there is to say was said. */
  | { readonly kind: "said"; readonly exit: Exit }
  | { readonly kind: "refused"; readonly answer: Answer };

/**
 * What a command line of the plain form asks for: a command of one word, then arguments and options in full, each value
 * a word of its own. Nothing for every other form and for every mistake: those are for `arguments.ts`, which answers the
 * plain form in the same way and takes as long to load as it takes to check a small document.
 */
export function plainArguments([name, ...rest]: readonly string[], commands: readonly Command[]): Asked | undefined {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return undefined;
  // The parser of arguments says of `--no-x` that it was not given, and nothing of the others.
  const options: { [name: string]: string | boolean | undefined } = Object.fromEntries([...Object.keys(command.options), "json", "debug"].map((option) => [option, option.startsWith("no-") ? false : undefined]));
  const given: string[] = [];
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] as string;
    if (!looksLikeOption(word)) {
      given.push(word);
      continue;
    }
    const option = word.slice(2);
    if (!word.startsWith("--") || !Object.hasOwn(options, option)) return undefined;
    const spec = command.options[option];
    if (spec === undefined || valueOf(spec) === undefined) {
      options[option] = true;
      continue;
    }
    index += 1;
    const value = rest[index];
    if (value === undefined || looksLikeOption(value)) return undefined;
    options[option] = value;
  }
  const args = argumentsOf(command, given);
  return args && { kind: "command", command, words: { args, options } };
}

/** `-` alone is a word as any other: the standard input. */
function looksLikeOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** The words by the arguments that the command takes; nothing if they are too many or too few. */
function argumentsOf(command: Command, given: readonly string[]): Words["args"] | undefined {
  const specs = Object.values(command.arguments);
  const most = specs.some(isRepeated) ? Infinity : specs.length;
  const least = specs.filter(({ count }) => count === undefined || count === "some").length;
  if (given.length < least || given.length > most) return undefined;
  return specs.map((spec, index) => (isRepeated(spec) ? given.slice(index) : given[index]));
}
