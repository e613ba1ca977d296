import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { schemaProblem } from "../../schemas/schema-problem.ts";
import { forbiddenNames } from "../../schemas/text-format.ts";
import type { ToolInfo } from "../ports.ts";

const longestDescription = 8_192;
const largestSchema = 262_144;
const deepestSchema = 32;

/** The tools that a server lists, in its order. What nobody could use safely stands there with the reason why not. */
export function toolsIn(items: readonly Json[]): readonly ToolInfo[] {
  const seen = new Set<string>();
  return items.filter(isJsonObject).map((item) => {
    const tool = toolIn(item);
    const key = tool.name.toLowerCase();
    const problem = nameProblem(tool.name) ?? (seen.has(key) ? "another tool of this server is called the same" : undefined) ?? whyUnusable(tool);
    seen.add(key);
    return problem === undefined ? tool : { ...tool, problem };
  });
}

function toolIn({ name, title, description, inputSchema, outputSchema, annotations }: JsonObject): ToolInfo {
  return {
    name: typeof name === "string" ? name : "",
    ...(typeof title === "string" ? { title: title.slice(0, longestDescription) } : {}),
    description: typeof description === "string" ? description.slice(0, longestDescription) : "",
    inputSchema: isJsonObject(inputSchema) ? inputSchema : { type: "object" },
    ...(isJsonObject(outputSchema) ? { outputSchema } : {}),
    ...(isJsonObject(annotations) ? { annotations } : {}),
  };
}

/** Names are put into prompts, logs and paths: only those that mean nothing else there are names. */
function nameProblem(name: string): string | undefined {
  if (name === "") return "it has no name";
  if (!/^[A-Za-z0-9_][A-Za-z0-9_./-]{0,127}$/.test(name) || name.includes("..")) return "its name is not 1 to 128 letters, digits, '_', '-', '.' or '/'";
  return forbiddenNames.has(name) || name.startsWith("mcp__") ? "its name is reserved" : undefined;
}

/** Why a tool must not be used: what it says of itself is too much for anybody, or nothing can be held against it. */
function whyUnusable({ inputSchema, outputSchema = {}, annotations = {} }: ToolInfo): string | undefined {
  return schemaFlaw(inputSchema) ?? sizeFlaw(outputSchema, "output schema") ?? sizeFlaw(annotations, "annotations");
}

/** Why a schema must not be held against anything: it reaches out, never ends, or costs more than it says. */
function schemaFlaw(schema: JsonObject): string | undefined {
  const tooMuch = sizeFlaw(schema, "schema");
  if (tooMuch !== undefined) return tooMuch;
  const parts = objectsIn(schema);
  const outer = parts.map((part) => part["$ref"]).find((ref) => typeof ref === "string" && !ref.startsWith("#"));
  if (outer !== undefined) return "its schema refers to another document";
  if (refersToItself(schema)) return "its schema refers to itself";
  const problem = schemaProblem(schema);
  return problem === undefined ? undefined : `its schema cannot be used: ${problem.why}`;
}

function sizeFlaw(part: JsonObject, what: string): string | undefined {
  if (isDeep(part)) return `its ${what} is nested more than ${deepestSchema} deep`;
  return JSON.stringify(part).length > largestSchema ? `its ${what} is larger than ${largestSchema / 1_024} KiB` : undefined;
}

function isDeep(schema: Json): boolean {
  let level: readonly Json[] = [schema];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestSchema) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}

function objectsIn(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isJsonObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** Whether a reference is reached again from what it stands for; each is followed once. */
function refersToItself(root: JsonObject): boolean {
  const settled = new Set<string>();
  const visit = (part: Json, way: readonly string[]): boolean =>
    objectsIn(part).some(({ $ref: ref }) => {
      if (typeof ref !== "string" || settled.has(ref)) return false;
      if (way.includes(ref) || visit(targetOf(root, ref), [...way, ref])) return true;
      settled.add(ref);
      return false;
    });
  return visit(root, []);
}

/** What a reference of this document stands for; nothing where it leads nowhere. Source: RFC 6901. */
function targetOf(root: JsonObject, ref: string): Json {
  return ref.slice(1).split("/").slice(1).reduce((at: Json, step): Json => {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return typeof at === "object" && at !== null && Object.hasOwn(at, key) ? ((at as JsonObject)[key] ?? null) : null;
  }, root);
}
