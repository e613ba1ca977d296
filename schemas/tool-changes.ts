import type { Json } from "./json.ts";
import { isJsonObject, sameJson } from "./json.ts";
import type { ToolDefinition } from "./tool-lock.ts";

/** The parts of a definition, by the words that people are told. */
const partWords = { title: "title", description: "description", inputSchema: "input schema", outputSchema: "output schema", annotations: "annotations" } as const satisfies { readonly [part in Exclude<keyof ToolDefinition, "name">]: string };

/** A part of a definition, as people are told of it. */
export type ToolPart = (typeof partWords)[keyof typeof partWords];

/** One difference of a part: at a path of it, or of the whole. What is absent was not there, or is not any more. */
export interface PartChange {
  readonly part: ToolPart;
  /** As in `properties.query.type`; empty for the part itself. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** The parts of a definition that are there, by their words. */
export function partsOf(tool: ToolDefinition): ReadonlyMap<ToolPart, Json> {
  const parts = Object.entries(partWords) as readonly (readonly [keyof typeof partWords, ToolPart])[];
  return new Map(parts.flatMap(([key, words]) => (tool[key] === undefined ? [] : [[words, tool[key]] as const])));
}

/** More differences of one tool than this say no more. */
const mostChanges = 50;

/** How `after` differs from `before`, part by part, the smallest differing pieces of each; at most 50. */
export function toolChanges(before: ToolDefinition, after: ToolDefinition): readonly PartChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const found: PartChange[] = [];
  for (const part of Object.values(partWords)) compare(old.get(part), now.get(part), "", (change) => found.length < mostChanges && found.push({ part, ...change }));
  return found;
}

function compare(before: Json | undefined, after: Json | undefined, path: string, note: (change: Omit<PartChange, "part">) => void): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined || after === undefined) return note({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
  if (sameJson(before, after)) return;
  if (!isJsonObject(before) || !isJsonObject(after)) return note({ path, before, after });
  for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const own = (value: typeof before): Json | undefined => (Object.hasOwn(value, key) ? value[key] : undefined);
    compare(own(before), own(after), path === "" ? key : `${path}.${key}`, note);
  }
}
