import type { BoundNode, BoundWorkflow, StateSymbol } from "../bind/bound.ts";
import type { AccessPath } from "../expr/facts.ts";
import { schemaOfPart, valuesOfSchema } from "../expr/schema-values.ts";
import { anything, type ValueSet } from "../expr/value-set.ts";
import { scalarMisfit } from "./schema-misfit.ts";

const known = new WeakMap<BoundWorkflow["state"], Map<string, ValueSet>>();

/**
 * The values that a path may have by the JSON Schema of its key of the state, whatever its type says; or of the key that
 * `writer` wrote, where the path begins with its `output`.
 */
export function boundsOf({ state }: Pick<BoundWorkflow, "state">, writer: BoundNode | undefined, { root, keys }: AccessPath): ValueSet {
  const isWritten = root === "output" && writer?.writes.some(({ key }) => key === keys[0]) === true;
  if (root !== "state" && !isWritten) return anything;
  const found = known.get(state) ?? new Map<string, ValueSet>();
  known.set(state, found);
  const path = keys.join(".");
  const values = found.get(path) ?? boundsAt(state, keys);
  found.set(path, values);
  return values;
}

function boundsAt(state: BoundWorkflow["state"], [key = "", ...rest]: readonly string[]): ValueSet {
  const symbol = state.get(key);
  if (symbol?.schema === undefined || !isBounded(symbol)) return anything;
  const part = schemaOfPart(symbol.schema, rest);
  return part === undefined ? anything : valuesOfSchema(part, symbol.schema);
}

/** All that is written to a key is held against its schema, but its default is not: one that breaks it may be there, too. */
function isBounded({ schema, default: preset }: StateSymbol): boolean {
  return schema !== undefined && (preset === undefined || (typeof preset !== "object" && scalarMisfit(preset, schema) === undefined));
}
