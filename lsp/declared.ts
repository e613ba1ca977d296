import type { YamlTree } from "../compiler/index.ts";
import { unreachable } from "../schemas/bug.ts";
import type { Field, FieldOf, Fields, Group } from "../schemas/field.ts";
import type { NodeSpec } from "../schemas/node-spec.ts";
import { shapeOfDocument } from "./document-shape.ts";
import { stepsTo, type TreeStep } from "./tree-path.ts";

/** A place in a document, and what the language says of it. */
export interface Declared {
  readonly step: TreeStep;
  /** What the value may be; undefined where nothing is declared, as inside data. */
  readonly field: Field | undefined;
  /** The key under its canonical name, where it is one of those that are declared; undefined for names that authors give. */
  readonly key: string | undefined;
  /** What the keys beside it must have together. */
  readonly groups: readonly Group[];
  /** Of the key that says what the object around it is: what it may be. */
  readonly variants?: { readonly [name: string]: Variant };
}

/** One of several things that an object may be, such as a kind of node. */
export type Variant = FieldOf<"tagged">["variants"][string] & Partial<Pick<NodeSpec, "title" | "since" | "aliases" | "groups">>;

/** The steps from the root of the document to an offset, each with its declaration. */
export function declaredAt(tree: YamlTree, offset: number): readonly Declared[] {
  let within: Field | undefined = shapeOfDocument(tree);
  return stepsTo(tree.root, offset).map((step) => {
    const found = { step, ...declaredIn(within, step) };
    within = found.field;
    return found;
  });
}

type Found = Omit<Declared, "step">;

const undeclared: Found = { field: undefined, key: undefined, groups: [] };

/** What the language says of a step into a value of this shape. */
export function declaredIn(field: Field | undefined, step: TreeStep): Found {
  if (field === undefined) return undeclared;
  switch (field.shape) {
    case "object": return step.kind === "entry" ? keyIn(field.fields, field.groups ?? [], step.entry.name) : undeclared;
    case "tagged": return step.kind === "entry" ? keyOfTagged(field, step) : undeclared;
    case "list": return step.kind === "item" ? { ...undeclared, field: field.of } : declaredIn(field.of, step);
    case "map": return step.kind === "entry" ? { ...undeclared, field: field.of } : undeclared;
    case "either": return declaredIn(step.kind === "item" ? field.list : field.map, step);
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "value": case "data":
      return undeclared;
    default: return unreachable(field, "declaredIn");
  }
}

function keyIn(fields: Fields, groups: readonly Group[], name: string): Found {
  const key = Object.hasOwn(fields, name) ? name : Object.keys(fields).find((each) => spellingsOf(fields[each]).includes(name));
  return key === undefined ? undeclared : { field: fields[key], key, groups: groups.filter(({ keys }) => keys.includes(key)) };
}

function keyOfTagged(field: FieldOf<"tagged">, { of, entry }: Extract<TreeStep, { kind: "entry" }>): Found {
  if (entry.name === field.tag) return { field: { shape: "choice", options: Object.keys(field.variants), doc: field.doc }, key: field.tag, groups: [], variants: field.variants };
  const tag = of.entries.find(({ name }) => name === field.tag)?.value;
  const variant: Variant | undefined = tag?.kind === "scalar" && typeof tag.value === "string" && Object.hasOwn(field.variants, tag.value) ? field.variants[tag.value] : undefined;
  if (variant !== undefined) return keyIn(variant.fields, variant.groups ?? [], entry.name);
  // Where nobody knows what it is, it is told by what others have.
  return Object.values(field.variants).map(({ fields }) => keyIn(fields, [], entry.name)).find((each) => each.key !== undefined) ?? undeclared;
}

/** The other spellings of a key, those that count in a unit of their own included. */
function spellingsOf(field: Field | undefined): readonly string[] {
  return [...(field?.aliases ?? []), ...(field?.shape === "duration" ? Object.keys(field.units ?? {}) : [])];
}
