import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { canonicalJson, isJsonObject } from "../../schemas/json.ts";
import type { LockedTools, ToolDefinition, ToolLock } from "../../schemas/tool-lock.ts";
import { definitionOf } from "../../schemas/tool-lock.ts";
import { parseJson } from "../activities/text.ts";
import type { Place } from "../project/locate.ts";
import type { ProjectProblem } from "../project/project.ts";

const lockVersion = 1;

/** A lock, or the first thing that is wrong with its text. */
export type LockRead = { readonly ok: true; readonly value: ToolLock } | { readonly ok: false; readonly problem: Pick<ProjectProblem, "place" | "message" | "help"> };

/** SHA-256, in hex, of the canonical JSON of a definition. */
export function toolHash(tool: ToolDefinition): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...definitionOf(tool) }))));
}

/** A lock as text: servers, tools and all keys within sorted, so that equal locks are equal texts and a change is a small diff. */
export function writeToolLock(lock: ToolLock): string {
  const servers = [...lock].map(([server, tools]): [string, Json] => [server, { tools: Object.fromEntries([...tools].map(([name, tool]) => [name, lockedJson(tool)])) }]);
  const text = JSON.stringify({ version: lockVersion, servers: sorted(Object.fromEntries(servers)) }, undefined, 2);
  return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapedUnits)}\n`;
}

/** What nobody sees, or what steers a terminal, as the escape that JSON reads back. */
function escapedUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}

function lockedJson(tool: ToolDefinition): JsonObject {
  const { name: _, ...parts } = definitionOf(tool);
  return { sha256: toolHash(tool), ...parts };
}

/** The same data with its keys in order; what stands in lists keeps its own. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

/** The lock in a text that anybody may have written: its shape and every hash are checked. */
export function readToolLock(text: string): LockRead {
  const parsed = parseJson(text);
  if (parsed === undefined) return flaw(textFlaw(text), "this is no JSON that could be a lock", relock);
  const data = parsed.value;
  if (!isJsonObject(data) || typeof data["version"] !== "number") return flaw(placeOf(text, []), "this is no lock: it does not say its 'version'", relock);
  const { version, servers, ...rest } = data;
  if (version !== lockVersion) return flaw(placeOf(text, ["version"]), `the lock has format ${String(version)}, and this version reads ${lockVersion}`, "update jamjet, or delete the file and lock again: jamjet lock");
  const [foreign] = Object.keys(rest);
  if (foreign !== undefined || !isJsonObject(servers)) return flaw(placeOf(text, foreign === undefined ? [] : [foreign]), foreign === undefined ? "the lock names no 'servers'" : `a lock has no '${foreign}'`, relock);
  const lock = new Map<string, LockedTools>();
  for (const [server, value] of Object.entries(servers)) {
    const tools = isJsonObject(value) && Object.keys(value).length === 1 ? value["tools"] : undefined;
    if (!isJsonObject(tools)) return flaw(placeOf(text, [server]), `the lock of the server '${server}' is damaged`, relock);
    const definitions = Object.entries(tools).map(([name, tool]) => [name, readTool(name, tool)] as const);
    const [damaged] = definitions.flatMap(([name, tool]) => (tool === undefined ? [name] : []));
    if (damaged !== undefined) return flaw(placeOf(text, [server, damaged]), `the lock of the tool '${damaged}' of '${server}' is damaged: its hash is not that of its definition`, relock);
    lock.set(server, new Map(definitions.flatMap(([name, tool]) => (tool === undefined ? [] : [[name, tool] as const]))));
  }
  return { ok: true, value: lock };
}

const relock = "take the file from version control again, or delete it and lock anew: jamjet lock";

/** A locked definition; nothing where a part is of the wrong kind, unknown, or was changed after it was locked. */
function readTool(name: string, data: Json): ToolDefinition | undefined {
  if (!isJsonObject(data)) return undefined;
  const { sha256, title, description, inputSchema, outputSchema, annotations, ...rest } = data;
  const isObjectOrAbsent = (value: Json | undefined): value is JsonObject | undefined => value === undefined || isJsonObject(value);
  if (Object.keys(rest).length > 0 || typeof description !== "string" || !isJsonObject(inputSchema)) return undefined;
  if ((title !== undefined && typeof title !== "string") || !isObjectOrAbsent(outputSchema) || !isObjectOrAbsent(annotations)) return undefined;
  const tool: ToolDefinition = {
    name,
    description,
    inputSchema,
    ...(title === undefined ? {} : { title }),
    ...(outputSchema === undefined ? {} : { outputSchema }),
    ...(annotations === undefined ? {} : { annotations }),
  };
  return toolHash(tool) === sha256 ? tool : undefined;
}

function flaw(place: Place, message: string, help: string): LockRead {
  return { ok: false, problem: { place, message, help } };
}

/** The place of the innermost of several keys, each looked for behind the one before. */
function placeOf(text: string, keys: readonly string[]): Place {
  let place: Place = { start: 0, end: Math.min(1, text.length) };
  for (const key of keys) {
    const start = text.indexOf(JSON.stringify(key), place.end);
    if (start === -1) return place;
    place = { start, end: start + JSON.stringify(key).length };
  }
  return place;
}

/** Where a text stops being JSON: what version control left in it, else what the engine says in words, else an end of it. */
function textFlaw(text: string): Place {
  const conflict = /^(?:<{7}|={7}|>{7}).*$/m.exec(text);
  if (conflict !== null) return { start: conflict.index, end: conflict.index + conflict[0].length };
  const said = /at position (\d+)/.exec(messageOf(text))?.[1];
  const end = text.startsWith("{") ? text.trimEnd().length - 1 : 0;
  const start = Math.max(0, said === undefined ? end : Math.min(Number(said), text.length - 1));
  return { start, end: Math.min(start + 1, text.length) };
}

function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
