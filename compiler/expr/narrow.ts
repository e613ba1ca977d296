import type { Comparison } from "../../schemas/expr/ir.ts";
import type { Json } from "../../schemas/json.ts";
import type { ExprAst, ExprOf } from "./ast.ts";
import { testName } from "./check-calls.ts";
import { constantTruth, constantValue } from "./constant.ts";
import { accessPath, factKey, joinFacts, refine, type AccessPath, type Facts, type Seeds } from "./facts.ts";
import { keySides } from "./has-key.ts";
import { allNumbers, eitherNumbers, noNumbers, numbersAt, numbersWhere, numbersWithout, type NumberSet } from "./number-set.ts";
import { anyBool, anyDict, anyList, anyNumber, anyText, anything, either, nothing, only, onlyNone, present, sized, withLength, without, withTruth, type Scalar, type ValueSet } from "./value-set.ts";

/** What is known behind a condition, on each of its sides; undefined on a side that is never taken. */
export interface Sides {
  readonly ifTrue: Facts | undefined;
  readonly ifFalse: Facts | undefined;
}

/**
 * What a condition says where `facts` hold before it. Each side holds whenever the evaluation comes to that side: one
 * that fails comes to neither. What is not understood says nothing. Every part is looked at once.
 */
export function narrow(ast: ExprAst, facts: Facts | undefined, seeds: Seeds): Sides {
  if (facts === undefined) return { ifTrue: undefined, ifFalse: undefined };
  switch (ast.kind) {
    case "not": {
      const { ifTrue, ifFalse } = narrow(ast.of, facts, seeds);
      return { ifTrue: ifFalse, ifFalse: ifTrue };
    }
    case "and": {
      const left = narrow(ast.left, facts, seeds);
      const right = narrow(ast.right, left.ifTrue, seeds);
      return { ifTrue: right.ifTrue, ifFalse: joinFacts(left.ifFalse, right.ifFalse) };
    }
    case "or": {
      const left = narrow(ast.left, facts, seeds);
      const right = narrow(ast.right, left.ifFalse, seeds);
      return { ifTrue: joinFacts(left.ifTrue, right.ifTrue), ifFalse: right.ifFalse };
    }
    case "if": {
      const test = narrow(ast.test, facts, seeds);
      const [then, otherwise] = [narrow(ast.then, test.ifTrue, seeds), narrow(ast.else, test.ifFalse, seeds)];
      return { ifTrue: joinFacts(then.ifTrue, otherwise.ifTrue), ifFalse: joinFacts(then.ifFalse, otherwise.ifFalse) };
    }
    case "compare": return narrowComparison(ast, facts, seeds);
    case "is": return narrowTest(ast, facts, seeds);
    default: {
      const subject = subjectOf(ast);
      if (subject !== undefined) return split(facts, subject.path, subject.by === "value" ? truths() : lengthSets(">", 0), seeds);
      const truth = constantTruth(ast);
      return truth === undefined ? { ifTrue: facts, ifFalse: facts } : { ifTrue: truth ? facts : undefined, ifFalse: truth ? undefined : facts };
    }
  }
}

/** The values of which a test holds, and those of which it does not; where it fails, a value is in neither. */
interface Split {
  readonly holds: ValueSet;
  readonly fails: ValueSet;
}

const truths = (): Split => ({ holds: withTruth(anything, true), fails: withTruth(anything, false) });
/** What a comparison of order takes. */
const orderable: ValueSet = { ...anyNumber, texts: anyText.texts, lists: anyList.lists };
const silent: Split = { holds: anything, fails: anything };

function split(facts: Facts, path: AccessPath, { holds, fails }: Split, seeds: Seeds): Sides {
  const [ifTrue, ifFalse] = refine(facts, path, [holds, fails], seeds);
  return { ifTrue, ifFalse };
}

const testSplits: ReadonlyMap<string, ValueSet> = new Map([
  ["defined", present], ["undefined", onlyNone], ["none", onlyNone], ["true", only(true)], ["false", only(false)],
  ["boolean", anyBool], ["number", anyNumber], ["string", anyText], ["mapping", anyDict],
]);

function narrowTest(ast: ExprOf<"is">, facts: Facts, seeds: Seeds): Sides {
  const path = accessPath(ast.of);
  const name = testName(ast.test);
  const holds = testSplits.get(name);
  if (path === undefined || holds === undefined) return { ifTrue: facts, ifFalse: facts };
  const { ifTrue, ifFalse } = split(facts, path, { holds, fails: complement(holds) }, seeds);
  const none = name === "defined" ? "ifFalse" : name === "undefined" ? "ifTrue" : undefined;
  // These two look at what is not there without failing: then a part says nothing of its owner, nor of itself.
  const sides: Sides = none !== undefined && mayLackOwner(path, facts, seeds) ? { ifTrue, ifFalse, [none]: facts } : { ifTrue, ifFalse };
  return ast.negated ? { ifTrue: sides.ifFalse, ifFalse: sides.ifTrue } : sides;
}

function mayLackOwner({ root, keys }: AccessPath, facts: Facts, seeds: Seeds): boolean {
  return keys.some((_, at) => {
    const owner = { root, keys: keys.slice(0, at) };
    return (facts.get(factKey(owner)) ?? seeds(owner)).none;
  });
}

/** All values outside a set of whole kinds or of a single value. */
function complement(set: ValueSet): ValueSet {
  const { none, yes, no, numbers, texts, dicts } = set;
  return {
    ...anything,
    none: !none, yes: !yes, no: !no,
    numbers: numbersWithout(allNumbers, numbers),
    ...(texts.lengths.length > 0 ? { texts: nothing.texts } : {}),
    ...(dicts.length > 0 ? { dicts: noNumbers } : {}),
  };
}

function narrowComparison(ast: ExprOf<"compare">, facts: Facts, seeds: Seeds): Sides {
  let holds: Facts | undefined = facts;
  let fails: Facts | undefined;
  let left = ast.first;
  for (const { cmp, to } of ast.links) {
    if (holds === undefined) break;
    const link = narrowLink(left, cmp, to, holds, seeds);
    fails = joinFacts(fails, link.ifFalse);
    holds = link.ifTrue;
    left = to;
  }
  return { ifTrue: holds, ifFalse: fails };
}

const flipped = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function narrowLink(left: ExprAst, cmp: Comparison, right: ExprAst, facts: Facts, seeds: Seeds): Sides {
  const [from, to] = [subjectOf(left), subjectOf(right)];
  if (from !== undefined && to === undefined) {
    const value = constantValue(right);
    return value === undefined ? withPresence(from, cmp, "left", facts, seeds) : split(facts, from.path, splitOf(from, cmp, value), seeds);
  }
  if (to !== undefined && from === undefined) {
    const value = constantValue(left);
    const isIn = cmp === "in" || cmp === "not in";
    const keyed = isIn && typeof value === "string" && to.by === "value" ? keySides(to.path, value, facts, seeds) : undefined;
    if (keyed !== undefined) return cmp === "in" ? { ifTrue: keyed[0], ifFalse: keyed[1] } : { ifTrue: keyed[1], ifFalse: keyed[0] };
    return value === undefined || isIn ? withPresence(to, cmp, "right", facts, seeds) : split(facts, to.path, splitOf(to, flipped[cmp], value), seeds);
  }
  if (from !== undefined && to !== undefined) {
    const first = withPresence(from, cmp, "left", facts, seeds).ifTrue;
    return first === undefined ? { ifTrue: undefined, ifFalse: undefined } : withPresence(to, cmp, "right", first, seeds);
  }
  return constantLink(left, cmp, right, facts);
}

function constantLink(left: ExprAst, cmp: Comparison, right: ExprAst, facts: Facts): Sides {
  const truth = constantTruth({ kind: "compare", start: left.start, end: right.end, first: left, links: [{ cmp, at: right, to: right }] });
  return { ifTrue: truth === false ? undefined : facts, ifFalse: truth === true ? undefined : facts };
}

/** What is compared with something unknown is at least of a kind that can be. */
function withPresence({ path, by }: Subject, cmp: Comparison, side: "left" | "right", facts: Facts, seeds: Seeds): Sides {
  const isIn = cmp === "in" || cmp === "not in";
  const wanted = by === "length" || (isIn && side === "right") ? sized : isIn || cmp === "==" || cmp === "!=" ? anything : orderable;
  return split(facts, path, { holds: wanted, fails: wanted }, seeds);
}

/** What a condition speaks of: the value behind a path, or its length. */
interface Subject {
  readonly path: AccessPath;
  readonly by: "value" | "length";
}

function subjectOf(ast: ExprAst): Subject | undefined {
  const [of, by] = ast.kind === "call" && ast.name.text === "len" && ast.args.length === 1 ? [ast.args[0], "length" as const]
    : ast.kind === "filter" && ast.name.text === "length" ? [ast.of, "length" as const]
    : [ast, "value" as const];
  const path = of === undefined ? undefined : accessPath(of);
  return path === undefined ? undefined : { path, by };
}

function splitOf({ by }: Subject, cmp: Comparison, value: Json): Split {
  if (by === "length") return typeof value === "number" && cmp !== "in" && cmp !== "not in" ? lengthSets(cmp, value) : { holds: sized, fails: sized };
  switch (cmp) {
    case "==": return equality(value);
    case "!=": return opposite(equality(value));
    case "in": return membership(value);
    case "not in": return opposite(membership(value));
    default: return ordering(cmp, value);
  }
}

const opposite = ({ holds, fails }: Split): Split => ({ holds: fails, fails: holds });

function equality(value: Json): Split {
  if (isScalar(value)) return { holds: only(value), fails: without(anything, value) };
  return Array.isArray(value) ? { holds: withLength(anyList, numbersAt(value.length)), fails: anything } : silent;
}

function membership(value: Json): Split {
  if (typeof value === "string") return { holds: anyText, fails: anyText };
  if (!Array.isArray(value) || !value.every(isScalar)) return silent;
  return { holds: value.map(only).reduce(either, nothing), fails: value.reduce<ValueSet>(without, anything) };
}

function ordering(cmp: "<" | "<=" | ">" | ">=", value: Json): Split {
  if (typeof value === "string") return { holds: anyText, fails: anyText };
  if (Array.isArray(value)) return { holds: anyList, fails: anyList };
  if (typeof value !== "number") return silent;
  const numbers = numbersWhere(cmp, value);
  return { holds: { ...anyNumber, numbers }, fails: { ...anyNumber, numbers: numbersWithout(allNumbers, numbers) } };
}

function lengthSets(cmp: Exclude<Comparison, "in" | "not in">, value: number): Split {
  const wanted: NumberSet = cmp === "==" ? numbersAt(value) : cmp === "!=" ? eitherNumbers(numbersWhere("<", value), numbersWhere(">", value)) : numbersWhere(cmp, value);
  return { holds: withLength(sized, wanted), fails: withLength(sized, numbersWithout(allNumbers, wanted)) };
}

function isScalar(value: Json): value is Scalar {
  return value === null || typeof value !== "object";
}
