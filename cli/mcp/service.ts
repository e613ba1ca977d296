import type { Json, JsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import { type Maybe, problemIn, refusal } from "../answer.ts";
import { sharedShapes } from "../answers.ts";
import type { Io } from "../io.ts";
import { page } from "../render/page.ts";
import { codesLike, codeTemplate, openLibrary, type Library } from "./library.ts";
import { promptList, promptText, type Prompt } from "./prompts.ts";
import { scopeOf, type Scope } from "./scope.ts";
import { inputSchema, type Tool, type ToolAnswer } from "./tool.ts";
import { tools } from "./tools.ts";

/**
 * What agents are served, in words of our own: what speaks the protocol is loaded by nobody who does not speak it.
 *
 * M1. Nothing that a client says runs a workflow, reaches a network, or leads out of its folders.
 * M2. A tool that cannot do what it was asked says so in its result, so that the model reads why.
 * M3. Data of a result fits the schema that its tool declares; a tool that failed gives none.
 */
export interface AgentService {
  readonly instructions: string;
  readonly tools: readonly ListedTool[];
  /** Calls a tool, for a client that may ask about `folders`; never throws. */
  readonly call: (tool: string, args: Json | undefined, folders: Scope["folders"]) => Promise<Result>;
  readonly library: Library;
  readonly codeTemplate: typeof codeTemplate;
  readonly codesLike: typeof codesLike;
  readonly prompts: readonly Prompt[];
  readonly promptText: (name: string, given: { readonly [name: string]: string }) => Told;
}

/** A text, or why there is none. */
export type Told = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** A tool as the protocol lists it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema: JsonObject;
  readonly annotations: { readonly title: string; readonly readOnlyHint: boolean; readonly destructiveHint: boolean; readonly idempotentHint: boolean; readonly openWorldHint: boolean };
}

/** What models read, and what programs do; without data the tool failed. */
export interface Result {
  readonly texts: readonly string[];
  readonly data?: JsonObject;
}

const instructions = `JamJet workflows are YAML documents that a compiler checks before anything runs. Call 'validate' after every change of one, with 'text' before you save it or 'path' after, and mend all it finds: 'fix' does what is safe, 'explain' tells of each code why it matters. Read jamjet:///docs/guide/writing-a-workflow.md before you write your first, jamjet:///docs/reference/nodes/README.md for the node types, and jamjet:///docs/reference/expressions/README.md for what may stand in {{ }}. Nothing here runs a workflow.`;

/** Serves what lies in the world of `io`. */
export function agentService(io: Io): AgentService {
  return {
    instructions,
    tools: tools.map(listed),
    async call(name, args, folders) {
      const tool = tools.find((each) => each.name === name);
      if (tool === undefined) return resultOf(unknownTool(name));
      try {
        return resultOf(await tool.call(args, scopeOf(folders, io)));
      } catch (error) {
        return resultOf(refusal(`this is a bug in jamjet: ${error instanceof Error ? error.message : String(error)}`, "report it with the document", "bug"));
      }
    },
    library: openLibrary(),
    codeTemplate,
    codesLike,
    prompts: promptList,
    promptText: (name, given) => told(promptText(name, given)),
  };
}

function told(text: Maybe<string>): Told {
  return text.ok ? { ok: true, text: text.value } : { ok: false, reason: problemIn(text.answer).message };
}

function unknownTool(name: string): ToolAnswer {
  const names = tools.map((tool) => tool.name);
  const near = nearest(name, names);
  return refusal(`no tool is called '${name.slice(0, 80)}'`, near === undefined ? `there are ${names.join(", ")}` : `did you mean '${near}'?`);
}

function listed({ name, title, doc, params, shapes, writes }: Tool): ListedTool {
  const [shape] = shapes;
  const output: JsonObject = shapes.length === 1 && shape !== undefined ? shape : { type: "object", anyOf: [...shapes] };
  const defs = namedIn(output);
  return {
    name,
    title,
    description: doc,
    inputSchema: inputSchema(params),
    outputSchema: { ...output, ...(defs === undefined ? {} : { $defs: defs }) },
    annotations: { title, readOnlyHint: writes !== true, destructiveHint: writes === true, idempotentHint: true, openWorldHint: false },
  };
}

/** The shapes with names that a schema refers to, those that they refer to included. */
function namedIn(schema: JsonObject): JsonObject | undefined {
  const names = new Set(referencesIn(schema));
  // A set gives what is added to it while it is gone through.
  for (const name of names) for (const next of referencesIn(sharedShapes[name] ?? {})) names.add(next);
  return names.size === 0 ? undefined : Object.fromEntries([...names].map((name) => [name, sharedShapes[name] ?? {}]));
}

function referencesIn(schema: JsonObject): readonly string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name = ""]) => name);
}

function resultOf({ to, data, lines, more = [] }: ToolAnswer): Result {
  const texts = [...more, page(lines, "never")];
  // What is said to 'out' is an object in every command that is a tool.
  return to === "err" ? { texts } : { texts, data: data as JsonObject };
}
