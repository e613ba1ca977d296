import { createWorkspace, type BoundNode } from "../../compiler/index.ts";
import type { NameSpace } from "../../schemas/field.ts";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import { kindNamed, specOf } from "../../schemas/nodes/index.ts";
import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { describeType, type RecordFields, type Type } from "../../schemas/type.ts";
import type { Cursor, Step } from "../cursor/cursor.ts";
import { workflowOn, type Snapshot } from "../snapshot.ts";
import type { ArgumentPath } from "../tool-schema.ts";
import { canonical, tellsWorkflow, type Owner, type Place, type Trail } from "./place.ts";

/** A name of the document or its project, with a word about it. */
export interface Known {
  readonly name: string;
  readonly detail: string;
}

/** The workflow that the path of a cursor leads into, where the document holds one there; else the document. */
export function workflowAround(snapshot: Snapshot, { path }: Cursor): Snapshot {
  return workflowOn(snapshot.holder ?? snapshot, path.map((step) => (step.kind === "key" ? step.name : undefined)));
}

/** The keys at the top of the document, as far as they tell what it is; what is half written at the cursor is none of them yet. */
export function topKeys(snapshot: Snapshot, cursor: Cursor): readonly string[] {
  const [first] = cursor.path;
  const read = keysRead(snapshot.holder ?? snapshot);
  // All lines of the text would have to be looked at for the rest.
  if (tellsWorkflow(read)) return read;
  const beside = first === undefined ? cursor.beside() : first.kind === "key" ? first.beside() : [];
  return [...new Set([...beside.map(({ name }) => name), ...read])];
}

/** A workflow is known without its tree, for which all of the text would be read anew. */
function keysRead(snapshot: Snapshot): readonly string[] {
  const { typed } = snapshot;
  if (typed !== undefined) {
    const { header, nodes, file } = typed.bound.ast;
    return [...(Object.keys(header).length > 0 ? ["workflow"] : []), ...(nodes.length > 0 ? ["nodes"] : []), ...Object.values(file).map(({ key }) => key.value)];
  }
  const root = snapshot.tree?.root;
  return root?.kind === "mapping" ? root.entries.map(({ name }) => name) : [];
}

/** The keys of the state with their types. */
export function stateKeys({ typed }: Snapshot): readonly Known[] {
  return typed === undefined ? [] : [...typed.bound.state.values()].map(({ name, type }) => ({ name, detail: describeType(type) }));
}

/** The node that the path of a cursor leads into. */
export function nodeOn({ typed, path: within }: Snapshot, path: readonly Step[]): BoundNode | undefined {
  const [first, second] = path.slice(within.length);
  if (first?.kind !== "key" || first.name !== "nodes" || second?.kind !== "key") return undefined;
  const index = typed?.bound.byId.get(second.name);
  return index === undefined ? undefined : typed?.bound.nodes[index];
}

/** What is declared of the kind of node that a trail leads into. */
export function specOn(trail: Trail): NodeSpec | undefined {
  const [variant] = inNode(trail) ?? [];
  const kind = variant === undefined ? undefined : kindNamed(variant.slice(1));
  return kind === undefined ? undefined : specOf(kind);
}

/** The part of a trail that leads on from a node, which is one of several kinds. */
export function inNode(trail: Trail): Trail | undefined {
  const behind = trail.slice(trail.indexOf("nodes") + 2);
  return trail.includes("nodes") && behind[0]?.startsWith("@") === true ? behind : undefined;
}

/** What the mapping around a place says under the name of this kind, such as the server whose tools are meant. */
export function nameBeside(owner: Owner | undefined, of: NameSpace): string | undefined {
  return owner?.beside().find(({ name }) => {
    const key = canonical(owner.fields, name);
    const field = key === undefined ? undefined : owner.fields[key];
    return field?.shape === "name" && field.of === of;
  })?.value;
}

/** What the mapping around a place says under a key. */
export function textBeside(owner: Owner | undefined, key: string): string | undefined {
  return owner?.beside().find(({ name }) => canonical(owner.fields, name) === key)?.value;
}

/** What was locked of the tools of a server. */
export function toolsOf({ project }: Snapshot, server: string): readonly ToolDefinition[] {
  return [...(project.lock?.get(server)?.values() ?? [])];
}

/** The part of what a tool takes that a cursor stands in. */
export interface ArgumentPlace {
  readonly server: string;
  readonly tool: ToolDefinition;
  readonly path: ArgumentPath;
}

/** Which part of the arguments of a locked tool a place is, at any depth; undefined where it is none. */
export function argumentAt(snapshot: Snapshot, cursor: Cursor, { field, trail, owner }: Place): ArgumentPlace | undefined {
  const isWhole = field.shape === "map" && field.of.shape === "value" && field.of.sink === "arguments";
  if (!isWhole && !(field.shape === "value" && field.sink === "arguments")) return undefined;
  const server = nameBeside(owner, "server");
  const name = nameBeside(owner, "tool");
  const tool = server === undefined ? undefined : toolsOf(snapshot, server).find((each) => each.name === name);
  if (server === undefined || tool === undefined) return undefined;
  // What a trail says of variants and arms takes no step of the path.
  const before = trail.slice(1, isWhole ? trail.length : -1).filter((step) => !/^[@?]/.test(step)).length;
  return { server, tool, path: cursor.path.slice(before).map((step) => (step.kind === "key" ? step.name : undefined)) };
}

/** The state of the workflow in another file; none where there is no such workflow. */
export function stateOfFile({ project }: Snapshot, path: string): readonly Known[] {
  const file = project.textOf?.(path);
  if (file?.ok !== true) return [];
  const workspace = createWorkspace();
  workspace.setText({ uri: path, text: file.text });
  return [...(workspace.typed(path)?.bound.state.values() ?? [])].map(({ name, type }) => ({ name, detail: describeType(type) }));
}

/** The fields of records among the members of a type. */
export function fieldsOf(type: Type): readonly Known[] {
  const records = (type.kind === "union" ? type.of : [type]).filter((member) => member.kind === "record");
  const fields: RecordFields = Object.assign({}, ...records.map((record) => record.fields));
  return Object.entries(fields).map(([name, field]) => ({ name, detail: describeType(field.type) }));
}

/** The MCP servers that the project and this document declare. */
export function servers({ project, tree }: Snapshot): readonly string[] {
  const declared = tree?.root?.kind === "mapping" ? tree.root.entries.find(({ name }) => name === "mcp")?.value : undefined;
  const own = declared?.kind === "mapping" ? declared.entries.find(({ name }) => name === "servers")?.value : undefined;
  return [...new Set([...(project.servers ?? []), ...(project.lock?.keys() ?? []), ...(own?.kind === "mapping" ? own.entries.map(({ name }) => name) : [])])];
}

/** The place's own key: what its value is called in the mapping around it. */
export function ownKey({ trail }: Place): string | undefined {
  return trail.at(-1);
}
