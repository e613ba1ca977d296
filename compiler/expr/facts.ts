import type { RecordFields, Type } from "../../schemas/type.ts";
import type { ExprAst } from "./ast.ts";
import { childrenOf } from "./ast.ts";
import { types, unionOf } from "../../schemas/type.ts";
import { anyBool, anyNumber, anyText, both, either, isNothing, onlyNone, present, sameValues, valuesOfType, type ValueSet } from "./value-set.ts";

/** A name with the keys written out behind it: `state.plan['title']` is `state`, `plan`, `title`. */
export interface AccessPath {
  readonly root: string;
  readonly keys: readonly string[];
}

/**
 * What conditions on the way have said of the values behind paths, by the text of the path. A path that none spoke of is
 * absent: it may be whatever its type allows.
 */
export type Facts = ReadonlyMap<string, ValueSet>;

export const noFacts: Facts = new Map();

/** What a path may be before anything was said of it; `"there"`, where its owner surely has it. */
export type Seeds = (path: AccessPath, presence?: "there") => ValueSet;

/** The values to which more than its type holds what a path reads; all where nothing does. */
export type Bounds = (path: AccessPath) => ValueSet;

/** So many paths are followed at one place; what is said of further ones is let go. */
const mostPaths = 32;

export function accessPath(ast: ExprAst): AccessPath | undefined {
  const keys: string[] = [];
  for (let at = ast; ; at = at.of) {
    if (at.kind === "name") return { root: at.name, keys: keys.reverse() };
    const key = at.kind === "attribute" ? at.name.text : at.kind === "index" && at.at.kind === "literal" ? at.at.value : undefined;
    if (typeof key !== "string" || key === "" || key.includes(".") || (at.kind !== "attribute" && at.kind !== "index")) return undefined;
    keys.push(key);
  }
}

/** Calls `look` for every path that an expression reads, each as long as it is written. */
export function forEachPath(ast: ExprAst | undefined, look: (path: AccessPath) => void): void {
  if (ast === undefined) return;
  const path = accessPath(ast);
  if (path !== undefined) look(path);
  else for (const part of childrenOf(ast)) forEachPath(part, look);
}

/** The text of a path: `state.plan.title`. */
export function factKey({ root, keys }: AccessPath): string {
  return keys.length === 0 ? root : keys.length === 1 ? `${root}.${keys[0]}` : `${root}.${keys.join(".")}`;
}

/** `facts` where the value behind `path` is also one of each of `sets`; undefined where there is no such value: nobody comes here. */
export function refine(facts: Facts, path: AccessPath, sets: readonly ValueSet[], seeds: Seeds): readonly (Facts | undefined)[] {
  const key = factKey(path);
  const known = facts.get(key) ?? seeds(path);
  const inner = path.keys.length === 0 ? facts : refineOwner(facts, path, seeds);
  return sets.map((set) => {
    const next = both(known, set);
    if (isNothing(next)) return undefined;
    if (inner === undefined || (inner.size >= mostPaths && !inner.has(key))) return inner;
    return inner.size === 0 ? new Map<string, ValueSet>().set(key, next) : new Map(inner).set(key, next);
  });
}

/** A part can only be read of something that is there. */
function refineOwner(facts: Facts, { root, keys }: AccessPath, seeds: Seeds): Facts | undefined {
  const owner = { root, keys: keys.slice(0, -1) };
  const set = facts.get(factKey(owner)) ?? seeds(owner);
  return set.none ? refine(facts, owner, [present], seeds)[0] : facts;
}

/** What holds where two ways meet, of which one at least is taken. A set that takes in the other stays the same object. */
export function joinFacts(a: Facts | undefined, b: Facts | undefined): Facts | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const common = new Map<string, ValueSet>();
  for (const [key, set] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    const all = either(set, other);
    common.set(key, sameValues(all, set) ? set : all);
  }
  return common;
}

/** Whether two are the same, as far as `joinFacts` made one of the other. */
export function sameFacts(a: Facts, b: Facts): boolean {
  return a === b || (a.size === b.size && [...a].every(([key, set]) => b.get(key) === set));
}

/** Whether two say the same of the same paths; or nothing is known, since nobody comes there. */
export function equalFacts(a: Facts | undefined, b: Facts | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return a === b;
  return a.size === b.size && [...a].every(([key, set]) => {
    const other = b.get(key);
    return other !== undefined && sameValues(set, other);
  });
}

/** `facts` of paths under other names; those without one are left out. */
export function renamed(facts: Facts, nameOf: (path: string) => string | undefined): Facts {
  const named = new Map<string, ValueSet>();
  let isSame = true;
  for (const [path, set] of facts) {
    const name = nameOf(path);
    if (name !== undefined) named.set(name, set);
    if (name !== path) isSame = false;
  }
  return isSame ? facts : named.size === 0 ? noFacts : named;
}

/** `facts` without what they say of `path` and of its parts. */
export function forget(facts: Facts, path: string): Facts {
  for (const key of facts.keys()) {
    if (isPartOf(key, path)) return new Map([...facts].filter(([each]) => !isPartOf(each, path)));
  }
  return facts;
}

function isPartOf(key: string, path: string): boolean {
  return key.startsWith(path) && (key.length === path.length || key[path.length] === ".");
}

/** `type` without the members of a kind that a set of values has none of; the whole type, where none is left. */
export function sharpen(type: Type, set: ValueSet): Type {
  if (type.kind !== "union") return type;
  const left = type.of.filter((member) => !isNothing(both(kindOf(member), set)));
  return left.length === 0 ? type : unionOf(left);
}

function kindOf(type: Type): ValueSet {
  if (type.kind !== "literal") return valuesOfType(type);
  return typeof type.value === "string" ? anyText : typeof type.value === "number" ? anyNumber : anyBool;
}

/**
 * What paths may be by the types of `names`, and by `bounds`. Keys of the state may be unset, and so `None`, unless `state` is `"given"`;
 * so may what a mapping or an open record need not have.
 */
export function seedsOf(names: (root: string) => Type | undefined, bounds: Bounds | undefined, state: "given" | "maybe-unset"): Seeds {
  const known = new Map<string, ValueSet>();
  return (path, presence) => {
    const part = (): Part => partAt(names(path.root) ?? types.any, path, state);
    const within = (values: ValueSet): ValueSet => (bounds === undefined ? values : both(values, bounds(path)));
    if (presence === "there") return within(valuesOfType(part().type));
    const key = factKey(path);
    const found = known.get(key) ?? within(valuesOfPart(part()));
    known.set(key, found);
    return found;
  };
}

/** A part of a value, and whether its owner may lack it. */
interface Part {
  readonly type: Type;
  readonly mayLack: boolean;
}

function valuesOfPart({ type, mayLack }: Part): ValueSet {
  return mayLack ? either(valuesOfType(type), onlyNone) : valuesOfType(type);
}

function partAt(root: Type, path: AccessPath, state: "given" | "maybe-unset"): Part {
  let [type, mayLack] = [root, false];
  for (const [depth, key] of path.keys.entries()) {
    const part = partOf(type, key);
    type = part.type;
    mayLack = part.mayLack || (depth === 0 && path.root === "state" && state === "maybe-unset");
  }
  return { type, mayLack };
}

/** The type of a part of what is there, as a value has it: a key that a mapping lacks is read as `None`. */
function partOf(type: Type, key: string): Part {
  switch (type.kind) {
    case "dict": return { type: type.of, mayLack: true };
    case "record": {
      const own: RecordFields[string] | undefined = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
      return own === undefined ? { type: types.any, mayLack: true } : { type: own.type, mayLack: own.optional === true };
    }
    case "union": {
      const parts = type.of.filter((member) => member.kind !== "null").map((member) => partOf(member, key));
      return { type: unionOf(parts.map((part) => part.type)), mayLack: parts.some((part) => part.mayLack) };
    }
    default: return { type: types.any, mayLack: true };
  }
}
