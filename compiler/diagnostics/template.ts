import { filters } from "../../schemas/template/filters.ts";
import { diagnostic } from "./define.ts";
import { codeNames } from "./words.ts";

export const templateSyntax = diagnostic<{ what: string; help: string }>({
  code: "JJ3101",
  slug: "template-syntax",
  severity: "error",
  message: ({ what }) => what,
  help: ({ help }) => help,
  doc: "A template that cannot be read never compiles. Rendered as it stands, its braces would end up in a prompt.",
});

export const unknownFilter = diagnostic<{ name: string; nearest: string | undefined }>({
  code: "JJ3102",
  slug: "unknown-filter",
  severity: "error",
  message: ({ name }) => `unknown filter '${name}'`,
  help: ({ nearest }) => (nearest === undefined ? "'jamjet explain JJ3102' lists every filter" : `did you mean '${nearest}'?`),
  doc: `Only the filters of the language exist: ${codeNames(Object.keys(filters))}.`,
});

export const filterType = diagnostic<{ name: string; wanted: string; found: string; help: string | undefined }>({
  code: "JJ3103",
  slug: "filter-type",
  severity: "error",
  message: ({ name, wanted, found }) => `'${name}' needs ${wanted}, not ${found}`,
  help: ({ help }) => help,
  doc: "Filters take values of certain types. Any other value fails the node each time.",
});

export const unclosedBlock = diagnostic<{ opened: string; closer: string }>({
  code: "JJ3104",
  slug: "unclosed-block",
  severity: "error",
  message: ({ opened }) => `'${opened}' is never closed`,
  help: ({ closer }) => `add '${closer}'`,
  doc: "Every block, comment and output has an end. Without it, the rest of the template would silently belong to it.",
});

export const literalBraces = diagnostic<{ found: string; instead: string }>({
  code: "JJ3109",
  slug: "single-brace",
  severity: "warning",
  message: ({ found }) => `'${found}' is plain text in a template`,
  help: ({ instead }) => `write '${instead}' to insert the value`,
  doc: "Only `{{ }}` inserts a value. `${NAME}` is a reference in `jamjet.toml` alone, and `{name}` belongs to other template languages.",
});

export const shadowedVariable = diagnostic<{ name: string }>({
  code: "JJ3110",
  slug: "shadowed-variable",
  severity: "warning",
  message: ({ name }) => `the variable '${name}' hides the root '${name}'`,
  help: () => "give the variable another name",
  doc: "Inside the loop the root cannot be reached any more, and who reads the line expects the root.",
});
