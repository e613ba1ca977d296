/** A place between numbers: just before `value`, or just behind it. */
export interface Cut {
  readonly value: number;
  readonly isBehind: boolean;
}

/**
 * A set of numbers: what lies between the first cut and the second, the third and the fourth, and so on. Points, their
 * complements and intervals with open or closed ends are all of this one form, and no operation leaves it.
 */
export type NumberSet = readonly Cut[];

const before = (value: number): Cut => ({ value, isBehind: false });
const behind = (value: number): Cut => ({ value, isBehind: true });

export const noNumbers: NumberSet = [];
export const allNumbers: NumberSet = [before(Number.NEGATIVE_INFINITY), behind(Number.POSITIVE_INFINITY)];

/** Beyond so many cuts, a set is taken for all that lies between its ends. */
const mostCuts = 128;

export function numbersAt(value: number): NumberSet {
  return [before(value), behind(value)];
}

/** The numbers `x` of which `x cmp value` holds. */
export function numbersWhere(cmp: "<" | "<=" | ">" | ">=", value: number): NumberSet {
  const [lowest, highest] = allNumbers as readonly [Cut, Cut];
  switch (cmp) {
    case "<": return [lowest, before(value)];
    case "<=": return [lowest, behind(value)];
    case ">": return [behind(value), highest];
    case ">=": return [before(value), highest];
  }
}

export function bothNumbers(a: NumberSet, b: NumberSet): NumberSet {
  if (a === b || a.length === 0 || b === allNumbers) return a;
  if (b.length === 0 || a === allNumbers) return b;
  return combine(a, b, (inA, inB) => inA && inB);
}

export function eitherNumbers(a: NumberSet, b: NumberSet): NumberSet {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const all = combine(a, b, (inA, inB) => inA || inB);
  const [first, last] = [all[0], all.at(-1)];
  return all.length <= mostCuts || first === undefined || last === undefined ? all : [first, last];
}

/** The numbers of `a` that are not in `b`. */
export function numbersWithout(a: NumberSet, b: NumberSet): NumberSet {
  return combine(a, b, (inA, inB) => inA && !inB);
}

/** The whole numbers of a set: what lies between two of them is cut away, and with it what holds none. */
export function wholeNumbers(set: NumberSet): NumberSet {
  const cuts: Cut[] = [];
  for (let at = 0; at + 1 < set.length; at += 2) {
    const [from, to] = [set[at] as Cut, set[at + 1] as Cut];
    const first = from.isBehind ? Math.floor(from.value) + 1 : Math.ceil(from.value);
    const last = to.isBehind ? Math.floor(to.value) : Math.ceil(to.value) - 1;
    if (first > last) continue;
    if (cuts.at(-1)?.value === first - 1) cuts.pop();
    else cuts.push(before(first));
    cuts.push(behind(last));
  }
  return cuts;
}

export function sameNumbers(a: NumberSet, b: NumberSet): boolean {
  return a.length === b.length && a.every((cut, at) => compare(cut, b[at] as Cut) === 0);
}

/** The only number of a set, if it has just one. */
export function onlyNumber([from, to, ...others]: NumberSet): number | undefined {
  return from !== undefined && others.length === 0 && from.value === to?.value ? from.value : undefined;
}

/** One walk over the cuts of both sets; `holds` says which numbers stay, and none of those in neither. */
function combine(a: NumberSet, b: NumberSet, holds: (inA: boolean, inB: boolean) => boolean): NumberSet {
  const cuts: Cut[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    const order = left === undefined ? 1 : right === undefined ? -1 : compare(left, right);
    const at = (order <= 0 ? left : right) as Cut;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
    if (holds(i % 2 === 1, j % 2 === 1) !== (cuts.length % 2 === 1)) cuts.push(at);
  }
  return cuts;
}

function compare(a: Cut, b: Cut): number {
  return a.value === b.value ? Number(a.isBehind) - Number(b.isBehind) : a.value < b.value ? -1 : 1;
}
