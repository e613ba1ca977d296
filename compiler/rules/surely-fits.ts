import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { matchesPlainly } from "../check/plain-pattern.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import { followed } from "../syntax/json-schema.ts";
import type { ValueTree } from "../syntax/part.ts";

/** Words of a schema that say nothing of a value. */
const annotations: ReadonlySet<string> = new Set(["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema", "$id", "$defs", "definitions"]);

/** So deep is a schema looked into; what lies deeper is not sure. */
const deepest = 8;

/**
 * Whether a written value certainly fits a JSON Schema (2020-12) that is a part of `root`. What is not understood is not sure; nor is
 * what a template gives, which may be unset.
 */
export function surelyFits(tree: ValueTree, schema: Json | undefined, root: Json, depth = 0): boolean {
  if (schema === undefined || schema === true) return true;
  if (tree.kind === "hole" || tree.kind === "template" || depth > deepest) return false;
  const meant = followed(schema, root);
  return isJsonObject(meant) && Object.entries(meant).every(([keyword, wanted]) => annotations.has(keyword) || keeps(tree, keyword, wanted as Json, meant, (part, of) => surelyFits(part, of, root, depth + 1)));
}

/** A value that is written out, though templates may stand in it. */
type Written = Exclude<ValueTree, { readonly kind: "hole" | "template" }>;

/** A value of the same kind and size as a list or mapping, or the scalar itself: what is said of a value without looking into it. */
export function standIn(tree: Written): Json {
  return tree.kind === "data" ? tree.value : tree.kind === "list" ? tree.items.map(() => null) : {};
}

/** Whether a value certainly keeps what one keyword of a schema asks for; a keyword asks nothing of values of other kinds. */
function keeps(tree: Written, keyword: string, wanted: Json, schema: JsonObject, fits: (part: ValueTree, schema: Json | undefined) => boolean): boolean {
  switch (keyword) {
    case "type": return scalarMisfit(standIn(tree), { type: wanted }) === undefined;
    case "enum": case "const": return tree.kind === "data" && scalarMisfit(tree.value, { [keyword]: wanted }) === undefined;
    case "minimum": case "maximum": case "exclusiveMinimum": case "exclusiveMaximum": case "minLength": case "maxLength": case "minItems": case "maxItems":
      return scalarMisfit(standIn(tree), { [keyword]: wanted }) === undefined;
    case "pattern": return tree.kind !== "data" || typeof tree.value !== "string" || matchesPlainly(tree.value, String(wanted)) === true;
    case "items": return tree.kind !== "list" || (schema["prefixItems"] === undefined && tree.items.every((item) => fits(item, wanted)));
    case "required": return tree.kind !== "map" || (Array.isArray(wanted) && wanted.every((name) => tree.entries.some(({ key }) => key.value === name)));
    case "properties": return tree.kind !== "map" || (isJsonObject(wanted) && tree.entries.every(({ key, value }) => !Object.hasOwn(wanted, key.value) || fits(value, wanted[key.value])));
    case "allOf": return Array.isArray(wanted) && wanted.every((member: Json) => fits(tree, member));
    case "anyOf": return Array.isArray(wanted) && wanted.some((member: Json) => fits(tree, member));
    default: return false;
  }
}
