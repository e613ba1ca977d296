import { Bug } from "../../schemas/bug.ts";
import type { ResolvedFields } from "../../schemas/field.ts";
import type { ActivityKind, FieldsOf, PerformedKind } from "../../schemas/nodes/index.ts";
import type { NamedCall } from "../../schemas/policy.ts";
import { namedModel, namedRequest, namedTool } from "../../schemas/policy.ts";
import type { StepSpec } from "../activity.ts";

/** How policies know what a node of each kind calls. A kind without a name does not compile. */
export const callNames = {
  model: ({ model }) => namedModel(model),
  tool: ({ server, tool }) => namedTool(server, tool),
  http: ({ method, url }) => namedRequest(method, url),
} satisfies { readonly [K in PerformedKind]: (input: ResolvedFields<FieldsOf<K>>) => NamedCall };

/** The kind, whose work is done here: a program that asks for what this runtime does not do is refused before it starts. */
export function performed(kind: ActivityKind): PerformedKind {
  if (!Object.hasOwn(callNames, kind)) throw new Bug(`nothing here does the work of '${kind}'`);
  // The table above has every kind that something does the work of.
  return kind as PerformedKind;
}

/** How policies know one of the calls that an attempt makes; `null` for a question that only asks what there is. */
export function stepName({ kind, call }: Pick<StepSpec, "kind" | "call">): NamedCall | null {
  switch (kind) {
    case "model": return namedModel(call);
    case "tool": return toolName(call);
    case "list": return null;
  }
}

/** A tool as models are offered it, `server.tool`. */
export function toolName(name: string): NamedCall {
  const dot = name.indexOf(".");
  return namedTool(name.slice(0, Math.max(dot, 0)), name.slice(dot + 1));
}
