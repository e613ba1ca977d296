import { expect } from "vitest";
import { compile, type Compiled, type Diagnostic } from "../../compiler/index.ts";
import { frameContext, renderFrames } from "../../compiler/diagnostics/frame.ts";
import type { Span } from "../../schemas/span.ts";

/**
 * What every text gets: an answer of at most 100 findings that stand inside it, the same answer again, and either a
 * program or the reason why there is none.
 */
export function answerTo(text: string): Compiled {
  const source = { uri: "file:///hostile.yaml", text };
  const compiled = compile(source);
  const { diagnostics, blocks, program, policy } = compiled;
  expect(diagnostics.length).toBeLessThanOrEqual(100);
  expect(diagnostics.filter((each) => !placesOf(each).every((span) => isInside(blocks.absolute(span), text.length))), "spans outside the text").toEqual([]);
  expect(diagnostics.flatMap(({ message, help, related }) => [message, help ?? "-", ...related.map((each) => each.message)]).filter((line) => !/^[^\n\r]{1,600}$/.test(line)), "lines that can be read").toEqual([]);
  expect(diagnostics.some(({ severity }) => severity === "error"), "errors, or else a program or a policy").toBe(program === undefined && policy === undefined);
  renderFrames(frameContext(source, compiled), diagnostics);
  // What is large is so by repeating itself: small texts show the same.
  const again = text.length < 500_000 ? compile(source) : compiled;
  expect(JSON.stringify([again.diagnostics, again.program])).toBe(JSON.stringify([diagnostics, program]));
  return compiled;
}

function placesOf({ span, related, fixes }: Diagnostic): readonly Span[] {
  return [span, ...related.map((each) => each.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}

function isInside({ start, end }: { readonly start: number; readonly end: number }, length: number): boolean {
  return 0 <= start && start <= end && end <= length;
}
