import { expect, it } from "vitest";
import { validateGrammar } from "../../../compiler/expr/parser.ts";
import { buildLexer, tokenize } from "../../../compiler/expr/tokens.ts";

it("has patterns and rules that nobody can read in two ways", () => {
  expect(buildLexer("validate").lexerDefinitionErrors).toEqual([]);
  expect(validateGrammar).not.toThrow();
});

it("finds each token by the characters it is said to begin with", () => {
  const names = (text: string): readonly string[] => tokenize(text).tokens.map((token) => token.tokenType.name);
  expect(names("i in is if else for forx ordinary nott é ßa Ωmega 漢字 _x")).toEqual(["Name", "In", "Is", "If", "Else", "For", "Name", "Name", "Name", "Name", "Name", "Name", "Name", "Name"]);
  expect(names("True true False false None null not ! and or && || === !== == != <> <= >= < > + ** * // / %")).toEqual([...Array<string>(6).fill("Constant"), "Not", "Not", ...Array<string>(19).fill("Binary")]);
  expect(names(":= => -> ?? ?. ? ; {{ {% %}")).toEqual(Array<string>(10).fill("Foreign"));
  expect(names("1 .5 1.5e-3 1_000 rb'' f\"\" 'a' \"b\" 'c")).toEqual(["Number", "Number", "Number", "Number", "Prefix", "Text", "Prefix", "Text", "Text", "Text", "Unclosed"]);
  expect(names("= - | . , : ( ) [ ] { }")).toEqual(["Assign", "Minus", "Pipe", "Dot", "Comma", "Colon", "LParen", "RParen", "LSquare", "RSquare", "LCurly", "RCurly"]);
  expect(names("\t\u00A0\u2003\u3000\uFEFF\n")).toEqual([]);
});

it("tells each run of unknown characters", () => {
  expect(tokenize("a @# b").unknown).toEqual([{ start: 2, end: 4 }]);
});
