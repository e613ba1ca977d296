import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import type { CallRow, TypeScheme } from "../../schemas/expr/signature.ts";
import { filters } from "../../schemas/template/filters.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Code } from "../check/code.ts";
import { childrenOf, type ExprAst, type ExprOf } from "../expr/ast.ts";
import { readsOf, type Read } from "../expr/reads.ts";
import type { Code as TemplateCode, TemplatePart } from "../template/ast.ts";

/** A read whose text may stand in what the code gives, and the filters it goes through, the first one first. */
export interface TextRead {
  readonly read: Read;
  readonly through: readonly string[];
}

/** What names stand for that the code itself has given: the reads behind them. */
type Locals = ReadonlyMap<string, readonly TextRead[]>;

/**
 * The reads whose text goes into the value of `code`: not those it only asks about, as in a test, and none that comes to a
 * number or a truth value on the way.
 */
export function textReads(code: Code): readonly TextRead[] {
  return code.as === "expression" ? ofExpression(code.parsed.ast, new Map()) : [...ofParts(code.parsed.parts, new Map())].flatMap(({ reads }) => reads);
}

/** A stretch of a template: text as it stands, or code. */
export interface Stretch {
  readonly text: string;
  readonly reads: readonly TextRead[];
}

/** A template as the stretches it consists of, those within `{% if %}` and `{% for %}` included, in the order of the text. */
export function stretchesOf(code: Code): readonly Stretch[] {
  return code.as === "template" ? [...ofParts(code.parsed.parts, new Map())] : [{ text: "", reads: textReads(code) }];
}

function* ofParts(parts: readonly TemplatePart[], outer: Locals): Generator<Stretch> {
  const locals = new Map(outer);
  for (const part of parts) {
    switch (part.part) {
      case "text": yield { text: part.text, reads: [] }; break;
      case "out": yield { text: "", reads: ofCode(part.of, locals) }; break;
      case "set": locals.set(part.name.text, ofCode(part.to, locals)); break;
      case "if":
        for (const arm of part.arms) yield* ofParts(arm.body, locals);
        yield* ofParts(part.else, locals);
        break;
      case "for": {
        const { ast, offset } = part.loop;
        const items = ofCode({ ...part.loop, offset, ast: ast.in }, locals);
        yield* ofParts(part.body, new Map([...locals, ["loop", []], ...ast.names.map((name) => [name.text, items] as const)]));
        yield* ofParts(part.else, locals);
        break;
      }
      default: unreachable(part, "ofParts");
    }
  }
}

/** The reads of code in a template, with ranges that count in the template. */
function ofCode({ ast, offset }: TemplateCode, locals: Locals): readonly TextRead[] {
  return ofExpression(ast, locals).map((each) => {
    // What a name stands for was moved when the name was given.
    const isLocal = [...locals.values()].some((reads) => reads.includes(each));
    return isLocal ? each : { ...each, read: { ...each.read, start: each.read.start + offset, end: each.read.end + offset } };
  });
}

function ofExpression(ast: ExprAst, locals: Locals): readonly TextRead[] {
  const within = (parts: readonly ExprAst[]): readonly TextRead[] => parts.flatMap((part) => ofExpression(part, locals));
  switch (ast.kind) {
    case "hole": case "literal": case "not": case "negate": case "compare": case "is": return [];
    case "name": case "attribute": case "index": return ofPath(ast, locals);
    case "slice": return within([ast.of]);
    case "and": case "or": return within([ast.left, ast.right]);
    case "if": return within([ast.then, ast.else]);
    // The other signs take numbers alone.
    case "arithmetic": return ["+", "*", "%"].includes(ast.fn) ? within([ast.left, ast.right]) : [];
    case "list": case "dict": return within(childrenOf(ast));
    case "call": return givesText(functions, ast) ? within(childrenOf(ast)) : [];
    case "method": return givesText(methods, ast) ? within(childrenOf(ast)) : [];
    case "filter": return givesText(filters, ast) ? within(childrenOf(ast)).map((each) => ({ ...each, through: [...each.through, ast.name.text] })) : [];
    case "comprehension": {
      let inner = locals;
      for (const clause of ast.clauses) {
        const items = ofExpression(clause.in, inner);
        inner = new Map([...inner, ...clause.names.map((name) => [name.text, items] as const)]);
      }
      return ofExpression(ast.body, inner);
    }
    default: return unreachable(ast, "ofExpression");
  }
}

/** A root or a name with keys behind it; an index says which text it is, and is none of it. */
function ofPath(ast: ExprAst, locals: Locals): readonly TextRead[] {
  let base: ExprAst = ast;
  while (base.kind === "attribute" || base.kind === "index") base = base.of;
  if (base.kind !== "name") return ofExpression(base, locals);
  const local = locals.get(base.name);
  if (local !== undefined) return local;
  const [read] = readsOf(ast);
  return read === undefined ? [] : [{ read, through: [] }];
}

type Rows = { readonly [name: string]: Pick<CallRow, "signatures"> };

/** Whether a call may give text; one that nobody knows has been reported. */
function givesText(rows: Rows, { name }: ExprOf<"call" | "method" | "filter">): boolean {
  const row = Object.hasOwn(rows, name.text) ? rows[name.text] : undefined;
  return row?.signatures.some(({ returns }) => mayHoldText(returns)) === true;
}

function mayHoldText(type: TypeScheme): boolean {
  switch (type.kind) {
    case "int": case "float": case "bool": case "null": case "never": return false;
    case "list": return mayHoldText(type.of);
    case "union": return type.of.some(mayHoldText);
    default: return true;
  }
}
