import type { Field, FieldOf, Fields, Shape } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";

/** One valid value of a field, as an author might write it. Names point at what `sampleWorkflow` declares. */
export function sampleOf(field: Field): Json {
  // The table pairs each shape with a sample of that very shape; TypeScript cannot follow the pairing through an index.
  const sample = samples[field.shape] as (field: Field) => Json;
  return sample(field);
}

/** An object with every key that must be there, and those of `wanted`. Of keys that depend on each other, the first. */
export function sampleObject(fields: Fields, wanted: readonly string[] = []): JsonObject {
  const names = Object.entries(fields).filter(([name, field]) => field.optional === undefined || wanted.includes(name));
  return Object.fromEntries(names.map(([name, field]) => [name, sampleOf(field)]));
}

const samples: { readonly [S in Shape]: (field: FieldOf<S>) => Json } = {
  text: ({ format }) => (format === undefined ? "some text" : texts[format]),
  name: ({ of }) => names[of],
  integer: ({ min }) => Math.max(min ?? 0, 7),
  number: ({ max }) => Math.min(max ?? 2, 2),
  flag: ({ default: preset }) => preset !== true,
  choice: ({ options, default: preset }) => options.find((option) => option !== preset) as string,
  duration: () => "90s",
  template: () => "about {{ state.topic }}",
  expression: ({ as }) => (as === "condition" ? "state.count > 2" : "state.topic"),
  target: ({ words }) => (words === undefined ? "other" : (Object.keys(words)[0] as string)),
  stateKey: () => "answer",
  type: ({ as }) => (as === "record" ? { topic: "str", count: "int", answer: "any" } : "list[str]"),
  value: () => ({ deep: ["{{ state.topic }}", 3] }),
  data: () => ({ plain: [1, "{{ no template }}"] }),
  list: ({ of, min }) => Array.from({ length: Math.max(min ?? 1, 1) }, () => sampleOf(of)),
  map: ({ of }) => ({ first: sampleOf(of) }),
  object: ({ fields, groups }) => {
    const always = sampleObject(fields);
    const chosen = (groups ?? []).filter(({ rule, keys }) => rule !== "at-most-one" && !keys.some((key) => key in always)).map(({ keys }) => keys[0] as string);
    // An object that needs nothing shows one of its keys, so that it says something.
    const wanted = chosen.length + Object.keys(always).length === 0 ? Object.keys(fields).slice(0, 1) : chosen;
    return sampleObject(fields, wanted);
  },
  tagged: ({ tag, variants }) => {
    const [name, { fields }] = Object.entries(variants)[0] as [string, { readonly fields: Fields }];
    return { [tag]: name, ...sampleObject(fields) };
  },
  either: ({ scalar, list, map }) => sampleOf((map ?? list ?? scalar) as Field),
};

const texts = {
  slug: "sample", semver: "1.2.3", identifier: "sample", path: "prompts/sample.md", url: "https://example.com/token", glob: "search*", scope: "read", module: "scorers/sample.js",
} as const;

const names = { server: "docs", tool: "search", model: "claude-sonnet-4-5", retryPolicy: "io_default", failure: "timeout" } as const;
