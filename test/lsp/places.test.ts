import { describe, expect, it } from "vitest";
import { linesOf, placesOf } from "../../lsp/places.ts";

const text = "a: é𝄞x\r\nb\rc\n";

describe.each([["utf-16", 6], ["utf-8", 9], ["utf-32", 5]] as const)("%s", (encoding, atX) => {
  const places = placesOf(text, encoding);

  it("counts columns in its own units", () => {
    expect(places.positionAt(text.indexOf("x"))).toEqual({ line: 0, character: atX });
    expect(places.offsetAt({ line: 0, character: atX })).toBe(text.indexOf("x"));
  });

  it("gives every offset back that is no part of a character or a line break", () => {
    for (let offset = 0; offset <= text.length; offset += 1) {
      const isInside = (text.charCodeAt(offset) & 0xfc00) === 0xdc00 || (text[offset - 1] === "\r" && text[offset] === "\n");
      if (!isInside) expect(places.offsetAt(places.positionAt(offset))).toBe(offset);
    }
  });

  it("ends lines at CRLF, a lone CR, and LF", () => {
    expect(places.lineCount).toBe(4);
    expect([1, 2, 3].map((line) => places.offsetAt({ line, character: 0 }))).toEqual([text.indexOf("b"), text.indexOf("c"), text.length]);
  });

  it("moves a place outside the text into it", () => {
    expect(places.offsetAt({ line: 0, character: 99 })).toBe(text.indexOf("\r"));
    expect(places.offsetAt({ line: 99, character: 3 })).toBe(text.length);
    expect(places.offsetAt({ line: -1, character: 0 })).toBe(0);
    expect(places.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(places.positionAt(999)).toEqual({ line: 3, character: 0 });
  });
});

it("does not cut a character in two", () => {
  expect(placesOf("𝄞x", "utf-8").offsetAt({ line: 0, character: 2 })).toBe(0);
});

it("finds the same places in a text of parts, of which some are those of another text", () => {
  const before = linesOf(["a\r\nb\n", "c\n", "d\re\n", "f"]);
  const parts = ["a\r\nb\n", "é\n\n", "d\re\n", "f"];
  const [whole, places] = [placesOf(parts.join(""), "utf-8"), before.of(parts).places("utf-8")];
  for (let offset = -1; offset <= parts.join("").length + 1; offset += 1) expect(places.positionAt(offset)).toEqual(whole.positionAt(offset));
  for (let line = -1; line <= whole.lineCount; line += 1) for (const character of [-1, 0, 1, 2, 9]) expect(places.offsetAt({ line, character })).toBe(whole.offsetAt({ line, character }));
  expect(places.lineCount).toBe(7);
});
