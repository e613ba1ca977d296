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
