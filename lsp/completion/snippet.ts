import type { Field, FieldOf, Fields, Group } from "../../schemas/field.ts";
import { foldShape, variantNames, type ShapeFold } from "./place.ts";

/** How the lines of a snippet are laid out. */
export interface Layout {
  /** In front of each further line, counted from the indentation of the line of the cursor. */
  readonly pad: string;
  readonly isFlow: boolean;
}

/** The stops of one snippet, in the order in which an author jumps through them. */
interface Stops {
  /** A stop with a text that typing replaces, if there is one. */
  readonly next: (text?: string) => string;
  readonly choice: (options: readonly string[]) => string;
}

function stops(): Stops {
  let count = 0;
  return {
    next: (text) => {
      count += 1;
      return text === undefined ? `\${${count}}` : `\${${count}:${escaped(text)}}`;
    },
    choice: (options) => {
      count += 1;
      return `\${${count}|${options.map((option) => escaped(option).replace(/[,|]/g, "\\$&")).join(",")}|}`;
    },
  };
}

/** Text as snippets write it. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A key with the beginning of a value of the right shape. */
export function keySnippet(name: string, field: Field, layout: Layout): string {
  return `${escaped(name)}:${behindKey(field, layout, stops())}`;
}

/** What follows a word, and the keys that are wanted beside it, such as those of a type of node. */
export function wordSnippet(word: string, fields: Fields, keys: readonly string[], layout: Layout): string {
  const at = stops();
  return escaped(word) + keys.map((key) => entry(key, fields, layout, at)).join("");
}

/** An entry of a map whose variant is chosen: its name, the tag and all that the variant wants. */
export function variantSnippet(field: FieldOf<"tagged">, variant: string, { name, keys }: { readonly name: string | undefined; readonly keys: readonly string[] }, layout: Layout): string {
  const at = stops();
  const fields = field.variants[variant]?.fields ?? {};
  if (layout.isFlow) return `${name ?? at.next("name")}: {${[`${field.tag}: ${variant}`, ...keys.map((key) => `${key}:${behindKey(fields[key] as Field, layout, at)}`)].join(", ")}}`;
  const inner = { ...layout, pad: `${layout.pad}  ` };
  return `${name ?? at.next("name")}:\n${inner.pad}${field.tag}: ${escaped(variant)}${keys.map((key) => entry(key, fields, inner, at)).join("")}`;
}

function entry(key: string, fields: Fields, layout: Layout, at: Stops): string {
  const field = fields[key];
  if (field === undefined) return "";
  return `${layout.isFlow ? ", " : `\n${layout.pad}`}${escaped(key)}:${behindKey(field, layout, at)}`;
}

/** The keys that must be there and are not: of a group of which one is wanted, the first. */
export function wantedKeys(fields: Fields, groups: readonly Group[], written: ReadonlySet<string>): readonly string[] {
  const inGroups = new Set(groups.flatMap(({ keys }) => keys));
  const unmet = groups.filter(({ rule, keys }) => rule !== "at-most-one" && !keys.some((key) => written.has(key)));
  const first = new Set(unmet.flatMap(({ keys }) => keys.slice(0, 1)));
  return Object.keys(fields).filter((name) => !written.has(name) && (first.has(name) || (!inGroups.has(name) && fields[name]?.optional === undefined)));
}

/** The keys by which control goes on; nothing demands one of them, and hardly any node is without. */
export function waysOn(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const field = fields[name];
    return field?.shape === "either" && field.scalar?.shape === "target" && field.scalar.edge === "next";
  });
}

function behindKey(field: Field, layout: Layout, at: Stops): string {
  const inner: Layout = { ...layout, pad: `${layout.pad}  ` };
  const plain = (): string => ` ${at.next(written(field))}`;
  const quoted = (): string => ` "${at.next()}"`;
  const nested = (text: string): string => (layout.isFlow ? ` {${text}}` : `\n${inner.pad}${text}`);
  const keysOf = (fields: Fields, groups: readonly Group[] = []): string => {
    const keys = wantedKeys(fields, groups, new Set());
    return keys.length === 0 ? at.next() : keys.map((key) => `${key}:${behindKey(fields[key] as Field, inner, at)}`).join(layout.isFlow ? ", " : `\n${inner.pad}`);
  };
  const fold: ShapeFold<string> = {
    text: plain,
    name: plain,
    integer: plain,
    number: plain,
    flag: () => ` ${at.choice(field.default === true ? ["true", "false"] : ["false", "true"])}`,
    choice: ({ options }) => ` ${at.choice(options)}`,
    duration: () => ` ${at.next("30s")}`,
    template: quoted,
    expression: quoted,
    target: plain,
    stateKey: plain,
    type: ({ as }) => (as === "record" ? nested(at.next()) : plain()),
    value: plain,
    data: plain,
    list: (list) => {
      if (layout.isFlow) return ` [${at.next()}]`;
      return `\n${inner.pad}- ${itemText(list.of, { ...inner, pad: `${inner.pad}  ` }, at)}`;
    },
    map: ({ of }) => nested(`${at.next("name")}:${behindKey(of, inner, at)}`),
    object: ({ fields, groups }) => nested(keysOf(fields, groups)),
    tagged: (tagged) => nested(tagText(tagged, inner, at)),
    either: ({ scalar, list, map }) => behindKey(scalar ?? list ?? (map as Field), layout, at),
  };
  return foldShape(fold, field);
}

/** What stands behind the dash of an item. */
function itemText(field: Field, layout: Layout, at: Stops): string {
  switch (field.shape) {
    case "object": {
      const keys = wantedKeys(field.fields, field.groups ?? [], new Set());
      return keys.length === 0 ? at.next() : keys.map((key) => `${key}:${behindKey(field.fields[key] as Field, layout, at)}`).join(`\n${layout.pad}`);
    }
    case "tagged": return tagText(field, layout, at);
    case "template": case "expression": return `"${at.next()}"`;
    default: return at.next();
  }
}

/** The tag and what its variant must have: any variant where that is the same for all, and else the first with its keys. */
function tagText({ tag, variants, ...tagged }: FieldOf<"tagged">, layout: Layout, at: Stops): string {
  const wanted = Object.entries(variants).map(([name, { fields }]) => ({ name, fields, keys: wantedKeys(fields, [], new Set()) }));
  const [first] = wanted;
  if (first === undefined || wanted.every(({ keys }) => keys.length === 0)) return `${tag}: ${at.choice(variantNames({ tag, variants, ...tagged }))}`;
  const entries = [`${tag}: ${escaped(first.name)}`, ...first.keys.map((key) => `${escaped(key)}:${behindKey(first.fields[key] as Field, layout, at)}`)];
  return entries.join(layout.isFlow ? ", " : `\n${layout.pad}`);
}

function written(field: Field): string | undefined {
  const { default: preset } = field;
  if (field.shape === "text" && field.format === "semver") return "0.1.0";
  if (field.shape === "integer" && field.min !== undefined && field.min === field.max) return String(field.min);
  return preset === undefined || preset === null || typeof preset === "object" ? undefined : String(preset);
}
