import type { TypeIr } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { OpOf, WriteIr } from "../../schemas/op.ts";
import { describeType, misfit } from "../../schemas/type.ts";
import { unfitAt } from "./fit.ts";
import type { Plan } from "./plan.ts";

/** What an event's payload does to the state, or why the wait does not take it. */
export type Taken =
  | { readonly ok: true; readonly writes: readonly WriteIr[]; /** Keys that stay in the event. */ readonly unmerged: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** Holds a payload against what a wait declares in `data`, and against the types of the state. */
export function takePayload({ program }: Plan, op: OpOf<"suspend">, payload: Json): Taken {
  const declared = declaredFields(op.fields) ?? {};
  const keys = Object.keys(declared);
  const whole = op.writes.find((write) => write.part === undefined);
  if (!isJsonObject(payload) && (whole === undefined || keys.length > 0)) return refused("data takes an object");
  const fields = isJsonObject(payload) ? payload : {};
  for (const key of keys) {
    const wanted = declared[key] as TypeIr;
    if (Object.hasOwn(fields, key)) {
      const why = unfitAt(`data.${key}`, wanted, fields[key] as Json);
      if (why !== undefined) return refused(why);
    } else if (misfit(null, wanted.type) !== undefined) return refused(`data lacks '${key}' (${describeType(wanted.type)})`);
  }
  if (whole !== undefined) {
    const type = program.state[whole.key];
    const why = type === undefined ? undefined : unfitAt("data", type, payload);
    return why === undefined ? { ok: true, writes: [whole], unmerged: [] } : refused(why);
  }
  const merged = Object.keys(fields).filter((key) => Object.hasOwn(program.state, key));
  const why = patchProblem(program.state, Object.fromEntries(merged.map((key) => [key, fields[key] as Json])), "data");
  if (why !== undefined) return refused(why);
  return { ok: true, writes: merged.map((key) => ({ key, part: key })), unmerged: Object.keys(fields).filter((key) => !merged.includes(key)) };
}

/** Why a person may not change the state so, or `undefined` if they may. */
export function patchProblem(state: { readonly [key: string]: TypeIr }, patch: JsonObject, place: string): string | undefined {
  for (const [key, value] of Object.entries(patch)) {
    const declared = Object.hasOwn(state, key) ? state[key] : undefined;
    if (declared === undefined) return `${place}.${key} is no key of the state`;
    const why = unfitAt(`${place}.${key}`, declared, value);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** What a wait says its payload must have, in its fields as the program has them. */
export function declaredFields({ data }: JsonObject): { readonly [key: string]: TypeIr } | undefined {
  // The field's shape is a map of types, which the compiler lowers to `TypeIr`.
  return isJsonObject(data) ? (data as unknown as { readonly [key: string]: TypeIr }) : undefined;
}

const refused = (why: string): Taken => ({ ok: false, why });
