import { unreachable } from "../../schemas/bug.ts";
import type { Field, Fields } from "../../schemas/field.ts";
import type { DecodedPart, Member, Members, Part, ValueTree } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";

/** Where a part stands inside its node: field names and list positions, as in `next`, `conditions.0.if`. */
export type PartPath = string;

/** Calls `look` for every part under `members` that is not a hole, outer parts first, in the order of the text. */
export function forEachPart(members: Members, look: (part: DecodedPart, path: PartPath) => void): void {
  for (const name in members) walk((members[name] as Member).part, name, look);
}

function walk(part: Part, path: PartPath, look: (part: DecodedPart, path: PartPath) => void): void {
  if (part.shape === "hole") return;
  look(part, path);
  switch (part.shape) {
    case "list":
      for (let index = 0; index < part.items.length; index += 1) walk(part.items[index] as Part, `${path}.${index}`, look);
      return;
    case "map":
      for (const entry of part.entries) walk(entry.part, `${path}.${entry.key.value}`, look);
      return;
    case "object":
    case "tagged":
      for (const name in part.members) walk((part.members[name] as Member).part, `${path}.${name}`, look);
      return;
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "value": case "data":
      return;
    default: return unreachable(part, "forEachPart");
  }
}

/** The first field name of a path. */
export function fieldOfPath(path: PartPath): string {
  const dot = path.indexOf(".");
  return dot === -1 ? path : path.slice(0, dot);
}

/** The templates in a tree of data, in the order of the text. */
export function templatesIn(tree: ValueTree): readonly ScalarText[] {
  switch (tree.kind) {
    case "template": return [tree.text];
    case "list": return tree.items.flatMap(templatesIn);
    case "map": return tree.entries.flatMap((entry) => templatesIn(entry.value));
    case "data": case "hole": return [];
    default: return unreachable(tree, "templatesIn");
  }
}

/** Whether a hole stands where `fields` could have named a node: the graph may then lack an edge. */
export function mayLackTarget(members: Members, fields: Fields): boolean {
  for (const name in members) {
    if (!isHoley((members[name] as Member).part)) continue;
    const field = fields[name];
    if (field !== undefined && holdsTarget(field)) return true;
  }
  return false;
}

/** Whether anything under `members` could not be read, however deep. */
export function hasHole(members: Members): boolean {
  for (const name in members) if (isUnread((members[name] as Member).part)) return true;
  return false;
}

function isUnread(part: Part): boolean {
  switch (part.shape) {
    case "hole": return true;
    case "list": return part.items.some(isUnread);
    case "map": return part.entries.some((entry) => isUnread(entry.part));
    case "object": case "tagged": return hasHole(part.members);
    case "value": return isUnreadTree(part.tree);
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "data":
      return false;
    default: return unreachable(part, "hasHole");
  }
}

function isUnreadTree(tree: ValueTree): boolean {
  switch (tree.kind) {
    case "hole": return true;
    case "list": return tree.items.some(isUnreadTree);
    case "map": return tree.entries.some((entry) => isUnreadTree(entry.value));
    case "data": case "template": return false;
    default: return unreachable(tree, "hasHole");
  }
}

function isHoley(part: Part): boolean {
  switch (part.shape) {
    case "hole": return true;
    case "list": return part.items.some(isHoley);
    case "map": return part.entries.some((entry) => isHoley(entry.part));
    case "object": case "tagged": return mayLackTarget(part.members, part.shape === "object" ? part.field.fields : (part.field.variants[part.tag.value]?.fields ?? {}));
    default: return false;
  }
}

const targetHolders = new WeakMap<Field, boolean>();

/** Whether a node may be named somewhere in a field; declarations do not change, so each answer is kept. */
export function holdsTarget(field: Field): boolean {
  const known = targetHolders.get(field);
  if (known !== undefined) return known;
  const inner = (fields: Fields): boolean => Object.values(fields).some(holdsTarget);
  const holds =
    field.shape === "target" ||
    ((field.shape === "list" || field.shape === "map") && holdsTarget(field.of)) ||
    (field.shape === "object" && inner(field.fields)) ||
    (field.shape === "tagged" && Object.values(field.variants).some((variant) => inner(variant.fields))) ||
    (field.shape === "either" && [field.scalar, field.list, field.map].some((arm) => arm !== undefined && holdsTarget(arm)));
  targetHolders.set(field, holds);
  return holds;
}
