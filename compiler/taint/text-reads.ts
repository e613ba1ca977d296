import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import type { CallRow, TypeScheme } from "../../schemas/expr/signature.ts";
import { filters } from "../../schemas/template/filters.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Code } from "../check/code.ts";
import { childrenOf, type ExprAst, type ExprOf } from "../expr/ast.ts";
import { emptyScope, readsOf, type Read } from "../expr/reads.ts";
import type { Code as TemplateCode, TemplatePart } from "../template/ast.ts";

/** A read whose text may stand in what the code gives, and the filters it goes through, the first one first. */
export interface TextRead {
  readonly read: Read;
  readonly through: readonly string[];
}

/** Where code stands: how far its ranges are from those of its text, and the reads behind the names that the code itself has given. */
interface Place {
  readonly offset: number;
  /** One table for all of a text: what a body gives a name may be met behind it, where it is an error anyhow. */
  readonly locals: Map<string, readonly TextRead[]>;
}

/**
 * The reads whose text goes into the value of `code`: not those it only asks about, as in a test, and none that comes to a
 * number or a truth value on the way.
 */
export function textReads(code: Code): readonly TextRead[] {
  return code.as === "expression" ? ofExpression(code.parsed.ast, { offset: 0, locals: new Map() }) : [...stretchesOf(code)].flatMap(({ reads }) => reads);
}

/** A stretch of a template: text as it stands, or code. */
export interface Stretch {
  readonly text: string;
  readonly reads: readonly TextRead[];
}

/** A template as the stretches it consists of, those within `{% if %}` and `{% for %}` included, in the order of the text. */
export function stretchesOf(code: Code): Iterable<Stretch> {
  return code.as === "template" ? ofParts(code.parsed.parts, new Map()) : [{ text: "", reads: textReads(code) }];
}

function* ofParts(parts: readonly TemplatePart[], locals: Place["locals"]): Generator<Stretch> {
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
        const { ast } = part.loop;
        const restoreItems = naming(ast.names.map((name) => name.text), ofCode({ ...part.loop, ast: ast.in }, locals), locals);
        const restoreLoop = naming(["loop"], [], locals);
        yield* ofParts(part.body, locals);
        restoreLoop();
        restoreItems();
        yield* ofParts(part.else, locals);
        break;
      }
      default: unreachable(part, "ofParts");
    }
  }
}

function ofCode({ ast, offset }: TemplateCode, locals: Place["locals"]): readonly TextRead[] {
  return ofExpression(ast, { offset, locals });
}

/** Lets `names` stand for `reads` until the answer is called. */
function naming(names: readonly string[], reads: readonly TextRead[], locals: Place["locals"]): () => void {
  const before = names.map((name) => [name, locals.get(name)] as const);
  for (const name of names) locals.set(name, reads);
  return () => {
    for (const [name, old] of before) {
      if (old === undefined) locals.delete(name);
      else locals.set(name, old);
    }
  };
}

function ofExpression(ast: ExprAst, place: Place): readonly TextRead[] {
  const within = (parts: readonly ExprAst[]): readonly TextRead[] => parts.flatMap((part) => ofExpression(part, place));
  switch (ast.kind) {
    case "hole": case "literal": case "not": case "negate": case "compare": case "is": return [];
    case "name": case "attribute": case "index": return ofPath(ast, place);
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
      const restores = ast.clauses.map((clause) => naming(clause.names.map((name) => name.text), ofExpression(clause.in, place), place.locals));
      const reads = ofExpression(ast.body, place);
      for (const restore of restores.toReversed()) restore();
      return reads;
    }
    default: return unreachable(ast, "ofExpression");
  }
}

/** A root or a name with keys behind it; an index says which text it is, and is none of it. */
function ofPath(ast: ExprAst, place: Place): readonly TextRead[] {
  let base: ExprAst = ast;
  while (base.kind === "attribute" || base.kind === "index") base = base.of;
  if (base.kind !== "name") return ofExpression(base, place);
  const local = place.locals.get(base.name);
  if (local !== undefined) return local;
  const [read] = readsOf(ast, emptyScope, "value", place.offset);
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
