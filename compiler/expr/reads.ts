import type { RootName } from "../../schemas/expr/roots.ts";
import type { ExprAst, ExprOf, Range } from "./ast.ts";
import { rootCalled } from "../../schemas/expr/roots.ts";
import { compact } from "../source/compact.ts";
import { childrenOf } from "./ast.ts";
import { constantValue } from "./constant.ts";

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
  /** Whether that is only with something that is no constant, and may be unset as well. */
  readonly matched: boolean;
  /** Whether it stands behind a test of `feedback`, which nodes only have when an eval runs them again. */
  readonly inReRun: boolean;
}

/** What is known at one place: names that hide roots, and paths that were tested on the way. */
export interface ReadScope {
  readonly locals: ReadonlySet<string>;
  readonly tested: ReadonlySet<string>;
  /** Those of them that were only compared with something that may be unset as well: they may equal it, and be unset. */
  readonly matched: ReadonlySet<string>;
}

export const emptyScope: ReadScope = { locals: new Set(), tested: new Set(), matched: new Set() };

/** All reads of roots in `ast`, in the order of evaluation; a condition is a `test` of what it reads bare. Ranges are moved by `offset`. */
export function readsOf(ast: ExprAst, scope: ReadScope = emptyScope, use: Use = "value", offset = 0): readonly Read[] {
  const found: Read[] = [];
  collectReads(ast, scope, use, { found, offset });
  return compact(found);
}

/** `scope` behind a condition: what the condition reads has been looked at. */
export function behind(condition: ExprAst, scope: ReadScope): ReadScope {
  const reads = readsOf(condition, scope);
  const sure = new Set(reads.filter(({ matched }) => !matched).map(pathOf));
  const perhaps = reads.filter(({ matched }) => matched).map(pathOf).filter((path) => !scope.tested.has(path));
  const matched = new Set([...scope.matched, ...perhaps].filter((path) => !sure.has(path)));
  return { ...scope, tested: new Set([...scope.tested, ...reads.map(pathOf)]), matched };
}

/** `scope` with variables that hide roots. */
export function hiding(names: Iterable<string>, scope: ReadScope): ReadScope {
  return { ...scope, locals: new Set([...scope.locals, ...names]) };
}

const feedback = pathOf({ root: "feedback", path: [] });

/** What was read so far, and how far the ranges of the tree are from those of its text. */
export interface Collected {
  readonly found: Read[];
  readonly offset: number;
}

/**
 * Reads an unset value as what it is: `test` only asks whether there is one, `equal` what it equals, `match` whether it equals
 * another, `value` works with it; an `operand` fails where there is none.
 */
type Use = "value" | "test" | "equal" | "match" | "operand";

/** `readsOf`, added to those that were found before. */
export function collectReads(ast: ExprAst, scope: ReadScope, use: Use, to: Collected): void {
  const read = readAt(ast, scope, use, to.offset);
  if (read !== undefined) to.found.push(read);
  switch (ast.kind) {
    case "index":
      if (read === undefined) collectReads(ast.of, scope, "operand", to);
      if (!isKey(ast.at)) collectReads(ast.at, scope, "value", to);
      return;
    case "attribute":
      if (read === undefined) collectReads(ast.of, scope, "operand", to);
      else collectIndexes(ast.of, scope, to);
      return;
    case "name": case "literal": return;
    case "and": case "or":
      // What is `None` on the left of `and` is the result: where that fails, the test has not helped.
      collectReads(ast.left, scope, ast.kind === "and" && use === "operand" ? use : "test", to);
      collectReads(ast.right, behind(ast.left, scope), use, to);
      return;
    case "not": collectReads(ast.of, scope, "test", to); return;
    case "if":
      collectReads(ast.test, scope, "test", to);
      collectReads(ast.then, behind(ast.test, scope), use, to);
      collectReads(ast.else, behind(ast.test, scope), use, to);
      return;
    case "is":
      collectReads(ast.of, scope, "test", to);
      for (const arg of ast.args) collectReads(arg, scope, "value", to);
      return;
    case "filter":
      collectReads(ast.of, scope, ast.name.text === "default" ? "test" : "value", to);
      for (const arg of ast.args) collectReads(arg, scope, "value", to);
      for (const { value } of ast.named) collectReads(value, scope, "value", to);
      return;
    case "compare": {
      const parts = childrenOf(ast);
      const asksForNone = ast.links.every((link) => link.cmp === "==" || link.cmp === "!=") && parts.some((part) => part.kind === "literal" && part.value === null);
      const cmps = ast.links.map((link) => link.cmp);
      const areEqual = cmps.every((cmp) => cmp === "==" || cmp === "!=");
      const isMember = cmps.length === 1 && (cmps[0] === "in" || cmps[0] === "not in");
      const isMatch = areEqual && parts.every((part) => constantValue(part) === undefined);
      const use = asksForNone ? "test" : isMatch ? "match" : areEqual ? "equal" : isMember ? "value" : "operand";
      for (const part of parts) collectReads(part, scope, isMember && part === ast.first ? "equal" : use, to);
      return;
    }
    case "arithmetic": case "negate":
      for (const part of childrenOf(ast)) collectReads(part, scope, "operand", to);
      return;
    case "method": case "slice": {
      const [of, ...others] = childrenOf(ast);
      if (of !== undefined) collectReads(of, scope, "operand", to);
      for (const part of others) collectReads(part, scope, "value", to);
      return;
    }
    case "comprehension": {
      let within = scope;
      for (const clause of ast.clauses) {
        collectReads(clause.in, within, "value", to);
        within = hiding(clause.names.map((name) => name.text), within);
        for (const condition of clause.if) {
          collectReads(condition, within, "test", to);
          within = behind(condition, within);
        }
      }
      collectReads(ast.body, within, use, to);
      return;
    }
    default:
      for (const part of childrenOf(ast)) collectReads(part, scope, "value", to);
  }
}

/** The read that `ast` as a whole is, if it is a root with nothing but keys and indexes behind it. */
function readAt(ast: ExprAst, scope: ReadScope, use: Use, offset: number): Read | undefined {
  let base = ast;
  while (base.kind === "attribute" || base.kind === "index") base = base.of;
  const root = base.kind === "name" && !scope.locals.has(base.name) ? rootCalled(base.name) : undefined;
  if (root === undefined) return undefined;
  let path: readonly string[] = [];
  let first: ExprOf<"attribute" | "index"> | undefined;
  // From the outside in: of what stands behind an index that is not written out, nothing is known.
  for (let at = ast; at.kind === "attribute" || at.kind === "index"; at = at.of) {
    const step = keyOf(at);
    path = step === undefined ? [] : [step, ...path];
    first = step === undefined ? undefined : at;
  }
  const key = first === undefined ? base : keyRange(first);
  // Of what is unset no field can be read: to ask for one copes with nothing. All of `error` and `feedback` may be unset.
  const isWhole = ast.kind !== "attribute" && ast.kind !== "index";
  const isOfKey = isWhole || (root === "state" ? ast.of === base : !mayBeUnset(root));
  // Key by key: of a copy with more keys, the V8 of Node 20 makes a hidden class for each object.
  return {
    root,
    path,
    start: ast.start + offset,
    end: ast.end + offset,
    key: { start: key.start + offset, end: key.end + offset },
    guarded: (use === "test" && isOfKey) || (isTested(root, path, scope) && !(use === "operand" && scope.matched.has(pathOf({ root, path })))),
    compared: (use === "equal" || use === "match") && isOfKey,
    matched: use === "match" && isOfKey,
    inReRun: scope.tested.size > 0 && scope.tested.has(feedback),
  };
}

/** The key that is written out behind a path; undefined for an index that is computed. */
function keyOf(ast: ExprOf<"attribute" | "index">): string | undefined {
  if (ast.kind === "attribute") return ast.name.text;
  return ast.at.kind === "literal" && typeof ast.at.value === "string" ? ast.at.value : undefined;
}

/** Where such a key stands, without quotes. */
function keyRange(ast: ExprOf<"attribute" | "index">): Range {
  return ast.kind === "attribute" ? ast.name : { start: ast.at.start + 1, end: ast.at.end - 1 };
}

/** The indexes inside a path that is one read: `state.rows[state.at].name` reads `state.at` too. */
function collectIndexes(ast: ExprAst, scope: ReadScope, to: Collected): void {
  if (ast.kind !== "index" && ast.kind !== "attribute") return;
  collectIndexes(ast.of, scope, to);
  if (ast.kind === "index" && !isKey(ast.at)) collectReads(ast.at, scope, "value", to);
}

function isKey(ast: ExprAst): boolean {
  return ast.kind === "literal";
}

function isTested(root: RootName, path: readonly string[], scope: ReadScope): boolean {
  if (scope.tested.size === 0) return false;
  return path.some((_, index) => scope.tested.has(pathOf({ root, path: path.slice(0, index + 1) }))) || (mayBeUnset(root) && scope.tested.has(pathOf({ root, path: [] })));
}

/** Whether a root as a whole is None now and then. */
function mayBeUnset(root: RootName): boolean {
  return root === "error" || root === "feedback";
}

function pathOf({ root, path }: Pick<Read, "root" | "path">): string {
  return JSON.stringify([root, ...path]);
}

/** The names of `env` among `reads`, sorted. */
export function envNamesOf(reads: readonly Read[]): readonly string[] {
  const names = reads.flatMap((read) => (read.root === "env" && read.path[0] !== undefined ? [read.path[0]] : []));
  return [...new Set(names)].sort();
}
