import type { RootName } from "../../schemas/expr/roots.ts";
import type { RecordFields, Type } from "../../schemas/type.ts";
import type { ExprAst, ExprOf, Word } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { Problem } from "./problem.ts";
import { rootCalled, roots } from "../../schemas/expr/roots.ts";
import { optional, types, unionOf } from "../../schemas/type.ts";
import { nearest } from "../../schemas/nearest.ts";
import { badCall, incompatibleOperands, indexType, rootNotHere } from "../diagnostics/expr.ts";
import { problem } from "./problem.ts";
import { fits, kindOf, membersOf, named, valuesOf } from "./types.ts";
import { unknownName, unknownPart } from "./unknown-names.ts";

const places = {
  everywhere: "everywhere",
  "next-and-eval": "in 'next' and 'on_error', and in an eval",
  "next-of-wait": "in the 'next' of a wait",
} as const;

/** The type of a name. `use` says whether a part of it is read: `stat.x` is a slip in a root, `done` alone is text without quotes. */
export function typeOfName(ast: ExprOf<"name">, env: ExprEnv, use: "whole" | "part", problems: Problem[]): Type {
  const local = env.locals.get(ast.name);
  if (local !== undefined) return local;
  const root = rootCalled(ast.name);
  const type = root === undefined ? undefined : env.roots.get(root);
  if (root === "env" && use === "whole") {
    problems.push(problem(badCall, ast, { what: "'env' has no value of its own", help: "read one variable of it, as in 'env.NAME'" }));
    return types.hole;
  }
  if (type !== undefined) return type;
  problems.push(root === undefined ? unknownName(ast, env, use) : problem(rootNotHere, ast, { name: root, where: places[roots[root].where] }));
  return types.hole;
}

/** What becomes of a read of a key that a mapping lacks: `.key` is `None`, and `['key']` fails, as does a variable of `env`. */
export type WhereLacking = "none" | "fails";

/** The type of `of.key`, or of `of['key']`: a mapping's part. `key` is where it is written. */
export function typeOfMember(of: ExprAst, type: Type, key: Word, whereLacking: WhereLacking, problems: Problem[]): Type {
  if (key.text === "" || type.kind === "hole") return types.hole;
  const found = memberOf(type, key.text, whereLacking);
  const near = found === undefined ? undefined : nearMiss(type, key.text);
  if (found === undefined || near !== undefined) problems.push(unknownPart(of, type, key, near, found === undefined ? "error" : "warning"));
  return found ?? types.hole;
}

function memberOf(type: Type, key: string, whereLacking: WhereLacking): Type | undefined {
  switch (type.kind) {
    case "union": {
      const found = type.of.map((member) => memberOf(member, key, whereLacking)).filter((each) => each !== undefined);
      return found.length === 0 ? undefined : unionOf(found);
    }
    case "any": case "hole": case "never": return type;
    case "dict": return whereLacking === "none" ? optional(type.of) : type.of;
    case "record": {
      const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
      if (field !== undefined) return typeOfField(field);
      return type.open ? types.any : undefined;
    }
    default: return undefined;
  }
}

/** What is read of a field: one that need not be there is read as `None`. */
function typeOfField({ type, optional: isOptional }: RecordFields[string]): Type {
  return isOptional === true ? optional(type) : type;
}

/** A declared field whose name is near to one that only an open record may have. */
function nearMiss(type: Type, key: string): string | undefined {
  if (type.kind !== "record" || !type.open || Object.hasOwn(type.fields, key)) return undefined;
  return nearest(key, Object.keys(type.fields));
}

/** The type of `of[at]`. */
export function typeOfIndex(ast: ExprOf<"index">, type: Type, at: Type, problems: Problem[]): Type {
  if (at.kind === "literal" && typeof at.value === "string" && ast.at.kind === "literal") {
    const hasMembers = membersOf(type).some((member) => member.kind === "record" || member.kind === "dict" || member.kind === "any");
    if (hasMembers) return typeOfMember(ast.of, type, { text: at.value, start: ast.at.start + 1, end: ast.at.end - 1 }, "fails", problems);
  }
  if (type.kind === "hole" || at.kind === "hole") return types.hole;
  const indexed = membersOf(type).filter((member) => member.kind !== "null");
  const found = indexed.map((member) => itemOf(member, at));
  const results = found.flatMap((each) => ("type" in each ? [each.type] : []));
  if (results.length > 0) return unionOf(results);
  const wanted = found.flatMap((each) => ("wants" in each ? [each.wants] : []));
  problems.push(
    wanted.length > 0
      ? problem(indexType, ast.at, { owner: named(type), wanted: [...new Set(wanted)].join(" or "), found: named(at) })
      : problem(incompatibleOperands, ast.of, { what: `cannot index ${named(type)}`, help: "index a list, a text or a mapping" }),
  );
  return types.hole;
}

type Item = { readonly type: Type } | { readonly wants: "int" | "str" } | { readonly none: true };

function itemOf(type: Type, at: Type): Item {
  switch (kindOf(type)) {
    case "any": case "hole": case "never": return { type };
    case "list": return fits(at, types.int) === "no" ? { wants: "int" } : { type: type.kind === "list" ? type.of : types.any };
    case "str": return fits(at, types.int) === "no" ? { wants: "int" } : { type: types.str };
    case "dict": return fits(at, types.str) === "no" ? { wants: "str" } : { type: type.kind === "dict" ? type.of : types.any };
    case "record": return fits(at, types.str) === "no" ? { wants: "str" } : { type: type.kind === "record" ? valuesOf(type) : types.any };
    default: return { none: true };
  }
}

/** The type of what a loop over `type` meets: items, characters or keys. */
export function typeOfItems(ast: ExprAst, type: Type, problems: Problem[]): Type {
  if (type.kind === "hole") return types.hole;
  const found = membersOf(type).flatMap((member): readonly Type[] => {
    switch (kindOf(member)) {
      case "any": case "hole": return [member];
      case "list": return member.kind === "list" ? [member.of] : [];
      case "str": case "dict": case "record": return [types.str];
      case "never": return [types.never];
      default: return [];
    }
  });
  if (found.length > 0) return unionOf(found);
  problems.push(problem(incompatibleOperands, ast, { what: `cannot loop over ${named(type)}`, help: "loop over a list, a text or a mapping" }));
  return types.hole;
}

/** The types of the variables of one `for`: one takes the item, several take it apart. */
export function bindVariables(names: readonly Word[], item: Type, at: ExprAst, problems: Problem[]): readonly (readonly [string, Type])[] {
  const bound = names.length === 1 ? item : typeOfParts(item, names.length, at, problems);
  return names.map((name) => [name.text, bound] as const);
}

function typeOfParts(item: Type, count: number, at: ExprAst, problems: Problem[]): Type {
  if (item.kind === "hole") return types.hole;
  const found = membersOf(item).flatMap((member): readonly Type[] => {
    if (member.kind === "list") return [member.of];
    if (member.kind === "dict" || member.kind === "record") return [types.str];
    return member.kind === "any" || member.kind === "never" ? [member] : [];
  });
  if (found.length > 0) return unionOf(found);
  problems.push(problem(incompatibleOperands, at, { what: `cannot unpack ${named(item)} into ${count} variables`, help: "loop over pairs, such as '.items()' or 'enumerate(…)'" }));
  return types.hole;
}

export function isRoot(name: string): name is RootName {
  return rootCalled(name) !== undefined;
}
