import { functionNames } from "../../schemas/expr/functions.ts";
import { methodNames } from "../../schemas/expr/methods.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import { testNames } from "../../schemas/expr/tests.ts";
import { filterNames } from "../../schemas/template/filters.ts";

const known: ReadonlyMap<string, string> = new Map([rootNames, functionNames, methodNames, filterNames, testNames].flat().map((name) => [name, name]));

/** `word`, as our tables write it where it stands in one: names cut out of texts are slow to compare and to look up, and these are again and again. */
export function spelled(word: string): string {
  return known.get(word) ?? word;
}
