import fc from "fast-check";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../../compiler/diagnostics/define.ts";
import { lowerTemplate } from "../../../compiler/template/lower.ts";
import { checkTemplate, parseTemplate, readsOfTemplate } from "../../../compiler/template/template.ts";
import { inPlace } from "../../support/problems.ts";
import { anyRuns } from "../../support/random.ts";
import { sampleEnv } from "../../support/types.ts";

/** Parses, checks and, if nothing is wrong, lowers. */
function check(text: string): readonly Diagnostic[] {
  const parsed = parseTemplate(text);
  const { diagnostics } = checkTemplate(parsed, sampleEnv, inPlace);
  readsOfTemplate(parsed);
  if (diagnostics.every((each) => each.severity !== "error")) lowerTemplate(parsed);
  return diagnostics;
}

const pieces = ["{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "-", " ", "\n", "if", "elif", "else", "endif", "for", "x", "in", "endfor", "set", "=", "raw", "endraw", "include", "state.n", "state.tags", "'", "\"", "|", "join", "$", "text", "é"];
const soups = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(" "));
const dense = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

it("never throws, and points inside the text, whatever the text is", () => {
  fc.assert(
    fc.property(fc.oneof(soups, dense, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
      for (const { span, fixes } of check(text)) {
        for (const { start, end } of [span, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    anyRuns(2000),
  );
});

it("leaves text without signs as it is", () => {
  const plain = fc.string().map((text) => text.replaceAll(/[{}]/g, ""));
  fc.assert(
    fc.property(plain, (text) => {
      expect(lowerTemplate(parseTemplate(text))).toEqual({ op: "lit", value: text });
    }),
  );
});

it("reads a hundred thousand braces, in any order, with bounded complaints (H61)", () => {
  for (const unit of ["{", "}", "{{", "}}", "{{}}", "{{ { }}", "{{ ' }}", "{% ", "{% if x %}", "{{ a }", "{{ ( }}", "{# ", "{% raw %}"]) {
    const found = check(unit.repeat(100_000 / unit.length));
    expect(found.length, unit).toBeLessThanOrEqual(300);
  }
});

it("refuses blocks nested too deep and forgets nothing else (H66)", () => {
  const nested = (depth: number): string => `${"{% if state.n %}".repeat(depth)}x${"{% endif %}".repeat(depth)}`;
  expect(check(nested(64))).toEqual([]);
  expect(check(nested(65)).map((each) => each.code)).toEqual(["JJ3012"]);
  expect(check(nested(10_000)).map((each) => each.code)).toEqual(["JJ3012"]);
  expect(check(`{{ ${"(".repeat(10_000)} }}`).map((each) => each.code)).toEqual(["JJ3012"]);
});

it("gives nothing of the host to a template (H55 to H59)", () => {
  for (const text of ["{{ ({}).constructor.constructor('return process')() }}", "{{ range.constructor('x')() }}", "{{ state['__proto__']['toString'].constructor('x') }}", "{{ ''.__class__.__mro__ }}", "{{ state.constructor.prototype.x }}"]) {
    expect(check(text).some((each) => each.severity === "error"), text).toBe(true);
  }
});
