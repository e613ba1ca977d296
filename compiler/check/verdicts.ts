import { eachIn, rowAt } from "../flow/rows.ts";
import { perRead } from "./node-reads.ts";
import { stateFlow, type StateFlow, type StateRead, type StateReads } from "./state-flow.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "./typed.ts";

/**
 * What a read finds. `set`: a value, on every path. `maybe`: none on some path, though a node writes one on another.
 * `brought`: what an event or a function brought, which does not say what it brings. `timed-out`: nothing, since the node
 * that waits for it waited in vain. `early`: what the caller gave, since nothing has written it yet.
 */
export type Verdict = "set" | "maybe" | "brought" | "timed-out" | "early";

export interface JudgedRead extends StateRead {
  readonly verdict: Verdict;
}

const judged = new WeakMap<TypedWorkflow, readonly (Verdict | undefined)[]>();

/** The reads of a workflow with what they find, as far as that is asked for, in the order of the text. */
export function judgedReads(typed: TypedWorkflow, isAsked: (verdict: Verdict) => boolean = () => true): readonly JudgedRead[] {
  const { reads } = stateFlow(typed);
  const verdicts = verdictsOf(typed);
  const asked: JudgedRead[] = [];
  // Most reads find a value, which is rarely asked for.
  for (let index = 0; index < verdicts.length; index += 1) {
    const verdict = verdicts[index];
    if (verdict !== undefined && isAsked(verdict)) asked.push(readWith(verdict, typed, reads, index));
  }
  return asked;
}

/** A read as its author wrote it. */
function readWith(verdict: Verdict, { nodes }: TypedWorkflow, { point, key, first, isTold }: StateReads, index: number): JudgedRead {
  const node = rowAt(first, index);
  // It was found in this node.
  const { sites, reads } = nodes[node] as TypedNode;
  const at = (index - (first[node] as number)) * perRead;
  const { site, reads: found } = sites[reads.keys[at + 2] as number] as TypedSite;
  const { key: range, guarded, compared } = found[reads.keys[at + 3] as number] as TypedSite["reads"][number];
  return { node, point: point[index] as number, key: key[index] as number, site, at: range, guarded: guarded || isTold[index] === 1, compared, verdict };
}

/** What each read of `stateFlow` finds; undefined where nobody comes to. */
export function verdictsOf(typed: TypedWorkflow): readonly (Verdict | undefined)[] {
  const known = judged.get(typed) ?? findVerdicts(stateFlow(typed));
  judged.set(typed, known);
  return known;
}

function findVerdicts(flow: StateFlow): readonly (Verdict | undefined)[] {
  const { count, point: points, key: keys } = flow.reads;
  const first = new Array<Verdict | undefined>(count).fill(undefined);
  for (let read = 0; read < count; read += 1) if (flow.isReached[points[read] as number] === 1) first[read] = firstVerdict(flow, points[read] as number, keys[read] as number);
  const waitedFor = timeoutsByKey(flow, first);
  const isInVain = (point: number, key: number): boolean => (waitedFor.get(key) ?? []).some((fact) => flow.must(point, fact));
  return waitedFor.size === 0 ? first : first.map((verdict, index) => (verdict === "early" && isInVain(points[index] as number, keys[index] as number) ? "timed-out" : verdict));
}

/** What may hold is dearer to know than what must: it is asked for where the answer depends on it. */
function firstVerdict({ must, may, outside, open }: StateFlow, point: number, key: number): Verdict {
  if (open.length > 0 && may(point, outside) && !may(point, key)) return "brought";
  if (must(point, key)) return "set";
  return may(point, key) ? "maybe" : "early";
}

/** By key: the timeouts of nodes that wait for it. An event that does not say what it brings, brings what is read behind it. */
function timeoutsByKey({ points: { edges, nodeOf }, reads, timeouts, open, may }: StateFlow, verdicts: readonly (Verdict | undefined)[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const factOf = new Map(timeouts.map(({ point, fact }) => [nodeOf[point] as number, fact]));
  if (factOf.size === 0) return found;
  const note = (key: number, edge: number): void => {
    const fact = factOf.get(nodeOf[edges.from[edge] as number] as number);
    if (fact !== undefined) found.set(key, [...(found.get(key) ?? []), fact]);
  };
  for (let edge = 0; edge < edges.count; edge += 1) for (const written of [edges.surely, edges.perhaps]) eachIn(written, edge, (key) => note(key, edge));
  const waiting = open.filter(({ edge }) => factOf.has(nodeOf[edges.from[edge] as number] as number));
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict === "brought") for (const { edge, fact } of waiting) if (may(reads.point[index] as number, fact)) note(reads.key[index] as number, edge);
  }
  return found;
}
