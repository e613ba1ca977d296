import { unreachable } from "../../schemas/bug.ts";
import type { Field, FieldOf, Fields } from "../../schemas/field.ts";
import { fileFields, headerFields } from "../../schemas/header.ts";
import { kindNamed, specOf } from "../../schemas/nodes/index.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "../syntax/tree.ts";

/** How a part of a document is laid out. */
export interface Layout {
  /** Where each key of a mapping stands, by every spelling it has; absent where the order is the author's. */
  readonly ranks?: ReadonlyMap<string, number>;
  /** Whether entries stand apart, with one blank line between them. */
  readonly apart?: true;
  /** The layout of the value behind a key, or of an item. */
  readonly inside: (node: YamlNode, key: string) => Layout;
}

/** A part whose order means something, or nothing that we know of. */
export const asWritten: Layout = { inside: () => asWritten };

/** The layout of a workflow document, by the declarations of its keys. */
export function documentLayout(): Layout {
  const ranksOf = memo(ranks);
  const layoutOf = (field: Field, node: YamlNode): Layout => fieldLayout(field, node, (fields, first) => objectLayout(fields, first));
  const objectLayout = (fields: Fields, first: readonly string[]): Layout => ({
    ranks: ranksOf(fields, first),
    inside: (node, key) => {
      const field = fieldCalled(fields, key);
      return field === undefined ? asWritten : layoutOf(field, node);
    },
  });
  const header = objectLayout(headerFields, []);
  const node = (value: YamlNode): Layout => {
    const kind = kindOf(value);
    return kind === undefined ? asWritten : objectLayout(specOf(kind).fields, ["type"]);
  };
  const nodes: Layout = { apart: true, inside: node };
  const top = ["workflow", ...Object.keys(fileFields), "nodes"];
  const inFile = objectLayout(fileFields, []);
  return {
    ranks: new Map(top.map((name, rank) => [name, rank])),
    apart: true,
    inside: (value, key) => (key === "workflow" ? header : key === "nodes" ? nodes : inFile.inside(value, key)),
  };
}

/**
 * The entries in the order of their ranks. A key that nobody declared stays behind the one it was written behind: it is
 * most likely misspelt, and its neighbours tell what it was meant for.
 */
export function inRankOrder<T>(parts: readonly T[], nameOf: (part: T) => string, order: ReadonlyMap<string, number>): readonly T[] {
  const groups: { readonly rank: number; readonly parts: T[] }[] = [];
  for (const part of parts) {
    const rank = order.get(nameOf(part));
    const last = groups.at(-1);
    if (rank === undefined && last !== undefined) last.parts.push(part);
    else groups.push({ rank: rank ?? -1, parts: [part] });
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap((group) => group.parts);
}

function fieldLayout(field: Field, node: YamlNode, object: (fields: Fields, first: readonly string[]) => Layout): Layout {
  const each = (of: Field): Layout => ({ inside: (item) => fieldLayout(of, item, object) });
  switch (field.shape) {
    case "object": return object(field.fields, []);
    case "tagged": return taggedLayout(field, node, object);
    case "list": return node.kind === "sequence" ? each(field.of) : fieldLayout(field.of, node, object);
    case "map": return each(field.of);
    case "either": {
      const arm = node.kind === "sequence" ? field.list : node.kind === "mapping" ? field.map : undefined;
      return arm === undefined ? asWritten : fieldLayout(arm, node, object);
    }
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "value": case "data":
      return asWritten;
    default: return unreachable(field, "fieldLayout");
  }
}

function taggedLayout(field: FieldOf<"tagged">, node: YamlNode, object: (fields: Fields, first: readonly string[]) => Layout): Layout {
  const tag = node.kind === "mapping" ? textBehind(node, field.tag) : undefined;
  const variant = tag !== undefined && Object.hasOwn(field.variants, tag) ? field.variants[tag] : undefined;
  return variant === undefined ? asWritten : object(variant.fields, [field.tag]);
}

function kindOf(node: YamlNode): ReturnType<typeof kindNamed> {
  const word = node.kind === "mapping" ? textBehind(node, "type") : undefined;
  return word === undefined ? undefined : kindNamed(word);
}

function textBehind(mapping: YamlMapping, name: string): string | undefined {
  const entry = mapping.entries.find((each: YamlEntry) => each.name === name);
  return entry?.value.kind === "scalar" && typeof entry.value.value === "string" ? entry.value.value : undefined;
}

function fieldCalled(fields: Fields, key: string): Field | undefined {
  if (Object.hasOwn(fields, key)) return fields[key];
  return Object.values(fields).find((field) => spellingsOf(field).includes(key));
}

function ranks(fields: Fields, first: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(first.map((name, index) => [name, index]));
  for (const [name, field] of Object.entries(fields)) {
    const rank = places.size;
    for (const spelling of [name, ...spellingsOf(field)]) if (!places.has(spelling)) places.set(spelling, rank);
  }
  return places;
}

function spellingsOf(field: Field): readonly string[] {
  const units = field.shape === "duration" ? Object.keys(field.units ?? {}) : [];
  return [...(field.aliases ?? []), ...units];
}

function memo(compute: typeof ranks): typeof ranks {
  const known = new Map<Fields, ReadonlyMap<string, number>>();
  return (fields, first) => {
    const given = known.get(fields) ?? compute(fields, first);
    known.set(fields, given);
    return given;
  };
}
