import { Bug, unreachable } from "../../schemas/bug.ts";
import type { Field, FieldOf, Fields, Group, Shape } from "../../schemas/field.ts";
import { isSlipOf, nearest } from "../../schemas/nearest.ts";
import { areGiven } from "../../schemas/text-format.ts";
import { badChoice, badId, missingKey, mutuallyExclusive, unknownKey, wrongKind } from "../diagnostics/decode.ts";
import type { Range } from "../source/text.ts";
import { placeOf, type Called } from "./called.ts";
import type { DecodedShape, Hole, Member, Members, Part, PartOf } from "./part.ts";
import { foundIn, isLeftOut, toJson, type Reader } from "./reader.ts";
import { formatRule } from "./formats.ts";
import { keyElsewhere } from "./keys-elsewhere.ts";
import { withRestBeside } from "./rest-item.ts";
import { checkForbidden, checkPlain, checkReserved, scalarShapes } from "./scalar-shapes.ts";
import { readRecordType, readType } from "./type-node.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "./tree.ts";
import { valueBelow } from "./unindented.ts";
import { readValueTree } from "./value-tree.ts";

/** An object being read: how messages call it, and where to point when a key is missing. */
export interface ObjectPlace {
  readonly label: string;
  readonly at: Range;
  /** Keys read elsewhere, such as the `type` of a node. */
  readonly besides?: readonly string[];
  /** Says something better of an unknown key of the object called `label` than that it is unknown; true if it did. */
  readonly stranger?: (reader: Reader, entry: YamlEntry, label: string) => boolean;
  /** It is an item of a list: one whose every key is unknown is told of them alone. */
  readonly isItem?: true;
  /** Which keys it may have is a guess: of keys that are unknown or missing nothing is said. */
  readonly isGuess?: true;
}

/**
 * Reads the keys of an object by its declaration: each key once, under its canonical name, in the order of the text.
 * A misspelt key leaves a hole under the name it was most likely meant for, so that nobody misses that one as well.
 */
export function readMembers(reader: Reader, fields: Fields, groups: readonly Group[], written: YamlMapping, place: ObjectPlace): Members {
  const { names, required, rests } = declaredBy(fields);
  const mapping = rests.length === 0 ? written : asMeant(reader, written, names, rests);
  const members: { [name: string]: Member } = {};
  const strangers: YamlEntry[] = [];
  let below: Set<YamlEntry> | undefined;
  for (const entry of mapping.entries) {
    if (place.besides?.includes(entry.name) || below?.has(entry) === true) continue;
    const name = names.get(entry.name);
    if (name === undefined) {
      strangers.push(entry);
      continue;
    }
    const earlier = members[name];
    if (earlier !== undefined) {
      reader.say(mutuallyExclusive, entry.key, { keys: [earlier.key.value, entry.name], where: place.label }, { related: [{ span: earlier.key.span, message: `'${earlier.key.value}' stands here` }] });
      continue;
    }
    const field = fields[name] as Field;
    const called = field.shape === "duration" && entry.name in (field.units ?? {}) ? { name: entry.name, key: entry.key, unitMs: field.units?.[entry.name] as number } : entry;
    const value = isLeftOut(entry.value) ? valueBelow(reader, entry, { mapping, field, label: place.label, names: [...names.keys(), ...(place.besides ?? [])] }, (below ??= new Set())) : entry.value;
    // Of the same word, the one of the declaration is kept: it is in memory anyway.
    const key = { value: entry.name === name ? name : entry.name, span: reader.spanOf(entry.key) };
    members[name] = { key, part: readPart(reader, field, value, called) };
  }
  if (place.isGuess === true) return members;
  checkTogether(reader, groups, members, place);
  for (let index = 0; index < strangers.length; index += 1) {
    const entry = strangers[index] as YamlEntry;
    const meant = index < mostGuesses ? reportStranger(reader, names, members, entry, place) : reportUnknown(reader, names, entry, place, undefined);
    if (meant !== undefined) members[meant] ??= { key: { value: entry.name, span: reader.spanOf(entry.key) }, part: reader.silentHole(entry.value) };
  }
  if (place.isItem === true && strangers.length > 0 && Object.keys(members).length === 0) {
    for (const name of names.values()) members[name] = { key: { value: name, span: reader.spanOf(place.at) }, part: reader.silentHole(place.at) };
  }
  if (!mapping.damaged) checkPresence(reader, required, groups, members, place);
  return members;
}

/** `mapping` as it was meant where an item of a list says what the key beside the list is for. */
function asMeant(reader: Reader, mapping: YamlMapping, names: Declared["names"], rests: Declared["rests"]): YamlMapping {
  return rests.reduce((meant, [name, key]) => {
    const list = meant.entries.find((entry) => names.get(entry.name) === name);
    const isDoubtful = list?.value.kind === "sequence" && list.value.items.some((item) => item.kind === "scalar" || (item.kind === "mapping" && item.entries.length === 1));
    return list !== undefined && isDoubtful ? withRestBeside(reader, meant, { list, key, isThere: meant.entries.some((entry) => names.get(entry.name) === key) }) : meant;
  }, mapping);
}

/** Reads one field by its shape. */
function readPart(reader: Reader, field: Field, node: YamlNode, called: Called): Part {
  if (node.kind === "hole") return reader.silentHole(node);
  // The table pairs each shape with a reader of that very shape; TypeScript cannot follow the pairing through an index.
  const read = readers[field.shape] as (reader: Reader, field: Field, node: YamlNode, called: Called) => Part;
  return read(reader, field, node, called);
}

type Readers = { readonly [S in Shape]: (reader: Reader, field: FieldOf<S>, node: YamlNode, called: Called) => S extends DecodedShape ? PartOf<S> | Hole : Part };

const readers: Readers = {
  ...scalarShapes,
  type: (reader, field, node, called) => {
    const type = field.as === "record" ? readRecordType(reader, node, called) : readType(reader, node, called);
    return "shape" in type ? type : { shape: "type", field, span: type.span, type };
  },
  value: (reader, field, node) => {
    const tree = readValueTree(reader, node);
    return tree.kind === "hole" ? reader.silentHole(node) : { shape: "value", field, span: tree.span, tree };
  },
  data: (reader, field, node, called) => {
    checkBraces(reader, node, called.name);
    return { shape: "data", field, span: reader.spanOf(node), value: toJson(node) };
  },
  list: (reader, field, node, called) => {
    const span = reader.spanOf(node);
    if (node.kind === "scalar" && node.value !== null && field.single === "allowed") return { shape: "list", field, span, items: [readPart(reader, field.of, node, called)] };
    if (node.kind !== "sequence") return reader.hole(wrongKind, node, { what: placeOf(called), expected: "a list", found: foundIn(node) });
    if (node.items.length < (field.min ?? 0)) return reader.hole(wrongKind, node, { what: placeOf(called), expected: `a list of at least ${field.min}`, found: "an empty list" });
    const each: Called = { name: called.name, isItem: true };
    return { shape: "list", field, span, items: node.items.map((item) => readPart(reader, field.of, item, each)) };
  },
  map: (reader, field, node, called) => {
    if (node.kind !== "mapping") return reader.hole(wrongKind, node, { what: placeOf(called), expected: "a mapping", found: foundIn(node) });
    const entries = node.entries
      .filter((entry) => isKeyFree(reader, field, entry))
      .map((entry) => ({ key: { value: entry.name, span: reader.spanOf(entry.key) }, part: readPart(reader, field.of, entry.value, entry) }));
    return { shape: "map", field, span: reader.spanOf(node), entries };
  },
  object: (reader, field, node, called) => {
    if (node.kind !== "mapping") return reader.hole(wrongKind, node, { what: placeOf(called), expected: "a mapping", found: foundIn(node), keys: Object.keys(field.fields) });
    return { shape: "object", field, span: reader.spanOf(node), members: readMembers(reader, field.fields, field.groups ?? [], node, { label: placeOf(called), at: called.key ?? headOf(node), ...(called.isItem === true ? { isItem: true } : {}) }) };
  },
  tagged: (reader, field, node, called) => readTagged(reader, field, node, called),
  either: (reader, field, node, called) => {
    const arms = { scalar: field.scalar, sequence: field.list, mapping: field.map };
    const arm = node.kind === "hole" || (node.kind === "scalar" && node.value === null) ? undefined : arms[node.kind];
    if (arm?.shape === "name" && field.map !== undefined && node.kind === "scalar" && typeof node.value !== "string") return reader.hole(wrongKind, node, { what: placeOf(called), expected: "a mapping or text", found: foundIn(node) });
    if (arm !== undefined) return readPart(reader, arm, node, called);
    const expected = [field.scalar && "a single value", field.list && "a list", field.map && "a mapping"].filter((words) => typeof words === "string").join(" or ");
    return reader.hole(wrongKind, node, { what: placeOf(called), expected, found: foundIn(node) });
  },
};

/** Warns of templates in data that is taken as it is. */
function checkBraces(reader: Reader, node: YamlNode, key: string): void {
  switch (node.kind) {
    case "scalar": return checkPlain(reader, node, key);
    case "sequence": return node.items.forEach((item) => checkBraces(reader, item, key));
    case "mapping": return node.entries.forEach((entry) => checkBraces(reader, entry.value, entry.name));
    case "hole": return;
    default: return unreachable(node, "checkBraces");
  }
}

/** The entry called `name`, or the one that was most likely meant to be: that is reported, and read all the same. */
export function entryCalled(reader: Reader, mapping: YamlMapping, name: string, where: string): YamlEntry | undefined {
  const exact = mapping.entries.find((each) => each.name === name);
  const slip = exact === undefined ? mapping.entries.find((each) => nearest(each.name, [name]) !== undefined) : undefined;
  if (slip !== undefined) reader.say(unknownKey, slip.key, { key: slip.name, where, nearest: name, known: [name] }, { fixes: [{ title: `rename it to '${name}'`, safety: isSlipOf(name, slip.name, [name]) ? "safe" : "unsafe", edits: [{ span: reader.spanOf(slip.key), text: name }] }] });
  return exact ?? slip;
}

function readTagged(reader: Reader, field: FieldOf<"tagged">, node: YamlNode, called: Called): PartOf<"tagged"> | Hole {
  const where = placeOf(called);
  if (node.kind !== "mapping") return reader.hole(wrongKind, node, { what: where, expected: "a mapping", found: foundIn(node) });
  const entry = entryCalled(reader, node, field.tag, where);
  const options = Object.keys(field.variants);
  if (entry === undefined) {
    return node.damaged ? reader.silentHole(node) : reader.hole(missingKey, headOf(node), { keys: [field.tag], where, doc: `one of ${options.join(", ")}` });
  }
  const name = entry.value.kind === "scalar" && typeof entry.value.value === "string" ? entry.value.value : undefined;
  if (name === undefined) return entry.value.kind === "hole" ? reader.silentHole(node) : reader.hole(wrongKind, entry.value, { what: `'${field.tag}'`, expected: "text", found: foundIn(entry.value) });
  const near = options.includes(name) ? undefined : nearest(name, options);
  const meant = near ?? name;
  const variant = Object.hasOwn(field.variants, meant) ? field.variants[meant] : undefined;
  if (variant === undefined || near !== undefined) reader.say(badChoice, entry.value, { key: field.tag, value: name, options, nearest: near }, { fixes: near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span: reader.spanOf(entry.value), text: near }] }] });
  if (variant === undefined) return reader.silentHole(node);
  const members = readMembers(reader, variant.fields, [], node, { label: called.isItem ? `the '${meant}' entry of '${called.name}'` : where, at: entry.value, besides: [entry.name] });
  return { shape: "tagged", field, span: reader.spanOf(node), tag: { value: meant, span: reader.spanOf(entry.value) }, members };
}

/** Beyond so many unknown keys in one object we no longer guess what each was meant for. */
const mostGuesses = 100;

/** Reports a key nobody declared, and says which key that is not there it was most likely meant for. */
function reportStranger(reader: Reader, names: ReadonlyMap<string, string>, members: Members, entry: YamlEntry, place: ObjectPlace): string | undefined {
  const free = [...names].filter(([, name]) => members[name] === undefined).map(([spelling]) => spelling);
  const near = nearest(entry.name, free);
  const meant = near ?? keyElsewhere(entry.name, free);
  if (meant === undefined && place.stranger?.(reader, entry, place.label) === true) return undefined;
  return reportUnknown(reader, names, entry, place, meant ?? wordedAlike(entry.name, free));
}

function reportUnknown(reader: Reader, names: ReadonlyMap<string, string>, entry: YamlEntry, place: ObjectPlace, near: string | undefined): string | undefined {
  // An older spelling may count in another unit, so it is not renamed to without asking.
  const isSafe = near !== undefined && names.get(near) === near && isSlipOf(near, entry.name, names.keys());
  const fixes = near === undefined ? [] : [{ title: `rename it to '${near}'`, safety: isSafe ? "safe" as const : "unsafe" as const, edits: [{ span: reader.spanOf(entry.key), text: near }] }];
  reader.say(unknownKey, entry.key, { key: entry.name, where: place.label, nearest: near, known: [...new Set(names.values())] }, { fixes });
  return near === undefined ? undefined : names.get(near);
}

/** The one key that has all words of `word`, or all of whose words `word` has: `max` for `max_usd`, `tool_name` for `tool`. */
function wordedAlike(word: string, keys: readonly string[]): string | undefined {
  const holds = (whole: string, part: string): boolean => part.split("_").every((each) => whole.split("_").includes(each));
  const alike = keys.filter((key) => holds(key, word) || holds(word, key));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Keys that say the same thing cannot stand side by side. */
function checkTogether(reader: Reader, groups: readonly Group[], members: Members, place: ObjectPlace): void {
  for (const { rule, keys } of groups) {
    if (rule === "some" || countIn(members, keys) < 2) continue;
    const present = keys.filter((key) => members[key] !== undefined);
    const [first, second] = present.map((key) => members[key]) as [Member, Member];
    reader.sayAt(mutuallyExclusive, second.key.span, { keys: present, where: place.label }, { related: [{ span: first.key.span, message: `'${first.key.value}' stands here` }] });
  }
}

function countIn(members: Members, keys: readonly string[]): number {
  let count = 0;
  for (const key of keys) if (members[key] !== undefined) count += 1;
  return count;
}

function checkPresence(reader: Reader, required: Declared["required"], groups: readonly Group[], members: Members, place: ObjectPlace): void {
  const { at, label: where } = place;
  for (const [name, { doc }] of required) {
    if (members[name] === undefined) reader.say(missingKey, at, { keys: [name], where, doc });
  }
  for (const { rule, keys } of groups) {
    if (rule !== "at-most-one" && countIn(members, keys) === 0) reader.say(missingKey, at, { keys, where });
  }
}

/** Reports a key that a map cannot have. Where no format is wanted, keys name things that are declared elsewhere. */
function isKeyFree(reader: Reader, field: FieldOf<"map">, { key, name }: YamlEntry): boolean {
  if (!(areGiven(field.keys) ? checkReserved : checkForbidden)(reader, key, name)) return false;
  if (field.keys === undefined) return true;
  const rule = formatRule(field.keys);
  if (rule.fits(name)) return true;
  reader.say(badId, key, { what: "key", value: name, rule: rule.broken });
  return false;
}

/** The first key of a mapping: where to point when something is missing in it. */
function headOf(node: YamlMapping): Range {
  return node.entries[0]?.key ?? node;
}

/** What a declaration says of the keys of an object. */
interface Declared {
  /** From every spelling of a key to its canonical name. */
  readonly names: ReadonlyMap<string, string>;
  /** Those that must be there. */
  readonly required: readonly (readonly [name: string, field: Field])[];
  /** Lists of items that are tried in order, and the keys beside them that say what holds where none does. */
  readonly rests: readonly (readonly [list: string, key: string])[];
}

const declared = new WeakMap<Fields, Declared>();

/** Declarations do not change, so each answer is kept. */
function declaredBy(fields: Fields): Declared {
  const known = declared.get(fields);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const [name, field] of Object.entries(fields)) {
    for (const spelling of [name, ...(field.aliases ?? []), ...(field.shape === "duration" ? Object.keys(field.units ?? {}) : [])]) {
      if (names.has(spelling) && spelling !== name) throw new Bug(`two fields are spelled '${spelling}'`);
      names.set(spelling, name);
    }
  }
  const found = { names, required: Object.entries(fields).filter(([, field]) => field.optional === undefined), rests: Object.entries(fields).flatMap(([name, field]) => (field.shape === "list" && field.rest !== undefined ? [[name, field.rest] as const] : [])) };
  declared.set(fields, found);
  return found;
}
