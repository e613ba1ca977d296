import { diagnostic } from "./define.ts";

export const literalDefaultMismatch = diagnostic<{ key: string; type: string; found: string }>({
  code: "JJ5011",
  slug: "literal-default-mismatch",
  severity: "error",
  message: (p) => `the default of '${p.key}' must be ${p.type}, found ${p.found}`,
  help: () => "change the default or the type",
  doc: "A default is the value that a state key begins with, so it is a value of the key's type.",
});

export const badTypeSyntax = diagnostic<{ text: string; why: string; nearest?: string }>({
  code: "JJ5001",
  slug: "bad-type-syntax",
  severity: "error",
  message: (p) => `'${p.text}' is not a type: ${p.why}`,
  help: (p) => (p.nearest === undefined ? "write str, int, float, bool, any, dict, list, list[T], dict[str, T], T | None, Literal[\"a\", \"b\"], an inline record, or a JSON Schema" : `did you mean '${p.nearest}'?`),
  doc: "State is typed so that a result of the wrong kind fails where it is written, not three nodes later.\n\nTypes are `str int float bool any dict list null`, `list[T]`, `dict[str, T]`, `T | None`, `T?`, `Literal[\"a\", \"b\"]`, an inline record such as `{title: str}`, or a JSON Schema.",
});

export const badJsonSchema = diagnostic<{ why: string }>({
  code: "JJ5014",
  slug: "bad-json-schema",
  severity: "error",
  message: (p) => `this JSON Schema cannot be used: ${p.why}`,
  help: () => "write a schema of draft 2020-12 that stands on its own, or a type such as dict[str, any]",
  doc: `Values are held against a JSON Schema when they arrive, and a schema that cannot be read then would fail every run. Nothing is
fetched: a schema refers to its own parts only, as in \`#/$defs/item\`. Patterns are regular expressions of JavaScript; one that may take
forever on some text, such as \`(a+)+\`, is refused.

\`\`\`yaml
output_schema:
  type: object
  properties:
    lines: {type: array, items: {$ref: "#/$defs/line"}}     # not {$ref: "https://example.com/line.json"}
  $defs:
    line: {type: object, required: [sku], properties: {sku: {type: string, pattern: "^[A-Z]{2}-[0-9]+$"}}}
\`\`\``,
});

export const neverFits = diagnostic<{ name: string }>({
  code: "JJ5015",
  slug: "never-fits",
  severity: "warning",
  message: (p) => `no value fits the JSON Schema of '${p.name}'`,
  help: () => "take out what excludes everything: an empty 'enum', 'not: {}', or a required property that is never allowed",
  doc: `Whatever is held against such a schema fails, every time.

\`\`\`yaml
output_schema: {enum: []}            # bad: nothing is allowed
output_schema: {enum: [spam, ham]}   # good
\`\`\``,
});
