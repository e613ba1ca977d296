import { nearest } from "../../schemas/nearest.ts";
import { unreachable } from "../../schemas/bug.ts";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { type Answer, type Maybe, found, refused } from "../answer.ts";
import { type Shape, flag, integer, text, words } from "../shapes.ts";
import type { Scope } from "./scope.ts";

/** One member of a tool's arguments. Those that are not `required` may be absent; a flag is false then. */
export type Param = { readonly doc: string; readonly required?: true } & (
  | { readonly kind: "text" | "count" | "flag" }
  | { readonly kind: "choice"; readonly oneOf: readonly string[] }
);
export type Params = { readonly [name: string]: Param };

type Plain<P extends Param> =
  P extends { kind: "flag" } ? boolean :
  P extends { kind: "count" } ? number :
  P extends { kind: "choice"; oneOf: readonly (infer W)[] } ? W :
  string;

/** What a client gave, by the names of the parameters. */
export type Given<P extends Params> = { readonly [N in keyof P]: P[N] extends { required: true } | { kind: "flag" } ? Plain<P[N]> : Plain<P[N]> | undefined };

/** An answer with what a model should see beside its lines, each as a text of its own. */
export interface ToolAnswer extends Answer {
  readonly more?: readonly string[];
}

interface ToolSpec<P extends Params> {
  readonly name: string;
  /** For people who look at lists of tools. */
  readonly title: string;
  /** For models that choose among them. */
  readonly doc: string;
  readonly params: P;
  /** What its data may look like; shapes with names are those of `sharedShapes`. */
  readonly shapes: readonly Shape[];
  readonly writes?: true;
  /** An answer to `err` is a tool error. */
  readonly run: (given: Given<P>, scope: Scope) => ToolAnswer | Promise<ToolAnswer>;
}

/** A tool as the server sees it. `call` takes arguments that are not looked at yet. */
export interface Tool extends Omit<ToolSpec<Params>, "run"> {
  readonly call: (args: Json | undefined, scope: Scope) => ToolAnswer | Promise<ToolAnswer>;
}

/** Declares a tool; its `run` sees values of the types that its parameters name. */
export function tool<const P extends Params>(spec: ToolSpec<P>): Tool {
  return {
    ...spec,
    call(args, scope) {
      const given = givenIn(args, spec);
      // Every name of the parameters has a value of the kind that it declares.
      return given.ok ? spec.run(given.value as Given<P>, scope) : given.answer;
    },
  };
}

/** The JSON Schema of a tool's arguments. */
export function inputSchema(params: Params): JsonObject {
  const entries = Object.entries(params);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, param]) => [name, shapeOf(param)])),
    required: entries.flatMap(([name, { required }]) => (required ? [name] : [])),
    additionalProperties: false,
  };
}

function shapeOf(param: Param): Shape {
  switch (param.kind) {
    case "text": return text(param.doc);
    case "flag": return flag(param.doc);
    case "count": return { ...integer(param.doc), minimum: 1 };
    case "choice": return words(param.doc, ...param.oneOf);
    default: return unreachable(param, "shapeOf");
  }
}

function givenIn(args: Json | undefined, { name: tool, params }: Pick<Tool, "name" | "params">): Maybe<JsonObject> {
  const named = args ?? {};
  if (!isJsonObject(named)) return refused(`'${tool}' takes an object of arguments`);
  const names = Object.keys(params);
  const unknown = Object.keys(named).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    return refused(`'${tool}' takes no '${unknown}'`, near === undefined ? `it takes ${names.join(", ")}` : `did you mean '${near}'?`);
  }
  const values: { [name: string]: Json } = {};
  for (const [name, param] of Object.entries(params)) {
    const value = Object.hasOwn(named, name) ? named[name] : undefined;
    if (value === undefined && param.required) return refused(`'${tool}' wants '${name}'`, param.doc);
    const wanted = value === undefined ? undefined : misfit(param, value);
    if (wanted !== undefined) return refused(`'${name}' is ${wanted}, and not ${kindOf(value)}`);
    if (value !== undefined) values[name] = value;
    else if (param.kind === "flag") values[name] = false;
  }
  return found(values);
}

/** What a value should have been instead; undefined where it is that. */
function misfit(param: Param, value: Json): string | undefined {
  switch (param.kind) {
    case "text": return typeof value === "string" ? undefined : "a string";
    case "flag": return typeof value === "boolean" ? undefined : "true or false";
    case "count": return Number.isSafeInteger(value) && Number(value) >= 1 ? undefined : "a whole number from 1";
    case "choice": return typeof value === "string" && param.oneOf.includes(value) ? undefined : `one of ${param.oneOf.join(", ")}`;
    default: return unreachable(param, "misfit");
  }
}

function kindOf(value: Json | undefined): string {
  if (typeof value === "string") return value.length > 40 ? "this text" : `'${value}'`;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}
