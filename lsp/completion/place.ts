import type { Field, FieldOf, Fields, Group, Shape } from "../../schemas/field.ts";
import type { Cursor, Step } from "../cursor/cursor.ts";
import type { Entry } from "../cursor/flow.ts";
import type { Variant } from "../declared.ts";
import { documentShapes, type DocumentKind } from "../document-shape.ts";

// The keys of the table are its kinds, which no signature of \`keys\` can say.
const kinds = Object.keys(documentShapes) as readonly DocumentKind[];

/** How a declaration is found again, so that its words can be told later: a document, and the steps from its top. */
export type Trail = readonly string[];

/** The mapping that a key or value stands in: what is declared of it, and what is written. */
export interface Owner {
  readonly fields: Fields;
  readonly beside: () => readonly Entry[];
}

/** A place of a document with its declaration. */
export interface Place {
  readonly field: Field;
  readonly trail: Trail;
  /** The mapping around it that is declared key by key. */
  readonly owner: Owner | undefined;
  /** Whether it is where the variant of a tagged mapping is chosen. */
  readonly isTag: boolean;
}

/** What may be written at the end of the path of a cursor: several readings where nothing tells the documents apart. */
export function placesAt(cursor: Cursor, top: readonly string[]): readonly Place[] {
  return kindsOf(top).flatMap((kind) => {
    const start: Place = { field: documentShapes[kind], trail: [kind], owner: undefined, isTag: false };
    return cursor.path.reduce<readonly Place[]>((places, step, index) => places.flatMap((place) => enter(place, step, besideOf(cursor, index))), [start]);
  });
}

/** The declaration that a trail leads to; undefined for a trail of another version. */
export function fieldOn([kind, ...steps]: Trail): Field | undefined {
  const whole = kinds.find((each) => each === kind);
  return whole === undefined ? undefined : steps.reduce<Field | undefined>((field, step) => field && stepOn(field, step), documentShapes[whole]);
}

/** The entries of the mapping that the step leads into a part of. */
function besideOf({ path }: Cursor, index: number): () => readonly Entry[] {
  const step = path[index];
  return step?.kind === "key" ? step.beside : () => [];
}

/** What a step leads to: one place, or the arms and variants that it may be. */
function enter(place: Place, step: Step, beside: () => readonly Entry[]): readonly Place[] {
  const { field, trail } = place;
  const into = (inner: Field, ...steps: Trail): Place => ({ field: inner, trail: [...trail, ...steps], owner: place.owner, isTag: false });
  switch (field.shape) {
    case "object": return step.kind === "key" ? ofKey(field.fields, step.name, beside, trail) : [];
    case "map": return step.kind === "key" ? [into(field.of, "*")] : [];
    case "list": {
      if (step.kind === "item") return [into(field.of, "*")];
      return field.single === undefined ? [] : enter(into(field.of, "*"), step, beside);
    }
    case "tagged": {
      if (step.kind !== "key") return [];
      if (step.name === field.tag) return [{ field, trail, owner: { fields: {}, beside }, isTag: true }];
      return variantsOf(field, beside()).flatMap((name) => ofKey(field.variants[name]?.fields ?? {}, step.name, beside, [...trail, `@${name}`])).slice(0, 1);
    }
    case "either": return (["map", "list"] as const).flatMap((arm) => {
      const inner = field[arm];
      return inner === undefined || (arm === "list") !== (step.kind === "item") ? [] : enter(into(inner, `?${arm}`), step, beside);
    });
    // What stands inside is of the same kind: a field of a record, an item, a part of plain data.
    case "type": case "value": case "data": return [{ ...place, field: field.shape === "type" ? { ...field, as: "type" } : field }];
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey":
      return [];
  }
}

function ofKey(fields: Fields, key: string, beside: () => readonly Entry[], trail: Trail): readonly Place[] {
  const name = canonical(fields, key);
  const field = name === undefined ? undefined : fields[name];
  return name === undefined || field === undefined ? [] : [{ field, trail: [...trail, name], owner: { fields, beside }, isTag: false }];
}

/** The key by which a field is declared, whatever spelling of it is written. */
export function canonical(fields: Fields, key: string): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  return Object.keys(fields).find((name) => {
    const field = fields[name];
    return field?.aliases?.includes(key) === true || (field?.shape === "duration" && Object.hasOwn(field.units ?? {}, key));
  });
}

/** The variant that the tag among the entries names; all of them where it names none. */
export function variantsOf(field: FieldOf<"tagged">, beside: readonly Entry[]): readonly string[] {
  const tag = beside.find(({ name }) => name === field.tag)?.value;
  return tag === undefined || !Object.hasOwn(field.variants, tag) ? variantNames(field) : [tag];
}

/** The names of the variants of a tagged mapping, without other names for the same. */
export function variantNames({ variants }: FieldOf<"tagged">): readonly string[] {
  const seen = new Set<Variant>();
  return Object.keys(variants).filter((name) => {
    const variant = variants[name];
    return variant !== undefined && !seen.has(variant) && seen.add(variant);
  });
}

/** The documents that the keys at the top of one allow it to be: all of them where there is no key, and none where the text is of another program. */
function kindsOf(keys: readonly string[]): readonly DocumentKind[] {
  const has = (...names: readonly string[]): boolean => names.some((name) => keys.includes(name));
  if (tellsWorkflow(keys)) return ["workflow"];
  if (has("agent")) return ["agent"];
  if (has("agents", "workflows")) return ["fleet"];
  if (has("rules")) return ["policy"];
  return kinds.filter((kind) => keys.every((key) => Object.hasOwn(documentShapes[kind].fields, key)));
}

/** Whether a document with these keys at its top is a workflow, whatever stands beside them. */
export function tellsWorkflow(keys: readonly string[]): boolean {
  return keys.includes("workflow") || keys.includes("nodes");
}

/** One mapping whose keys are declared, with what its keys demand of each other. */
export interface KeyTable {
  readonly fields: Fields;
  readonly groups: readonly Group[];
  readonly trail: Trail;
}

/** The keys that a mapping of this field may have; several tables where a tag has not chosen one. */
export function keyTables({ field, trail }: Pick<Place, "field" | "trail">, beside: readonly Entry[]): readonly KeyTable[] {
  switch (field.shape) {
    case "object": return [{ fields: field.fields, groups: field.groups ?? [], trail }];
    case "tagged": return variantsOf(field, beside).map((name) => {
      const variant: Variant | undefined = field.variants[name];
      return { fields: variant?.fields ?? {}, groups: variant?.groups ?? [], trail: [...trail, `@${name}`] };
    });
    case "either": return field.map === undefined ? [] : keyTables({ field: field.map, trail: [...trail, "?map"] }, beside);
    case "list": return field.single === undefined ? [] : keyTables({ field: field.of, trail: [...trail, "*"] }, beside);
    default: return [];
  }
}

function stepOn(field: Field, step: string): Field | undefined {
  if (step.startsWith("@") && field.shape === "tagged") {
    const variant = Object.hasOwn(field.variants, step.slice(1)) ? field.variants[step.slice(1)] : undefined;
    return variant && { shape: "object", fields: variant.fields, doc: variant.doc };
  }
  if (step.startsWith("?") && field.shape === "either") return field[step.slice(1) as "map" | "list" | "scalar"];
  if (step === "*" && (field.shape === "map" || field.shape === "list")) return field.of;
  return field.shape === "object" && Object.hasOwn(field.fields, step) ? field.fields[step] : undefined;
}

/** What a scalar at this place may be: the arms and items that one alone may stand for. */
export function scalarFields(field: Field): readonly Field[] {
  switch (field.shape) {
    case "either": return field.scalar === undefined ? [] : scalarFields(field.scalar);
    case "list": return field.single === undefined ? [] : scalarFields(field.of);
    default: return [field];
  }
}

export type ShapeFold<T> = { readonly [S in Shape]: (field: FieldOf<S>) => T };

/** What a fold over shapes gives for one field. */
export function foldShape<T>(fold: ShapeFold<T>, field: Field): T {
  // The table pairs each shape with what takes that very shape; TypeScript cannot follow the pairing through an index.
  return (fold[field.shape] as (field: Field) => T)(field);
}
