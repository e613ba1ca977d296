import { unreachable } from "../../schemas/bug.ts";
import type { Span } from "../../schemas/span.ts";

/**
 * What a name of a document may stand for: a node, a key of the state, a part of what stands under one, a part of what a
 * node answers, a variable of an expression, what an expression may begin with, a variable of the environment, a retry
 * policy, an MCP server, a tool of one as `server.tool`, a model, a file, or a unit of a fleet as `agent:name`.
 */
export type NameKind = "node" | "state" | "field" | "result" | "variable" | "root" | "env" | "retry" | "server" | "tool" | "model" | "file" | "unit";

/** One place where a document names something. */
export interface Occurrence {
  readonly of: NameKind;
  /** The word that stands there; a file by its path as written. */
  readonly name: string;
  /** Within one document, equal ids of one kind are one thing. That of a key of the state, a node or a policy is its name. */
  readonly id: string;
  /** Where the name stands; in quotes, if the author quoted it. It may be in a file that belongs to the document. */
  readonly span: Span;
  /** `lead` is a target: control may go there. */
  readonly role: "declare" | "lead" | "read" | "write";
  /** The node whose text it is; undefined in the header. */
  readonly node: number | undefined;
  /** The document whose name it is, by its path from this one, where it is another one's. */
  readonly document?: string;
  /** Where it stands outside the workflow whose name it is: the keys that lead to that one in the document. */
  readonly within?: readonly string[];
  /** It stands in a longer text, such as an expression: its span is that of the bare word. */
  readonly isPart?: true;
  /** Where the path of a file begins. */
  readonly from?: "document" | "project";
}

/** Whether equal ids mean one thing within one workflow only, of which a document may hold several. */
export function isScoped(of: NameKind): boolean {
  switch (of) {
    case "node": case "state": case "field": case "result": case "variable": case "root": case "retry": return true;
    case "env": case "server": case "tool": case "model": case "file": case "unit": return false;
    default: return unreachable(of, "isScoped");
  }
}

/** The kind, the id and the word of a path into the state; undefined where its keys cannot be told from others. */
export function statePath(path: readonly string[]): Pick<Occurrence, "of" | "id" | "name"> | undefined {
  const name = path.at(-1);
  if (name === undefined || path.some((key) => key.includes("."))) return undefined;
  return { of: path.length === 1 ? "state" : "field", id: path.join("."), name };
}

/** The same of a path into what the node `owner` answers, which may be a part of the state as well. */
export function resultPath(owner: string, stored: string | undefined, path: readonly string[]): Pick<Occurrence, "of" | "id" | "name"> | undefined {
  if (stored !== undefined) return statePath([stored, ...path]);
  const name = path.at(-1);
  return name === undefined || path.some((key) => key.includes(".")) ? undefined : { of: "result", id: `${owner}/${path.join(".")}`, name };
}
