import type { RootName } from "../../schemas/expr/roots.ts";
import { rootCalled } from "../../schemas/expr/roots.ts";
import type { Clause, ExprAst, ExprOf, Range, Word } from "./ast.ts";
import { childrenOf } from "./ast.ts";

/** A word of an expression that names something, and what it names. */
export type Mention = Range &
  (
    | { readonly names: "root"; readonly root: RootName }
    /** A key that is written out behind a root: `path` leads from the root to it, itself included. */
    | { readonly names: "key"; readonly root: RootName; readonly path: readonly string[] }
    /** A variable of a loop or of `{% set %}`: where `binding` is equal it is the same one. It counts from the beginning of the text. */
    | { readonly names: "variable"; readonly name: string; readonly binding: number; readonly role: "declare" | "read"; readonly stands: Origin | undefined }
  );

/** The part of a root that a value is, where nothing was computed on the way. */
export interface Origin {
  readonly root: RootName;
  readonly path: readonly string[];
}

/** A variable that is known at one place; `binding` is undefined for one that nobody wrote, such as `loop`. */
export interface Variable {
  readonly binding: number | undefined;
  readonly stands: Origin | undefined;
}

export type Variables = ReadonlyMap<string, Variable>;

export const noVariables: Variables = new Map();

/** What was found so far, and how far the ranges of the tree are from those of its text. */
export interface Mentioned {
  readonly found: Mention[];
  readonly offset: number;
}

/** Collects all that `ast` mentions, in the order of evaluation, and tells what it stands for as a whole. */
export function collectMentions(ast: ExprAst, variables: Variables, to: Mentioned): Origin | undefined {
  switch (ast.kind) {
    case "name": return mentionOfName(ast, variables, to);
    case "attribute": {
      const origin = collectMentions(ast.of, variables, to);
      return origin === undefined || ast.name.text === "" ? undefined : mentionOfKey(origin, ast.name, to);
    }
    case "index": {
      const origin = collectMentions(ast.of, variables, to);
      const key = keyIn(ast);
      if (origin !== undefined && key !== undefined) return mentionOfKey(origin, key, to);
      collectMentions(ast.at, variables, to);
      return undefined;
    }
    case "comprehension": {
      const within = ast.clauses.reduce((scope, clause) => collectClause(clause, scope, to), variables);
      collectMentions(ast.body, within, to);
      return undefined;
    }
    default:
      for (const part of childrenOf(ast)) collectMentions(part, variables, to);
      return undefined;
  }
}

/** The same for one `for … in …`: gives the variables that are known behind it. */
export function collectClause({ names, in: items, if: conditions }: Clause, variables: Variables, to: Mentioned): Variables {
  collectMentions(items, variables, to);
  const within = new Map(variables);
  for (const name of names) {
    const variable: Variable = { binding: name.start + to.offset, stands: undefined };
    within.set(name.text, variable);
    noteVariable(name, variable, "declare", to);
  }
  for (const condition of conditions) collectMentions(condition, within, to);
  return within;
}

/** Notes one place of a variable; nothing for one that nobody wrote. */
export function noteVariable({ text: name, start, end }: Word, { binding, stands }: Variable, role: "declare" | "read", { found, offset }: Mentioned): void {
  if (binding !== undefined && name !== "") found.push({ names: "variable", name, binding, role, stands, start: start + offset, end: end + offset });
}

function mentionOfName(ast: ExprOf<"name">, variables: Variables, to: Mentioned): Origin | undefined {
  const variable = variables.get(ast.name);
  if (variable !== undefined) {
    noteVariable({ text: ast.name, start: ast.start, end: ast.end }, variable, "read", to);
    return variable.stands;
  }
  const root = rootCalled(ast.name);
  if (root === undefined) return undefined;
  to.found.push({ names: "root", root, start: ast.start + to.offset, end: ast.end + to.offset });
  return { root, path: [] };
}

function mentionOfKey({ root, path }: Origin, { text, start, end }: Word, { found, offset }: Mentioned): Origin {
  const origin = { root, path: [...path, text] };
  found.push({ names: "key", ...origin, start: start + offset, end: end + offset });
  return origin;
}

/** The key that an index is, without its quotes; undefined where it is computed, or not written as it is. */
function keyIn({ at }: ExprOf<"index">): Word | undefined {
  if (at.kind !== "literal" || typeof at.value !== "string") return undefined;
  return at.end - at.start === at.value.length + 2 ? { text: at.value, start: at.start + 1, end: at.end - 1 } : undefined;
}
