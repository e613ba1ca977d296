/**
 * Draws the JSON Schema of workflow documents from the declarations. It folds over shapes and never names a kind, and it
 * accepts exactly the documents that the decoder accepts (held by `test/compiler/json-schema.test.ts`).
 */
import { unreachable } from "../bug.ts";
import { agentFileFields } from "../agent-file.ts";
import { activityFields } from "../common-fields.ts";
import { durationPattern, longestDurationMs } from "../duration.ts";
import type { Field, FieldOf, Fields, Group, Shape } from "../field.ts";
import { fleetFields, fleetFileFields, fleetWorkflowFields } from "../fleet-file.ts";
import { fileFields, headerFields } from "../header.ts";
import type { NodeSpec } from "../node-spec.ts";
import { nodeKinds, specOf } from "../nodes/index.ts";
import { policyBlockFields, policyRuleFields } from "../policy-file.ts";
import { areGiven, freeNamePattern, safeNamePattern, targetWords, textFormats } from "../text-format.ts";
import { typeDefinitions } from "./type-schema.ts";
import type { Schema } from "./record-schema.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** The JSON Schema (2020-12) of a workflow document. */
export function workflowSchema(): Schema {
  const workflow = { description: "The header: what the workflow is called, what it keeps, where it starts.", ...objectSchema(headerFields) };
  const both = Object.keys(fileFields).filter((name) => Object.hasOwn(headerFields, name));
  const file = objectSchema(fileFields, [], { workflow, nodes: nodesSchema() });
  return {
    $schema: dialect,
    $id: "https://jamjet.dev/schemas/workflow/v1.json",
    title: "JamJet workflow",
    description: "A workflow: a graph of nodes over typed state.",
    ...file,
    required: ["workflow", "nodes"],
    allOf: both.map((name) => ({ not: { required: ["workflow", name], properties: { workflow: { type: "object", required: [name] } } } })),
    $defs: {
      node: nodeSchema(),
      ...Object.fromEntries(nodeKinds.map((kind) => [kind, kindSchema(specOf(kind))])),
      ...Object.fromEntries([...shared].map(([field, name]) => [name, ownSchema(field)])),
      value: anyValue,
      ...typeDefinitions,
    },
  };
}

/** The JSON Schema (2020-12) of a policy document. */
export function policySchema(): Schema {
  return {
    $schema: dialect,
    $id: "https://jamjet.dev/schemas/policy/v1.json",
    title: "JamJet policy",
    description: "Which tools, models and requests the workflows of a project may use.",
    oneOf: [objectSchema(policyRuleFields), objectSchema(policyBlockFields)],
  };
}

/** The JSON Schema (2020-12) of an agent document. */
export function agentSchema(): Schema {
  return {
    $schema: dialect,
    $id: "https://jamjet.dev/schemas/agent/v1.json",
    title: "JamJet agent",
    description: "An agent: a goal, a model, tools, limits, and a strategy by which it reasons.",
    ...objectSchema(agentFileFields),
    $defs: typeDefinitions,
  };
}

/** The JSON Schema (2020-12) of a fleet. */
export function fleetSchema(): Schema {
  const inner = { description: "A workflow of the fleet; its id is its key.", anyOf: [objectSchema(fleetFileFields), { ...objectSchema(fleetWorkflowFields, [], { nodes: nodesSchema() }), required: ["nodes"] }] };
  const workflows = { description: "Workflows by their ids.", ...drawings.map({ shape: "map", keys: "slug", of: { shape: "data", doc: "" }, doc: "" }), additionalProperties: inner };
  return {
    $schema: dialect,
    $id: "https://jamjet.dev/schemas/fleet/v1.json",
    title: "JamJet fleet",
    description: "Agents and workflows that share tools and servers, and when they run.",
    ...objectSchema(fleetFields, [], { workflows }),
    anyOf: [{ required: ["agents"] }, { required: ["workflows"] }],
    $defs: workflowSchema()["$defs"] ?? {},
  };
}

/** Larger fields that several kinds have: drawn once, under these names. */
const shared: ReadonlyMap<Field, string> = new Map(
  Object.entries<Field>({ ...fileFields, ...activityFields }).filter(([, field]) => field.shape === "object" || field.shape === "either").map(([name, field]) => [field, `key.${name}`]),
);

function fieldSchema(field: Field): Schema {
  const name = shared.get(field);
  return name === undefined ? ownSchema(field) : { $ref: `#/$defs/${name}` };
}

/** What a field's value looks like, its doc and its default included. */
function ownSchema(field: Field): Schema {
  return { description: field.doc, ...(field.default === undefined ? {} : { default: field.default }), ...draw(field) };
}

const drawings: { readonly [S in Shape]: (field: FieldOf<S>) => Schema } = {
  text: ({ format }) => (format === undefined ? { type: "string" } : { type: "string", pattern: textFormats[format].pattern }),
  name: ({ of }) => ({ type: of === "failure" ? ["string", "integer"] : "string", pattern: safeNamePattern }),
  integer: ({ min, max }) => ({ type: "integer", minimum: min ?? Number.MIN_SAFE_INTEGER, maximum: max ?? Number.MAX_SAFE_INTEGER }),
  number: ({ min, max, above }) => ({ type: "number", ...bound("minimum", min), ...bound("maximum", max), ...bound("exclusiveMinimum", above) }),
  flag: () => ({ type: "boolean" }),
  choice: ({ options }) => ({ enum: options }),
  duration: () => ({ type: "string", pattern: durationPattern }),
  template: () => ({ type: "string" }),
  // `if: true` and `check: 1` are expressions that YAML reads as other scalars.
  expression: () => ({ type: ["string", "number", "boolean"] }),
  target: () => ({ type: "string" }),
  stateKey: () => ({ type: "string", allOf: [{ pattern: textFormats.identifier.pattern }, { pattern: freeNamePattern }] }),
  type: ({ as }) => ({ $ref: `#/$defs/${as}` }),
  value: () => ({ $ref: "#/$defs/value" }),
  data: () => ({}),
  list: ({ of, min, single }) => {
    const list = { type: "array", items: fieldSchema(of), ...bound("minItems", min) };
    return single === undefined ? list : { anyOf: [fieldSchema(of), list] };
  },
  map: ({ of, keys }) => ({
    type: "object",
    propertyNames: keys === undefined ? { pattern: safeNamePattern } : { allOf: [{ pattern: areGiven(keys) ? freeNamePattern : safeNamePattern }, { pattern: textFormats[keys].pattern }] },
    additionalProperties: fieldSchema(of),
  }),
  object: ({ fields, groups }) => objectSchema(fields, groups),
  tagged: ({ tag, variants }) => taggedSchema(tag, "", Object.fromEntries(
    Object.entries(variants).map(([name, { doc, fields }]) => [name, { names: [name], then: { description: doc, ...objectSchema(fields, [], { [tag]: {} }) } }]),
  )),
  either: ({ scalar, list, map }) => {
    const arms = [scalar, list, map].filter((arm) => arm !== undefined).map(fieldSchema);
    return arms.length === 1 ? (arms[0] as Schema) : { anyOf: arms };
  },
};

function draw(field: Field): Schema {
  // The table pairs each shape with a drawing of that very shape; TypeScript cannot follow the pairing through an index.
  const drawing = drawings[field.shape] as (field: Field) => Schema;
  return drawing(field);
}

const anyValue: Schema = {
  description: "Any data; texts that hold `{{ }}` are templates.",
  type: ["null", "boolean", "number", "string", "array", "object"],
  items: { $ref: "#/$defs/value" },
  propertyNames: { pattern: safeNamePattern },
  additionalProperties: { $ref: "#/$defs/value" },
};

function nodesSchema(): Schema {
  const terminals = nodeKinds.map(specOf).filter((spec) => spec.terminal);
  const notWord = `^(?!(?:${targetWords.join("|")})$)`;
  return {
    description: "The nodes by id, in any order.",
    type: "object",
    minProperties: 1,
    propertyNames: { allOf: [{ pattern: textFormats.slug.pattern }, { pattern: freeNamePattern }, { pattern: notWord }] },
    properties: { end: { allOf: [{ $ref: "#/$defs/node" }, { type: "object", properties: { type: { enum: terminals.flatMap(spellingsOfKind) } } }] } },
    additionalProperties: { $ref: "#/$defs/node" },
  };
}

function nodeSchema(): Schema {
  const list = nodeKinds.map(specOf).map((spec) => `- \`${spec.kind}\`: ${spec.doc}`);
  return {
    description: "One node. Its `type` decides which keys it has.",
    ...taggedSchema("type", `What the node does.\n\n${list.join("\n")}`, Object.fromEntries(
      nodeKinds.map((kind) => [kind, { names: spellingsOfKind(specOf(kind)), then: { $ref: `#/$defs/${kind}` } }]),
    )),
  };
}

function kindSchema(spec: NodeSpec): Schema {
  return { title: spec.title, description: spec.doc, ...objectSchema(spec.fields, spec.groups, { type: {} }) };
}

function spellingsOfKind(spec: NodeSpec): readonly string[] {
  return [spec.kind, ...(spec.aliases ?? [])];
}

/** An object whose keys depend on its tag. The tag alone is checked first, so an unknown one is one error. */
function taggedSchema(tag: string, doc: string, variants: { readonly [name: string]: { readonly names: readonly string[]; readonly then: Schema } }): Schema {
  const all = Object.values(variants);
  return {
    type: "object",
    required: [tag],
    properties: { [tag]: { ...(doc === "" ? {} : { description: doc }), enum: all.flatMap(({ names }) => names) } },
    allOf: all.map(({ names, then }) => ({ if: { required: [tag], properties: { [tag]: { enum: names } } }, then })),
  };
}

/** The keys of an object and no others; `besides` are keys that are drawn elsewhere. */
function objectSchema(fields: Fields, groups: readonly Group[] = [], besides: { readonly [name: string]: Schema } = {}): Schema {
  const entries = Object.entries(fields);
  const required = entries.filter(([name, field]) => field.optional === undefined && spellings(name, field).length === 1).map(([name]) => name);
  const rules = [
    ...entries.filter(([name, field]) => spellings(name, field).length > 1).map(([name, field]) => spelledOnce(name, field)),
    ...groups.map((group) => groupRule(group.rule, group.keys.map((key) => presence(key, fields[key] as Field)))),
  ];
  return {
    type: "object",
    properties: { ...besides, ...Object.fromEntries(entries.flatMap(([name, field]) => spelledProperties(name, field))) },
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}

/** A field under each of its names: its own, older ones, and those that count in a unit of their own. */
function spelledProperties(name: string, field: Field): readonly (readonly [string, Schema])[] {
  const own = fieldSchema(field);
  const older = (field.aliases ?? []).map((alias) => [alias, { ...own, description: `An older spelling of \`${name}\`. ${field.doc}`, deprecated: true }] as const);
  const counted = Object.entries(field.shape === "duration" ? field.units ?? {} : {}).map(
    ([unit, ms]) => [unit, { description: `\`${name}\` as a number. ${field.doc}`, type: "number", exclusiveMinimum: 0, maximum: longestDurationMs / ms }] as const,
  );
  return [[name, own], ...older, ...counted];
}

function spelledOnce(name: string, field: Field): Schema {
  return groupRule(field.optional === undefined ? "one" : "at-most-one", spellings(name, field).map((spelling) => ({ required: [spelling] })));
}

function groupRule(rule: Group["rule"], present: readonly Schema[]): Schema {
  switch (rule) {
    case "one": return { oneOf: present };
    case "some": return { anyOf: present };
    case "at-most-one": return { oneOf: [...present, { not: { anyOf: present } }] };
    default: return unreachable(rule, "groupRule");
  }
}

function presence(name: string, field: Field): Schema {
  const [first, ...others] = spellings(name, field).map((spelling) => ({ required: [spelling] }));
  return others.length === 0 ? (first as Schema) : { anyOf: [first as Schema, ...others] };
}

function spellings(name: string, field: Field): readonly string[] {
  return [name, ...(field.aliases ?? []), ...(field.shape === "duration" ? Object.keys(field.units ?? {}) : [])];
}

function bound(keyword: string, limit: number | undefined): Schema {
  return limit === undefined ? {} : { [keyword]: limit };
}
