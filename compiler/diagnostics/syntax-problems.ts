/** One way to break the syntax of YAML, in our words. `text` is what the author wrote at the place of the complaint. */
export interface ProblemWords {
  readonly message: (text: string) => string;
  readonly help: (text: string) => string | undefined;
}

const inQuotes = (): string => "put the whole value in quotes";

/** Everything JJ1001 can say. Each is reported at the smallest range that holds the mistake. */
export const syntaxProblems = {
  "missing-colon": {
    message: (text) => `'${text}' has no ':' after it`,
    help: (text) => `write '${text}: ' and a value, or delete it`,
  },
  "missing-space-after-colon": {
    message: (text) => `no space after the ':' of '${text}'`,
    help: (text) => `write '${text}: ' with a space`,
  },
  "colon-in-value": {
    message: () => "': ' inside an unquoted value",
    help: inQuotes,
  },
  "comma-in-value": {
    message: () => "',' inside an unquoted value: to YAML, the value ends there",
    help: inQuotes,
  },
  "over-indented": {
    message: (text) => `'${text}' is indented as a part of a value that is already complete`,
    help: () => "indent it like the key above",
  },
  misaligned: {
    message: (text) => `the indentation of '${text}' matches nothing above it`,
    help: () => "indent it exactly like its neighbours",
  },
  "list-on-key-line": {
    message: () => "a list cannot begin on the line of its key",
    help: () => "put each '- ' on a line of its own, below the key",
  },
  "list-in-mapping": {
    message: () => "a list item among the keys of a mapping",
    help: () => "indent it below the key it belongs to, or give it a key",
  },
  "mapping-in-list": {
    message: (text) => `'${text}' stands where only list items can stand`,
    help: () => "begin the line with '- ', or indent it differently",
  },
  "unclosed-quote": {
    message: (text) => `the quote ${text} is never closed`,
    help: (text) => `add ${text} at the end of the text`,
  },
  "text-after-quote": {
    message: (text) => `unexpected ${text} after the closing quote`,
    help: () => "put the whole value in quotes; inside '…' write '' for a quote, inside \"…\" write \\\"",
  },
  "unexpected-text": {
    message: (text) => `unexpected ${text}`,
    help: () => undefined,
  },
  "unclosed-bracket": {
    message: (text) => `the bracket '${text}' is never closed`,
    help: (text) => `add '${text === "{" ? "}" : "]"}', and indent every line up to it`,
  },
  "stray-bracket": {
    message: (text) => `'${text}' closes nothing`,
    help: () => "delete it, or put the value in quotes",
  },
  "missing-comma": {
    message: (text) => `no ',' before '${text}'`,
    help: () => "separate the items with ', '",
  },
  "extra-comma": {
    message: () => "a ',' with no item before it",
    help: () => "delete it",
  },
  "block-in-brackets": {
    message: () => "a '- ' list or an indented mapping cannot stand inside brackets",
    help: () => "write it with brackets too, or write the outside without them",
  },
  "reserved-start": {
    message: (text) => `an unquoted value cannot begin with '${text}'`,
    help: inQuotes,
  },
  "bad-escape": {
    message: (text) => `'${text}' is no escape sequence`,
    help: () => "write \\\\ for a backslash, or use '…' quotes, where a backslash means itself",
  },
  "unpaired-surrogate": {
    message: (text) => `'${text}' is half of a character`,
    help: () => "write both halves, or the character itself",
  },
  "block-header": {
    message: (text) => `unexpected '${text}' behind the block indicator`,
    help: () => "begin the text on the next line, indented",
  },
  "block-indent": {
    message: () => "this line is indented less than its block of text",
    help: () => "indent all lines of the text alike, or say the indentation behind the indicator, as in '|2'",
  },
  "missing-space": {
    message: (text) => `no space before '${text}'`,
    help: () => "add a space",
  },
  "multiline-key": {
    message: () => "a key must stand on one line",
    help: () => "write the key on one line",
  },
  "long-key": {
    message: () => "a key is longer than 1024 characters",
    help: () => "shorten it; a ':' may be missing or misplaced",
  },
  "property-twice": {
    message: (text) => `'${text}' is the second of its sort on one value`,
    help: () => "keep one of them",
  },
  "property-misplaced": {
    message: (text) => `'${text}' cannot stand here`,
    help: () => "put it directly before the value it belongs to",
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type SyntaxProblem = keyof typeof syntaxProblems;
