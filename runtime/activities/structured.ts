import { failure } from "../../schemas/failure.ts";
import type { TypeIr } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { schemaOfType } from "../../schemas/type-json.ts";
import { unfitAt } from "../core/fit.ts";
import type { Outcome, Turn } from "../ports.ts";
import type { Ask, Question, Said } from "./ask.ts";
import { excerpt, parseJson } from "./text.ts";

/** What an answer has to be. */
export interface Structure<T> {
  /** The JSON Schema of an object, which is all that every provider can be asked for. */
  readonly schema: JsonObject;
  /** The wanted value in the data of an answer, or one line that says why it is none. */
  readonly read: (data: Json) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };
}

/** The structure of `output_schema`. Anything but an object is asked for as the field `value` of one. */
export function structureOf(wanted: TypeIr): Structure<Json> {
  const own = isJsonObject(wanted.schema) ? wanted.schema : schemaOfType(wanted.type);
  const isObject = own["type"] === "object";
  const schema: JsonObject = isObject ? own : { type: "object", properties: { value: own }, required: ["value"], additionalProperties: false };
  return {
    schema,
    read: (data) => {
      const why = unfitAt("the answer", wanted, data);
      if (why === undefined) return { ok: true, value: data };
      // A model that answers with the bare value has understood what is wanted.
      if (isObject || !isJsonObject(data) || data["value"] === undefined) return { ok: false, why };
      const inner = unfitAt("the answer", wanted, data["value"]);
      return inner === undefined ? { ok: true, value: data["value"] } : { ok: false, why: inner };
    },
  };
}

/** The value that an answer holds; what does not fit goes back to the model once, with what is wrong with it. */
export async function readOrMend<T>(said: Said, question: Question, { schema, read }: Structure<T>, ask: Ask): Promise<Outcome<T>> {
  const first = valueIn(said.text, read);
  if (first.ok) return first;
  const turns: readonly Turn[] = [...(question.turns ?? []), { from: "model", text: said.text, calls: [] }, { from: "user", text: `${first.why}\nAnswer again, with one JSON value that fits the schema and with no other text.` }];
  const again = await ask({ ...question, schema, turns }, { mend: first.why });
  if (!again.ok) return again;
  const second = valueIn(again.value.text, read);
  return second.ok ? second : { ok: false, failure: failure("output_invalid", `${second.why}, and it was told before: ${first.why}`) };
}

function valueIn<T>(text: string, read: Structure<T>["read"]): ReturnType<Structure<T>["read"]> {
  // A code fence around the data is forgiven; any other text is not.
  const bare = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text;
  const data = parseJson(bare);
  return data === undefined ? { ok: false, why: `the answer is not JSON: ${excerpt(text, 120)}` } : read(data.value);
}
