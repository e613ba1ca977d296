import type { RootName } from "../../schemas/expr/roots.ts";
import type { ExprAst, ExprOf, Range } from "./ast.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import { childrenOf } from "./ast.ts";

/** One place where an expression reads a root, or a part of one. */
export interface Read extends Range {
  readonly root: RootName;
  /** The keys behind the root as far as they are written out: `state.plan['steps'][0]` has `plan`, `steps`. */
  readonly path: readonly string[];
  /** Where the first key of the path stands, without quotes. */
  readonly key: Range;
  /** Whether the expression cares for an unset value itself: it tests the key, or reads it behind such a test. */
  readonly guarded: boolean;
  /** Whether it is only compared for equality, which an unset value can be: it equals nothing. */
  readonly compared: boolean;
  /** Whether it stands behind a test of `feedback`, which nodes only have when an eval runs them again. */
  readonly inReRun: boolean;
}

/** What is known at one place: names that hide roots, and paths that were tested on the way. */
export interface ReadScope {
  readonly locals: ReadonlySet<string>;
  readonly tested: ReadonlySet<string>;
}

export const emptyScope: ReadScope = { locals: new Set(), tested: new Set() };

/** All reads of roots in `ast`, in the order of evaluation; a condition is a `test` of what it reads bare. Ranges are moved by `offset`. */
export function readsOf(ast: ExprAst, scope: ReadScope = emptyScope, use: Use = "value", offset = 0): readonly Read[] {
  const found: Read[] = [];
  collect(ast, scope, use, { found, offset });
  return found;
}

/** `scope` behind a condition: what the condition reads has been looked at. */
export function behind(condition: ExprAst, scope: ReadScope): ReadScope {
  const paths = readsOf(condition, scope).map(pathOf);
  return { ...scope, tested: new Set([...scope.tested, ...paths]) };
}

/** `scope` with variables that hide roots. */
export function hiding(names: Iterable<string>, scope: ReadScope): ReadScope {
  return { ...scope, locals: new Set([...scope.locals, ...names]) };
}

const feedback = pathOf({ root: "feedback", path: [] });

/** What was read so far, and how far the ranges of the tree are from those of its text. */
interface Collected {
  readonly found: Read[];
  readonly offset: number;
}

/** Reads an unset value as what it is: `test` only asks whether there is one, `equal` what it equals, `value` works with it. */
type Use = "value" | "test" | "equal";

function collect(ast: ExprAst, scope: ReadScope, use: Use, to: Collected): void {
  const read = readAt(ast, scope, use, to.offset);
  if (read !== undefined) to.found.push(read);
  switch (ast.kind) {
    case "index":
      if (read === undefined) collect(ast.of, scope, "value", to);
      if (!isKey(ast.at)) collect(ast.at, scope, "value", to);
      return;
    case "attribute":
      if (read === undefined) collect(ast.of, scope, "value", to);
      else collectIndexes(ast.of, scope, to);
      return;
    case "name": case "literal": return;
    case "and": case "or":
      collect(ast.left, scope, "test", to);
      collect(ast.right, behind(ast.left, scope), use, to);
      return;
    case "not": collect(ast.of, scope, "test", to); return;
    case "if":
      collect(ast.test, scope, "test", to);
      collect(ast.then, behind(ast.test, scope), use, to);
      collect(ast.else, behind(ast.test, scope), use, to);
      return;
    case "is":
      collect(ast.of, scope, "test", to);
      for (const arg of ast.args) collect(arg, scope, "value", to);
      return;
    case "filter":
      collect(ast.of, scope, ast.name.text === "default" ? "test" : "value", to);
      for (const arg of [...ast.args, ...ast.named.map((each) => each.value)]) collect(arg, scope, "value", to);
      return;
    case "compare": {
      const parts = childrenOf(ast);
      const asksForNone = ast.links.every((link) => link.cmp === "==" || link.cmp === "!=") && parts.some((part) => part.kind === "literal" && part.value === null);
      const cmps = ast.links.map((link) => link.cmp);
      const areEqual = cmps.every((cmp) => cmp === "==" || cmp === "!=");
      const isMember = cmps.length === 1 && (cmps[0] === "in" || cmps[0] === "not in");
      for (const part of parts) collect(part, scope, asksForNone ? "test" : areEqual || (isMember && part === ast.first) ? "equal" : "value", to);
      return;
    }
    case "comprehension": {
      let within = scope;
      for (const clause of ast.clauses) {
        collect(clause.in, within, "value", to);
        within = hiding(clause.names.map((name) => name.text), within);
        for (const condition of clause.if) {
          collect(condition, within, "test", to);
          within = behind(condition, within);
        }
      }
      collect(ast.body, within, use, to);
      return;
    }
    default:
      for (const part of childrenOf(ast)) collect(part, scope, "value", to);
  }
}

/** The read that `ast` as a whole is, if it is a root with nothing but keys and indexes behind it. */
function readAt(ast: ExprAst, scope: ReadScope, use: Use, offset: number): Read | undefined {
  let base = ast;
  while (base.kind === "attribute" || base.kind === "index") base = base.of;
  const root = base.kind === "name" && !scope.locals.has(base.name) ? rootsByName.get(base.name) : undefined;
  if (root === undefined) return undefined;
  const path: string[] = [];
  let key: Range = base;
  // From the outside in: of what stands behind an index that is not written out, nothing is known.
  for (let at = ast; at.kind === "attribute" || at.kind === "index"; at = at.of) {
    const step = stepOf(at);
    if (step === undefined) path.length = 0;
    else path.push(step.key);
    key = step === undefined ? base : step.range;
  }
  const whole = { root, path: path.reverse() };
  // Of an unset key no field can be read: to ask for one copes with nothing.
  const isOfKey = root !== "state" || (ast.kind !== "attribute" && ast.kind !== "index") || ast.of === base;
  // Key by key: of a copy with more keys, the V8 of Node 20 makes a hidden class for each object.
  return {
    root,
    path: whole.path,
    start: ast.start + offset,
    end: ast.end + offset,
    key: { start: key.start + offset, end: key.end + offset },
    guarded: (use === "test" && isOfKey) || isTested(whole, scope),
    compared: use === "equal" && isOfKey,
    inReRun: scope.tested.has(feedback),
  };
}

/** What it gives is the name as we write it: names cut out of texts are slow to compare, and reads are compared often. */
const rootsByName: ReadonlyMap<string, RootName> = new Map(rootNames.map((name) => [name, name]));

/** The key that is written out behind a path, and where; undefined for an index that is computed. */
function stepOf(ast: ExprOf<"attribute" | "index">): { readonly key: string; readonly range: Range } | undefined {
  if (ast.kind === "attribute") return { key: ast.name.text, range: ast.name };
  const { at } = ast;
  return at.kind === "literal" && typeof at.value === "string" ? { key: at.value, range: { start: at.start + 1, end: at.end - 1 } } : undefined;
}

/** The indexes inside a path that is one read: `state.rows[state.at].name` reads `state.at` too. */
function collectIndexes(ast: ExprAst, scope: ReadScope, to: Collected): void {
  if (ast.kind !== "index" && ast.kind !== "attribute") return;
  collectIndexes(ast.of, scope, to);
  if (ast.kind === "index" && !isKey(ast.at)) collect(ast.at, scope, "value", to);
}

function isKey(ast: ExprAst): boolean {
  return ast.kind === "literal";
}

function isTested({ root, path }: Pick<Read, "root" | "path">, scope: ReadScope): boolean {
  return scope.tested.size > 0 && path.some((_, index) => scope.tested.has(pathOf({ root, path: path.slice(0, index + 1) })));
}

function pathOf({ root, path }: Pick<Read, "root" | "path">): string {
  return JSON.stringify([root, ...path]);
}

/** The names of `env` among `reads`, sorted. */
export function envNamesOf(reads: readonly Read[]): readonly string[] {
  const names = reads.flatMap((read) => (read.root === "env" && read.path[0] !== undefined ? [read.path[0]] : []));
  return [...new Set(names)].sort();
}
