import type { Type } from "../../schemas/type.ts";
import type { ExprAst, ExprOf, Word } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { Problem } from "./problem.ts";
import { functionNames, functions } from "../../schemas/expr/functions.ts";
import { methodNames, methods } from "../../schemas/expr/methods.ts";
import { testNames } from "../../schemas/expr/tests.ts";
import { nearest } from "../../schemas/nearest.ts";
import { filterNames, filters } from "../../schemas/template/filters.ts";
import { undeclaredStateKey } from "../diagnostics/bind.ts";
import { badCall, bareWord, unknownFunction, unknownProperty, unknownRoot } from "../diagnostics/expr.ts";
import { unknownFilter } from "../diagnostics/template.ts";
import { guessAmong, type Guess } from "../syntax/guess.ts";
import { constantElsewhere, filterElsewhere, functionElsewhere, helpForFunction, helpForMethod, helpForPart, helpForRoot, helpForTest, methodElsewhere } from "./elsewhere.ts";
import { problem, replaceFix } from "./problem.ts";
import { membersOf, named } from "./types.ts";

/*
 * What is said of names that nothing has: which one was most likely meant, by how it is spelled, or by what it is called
 * in other languages. Apart, since most documents never ask.
 */

/** A name that is no variable. `use` says whether a part of it is read. */
export function unknownName(ast: ExprOf<"name">, env: ExprEnv, use: "whole" | "part"): Problem {
  const { name } = ast;
  const known = [...env.locals.keys(), ...env.roots.keys()];
  if (functionNames.some((each) => each === name)) return problem(badCall, ast, { what: `'${name}' is a function`, help: `call it: '${name}(…)'` });
  const state = env.roots.get("state");
  const isStateKey = state?.kind === "record" && Object.hasOwn(state.fields, name);
  const fix = (text: string) => replaceFix("unsafe", `write ${text}`, ast, text);
  if (isStateKey) return problem(bareWord, ast, { word: name, instead: `state.${name}` }, { fixes: [fix(`state.${name}`)] });
  const constant = constantElsewhere(name);
  const help = use === "part" ? helpForRoot(name) : undefined;
  const near = help === undefined && constant === undefined ? nearest(name, known) : undefined;
  if (near !== undefined || use === "part") return problem(unknownRoot, ast, { name, nearest: near, help, known }, { fixes: near === undefined ? [] : [fix(near)] });
  const instead = constant ?? `'${name}'`;
  return problem(bareWord, ast, { word: name, instead }, { fixes: [fix(instead)] });
}

/** A part that nothing of `type` has, or that only an open record may have, where a declared one is `near`. */
export function unknownPart(of: ExprAst, type: Type, key: Word, near: string | undefined, severity: "error" | "warning"): Problem {
  const records = membersOf(type).filter((member) => member.kind === "record");
  const known = records.reduce((sum, record) => sum + fieldsOf(record).names.length, 0) <= 8 ? [...new Set(records.flatMap((record) => fieldsOf(record).names))] : [];
  const best = near ?? nearest(key.text, records.flatMap((record) => fieldsOf(record).guess(key.text) ?? []));
  const fixes = best === undefined || !/^[A-Za-z]\w*$/.test(best) ? [] : [replaceFix("unsafe", `change it to '${best}'`, key, best)];
  if (of.kind === "name" && of.name === "state") return problem(undeclaredStateKey, key, { key: key.text, nearest: best, known }, { fixes });
  const isMethod = Object.hasOwn(methods, key.text);
  const owner = of.kind === "name" ? `'${of.name}'` : of.kind === "attribute" ? `'${of.name.text}' (${named(type)})` : named(type);
  return problem(unknownProperty, key, { owner, key: key.text, nearest: best, help: helpForPart(key.text, of), known, isMethod }, { fixes, severity });
}

interface KnownFields {
  readonly names: readonly string[];
  readonly guess: Guess;
}

/** The names of a record's fields: those of the state are asked for again and again. */
function fieldsOf(record: Extract<Type, { kind: "record" }>): KnownFields {
  const known = knownFields.get(record);
  if (known !== undefined) return known;
  const names = Object.keys(record.fields);
  const fields = { names, guess: guessAmong(names) };
  knownFields.set(record, fields);
  return fields;
}

const knownFields = new WeakMap<Type, KnownFields>();

/** A call of a function that is none. */
export function unknownFunctionCalled(name: Word): Problem {
  const help = helpForFunction(name.text);
  const near = help === undefined ? functionElsewhere(name.text) ?? nearest(name.text, functionNames) : undefined;
  const instead = near !== undefined || help !== undefined ? near : Object.hasOwn(methods, name.text) ? `….${name.text}()` : Object.hasOwn(filters, name.text) ? `… | ${name.text}` : undefined;
  const isFunction = near !== undefined && Object.hasOwn(functions, near);
  const fixes = isFunction ? [replaceFix("unsafe", `write ${near}`, name, near)] : [];
  return problem(unknownFunction, name, { name: name.text, kind: "function", instead, help, known: functionNames }, { fixes });
}

/** A call of a method that is none; `own` are those that its subject has. */
export function unknownMethod(name: Word, subject: ExprAst, own: readonly string[]): Problem {
  const meant = methodElsewhere(name.text);
  const near = meant !== undefined && own.some((each) => each === meant) ? meant : nearest(name.text, own);
  return problem(unknownFunction, name, { name: name.text, kind: "method", instead: near, help: helpForMethod(name.text, subject), known: own.length > 0 ? own : methodNames }, { fixes: near === undefined ? [] : [replaceFix("unsafe", `write ${near}`, name, near)] });
}

/** A filter that is none. */
export function unknownFilterCalled(name: Word): Problem {
  const near = filterElsewhere(name.text) ?? nearest(name.text, filterNames);
  return problem(unknownFilter, name, { name: name.text, nearest: near }, { fixes: near === undefined ? [] : [replaceFix("unsafe", `write ${near}`, name, near)] });
}

/** A test that is none, of `subject` where that is known. */
export function unknownTest(name: Word, subject: ExprAst | undefined): Problem {
  const near = nearest(name.text, testNames);
  return problem(unknownFunction, name, { name: name.text, kind: "test", instead: near, help: subject && helpForTest(name.text, subject), known: testNames }, { fixes: near === undefined ? [] : [replaceFix("unsafe", `write ${near}`, name, near)] });
}
