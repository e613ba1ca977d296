import type { YamlTree } from "../compiler/index.ts";
import { agentFileFields } from "../schemas/agent-file.ts";
import type { Feature } from "../schemas/feature.ts";
import type { Field, FieldOf, Fields } from "../schemas/field.ts";
import { fleetFields, fleetFileFields, fleetWorkflowFields } from "../schemas/fleet-file.ts";
import { fileFields, headerFields } from "../schemas/header.ts";
import { nodeSpecs } from "../schemas/nodes/index.ts";
import { policyBlockFields, policyRuleFields } from "../schemas/policy-file.ts";

/** Every kind of document is an object in the language of shapes, down to its nodes, whose `type` says what they may have. */
const nodes: Fields[string] = {
  shape: "map",
  keys: "slug",
  of: { shape: "tagged", tag: "type", variants: variants(), doc: "A node: its `type` says what it does, and which keys it has." },
  doc: "The nodes of the graph by their ids.",
};

/** The kinds of documents. */
export type DocumentKind = "workflow" | "agent" | "fleet" | "policy";

const workflowFile = object({
  workflow: { shape: "object", fields: headerFields, doc: "The header: what the workflow is called, what it keeps, where it starts." },
  ...fileFields,
  nodes,
});

const fleetFile = object({
  ...fleetFields,
  workflows: { shape: "map", keys: "slug", optional: true, of: object({ ...fleetFileFields, ...fleetWorkflowFields, nodes: { ...nodes, optional: true } }), doc: "Workflows by their ids." },
});

const policyFile = object({ ...policyBlockFields, ...policyRuleFields });
const agentFile = object(agentFileFields);

/** What a document of each kind may hold. */
export const documentShapes: { readonly [K in DocumentKind]: FieldOf<"object"> } = { workflow: workflowFile, agent: agentFile, fleet: fleetFile, policy: policyFile };

/** What a document may hold, by what stands at its top level; a workflow, where that tells nothing. */
export function shapeOfDocument({ root }: YamlTree): FieldOf<"object"> {
  const has = (name: string): boolean => root?.kind === "mapping" && root.entries.some((each) => each.name === name);
  if (has("workflow") || has("nodes")) return workflowFile;
  if (has("agent")) return agentFile;
  if (has("agents") || has("workflows")) return fleetFile;
  return has("rules") || has("policy") ? policyFile : workflowFile;
}

function object(fields: Fields): FieldOf<"object"> {
  return { shape: "object", fields, doc: "" };
}

type Variants = Extract<Field, { readonly shape: "tagged" }>["variants"];

function variants(): Variants {
  const named: { [name: string]: { readonly doc: string; readonly fields: Fields; readonly needs?: Feature } } = {};
  for (const spec of Object.values(nodeSpecs)) for (const name of [spec.kind, ...("aliases" in spec ? spec.aliases : [])]) named[name] = spec;
  return named;
}
