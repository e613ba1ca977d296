import type { Field, FieldOf, Fields, Group, Shape } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";

/** Two valid values of a field that mean different things, as an author might write them. */
export type Pair = readonly [one: Json, other: Json];

/** A field, or a part of one, by its path, with two values of the whole field that differ in that part alone. */
export interface Variation {
  readonly path: string;
  readonly values: Pair;
}

/** One valid value of a field. Names point at what the documents of the tests declare. */
export function sampleOf(field: Field): Json {
  return variationsOf(field, "")[0]?.values[0] as Json;
}

/** An object with every key that must be there, those of `wanted`, and of keys that depend on each other the first. */
export function sampleObject(fields: Fields, groups: readonly Group[] = [], wanted: readonly string[] = []): JsonObject {
  const chosen = groups.filter(({ rule, keys }) => rule !== "at-most-one" && !keys.some((key) => wanted.includes(key))).map(({ keys }) => keys[0] as string);
  const names = Object.entries(fields).filter(([name, field]) => field.optional === undefined || wanted.includes(name) || chosen.includes(name));
  return Object.fromEntries(names.map(([name, field]) => [name, sampleOf(field)]));
}

/** The parts of a field down to its leaves, each with two values. */
export function variationsOf(field: Field, path: string): readonly Variation[] {
  // The table pairs each shape with variations of that very shape; TypeScript cannot follow the pairing through an index.
  const vary = variations[field.shape] as (field: Field, path: string) => readonly Variation[];
  return vary(field, path);
}

type Vary<S extends Shape> = (field: FieldOf<S>, path: string) => readonly Variation[];
const leaf = (path: string, values: Pair): readonly Variation[] => [{ path, values }];

const variations: { readonly [S in Shape]: Vary<S> } = {
  text: ({ format }, path) => leaf(path, format === undefined ? ["some text", "other text"] : texts[format]),
  name: ({ of }, path) => leaf(path, names[of]),
  integer: ({ min }, path) => leaf(path, [Math.max(min ?? 0, 7), Math.max(min ?? 0, 7) + 1]),
  number: (_, path) => leaf(path, [1.5, 2]),
  flag: ({ default: preset }, path) => leaf(path, [preset !== true, preset === true]),
  choice: ({ options, default: preset }, path) => {
    const [one, other] = [...options].sort((a, b) => Number(a === preset) - Number(b === preset)) as [string, string];
    return leaf(path, [one, other]);
  },
  duration: (_, path) => leaf(path, ["90s", "2m"]),
  template: ({ address }, path) => leaf(path, address === true ? ["https://example.com/{{ state.topic }}", "https://example.org/{{ state.topic }}"] : ["about {{ state.topic }}", "on {{ state.topic }}"]),
  expression: ({ as }, path) => leaf(path, as === "condition" ? ["state.count > 2", "state.count > 3"] : ["state.topic", "state.notes"]),
  target: (_, path) => leaf(path, ["other", "another"]),
  stateKey: (_, path) => leaf(path, ["answer", "notes"]),
  type: ({ as }, path) => (as === "record" ? leaf(path, [state, { ...state, more: "str" }]) : leaf(path, ["list[str]", "dict"])),
  value: (_, path) => leaf(path, [{ deep: ["{{ state.topic }}", 3] }, { deep: ["{{ state.notes }}", 3] }]),
  data: (_, path) => leaf(path, [{ plain: [1, "{{ no template }}"] }, { plain: [2] }]),
  list: ({ of }, path) => variationsOf(of, `${path}[]`).map((part) => ({ path: part.path, values: [[part.values[0]], [part.values[1]]] })),
  map: ({ of }, path) => variationsOf(of, `${path}.<name>`).map((part) => ({ path: part.path, values: [{ first: part.values[0] }, { first: part.values[1] }] })),
  object: ({ fields, groups }, path) => insideOf(fields, groups ?? [], path, {}),
  tagged: ({ tag, variants }, path) => {
    const whole = Object.entries(variants).map(([name, { fields }]): JsonObject => ({ [tag]: name, ...sampleObject(fields) }));
    const tags = whole.slice(1).map((variant, index) => ({ path: `${path}.${tag}`, values: [whole[index] as Json, variant] as const }));
    return [...tags, ...Object.entries(variants).flatMap(([name, { fields }]) => insideOf(fields, [], `${path}(${name})`, { [tag]: name }))];
  },
  either: ({ scalar, list, map }, path) => [scalar, list, map].flatMap((arm) => (arm === undefined ? [] : variationsOf(arm, path))),
};

function insideOf(fields: Fields, groups: readonly Group[], path: string, always: JsonObject): readonly Variation[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const around = { ...always, ...sampleObject(fields, groups, [name]) };
    return variationsOf(field, `${path}.${name}`).map((part): Variation => ({ path: part.path, values: [{ ...around, [name]: part.values[0] }, { ...around, [name]: part.values[1] }] }));
  });
}

/** The state that every sample's names are declared in. */
export const state: JsonObject = { topic: "str", count: "int", answer: "any", notes: "any", draft: "str" };

const texts = {
  slug: ["sample", "example"],
  date: ["2026-11-21", "2026-11-22"],
  semver: ["1.2.3", "1.2.4"],
  identifier: ["sample", "example"],
  path: ["prompts/sample.md", "prompts/example.md"],
  url: ["https://example.com/token", "https://example.org/token"], host: ["localhost", "localhost:8080"],
  // They allow the models below, and block none of the tools.
  glob: ["cl*", "claude-*"],
  scope: ["read", "write"],
  module: ["scorers/sample.js", "scorers/example.js"],
  functions: ["merges/sample.js", "merges.example"],
  statePath: ["$.topic", "$.notes"],
  secret: ["${SAMPLE}", "${EXAMPLE}"],
  header: ["x-sample", "X-Example"],
} as const;

const names = {
  server: ["docs", "web"],
  tool: ["search", "fetch"],
  offeredTool: ["docs.search", "docs.fetch"], agentTool: ["docs.search", "sum"],
  model: ["claude-sonnet-4-5", "claude-haiku-4-5"],
  retryPolicy: ["io_default", "no_retry"],
  failure: ["timeout", "rate_limited"],
} as const;
