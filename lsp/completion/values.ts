import type { Field, FieldOf } from "../../schemas/field.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import { valuesAt } from "../tool-schema.ts";
import type { Around } from "./around.ts";
import type { Candidate } from "./candidate.ts";
import { argumentAt, stateKeys, type Known } from "./document-names.ts";
import { layoutAt } from "./keys.ts";
import { namesOf } from "./names.ts";
import { foldShape, keyTables, scalarFields, variantNames, type Place, type ShapeFold } from "./place.ts";
import { wantedKeys, waysOn, wordSnippet } from "./snippet.ts";
import { targetCandidates } from "./targets.ts";
import { textCandidates } from "./texts.ts";

/** The values that may stand at the cursor, in a place of which `place` says what it holds. Code in texts is not among them. */
export function valueCandidates(snapshot: Snapshot, cursor: Cursor, place: Place, around: Around): readonly Candidate[] {
  if (place.isTag) return place.field.shape === "tagged" ? variantWords(cursor, place.field, place) : [];
  const argument = argumentValues(snapshot, cursor, place);
  return argument ?? [...scalarFields(place.field).flatMap((field) => scalarCandidates(snapshot, cursor, { ...place, field }, around)), ...brackets(cursor, place.field)];
}

/** The words that a tag may hold, each with the keys that it wants. */
function variantWords(cursor: Cursor, field: FieldOf<"tagged">, { trail, owner }: Place): readonly Candidate[] {
  const beside = owner?.beside() ?? [];
  const written = new Set(beside.map(({ name }) => name));
  return variantNames(field).map((name) => {
    const { fields = {}, doc = "" } = field.variants[name] ?? {};
    const [table] = keyTables({ field, trail }, [{ name: field.tag, value: name }]);
    // Where some of the keys of another variant are there already, the author changes one word.
    const isNew = [...written].every((key) => key === field.tag || !Object.hasOwn(fields, key)) && cursor.style === "plain";
    const keys = isNew ? [...wantedKeys(fields, table?.groups ?? [], written), ...waysOn(fields).filter((key) => !written.has(key))] : [];
    const word: Candidate = { label: name, kind: "node-type", rank: 0, detail: doc, doc: { of: "variant", trail, name } };
    return keys.length === 0 ? word : { ...word, snippet: wordSnippet(name, fields, keys, layoutAt(cursor)) };
  });
}

function scalarCandidates(snapshot: Snapshot, cursor: Cursor, place: Place, around: Around): readonly Candidate[] {
  const { field } = place;
  const choices = (options: readonly string[], kind: Candidate["kind"] = "choice"): readonly Candidate[] =>
    options.map((label) => ({ label, kind, rank: 1, ...(String(field.default) === label ? { detail: "the default" } : {}) }));
  const preset = (): readonly Candidate[] => (field.default === undefined || typeof field.default === "object" ? [] : choices([String(field.default)], "value"));
  const fold: ShapeFold<readonly Candidate[]> = {
    text: (text) => textCandidates(text, snapshot, cursor, around),
    name: ({ of }) => namesOf(of, snapshot, place.owner),
    integer: preset,
    number: preset,
    flag: () => choices(["true", "false"]),
    choice: ({ options }) => choices(options),
    duration: () => choices(["500ms", "30s", "5m", "1h", "24h", "7d"], "value"),
    template: () => [],
    expression: () => [],
    target: ({ words, edge }) => [
      ...targetCandidates(snapshot, cursor, edge),
      ...Object.entries(words ?? {}).map(([label, detail]): Candidate => ({ label, kind: "keyword", rank: 2, detail })),
    ],
    stateKey: () => known(stateKeys(snapshot), "state", 1),
    // The state is a mapping, and so is what has keys already.
    type: ({ as }) => (as === "record" || (cursor.role === "either" && cursor.beside().length > 0) ? [] : typeWords(cursor)),
    value: () => stateTexts(snapshot, cursor),
    data: () => [],
    list: () => [],
    map: () => [],
    object: () => [],
    tagged: () => [],
    either: () => [],
  };
  return foldShape(fold, field);
}

function known(names: readonly Known[], kind: Candidate["kind"], rank: number): readonly Candidate[] {
  return names.map(({ name, detail }) => ({ label: name, kind, rank, ...(detail === "" ? {} : { detail }) }));
}

/** What a value that wants more than one text begins with, on the line of its key. */
function brackets(cursor: Cursor, field: Field): readonly Candidate[] {
  if (cursor.style !== "plain" || cursor.start !== cursor.end) return [];
  const isList = field.shape === "list" || (field.shape === "either" && field.list !== undefined);
  if (cursor.role === "either") return isList && !cursor.isFlow ? [{ label: "-", kind: "snippet", rank: 3, insert: "- ", detail: "one more item" }] : [];
  return isList ? [{ label: "[]", kind: "snippet", rank: 3, snippet: "[${1}]", detail: "a list on this line" }] : [];
}

const typeNames = ["str", "int", "float", "bool", "any", "list[str]", "dict[str, any]", "str?"] as const;
const schemaTypes = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;

function typeWords({ path, isFlow }: Cursor): readonly Candidate[] {
  const last = path.at(-1);
  const isSchema = last?.kind === "key" && last.name === "type";
  const words = (labels: readonly string[], rank: number): readonly Candidate[] => labels.map((label) => ({ label, kind: "type", rank, ...(isFlow && /[[\]?]/.test(label) ? { insert: `"${label}"` } : {}) }));
  return [...(isSchema ? words(schemaTypes, 0) : []), ...words(typeNames, 1), { label: "Literal[…]", filter: "Literal", kind: "type", rank: 2, insert: 'Literal[""]', snippet: 'Literal["${1}"]', detail: "one of these texts" }];
}

/** What a part of the arguments of a locked tool may be, where its schema lists that, and what the state has; undefined where the place is no such part. */
function argumentValues(snapshot: Snapshot, cursor: Cursor, place: Place): readonly Candidate[] | undefined {
  const here = place.field.shape === "value" ? argumentAt(snapshot, cursor, place) : undefined;
  return here && [...valuesAt(here.tool, here.path).map((value): Candidate => ({ label: String(value), kind: "choice", rank: 1 })), ...stateTexts(snapshot, cursor)];
}

/** Behind a key of data with templates in it: each key of the state as the whole text, which keeps its type. */
function stateTexts(snapshot: Snapshot, cursor: Cursor): readonly Candidate[] {
  if (cursor.role === "either" || cursor.style !== "plain") return [];
  return stateKeys(snapshot).map(({ name, detail }) => ({ label: `{{ state.${name} }}`, kind: "state", rank: 2, insert: `"{{ state.${name} }}"`, filter: name, detail }));
}
