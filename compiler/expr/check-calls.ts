import type { Parameter, Signature, TypeScheme } from "../../schemas/expr/signature.ts";
import type { Type } from "../../schemas/type.ts";
import type { Range, Word } from "./ast.ts";
import type { BoundSignature, Call, Misfit, TypedArguments } from "./call-problems.ts";
import type { Typed } from "./check-operators.ts";
import type { Problem } from "./problem.ts";
import type { Bindings, Fit } from "./types.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { methodNames, methods } from "../../schemas/expr/methods.ts";
import { bindArguments } from "../../schemas/expr/signature.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { filters } from "../../schemas/template/filters.ts";
import { listOf, types } from "../../schemas/type.ts";
import { badCall } from "../diagnostics/expr.ts";
import { findAll } from "../source/find-all.ts";
import { misfitProblem, typesProblem } from "./call-problems.ts";
import { typeOfMember } from "./check-access.ts";
import { resolve, worse } from "./check-operators.ts";
import { constantValue } from "./constant.ts";
import { checkPresent, mayBeNone } from "./presence.ts";
import { problem } from "./problem.ts";
import { fits, named as typeName } from "./types.ts";
import { unknownFilterCalled, unknownFunctionCalled, unknownMethod, unknownTest } from "./unknown-names.ts";

export function typeOfCall(name: Word, whole: Range, given: TypedArguments, problems: Problem[]): Type {
  if (Object.hasOwn(functions, name.text)) {
    if (name.text === "range") checkRange(whole, given.args, problems);
    return typeOfBound({ args: given.args, named: given.named, kind: "function", name, whole, subject: undefined }, functions[name.text as keyof typeof functions].signatures, problems);
  }
  problems.push(unknownFunctionCalled(name));
  return types.hole;
}

/** A range that is written out and too long fails each time. */
function checkRange(whole: Range, args: readonly Typed[], problems: Problem[]): void {
  const numbers = args.map(({ ast }) => constantValue(ast)).filter((value) => typeof value === "number");
  if (numbers.length !== args.length || numbers.length === 0) return;
  const [start = 0, stop = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const count = Math.ceil((stop - start) / step);
  if (count > exprLimits.items) problems.push(problem(badCall, whole, { what: `'range' would have ${count} items`, help: `make it no longer than ${exprLimits.items}` }));
}

export function typeOfMethod(subject: Typed, name: Word, whole: Range, given: TypedArguments, problems: Problem[]): Type {
  if (subject.type.kind === "hole" || name.text === "" || name.text.startsWith("_")) return types.hole;
  const own = methodNames.filter((each) => methods[each].signatures.some((signature) => fits(subject.type, signature.subject) !== "no"));
  for (const each of given.named) problems.push(problem(badCall, each.name, { what: "methods take no named arguments", help: `write only the value of '${each.name.text}'` }));
  const found = own.find((each) => each === name.text);
  if (found !== undefined) return typeOfBound({ args: given.args, named: [], kind: "method", name, whole, subject }, methods[found].signatures, problems);
  if (Object.hasOwn(methods, name.text)) {
    problems.push(problem(badCall, name, { what: `${typeName(subject.type)} has no method '${name.text}'`, help: own.length > 0 ? `use one of ${own.join(", ")}` : undefined }));
  } else {
    problems.push(unknownMethod(name, subject.ast, own));
  }
  return types.hole;
}

export function typeOfFilter(subject: Typed, name: Word, whole: Range, given: TypedArguments, problems: Problem[]): Type {
  if (name.text === "") return types.hole;
  if (!checkFilterName(name, problems)) return types.hole;
  const row = filters[name.text as keyof typeof filters];
  const result = typeOfBound({ args: given.args, named: given.named, kind: "filter", name, whole, subject }, row.signatures, problems);
  const attribute = given.named.find((each) => each.name.text === "attribute")?.typed;
  return name.text === "map" && attribute !== undefined ? listOf(typeOfAttribute(subject.type, attribute, [])) : result;
}

/** Complains about an unknown filter. */
function checkFilterName(name: Word, problems: Problem[]): boolean {
  if (Object.hasOwn(filters, name.text)) return true;
  problems.push(unknownFilterCalled(name));
  return false;
}

export function typeOfTest(subject: Typed, name: Word, whole: Range, args: readonly Typed[], problems: Problem[]): Type {
  const test = testName(name);
  if (!checkTestName(subject, { ...name, text: test }, problems)) return types.bool;
  typeOfBound({ kind: "test", name: { ...name, text: test }, whole, subject, args, named: [] }, tests[test as keyof typeof tests].signatures, problems);
  return types.bool;
}

const pythonTests: ReadonlyMap<string, string> = new Map([["None", "none"], ["null", "none"], ["True", "true"], ["False", "false"]]);

/** The name of a test as the table has it: `is None`, `is True` are Python's spelling. */
export function testName(word: Word): string {
  return pythonTests.get(word.text) ?? word.text;
}

function checkTestName(subject: Typed | undefined, name: Word, problems: Problem[]): boolean {
  if (Object.hasOwn(tests, name.text)) return true;
  problems.push(unknownTest(name, subject?.ast));
  return false;
}

/** Binds the arguments by the signatures and gives the result, or says why no signature takes them. */
function typeOfBound(call: Call, signatures: readonly (Signature & { readonly subject?: TypeScheme })[], problems: Problem[]): Type {
  const named = call.named.length === 0 ? undefined : Object.fromEntries(call.named.map(({ name, typed }) => [name.text, typed]));
  const bound: BoundSignature[] = [];
  let misfit: Misfit;
  for (const signature of signatures) {
    const binding = bindArguments(signature.params, call.args, named);
    if (binding.ok) bound.push({ returns: signature.returns, on: signature.subject, pairs: pairsIn(binding.bound) });
    else misfit ??= binding;
  }
  if (bound.length === 0) {
    problems.push(misfitProblem(call, signatures, misfit));
    return types.hole;
  }
  for (const { param, arg } of bound[0]?.pairs ?? []) checkNameArgument(call, param, arg, problems);
  const fitOf = ({ on, pairs }: BoundSignature, bindings: Bindings): Fit => {
    let worst: Fit = on === undefined || call.subject === undefined ? "yes" : fits(call.subject.type, on, bindings);
    for (const { param, arg } of pairs) if (worst !== "no") worst = worse(worst, fits(arg.type, param.type, bindings));
    return worst;
  };
  const result = resolve(bound, fitOf, () => call.subject?.type.kind === "hole" || bound.some(({ pairs }) => pairs.some(({ arg }) => arg.type.kind === "hole")));
  if (result !== undefined) {
    checkArgumentsPresent(call, bound, problems);
    return result;
  }
  problems.push(typesProblem(call, bound));
  return types.hole;
}

/** The arguments with their parameters, in the order of these. */
function pairsIn(bound: readonly { readonly param: Parameter; readonly args: readonly Typed[] }[]): BoundSignature["pairs"] {
  return findAll(bound, ({ param, args }) => args.map((arg) => ({ param, arg })));
}

/** Complains about what may be `None` and is taken by no signature then. */
function checkArgumentsPresent(call: Call, bound: readonly BoundSignature[], problems: Problem[]): void {
  const refuses = (schemes: readonly TypeScheme[]): boolean => schemes.every((scheme) => fits(types.null, scheme) === "no");
  const { subject } = call;
  if (subject !== undefined && mayBeNone(subject.type) && refuses(bound.map((each) => each.on ?? types.any))) checkPresent(subject.ast, subject.type, problems);
  const given = call.named.length === 0 ? call.args : [...call.args, ...call.named.map(({ typed }) => typed)];
  for (const arg of given) {
    if (!mayBeNone(arg.type)) continue;
    const wanted = bound.flatMap(({ pairs }) => pairs.flatMap((pair) => (pair.arg === arg ? [pair.param.type] : [])));
    if (wanted.length > 0 && refuses(wanted)) checkPresent(arg.ast, arg.type, problems);
  }
}

/** Arguments that name a filter, a test or a field, as in `select('odd')` and `map(attribute='name')`. */
function checkNameArgument(call: Call, param: Parameter, arg: Typed, problems: Problem[]): void {
  if (call.kind !== "filter" || arg.ast.kind !== "literal" || typeof arg.ast.value !== "string") return;
  const word = { text: arg.ast.value, start: arg.ast.start + 1, end: arg.ast.end - 1 };
  if (param.name === "filter") checkFilterName(word, problems);
  if (param.name === "test") checkTestName(undefined, word, problems);
  if (param.name === "attribute" && call.subject !== undefined) typeOfAttribute(call.subject.type, arg, problems);
}

/** The type of a field of the items of a list; a dotted name leads further in. */
function typeOfAttribute(list: Type, { ast }: Typed, problems: Problem[]): Type {
  if (ast.kind !== "literal" || typeof ast.value !== "string") return types.any;
  let type: Type = list.kind === "list" ? list.of : types.any;
  let start = ast.start + 1;
  for (const key of ast.value.split(".")) {
    if (type.kind === "any" || type.kind === "hole" || type.kind === "never" || /^\d+$/.test(key)) return types.any;
    type = typeOfMember(ast, type, { text: key, start, end: start + key.length }, "none", problems);
    start += key.length + 1;
  }
  return type;
}
