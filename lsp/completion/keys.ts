import type { Field, FieldOf } from "../../schemas/field.ts";
import { describeShape } from "../../schemas/generate/field-table.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Candidate } from "./candidate.ts";
import { stateKeys } from "./document-names.ts";
import { argumentKeys, childKeys, resultKeys, unmetTargets, undeclaredKeys } from "./free-keys.ts";
import { canonical, keyTables, variantNames, variantsOf, type KeyTable, type Place } from "./place.ts";
import { keySnippet, variantSnippet, wantedKeys, waysOn, type Layout } from "./snippet.ts";

/** The keys that may stand at the cursor, in a mapping of which `place` says what it is. */
export function keyCandidates(snapshot: Snapshot, cursor: Cursor, place: Place): readonly Candidate[] {
  if (place.isTag) return [];
  const beside = cursor.beside();
  const tables = keyTables(place, beside);
  const { field } = place;
  const tagged = taggedIn(place);
  const isChosen = tagged === undefined || variantsOf(tagged, beside).length === 1;
  const tag = tagged === undefined || beside.some(({ name }) => name === tagged.tag && !isOwn(cursor, name)) ? [] : [tagCandidate(tagged, cursor, place)];
  const common = tagged === undefined ? nothingCommon : commonIn(tagged);
  const declared = tables.flatMap((table) => tableCandidates(table, cursor, isChosen, common));
  return [...tag, ...declared, ...(field.shape === "map" || field.shape === "type" || field.shape === "value" ? freeKeys(snapshot, cursor, place) : [])];
}

/** How lines that follow the cursor's are laid out. */
export function layoutAt({ column, lineColumn, isFlow }: Cursor): Layout {
  return { pad: " ".repeat(Math.max(0, column - lineColumn)), isFlow };
}

function taggedIn({ field }: Place): FieldOf<"tagged"> | undefined {
  const inner = field.shape === "either" ? field.map : field;
  return inner?.shape === "tagged" ? inner : undefined;
}

function tagCandidate({ tag, doc }: FieldOf<"tagged">, cursor: Cursor, { trail }: Place): Candidate {
  return { label: tag, kind: "key", rank: 0, detail: "decides on the other keys", doc: { of: "tag", trail, name: tag }, ...written(tag, { doc, shape: "choice", options: [] }, cursor, `${tag}: `) };
}

const nothingCommon: ReadonlySet<Field> = new Set();

/** What nearly every variant has says nothing of the one that it is: nobody looks for it first. */
function commonIn({ variants }: FieldOf<"tagged">): ReadonlySet<Field> {
  const all = Object.values(variants).map(({ fields }) => Object.values(fields));
  const counts = new Map<Field, number>();
  for (const field of all.flat()) counts.set(field, (counts.get(field) ?? 0) + 1);
  return new Set([...counts].flatMap(([field, count]) => (count > 1 && count >= all.length * 0.75 ? [field] : [])));
}

function tableCandidates({ fields, groups, trail }: KeyTable, cursor: Cursor, isChosen: boolean, common: ReadonlySet<Field>): readonly Candidate[] {
  const entries = cursor.beside();
  const present = new Set(entries.flatMap(({ name }) => (isOwn(cursor, name) ? [] : (canonical(fields, name) ?? []))));
  const wanted = new Set(wantedKeys(fields, groups, present));
  const ways = new Set(waysOn(fields));
  const excluded = new Set(groups.flatMap(({ rule, keys }) => (rule !== "some" && keys.some((key) => present.has(key)) ? keys : [])));
  return Object.entries(fields).flatMap(([name, field]): readonly Candidate[] => {
    if (present.has(name)) return [];
    const isWanted = isChosen && wanted.has(name);
    const rank = excluded.has(name) ? 5 : isChosen && (isWanted || ways.has(name)) ? 1 : isChosen ? (common.has(field) ? 3 : 2) : 4;
    const detail = `${isWanted ? "required: " : ""}${describeShape(field).replaceAll("`", "")}`;
    return [{ label: name, kind: "key", rank, detail, doc: { of: "field", trail: [...trail, name] }, ...written(name, field, cursor, keySnippet(name, field, layoutAt(cursor))) }];
  });
}

/** Whether a key is the one that the cursor stands in. */
function isOwn(cursor: Cursor, name: string): boolean {
  return cursor.hasColon && cursor.read().text === name;
}

/** What is inserted for a key: with its colon, where there is none yet. */
function written(name: string, field: Field, cursor: Cursor, snippet: string): Pick<Candidate, "insert" | "snippet"> {
  if (cursor.hasColon) return { insert: name };
  const isNested = field.shape === "object" || field.shape === "map" || field.shape === "tagged" || field.shape === "list";
  return { insert: isNested && !cursor.isFlow ? `${name}:` : `${name}: `, snippet };
}

/** Keys whose names the author gives, where something says which ones are meant. */
function freeKeys(snapshot: Snapshot, cursor: Cursor, place: Place): readonly Candidate[] {
  const { field } = place;
  const present = new Set(cursor.beside().map(({ name }) => name));
  const named = (label: string, kind: Candidate["kind"], rank: number, more: Partial<Candidate> = {}): readonly Candidate[] =>
    present.has(label) && !isOwn(cursor, label) ? [] : [{ label, kind, rank, ...(cursor.hasColon ? { insert: label } : { insert: `${label}: ` }), ...more }];
  const ofArguments = argumentKeys(snapshot, cursor, place).flatMap(({ name, detail, isRequired, doc }) => named(name, "field", isRequired ? 0 : 1, { detail, doc }));
  if (field.shape === "value") return ofArguments;
  if (field.shape === "type") return undeclaredKeys(snapshot, place).flatMap((key) => named(key, "state", 1, { detail: "read or written, and not declared" }));
  if (field.shape !== "map") return [];
  const { of } = field;
  if (of.shape === "tagged") return [...unmetTargets(snapshot, field).flatMap((id) => named(id, "node", 0, { detail: "a node that others lead to", ...(cursor.hasColon ? {} : { snippet: keySnippet(id, of, layoutAt(cursor)) }) })), ...(cursor.hasColon ? [] : entriesOf(of, cursor, place))];
  return [
    ...ofArguments,
    ...childKeys(snapshot, place).flatMap(({ name, detail }) => named(name, "state", 1, { detail })),
    ...resultKeys(snapshot, cursor, place).flatMap(({ name, detail }) => named(name, "field", 1, { detail })),
    ...(field.keys === "header" ? commonHeaders.flatMap((name) => named(name, "value", 1)) : []),
    ...(of.shape === "type" ? stateKeys(snapshot).flatMap(({ name, detail }) => named(name, "state", 2, { detail })) : []),
  ];
}

const commonHeaders = ["Accept", "Accept-Language", "Authorization", "Content-Type", "User-Agent"] as const;

/** New entries of a map, one for each variant that they may have. */
function entriesOf(field: FieldOf<"tagged">, cursor: Cursor, { trail }: Place): readonly Candidate[] {
  const layout = layoutAt(cursor);
  return variantNames(field).map((name) => {
    const { fields = {}, doc = "" } = field.variants[name] ?? {};
    const [table] = keyTables({ field, trail: [...trail, "*"] }, [{ name: field.tag, value: name }]);
    const keys = [...wantedKeys(fields, table?.groups ?? [], new Set()), ...waysOn(fields)];
    return {
      label: name,
      kind: "snippet",
      rank: 3,
      detail: doc,
      doc: { of: "variant", trail: [...trail, "*"], name },
      insert: `${name}:${layout.isFlow ? ` {${field.tag}: ${name}}` : `\n${layout.pad}  ${field.tag}: ${name}`}`,
      snippet: variantSnippet(field, name, { name: undefined, keys }, layout),
    };
  });
}
