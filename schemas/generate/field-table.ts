import { unreachable } from "../bug.ts";
import type { Feature } from "../feature.ts";
import type { Field, FieldOf, Fields, Group, Shape, TextFormat } from "../field.ts";
import type { Json } from "../json.ts";
import { code, table } from "./markdown.ts";

/** A table of keys, nested ones by their path: `conditions[].if`. `supported` says what this version's runtime enforces. */
export function fieldTable(fields: Fields, supported: ReadonlySet<Feature>): string {
  return table(["Key", "Value", "Default", "Meaning"], rowsOf(fields, "", supported));
}

/** What the groups of an object demand, as a list; nothing if there are none. */
export function groupNotes(groups: readonly Group[] | undefined): string {
  return (groups ?? []).map((group) => `- ${groupNote(group)}`).join("\n");
}

/** What a group demands, as a sentence. */
export function groupNote({ rule, keys }: Group): string {
  const words = { one: "Exactly one of", some: "At least one of", "at-most-one": "At most one of" } as const;
  return `${words[rule]} ${keys.map(code).join(", ")}.`;
}

/** A field's value in words. */
export function describeShape(field: Field): string {
  // The table pairs each shape with words for that very shape; TypeScript cannot follow the pairing through an index.
  const words = shapeWords[field.shape] as (field: Field) => string;
  return words(field);
}

type Row = readonly [key: string, value: string, preset: string, meaning: string];

function rowsOf(fields: Fields, prefix: string, supported: ReadonlySet<Feature>): readonly Row[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = `${prefix}${name}`;
    const wants = field.optional === undefined ? "**required**" : field.default === undefined ? "" : code(written(field.default));
    const row: Row = [code(key), describeShape(field), wants, [field.doc, spelled(field), refused(field, supported)].filter((part) => part !== "").join(" ")];
    return [row, ...nestedRows(field, key, supported)];
  });
}

function nestedRows(field: Field, key: string, supported: ReadonlySet<Feature>): readonly Row[] {
  switch (field.shape) {
    case "object": return rowsOf(field.fields, `${key}.`, supported);
    case "list": return nestedRows(field.of, `${key}[]`, supported);
    case "map": return nestedRows(field.of, `${key}.<name>`, supported);
    case "either": return [field.map, field.list].flatMap((arm) => (arm === undefined ? [] : nestedRows(arm, key, supported)));
    case "tagged":
      return Object.entries(field.variants).flatMap(([name, variant]) => [
        [code(`${key} ${field.tag}: ${name}`), "a mapping", "", variant.doc] as const,
        ...rowsOf(variant.fields, `${key}.`, supported),
      ]);
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "value": case "data":
      return [];
    default: return unreachable(field, "nestedRows");
  }
}

const shapeWords: { readonly [S in Shape]: (field: FieldOf<S>) => string } = {
  text: ({ format }) => (format === undefined ? "text" : formatWords[format]),
  name: ({ of }) => ({ server: "an MCP server", tool: "a tool", offeredTool: "a tool as `server.tool`", agentTool: "a tool", model: "a model", retryPolicy: "a retry policy", failure: "a failure class or HTTP status" })[of],
  integer: (field) => `a whole number${range(field)}`,
  number: (field) => `a number${range(field)}`,
  flag: () => "`true` or `false`",
  choice: ({ options }) => options.map(code).join(", "),
  duration: () => "a duration",
  template: () => "a template",
  expression: ({ as }) => (as === "condition" ? "a condition" : "an expression"),
  target: ({ words }) => ["a node", ...Object.keys(words ?? {}).map(code)].join(" or "),
  stateKey: () => "a state key",
  type: ({ as }) => (as === "record" ? "keys and their types" : "a type"),
  value: () => "any data, with templates",
  data: () => "any data",
  list: ({ of, single }) => `${single === undefined ? "" : `${describeShape(of)}, or `}a list of ${plural(describeShape(of))}`,
  map: ({ of }) => `a mapping from name to ${describeShape(of)}`,
  object: () => "a mapping",
  tagged: () => "a mapping",
  either: ({ scalar, list, map }) => [scalar, list, map].filter((arm) => arm !== undefined).map(describeShape).join(", or "),
};

const formatWords: { readonly [F in TextFormat]: string } = {
  slug: "a slug", semver: "a semantic version", identifier: "an identifier", path: "a path", url: "an address", host: "a host", date: "a date", glob: "a glob", scope: "an OAuth scope", module: "a module", functions: "a module", statePath: "a JSONPath into the state", secret: "a secret as `${NAME}`", header: "the name of a header",
};

function range(field: { readonly min?: number; readonly max?: number; readonly above?: number }): string {
  if (field.min !== undefined && field.max !== undefined) return ` from ${field.min} to ${field.max}`;
  if (field.min !== undefined) return `, at least ${field.min}`;
  if (field.above !== undefined) return `, more than ${field.above}`;
  return field.max === undefined ? "" : `, at most ${field.max}`;
}

function plural(words: string): string {
  const [, noun] = /^an? (.+)$/.exec(words) ?? [];
  if (noun === undefined) return words === "text" ? "texts" : words;
  const [head, ...rest] = noun.split(/(?= or | as |, )/);
  return [head === "slug" || !/s$/.test(head as string) ? `${(head as string).replace(/(?<![aeo])y$/, "ie")}s` : head, ...rest].join("");
}

/** The other spellings of a key, as a sentence; empty where it has none. */
export function spelled(field: Field): string {
  const names = [...(field.aliases ?? []), ...(field.shape === "duration" ? Object.keys(field.units ?? {}) : [])];
  return names.length === 0 ? "" : `Also spelled ${names.map(code).join(", ")}.`;
}

function refused(field: Field, supported: ReadonlySet<Feature>): string {
  const options = field.shape === "choice" ? Object.entries(field.wants ?? {}).filter(([, feature]) => !supported.has(feature)).map(([option]) => code(option)) : [];
  if (field.needs !== undefined && !supported.has(field.needs)) return "_Checked, and refused by `run` in this version._";
  return options.length === 0 ? "" : `_${options.join(", ")}: checked, and refused by \`run\` in this version._`;
}

function written(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
