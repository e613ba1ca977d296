import { compile } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { NodeKind } from "../../schemas/nodes/index.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import type { Program } from "../../schemas/program.ts";
import { sampleObject, state } from "./samples.ts";

/** Fields that mean something only together with others. */
const together: { readonly [path: string]: JsonObject } = {
  "join.output_key": { merge: "collect" },
  "model.output_to_state": { output_schema: { first: "str" } },
};

/** The nodes around one under test, which is called `first`; `other` and `another` end the execution. */
const around: { readonly [K in NodeKind]?: { readonly before: JsonObject; readonly start: string; readonly node?: JsonObject } } = {
  parallel: { start: "first", before: { left: talk({}), right: talk({ output_key: "answer" }) }, node: { branches: ["left", "right"] } },
  subgraph: { start: "before", before: { before: talk({ next: "first", retry: "first" }) }, node: { workflow_ref: "child.yaml" } },
  join: { start: "fork", before: { fork: { type: "parallel", branches: ["left", "right"], join: "first" }, left: talk({}), right: talk({ output_key: "answer" }) }, node: { wait_for: ["left", "right"] } },
};

function talk(more: JsonObject): JsonObject {
  return { type: "model", model: "claude-sonnet-4-5", prompt: "{{ state.topic }}", output_key: "draft", ...more };
}

/** A workflow that compiles, with a node `first` of this kind that holds what is given. */
export function documentOf(kind: NodeKind, given: JsonObject): JsonObject {
  const { fields, groups } = specOf(kind);
  const place = around[kind] ?? { start: "before", before: { before: talk({ next: "first", retry: "first" }) } };
  const company = Object.keys(given).map((name) => together[`${kind}.${name}`] ?? {});
  const leaves = "next" in fields && !("on_approved" in given) ? { next: "other" } : {};
  const node = { type: kind, ...leaves, ...sampleObject(fields, groups, Object.keys(given)), ...place.node, ...Object.assign({}, ...company), ...given };
  const end = { type: "end" };
  // A node's scopes are among those that its workflow asks for.
  const delegation = "oauth_scopes" in given ? { oauth: { token_endpoint: "https://id.example.com/token", client_id: "sample", requested_scopes: ["read", "write"] } } : {};
  return {
    workflow: { id: "sample", version: "0.1.0", start: place.start, state_schema: state, escalate: "another", retry_policies: { first: { max_attempts: 2 } }, ...delegation },
    nodes: { ...place.before, first: node, other: end, another: end },
  };
}

/** A workflow that others start. */
const child = 'workflow: {id: child, version: 1.2.0, start: end, state_schema: {first: str}}\nnodes: {end: {type: end}}\n';

/** The program of a document given as data. */
export function programOf(document: JsonObject): Program {
  const { program, diagnostics } = compile({ uri: "file:///sample.yaml", text: JSON.stringify(document, undefined, 1) }, { project: { servers: undefined, fileExists: () => true, textOf: (path) => ({ ok: true, text: path.endsWith(".yaml") ? child : `as in ${path}: {{ state.topic }}` }) } });
  if (program === undefined) throw new Error(`does not compile: ${diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`).join("; ")}\n${JSON.stringify(document)}`);
  return program;
}
