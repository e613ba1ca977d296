import { diagnostic } from "./define.ts";
import { or, shortened } from "./words.ts";

export const unknownKey = diagnostic({
  code: "JJ1101",
  slug: "unknown-key",
  severity: "error",
  message: (p: { key: string; where: string; nearest: string | undefined; known: readonly string[] }) => `unknown key '${p.key}' in ${p.where}`,
  help: (p) => (p.nearest !== undefined ? `did you mean '${p.nearest}'?` : p.known.length <= 8 ? `remove it, or use ${or(p.known)}` : `remove it; the reference lists the keys of ${p.where.replace(/^(?=\w+ node)/, "a ").split(" '")[0]}`),
  doc: "A key that nobody declared would be dropped in silence, and with it whatever the author meant by it. So it is an error.",
});

export const missingKey = diagnostic({
  code: "JJ1102",
  slug: "missing-key",
  severity: "error",
  message: (p: { keys: readonly string[]; where: string; doc?: string }) => `${p.where} needs ${or(p.keys)}`,
  help: (p) => (p.doc === undefined ? `add ${or(p.keys)}` : `add '${p.keys[0]}': ${inWords(p.doc)}`),
  doc: "The key has no default: without it the part cannot mean anything.",
});

export const wrongKind = diagnostic({
  code: "JJ1103",
  slug: "wrong-kind",
  severity: "error",
  message: (p: { what: string; expected: string; found: string; keys?: readonly string[]; instead?: string }) => `${p.what} must be ${p.expected}, found ${p.found}`,
  help: (p) => {
    if (p.found === "nothing") return `write ${p.expected} behind the colon, or remove the key`;
    if (p.instead !== undefined) return `write a test with it, or ${p.instead}`;
    if (p.expected.startsWith("a list")) return "begin each item with '- ', below the key, or write '[a, b]'";
    if (p.keys !== undefined && p.keys.length <= 8) return `write a mapping with ${or(p.keys)}, as in '{${p.keys[0]}: …}'`;
    return p.expected.startsWith("a mapping") ? "write 'key: value' lines below it, indented" : undefined;
  },
  doc: "A mapping, a list and a single value are three different things in YAML; indentation and dashes decide which one it is.",
});

export const unknownNodeType = diagnostic({
  code: "JJ1104",
  slug: "unknown-node-type",
  severity: "error",
  message: (p: { type: string; nearest: string | undefined; later: boolean; known: readonly string[] }) =>
    p.later ? `node type '${p.type}' is not supported by this version` : `unknown node type '${p.type}'`,
  help: (p) => (p.later ? "use a node type of this version, or a newer JamJet" : p.nearest !== undefined ? `did you mean '${p.nearest}'?` : `use one of ${p.known.join(", ")}`),
  doc: "The type decides which keys a node has and what it does.",
});

export const badChoice = diagnostic({
  code: "JJ1105",
  slug: "bad-enum",
  severity: "error",
  message: (p: { key: string; value: string; options: readonly string[]; nearest: string | undefined }) => `'${p.value}' is not one of ${p.options.join(", ")}`,
  help: (p) => (p.nearest === undefined ? `set '${p.key}' to ${or(p.options)}` : `did you mean '${p.nearest}'?`),
  doc: "The key takes one of a closed list of words.",
});

export const badLiteralType = diagnostic({
  code: "JJ1106",
  slug: "bad-literal-type",
  severity: "error",
  message: (p: { what: string; expected: string; found: string; isQuoted?: boolean }) => `${p.what} must be ${p.expected}, found ${p.found}`,
  help: (p) => (p.expected === "text" ? "put it in quotes" : p.isQuoted === true ? "write it without quotes" : `write ${p.expected}`),
  doc: "YAML reads `1.10` as the number 1.1 and `yes` as text. Quotes make text; their absence makes numbers and booleans.",
});

export const outOfRange = diagnostic({
  code: "JJ1107",
  slug: "out-of-range",
  severity: "error",
  message: (p: { what: string; value: string; range: string }) => `${p.what} must be ${p.range}, found ${p.value}`,
  doc: "The value is of the right type and outside what the key takes.",
});

export const badVersion = diagnostic({
  code: "JJ1108",
  slug: "bad-version",
  severity: "error",
  message: (p: { value: string; suggestion: string | undefined }) => `'${p.value}' is not a semantic version`,
  help: (p) => `write three numbers, such as '${p.suggestion ?? "0.1.0"}'`,
  doc: "Running executions pin the version of their workflow, so versions must order. See <https://semver.org>.",
});

export const badId = diagnostic<{ what: string; value: string; rule: string; suggestion?: string }>({
  code: "JJ1109",
  slug: "bad-id",
  severity: "error",
  message: (p) => `${p.what} '${shortened(p.value)}' ${p.rule}`,
  help: (p) => (p.suggestion === undefined ? undefined : `write '${p.suggestion}'`),
  doc: "Ids stand in events, file names, URLs and on command lines, so they keep to letters, digits, `-` and `_`.",
});

export const mutuallyExclusive = diagnostic({
  code: "JJ1110",
  slug: "mutually-exclusive",
  severity: "error",
  message: (p: { keys: readonly string[]; where: string }) => `${p.keys.map((key) => `'${key}'`).join(" and ")} cannot both be set in ${p.where}`,
  help: () => "keep one of them",
  doc: "The keys say the same thing in two ways; which one would win is nobody's business to guess.",
});

export const keyWithoutEffect = diagnostic({
  code: "JJ1111",
  slug: "key-without-effect",
  severity: "error",
  tag: "unnecessary",
  message: (p: { key: string; where: string; kinds: readonly string[] }) => `'${p.key}' has no effect on ${p.where}`,
  help: (p) => `remove it; it belongs to ${p.kinds.join(", ")} nodes`,
  doc: "The key exists, on other kinds of node. Here it would be dropped in silence.",
});

export const badDuration = diagnostic({
  code: "JJ1112",
  slug: "bad-duration",
  severity: "error",
  message: (p: { value: string }) => `'${p.value}' is not a duration`,
  help: (p) => (/^\d+$/.test(p.value) ? `say the unit: '${p.value}s' or '${p.value}ms'` : "write a number and a unit: '250ms', '30s', '5m', '48h', '2d', or ISO 8601 such as 'PT5M'; at most ten years"),
  doc: "A bare number has no unit, and guessing between milliseconds and seconds is how timeouts become outages.",
});

export const legacyDialect = diagnostic({
  code: "JJ1113",
  slug: "legacy-dialect",
  severity: "error",
  tag: "deprecated",
  message: (p: { form: string; rewrite: string; key?: string }) => (p.key === undefined ? `this is the older ${p.form} of a workflow document` : `'${p.key}' belongs to the older ${p.form} of a workflow document`),
  help: (p) => `run 'jamjet migrate' on it, or ${p.rewrite}`,
  doc: "Three older spellings of workflow documents are in the wild: headerless (`id:` and `nodes:` at the top), the list form (`workflow.nodes` as a list with `kind`, `config`, `edges`), and the multi-file form (`tool_ref`, `retry_policy`, `state_schema: schemas.X`). They are recognised, and never accepted by guessing; `jamjet migrate` rewrites what has a sure meaning, and says what its author must decide.",
});

export const reservedId = diagnostic({
  code: "JJ1114",
  slug: "reserved-id",
  severity: "error",
  message: (p: { id: string; why: string }) => `'${p.id}' is reserved: ${p.why}`,
  help: () => "choose another name",
  doc: "Names that begin with `__` are the compiler's; `end`, `pause` and `fail` have a meaning as targets; `__proto__`, `constructor` and `prototype` are refused everywhere.",
});

export const misplacedKey = diagnostic({
  code: "JJ1115",
  slug: "misplaced-key",
  severity: "error",
  message: (p: { key: string; where: string; belongs: string; more?: number }) => `'${p.key}' does not belong in ${p.where}`,
  help: (p) => (p.more === undefined ? `move it to ${p.belongs}` : `indent it${p.more === 0 ? "" : p.more === 1 ? " and the key after it" : ` and the ${p.more} keys after it`}, so that ${p.more === 0 ? "it stands" : "they stand"} below ${p.belongs}`),
  doc: "The key is known, and has its meaning elsewhere in the document. Here it would be dropped in silence.",
});

export const notADocument = diagnostic({
  code: "JJ1116",
  slug: "not-a-jamjet-document",
  severity: "error",
  message: (p: { found: string }) => `not a JamJet document: ${p.found}`,
  help: () => "a workflow has 'workflow:' and 'nodes:' at the top level; `jamjet init` writes one",
  doc: `JamJet recognises its documents by their top-level keys and calls nothing else valid: a file that only looks fine would
not run. A workflow has these two:

\`\`\`yaml
workflow:
  id: hello
  version: 0.1.0
  start: greet
nodes:
  greet: {type: end}
\`\`\``,
});

export const laterDocument = diagnostic({
  code: "JJ1117",
  slug: "unsupported-document",
  severity: "error",
  message: (p: { what: string }) => `${p.what} documents are not supported by this version`,
  help: () => "write it as a workflow, or use a newer JamJet",
  doc: "The document is recognised (an experiment), and this version neither checks nor runs it, so it is not called valid.",
});

export const templateNotEvaluated = diagnostic({
  code: "JJ3108",
  slug: "template-not-evaluated",
  severity: "warning",
  message: (p: { key: string }) => `'${p.key}' does not evaluate templates: the braces stay as they are`,
  help: () => "write the text itself, or move the template to a key that takes one",
  doc: "Ids, names and paths must be known before anything runs, so these keys take plain text.",
});

export const hardcodedSecret = diagnostic({
  code: "JJ6013",
  slug: "hardcoded-secret",
  severity: "error",
  conceals: true,
  message: (p: { key: string } | { service: string }) => ("key" in p ? `'${p.key}' must be a reference to a secret, not the secret itself` : `this looks like a key of ${p.service}: a document must not hold it`),
  help: (p) => `${"key" in p ? `write '\${${p.key.toUpperCase()}}'` : "write '{{ env.NAME }}', or '${NAME}' in 'oauth',"} and set that variable where the workflow runs; revoke what stood in the file`,
  doc: `A secret in a document is a secret in the repository, in every copy and in every log of it. The key takes the name of an
environment variable, which is read where the workflow runs and recorded nowhere. Wherever a text begins as the keys of a known service do
(AWS, GitHub, Stripe, Slack, OpenAI, Anthropic, Google and others) and goes on as if by chance, it is taken for one, in comments, too.

\`\`\`yaml
client_secret: s3cr3t              # bad
client_secret: \${CLIENT_SECRET}    # good
\`\`\``,
});

export const confusableName = diagnostic({
  code: "JJ1018",
  slug: "confusable-name",
  severity: "warning",
  message: (p: { name: string; character: string }) => `'${p.name}' holds ${p.character}, which is easily taken for something else`,
  help: () => "type the name again, or copy it from where it is declared",
  doc: "Servers, tools and models are called by names of Latin letters, digits and signs. A letter of another script, a wide one, or a character that nobody sees makes a different name that looks the same, and with it another tool.",
});

/** The first sentence of a doc, as the end of a sentence of ours. */
function inWords(doc: string): string {
  const [first = ""] = doc.split(/\.(?:\s|$)/);
  const lowered = /^[A-Z][a-z ]/.test(first) ? first[0]?.toLowerCase() + first.slice(1) : first;
  return lowered.replaceAll("`", "'");
}
