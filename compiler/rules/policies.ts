import type { NamedCall, PolicyScope, ProjectPolicy, Saying } from "../../schemas/policy.ts";
import { namedModel, namedRequest, namedTool, rule } from "../../schemas/policy.ts";
import type { Span } from "../../schemas/span.ts";
import type { Related } from "../diagnostics/define.ts";
import { forEachPart } from "../bind/visit.ts";
import type { Around, BoundNode } from "../bind/bound.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";

/** A policy over a node. That of the project stands elsewhere, a block in the document; a list that is not there, or could not be read whole, is absent. */
export interface WrittenPolicy {
  readonly scope: PolicyScope;
  readonly policy: ProjectPolicy;
  /** Where each list stands, if that is in the document. */
  readonly span: (list: keyof ProjectPolicy) => Span | undefined;
  /** The globs of a list of the document with their places; none of a list that is long, or that could not be read whole. */
  readonly globs: (list: keyof ProjectPolicy) => readonly PartOf<"text">[];
}

/** Globs are compared each with each: of more, and of longer ones, nobody wants to know. */
const mostGlobs = 100;
const longestGlob = 200;

/** The policies over a node, the nearest first. */
export function policiesOver(bound: Pick<Around, "ast" | "policy">, node: BoundNode): readonly WrittenPolicy[] {
  const around = shared.get(bound) ?? policiesAround(bound);
  shared.set(bound, around);
  const own = policyOf(node);
  return own === undefined ? around : [own, ...around];
}

const shared = new WeakMap<Pick<Around, "ast" | "policy">, readonly WrittenPolicy[]>();

function policiesAround(bound: Pick<Around, "ast" | "policy">): readonly WrittenPolicy[] {
  const ofProject: WrittenPolicy | undefined = bound.policy && { scope: "project", policy: bound.policy, span: () => undefined, globs: () => [] };
  return ofProject === undefined ? policiesOverAll(bound) : [...policiesOverAll(bound), ofProject];
}

/** The policies of the document over every node. */
export function policiesOverAll({ ast }: Pick<Around, "ast">): readonly WrittenPolicy[] {
  return [policyIn("workflow", ast.header), policyIn("workflow", ast.file)].filter((layer) => layer !== undefined);
}

/** The policy of a node itself. */
export function policyOf({ ast }: BoundNode): WrittenPolicy | undefined {
  return policyIn("node", ast.members);
}

function policyIn(scope: PolicyScope, holder: Members): WrittenPolicy | undefined {
  const part = memberOf(holder, "policy", "object");
  if (part === undefined) return undefined;
  const lists = Object.fromEntries(Object.keys(part.members).flatMap((name) => {
    const globs = globsIn(part.members, name);
    return globs === undefined ? [] : [[name, globs]];
  }));
  return {
    scope,
    policy: lists,
    span: (list) => part.members[list]?.part.span,
    globs: (list) => {
      const items = lists[list] === undefined ? undefined : memberOf(part.members, list, "list")?.items;
      const globs = items?.filter((item) => item.shape === "text") ?? [];
      return globs.length <= mostGlobs && globs.every(({ value }) => value.length <= longestGlob) ? globs : [];
    },
  };
}

/** The globs of a list, if all of them could be read. */
function globsIn(members: Members, name: string): readonly string[] | undefined {
  const items = memberOf(members, name, "list")?.items;
  const globs = items?.flatMap((item) => (item.shape === "text" ? [item.value] : []));
  return globs?.length === items?.length ? globs : undefined;
}

/** A name in a node that stands for something to call. */
interface CallSite {
  readonly part: PartOf<"name"> | PartOf<"template">;
  readonly call: NamedCall;
  /** The node itself makes the call; otherwise it is offered to a model, or a scorer makes it. */
  readonly own: boolean;
}

/** Every tool and model that a node names, and its request. */
export function callsIn({ ast: { members } }: BoundNode): readonly CallSite[] {
  const server = memberOf(members, "server", "name");
  const calls: CallSite[] = [];
  forEachPart(members, (part, path) => {
    if (part.shape === "template" && part.field.address === true) calls.push({ part, own: true, call: requestOf(members, part) });
    if (part.shape !== "name") return;
    const own = !path.includes(".");
    if (part.field.of === "model") calls.push({ part, own, call: namedModel(part.value) });
    if (part.field.of === "tool" && server !== undefined) calls.push({ part, own, call: namedTool(server.value, part.value) });
    if (part.field.of !== "offeredTool") return;
    const [offeredBy = "", ...rest] = part.value.split(".");
    if (rest.length > 0) calls.push({ part, own, call: namedTool(offeredBy, rest.join(".")) });
  });
  return calls;
}

/** A request to the address; where that is made when the node runs, it is known by its method alone. */
function requestOf(members: Members, { text: { value: address } }: PartOf<"template">): NamedCall {
  const method = memberOf(members, "method", "choice")?.value ?? "GET";
  return namedRequest(method, /\{[{%#]/.test(address) ? "" : address);
}

/** A call that a policy blocks. */
export interface BlockedCall extends CallSite {
  readonly ruling: Saying;
  /** The policy that says so, if it stands in this document. */
  readonly layer: WrittenPolicy | undefined;
}

const nothing: readonly BlockedCall[] = [];

/** What of these kinds a node calls, or offers to a model, and the policies over it block. */
export function blockedCalls(around: Around, node: BoundNode, kinds: readonly NamedCall["what"][]): readonly BlockedCall[] {
  const layers = policiesOver(around, node);
  if (layers.length === 0) return nothing;
  return callsIn(node).flatMap((site) => {
    const ruling = kinds.includes(site.call.what) ? rule(layers, site.call) : undefined;
    if (ruling?.do !== "block") return [];
    return [{ ...site, ruling, layer: layers.find(({ scope, policy }) => scope === ruling.scope && policy[ruling.list] !== undefined) }];
  });
}

/** Where the list of a policy stands, beside what it blocks. */
export function policyNote(layer: WrittenPolicy | undefined, list: keyof ProjectPolicy): readonly Related[] {
  const span = layer?.span(list);
  return span === undefined ? [] : [{ span, message: "the policy" }];
}
