import { optional, types, type RecordFields, type Type } from "../../schemas/type.ts";
import type { Traits } from "../../schemas/node-spec.ts";
import { resultTypeOf } from "../bind/bind.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { lockedTool } from "../bind/locked-tools.ts";
import { typeOfJsonSchema } from "../syntax/json-schema.ts";
import { memberOf } from "../syntax/part.ts";

const known = new WeakMap<BoundWorkflow["state"], Type>();

/** The state as expressions see it: closed, one field per declared key; `any` where the declaration could not be read. */
export function stateType({ state, stateComplete }: Pick<BoundWorkflow, "state" | "stateComplete">): Type {
  if (!stateComplete) return types.hole;
  const type = known.get(state) ?? recordOf(state);
  known.set(state, type);
  return type;
}

function recordOf(state: BoundWorkflow["state"]): Type {
  const fields: { [name: string]: RecordFields[string] } = {};
  for (const [name, symbol] of state) fields[name] = { type: symbol.type };
  return { kind: "record", fields, open: false };
}

/**
 * `output` of a node: one field per state key it writes, and where the result itself is an object, its fields too;
 * a written key wins over a field of the same name.
 */
function outputType(bound: BoundWorkflow, node: BoundNode): Type {
  const given = resultTypeOf(node);
  if (given.kind === "hole") return types.hole;
  const result = given.kind === "any" ? lockedResult(bound, node) : given;
  const inner: RecordFields = result.kind === "record" ? result.fields : {};
  const fields: { [name: string]: RecordFields[string] } = { ...inner };
  for (const write of node.writes) {
    const symbol = bound.state.get(write.key);
    fields[write.key] = { type: symbol?.type ?? types.hole };
  }
  const isOpen = result.kind === "any" || result.kind === "dict" || (result.kind === "record" && result.open);
  return { kind: "record", fields, open: isOpen };
}

/** What a locked tool says that it answers: the names of its fields. Nobody holds it to that, so what they are is not known. */
function lockedResult(bound: BoundWorkflow, node: BoundNode): Type {
  const schema = lockedTool(bound, node)?.outputSchema;
  const said = schema === undefined ? types.any : typeOfJsonSchema(schema);
  if (said.kind !== "record") return types.any;
  return { kind: "record", fields: Object.fromEntries(Object.keys(said.fields).map((name) => [name, { type: types.any }])), open: true };
}

/** Where in a node: what its work reads, or what chooses its route when that is done. */
export type Place = "work" | "route";

/** Whether a place has roots that most places have not. */
export function hasOwnRoots({ spec }: BoundNode, place: Place): boolean {
  return place === "route" || spec === undefined || spec.traits.roots?.includes("output") === true;
}

/** The roots that only some places have: `output` and `event`. */
export function placeRoots(bound: BoundWorkflow, node: BoundNode, place: Place): { readonly output?: Type; readonly event?: Type } {
  if (node.spec === undefined) return { output: types.hole, event: types.hole };
  const { traits } = node.spec;
  if (place === "route") {
    const output = outputType(bound, node);
    return traits.event === undefined ? { output } : { output, event: eventType(node, traits.event) };
  }
  if (!hasOwnRoots(node, place)) return {};
  const subject = writerOf(bound, node, place);
  // Without a subject the missing output is reported already.
  return { output: subject === undefined ? types.hole : outputType(bound, subject) };
}

/** The node whose result `output` is at a place of `node`, as far as there is one. */
export function writerOf({ nodes }: BoundWorkflow, node: BoundNode, place: Place): BoundNode | undefined {
  return place === "route" ? node : node.subject === undefined ? undefined : nodes[node.subject];
}

function eventType(node: BoundNode, { field, or }: NonNullable<Traits["event"]>): Type {
  const fields: { [name: string]: RecordFields[string] } = {};
  for (const { key, part } of memberOf(node.ast.members, field, "map")?.entries ?? []) {
    fields[key.value] = { type: part.shape === "type" ? part.type.type : types.hole };
  }
  const payload: Type = { kind: "record", fields, open: true };
  return or.some((name) => node.ast.members[name] !== undefined) ? optional(payload) : payload;
}
