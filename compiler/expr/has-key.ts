import { factKey, refine, type AccessPath, type Facts, type Seeds } from "./facts.ts";
import { anyList, anyText, both, either, isNothing, onlyNone } from "./value-set.ts";

const textOrList = either(anyText, anyList);

/** What is known where a mapping has a key, so that the part is there, and where it lacks it, so that the part is `None`. Undefined where `path` may read no mapping. */
export function keySides(path: AccessPath, key: string, facts: Facts, seeds: Seeds): readonly (Facts | undefined)[] | undefined {
  const mayBeOther = !isNothing(both(facts.get(factKey(path)) ?? seeds(path), textOrList));
  if (mayBeOther || key === "" || key.includes(".")) return undefined;
  const part = { root: path.root, keys: [...path.keys, key] };
  return refine(facts, part, [seeds(part, "there"), onlyNone], seeds);
}
