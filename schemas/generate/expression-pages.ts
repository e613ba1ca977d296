import { functions } from "../expr/functions.ts";
import { methods } from "../expr/methods.ts";
import { operators } from "../expr/operators.ts";
import { roots } from "../expr/roots.ts";
import type { CallRow, Example, SubjectRow } from "../expr/signature.ts";
import { describeScheme, describeSignature } from "../expr/signature.ts";
import { tests } from "../expr/tests.ts";
import { filters } from "../template/filters.ts";
import type { Page } from "./markdown.ts";
import { code, links, page, table } from "./markdown.ts";

/** The pages of the expression language: one per table of names. */
export function expressionPages(): readonly Page[] {
  const where = { everywhere: "everywhere", "next-and-eval": "in `next`, `on_error` and in an `eval`", "next-of-wait": "in the `next` of a `wait`" } as const;
  return [
    page("expressions/README.md", "Expressions and templates", [
      "Conditions, assertions and whatever stands inside `{{ }}` are one language: a pure, total part of Python's expressions. A call names its arguments in order, or by name.",
      links([
        { text: "Roots", to: "roots.md", doc: "the names an expression may begin with." },
        { text: "Operators", to: "operators.md", doc: "what they take and give." },
        { text: "Functions", to: "functions.md", doc: "`len(state.items)`." },
        { text: "Methods", to: "methods.md", doc: "`state.name.upper()`." },
        { text: "Filters", to: "filters.md", doc: "`state.tags | join(', ')`." },
        { text: "Tests", to: "tests.md", doc: "`state.plan is defined`." },
      ]),
    ]),
    page("expressions/roots.md", "Roots", [table(["Name", "Known", "Meaning"], Object.entries(roots).map(([name, root]) => [code(name), where[root.where], root.doc]))]),
    page("expressions/operators.md", "Operators", [
      "Nothing is converted but `int` to `float`; a boolean is no number.",
      table(["Operator", "Takes and gives", "Meaning", "Example"], Object.entries(operators).map(([name, row]) => [
        code(name),
        row.overloads.map(({ left, right, returns }) => code(`${describeScheme(left)} ${name} ${describeScheme(right)} -> ${describeScheme(returns)}`)).join("<br>"),
        row.doc,
        shown(row.example),
      ])),
      "Also: `not`, `and`, `or` (which give an operand), unary `-`, `a if c else b`, `is`, slices, and comprehensions. Comparisons chain: `1 < x <= 3`.",
    ]),
    page("expressions/functions.md", "Functions", [callTable(functions)]),
    page("expressions/methods.md", "Methods", [subjectTable(methods, (subject, call) => `${subject}.${call}`)]),
    page("expressions/filters.md", "Filters", ["A filter stands behind a `|`, in templates and conditions alike.", subjectTable(filters, (subject, call) => `${subject} | ${call}`)]),
    page("expressions/tests.md", "Tests", ["A test stands behind `is` or `is not`; `select` and `reject` take its name.", subjectTable(tests, (subject, call) => `${subject} is ${call.replace(/ -> bool$/, "")}`)]),
  ];
}

function callTable(rows: { readonly [name: string]: CallRow }): string {
  return table(["Function", "Meaning", "Example"], Object.entries(rows).map(([name, row]) => [
    row.signatures.map((signature) => code(describeSignature(name, signature))).join("<br>"),
    row.doc,
    shown(row.example),
  ]));
}

function subjectTable(rows: { readonly [name: string]: SubjectRow }, write: (subject: string, call: string) => string): string {
  return table(["Call", "Meaning", "Example"], Object.entries(rows).map(([name, row]) => [
    row.signatures.map((signature) => code(write(describeScheme(signature.subject), describeSignature(name, signature)))).join("<br>"),
    row.doc,
    shown(row.example),
  ]));
}

function shown({ text, gives }: Example): string {
  return `${code(text)} gives ${code(JSON.stringify(gives))}`;
}
