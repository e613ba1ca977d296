import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalBytes } from "../../schemas/canonical-bytes.ts";
import { canonicalJson, type Json } from "../../schemas/json.ts";
import { anyRuns } from "../support/random.ts";
import { anyValue } from "../support/random-expr.ts";

function textOfBytes(value: Json): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  canonicalBytes(value, (bytes) => {
    text += decoder.decode(bytes, { stream: true });
  });
  return text + decoder.decode();
}

it("writes keys in the order of their code units, and no white space", () => {
  expect(canonicalJson({ b: [1, -0, 1e21, "\u2028\n", []], "\ud83d\ude00": {}, "\uff01": null, a: true })).toBe('{"a":true,"b":[1,0,1e+21,"\u2028\\n",[]],"\ud83d\ude00":{},"\uff01":null}');
});

it("gives the same text as bytes, and it reads back as the value", () => {
  fc.assert(
    fc.property(fc.oneof(anyValue, fc.jsonValue({ stringUnit: "binary" })), (value) => {
      const whole = canonicalJson(value as Json);
      expect(textOfBytes(value as Json)).toBe(whole);
      expect(canonicalJson(JSON.parse(whole) as Json)).toBe(whole);
    }),
    anyRuns(300),
  );
});

it("writes halves of pairs as escapes, and texts of any length", () => {
  for (const text of ["\ud800", "a\udc00b", "\ud83d\ude00", "\u0000\u007f\"\\\n\t\u2028é", "x".repeat(40_000), "\n".repeat(20_000), "é".repeat(30_000)]) {
    expect(textOfBytes({ [text]: [text] })).toBe(canonicalJson({ [text]: [text] }));
  }
});

it("gives a large value in pieces", () => {
  const large = Array.from({ length: 5000 }, (_, index) => ({ index, text: "\ud83d\ude00".repeat(index % 7) }));
  const lengths: number[] = [];
  canonicalBytes(large, (bytes) => lengths.push(bytes.length));
  expect(lengths.length).toBeGreaterThan(5);
  expect(Math.max(...lengths)).toBeLessThan(20_000);
  expect(textOfBytes(large)).toBe(canonicalJson(large));
});
