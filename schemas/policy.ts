import type { policyFields } from "./common-fields.ts";
import type { LoweredFields } from "./field.ts";
import { matchesGlob } from "./glob.ts";
import { isJsonObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { policyRuleFields } from "./policy-file.ts";
import type { Program } from "./program.ts";

/*
 * R1. Deny beats approve beats audit beats allow, whichever layer says it: a layer can narrow what another allows, never widen it.
 * R2. A call is judged by every name it has: one name that a glob covers is enough to block it or to ask for approval.
 * R3. The ruling is computed from the exact names and before every call, the calls that a model asks for included.
 * R4. Within one list of rules the first that covers a call decides, and what none covers is allowed.
 */

/** The globs of one `policy` block. */
export type PolicyIr = LoweredFields<typeof policyFields>;

/** One rule of a policy document. */
export type PolicyRule = LoweredFields<typeof policyRuleFields>["rules"][number];

/** What the policy document of a project says: rules in their order, or a block. */
export type ProjectPolicy = PolicyIr & { readonly rules?: readonly PolicyRule[] };

/** Who made a rule: the node itself, the workflow, or the project around it. */
export type PolicyScope = "node" | "workflow" | "project";

/** The policies that a call is under. */
export interface PolicyLayer {
  readonly scope: PolicyScope;
  readonly policy: ProjectPolicy;
}

/** A call as policies see it: what kind of thing is called, and every name that a glob may cover. */
export interface NamedCall {
  readonly what: "tool" | "model" | "http";
  /** The most telling one first; messages show it. */
  readonly names: readonly [string, ...string[]];
}

/** A policy's word on a call, and where it stands. */
export interface Saying {
  readonly do: "block" | "ask" | "audit";
  readonly scope: PolicyScope;
  /** The list that it stands in. */
  readonly list: keyof ProjectPolicy;
  /** The glob that covers the call; for an allow-list, its name. */
  readonly rule: string;
  readonly message: string;
}

/** What policies say of a call, and which of them says it. */
export type Ruling = { readonly do: "allow" } | Saying;

/** A tool of an MCP server, by its own name and with its server's. */
export function namedTool(server: string, tool: string): NamedCall {
  return { what: "tool", names: [`${server}.${tool}`, tool] };
}

/** A model, by the name that the workflow or a fallback gives it. */
export function namedModel(model: string): NamedCall {
  return { what: "model", names: [model, `model.${model}`] };
}

/** A request: `http`, its method as in `http.POST`, and its address without query, fragment and credentials. */
export function namedRequest(method: string, url: string): NamedCall {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const address = target === undefined ? [] : [`${target.protocol}//${target.host}${target.pathname}`];
  return { what: "http", names: [`http.${method.toUpperCase()}`, "http", ...address] };
}

/** The policies over a node, the nearest first. */
export function layersOver({ settings }: Pick<Program, "settings">, fields: JsonObject, ofProject: ProjectPolicy | null = null): readonly PolicyLayer[] {
  const own = [layerIn("node", fields), layerIn("workflow", settings)].filter((layer) => layer !== undefined);
  return ofProject === null ? own : [...own, { scope: "project", policy: ofProject }];
}

function layerIn(scope: PolicyScope, { policy }: JsonObject): PolicyLayer | undefined {
  // The schema of programs says what stands here.
  return isJsonObject(policy) ? { scope, policy: policy as PolicyIr } : undefined;
}

/** The ruling of all layers together. */
export function rule(layers: readonly PolicyLayer[], call: NamedCall): Ruling {
  const said = layers.flatMap((layer) => [...sayings(layer, call)]);
  const heaviest = (["block", "ask", "audit"] as const).flatMap((weight) => said.find((each) => each.do === weight) ?? []);
  return heaviest[0] ?? { do: "allow" };
}

/** Whatever one policy has to say of a call. */
function* sayings({ scope, policy }: PolicyLayer, { what, names }: NamedCall): Generator<Saying> {
  const [shown] = names;
  const of = `in the policy of the ${scope}`;
  const covering = (globs: readonly string[] = []): string | undefined => globs.find((glob) => names.some((name) => matchesGlob(glob, name)));
  const blocked = (list: Saying["list"], glob: string): Saying => ({ do: "block", scope, list, rule: glob, message: `'${shown}' is blocked by '${glob}' ${of}` });
  const asked = (list: Saying["list"], glob: string): Saying => ({ do: "ask", scope, list, rule: glob, message: `'${shown}' needs an approval: '${glob}' ${of}` });

  const { model_allowlist: allowed, blocked_tools, require_approval_for, rules = [] } = policy;
  if (what === "model" && allowed?.some((glob) => matchesGlob(glob, shown)) === false) {
    yield { do: "block", scope, list: "model_allowlist", rule: "model_allowlist", message: `model '${shown}' is not in 'model_allowlist' of the ${scope}: ${allowed.join(", ")}` };
  }
  const block = what === "model" ? undefined : covering(blocked_tools);
  if (block !== undefined) yield blocked("blocked_tools", block);
  const ask = what === "model" ? undefined : covering(require_approval_for);
  if (ask !== undefined) yield asked("require_approval_for", ask);
  // R4.
  const first = rules.find(({ match }) => names.some((name) => matchesGlob(match, name)));
  switch (first?.action) {
    case undefined: case "allow": return;
    case "block": return yield blocked("rules", first?.match ?? "");
    case "require_approval": return yield asked("rules", first?.match ?? "");
    case "audit": return yield { do: "audit", scope, list: "rules", rule: first?.match ?? "", message: `'${shown}' is noted: '${first?.match}' ${of}` };
  }
}
