import type { Binding, Parameter, Signature, TypeScheme } from "../../schemas/expr/signature.ts";
import type { Range, Word } from "./ast.ts";
import type { Typed } from "./check-operators.ts";
import type { Problem } from "./problem.ts";
import { describeScheme } from "../../schemas/expr/signature.ts";
import { types } from "../../schemas/type.ts";
import { badCall } from "../diagnostics/expr.ts";
import { filterType } from "../diagnostics/template.ts";
import { problem } from "./problem.ts";
import { fits, membersOf, named as typeName } from "./types.ts";

export interface TypedArguments {
  readonly args: readonly Typed[];
  readonly named: readonly { readonly name: Word; readonly typed: Typed }[];
}

type Kind = "function" | "method" | "filter" | "test";

/** What is called: who, on what, with what. */
export interface Call extends TypedArguments {
  readonly kind: Kind;
  readonly name: Word;
  readonly whole: Range;
  readonly subject: Typed | undefined;
}

/** A signature that takes as many arguments, each with its parameter. */
export interface BoundSignature {
  readonly returns: TypeScheme;
  /** What it is called on, where it is called on something. */
  readonly on: TypeScheme | undefined;
  readonly pairs: readonly { readonly param: Parameter; readonly arg: Typed }[];
}

/** Why a signature does not take so many arguments, or such names. */
export type Misfit = Exclude<Binding<Typed>, { readonly ok: true }> | undefined;

/** Says why no signature takes the arguments, whatever their types. */
export function misfitProblem(call: Call, signatures: readonly Signature[], misfit: Misfit): Problem {
  return problem(badCall, placeOfMisfit(call, signatures, misfit), explainMisfit(call, signatures, misfit));
}

/** The arguments that are too many, or the call that wants more of them. */
function placeOfMisfit({ name, whole, args }: Call, signatures: readonly Signature[], misfit: Misfit): Range {
  if (misfit?.problem === "unknown-name" || misfit?.problem === "given-twice") return name;
  const most = Math.max(...signatures.map(({ params }) => params.filter((param) => param.given !== "keyword").length));
  const first = args[most];
  return misfit?.problem === "missing" || first === undefined ? { start: name.start, end: whole.end } : { start: first.ast.start, end: (args.at(-1) ?? first).ast.end };
}

function explainMisfit(call: Call, signatures: readonly Signature[], misfit: Misfit) {
  const name = `'${call.name.text}'`;
  const counts = signatures.map(({ params }) => params.filter((param) => param.given === "required").length);
  const limits = signatures.map(({ params }) => (params.some((param) => param.given === "rest") ? Number.POSITIVE_INFINITY : params.filter((param) => param.given !== "keyword").length));
  const [least, most] = [Math.min(...counts), Math.max(...limits)];
  const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  const takes = most === 0 ? `${name} takes no arguments` : `${name} takes ${range} argument${range === "1" ? "" : "s"}, not ${call.args.length}`;
  const params = [...new Set(signatures.flatMap((signature) => signature.params.filter((param) => param.given !== "rest").map((param) => param.name)))];
  const help = params.length === 0 ? undefined : `its arguments are ${params.join(", ")}`;
  switch (misfit?.problem) {
    case "unknown-name": return { what: `${name} has no argument '${misfit.name}'`, help };
    case "given-twice": return { what: `${name} gets '${misfit.name}' twice`, help: "remove one of the two" };
    case "missing": return call.args.length + call.named.length === 0 || signatures.length > 1 ? { what: takes, help } : { what: `${name} needs '${misfit.name}'`, help };
    default: return { what: takes, help };
  }
}

/** Which part fits no signature: the subject if it never does, otherwise the first argument that does not. */
export function typesProblem(call: Call, bound: readonly BoundSignature[]): Problem {
  const { subject, name } = call;
  const takers = bound.filter(({ on }) => on === undefined || subject === undefined || fits(subject.type, on) !== "no");
  if (takers.length === 0 && subject !== undefined) {
    const wanted = describeAll(bound.map(({ on }) => on ?? types.any));
    const found = typeName(subject.type);
    if (call.kind !== "filter") return problem(badCall, name, { what: `'${name.text}' needs ${wanted}, not ${found}`, help: undefined });
    const isScalar = membersOf(subject.type).every((member) => fits(member, types.float) === "yes" || member.kind === "bool");
    const help = /\bstr\b/.test(wanted) && isScalar ? "put '| string' before it" : undefined;
    return problem(filterType, name, { name: name.text, wanted, found, help });
  }
  for (const { pairs } of takers) {
    for (const { param, arg } of pairs) {
      const all = takers.flatMap((each) => each.pairs.filter((pair) => pair.arg === arg).map((pair) => pair.param.type));
      if (all.some((scheme) => fits(arg.type, scheme) !== "no")) continue;
      const params = { what: `'${name.text}' takes ${describeAll(all)} as '${param.name}', not ${typeName(arg.type)}`, help: undefined };
      return call.kind === "filter"
        ? problem(filterType, arg.ast, { name: name.text, wanted: `${describeAll(all)} as '${param.name}'`, found: typeName(arg.type), help: undefined })
        : problem(badCall, arg.ast, params);
    }
  }
  return problem(badCall, call.whole, { what: `'${name.text}' does not take these arguments together`, help: undefined });
}

function describeAll(schemes: readonly TypeScheme[]): string {
  const names = [...new Set(schemes.flatMap((scheme) => describeScheme(scheme).replaceAll(/\[[TU]\]|\[str, [TU]\]/g, "").split(" | ")))].filter((each) => each !== "T" && each !== "U");
  return names.length < 2 ? (names[0] ?? "another value") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
