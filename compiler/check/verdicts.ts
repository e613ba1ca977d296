import type { StateFlow, StateRead } from "./state-flow.ts";
import { stateFlow } from "./state-flow.ts";
import type { TypedWorkflow } from "./typed.ts";

/**
 * What a read finds. `set`: a value, on every path. `maybe`: none on some path, though a node writes one on another.
 * `brought`: what an event or a function brought, which does not say what it brings. `timed-out`: nothing, since the node
 * that waits for it waited in vain. `early`: what the caller gave, since nothing has written it yet.
 */
export type Verdict = "set" | "maybe" | "brought" | "timed-out" | "early";

export interface JudgedRead extends StateRead {
  readonly verdict: Verdict;
}

const judged = new WeakMap<TypedWorkflow, readonly JudgedRead[]>();

/** The reads of a workflow with what they find, in the order of the text. */
export function judgedReads(typed: TypedWorkflow): readonly JudgedRead[] {
  const known = judged.get(typed);
  if (known !== undefined) return known;
  const flow = stateFlow(typed);
  const first = flow.reads.map((read) => judgedAs(read, firstVerdict(flow, read)));
  const waitedFor = timeoutsByKey(flow, first);
  const isInVain = ({ verdict, key, point }: JudgedRead): boolean => verdict === "early" && (waitedFor.get(key) ?? []).some((fact) => flow.must(point, fact));
  const reads = waitedFor.size === 0 ? first : first.map((read) => (isInVain(read) ? judgedAs(read, "timed-out") : read));
  judged.set(typed, reads);
  return reads;
}

/** Written out: reads are many, and copies by spread are slow. */
function judgedAs({ node, point, key, site, at, guarded, compared }: StateRead, verdict: Verdict): JudgedRead {
  return { node, point, key, site, at, guarded, compared, verdict };
}

/** What may hold is dearer to know than what must: it is asked for where the answer depends on it. */
function firstVerdict({ must, may, outside, open }: StateFlow, { point, key }: StateRead): Verdict {
  if (open.length > 0 && may(point, outside) && !may(point, key)) return "brought";
  if (must(point, key)) return "set";
  return may(point, key) ? "maybe" : "early";
}

/** By key: the timeouts of nodes that wait for it. An event that does not say what it brings, brings what is read behind it. */
function timeoutsByKey({ points: { edges, nodeOf }, timeouts, open, may }: StateFlow, reads: readonly JudgedRead[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const factOf = new Map(timeouts.map(({ point, fact }) => [nodeOf[point] as number, fact]));
  if (factOf.size === 0) return found;
  const note = (key: number, edge: number): void => {
    const fact = factOf.get(nodeOf[edges.from[edge] as number] as number);
    if (fact !== undefined) found.set(key, [...(found.get(key) ?? []), fact]);
  };
  for (const [edge, writes] of edges.writes.entries()) for (const key of writes === undefined ? [] : [...writes.surely, ...(writes.perhaps === "any" ? [] : writes.perhaps)]) note(key, edge);
  const waiting = open.filter(({ edge }) => factOf.has(nodeOf[edges.from[edge] as number] as number));
  for (const { key, point, verdict } of reads) if (verdict === "brought") for (const { edge, fact } of waiting) if (may(point, fact)) note(key, edge);
  return found;
}
