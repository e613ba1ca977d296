import { expect, it } from "vitest";
import { parse } from "yaml";
import { differingReadings, resolvePlain } from "../../../compiler/syntax/core-schema.ts";
import { formatRule } from "../../../compiler/syntax/formats.ts";
import { connectionHeaders } from "../../../schemas/http-request.ts";
import { textFormats } from "../../../schemas/text-format.ts";

/** All texts of up to `longest` of the characters. */
function textsOf(characters: string, longest: number): readonly string[] {
  if (longest === 0) return [""];
  return ["", ...textsOf(characters, longest - 1).flatMap((rest) => [...characters].map((first) => first + rest))];
}

it("reads unquoted scalars as the core schema does, however many digits, points and signs they have", () => {
  // These begin an item, a document and its end.
  const texts = [...new Set(textsOf("019.-+e", 4))].filter((text) => !["-", "---", "..."].includes(text));
  const differing = texts.filter((text) => resolvePlain(text) !== parse(text, { schema: "core" }));
  expect(differing).toEqual([]);
});

it("says of versions and of common numbers that all loaders read them alike", () => {
  for (const text of ["0", "7", "10", "0.5", "1.0.0", "10.20.30"]) expect(differingReadings(text)).toBeUndefined();
  expect(differingReadings("010")).toEqual({ here: "10", yaml11: "8" });
});

it("takes for versions and headers what their patterns take", () => {
  const versions = [...textsOf("01.-", 6), "1.0.1e3", "1.2.9007199254740993", "1.0.Infinity"];
  const headers = [...textsOf("aZ-_: é", 3), ...connectionHeaders, ...[...connectionHeaders].map((name) => name.toUpperCase()), "Accept", "X-Trace-Id"];
  for (const [format, texts] of [["semver", versions], ["header", headers]] as const) {
    const pattern = new RegExp(textFormats[format].pattern);
    expect(texts.filter((text) => formatRule(format).fits(text) !== pattern.test(text))).toEqual([]);
  }
});
