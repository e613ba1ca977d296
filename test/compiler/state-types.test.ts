import { expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import { describeType } from "../../schemas/type.ts";

/** The types of the state as the compiler understands them, one line each, behind what it says of them. */
function check(stateSchema: string, expected: string): void {
  const text = `workflow:\n  id: types\n  version: 0.1.0\n  start: done\n  state_schema:\n${stateSchema.replace(/^/gm, "    ")}\nnodes:\n  done: {type: end}\n`;
  const { diagnostics, program } = compile({ uri: "file:///types.yaml", text });
  const said = diagnostics.filter(({ code }) => code !== "JJ5105").map(({ code, message }) => `${code} ${message}`);
  const types = Object.entries(program?.state ?? {}).map(([key, { type, schema }]) => `${key}: ${describeType(type)}${schema === undefined ? "" : " by schema"}`);
  expect([...said, ...types].join("\n")).toBe(expected.trim().replace(/^ +/gm, ""));
}

it("reads an inline record in each of its spellings", () => {
  const record = "order: {title: str, tags: list[str]}";
  check('order: {title: str, tags: "list[str]"}', record);
  check('order: "{title: str, tags: list[str]}"', record);
  check("order:\n  title: str\n  tags: list[str]", record);
  check("order: {title: str, tags: list[str]}", `
    JJ1017 'list[str]' is one text here, but no other YAML tool can read it without quotes
    ${record}
  `);
  check('orders: "list[{title: str, tags: list[str]}]"', "orders: list[{title: str, tags: list[str]}]");
});

it("takes an unquoted type inside brackets wherever a type stands", () => {
  check('a: {b: {c: dict[str, int]?, d: Literal["x, y"]}, e: str}\nf: {g: list[{h: int}] | None,\n  i: str}', `
    JJ1017 'dict[str, int]?' is one text here, but no other YAML tool can read it without quotes
    JJ1017 'Literal["x, y"]' is one text here, but no other YAML tool can read it without quotes
    JJ1017 'list[{h: int}] | None' is one text here, but no other YAML tool can read it without quotes
    a: {b: {c: dict[str, int] | None, d: Literal["x, y"]}, e: str}
    f: {g: list[{h: int}] | None, i: str}
  `);
});

it("takes fields for fields, whatever JSON Schema calls so", () => {
  check("type: str\nitems: list\nproperties: dict\nrequired: bool\nenum: int", "type: str\nitems: list\nproperties: dict\nrequired: bool\nenum: int");
  check("order: {type: str, items: list, required: bool}", "order: {type: str, items: list, required: bool}");
  check("order: {properties: {a: str}}", "order: {properties: {a: str}}");
  check("order: {type: {a: str}, const: int, default: str}", "order: {type: {a: str}, const: int, default: str}");
});

it("takes a schema for a schema, by the words that only a schema has", () => {
  check("order: {type: string, minLength: 3}", "order: str by schema");
  check("order: {type: [string, 'null']}", "order: str | None by schema");
  check("order: {enum: [a, b]}", 'order: Literal["a", "b"] by schema');
  check("order: {anyOf: [{type: integer}, {type: string}]}", "order: int | str by schema");
  check("order: {properties: {a: {type: string}, b: {description: anything}}, required: [a]}", "order: {a: str, b?: any, ...} by schema");
  check("order: {type: object, properties: {a: true}}", "order: {a?: any, ...} by schema");
  check("order: {type: object, properties: {a: str}}", "JJ1103 the property 'a' of a JSON Schema must be a mapping such as '{type: string}', found text 'str'");
  check("order: {type: array, items: {type: integer}}", "order: list[int] by schema");
  check("order: {$ref: '#/$defs/a', $defs: {a: {type: string}}}", "order: str by schema");
  check("type: object\nproperties:\n  a: {type: string}\n  b: {type: number, default: 1}", "a: str by schema\nb: float by schema");
});
