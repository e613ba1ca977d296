import type { ToolAnswer, ToolInfo } from "../../runtime/index.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { LockState } from "../locking.ts";
import type { Line } from "./page.ts";
import { wrap } from "./wrap.ts";

/** The tools of one server, or why it lists none. */
export interface Listed {
  readonly server: string;
  readonly tools: readonly ToolInfo[];
  /** How that stands to the lock; absent where nothing was locked anywhere. */
  readonly lock?: LockState;
  readonly failure?: { readonly code: string; readonly message: string };
}

/** `short` shows how a description begins, `whole` all of it. */
export type Detail = "short" | "whole";

/** A server with its tools below it: what each takes, and what its server says that it does. */
export function serverLines({ server, tools, lock, failure }: Listed, columns: number, detail: Detail): readonly Line[] {
  const name = { tone: "strong", text: server } as const;
  if (failure !== undefined) return [[name, "  ", { tone: "bad", text: failure.code }], ...indented(failure.message, 2, columns)];
  const count = `${tools.length} ${tools.length === 1 ? "tool" : "tools"}`;
  const state: Line = lock === undefined ? [] : lock === "changed" ? [{ tone: "dim", text: ", " }, { tone: "bad", text: "changed since they were locked" }] : [{ tone: "dim", text: `, ${lock}` }];
  return [[name, { tone: "dim", text: `  ${count}` }, ...state], ...tools.flatMap((tool) => toolLines(tool, columns, detail))];
}

export function listedData({ server, tools, lock, failure }: Listed): JsonObject {
  return { server, ...(failure === undefined ? { tools: tools.map((tool) => ({ ...tool })), ...(lock === undefined ? {} : { lock }) } : { error: { ...failure } }) };
}

function toolLines({ name, description, inputSchema, problem }: ToolInfo, columns: number, detail: Detail): readonly Line[] {
  const said = indented(description, 4, columns);
  const refused = problem === undefined ? [] : indented(`not usable: ${problem}`, 4, columns);
  return [...signature(name, inputSchema, columns), ...refused, ...(detail === "whole" || said.length <= shortest ? said : [...said.slice(0, shortest - 1), `${said[shortest - 1] ?? ""} …`])];
}

/** Lines of a description that `short` shows. */
const shortest = 2;

/** `search(query: string, count?: integer)`, over as many lines as it takes. */
function signature(name: string, schema: JsonObject, columns: number): readonly Line[] {
  const required = Array.isArray(schema["required"]) ? (schema["required"] as readonly Json[]) : [];
  const properties = isJsonObject(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const args = properties.map(([key, value]) => `${key}${required.includes(key) ? "" : "?"}: ${typeOf(value)}`);
  const [first = "", ...rest] = wrap(`${name}(${args.join(", ")})`, columns - 4);
  return [`  ${first}`, ...rest.map((line) => `      ${line}`)];
}

/** The type of an argument in as few words as its schema allows. */
function typeOf(schema: Json): string {
  if (!isJsonObject(schema)) return "anything";
  const { type, items } = schema;
  if (Array.isArray(schema["enum"])) return (schema["enum"] as readonly Json[]).map((value) => JSON.stringify(value)).join("|");
  if (type === "array") return `${items === undefined ? "anything" : typeOf(items)}[]`;
  return typeof type === "string" ? type : Array.isArray(type) ? type.join("|") : "anything";
}

/** The result of a call for people: data as JSON, texts as they are, and of anything else what it is. */
export function answerLines({ content, structured }: ToolAnswer): readonly Line[] {
  if (structured !== undefined) return JSON.stringify(structured, undefined, 2).split("\n");
  return content.flatMap((item): readonly Line[] => {
    if (!isJsonObject(item)) return [JSON.stringify(item)];
    if (typeof item["text"] === "string") return item["text"].replace(/\n$/, "").split("\n");
    const size = typeof item["data"] === "string" ? `, ${item["data"].length} characters of base64` : "";
    return [[{ tone: "dim", text: `(${String(item["type"])} ${String(item["mimeType"] ?? item["uri"] ?? "")}${size})` }]];
  });
}

function indented(text: string, by: number, columns: number): readonly string[] {
  return wrap(text, columns - by).map((line) => " ".repeat(by) + line);
}
