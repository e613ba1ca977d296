import { unreachable } from "../../schemas/bug.ts";
import { isJsonObject, type Json } from "../../schemas/json.ts";
import type { Span } from "../../schemas/span.ts";
import { describeType, types, type Type } from "../../schemas/type.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import { shortened } from "../diagnostics/words.ts";
import { fits, named } from "../expr/types.ts";
import { typeOfJsonSchema } from "../syntax/json-schema.ts";
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

/** What of a written argument certainly does not fit its JSON Schema; the innermost piece that can be named. `typeOf` are the types of the templates. */
export function argumentMisfits(argument: string, tree: ValueTree, schema: Json | undefined, typeOf: ReadonlyMap<ScalarText, Type>): readonly ToolArgument[] {
  if (schema === undefined) return [];
  const misfit = (wanted: string, found: string, isQuoted = false): readonly ToolArgument[] => [{ argument, span: tree.span, wanted, found, isQuoted }];
  switch (tree.kind) {
    case "hole": return [];
    case "data": {
      const wanted = scalarMisfit(tree.value, schema);
      return wanted === undefined ? [] : misfit(wanted, shortened(JSON.stringify(tree.value)), isOnlyQuoted(tree.value, schema));
    }
    case "template": {
      const type = typeOf.get(tree.text) ?? types.any;
      const wanted = typeOfJsonSchema(schema);
      return fits(type, wanted) === "no" ? misfit(inWords(wanted), named(type)) : [];
    }
    case "list": {
      const wanted = scalarMisfit([], kindOnly(schema));
      if (wanted !== undefined) return misfit(wanted, "list");
      const items = isJsonObject(schema) && schema["prefixItems"] === undefined ? schema["items"] : undefined;
      return tree.items.flatMap((item, index) => argumentMisfits(`${argument}[${index}]`, item, items, typeOf));
    }
    case "map": {
      const wanted = scalarMisfit({}, kindOnly(schema));
      if (wanted !== undefined) return misfit(wanted, "dict");
      const properties = isJsonObject(schema) && isJsonObject(schema["properties"]) ? schema["properties"] : {};
      return tree.entries.flatMap(({ key, value }) => argumentMisfits(`${argument}.${key.value}`, value, Object.hasOwn(properties, key.value) ? properties[key.value] : undefined, typeOf));
    }
    default: return unreachable(tree, "argumentMisfits");
  }
}

/** What a schema says of the kind of a value alone: what stands in a list or mapping is looked at piece by piece. */
function kindOnly(schema: Json): Json {
  return isJsonObject(schema) && schema["type"] !== undefined ? { type: schema["type"] } : {};
}

/** Whether a text would fit as the number or truth value that it spells. */
function isOnlyQuoted(value: Json, schema: Json): boolean {
  if (typeof value !== "string" || !/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value)) return false;
  return scalarMisfit(JSON.parse(value.replace(/^(-?)0+(?=\d)/, "$1")) as Json, schema) === undefined;
}

function inWords(type: Type): string {
  const whole = describeType(type);
  return whole.length <= 60 ? whole : named(type);
}
