import type { ProjectView, YamlNode, YamlScalar } from "../../compiler/index.ts";
import { features } from "../../schemas/feature.ts";
import type { Field, Group } from "../../schemas/field.ts";
import { describeShape, groupNote, spelled } from "../../schemas/generate/field-table.ts";
import type { Json } from "../../schemas/json.ts";
import type { Declared, Variant } from "../declared.ts";
import type { Markup } from "../markup.ts";
import { nameSpaceOf, valueParagraphs } from "./values.ts";

/** What is said of the key or the value of an entry, and which of them it is. */
export interface KeyPage {
  readonly at: YamlScalar;
  readonly paragraphs: readonly (string | undefined)[];
}

/** What the language declares of the key, or the plain value, at an offset. */
export function keyPage(declared: Declared | undefined, offset: number, project: ProjectView, markup: Markup): KeyPage | undefined {
  const { step, key, field } = declared ?? {};
  if (step?.kind === "item" && field !== undefined) return itemPage(step.item, field, project, markup);
  if (declared === undefined || step?.kind !== "entry" || key === undefined || field === undefined) return undefined;
  const { entry } = step;
  const at = [entry.key, ...(isChosen(field) ? [entry.value] : [])].find(({ start, end }) => start <= offset && offset <= end && start < end);
  if (at?.kind !== "scalar" || at.alias !== undefined) return undefined;
  const variant = at === entry.value && typeof at.value === "string" && Object.hasOwn(declared.variants ?? {}, at.value) ? declared.variants?.[at.value] : undefined;
  if (variant !== undefined) return { at, paragraphs: variantParagraphs(key, String(at.value), variant, markup) };
  const of = at === entry.value ? nameSpaceOf(field) : undefined;
  const named = of === undefined ? [] : valueParagraphs(of, String(at.value), project, markup);
  return { at, paragraphs: [...named, ...fieldParagraphs(declared.groups, key, field, markup)] };
}

/** What is known of a name in a list of them. */
function itemPage(item: YamlNode, field: Field, project: ProjectView, markup: Markup): KeyPage | undefined {
  const of = nameSpaceOf(field);
  if (of === undefined || item.kind !== "scalar" || item.alias !== undefined) return undefined;
  return { at: item, paragraphs: [...valueParagraphs(of, String(item.value), project, markup), markup.doc(field.doc)] };
}

/** Whether a value is one of those that the language lists or measures, and no text of the author's. */
function isChosen(field: Field): boolean {
  const { shape } = field;
  return shape === "choice" || shape === "flag" || shape === "integer" || shape === "number" || shape === "duration" || nameSpaceOf(field) !== undefined;
}

/** What is declared of a key; `groups` are those that it belongs to. */
export function fieldParagraphs(groups: readonly Group[], key: string, field: Field, markup: Markup): KeyPage["paragraphs"] {
  const presence = field.default !== undefined ? `Without it: ${markup.code(written(field.default))}.` : field.optional === undefined ? "Required." : "";
  const needs = [...(field.needs === undefined ? [] : [field.needs]), ...(field.shape === "choice" ? Object.values(field.wants ?? {}) : [])];
  return [
    markup.block(`${key}: ${describeShape(field).replaceAll("`", "")}`),
    markup.doc(field.doc),
    markup.doc([presence, ...groups.map(groupNote), spelled(field)].filter((each) => each !== "").join(" ")),
    ...needs.map((feature) => markup.doc(`It needs a runtime that has ${features[feature]}; one that has not refuses the workflow before it starts.`)),
  ];
}

/** What is declared of one of the things that an object may be. */
export function variantParagraphs(tag: string, name: string, { title, since, doc, fields, groups, aliases }: Variant, markup: Markup): KeyPage["paragraphs"] {
  const required = Object.entries(fields).filter(([, field]) => field.optional === undefined).map(([key]) => key);
  const others = Object.keys(fields).filter((key) => !required.includes(key));
  const listed = (label: string, names: readonly string[]): string | undefined => (names.length === 0 ? undefined : `${label}: ${names.map(markup.code).join(", ")}.`);
  return [
    markup.block(`${tag}: ${name}`),
    title === undefined ? undefined : `${markup.strong(title)}${since === undefined ? "" : `, since ${since}`}`,
    markup.doc(doc),
    listed("It must have", required),
    ...(groups ?? []).map((group) => markup.doc(groupNote(group))),
    listed("It may have", others),
    aliases === undefined ? undefined : listed("Also called", aliases),
  ];
}

function written(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
