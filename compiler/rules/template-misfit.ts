import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { describeType, type Type } from "../../schemas/type.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import type { TypedSite } from "../check/typed.ts";
import { shortened } from "../diagnostics/words.ts";
import { describeValues } from "../expr/describe-values.ts";
import { accessPath, factKey } from "../expr/facts.ts";
import { valuesOfSchema } from "../expr/schema-values.ts";
import { seedsIn } from "../expr/sides.ts";
import { fits, membersOf, named } from "../expr/types.ts";
import { both, isNothing, listed, nothing, without, type ValueSet } from "../expr/value-set.ts";
import { followed, typeOfJsonSchema } from "../syntax/json-schema.ts";
import type { TemplatePart } from "../template/ast.ts";

/** What a template gives, and what it would have to be; both go on in a sentence, as in "must be …, not …". */
export interface TemplateMisfit {
  readonly wanted: string;
  readonly found: string;
}

/**
 * What is wrong with all that a template can give against a JSON Schema (2020-12) that is a part of `root`: its type, or what is
 * known beyond it. Undefined where something that it may give fits, or may fit.
 */
export function templateMisfit(site: TypedSite, schema: Json, root: Json): TemplateMisfit | undefined {
  const wanted = typeOfJsonSchema(schema, root);
  if (fits(site.type, wanted) !== "no") return valueMisfit(site, schema, root);
  const whole = describeType(wanted);
  return { wanted: whole.length <= 60 ? whole : named(wanted), found: named(site.type) };
}

function valueMisfit({ code, type, env, isReached }: TypedSite, schema: Json, root: Json): TemplateMisfit | undefined {
  if (!isReached) return undefined;
  const passed = code.as === "expression" ? code.parsed.ast : code.parsed.passthrough?.ast;
  if (passed === undefined) return code.as === "template" ? textMisfit(code.parsed.text, code.parsed.parts, followed(schema, root)) : undefined;
  const path = accessPath(passed);
  const set = path === undefined ? undefined : (env.facts.get(factKey(path)) ?? seedsIn(env)(path));
  // Where nothing may be given, something that fits may be.
  if ((set?.none ?? membersOf(type).some(({ kind }) => kind === "null")) && scalarMisfit(null, schema, root) === undefined) return undefined;
  const values = literalsOf(type) ?? (set && listed(without(set, null)));
  if (values !== undefined && values.length > 0) return listMisfit(values, schema, root);
  return set === undefined ? undefined : setMisfit(without(set, null), schema, root);
}

/** The values of a type that lists them, `None` apart; undefined where it does not. */
function literalsOf(type: Type): readonly Json[] | undefined {
  const members = membersOf(type).filter(({ kind }) => kind !== "null");
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  return values.length === members.length ? values : undefined;
}

function listMisfit(values: readonly Json[], schema: Json, root: Json): TemplateMisfit | undefined {
  const misfits = values.map((value) => scalarMisfit(value, schema, root));
  if (misfits.includes(undefined)) return undefined;
  return { wanted: [...new Set(misfits)].join(", or "), found: shortened(values.map((value) => JSON.stringify(value)).join(" or ")) };
}

/** A set of values of which the bounds of the schema leave none. */
function setMisfit(set: ValueSet, schema: Json, root: Json): TemplateMisfit | undefined {
  const allowed = valuesOfSchema(schema, root);
  if (isNothing(set) || !isNothing(both(set, allowed))) return undefined;
  if (set.numbers.length > 0) return { wanted: inWords(allowed.numbers, ""), found: inWords(set.numbers, "") };
  return { wanted: inWords(allowed.lists, " long"), found: inWords(set.lists.length > 0 ? set.lists : set.texts.lengths, " long") };
}

function inWords(numbers: ValueSet["numbers"], unit: string): string {
  const words = describeValues({ ...nothing, numbers });
  return words === undefined ? "something else" : `${words}${unit}`;
}

/** Text around expressions that can be neither one of the texts that the schema lists, nor as short as it wants. */
function textMisfit(text: string, parts: readonly TemplatePart[], schema: Json): TemplateMisfit | undefined {
  if (!isJsonObject(schema)) return undefined;
  const written = parts.map((part) => (part.part === "text" ? part.text : part.part === "set" ? "" : undefined));
  const before = written.slice(0, written.indexOf(undefined) === -1 ? undefined : written.indexOf(undefined)).join("");
  const after = written.slice(written.lastIndexOf(undefined) + 1).join("");
  const isOpen = written.includes(undefined);
  const mayBe = (choice: Json): boolean => typeof choice === "string" && (isOpen ? choice.length >= before.length + after.length && choice.startsWith(before) && choice.endsWith(after) : choice === before);
  const found = shortened(JSON.stringify(text));
  const { maxLength, enum: choices } = schema;
  const least = written.reduce((sum, each) => sum + Array.from(each ?? "").length, 0);
  if (typeof maxLength === "number" && least > maxLength) return { wanted: `at most ${maxLength} characters`, found };
  const listedIn: JsonObject = { ...(Array.isArray(choices) && !choices.some(mayBe) ? { enum: choices } : {}), ...(schema["const"] !== undefined && !mayBe(schema["const"]) ? { const: schema["const"] } : {}) };
  // What is no choice, since no choice begins and ends so, is held against them as it is written.
  const wanted = scalarMisfit(text, listedIn) ?? (isOpen ? undefined : scalarMisfit(before, schema));
  return wanted === undefined ? undefined : { wanted, found };
}
