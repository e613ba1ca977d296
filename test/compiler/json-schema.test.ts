import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/define.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import { toJson } from "../../compiler/syntax/reader.ts";
import { decodeWorkflow } from "../../compiler/syntax/workflow.ts";
import { headerFields } from "../../schemas/header.ts";
import { workflowSchema } from "../../schemas/generate/json-schema.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { nodeKinds, specOf } from "../../schemas/nodes/index.ts";
import { anyRuns } from "../support/random.ts";
import { sampleObject, variationsOf } from "../support/samples.ts";

const root = resolve(import.meta.dirname, "../..");
const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(workflowSchema());

/** What the two may disagree on, and why no JSON Schema can say it. */
const exceptions: readonly { readonly why: string; readonly covers: (said: readonly Diagnostic[], text: string) => boolean }[] = [
  { why: "what is no YAML has no data to hold against a schema", covers: (said) => said.some(({ code, severity }) => code.startsWith("JJ10") && severity === "error") },
  { why: "a type's text is a language of its own, and `[str]` is told as a mistake in it", covers: (said) => said.some(({ code }) => code === "JJ5001") },
  { why: "`default` is held against the schema it stands in", covers: (said) => said.some(({ code, message }) => code === "JJ1106" && message.startsWith("'default'")) },
  { why: "an empty value and `null` are one in JSON", covers: (said) => said.some(({ code, message }) => code === "JJ1103" && /^the type of .* found nothing$/.test(message)) },
  { why: "the sum of a duration's parts is arithmetic", covers: (said) => said.some(({ code, message }) => code === "JJ1107" && /not in .*|ten years/.test(message)) },
  { why: "JSON has no `.inf` and no `.nan`", covers: (_, text) => /(?<![\w.])[-+]?\.(?:inf|nan)\b/i.test(text) },
  { why: "the keys of JSON are all text", covers: (said) => said.some(({ code, message }) => code === "JJ1109" && message.includes("must be text")) },
];

function check(text: string): void {
  const tree = parseYaml({ uri: "file:///sample.yaml", text });
  const ast = decodeWorkflow({ uri: "file:///sample.yaml", text }, tree.value);
  const said = [...tree.diagnostics, ...ast.diagnostics];
  if (exceptions.some(({ covers }) => covers(said, text))) return;
  const shape = said.filter(({ code }) => code.startsWith("JJ11") || code === "JJ6013");
  const data = tree.value.root === undefined ? null : toJson(tree.value.root);
  expect({ fine: accepts(data), why: accepts.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`), text }, JSON.stringify(shape.map(({ code, message }) => `${code} ${message}`))).toMatchObject({ fine: shape.length === 0 });
}

const files = ["test/diagnostics", "examples", "docs/guide"]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => /\.ya?ml$/.test(file) && !file.endsWith("replies.yaml"));

it.each(files)("the decoder and the JSON Schema agree on %s", (file) => {
  check(readFileSync(join(root, file), "utf8"));
});

it.each(samples().map((sample) => [sample.name, sample.document] as const))("the JSON Schema accepts %s", (_, document) => {
  expect(accepts(document), JSON.stringify(accepts.errors)).toBe(true);
  check(JSON.stringify(document));
});

it("the decoder and the JSON Schema agree on mutated documents", () => {
  const documents = samples().map(({ document }) => document);
  const mutation = fc.record({ document: fc.constantFrom(...documents), steps: fc.array(step(), { minLength: 1, maxLength: 3 }) });
  fc.assert(fc.property(mutation, ({ document, steps }) => check(JSON.stringify(steps.reduce<Json>(mutate, document)))), anyRuns(2_000));
});

/** A document for each value that each key of each kind and of the header may have. */
function samples(): readonly { readonly name: string; readonly document: JsonObject }[] {
  const header = { id: "sample", version: "0.1.0", start: "first" };
  const end = { type: "end" };
  const ofHeader = Object.entries(headerFields).flatMap(([name, field]) =>
    variationsOf(field, `workflow.${name}`).map(({ path, values: [value] }) => ({ name: path, document: { workflow: { ...header, [name]: value }, nodes: { first: end, other: end } } })),
  );
  const ofKinds = nodeKinds.flatMap((kind) => {
    const { fields, groups } = specOf(kind);
    return Object.entries(fields).flatMap(([name, field]) =>
      variationsOf(field, `${kind}.${name}`).map(({ path, values: [value] }) => {
        const node = { type: kind, ...sampleObject(fields, groups, [name]), [name]: value };
        return { name: path, document: { workflow: header, nodes: { first: node, other: end } } };
      }),
    );
  });
  return [...ofHeader, ...ofKinds];
}

type Step =
  | { readonly does: "replace" | "insert"; readonly at: number; readonly value: Json; readonly key: string }
  | { readonly does: "remove" | "rename" | "double"; readonly at: number; readonly key: string };

function step(): fc.Arbitrary<Step> {
  const words = ["end", "model", "other", "pause", "__proto__", "constructor", "__x", "type", "timeout_ms", "timeout", "Bad Id", "1", "input", "checks", "default", "properties", "next", ""];
  const key = fc.oneof(fc.constantFrom(...words, ...nodeKinds.flatMap((kind) => Object.keys(specOf(kind).fields))), fc.string({ maxLength: 4 }));
  const scalar = fc.oneof(fc.constantFrom<Json[]>(null, true, 0, -1, 1.5, 1e20, "30s", "0s", "P1D", "", "str", "a.b", "../up", "https://x"), key);
  const value: fc.Arbitrary<Json> = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(key, scalar, { maxKeys: 2 }));
  const at = fc.nat(200);
  return fc.oneof(
    fc.record({ does: fc.constantFrom("replace", "insert"), at, value, key }),
    fc.record({ does: fc.constantFrom("remove", "rename", "double"), at, key }),
  );
}

/** Does one step at the `at`-th place of the document, counted in the order of its text. */
function mutate(document: Json, step: Step): Json {
  const places = countPlaces(document);
  let left = step.at % places;
  const walk = (value: Json): Json => {
    const isHere = left-- === 0;
    if (isHere && step.does === "replace") return step.value;
    if (Array.isArray(value)) {
      const items = value.map(walk);
      return isHere && step.does === "remove" ? items.slice(1) : isHere && step.does === "double" ? [...items, ...items] : items;
    }
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).map(([name, member]) => [name, walk(member)] as const);
    if (!isHere) return Object.fromEntries(entries);
    const [first, ...others] = entries;
    switch (step.does) {
      case "insert": return Object.fromEntries([...entries, [step.key, step.value]]);
      case "remove": return Object.fromEntries(others);
      case "rename": return Object.fromEntries(first === undefined ? [] : [[step.key, first[1]], ...others]);
      default: return Object.fromEntries(first === undefined ? [] : [...entries, [step.key, first[1]]]);
    }
  };
  return walk(document);
}

function countPlaces(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countPlaces(item as Json), 1);
  return isJsonObject(value) ? Object.values(value).reduce<number>((sum, member) => sum + countPlaces(member), 1) : 1;
}
