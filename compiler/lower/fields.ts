import { unreachable } from "../../schemas/bug.ts";
import type { Field, Fields, LoweredFields, TypeIr, ValueIr } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { Bug } from "../../schemas/bug.ts";
import type { Members, Part, TypeNode, ValueTree } from "../syntax/part.ts";
import { slotNamed, type Lowering } from "./context.ts";

/**
 * Lowers the members of an object by their declarations: what is absent takes its default, what has none stays absent.
 * `by` says where they stand; it is empty at the top of the file.
 * The result is `LoweredFields` of `fields` by construction: each shape below gives what `Lowered` says of it.
 */
export function lowerFields<F extends Fields>(lowering: Lowering, members: Members, fields: F, by: string): LoweredFields<F> {
  const lowered: { [name: string]: Json } = {};
  for (const name in fields) {
    const field: Field = fields[name] as Field;
    const member = members[name];
    if (member === undefined) {
      const value = defaultOf(field);
      if (value !== undefined) lowered[name] = value;
      continue;
    }
    const value = lowerPart(lowering, member.part, by, name);
    if (field.shape === "text" && field.fills !== undefined && member.part.shape === "text") lowered[field.fills] = lowering.code(lowering.fileText(member.part), "template");
    else lowered[name] = value;
    if (field.needs !== undefined && value !== field.default) lowering.require(field.needs, placeOf(by, name));
  }
  return lowered as LoweredFields<F>;
}

function defaultOf(field: Field): Json | undefined {
  const { default: value } = field;
  return field.shape === "target" && typeof value === "string" ? { word: value } : value;
}

/** How a message calls what stands under `name`. */
function placeOf(by: string, name: string): string {
  return by === "" ? name : `${by}.${name}`;
}

function lowerPart(lowering: Lowering, part: Part, by: string, name: string): Json {
  switch (part.shape) {
    case "hole": throw new Bug(`a hole reached lowering at ${placeOf(by, name)}`);
    case "text": case "name": case "stateKey": case "integer": case "number": case "duration": case "flag": case "data": return part.value;
    case "choice": {
      const wanted = part.field.wants?.[part.value];
      if (wanted !== undefined) lowering.require(wanted, placeOf(by, name));
      return part.value;
    }
    case "template": return lowering.code(part.text, "template");
    case "expression": return lowering.code(part.text, part.field.as);
    case "target": return part.field.words !== undefined && Object.hasOwn(part.field.words, part.value) ? { word: part.value } : slotNamed(lowering, part.value);
    case "type": return typeIr(part.type) as unknown as Json;
    case "value": return lowerTree(lowering, part.tree) as unknown as Json;
    case "list": return part.items.map((item) => lowerPart(lowering, item, by, name));
    case "map": {
      const within = placeOf(by, name);
      return Object.fromEntries(part.entries.map((entry) => [entry.key.value, lowerPart(lowering, entry.part, within, entry.key.value)]));
    }
    case "object": return lowerFields(lowering, part.members, part.field.fields, placeOf(by, name)) as JsonObject;
    case "tagged": {
      const variant = part.field.variants[part.tag.value];
      if (variant === undefined) throw new Bug(`no variant is called '${part.tag.value}'`);
      const within = placeOf(by, name);
      if (variant.needs !== undefined) lowering.require(variant.needs, within);
      return { [part.field.tag]: part.tag.value, ...(lowerFields(lowering, part.members, variant.fields, within) as JsonObject) };
    }
    default: return unreachable(part, "lowerPart");
  }
}

function lowerTree(lowering: Lowering, tree: ValueTree): ValueIr {
  switch (tree.kind) {
    case "data": return { lit: tree.value };
    case "template": return { code: lowering.code(tree.text, "template") };
    case "list": return merged(tree.items.map((item) => lowerTree(lowering, item)), (list) => ({ list }), (items) => items);
    case "map": {
      const keys = tree.entries.map((entry) => entry.key.value);
      const zip = <T>(items: readonly T[]): { readonly [key: string]: T } => Object.fromEntries(keys.map((key, index) => [key, items[index] as T]));
      return merged(tree.entries.map((entry) => lowerTree(lowering, entry.value)), (items) => ({ map: zip(items) }), zip);
    }
    case "hole": throw new Bug("a hole reached lowering");
    default: return unreachable(tree, "lowerTree");
  }
}

/** Collections of literals are literals themselves. */
function merged(items: readonly ValueIr[], asTree: (items: readonly ValueIr[]) => ValueIr, asData: (items: readonly Json[]) => Json): ValueIr {
  const literals = items.flatMap((item) => ("lit" in item ? [item.lit] : []));
  return literals.length === items.length ? { lit: asData(literals) } : asTree(items);
}

/** A type as a program carries it. */
function typeIr(node: TypeNode): TypeIr {
  return node.schema === undefined ? { type: node.type } : { type: node.type, schema: node.schema };
}
