import { equalFacts, joinFacts, noFacts, sameFacts, type Facts } from "../expr/facts.ts";
import { flowOrder, positionsOf, type FlowOrder } from "../flow/order.ts";
import type { FlowPoints } from "../flow/points.ts";
import { soil } from "./soil.ts";

/** What is known at each point; undefined where no execution comes to. */
export interface SettledFacts {
  readonly points: FlowPoints;
  readonly flow: FlowOrder;
  readonly facts: readonly (Facts | undefined)[];
  /** 1 for a point at which something else is known than before, or that is new. */
  readonly isNews: Uint8Array;
}

/** How facts go on. */
export interface Spread {
  /** Told what is known at a point, before anything goes on from there. */
  readonly arrive: (point: number, facts: Facts | undefined) => void;
  /** What is known behind an edge, with so much known where it begins; undefined where it is not taken. */
  readonly behind: (edge: number, facts: Facts) => Facts | undefined;
}

/** What was settled of an earlier text whose points have the same numbers, and the nodes that are other ones now. */
export interface SettledBefore {
  readonly settled: SettledFacts;
  readonly changed: readonly number[];
}

/** A point whose facts came in so often is in a loop that brings ever new ones: what still changes is let go. */
const mostRounds = 8;

/**
 * The facts at every point: those of all ways there, joined. One stretch of the order of flow after the other: a point by
 * itself, or the points of loops that overlap, which are gone round until nothing changes.
 *
 * S1. What a stretch comes to depends on itself and on what leads into it. So a stretch that leads on as before, and into
 *     which comes what came before, is left as it was.
 */
export function settleFacts(points: FlowPoints, spread: Spread, before?: SettledBefore): SettledFacts {
  const flow = flowOrder(points);
  const { order, isReached } = flow;
  const { edges, size, start } = points;
  const facts = before?.settled.facts.slice() ?? new Array<Facts | undefined>(size).fill(undefined);
  const isNews = new Uint8Array(size);
  const isDirty = new Uint8Array(size);
  /** Notes what is known at a point; where that is what was known before, nobody has to hear of it. */
  const conclude = (point: number, old: Facts | undefined, now: Facts | undefined): void => {
    const isOld = before !== undefined && equalFacts(old, now);
    facts[point] = isOld ? old : now;
    if (before === undefined || isOld) return;
    isNews[point] = 1;
    soilBehind(points, point, isDirty);
  };
  if (before === undefined) isDirty.fill(1);
  else {
    soil(points, before.settled.points, before.changed, isDirty);
    for (let point = 0; point < size; point += 1) {
      if (isReached[point] === 1 && before.settled.flow.isReached[point] === 0) isDirty[point] = 1;
      if (isReached[point] === 1 || facts[point] === undefined) continue;
      spread.arrive(point, undefined);
      conclude(point, facts[point], undefined);
    }
  }

  const metAt = (point: number): Facts | undefined => {
    let met = point === start ? noFacts : undefined;
    for (let place = edges.into.at[point] as number; place < (edges.into.at[point + 1] as number); place += 1) {
      const edge = edges.into.of[place] as number;
      const known = facts[edges.from[edge] as number];
      if (known !== undefined) met = joinFacts(met, spread.behind(edge, known));
    }
    return met;
  };
  /** Goes round in a stretch that knows nothing yet. */
  const goRound = (begin: number, end: number): void => {
    const rounds = new Uint8Array(end - begin + 1);
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (let position = begin; position <= end; position += 1) {
        const point = order[position] as number;
        const known = facts[point];
        const all = joinFacts(known, metAt(point));
        if (all === undefined || (known !== undefined && sameFacts(known, all))) continue;
        const round = Math.min(mostRounds + 1, (rounds[position - begin] as number) + 1);
        rounds[position - begin] = round;
        const left = known !== undefined && round > mostRounds ? new Map([...all].filter(([path, set]) => known.get(path) === set)) : all;
        facts[point] = left;
        isSettled = false;
        spread.arrive(point, left);
      }
    }
  };
  const lastOf = stretchEnds(points, flow);
  for (let begin = 0; begin < order.length; begin = (lastOf[begin] as number) + 1) {
    const end = lastOf[begin] as number;
    if (!isDirtyIn(flow, isDirty, begin, end)) continue;
    const first = order[begin] as number;
    if (end === begin && !leadsToItself(points, first)) {
      const met = metAt(first);
      spread.arrive(first, met);
      conclude(first, facts[first], met);
      continue;
    }
    const stretch = order.subarray(begin, end + 1);
    const old = Array.from(stretch, (point) => facts[point]);
    for (const point of stretch) {
      facts[point] = undefined;
      spread.arrive(point, undefined);
    }
    goRound(begin, end);
    for (const [place, point] of stretch.entries()) conclude(point, old[place], facts[point]);
  }
  return { points, flow, facts, isNews };
}

/** All points that a point leads to are looked at. */
function soilBehind({ edges: { outAt, to } }: FlowPoints, point: number, isDirty: Uint8Array): void {
  for (let edge = outAt[point] as number; edge < (outAt[point + 1] as number); edge += 1) isDirty[to[edge] as number] = 1;
}

function isDirtyIn({ order }: FlowOrder, isDirty: Uint8Array, begin: number, end: number): boolean {
  for (let position = begin; position <= end; position += 1) if (isDirty[order[position] as number] === 1) return true;
  return false;
}

/** By the position at which a stretch begins: the last one of it. */
function stretchEnds(points: FlowPoints, { order, isReached }: FlowOrder): Int32Array {
  const { edges } = points;
  const isWay = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge += 1) isWay[edge] = edges.isGate[edge] === 1 ? 0 : (isReached[edges.from[edge] as number] as number) & (isReached[edges.to[edge] as number] as number);
  const { earliest } = positionsOf(points, order, isWay);
  const last = new Int32Array(order.length);
  for (let position = 0; position < order.length; position += 1) last[earliest[order[position] as number] as number] = position;
  return last;
}

function leadsToItself({ edges }: FlowPoints, point: number): boolean {
  for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) if (edges.to[edge] === point) return true;
  return false;
}
