import { expect, it } from "vitest";
import { unknownKey } from "../../../compiler/diagnostics/decode.ts";
import { report } from "../../../compiler/diagnostics/define.ts";

function check(key: string, expected: string): void {
  expect(report(unknownKey, { block: "", start: 0, end: 1 }, { key, where: "the file", nearest: undefined, known: [] }).message).toBe(expected);
}

it("says what the author wrote on one line", () => {
  check("one\n  two\r\n\nthree", "unknown key 'one two three' in the file");
});

it("leaves out the middle of what nobody would read", () => {
  check("x".repeat(100_000), `unknown key '${"x".repeat(237)} … ${"x".repeat(237)}' in the file`);
});

it("says what a fix does on one line, too", () => {
  const span = { block: "", start: 0, end: 1 };
  const fix = { title: "change it to 'a\rb'", safety: "unsafe", edits: [] } as const;
  expect(report(unknownKey, span, { key: "a", where: "the file", nearest: undefined, known: [] }, { fixes: [fix] }).fixes[0]?.title).toBe("change it to 'a b'");
});

it("says of a place that belongs to a finding on one line why it does", () => {
  const span = { block: "", start: 0, end: 1 };
  const { related } = report(unknownKey, span, { key: "a", where: "the file", nearest: undefined, known: [] }, { related: [{ span, message: "'a\rb' writes it" }] });
  expect(related).toEqual([{ span, message: "'a b' writes it" }]);
});
