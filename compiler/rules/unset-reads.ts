import { misfit } from "../../schemas/type.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { gathered } from "../check/gathered.ts";
import { placedInputs } from "../check/inputs.ts";
import { stateFlow } from "../check/state-flow.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { judgedReads, type JudgedRead } from "../check/verdicts.ts";
import type { Around, WriteSite } from "../bind/bound.ts";
import { writesOf } from "../flow/points.ts";

/** Reads of one key that may find nothing and do not cope with it, in the order of the text. */
export interface UnsetReads {
  readonly key: string;
  readonly number: number;
  readonly first: JudgedRead;
  readonly more: readonly JudgedRead[];
}

/**
 * The reads with one of these verdicts that nobody foresaw, by key. Whoever gives a default, lists the key among the inputs
 * or lets its type be `None` has foreseen it; and where a write may be missing in what was read, nothing is said.
 */
export function unforeseenReads(typed: TypedWorkflow, isTold: (verdict: JudgedRead["verdict"]) => boolean): readonly UnsetReads[] {
  const { bound } = typed;
  const { points } = stateFlow(typed);
  if (!points.isTidy || !bound.stateComplete) return [];
  const told = judgedReads(typed, isTold).filter(isUsed);
  if (told.length === 0 || gathered(typed, lackingWrite).length > 0) return [];
  const given = new Set(placedInputs(typed).flatMap(({ input }) => (input.required ? [input.key] : [])));
  const byKey = new Map<number, JudgedRead[]>();
  for (const read of told) {
    const known = byKey.get(read.key);
    if (known === undefined) byKey.set(read.key, [read]);
    else known.push(read);
  }
  return [...byKey].flatMap(([number, [first, ...more]]): readonly UnsetReads[] => {
    const key = points.keys[number] ?? "";
    const symbol = bound.state.get(key);
    const isForeseen = symbol === undefined || symbol.default !== undefined || given.has(key) || (symbol.type.kind !== "any" && misfit(null, symbol.type) === undefined);
    return isForeseen || first === undefined ? [] : [{ key, number, first, more }];
  });
}

/** The reads that find nothing but what the caller gave, and work with it, in the order of the text. */
export function unforeseenEarlyReads(typed: TypedWorkflow): readonly JudgedRead[] {
  const { points } = stateFlow(typed);
  if (!points.isTidy) return [];
  return judgedReads(typed, (verdict) => verdict === "early").filter((read) => isUsed(read) && typed.bound.state.get(points.keys[read.key] ?? "")?.default === undefined);
}

function isUsed({ guarded, compared }: JudgedRead): boolean {
  return !guarded && !compared;
}

/** A place where a node writes a key, in the order of the text. */
export interface KeyWriter {
  readonly node: number;
  readonly site: WriteSite;
}

/** Who writes these keys, among nodes that run. */
export function writersByKey(typed: TypedWorkflow, keys: ReadonlySet<number>): ReadonlyMap<number, readonly KeyWriter[]> {
  const { points, isReached } = stateFlow(typed);
  const writers = new Map([...keys].map((key): [number, KeyWriter[]] => [key, []]));
  for (let edge = 0; edge < points.edges.count; edge += 1) {
    if (isReached[points.edges.from[edge] as number] === 0) continue;
    for (const { at, of } of [points.edges.surely, points.edges.perhaps]) {
      for (let place = at[edge] as number; place < (at[edge + 1] as number); place += 1) {
        const key = of[place] as number;
        const node = points.nodeOf[points.edges.from[edge] as number] as number;
        writers.get(key)?.push(...writesOf(typed.bound, points, edge, key).map((site) => ({ node, site })));
      }
    }
  }
  return writers;
}

const lacking: readonly true[] = [true];

/** A part that could have named a key could not be read, or names one that nobody declared: that is told there. */
function lackingWrite({ bound: { ast, writes } }: TypedNode, { state }: Around): readonly true[] {
  if (writes.some(({ key }) => !state.has(key))) return lacking;
  const fields = ast.kind === undefined ? {} : specOf(ast.kind).fields;
  return Object.entries(ast.members).some(([name, { part }]) => part.shape === "hole" && ["stateKey", "map", "either"].includes(fields[name]?.shape ?? "map")) ? lacking : [];
}
