import type { JsonObject } from "../../schemas/json.ts";
import type { ToolLock } from "../../schemas/tool-lock.ts";

/** A lock of one server: its tools, with what it says of each. */
export function lockOf(server: string, tools: { readonly [name: string]: JsonObject }): ToolLock {
  return new Map([[server, new Map(Object.entries(tools).map(([name, annotations]) => [name, { name, description: "", inputSchema: { type: "object" }, annotations }]))]]);
}
