import { referredPart, typeOfJsonSchema } from "../compiler/index.ts";
import { isJsonObject, type Json, type JsonObject } from "../schemas/json.ts";
import type { ToolDefinition } from "../schemas/tool-lock.ts";
import { describeType, unionOf } from "../schemas/type.ts";

/** The way to a part of what a tool takes: names of fields, and for an item of a list nothing. */
export type ArgumentPath = readonly (string | undefined)[];

/** One field of what a tool takes. */
export interface ToolField {
  readonly name: string;
  readonly isRequired: boolean;
  /** Its type, and that it is required. */
  readonly detail: string;
}

/** So many schemas of one place are looked at: those of alternatives multiply with every step. */
const mostSchemas = 64;

/** What the locked schema of a tool says of a part of its arguments: of alternatives, all. */
export function schemasAt(tool: ToolDefinition, path: ArgumentPath): readonly JsonObject[] {
  return spread(tool.inputSchema, writtenAt(tool, path));
}

/** The same as it is written, with references and alternatives. */
function writtenAt({ inputSchema }: ToolDefinition, path: ArgumentPath): readonly Json[] {
  return path.reduce<readonly Json[]>((schemas, step) => spread(inputSchema, schemas).flatMap((schema) => (step === undefined ? itemsOf(schema) : fieldOf(schema, step))), [inputSchema]);
}

/** The fields of a part of its arguments, each once. */
export function fieldsAt(tool: ToolDefinition, path: ArgumentPath): readonly ToolField[] {
  const schemas = schemasAt(tool, path);
  const names = new Set(schemas.flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : [])));
  return [...names].map((name) => {
    const own = schemas.filter(({ properties }) => isJsonObject(properties) && Object.hasOwn(properties, name));
    const isRequired = own.some(({ required }) => Array.isArray(required) && required.includes(name));
    return { name, isRequired, detail: `${isRequired ? "required: " : ""}${typeAt(tool, [...path, name])}` };
  });
}

/** The type of a part of its arguments. */
export function typeAt(tool: ToolDefinition, path: ArgumentPath): string {
  return describeType(unionOf(writtenAt(tool, path).map((schema) => typeOfJsonSchema(schema, tool.inputSchema))));
}

/** The values that a part of its arguments may have, where they are listed. */
export function valuesAt(tool: ToolDefinition, path: ArgumentPath): readonly (string | number | boolean)[] {
  const listed = schemasAt(tool, path).flatMap(({ enum: allowed, const: only, type }): readonly Json[] =>
    Array.isArray(allowed) ? (allowed as readonly Json[]) : only !== undefined ? [only] : type === "boolean" ? [true, false] : []);
  return [...new Set(listed)].filter((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean");
}

/** Schemas with what they refer to, and their alternatives, beside them. */
function spread(root: JsonObject, schemas: readonly Json[]): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const open: Json[] = [...schemas].reverse();
  while (open.length > 0 && found.size < mostSchemas) {
    const schema = open.pop();
    if (!isJsonObject(schema) || found.has(schema)) continue;
    found.add(schema);
    const { $ref, anyOf, oneOf, allOf } = schema;
    const inner = [anyOf, oneOf, allOf].flatMap((members): readonly Json[] => (Array.isArray(members) ? (members as readonly Json[]) : []));
    const referred = typeof $ref === "string" ? referredPart(root, $ref) : undefined;
    open.push(...inner.toReversed(), ...(referred === undefined ? [] : [referred]));
  }
  return [...found];
}

function fieldOf({ properties, additionalProperties }: JsonObject, name: string): readonly Json[] {
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return [properties[name] as Json];
  return isJsonObject(additionalProperties) ? [additionalProperties] : [];
}

/** What any item may be. */
function itemsOf({ items, prefixItems }: JsonObject): readonly Json[] {
  return [...(Array.isArray(prefixItems) ? (prefixItems as readonly Json[]) : []), ...(items === undefined ? [] : [items])];
}
