import type { Type } from "../../schemas/type.ts";
import type { ExprAst } from "./ast.ts";
import type { Problem } from "./problem.ts";
import { nullDeref } from "../diagnostics/expr.ts";
import { isRoot } from "./check-access.ts";
import { accessPath, factKey } from "./facts.ts";
import { problem } from "./problem.ts";
import { withoutNull } from "./types.ts";

/** Warns of a value that may be `None` by its type where `None` fails. Gives the type that it has if it does not fail. */
export function checkPresent(ast: ExprAst, type: Type, problems: Problem[]): Type {
  if (!mayBeNone(type)) return type;
  // Whether there is an error, a feedback or an event here is a question of the way that led here.
  if (ast.kind === "name" && isRoot(ast.name)) return type;
  const path = accessPath(ast);
  problems.push(problem(nullDeref, ast, { what: path === undefined ? "this value" : `'${factKey(path)}'` }));
  return withoutNull(type);
}

/** The `None` of a key that is unset. Whether it is, depends on the way there, which is judged where that is known: a value may have this one in silence. */
export const unset: Type = { kind: "null" };

/** Whether a type names `None` as one of several possibilities. */
export function mayBeNone(type: Type): boolean {
  return type.kind === "union" && type.of.some((member) => member.kind === "null" && member !== unset);
}
