import { steadySeed } from "../support/random.ts";
import { judge, mutantsOf, type Judged } from "./kill.ts";
import { operators } from "./operators/index.ts";
import { plantedTable } from "./planted.ts";
import { subjects } from "./subjects.ts";
import { tableOf } from "./table.ts";

/**
 * Looks at one in `every` mutants of each subject, in their order; at those of `only`, where some operators are named.
 */
export function judged(every: number, only: readonly string[] = []): readonly Judged[] {
  const chosen = operators.filter(({ name }) => only.length === 0 || only.includes(name));
  return subjects.flatMap((subject, offset) => mutantsOf(subject, chosen).filter((_each, at) => (at + offset) % every === 0).map(({ operator, mutant }) => judge(subject, operator, mutant)));
}

/** What became of every mutant, and of many mistakes in one document, as lines for people. */
export function table(only: readonly string[]): readonly string[] {
  return [...tableOf(judged(1, only)), ...(only.length > 0 ? [] : ["", ...plantedTable(steadySeed, 5)])];
}
