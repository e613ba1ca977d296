import { diagnostic } from "./define.ts";
import { syntaxProblems } from "./syntax-problems.ts";
import type { ProblemWords, SyntaxProblem } from "./syntax-problems.ts";
import { shortened } from "./words.ts";

/** Family 10: what can be wrong with a document as text and as YAML, before anyone asks what it means. */
const wordsOf = (problem: SyntaxProblem): ProblemWords => syntaxProblems[problem];

export const yamlSyntax = diagnostic({
  code: "JJ1001",
  slug: "yaml-syntax",
  severity: "error",
  message: (p: { problem: SyntaxProblem; text: string }) => wordsOf(p.problem).message(p.text),
  help: (p) => wordsOf(p.problem).help(p.text),
  doc: `The document is not YAML at this place: a quote or bracket is open, a colon lacks its space, lines do not line up.
What can still be read is checked as usual.

\`\`\`yaml
if: state.answer == "a: b"     # bad: ': ' ends the key
if: 'state.answer == "a: b"'   # good
\`\`\``,
});

export const duplicateKey = diagnostic({
  code: "JJ1002",
  slug: "duplicate-key",
  severity: "error",
  message: (p: { key: string }) => `key '${p.key}' is defined twice`,
  help: (p) => `rename or delete one '${p.key}'`,
  doc: `A mapping holds each key once. Most YAML loaders keep the last one in silence, so that half of what was written
never runs.

\`\`\`yaml
nodes:
  search: {type: tool}
  search: {type: end}    # bad: a second node called search
\`\`\``,
});

export const tabIndent = diagnostic({
  code: "JJ1003",
  slug: "tab-indent",
  severity: "error",
  message: (p: { lines: number }) => (p.lines > 1 ? `tabs used for indentation, on ${p.lines} lines` : "tab used for indentation"),
  help: () => "indent with spaces",
  doc: `YAML allows only spaces in indentation, since a tab has no agreed width.

\`\`\`yaml
workflow:
\tid: bad     # a tab
  id: good    # two spaces
\`\`\``,
});

export const multiDocument = diagnostic({
  code: "JJ1004",
  slug: "multi-document",
  severity: "error",
  message: () => "a second document begins here; a file holds one",
  help: () => "move it to a file of its own",
  doc: "A file holds one document. Everything from the second `---` on is not read.",
});

export type AliasProblem = "unknown" | "recursive" | "unused" | "merge" | "properties" | "empty";

const aliasWords: Readonly<Record<AliasProblem, ProblemWords>> = {
  unknown: {
    message: (name) => `no anchor above is called '${name}'`,
    help: (name) => `define it with '&${name}', or quote the value if '*' is meant as text`,
  },
  recursive: {
    message: (name) => `'*${name}' stands inside '&${name}' itself`,
    help: () => "write the value out; a value cannot contain itself",
  },
  unused: {
    message: (name) => `nothing refers to the anchor '&${name}'`,
    help: () => "delete it, or quote the value if '&' is meant as text",
  },
  merge: {
    message: () => "merge keys ('<<') are not part of YAML 1.2",
    help: () => "write the entries out, or use an alias for a whole value",
  },
  properties: {
    message: (name) => `the alias '*${name}' cannot have an anchor or a tag`,
    help: () => "delete the anchor or tag",
  },
  empty: {
    message: (sign) => `'${sign}' has no name`,
    help: () => "give it a name, or quote the value if the sign is meant as text",
  },
};

export const aliasProblem = diagnostic({
  code: "JJ1005",
  slug: "alias-problem",
  severity: "error",
  message: (p: { problem: AliasProblem; name: string }) => aliasWords[p.problem].message(p.name),
  help: (p) => aliasWords[p.problem].help(p.name),
  doc: `An alias (\`*name\`) repeats the value that carries the anchor (\`&name\`) above it. A value that begins with \`*\` or
\`&\` as text, such as a glob, needs quotes. An anchor that nothing refers to is a warning.

\`\`\`yaml
blocked_tools: [*delete*]      # bad: an alias
blocked_tools: ["*delete*"]    # good: a glob
\`\`\``,
});

export const yaml11Scalar = diagnostic({
  code: "JJ1006",
  slug: "yaml11-scalar",
  severity: "warning",
  message: (p: { text: string; here: string; yaml11: string }) =>
    `'${p.text}' is ${p.here} here, but ${p.yaml11} to loaders of YAML 1.1`,
  help: (p) => (p.here === "text" ? `quote it: "${p.text}"` : `write ${p.here}, or quote it if it is meant as text`),
  doc: `JamJet reads YAML 1.2, where \`yes\`, \`on\`, \`12:30\` and \`1_000\` are text and \`017\` is 17. Many tools still read them
as booleans, octal or base-60 numbers; quotes make all of them agree.

\`\`\`yaml
country: no      # bad: false elsewhere
country: "no"    # good
\`\`\``,
});

export const unquotedTemplate = diagnostic({
  code: "JJ1007",
  slug: "unquoted-template",
  severity: "error",
  message: (p: { template: string }) => `'${p.template}' must be quoted here`,
  help: () => "put the whole value in quotes; without them YAML reads '{' as the start of a mapping",
  doc: `A value that begins with \`{\` is a mapping to YAML, so a template at the beginning of a value needs quotes.

\`\`\`yaml
count: {{ state.n }}      # bad
count: "{{ state.n }}"    # good
\`\`\``,
});

export const bracketsInText = diagnostic({
  code: "JJ1017",
  slug: "brackets-in-text",
  severity: "warning",
  message: (p: { text: string }) => `'${p.text}' is one text here, but no other YAML tool can read it without quotes`,
  help: () => "quote it; inside '{ }' and '[ ]', YAML ends an unquoted text at the next bracket",
  doc: `Types and expressions hold brackets of their own. Outside of brackets that is plain YAML; inside of them YAML allows no
reading at all, so JamJet takes the text as it is meant. Editors, formatters and other loaders refuse the file until it is quoted.

\`\`\`yaml
order: {id: str, tags: list[str]}      # bad: only JamJet can read it
order: {id: str, tags: "list[str]"}    # good
\`\`\``,
});

export type FileLimit = "size" | "nesting" | "nodes" | "aliases" | "rules" | "diagnostics";

const limitWords: Readonly<Record<FileLimit, { readonly message: (limit: number) => string; readonly help: string }>> = {
  size: { message: (limit) => `the file is larger than ${limit} bytes`, help: "split it, or raise the limit in [limits] of jamjet.toml" },
  nesting: { message: (limit) => `more than ${limit} levels of nesting`, help: "flatten it, or raise the limit in [limits] of jamjet.toml" },
  nodes: { message: (limit) => `more than ${limit} nodes`, help: "split it, or raise the limit in [limits] of jamjet.toml" },
  aliases: { message: (limit) => `anchors and aliases stand for more than ${limit} values`, help: "write the values out" },
  rules: { message: (limit) => `more than ${limit} rules`, help: "write fewer: one pattern may cover many names" },
  diagnostics: { message: (more) => `and ${more} more problems`, help: "mend the ones above and check again" },
};

export const fileLimits = diagnostic({
  code: "JJ1008",
  slug: "file-limits",
  severity: "error",
  message: (p: { limit: FileLimit; number: number }) => limitWords[p.limit].message(p.number),
  help: (p) => limitWords[p.limit].help,
  doc: `A document is limited in size, nesting, nodes and aliases, so that any file is answered at once. \`[limits]\` in the project
file raises them.`,
});

export const unknownTag = diagnostic({
  code: "JJ1009",
  slug: "unknown-tag",
  severity: "error",
  message: (p: { tag: string; fits: boolean }) =>
    p.fits ? `the tag '${p.tag}' is not part of the language` : `the tag '${p.tag}' does not fit its value`,
  help: () => "delete the tag, or quote the value if '!' is meant as text",
  doc: `Only the tags of the core schema are read: \`!!str !!int !!float !!bool !!null !!map !!seq\`. Others, such as
\`!include\`, \`!!binary\` or \`!!python/object\`, would mean something only to one program.

\`\`\`yaml
prompt: !include prompt.md    # bad
prompt_file: prompt.md        # good
\`\`\``,
});

export const yamlDirective = diagnostic({
  code: "JJ1010",
  slug: "yaml-directive",
  severity: "error",
  message: (p: { directive: string }) => `the directive '${p.directive}' is not part of the language`,
  help: () => "delete the line; documents are YAML 1.2",
  doc: "`%YAML` and `%TAG` lines change how the rest is read: which version of YAML it is, and what its tags mean. Loaders differ in what they make of them, so documents are YAML 1.2 without directives.",
});

export const keyNotText = diagnostic({
  code: "JJ1011",
  slug: "key-not-text",
  severity: "error",
  message: (p: { found: string; raw: string }) => `a key must be text, not ${p.found}`,
  help: (p) => (p.raw === "" ? "use a word as the key" : `quote it: "${p.raw}"`),
  doc: `Keys are names, so they are text. Unquoted \`1\`, \`1e3\`, \`true\` and \`null\` are not; neither is a list or a mapping.

\`\`\`yaml
nodes:
  10: {type: end}      # bad: a number
  "10": {type: end}    # good
\`\`\``,
});

export const numberRange = diagnostic({
  code: "JJ1012",
  slug: "number-range",
  severity: "error",
  message: (p: { text: string; finite: boolean }) =>
    `'${shortened(p.text)}' ${p.finite ? "has more digits than a number can hold exactly" : "is not a finite number"}`,
  help: () => "write a smaller number, or quote it if it is meant as text",
  doc: "Numbers are 64-bit floating point, as in JSON: finite, and whole ones exact only up to 2^53 - 1 (9007199254740991).",
});

export const forbiddenCharacter = diagnostic({
  code: "JJ1013",
  slug: "forbidden-character",
  severity: "error",
  message: (p: { character: string; name: string }) => `${p.name} (${p.character}) in the text`,
  help: (p) => (p.name === "carriage return without a line feed" ? "save the file with LF or CRLF line ends" : "delete it; in double quotes it can be written as an escape"),
  doc: `Control characters, a byte order mark in the middle, halves of characters and lone carriage returns are not part of
YAML, and editors show them in different ways or not at all.`,
});

export const hiddenCharacter = diagnostic({
  code: "JJ1014",
  slug: "hidden-character",
  severity: "warning",
  message: (p: { character: string; name: string }) => `${p.name} (${p.character}) makes the text look different from what it is`,
  help: () => "delete it; in double quotes it can be written as an escape",
  doc: `Characters that change the direction of writing, or break lines only in some editors, can make a file read
differently from what it says ("Trojan Source"). In a key they are an error.`,
});

export const textEncoding = diagnostic({
  code: "JJ1015",
  slug: "text-encoding",
  severity: "error",
  message: (p: { found: string; byte: number }) => `the file is not UTF-8: ${p.found} at byte ${p.byte}`,
  help: () => "save the file as UTF-8",
  doc: "Documents are UTF-8, with or without a byte order mark. Read as anything else, a byte can become another character, and nobody would notice which. Most editors say the encoding in their status line and offer to save with another.",
});

export const confusableKey = diagnostic({
  code: "JJ1016",
  slug: "confusable-key",
  severity: "warning",
  message: (p: { key: string }) => `two keys look like '${p.key}' and differ in their code points`,
  help: () => "write both the same way, or rename one",
  doc: "The same accented letter can be one code point (`\u00e9`) or two (`e` and a combining accent). Two keys that differ only in this look equal and are not, so a reference to one may miss the other. It happens where text is pasted from different systems.",
});

/** Said of a document, once, wherever it differs first from what `jamjet fmt` makes of it. */
export const nonCanonicalFormat = diagnostic<{ places: number }>({
  code: "JJ8008",
  slug: "non-canonical-format",
  severity: "hint",
  quiet: true,
  message: (p) => `the document is not laid out as 'jamjet fmt' writes it, here${p.places === 1 ? "" : ` and in ${p.places - 1} other ${p.places === 2 ? "place" : "places"}`}`,
  help: () => "run 'jamjet fmt' on it",
  doc: `\`jamjet fmt\` writes keys in the order of their declarations, two columns of indentation and one blank line between nodes; comments,
texts and the order of nodes stay, and so does the meaning. A project whose documents all look alike asks for this hint, instead of, or beside,
\`jamjet fmt --check\`.`,
});
