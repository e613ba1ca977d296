import type { Author } from "../../schemas/node-spec.ts";
import { hintsOf } from "../../schemas/tool-lock.ts";
import type { Type } from "../../schemas/type.ts";
import type { WriteSite } from "../bind/bound.ts";
import { lockedTool } from "../bind/locked-tools.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { hasIn } from "../flow/rows.ts";
import { carriesText, typeAlong } from "./carries-text.ts";
import { checksOf } from "./checks.ts";

/**
 * T1. What the document and its caller say is trusted; the words of whoever sends an event, of a service and of a model are
 *     not, in this order. The caller's are not told: who starts a run answers for what it is given.
 * T2. A key holds the words of whoever wrote it last. Of several who may have, the least trusted counts.
 * T3. A check on the way (`checks.ts`) makes a text trusted until it is written again.
 */
export interface Origin {
  readonly author: Author;
  /** The node that wrote it. */
  readonly node: number;
  readonly write: WriteSite;
}

/** Whose unchecked words a key may hold when a node begins. */
export type OriginOf = (node: number, key: string) => Origin | undefined;

const distrust: { readonly [A in Author]: number } = { event: 1, service: 2, model: 3 };

/** Each key costs one walk over the graph. Of more than these nobody has looked at, nothing is said. */
const mostKeys = 100;

const nowhere: OriginOf = () => undefined;
const known = new WeakMap<TypedWorkflow, OriginOf>();

/** The origins of a workflow's texts. A key is looked at when it is first asked for. */
export function textOrigins(typed: TypedWorkflow): OriginOf {
  const origins = known.get(typed) ?? makeOrigins(typed);
  known.set(typed, origins);
  return origins;
}

function makeOrigins(typed: TypedWorkflow): OriginOf {
  const points = flowPoints(typed.bound);
  // Where an edge is not known, a check may stand on it.
  if (!points.isTidy) return nowhere;
  const writers = originsByKey(typed);
  const isChecked = checksOf(typed, points);
  const walked = new Map<string, readonly (Origin | undefined)[]>();
  return (node, key) => {
    const written = writers.get(key);
    const point = points.at(node, "in");
    if (written === undefined || point === undefined) return undefined;
    if (!walked.has(key)) walked.set(key, walked.size < mostKeys ? walk(points, key, written, (edge) => isChecked(edge, key)) : []);
    return walked.get(key)?.[point];
  };
}

/** Who writes texts of others to a key, by node. */
function originsByKey(typed: TypedWorkflow): ReadonlyMap<string, ReadonlyMap<number, Origin>> {
  const found = new Map<string, Map<number, Origin>>();
  for (const node of typed.nodes) {
    const author = authorOf(typed, node);
    if (author === undefined) continue;
    for (const write of writesOf(node)) {
      if (!carriesText(write.type)) continue;
      const writers = found.get(write.site.key) ?? new Map<number, Origin>();
      found.set(write.site.key, writers);
      writers.set(node.bound.index, { author, node: node.bound.index, write: write.site });
    }
  }
  return found;
}

/** A tool that says it knows all it speaks of brings no words from outside. */
function authorOf({ bound }: TypedWorkflow, node: TypedNode): Author | undefined {
  const author = node.bound.spec?.traits.author;
  const tool = author === "service" ? lockedTool(bound, node.bound) : undefined;
  return tool !== undefined && hintsOf(tool).openWorld === false ? undefined : author;
}

function writesOf({ bound, result }: TypedNode): readonly { readonly site: WriteSite; readonly type: Type }[] {
  const written = bound.writes.map((site) => ({ site, type: site.field === undefined ? result : typeAlong(result, [site.field]) }));
  const { event } = bound.spec?.traits ?? {};
  if (event === undefined || written.length > 0) return written;
  const declared = bound.ast.members[event.field]?.part;
  if (declared?.shape !== "map") return [];
  return declared.entries.flatMap(({ key, part }) => (part.shape === "type" ? [{ site: { key: key.value, span: key.span, path: event.field }, type: part.type.type }] : []));
}

/** For each point the least trusted origin that may reach it; of several, the one that is nearest by the number of steps. */
function walk(points: FlowPoints, key: string, written: ReadonlyMap<number, Origin>, isChecked: (edge: number) => boolean): readonly (Origin | undefined)[] {
  const { edges, nodeOf, size } = points;
  const number = points.numbers.get(key) ?? -1;
  const at = new Array<Origin | undefined>(size);
  const queue: number[] = [];
  const isWaiting = new Uint8Array(size);
  const arrive = (point: number, origin: Origin | undefined): void => {
    if (origin === undefined || weight(origin) <= weight(at[point])) return;
    at[point] = origin;
    if (isWaiting[point] === 1) return;
    isWaiting[point] = 1;
    queue.push(point);
  };
  const writes = (edge: number): boolean => hasIn(edges.surely, edge, number) || hasIn(edges.perhaps, edge, number);
  for (let edge = 0; edge < edges.count; edge += 1) {
    const origin = writes(edge) ? written.get(nodeOf[edges.from[edge] as number] as number) : undefined;
    if (origin !== undefined && !isChecked(edge)) arrive(edges.to[edge] as number, origin);
  }
  // The queue grows while it is read. A point comes back only with less trust than before.
  for (const point of queue) {
    isWaiting[point] = 0;
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      if (edges.isGate[edge] === 1 || hasIn(edges.surely, edge, number) || isChecked(edge)) continue;
      arrive(edges.to[edge] as number, at[point]);
    }
  }
  return at;
}

function weight(origin: Origin | undefined): number {
  return origin === undefined ? 0 : distrust[origin.author];
}
