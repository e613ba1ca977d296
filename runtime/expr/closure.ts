import type { Json } from "../../schemas/json.ts";
import { Bug, unreachable } from "../../schemas/bug.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import { functions as functionRows } from "../../schemas/expr/functions.ts";
import { methods as methodRows } from "../../schemas/expr/methods.ts";
import type { RootName } from "../../schemas/expr/roots.ts";
import { tests as testRows } from "../../schemas/expr/tests.ts";
import { filters as filterRows } from "../../schemas/template/filters.ts";
import { builtins } from "./builtins.ts";
import { call } from "./call.ts";
import { fail } from "./failure.ts";
import { filters } from "./filters.ts";
import type { IndexIr } from "./items.ts";
import { fieldReader, readItem, readItemOrNone, readSlice } from "./items.ts";
import { methods } from "./methods.ts";
import type { Names } from "./names.ts";
import { declare, inner, ownScope, slotOf } from "./names.ts";
import type { Operand } from "./operators.ts";
import { arithmetic, comparison, conjunction, disjunction, negation } from "./operators.ts";
import type { Closure, Frame } from "./scope.ts";
import { admitItems, newDict, spendItems, step } from "./scope.ts";
import { tests } from "./tests.ts";
import { textClosure } from "./text-parts.ts";
import { iterate, truthy } from "./values.ts";

/** Levels of nesting beyond which an expression is refused instead of compiled. */
const maxDepth = 1000;

/**
 * `ir` as a closure over its parts, for a frame that has the slots `names` has given out.
 * A name that no table and no loop declares is a `Bug`: the compiler lets none through.
 */
export function closureOf(ir: ExprIr, names: Names): Closure {
  if (names.depth > maxDepth) return () => fail(`expression is nested deeper than ${maxDepth} levels`);
  const at = inner(names);
  const part = (of: ExprIr): Closure => closureOf(of, at);
  const operand = (of: ExprIr): Operand => ({ run: part(of), ir: of });
  switch (ir.op) {
    case "lit": {
      const { value } = ir;
      return () => value;
    }
    case "root": return root(ir.name);
    case "local": {
      const slot = slotOf(names, ir.name);
      return (frame) => frame.locals[slot] ?? null;
    }
    case "get": return field(ir, at);
    case "index": return item(ir, at, readItem);
    case "slice": {
      const of = part(ir.of);
      const bounds = [ir.from, ir.to, ir.step].map((bound) => (bound === undefined ? () => null : part(bound)));
      const [from, to, step] = bounds as [Closure, Closure, Closure];
      return (frame) => readSlice(frame, of(frame), [from(frame), to(frame), step(frame)], ir.of);
    }
    case "not": {
      const of = part(ir.of);
      return (frame) => !truthy(of(frame));
    }
    case "negate": return negation(operand(ir.of));
    case "and": return conjunction(part(ir.left), part(ir.right));
    case "or": return disjunction(part(ir.left), part(ir.right));
    case "if": {
      const [test, then, otherwise] = [part(ir.test), part(ir.then), part(ir.else)];
      return (frame) => (truthy(test(frame)) ? then(frame) : otherwise(frame));
    }
    case "compare": return comparison(operand(ir.first), ir.links.map((link) => ({ cmp: link.cmp, to: operand(link.to) })));
    case "is": {
      const name = known(tests, ir.test, "test");
      const of = name === "defined" || name === "undefined" ? lenient(ir.of, at) : part(ir.of);
      const holds = call(name, tests[name], testRows[name], [of], ir.args.map(part));
      return ir.negated ? (frame) => holds(frame) !== true : holds;
    }
    case "arithmetic": return arithmetic(ir.fn, operand(ir.left), operand(ir.right));
    case "list": return list(ir.items, part);
    case "dict": {
      const entries = ir.entries.map(([key, value]) => [part(key), part(value)] as const);
      return (frame) => dict(frame, entries);
    }
    case "call": {
      const name = known(builtins, ir.fn, "function");
      const [only] = ir.args;
      if ((name === "any" || name === "all") && only?.op === "comprehension" && only.lazy) return quantifier(name, only, at);
      return call(name, builtins[name], functionRows[name], [], ir.args.map(part), mapped(ir.named ?? {}, part));
    }
    case "method": {
      const name = known(methods, ir.name, "method");
      return call(name, methods[name], methodRows[name], [part(ir.of)], ir.args.map(part));
    }
    case "filter": {
      const name = known(filters, ir.name, "filter");
      const of = name === "default" ? lenient(ir.of, at) : part(ir.of);
      return call(name, filters[name], filterRows[name], [of], ir.args.map(part), mapped(ir.named, part));
    }
    case "comprehension": return comprehension(ir, at);
    case "text": return textClosure(ir.parts, at, closureOf);
    default: return unreachable(ir, "closureOf");
  }
}

function known<N extends string>(table: { readonly [K in N]: unknown }, name: string, what: string): N {
  if (!Object.hasOwn(table, name)) throw new Bug(`no ${what} is called '${name}'`);
  return name as N;
}

function mapped(named: { readonly [name: string]: ExprIr }, part: (ir: ExprIr) => Closure): { readonly [name: string]: Closure } {
  return Object.fromEntries(Object.entries(named).map(([name, ir]) => [name, part(ir)]));
}

function root(name: RootName): Closure {
  if (name === "env") return () => fail("'env' has no value of its own: read one variable of it");
  return (frame) => rootOf(frame, name);
}

function rootOf(frame: Frame, name: Exclude<RootName, "env">): Json {
  return (frame.isPolluted && !Object.hasOwn(frame.roots, name) ? null : frame.roots[name]) ?? null;
}

function field(ir: Extract<ExprIr, { op: "get" }>, names: Names): Closure {
  const { of: subject, key } = ir;
  const read = fieldReader(key, subject);
  if (subject.op !== "root") {
    const of = closureOf(subject, names);
    return (frame) => read(frame, of(frame));
  }
  const { name } = subject;
  if (name === "env") return (frame) => variable(frame, key);
  // The root that nearly every condition reads, without a look-up by name.
  if (name === "state") return (frame) => read(frame, frame.roots.state ?? null);
  return (frame) => read(frame, rootOf(frame, name));
}

type ReadItem = typeof readItem;

function item(ir: IndexIr, names: Names, read: ReadItem): Closure {
  const { of: subject } = ir;
  const at = closureOf(ir.at, names);
  if (subject.op === "root" && subject.name === "env") {
    return (frame) => {
      const key = at(frame);
      return typeof key === "string" ? variable(frame, key) : fail("the name of an environment variable is a str");
    };
  }
  const of = closureOf(subject, names);
  // A key of the state that is unset is `None`, however it is written.
  const how = subject.op === "root" ? readItemOrNone : read;
  return (frame) => how(frame, of(frame), at(frame), ir);
}

function variable(frame: Frame, name: string): Json {
  return frame.env(name) ?? fail(`environment variable '${name}' is not set`);
}

/** As `closureOf`, but a missing key or item is `None`: for those who ask whether it is there. */
function lenient(ir: ExprIr, names: Names): Closure {
  return ir.op === "index" ? item(ir, names, readItemOrNone) : closureOf(ir, names);
}

function list(items: readonly ExprIr[], part: (ir: ExprIr) => Closure): Closure {
  const closures = items.map(part);
  return (frame) => {
    spendItems(frame, closures.length);
    return closures.map((each) => each(frame));
  };
}

function dict(frame: Frame, entries: readonly (readonly [Closure, Closure])[]): Json {
  spendItems(frame, entries.length);
  const made = newDict();
  for (const [key, value] of entries) {
    const name = key(frame);
    if (typeof name !== "string") return fail("a key of a dict is text");
    made[name] = value(frame);
  }
  return made;
}

type Comprehension = Extract<ExprIr, { op: "comprehension" }>;

/** A list of what the body gives for each turn. */
function comprehension(ir: Comprehension, names: Names): Closure {
  const take = turns(ir, names);
  return (frame) => {
    const made: Json[] = [];
    take(frame, (value) => {
      made.push(value);
      if (made.length > frame.limits.items) admitItems(frame, made.length);
      return false;
    });
    return made;
  };
}

/** Whether any turn, or every turn, gives something true; ends with the turn that settles it. */
function quantifier(name: "any" | "all", ir: Comprehension, names: Names): Closure {
  const take = turns(ir, names);
  const settles = name === "any";
  return (frame) => take(frame, (value) => truthy(value) === settles) === settles;
}

/** Gives what the body comes to in each turn of the clauses to `take`, until that says to stop; whether it did. The first clause is the outer loop. */
function turns({ body, clauses }: Comprehension, names: Names): (frame: Frame, take: (value: Json) => boolean) => boolean {
  const scope = ownScope(names);
  const turn = clauses.map((clause) => {
    const items = closureOf(clause.in, scope);
    const bind = declare(scope, clause.names);
    return { items, bind, tests: clause.if.map((test) => closureOf(test, scope)) };
  });
  const value = closureOf(body, scope);
  const run = (frame: Frame, depth: number, take: (value: Json) => boolean): boolean => {
    const clause = turn[depth];
    if (clause === undefined) return take(value(frame));
    for (const each of iterate(frame, clause.items(frame))) {
      step(frame);
      clause.bind(frame, each);
      if (clause.tests.every((test) => truthy(test(frame))) && run(frame, depth + 1, take)) return true;
    }
    return false;
  };
  return (frame, take) => run(frame, 0, take);
}
