import type { JsonObject } from "./json.ts";

/** A tool in its server's own words: what a model is told of it, and what a lock holds. */
export interface ToolDefinition {
  readonly name: string;
  readonly title?: string;
  /** Empty where the server says nothing. */
  readonly description: string;
  /** A JSON Schema of its arguments. */
  readonly inputSchema: JsonObject;
  /** A JSON Schema of the data that it answers with. */
  readonly outputSchema?: JsonObject;
  readonly annotations?: JsonObject;
}

/** What was last accepted of each server, by its name: its tools by theirs. A server that is not here was never locked. */
export type ToolLock = ReadonlyMap<string, LockedTools>;

export type LockedTools = ReadonlyMap<string, ToolDefinition>;

/** What a server promises of a tool; undefined where it says nothing. Source: MCP 2025-11-25, `ToolAnnotations`. */
export interface ToolHints {
  /** It changes nothing. */
  readonly readOnly: boolean | undefined;
  /** It may delete or overwrite; said only of a tool that changes something. */
  readonly destructive: boolean | undefined;
  /** Doing it again with the same arguments changes nothing more. */
  readonly idempotent: boolean | undefined;
  /** It reaches out into a world that its server does not know. */
  readonly openWorld: boolean | undefined;
}

/** The promises among the annotations of a tool. They are the server's own words, and bind nobody. */
export function hintsOf({ annotations = {} }: Pick<ToolDefinition, "annotations">): ToolHints {
  const said = (name: string): boolean | undefined => {
    const value = Object.hasOwn(annotations, name) ? annotations[name] : undefined;
    return typeof value === "boolean" ? value : undefined;
  };
  return { readOnly: said("readOnlyHint"), destructive: said("destructiveHint"), idempotent: said("idempotentHint"), openWorld: said("openWorldHint") };
}

/** A definition with nothing beside its own parts. */
export function definitionOf({ name, title, description, inputSchema, outputSchema, annotations }: ToolDefinition): ToolDefinition {
  return {
    name,
    ...(title === undefined ? {} : { title }),
    description,
    inputSchema,
    ...(outputSchema === undefined ? {} : { outputSchema }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}
