import type { LoweredFields } from "./field.ts";
import type { policyField } from "./common-fields.ts";
import { matchesGlob } from "./glob.ts";
import { isJsonObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Program } from "./program.ts";

/*
 * R1. Deny beats approve beats allow, whichever layer says it: a layer can narrow what another allows, never widen it.
 * R2. A call is judged by every name it has: one name that a glob covers is enough to block it or to ask for approval.
 * R3. The ruling is computed from the exact names and before every call, the calls that a model asks for included.
 */

/** The globs of one `policy` block. */
export type PolicyIr = LoweredFields<(typeof policyField)["fields"]>;

/** Who made a rule: the node itself, or the workflow. */
export type PolicyScope = "node" | "workflow";

/** The policies that a call is under. */
export interface PolicyLayer {
  readonly scope: PolicyScope;
  readonly policy: PolicyIr;
}

/** A call as policies see it: what kind of thing is called, and every name that a glob may cover. */
export interface NamedCall {
  readonly what: "tool" | "model" | "http";
  /** The most telling one first; messages show it. */
  readonly names: readonly [string, ...string[]];
}

/** What policies say of a call, and which rule says it. */
export type Ruling =
  | { readonly do: "allow" }
  | { readonly do: "block" | "ask"; readonly scope: PolicyScope; readonly rule: string; readonly message: string };

/** A tool of an MCP server, by its own name and with its server's. */
export function namedTool(server: string, tool: string): NamedCall {
  return { what: "tool", names: [`${server}.${tool}`, tool] };
}

/** A model, by the name that the workflow or a fallback gives it. */
export function namedModel(model: string): NamedCall {
  return { what: "model", names: [model] };
}

/** A request: `http`, its method as in `http.POST`, and its address without query, fragment and credentials. */
export function namedRequest(method: string, url: string): NamedCall {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const address = target === undefined ? [] : [`${target.protocol}//${target.host}${target.pathname}`];
  return { what: "http", names: [`http.${method.toUpperCase()}`, "http", ...address] };
}

/** The policies over a node, the nearest first. */
export function layersOver({ settings }: Pick<Program, "settings">, fields: JsonObject): readonly PolicyLayer[] {
  return [layerIn("node", fields), layerIn("workflow", settings)].filter((layer) => layer !== undefined);
}

function layerIn(scope: PolicyScope, { policy }: JsonObject): PolicyLayer | undefined {
  // The schema of programs says what stands here.
  return isJsonObject(policy) ? { scope, policy: policy as PolicyIr } : undefined;
}

/** The ruling of all layers together. */
export function rule(layers: readonly PolicyLayer[], call: NamedCall): Ruling {
  const [shown] = call.names;
  if (call.what === "model") return allowedModel(layers, shown);
  const covering = (globs: readonly string[] | undefined): string | undefined => globs?.find((glob) => call.names.some((name) => matchesGlob(glob, name)));
  for (const { scope, policy } of layers) {
    const glob = covering(policy.blocked_tools);
    if (glob !== undefined) return { do: "block", scope, rule: glob, message: `'${shown}' is blocked by '${glob}' in the policy of the ${scope}` };
  }
  for (const { scope, policy } of layers) {
    const glob = covering(policy.require_approval_for);
    if (glob !== undefined) return { do: "ask", scope, rule: glob, message: `'${shown}' needs an approval: '${glob}' in the policy of the ${scope}` };
  }
  return { do: "allow" };
}

function allowedModel(layers: readonly PolicyLayer[], model: string): Ruling {
  const narrow = layers.find(({ policy }) => policy.model_allowlist?.some((glob) => matchesGlob(glob, model)) === false);
  if (narrow === undefined) return { do: "allow" };
  const { scope, policy } = narrow;
  return { do: "block", scope, rule: "model_allowlist", message: `model '${model}' is not in 'model_allowlist' of the ${scope}: ${(policy.model_allowlist ?? []).join(", ")}` };
}
