import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, canonicalPieces, type Json } from "../../schemas/json.ts";
import { anyRuns } from "../support/random.ts";
import { anyValue } from "../support/random-expr.ts";

function piecesOf(value: Json): readonly string[] {
  const pieces: string[] = [];
  canonicalPieces(value, (piece) => pieces.push(piece));
  return pieces;
}

it("writes keys in the order of their code units, and no white space", () => {
  expect(canonicalJson({ b: [1, -0, 1e21, "\u2028\n", []], "\ud83d\ude00": {}, "\uff01": null, a: true })).toBe('{"a":true,"b":[1,0,1e+21,"\u2028\\n",[]],"\ud83d\ude00":{},"\uff01":null}');
});

it("gives the same text in pieces as at once, and it reads back as the value", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const whole = canonicalJson(value);
      expect(piecesOf(value).join("")).toBe(whole);
      expect(canonicalJson(JSON.parse(whole) as Json)).toBe(whole);
    }),
    anyRuns(300),
  );
});

it("cuts a large value into pieces, and none within a character", () => {
  const large = Array.from({ length: 5000 }, (_, index) => ({ index, text: "\ud83d\ude00".repeat(index % 7) }));
  const pieces = piecesOf(large);
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000);
  expect(pieces.filter((piece) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece))).toEqual([]);
  expect(pieces.join("")).toBe(canonicalJson(large));
});
