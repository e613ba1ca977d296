import { expect, it } from "vitest";
import { jsonPage, page, width } from "../../cli/render/page.ts";
import { table } from "../../cli/render/table.ts";

const hostile = [..."\u0000\u0007\n\r\u001b\u007f\u0080\u009b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff", "\ud800", "\udc00"];

it("writes every control, bidirectional and unpaired surrogate character as an escape", () => {
  for (const character of hostile) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    expect(page([`a${character}b`], "never")).toBe(`a<U+${code}>b\n`);
    expect(page([[{ tone: "bad", text: `a${character}b` }]], "always")).toBe(`\u001b[31ma<U+${code}>b\u001b[39m\n`);
  }
});

it("leaves ordinary text of every script as it is", () => {
  for (const text of ["naïve", "日本語", "עברית", "👩🏽‍💻 ok", "می‌خواهم", "a\u0301"]) expect(page([text], "never")).toBe(`${text}\n`);
});

it("prints JSON that reads back the same and holds no raw control character", () => {
  const value = { text: hostile.join("x") };
  const text = jsonPage(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text.replaceAll("\n", "")).toMatch(/^[\u0020-\u007e]*$/);
});

it("counts the columns that a terminal gives to a text", () => {
  expect([width("abc"), width("日本"), width("a\u0301"), width("😀"), width("\u001b")]).toEqual([3, 4, 1, 2, 8]);
});

it("lines up the columns of a table and leaves no blanks at the end of a line", () => {
  const lines = table([{ title: "node" }, { title: "tokens", align: "right" }, { title: "status" }], [
    ["search", "12", "completed"],
    ["日本", "3", "ok"],
  ]);
  expect(page(lines, "never")).toBe(["node    tokens  status", "search      12  completed", "日本         3  ok", ""].join("\n"));
});
