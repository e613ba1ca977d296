import { parse } from "smol-toml";
import { expect, it } from "vitest";
import type { Path } from "../../../runtime/project/decode.ts";
import { placeOf } from "../../../runtime/project/locate.ts";

const text = `# a comment with [brackets] and = signs
title = "a \\"quoted\\" [title] # not a comment" # a comment
'single quoted' = 'C:\\path'
"es\\u0063aped key" = 1_000
dotted . key."third part" = true

[table]
text = """
[not.a.table]
not = "a key" \\
"""
literal = '''
x = 1'''
list = [ 1, [ "two", { three = 3.5e1 } ], # a comment, with a comma
  "four",
]
inline = { a = 1, "b c" = [ { d = "}" } ], e.f = 2 }
when = 1979-05-27T07:32:00Z
[table.sub."deep er"]
x = -1

[[many]]
name = "first"
  [[many.inner]]
  y = 1
  [[many.inner]]
  y = 2
[[many]]
name = "second"
[many.more]
z = "last"`;

/** Every path of the data that leads to something that is no table, and its value. */
function leaves(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leaves(item, [...path, index]));
  if (typeof value === "object" && value !== null && !(value instanceof Date)) return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [[path, value]];
}

const slice = (path: Path, part: "key" | "value", from = text): string => {
  const { start, end } = placeOf(from, path, part);
  return from.slice(start, end);
};

it.each(leaves(parse(text)).map(([path, value]) => ({ path, name: path.join("/"), value })))("finds the value and the key of $name", ({ path, value }) => {
  expect(parse(`x = ${slice(path, "value")}`)).toEqual({ x: value });
  const last = path.at(-1);
  if (typeof last === "string") expect(Object.keys(parse(`${slice(path, "key")} = 1`))).toEqual([last]);
});

it("places a table at its header, and what is missing at what it is missing from", () => {
  expect(slice(["table"], "key")).toBe("table");
  expect(slice(["table", "sub", "deep er"], "key")).toBe('table.sub."deep er"');
  expect(slice(["many", 1], "key")).toBe("many");
  expect(slice(["many", 0, "inner", 1, "none"], "key")).toBe("many.inner");
  expect(slice(["table", "inline", "none"], "key")).toBe("inline");
  expect(placeOf(text, ["nowhere"], "value")).toEqual({ start: 0, end: 0 });
});

it("ends, whatever the text is", () => {
  for (let cut = 0; cut < text.length; cut += 1) for (const part of [text.slice(0, cut), text.slice(cut), text.slice(0, cut) + text.slice(cut + 1)]) placeOf(part, ["many", 1, "name"], "value");
});
