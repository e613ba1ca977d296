import { unreachable } from "../../schemas/bug.ts";
import { isJsonObject, type Json } from "../../schemas/json.ts";
import type { Span } from "../../schemas/span.ts";
import { describeType, types, type Type } from "../../schemas/type.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import { shortened } from "../diagnostics/words.ts";
import { fits, named } from "../expr/types.ts";
import { referredPart, typeOfJsonSchema } from "../syntax/json-schema.ts";
import type { ValueTree } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";

/** A piece of an argument that can never be what its tool takes. */
export interface ToolArgument {
  /** Where it stands among the arguments: `filter.limit`. */
  readonly argument: string;
  readonly span: Span;
  /** Goes on behind "must be". */
  readonly wanted: string;
  readonly found: string;
  /** It would fit without its quotes. */
  readonly isQuoted: boolean;
}

/** What arguments are held against. */
export interface Wanted {
  /** The schema that references are of. */
  readonly root: Json;
  /** The types of the templates. */
  readonly typeOf: ReadonlyMap<ScalarText, Type>;
}

/** What of a written argument certainly does not fit its JSON Schema; the innermost piece that can be named. */
export function argumentMisfits(argument: string, tree: ValueTree, schema: Json | undefined, wants: Wanted): readonly ToolArgument[] {
  if (schema === undefined) return [];
  const misfit = (wanted: string, found: string, isQuoted = false): readonly ToolArgument[] => [{ argument, span: tree.span, wanted, found, isQuoted }];
  switch (tree.kind) {
    case "hole": return [];
    case "data": {
      const wanted = scalarMisfit(tree.value, schema, wants.root);
      return wanted === undefined ? [] : misfit(wanted, shortened(JSON.stringify(tree.value)), isOnlyQuoted(tree.value, schema, wants.root));
    }
    case "template": {
      const type = wants.typeOf.get(tree.text) ?? types.any;
      const wanted = typeOfJsonSchema(schema, wants.root);
      return fits(type, wanted) === "no" ? misfit(inWords(wanted), named(type)) : [];
    }
    case "list": {
      const meant = followed(schema, wants.root);
      const wanted = scalarMisfit([], kindOnly(meant));
      if (wanted !== undefined) return misfit(wanted, "list");
      const items = isJsonObject(meant) && meant["prefixItems"] === undefined ? meant["items"] : undefined;
      return tree.items.flatMap((item, index) => argumentMisfits(`${argument}[${index}]`, item, items, wants));
    }
    case "map": {
      const meant = followed(schema, wants.root);
      const wanted = scalarMisfit({}, kindOnly(meant));
      if (wanted !== undefined) return misfit(wanted, "dict");
      const properties = isJsonObject(meant) && isJsonObject(meant["properties"]) ? meant["properties"] : {};
      return tree.entries.flatMap(({ key, value }) => argumentMisfits(`${argument}.${key.value}`, value, Object.hasOwn(properties, key.value) ? properties[key.value] : undefined, wants));
    }
    default: return unreachable(tree, "argumentMisfits");
  }
}

/** A schema, or what it refers to; nothing where that leads round in a circle. */
function followed(schema: Json, root: Json): Json {
  let at: Json | undefined = schema;
  for (let step = 0; step < mostSteps && isJsonObject(at); step += 1) {
    const reference: Json | undefined = at["$ref"];
    if (typeof reference !== "string") return at;
    at = referredPart(root, reference);
  }
  return isJsonObject(at) && at["$ref"] !== undefined ? {} : (at ?? {});
}

/** Definitions that only name another one are rarely two in a row. */
const mostSteps = 10;

/** What a schema says of the kind of a value alone: what stands in a list or mapping is looked at piece by piece. */
function kindOnly(schema: Json): Json {
  return isJsonObject(schema) && schema["type"] !== undefined ? { type: schema["type"] } : {};
}

/** Whether a text would fit as the number or truth value that it spells. */
function isOnlyQuoted(value: Json, schema: Json, root: Json): boolean {
  if (typeof value !== "string" || !/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value)) return false;
  return scalarMisfit(JSON.parse(value.replace(/^(-?)0+(?=\d)/, "$1")) as Json, schema, root) === undefined;
}

function inWords(type: Type): string {
  const whole = describeType(type);
  return whole.length <= 60 ? whole : named(type);
}
