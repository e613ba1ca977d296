import { Bug, unreachable } from "../schemas/bug.ts";
import { parseDuration } from "../schemas/duration.ts";
import { type Answer, type Maybe, found, refusal, refused } from "./answer.ts";
import type { Exit } from "./exit.ts";
import type { Io } from "./io.ts";

/** A word of the command line that stands for itself. */
export interface ArgumentSpec {
  readonly doc: string;
  /** Absent means that exactly one is needed; `some` is one or more, `any` none or more. */
  readonly count?: "optional" | "some" | "any";
  readonly oneOf?: readonly string[];
}

/** `--name`, with or without a value. */
export type OptionSpec =
  | { readonly kind: "flag"; readonly doc: string; readonly short?: string }
  /** One of a few words; where they are too many for a usage line, `value` stands for them there, and `doc` names them. */
  | { readonly kind: "choice"; readonly oneOf: readonly string[]; readonly value?: string; readonly doc: string; readonly short?: string }
  | { readonly kind: "text" | "duration" | "count"; readonly value: string; readonly doc: string; readonly short?: string };

export type ArgumentSpecs = { readonly [name: string]: ArgumentSpec };
export type OptionSpecs = { readonly [name: string]: OptionSpec };

type Word<A extends ArgumentSpec> = A extends { oneOf: readonly (infer W)[] } ? W : string;
type ArgumentValue<A extends ArgumentSpec> =
  A extends { count: "some" | "any" } ? readonly Word<A>[] :
  A extends { count: "optional" } ? Word<A> | undefined :
  Word<A>;

type OptionValue<O extends OptionSpec> =
  O extends { kind: "flag" } ? boolean :
  O extends { kind: "duration" | "count" } ? number | undefined :
  O extends { kind: "choice"; oneOf: readonly (infer W)[] } ? W | undefined :
  string | undefined;

/** Whether the argument stands for as many words as there are. */
export function isRepeated({ count }: Pick<ArgumentSpec, "count">): boolean {
  return count === "some" || count === "any";
}

/** How a usage line shows an argument. */
export function usageOf(name: string, { count }: ArgumentSpec): string {
  switch (count) {
    case "some": return `<${name}...>`;
    case "any": return `[${name}...]`;
    case "optional": return `[${name}]`;
    case undefined: return `<${name}>`;
    default: return unreachable(count, "usageOf");
  }
}

/** What the user gave, by the names of the specs; durations in milliseconds. */
export interface Given<A extends ArgumentSpecs, O extends OptionSpecs> {
  readonly args: { readonly [N in keyof A]: ArgumentValue<A[N]> };
  readonly options: { readonly [N in keyof O]: OptionValue<O[N]> };
  /** Whether the answer's data will be printed instead of its lines. */
  readonly json: boolean;
}

interface CommandSpec<A extends ArgumentSpecs, O extends OptionSpecs> {
  readonly name: string;
  /** One line, as it stands in the list of commands. */
  readonly summary: string;
  readonly arguments: A;
  readonly options: O;
  /** The exits that this command can have, besides `usage`, `bug` and `interrupted`. */
  readonly exits: readonly Exit[];
  readonly examples: readonly string[];
  readonly run: (given: Given<A, O>, io: Io) => Answer | Promise<Answer>;
}

/** A command as `main.ts`, the reference page and shells see it. `run` takes words that are not looked at yet. */
export interface Command extends Omit<CommandSpec<ArgumentSpecs, OptionSpecs>, "run"> {
  readonly run: (words: Words, io: Io) => Answer | Promise<Answer>;
}

/** A command line as the parser of arguments leaves it: words by argument, flags and texts by option. */
export interface Words {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: { readonly [name: string]: unknown };
}

/** Declares a command; its `run` sees values of the types that its specs name. */
export function command<const A extends ArgumentSpecs, const O extends OptionSpecs>(spec: CommandSpec<A, O>): Command {
  return {
    ...spec,
    run(words, io) {
      const args = Object.fromEntries(Object.keys(spec.arguments).map((name, index) => [name, words.args[index]]));
      const options: { [name: string]: string | number | boolean | undefined } = {};
      for (const [name, option] of Object.entries(spec.options)) {
        const value = optionValue(name, option, words.options[name]);
        if (!value.ok) return value.answer;
        options[name] = value.value;
      }
      for (const [name, { oneOf }] of Object.entries(spec.arguments)) {
        const word = args[name];
        if (oneOf && typeof word === "string" && !oneOf.includes(word)) {
          return refusal(`'${word}' is not one of ${oneOf.join(", ")}`, `see 'jamjet ${spec.name} --help'`);
        }
      }
      // The loops above gave every name of the specs a value of the kind that its spec names.
      const given = { args, options, json: words.options["json"] === true } as unknown as Given<A, O>;
      return spec.run(given, io);
    },
  };
}

/** How the value of an option is written in usage lines; a flag has none. */
export function valueOf(option: OptionSpec): string | undefined {
  switch (option.kind) {
    case "flag": return undefined;
    case "choice": return option.value ?? option.oneOf.join("|");
    case "text": case "duration": case "count": return option.value;
    default: return unreachable(option, "valueOf");
  }
}

function optionValue(name: string, option: OptionSpec, word: unknown): Maybe<string | number | boolean | undefined> {
  if (option.kind === "flag") return found(word === true);
  if (word === undefined) return found(undefined);
  if (typeof word !== "string") throw new Bug(`option --${name} came without its value`);
  if (option.kind === "text") return found(word);
  if (option.kind === "choice") return option.oneOf.includes(word) ? found(word) : refused(`'${word}' is not one of ${option.oneOf.join(", ")}`, `write --${name} ${option.oneOf[0]}`);
  if (option.kind === "count") return /^\d{1,9}$/.test(word) ? found(Number(word)) : refused(`'${word}' is not a whole number`, `write --${name} 0, --${name} 10 or the like`);
  const ms = parseDuration(word);
  if (ms === 0) return refused(`'--${name} ${word}' leaves no time at all`, `write --${name} 30s, 5m or 48h`);
  return ms === undefined ? refused(`'${word}' is not a duration`, `write --${name} 30s, 5m or 48h`) : found(ms);
}
