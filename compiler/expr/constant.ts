import type { Json } from "../../schemas/json.ts";
import type { ExprAst } from "./ast.ts";
import { isJsonObject, sameJson } from "../../schemas/json.ts";

/** The value of an expression that reads nothing, where that is plain to see; `undefined` where it is not. */
export function constantValue(ast: ExprAst): Json | undefined {
  switch (ast.kind) {
    case "literal": return ast.value;
    case "negate": {
      const of = constantValue(ast.of);
      return typeof of === "number" ? 0 - of : undefined;
    }
    case "list": {
      const items = ast.items.map(constantValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "not": case "and": case "or": return constantLogic(ast);
    case "if": {
      const test = constantTruth(ast.test);
      return test === undefined ? undefined : constantValue(test ? ast.then : ast.else);
    }
    case "compare": {
      const [link, ...others] = ast.links;
      if (link === undefined || others.length > 0) return undefined;
      return constantComparison(constantValue(ast.first), link.cmp, constantValue(link.to));
    }
    default: return undefined;
  }
}

/** Whether a condition is always true or always false, whatever is read: `state.x or True` is. */
export function constantTruth(ast: ExprAst): boolean | undefined {
  if (ast.kind === "and" || ast.kind === "or") {
    const [left, right] = [constantTruth(ast.left), constantTruth(ast.right)];
    const deciding = ast.kind === "or";
    if (left === deciding || right === deciding) return deciding;
    return left === undefined || right === undefined ? undefined : !deciding;
  }
  if (ast.kind === "not") {
    const of = constantTruth(ast.of);
    return of === undefined ? undefined : !of;
  }
  const value = constantValue(ast);
  return value === undefined ? undefined : isTrue(value);
}

function constantLogic(ast: Extract<ExprAst, { readonly kind: "not" | "and" | "or" }>): Json | undefined {
  if (ast.kind === "not") {
    const of = constantTruth(ast.of);
    return of === undefined ? undefined : !of;
  }
  const left = constantValue(ast.left);
  if (left === undefined) return undefined;
  return isTrue(left) === (ast.kind === "and") ? constantValue(ast.right) : left;
}

function constantComparison(left: Json | undefined, cmp: string, right: Json | undefined): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (cmp === "==") return sameJson(left, right);
  if (cmp === "!=") return !sameJson(left, right);
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (cmp) {
    case "<": return left < right;
    case "<=": return left <= right;
    case ">": return left > right;
    case ">=": return left >= right;
    default: return undefined;
  }
}

/** Python's truth: nothing, zero and what is empty are false. */
function isTrue(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isJsonObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}
