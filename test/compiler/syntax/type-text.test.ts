import { expect, it } from "vitest";
import { describeType } from "../../../schemas/type.ts";
import { parseTypeText } from "../../../compiler/syntax/type-text.ts";

/** The type in our spelling, or what is wrong with it, with the place marked. */
function check(text: string, expected: string): void {
  const parsed = parseTypeText(text);
  if (parsed.ok) return expect(describeType(parsed.type), text).toBe(expected);
  const { start, end, why, nearest } = parsed.problem;
  expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)} ${why}${nearest === undefined ? "" : `: ${nearest}`}`, text).toBe(expected);
}

it("reads the types of the language", () => {
  for (const type of ["str", "int", "float", "bool", "any", "null", "list", "dict", "list[str]", "dict[str, int]", "list[dict[str, list[int]]]", "str | None", "int | str | None"]) check(type, type);
  check("None", "null");
  check("list [ str ]", "list[str]");
  check("list[any]", "list");
});

it("reads every spelling of what may be absent", () => {
  for (const type of ["str?", "str | None", "Optional[str]", "None | str", "str??"]) check(type, type.startsWith("None") ? "None | str" : "str | None");
});

it("reads literals", () => {
  check(`Literal["a", 'b']`, `Literal["a", "b"]`);
  check("Literal[1, -2.5, true, False]", "Literal[1,-2.5,true,false]".replaceAll(",", ", "));
  check(`Literal["a"] | None`, `Literal["a"] | None`);
  check(`Literal["it\\"s", "tab\\\\"]`, `Literal["it\\"s", "tab\\\\"]`);
});

it("points at what is no type", () => {
  check("listt[str]", "«listt»[str] no type has this name: list");
  check("list[string]", "list[«string»] no type has this name: str");
  check("schemas.State", "«schemas.State» a class of another language cannot be resolved here");
  check("list[str", "list[str«» a ']' is missing");
  check("list[]", "list[«]» no type has this name");
  check("str int", "str «int» nothing is expected here");
  check("str |", "str |«» a type is missing at the end");
  check("", "«» a type is missing");
  check("Literal", "«Literal» 'Literal' needs brackets");
  check("Literal[a]", "Literal[«a»] Literal holds quoted texts, numbers, true and false");
  check("dict[int, str]", "dict[«int», str] the keys of a dict are always str: str");
  check("dict[str]", "dict[str«]» a dict is written dict[str, T]");
  check("toString", "«toString» no type has this name");
  check("__proto__", "«__proto__» no type has this name");
});

it("stops at types that nest without end", () => {
  const parsed = parseTypeText(`${"list[".repeat(10_000)}str${"]".repeat(10_000)}`);
  expect(parsed.ok ? "" : parsed.problem.why).toBe("types nest at most 32 deep");
});
