import { unreachable } from "../../schemas/bug.ts";
import { childrenOf, type ExprAst } from "../expr/ast.ts";

/** Stands for all that an event surely brings, in the place of a key: no key is called so. */
export const theEvent = "event()";

const nothing: readonly string[] = [];

/**
 * The state keys that are set where `ast` was evaluated and came out as `truth`: what it asks for, as in `state.x is not
 * None`, and what it could not have worked with otherwise, as in `state.x > 3`.
 */
export function keysTold(ast: ExprAst, truth: boolean): readonly string[] {
  switch (ast.kind) {
    case "hole": case "literal": return nothing;
    case "name": case "attribute": case "index": {
      const key = keyOf(ast);
      return key === undefined ? needed(ast) : truth ? [key] : nothing;
    }
    case "not": return keysTold(ast.of, !truth);
    case "and": return both(ast.left, ast.right, truth, truth);
    case "or": return both(ast.left, ast.right, truth, !truth);
    case "is": {
      const key = keyOf(ast.of);
      const asksForValue = ast.test.text === "defined" || ast.test.text === "undefined" || ast.test.text.toLowerCase() === "none";
      if (key === undefined || !asksForValue) return needed(ast.of);
      const holds = (ast.test.text === "defined") !== ast.negated;
      return holds === truth ? [key] : nothing;
    }
    case "compare": return compared(ast, truth);
    case "if": case "call": case "method": case "filter": case "comprehension": case "slice": case "negate": case "arithmetic": case "list": case "dict":
      return needed(ast);
    default: return unreachable(ast, "keysTold");
  }
}

/** What two conditions tell where both came out so, or where it is only known that one of them did. */
function both(left: ExprAst, right: ExprAst, truth: boolean, areBoth: boolean): readonly string[] {
  const one = keysTold(left, truth);
  if (one.length === 0 && !areBoth) return [];
  const other = keysTold(right, truth);
  return areBoth ? joined(one, other) : one.filter((key) => other.includes(key));
}

function compared(ast: Extract<ExprAst, { readonly kind: "compare" }>, truth: boolean): readonly string[] {
  const { first, links: [link, ...more] } = ast;
  if (link === undefined || more.length > 0) return nothing;
  const { cmp, to } = link;
  const [key, other] = [keyOf(first), keyOf(to)];
  if (cmp === "in" || cmp === "not in") {
    const isIn = (cmp === "in") === truth;
    return isIn && key !== undefined && to.kind === "list" && to.items.every(isValue) ? [key] : needed(to);
  }
  const within = joined(needed(first), needed(to));
  if (cmp !== "==" && cmp !== "!=") return joined(joined(listOf(key), listOf(other)), within);
  const isEqual = (cmp === "==") === truth;
  const against = key === undefined ? first : to;
  const isTold = isEqual ? isValue(against) : against.kind === "literal" && against.value === null;
  return isTold ? joined(listOf(key ?? other), within) : within;
}

/** The keys that had to be set for `ast` to have a value at all: those that it looks into. */
function needed(ast: ExprAst): readonly string[] {
  if (ast.kind === "attribute" || ast.kind === "index") {
    const key = keyOf(ast.of);
    return key === undefined ? needed(ast.of) : [key];
  }
  if (ast.kind === "name" || ast.kind === "literal") return nothing;
  if (ast.kind === "call" && ast.name.text === "len") return ast.args.flatMap((arg) => keyOf(arg) ?? needed(arg));
  return ast.kind === "compare" || ast.kind === "arithmetic" || ast.kind === "negate" ? childrenOf(ast).flatMap(needed) : nothing;
}

/** `state.key`, and nothing behind it, or `event`. */
function keyOf(ast: ExprAst): string | undefined {
  if (ast.kind === "name") return ast.name === "event" ? theEvent : undefined;
  if (ast.kind === "attribute" && ast.of.kind === "name" && ast.of.name === "state") return ast.name.text;
  if (ast.kind === "index" && ast.of.kind === "name" && ast.of.name === "state" && ast.at.kind === "literal" && typeof ast.at.value === "string") return ast.at.value;
  return undefined;
}

/** Written out, and not `None`. */
function isValue(ast: ExprAst): boolean {
  return (ast.kind === "literal" && ast.value !== null) || ast.kind === "list" || ast.kind === "dict";
}

function listOf(key: string | undefined): readonly string[] {
  return key === undefined ? nothing : [key];
}

/** Most lists are empty, and none of them is changed. */
function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length === 0 ? one : one.length === 0 ? other : [...one, ...other];
}
