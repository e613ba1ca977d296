import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import type { BoundNode, BoundWorkflow } from "./bound.ts";
import { forEachPart } from "./visit.ts";

/** A tool that a node names, with what was locked of it. */
export interface LockedCall {
  readonly part: PartOf<"name">;
  readonly server: string;
  readonly tool: ToolDefinition;
  /** The node itself calls it; otherwise it is offered to a model. */
  readonly own: boolean;
}

const nothing: readonly LockedCall[] = [];

/** The tools that a node names and that are locked. What is not locked, or could not be read, is not among them. */
export function lockedCalls({ lock }: Pick<BoundWorkflow, "lock">, { ast: { members } }: BoundNode): readonly LockedCall[] {
  if (lock.size === 0) return nothing;
  const calls: LockedCall[] = [];
  const note = (part: PartOf<"name">, server: string, name: string, own: boolean): void => {
    const tool = lock.get(server)?.get(name);
    if (tool !== undefined) calls.push({ part, server, tool, own });
  };
  const called = memberOf(members, "server", "name");
  forEachPart(members, (part, path) => {
    if (part.shape !== "name") return;
    if (part.field.of === "tool" && called !== undefined) note(part, called.value, part.value, !path.includes("."));
    if (part.field.of !== "offeredTool" && part.field.of !== "agentTool") return;
    const dot = part.value.indexOf(".");
    if (dot > 0) note(part, part.value.slice(0, dot), part.value.slice(dot + 1), false);
  });
  return calls;
}

/** What was locked of the tool that the node itself calls. */
export function lockedTool(bound: Pick<BoundWorkflow, "lock">, node: BoundNode): ToolDefinition | undefined {
  return lockedCalls(bound, node).find(isOwn)?.tool;
}

function isOwn({ own }: LockedCall): boolean {
  return own;
}
