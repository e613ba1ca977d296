import { expect, it } from "vitest";
import { blockTable, lineIndex } from "../../../compiler/source/text.ts";

/** `|` marks an offset. */
function check(marked: string, line: number, column: number): void {
  const offset = marked.indexOf("|");
  const index = lineIndex(marked.replace("|", ""));
  expect(index.positionAt(offset)).toEqual({ line, column });
  expect(index.offsetAt({ line, column })).toBe(offset);
}

it("counts lines and UTF-16 columns from zero", () => {
  check("|", 0, 0);
  check("a|b", 0, 1);
  check("a\n|b", 1, 0);
  check("a\r\nb|\r\n", 1, 1);
  check("😀|x", 0, 2);
  check("a\n|", 1, 0);
});

it("gives a leading byte order mark no column", () => {
  check("\ufeff|a", 0, 0);
  check("\ufeffab\nc|d", 1, 1);
});

it("moves what lies outside to the nearest place", () => {
  const index = lineIndex("ab\r\ncd");
  expect(index.positionAt(99)).toEqual({ line: 1, column: 2 });
  expect(index.positionAt(-1)).toEqual({ line: 0, column: 0 });
  expect(index.offsetAt({ line: 0, column: 99 })).toBe(2);
  expect(index.offsetAt({ line: 9, column: 0 })).toBe(6);
});

it("gives lines without their breaks", () => {
  const index = lineIndex("ab\r\n\ncd\r");
  expect([0, 1, 2, 3].map((line) => index.lineRange(line))).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 4 },
    { start: 5, end: 8 },
    { start: 8, end: 8 },
  ]);
});

it("turns spans of blocks into ranges of the file and back", () => {
  const table = blockTable(100, [
    { id: "nodes/b", start: 40, end: 60 },
    { id: "workflow", start: 0, end: 20 },
  ]);
  const span = { block: "nodes/b", start: 2, end: 5 };
  expect(table.absolute(span)).toEqual({ start: 42, end: 45 });
  expect(table.relative({ start: 42, end: 45 })).toEqual(span);
  expect(table.relative({ start: 50, end: 70 })).toEqual({ block: "", start: 50, end: 70 });
  expect(table.relative({ start: 30, end: 31 })).toEqual({ block: "", start: 30, end: 31 });
  expect(() => table.absolute({ block: "nodes/x", start: 0, end: 0 })).toThrow("no block is called 'nodes/x'");
});
