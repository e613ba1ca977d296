/** Marks, words and values that change what a document means, or take its meaning away. */
const pieces = [
  " ", "  ", "\n", "\r\n", "\t", ":", ": ", "- ", "'", '"', "[", "]", "{", "}", "{}", "[]", ",", "#", " # ", "&a ", "*a", "|", ">-", "?", "? ", "%", "!", "!!str ", "\\", "~", "---\n", "...\n", "<<: ",
  "{{", "}}", "{{ state", "{% if state.x %}", "{% endfor %}", "{%", "%}", "{#", "${X}", "{{ output | default('') }}", "state.", "state.query", "output.", "env.KEY", "feedback", "error.code", "event", "loop", "node.id",
  " and ", " or ", "not ", " == ", " < ", " in ", " if ", " else ", " is none", "(", ")", ".", "..", "=", "!=", "&&", "**", "//", " for x in ", "any(", "len(", "| upper", "'it''s'", "None", "true", "0", "-1", "1e999", "1.10", "0x", "yes",
  "str", "int", "list[str]", "dict[str, int]", "{a: str, b: list[int]}", "str | None", 'Literal["a", "b"]', "type: object", "default: 3", "enum: [1]",
  "next: ", "next: end", "end", "type: end", "type: parallel", "type: eval", "type: wait", "branches: [a, b]", "join: ", "wait_for: [a]", "output_key: ", "on_error: ", "retry: {max_attempts: 3}", "timeout: 5m", "when: ", "else: ", "to: ", "nodes:", "workflow:", "state_schema:", "start: ", "on_fail: escalate", "scorers:", "check: ",
  "__proto__", "constructor", "toString", "hasOwnProperty", "__x", "pause", "\u202e", "\0", "\ud800", "\ufeff", "é", "e\u0301", "раyments", "𝒳", "\u2028",
] as const;

type Random = () => number;
type Mutation = (text: string, random: Random, others: readonly string[]) => string;

const mutations: readonly Mutation[] = [
  (text, random) => replaceAt(text, random, 0, pick(pieces, random)),
  (text, random) => replaceAt(text, random, below(random, 8), ""),
  (text, random) => replaceAt(text, random, below(random, 8), pick(pieces, random)),
  (text, random) => text.slice(0, below(random, text.length + 1)),
  (text, random) => onWord(text, random, () => pick(pieces, random)),
  (text, random) => onWord(text, random, (word) => pick(text.match(/[\w.]+/g) ?? [word], random)),
  (text, random) => onWord(text, random, (word) => replaceAt(word, random, below(random, 2), pick([..."aeiou_-s"], random))),
  (text, random) => onLine(text, random, () => []),
  (text, random) => onLine(text, random, (line) => [line, line]),
  (text, random) => onLine(text, random, (line) => [`${pick(["", " ", "  ", "    ", "\t"], random)}${line.trimStart()}`]),
  (text, random) => onLine(text, random, (line) => [line.replace(/:.*$/, `: ${pick(pieces, random)}`)]),
  (text, random) => {
    const moved = pick(text.split("\n"), random);
    return onLine(text, random, (line) => [line, moved]);
  },
  (text, random, others) => {
    const lines = pick(others, random).split("\n");
    const start = below(random, lines.length);
    return onLine(text, random, (line) => [line, ...lines.slice(start, start + 1 + below(random, 8))]);
  },
];

/** `text` after a few changes that hands and programs make; the same for the same `random`. */
export function mutated(text: string, random: Random, others: readonly string[]): string {
  const steps = 1 + below(random, 1 + below(random, 4));
  let result = text;
  for (let step = 0; step < steps; step += 1) result = pick(mutations, random)(result, random, others);
  return result;
}

/** One of `items`, which are at least one. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[below(random, items.length)] as T;
}

function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

function replaceAt(text: string, random: Random, length: number, insert: string): string {
  const at = below(random, text.length + 1);
  return text.slice(0, at) + insert + text.slice(at + length);
}

function onWord(text: string, random: Random, change: (word: string) => string): string {
  const words = [...text.matchAll(/[\w.]+/g)];
  if (words.length === 0) return text;
  const { index, 0: word } = pick(words, random);
  return text.slice(0, index) + change(word) + text.slice(index + word.length);
}

function onLine(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = below(random, lines.length);
  return [...lines.slice(0, at), ...change(lines[at] as string), ...lines.slice(at + 1)].join("\n");
}
