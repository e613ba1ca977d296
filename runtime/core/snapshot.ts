import type { Json } from "../../schemas/json.ts";
import { canonicalJson } from "../../schemas/json.ts";
import type { RunState } from "./state.ts";

/** All that a state holds, as canonical text: two states are the same if and only if these are the same bytes. */
export function snapshotOf(state: RunState): string {
  return canonicalJson(plain(state));
}

/** Maps become lists of pairs in the order of their keys; a member that is not set is no member. */
function plain(value: unknown): Json {
  if (value instanceof Map) return [...value].map(([key, item]): readonly Json[] => [plain(key), plain(item)]).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])));
  // What is left of a state is texts, numbers, flags and null.
  return value as null | boolean | number | string;
}
