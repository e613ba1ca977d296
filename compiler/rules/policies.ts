import type { NamedCall, PolicyIr, PolicyScope } from "../../schemas/policy.ts";
import { namedModel, namedTool } from "../../schemas/policy.ts";
import type { Span } from "../../schemas/span.ts";
import { forEachPart } from "../bind/visit.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";

/** A `policy` block as it stands in the document. A list that is not there, or could not be read whole, is absent. */
export interface WrittenPolicy {
  readonly scope: PolicyScope;
  readonly policy: PolicyIr;
  /** Where each list stands. */
  readonly span: (list: keyof PolicyIr) => Span | undefined;
}

/** The policies over a node, the nearest first. */
export function policiesOver({ ast }: BoundWorkflow, node: BoundNode): readonly WrittenPolicy[] {
  const layers = [policyIn("node", node.ast.members), policyIn("workflow", ast.header), policyIn("workflow", ast.file)];
  return layers.filter((layer) => layer !== undefined);
}

function policyIn(scope: PolicyScope, holder: Members): WrittenPolicy | undefined {
  const part = memberOf(holder, "policy", "object");
  if (part === undefined) return undefined;
  const lists = Object.fromEntries(Object.keys(part.members).flatMap((name) => {
    const globs = globsIn(part.members, name);
    return globs === undefined ? [] : [[name, globs]];
  }));
  return { scope, policy: lists, span: (list) => part.members[list]?.part.span };
}

/** The globs of a list, if all of them could be read. */
function globsIn(members: Members, name: string): readonly string[] | undefined {
  const items = memberOf(members, name, "list")?.items;
  const globs = items?.flatMap((item) => (item.shape === "text" ? [item.value] : []));
  return globs?.length === items?.length ? globs : undefined;
}

/** A name in a node that stands for something to call. */
export interface CallSite {
  readonly part: PartOf<"name">;
  readonly call: NamedCall;
  /** The node itself makes the call; otherwise it is offered to a model, or a scorer makes it. */
  readonly own: boolean;
}

/** Every tool and model that a node names. */
export function callsIn({ ast: { members } }: BoundNode): readonly CallSite[] {
  const server = memberOf(members, "server", "name");
  const calls: CallSite[] = [];
  forEachPart(members, (part, path) => {
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
