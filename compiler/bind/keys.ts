import type { BoundWorkflow } from "./bound.ts";

/** The keys of the state, in the order of their declaration: analyses know them by their numbers. */
export interface StateKeys {
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

const known = new WeakMap<BoundWorkflow["state"], StateKeys>();

/** The numbers of a state's keys; one that is not declared has none. */
export function stateKeys({ state }: Pick<BoundWorkflow, "state">): StateKeys {
  const found = known.get(state) ?? numbered([...state.keys()]);
  known.set(state, found);
  return found;
}

function numbered(keys: readonly string[]): StateKeys {
  return { keys, numbers: new Map(keys.map((key, number) => [key, number])) };
}
