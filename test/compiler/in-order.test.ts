import { expect, it } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/define.ts";
import { inOrder } from "../../compiler/in-order.ts";
import { blockTable } from "../../compiler/source/text.ts";

function finding(code: string, start: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code, slug: "sample", severity: "error", message: code, span: { block: "", start, end: start + 2 }, related: [], fixes: [], ...more };
}

function fixAt(start: number): Partial<Diagnostic> {
  return { once: true, fixes: [{ title: "mend", safety: "safe", edits: [{ span: { block: "", start, end: start + 1 }, text: "x" }] }] };
}

/** What is left of the findings, one line each: code, place, other places, edits. */
function check(diagnostics: readonly Diagnostic[], ...expected: readonly string[]): void {
  const lines = inOrder(diagnostics, blockTable(1_000_000), 5).map(({ code, severity, span, message, related, fixes }) => {
    const others = related.map((each) => (each.message === "here too" ? `+${each.span.start}` : `+${each.span.start} (${each.message})`));
    const edits = fixes.flatMap((fix) => fix.edits.map((edit) => `!${edit.span.start}`));
    return [severity === "error" ? code : `${code} ${severity}`, span.start, ...others, ...edits, ...(message === code ? [] : [message])].join(" ");
  });
  expect(lines).toEqual(expected);
}

it("tells findings in the order of the text, each once", () => {
  check([finding("B", 7), finding("A", 7), finding("C", 1), finding("A", 7)], "C 1", "A 7", "B 7");
});

it("joins the places of one mistake, and what mends them", () => {
  check([finding("A", 9, fixAt(9)), finding("A", 3, fixAt(3)), finding("A", 5, fixAt(3))], "A 3 +5 +9 !3 !9");
});

it("shows some of many places and counts the rest", () => {
  const places = Array.from({ length: 50_000 }, (_, index) => finding("A", index * 3, { once: true }));
  check(places, `A 0 ${[1, 2, 3, 4, 5, 6, 7].map((index) => `+${index * 3}`).join(" ")} +24 (here too, and at 49991 more places)`);
});

it("says nothing else of a place that must not be shown", () => {
  check([finding("A", 0), finding("B", 10, { conceals: true }), finding("C", 10), finding("D", 12)], "A 0", "B 10", "D 12");
});

it("keeps errors where there are too many, and says how many are missing", () => {
  const warnings = [0, 10, 20].map((start) => finding("W", start, { severity: "warning" }));
  check([...warnings, ...[5, 15, 25].map((start) => finding("A", start))], "W warning 0", "A 5", "A 15", "A 25", "JJ1008 25 and 2 more problems");
  check([0, 1, 2, 3, 4, 5].map((start) => finding("W", start, { severity: "warning" })), "W warning 0", "W warning 1", "W warning 2", "W warning 3", "JJ1008 warning 3 and 2 more problems");
});
