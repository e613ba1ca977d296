import { agentFields, agentStrategies } from "../agent-file.ts";
import { activityFields } from "../common-fields.ts";
import type { Feature } from "../feature.ts";
import { features } from "../feature.ts";
import type { Field, Fields } from "../field.ts";
import { fleetFields, fleetFileFields, unitFields } from "../fleet-file.ts";
import { fileFields, headerFields } from "../header.ts";
import type { NodeSpec } from "../node-spec.ts";
import { nodeKinds, specOf } from "../nodes/index.ts";
import { projectFields } from "../project.ts";
import { replyFields, replyGroups } from "../replies.ts";
import { describeType } from "../type.ts";
import { fieldTable, groupNotes } from "./field-table.ts";
import type { Page } from "./markdown.ts";
import { code, fenced, links, page } from "./markdown.ts";

/** What the pages of nodes need to know beside the declarations. */
export interface NodeFacts {
  /** What this version's runtime enforces. */
  readonly supported: ReadonlySet<Feature>;
  /** A whole workflow that shows the kind, where there is one. */
  readonly exampleOf: (kind: string) => string | undefined;
}

/** A page per kind, one of the keys they share, and an index. */
export function nodePages(facts: NodeFacts): readonly Page[] {
  const specs = nodeKinds.map(specOf);
  const index = page("nodes/README.md", "Node types", [
    "A node is an entry of `nodes:`; its `type` decides which keys it has.",
    links(specs.map((spec) => ({ text: code(spec.kind), to: `${spec.kind}.md`, doc: spec.doc }))),
    "Keys that several types have stand in [common keys](common.md).",
  ]);
  const common = page("nodes/common.md", "Common keys", [
    "Each page of a node type names those of these keys that the type has.",
    fieldTable(activityFields, facts.supported),
  ]);
  return [index, common, ...specs.map((spec) => nodePage(spec, facts))];
}

/** The workflow header and what may stand beside it, `jamjet.toml` and the replies file. */
export function headerPages(supported: ReadonlySet<Feature>): readonly Page[] {
  const beside = Object.fromEntries(Object.entries(fileFields).filter(([name]) => !Object.hasOwn(headerFields, name)));
  const movable = Object.keys(fileFields).filter((name) => Object.hasOwn(headerFields, name)).map(code).join(", ");
  return [
    page("header.md", "The workflow header", ["What may stand under `workflow:`.", fieldTable(headerFields, supported), "## Beside the header", `${movable} may stand at the top level of the file instead, but not in both places. Only at the top level:`, fieldTable(beside, supported)]),
    page("agent.md", "Agents", [
      "What may stand under `agent:` in a document of its own. `jamjet validate` checks agents; this version does not run them.",
      fieldTable({ strategy: { shape: "choice", options: Object.keys(agentStrategies), doc: "How it reasons." }, ...agentFields }, supported),
      "## Strategies",
      "What may stand in `strategy_config`:",
      ...Object.entries(agentStrategies).map(([name, { doc, config }]) => `### ${code(name)}\n\n${doc}${Object.keys(config).length === 0 ? "" : `\n\n${fieldTable(config, supported)}`}`),
    ]),
    page("fleet.md", "Fleets", [
      "Agents and workflows that share tools and servers, in one document with `version: 1`. `jamjet validate` checks fleets; this version does not run them.",
      fieldTable({ ...fleetFields, agents: { ...fleetFields.agents, of: { shape: "data", doc: "" } } }, supported),
      "## Units",
      "An agent has what [an agent's own document](agent.md) has, but for `id`, which is its key. A workflow is a mapping with `nodes:` and what stands in [the header](header.md), but for `id`; or it stands in a file of its own:",
      fieldTable({ file: fleetFileFields.file }, supported),
      "Both may also have:",
      fieldTable(unitFields, supported),
    ]),
    page("project.md", "jamjet.toml", ["The project file. It is found by walking up from the document. Texts may hold `${NAME}`, taken from the environment when it is used.", fieldTable(projectFields, supported)]),
    page("replies.md", "The replies file", [
      "A YAML list of answers that stand in for the model API: `jamjet run --replies`. All else stays real. An answer that is missing or left over fails the run, by name.",
      fieldTable(replyFields, supported),
      groupNotes(replyGroups),
    ]),
    page("features.md", "Features", [
      "A program names what the runtime must be able to do; a runtime that lacks it refuses to run the program, by name. Nothing an author wrote is ever ignored.",
      Object.entries(features).map(([name, doc]) => `- ${code(name)}: ${doc}. ${supported.has(name as Feature) ? "Enforced." : "Checked, and refused by `run` in this version."}`).join("\n"),
    ]),
  ];
}

function nodePage(spec: NodeSpec, { supported, exampleOf }: NodeFacts): Page {
  const shared = new Set<Field>(Object.values(activityFields));
  const isShared = ([, field]: readonly [string, Field]): boolean => shared.has(field);
  const own: Fields = Object.fromEntries(Object.entries(spec.fields).filter((entry) => !isShared(entry)));
  const common = Object.entries(spec.fields).filter(isShared).map(([name]) => code(name));
  const example = exampleOf(spec.kind);
  const isRefused = spec.needs !== undefined && !supported.has(spec.needs);
  return page(`nodes/${spec.kind}.md`, `${code(spec.kind)}: ${spec.title}`, [
    spec.doc,
    isRefused ? "> This version checks and compiles these nodes; `run` refuses them by name." : "",
    Object.keys(own).length === 0 ? "" : "## Keys",
    fieldTable(own, supported),
    groupNotes(spec.groups),
    common.length === 0 ? "" : `Also, from the [common keys](common.md): ${common.join(", ")}.`,
    "## Facts",
    facts(spec).map(([name, value]) => `- ${name}: ${value}`).join("\n"),
    example === undefined ? "" : `## Example\n\n${fenced("yaml", example)}`,
  ]);
}

function facts(spec: NodeSpec): readonly (readonly [string, string])[] {
  const { traits } = spec;
  const { otherwise, readWhen } = traits.effect;
  const effect = readWhen === undefined ? code(otherwise) : `${code("read")} where ${code(readWhen.field)} is ${readWhen.in.map(code).join(", ")}, else ${code(otherwise)}`;
  const result = traits.result.schemaField === undefined ? code(describeType(traits.result.type)) : `${code(describeType(traits.result.type))}, or what ${code(traits.result.schemaField)} says`;
  return [
    ["Since", spec.since],
    ...(spec.aliases === undefined ? [] : [["Also called", spec.aliases.map(code).join(", ")] as const]),
    ...(traits.result.type.kind === "never" ? [] : [["Result", result] as const]),
    ...(spec.role === "activity" ? [["Effect, unless `effect` says otherwise", effect] as const] : []),
    ["Recorded", traits.durable ? "each visit" : "together with the node that follows"],
    ["Costs", { tokens: "tokens", calls: "a call", none: "nothing" }[traits.cost]],
    ["Queue", code(traits.queue)],
  ];
}
