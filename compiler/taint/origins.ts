import type { Author } from "../../schemas/node-spec.ts";
import { hintsOf } from "../../schemas/tool-lock.ts";
import type { Type } from "../../schemas/type.ts";
import type { Around, WriteSite } from "../bind/bound.ts";
import { stateKeys } from "../bind/keys.ts";
import { lockedTool } from "../bind/locked-tools.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { hasIn, rowOf, rowsOf } from "../flow/rows.ts";
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
  const written = gathered(typed, writtenIn);
  const writesTo = rowsOf(points.keys.length, written.map(({ key }) => key));
  const isChecked = checksOf(typed, points);
  const walked = new Map<number, readonly (Origin | undefined)[]>();
  return (node, name) => {
    const key = points.numbers.get(name) ?? -1;
    const point = points.at(node, "in");
    const writes = key === -1 ? [] : [...rowOf(writesTo, key)].map((index) => written[index] as Written);
    if (writes.length === 0 || point === undefined) return undefined;
    if (!walked.has(key)) walked.set(key, walked.size < mostKeys ? walk(points, key, writes, (edge) => isChecked(edge, name)) : []);
    return walked.get(key)?.[point];
  };
}

/** A key that may hold texts of others behind a node. */
interface Written {
  readonly key: number;
  readonly origin: Origin;
}

/** The declared keys to which a node writes texts of others. */
function writtenIn(node: TypedNode, around: Around): readonly Written[] {
  const author = authorOf(around, node);
  if (author === undefined) return [];
  const { numbers } = stateKeys(around);
  return writesOf(node).flatMap(({ site, type }): readonly Written[] => {
    const key = numbers.get(site.key);
    return key === undefined || !carriesText(type) ? [] : [{ key, origin: { author, node: node.bound.index, write: site } }];
  });
}

/** A tool that says it knows all it speaks of brings no words from outside. */
function authorOf(around: Around, node: TypedNode): Author | undefined {
  const author = node.bound.spec?.traits.author;
  const tool = author === "service" ? lockedTool(around, node.bound) : undefined;
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
function walk(points: FlowPoints, key: number, written: readonly Written[], isChecked: (edge: number) => boolean): readonly (Origin | undefined)[] {
  const { edges, nodeOf, size } = points;
  // Of several writes of a node to a key, the last one counts.
  const origins = new Map(written.map(({ origin }) => [origin.node, origin]));
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
  const writes = (edge: number): boolean => hasIn(edges.surely, edge, key) || hasIn(edges.perhaps, edge, key);
  for (let edge = 0; edge < edges.count; edge += 1) {
    const origin = writes(edge) ? origins.get(nodeOf[edges.from[edge] as number] as number) : undefined;
    if (origin !== undefined && !isChecked(edge)) arrive(edges.to[edge] as number, origin);
  }
  // The queue grows while it is read. A point comes back only with less trust than before.
  for (const point of queue) {
    isWaiting[point] = 0;
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      if (edges.isGate[edge] === 1 || hasIn(edges.surely, edge, key) || isChecked(edge)) continue;
      arrive(edges.to[edge] as number, at[point]);
    }
  }
  return at;
}

function weight(origin: Origin | undefined): number {
  return origin === undefined ? 0 : distrust[origin.author];
}
