import { exprLimits } from "../../schemas/expr/limits.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { diagnostic } from "./define.ts";
import { codeNames, or } from "./words.ts";

/** Text literals bring their own quotes. */
function quoted(source: string): string {
  return /['"]/.test(source) ? source : `'${source}'`;
}

export const exprSyntax = diagnostic<{ expected: string; after?: string; before?: string; help?: string }>({
  code: "JJ3001",
  slug: "expr-syntax",
  severity: "error",
  message: ({ expected, after, before }) => {
    if (after !== undefined) return `expected ${expected} after ${quoted(after)}`;
    return before === undefined ? `expected ${expected}` : `expected ${expected} before ${quoted(before)}`;
  },
  help: ({ help }) => help,
  doc: "An expression that cannot be read never compiles: guessing what a broken condition means would send the run down a branch that nobody chose.",
});

export const exprToken = diagnostic<{ what: string; help: string }>({
  code: "JJ3013",
  slug: "expr-token",
  severity: "error",
  message: ({ what }) => what,
  help: ({ help }) => help,
  doc: `Brackets and quotes come in pairs, numbers are decimal, and a few signs of other languages have no meaning in an
expression. Text that holds a quote goes into quotes of the other kind.

\`\`\`yaml
if: state.answer == 'it's fine'      # bad: the text ends at its apostrophe
if: state.answer == "it's fine"      # good
\`\`\``,
});

export const assignment = diagnostic({
  code: "JJ3002",
  slug: "assignment",
  severity: "error",
  message: () => "'=' is not a comparison",
  help: () => "write '=='",
  doc: "Expressions cannot assign, so a single `=` can only be a comparison with a sign missing.",
});

export const jsOperator = diagnostic<{ found: string; instead: string }>({
  code: "JJ3003",
  slug: "js-operator",
  severity: "error",
  message: ({ found }) => `'${found}' is not an operator of expressions`,
  help: ({ instead }) => `write ${instead}`,
  doc: "Expressions are written as in Python: `and`, `or`, `not`, `==`, `a if c else b`.",
});

export const unknownFunction = diagnostic<{ name: string; kind: "function" | "method" | "test"; instead: string | undefined; help: string | undefined; known: readonly string[] }>({
  code: "JJ3004",
  slug: "unknown-function",
  severity: "error",
  message: ({ name, kind }) => `unknown ${kind} '${name}'`,
  help: ({ instead, help, known, kind }) => (instead === undefined ? help !== undefined ? help : known.length <= 8 ? `use ${or(known)}` : `'jamjet explain JJ3004' lists every ${kind}` : `did you mean '${instead}'?`),
  doc: `Only the functions of the language can be called. They are pure and bounded; nothing of the host can be reached.

- Functions: ${codeNames(Object.keys(functions))}.
- Methods: ${codeNames(Object.keys(methods))}.
- Tests, behind \`is\`: ${codeNames(Object.keys(tests))}.`,
});

export const bareWord = diagnostic<{ word: string; instead: string }>({
  code: "JJ3005",
  slug: "bare-word",
  severity: "error",
  message: ({ word }) => `'${word}' is not a variable`,
  help: ({ word, instead }) => (instead === `'${word}'` ? `quote it, ${instead}, if it is text` : `write '${instead}'`),
  doc: "Text stands in quotes. A bare word is a variable, and an unknown variable would make a condition silently false.",
});

export const zeroDivisor = diagnostic<{ operator: string }>({
  code: "JJ3009",
  slug: "division-by-zero",
  severity: "error",
  message: ({ operator }) => `'${operator}' by zero fails every time`,
  help: () => "divide by something that is not zero",
  doc: "Division by zero fails the node with `expression_error`. With a literal zero it does so on every run.",
});

export const templateInExpression = diagnostic<{ found: string }>({
  code: "JJ3010",
  slug: "template-in-expression",
  severity: "error",
  message: ({ found }) => `'${found}' is not allowed inside an expression`,
  help: ({ found }) => (found === "{{ }}" ? "remove the braces; the text is an expression already" : "move the tag out of the expression"),
  doc: "Conditions, and what stands between `{{` and `}}`, are expressions already. Braces in them would be a template within a template.",
});

export const exprLimit = diagnostic<{ what: "expression" | "template"; limit: string }>({
  code: "JJ3012",
  slug: "expr-limit",
  severity: "error",
  message: ({ what, limit }) => `this ${what} is ${limit}`,
  help: () => "compute parts of it in earlier nodes",
  doc: `Expressions and templates are bounded in length and depth, so that checking and evaluating them takes a moment at most,
whatever they hold. An expression has at most ${exprLimits.length} characters, ${exprLimits.brackets} brackets inside each other and ${exprLimits.depth} steps of depth; the blocks of
a template nest ${exprLimits.blocks} deep.`,
});

export const unsupportedConstruct = diagnostic<{ what: string; help: string }>({
  code: "JJ3106",
  slug: "unsupported-construct",
  severity: "error",
  message: ({ what }) => `${what} not part of the language`,
  help: ({ help }) => help,
  doc: "Expressions and templates are a pure, total part of Python and Jinja2: nothing in them can define, import, call out or loop without bound.",
});

export const unknownProperty = diagnostic<{ owner: string; key: string; nearest: string | undefined; help: string | undefined; known: readonly string[]; isMethod: boolean }>({
  code: "JJ2003",
  slug: "unknown-property",
  severity: "error",
  message: ({ owner, key }) => `${owner} has no '${key}'`,
  help: ({ key, nearest, help, known, isMethod }) => {
    if (isMethod) return `call it: '.${key}(…)'`;
    if (nearest !== undefined) return `did you mean '${nearest}'?`;
    return help ?? (known.length > 0 && known.length <= 8 ? `use ${or(known)}` : undefined);
  },
  doc: "Reading a part that the declared type does not have gives nothing on every run.",
});

export const unknownRoot = diagnostic<{ name: string; nearest: string | undefined; help: string | undefined; known: readonly string[] }>({
  code: "JJ2004",
  slug: "unknown-root",
  severity: "error",
  message: ({ name }) => `unknown variable '${name}'`,
  help: ({ nearest, help, known }) => (help !== undefined ? help : nearest === undefined ? `begin with ${or(known)}` : `did you mean '${nearest}'?`),
  doc: "An expression begins at one of the roots, or at a variable that a comprehension, `{% for %}` or `{% set %}` made.",
});

export const rootNotHere = diagnostic<{ name: string; where: string }>({
  code: "JJ2015",
  slug: "root-not-here",
  severity: "error",
  message: ({ name, where }) => `'${name}' has no value here; it has one ${where}`,
  help: ({ name }) => (name === "output" ? "read what an earlier node wrote from 'state'" : `remove '${name}'`),
  doc: "Some roots exist only in some places: `output` after a node has run, `event` in the `next` of a wait.",
});

export const incompatibleOperands = diagnostic<{ what: string; help: string | undefined }>({
  code: "JJ5006",
  slug: "incompatible-operands",
  severity: "error",
  message: ({ what }) => what,
  help: ({ help }) => help,
  doc: "Nothing is converted silently but whole numbers to fractions. An operator that does not fit its operands fails the node each time.",
});

export const alwaysFalseEquality = diagnostic<{ left: string; right: string; operator: string; outcome: "true" | "false"; value?: string }>({
  code: "JJ5007",
  slug: "always-false-equality",
  severity: "error",
  message: ({ left, right, operator, outcome, value }) =>
    value === undefined ? `'${left} ${operator} ${right}' is always ${outcome}` : `comparing with ${value} is always ${outcome}: the value is never that`,
  help: ({ value }) => (value === undefined ? "compare values of the same kind" : "compare with one of the values that the type names"),
  doc: "Values of different kinds are never equal: `\"5\"` is not `5` and `true` is not `1`. Such a comparison decides nothing.",
});

export const badCall = diagnostic<{ what: string; help: string | undefined }>({
  code: "JJ5008",
  slug: "bad-call",
  severity: "error",
  message: ({ what }) => what,
  help: ({ help }) => help,
  doc: "Functions, methods and tests take a fixed number of arguments of fixed types; any other call fails the node each time.",
});

export const indexType = diagnostic<{ owner: string; wanted: string; found: string }>({
  code: "JJ5010",
  slug: "index-type",
  severity: "error",
  message: ({ owner, wanted, found }) => `the index of ${owner} is ${wanted}, not ${found}`,
  help: ({ wanted }) => `index with ${wanted}`,
  doc: "Lists and text are indexed by whole numbers, mappings by text; nothing else has parts.",
});

export const nullDeref = diagnostic<{ what: string }>({
  code: "JJ5009",
  slug: "null-deref",
  severity: "warning",
  message: ({ what }) => `${what} may be None here`,
  help: () => "test it with 'is not None' first, or give it a value with '| default(…)'",
  doc: `A type that names \`None\`, such as \`str | None\`, a field that is not required, and a key of a \`dict[str, int]\` allow a value to
be missing. Arithmetic, order and reading a part of \`None\` fail the node with \`expression_error\`. Behind a test of the same path nothing is said.

\`\`\`yaml
if: state.user.age >= 18                                    # bad, where user is '{age: int} | None'
if: state.user is not None and state.user.age >= 18         # good
\`\`\``,
});

export const chainedConfusion = diagnostic<{ first: string; second: string }>({
  code: "JJ3008",
  slug: "chained-confusion",
  severity: "warning",
  message: ({ first, second }) => `this compares neighbours: '… ${first} …' and '… ${second} …' must both hold`,
  help: () => "write two comparisons with 'and' between them, or put one in parentheses",
  doc: `Comparisons chain as in Python: \`1 < x < 5\` and \`a == b == c\` mean what they mean in mathematics. Other chains seldom do:
\`a != b != c\` says nothing of \`a\` and \`c\`, and \`a < b == true\` compares \`b\` with \`true\`.

\`\`\`yaml
if: state.first != state.second != state.third      # bad
if: state.score in [1, 2] == true                   # bad: compares the list with true
if: 0 <= state.score < 5                            # good
\`\`\``,
});
