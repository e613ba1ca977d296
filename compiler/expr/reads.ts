import type { RootName } from "../../schemas/expr/roots.ts";
import type { ExprAst, Range } from "./ast.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import { childrenOf } from "./ast.ts";

/** One place where an expression reads a root, or a part of one. */
export interface Read extends Range {
  readonly root: RootName;
  /** The keys behind the root as far as they are written out: `state.plan['steps'][0]` has `plan`, `steps`. */
  readonly path: readonly string[];
  /** Where the first key of the path stands, without quotes. */
  readonly key: Range;
  /** Whether the expression cares for an unset value itself: it tests the path, or reads it behind such a test. */
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

/** All reads of roots in `ast`, in the order of evaluation; a condition is a `test` of what it reads bare. */
export function readsOf(ast: ExprAst, scope: ReadScope = emptyScope, use: Use = "value"): readonly Read[] {
  const found: Read[] = [];
  collect(ast, scope, use, found);
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

/** Reads an unset value as what it is: `test` only asks whether there is one, `equal` what it equals, `value` works with it. */
type Use = "value" | "test" | "equal";

function collect(ast: ExprAst, scope: ReadScope, use: Use, found: Read[]): void {
  const read = readAt(ast, scope, use);
  if (read !== undefined) found.push(read);
  switch (ast.kind) {
    case "index":
      if (read === undefined) collect(ast.of, scope, "value", found);
      if (!isKey(ast.at)) collect(ast.at, scope, "value", found);
      return;
    case "attribute":
      if (read === undefined) collect(ast.of, scope, "value", found);
      else collectIndexes(ast.of, scope, found);
      return;
    case "name": return;
    case "and": case "or":
      collect(ast.left, scope, "test", found);
      collect(ast.right, behind(ast.left, scope), use, found);
      return;
    case "not": collect(ast.of, scope, "test", found); return;
    case "if":
      collect(ast.test, scope, "test", found);
      collect(ast.then, behind(ast.test, scope), use, found);
      collect(ast.else, behind(ast.test, scope), use, found);
      return;
    case "is":
      collect(ast.of, scope, "test", found);
      for (const arg of ast.args) collect(arg, scope, "value", found);
      return;
    case "filter":
      collect(ast.of, scope, ast.name.text === "default" ? "test" : "value", found);
      for (const arg of [...ast.args, ...ast.named.map((each) => each.value)]) collect(arg, scope, "value", found);
      return;
    case "compare": {
      const parts = childrenOf(ast);
      const asksForNone = ast.links.every((link) => link.cmp === "==" || link.cmp === "!=") && parts.some((part) => part.kind === "literal" && part.value === null);
      const cmps = ast.links.map((link) => link.cmp);
      const areEqual = cmps.every((cmp) => cmp === "==" || cmp === "!=");
      const isMember = cmps.length === 1 && (cmps[0] === "in" || cmps[0] === "not in");
      for (const part of parts) collect(part, scope, asksForNone ? "test" : areEqual || (isMember && part === ast.first) ? "equal" : "value", found);
      return;
    }
    case "comprehension": {
      let within = scope;
      for (const clause of ast.clauses) {
        collect(clause.in, within, "value", found);
        within = hiding(clause.names.map((name) => name.text), within);
        for (const condition of clause.if) {
          collect(condition, within, "test", found);
          within = behind(condition, within);
        }
      }
      collect(ast.body, within, use, found);
      return;
    }
    default:
      for (const part of childrenOf(ast)) collect(part, scope, "value", found);
  }
}

/** The read that `ast` as a whole is, if it is a root with nothing but keys and indexes behind it. */
function readAt(ast: ExprAst, scope: ReadScope, use: Use): Read | undefined {
  const steps: { readonly key: string | undefined; readonly range: Range }[] = [];
  let at = ast;
  for (;;) {
    if (at.kind === "attribute") {
      steps.push({ key: at.name.text, range: at.name });
      at = at.of;
    } else if (at.kind === "index") {
      steps.push(at.at.kind === "literal" && typeof at.at.value === "string" ? { key: at.at.value, range: { start: at.at.start + 1, end: at.at.end - 1 } } : { key: undefined, range: at.at });
      at = at.of;
    } else break;
  }
  if (at.kind !== "name" || scope.locals.has(at.name)) return undefined;
  const { name } = at;
  const root = rootNames.find((each) => each === name);
  if (root === undefined) return undefined;
  steps.reverse();
  const dynamic = steps.findIndex((step) => step.key === undefined);
  const path = steps.slice(0, dynamic < 0 ? steps.length : dynamic).map((step) => step.key ?? "");
  const whole = { root, path };
  const guarded = use === "test" || isTested(whole, scope);
  return { ...whole, start: ast.start, end: ast.end, key: path.length === 0 ? at : (steps[0]?.range ?? at), guarded, compared: use === "equal", inReRun: scope.tested.has(feedback) };
}

/** The indexes inside a path that is one read: `state.rows[state.at].name` reads `state.at` too. */
function collectIndexes(ast: ExprAst, scope: ReadScope, found: Read[]): void {
  if (ast.kind !== "index" && ast.kind !== "attribute") return;
  collectIndexes(ast.of, scope, found);
  if (ast.kind === "index" && !isKey(ast.at)) collect(ast.at, scope, "value", found);
}

function isKey(ast: ExprAst): boolean {
  return ast.kind === "literal";
}

function isTested({ root, path }: Pick<Read, "root" | "path">, scope: ReadScope): boolean {
  return path.some((_, index) => scope.tested.has(pathOf({ root, path: path.slice(0, index + 1) })));
}

function pathOf({ root, path }: Pick<Read, "root" | "path">): string {
  return JSON.stringify([root, ...path]);
}

/** The names of `env` among `reads`, sorted. */
export function envNamesOf(reads: readonly Read[]): readonly string[] {
  const names = reads.flatMap((read) => (read.root === "env" && read.path[0] !== undefined ? [read.path[0]] : []));
  return [...new Set(names)].sort();
}
