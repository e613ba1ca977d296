import { misfit } from "../../schemas/type.ts";
import { grown, kept } from "../source/compact.ts";
import { memberOf } from "../syntax/part.ts";
import type { BoundNode, TargetSite, WriteSite } from "./bound.ts";
import type { StateKeys } from "./keys.ts";
import { withPoint, type Guard, type KeyWrites, type Way, type Wiring } from "./wiring.ts";

type Unwired = Pick<BoundNode, "ast" | "spec" | "code" | "writes" | "targets">;

const none: readonly never[] = [];
const unguarded: Guards = { guards: none, tests: none };

/** What a node is to the flow of control. */
export function wiringOf(node: Unwired, numbers: StateKeys["numbers"]): Wiring {
  const { ast: { members }, spec, targets } = node;
  const { guards, tests } = targets.some(isRoute) ? guardsOf(node) : unguarded;
  let points = withPoint(0, "in");
  const event = spec?.traits.event;
  if (event !== undefined && members["event"] !== undefined) points = withPoint(points, "event");
  if (spec !== undefined && "next" in spec.fields) points = withPoint(points, "ok");
  let ways: Way[] | undefined;
  for (let target = 0; target < targets.length; target += 1) {
    const { node: to, part: { field: { edge: role } } } = targets[target] as BoundNode["targets"][number];
    if (role === "timeout") points = withPoint(points, "timeout");
    if (role === "error") points = withPoint(points, "fail");
    if (to !== undefined && role !== "wait_for" && role !== "subject") ways = grown(ways, { role, to, target, guard: guards[target] });
  }
  return {
    points,
    ways: kept(ways),
    tests,
    // What a wait names is written by its event, not by the clock.
    result: event === undefined ? resultWrites(node, numbers) : undefined,
    event: event === undefined ? undefined : eventWrites(node, numbers),
    isClocked: event?.or.some((name) => members[name] !== undefined) === true,
  };
}

interface Guards {
  /** By target: its guard, where it is chosen by tests. */
  readonly guards: readonly (Guard | undefined)[];
  readonly tests: readonly number[];
}

function guardsOf({ code, targets }: Unwired): Guards {
  const conditions = new Map<string, number>();
  for (const [place, site] of code.entries()) if (site.as === "condition") conditions.set(besideOf(site.path), place);
  const tests: number[] = [];
  const guards = targets.map((target): Guard | undefined => {
    const { edge } = target.part.field;
    const holds = edge === "case" ? conditions.get(besideOf(target.path)) : undefined;
    if (edge !== "default" && holds === undefined) return undefined;
    // The list grows while targets are read; a guard looks at no more of it than came before.
    const guard = { tests, failed: tests.length, holds };
    if (holds !== undefined) tests.push(holds);
    return guard;
  });
  return { guards, tests };
}

function isRoute({ part: { field: { edge } } }: TargetSite): boolean {
  return edge === "case" || edge === "default";
}

/** The object that a part stands in. */
function besideOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}

function resultWrites({ ast, spec, writes }: Unwired, numbers: StateKeys["numbers"]): KeyWrites | undefined {
  const { merges } = spec?.traits ?? {};
  // A function may write what it likes.
  const isFree = merges !== undefined && ast.members[merges.field]?.part.shape === "object";
  return writes.length === 0 && !isFree ? undefined : { surely: keysIn(writes, numbers), perhaps: isFree ? "any" : none };
}

/** An event brings its payload whole, the fields that the node declares, or any key where it declares none. */
function eventWrites(node: Unwired, numbers: StateKeys["numbers"]): KeyWrites | undefined {
  const { event } = node.spec?.traits ?? {};
  if (event === undefined) return undefined;
  if (node.writes.length > 0) return { surely: keysIn(node.writes, numbers), perhaps: none };
  const declared = memberOf(node.ast.members, event.field, "map")?.entries;
  if (declared === undefined) return { surely: none, perhaps: "any" };
  // A field whose type takes None may be absent from the payload.
  const sure = declared.filter(({ part }) => part.shape === "type" && misfit(null, part.type.type) !== undefined);
  const surely = keysIn(sure.map(({ key }) => ({ key: key.value })), numbers);
  const isSure = new Set(surely);
  return { surely, perhaps: keysIn(declared.map(({ key }) => ({ key: key.value })), numbers).filter((key) => !isSure.has(key)) };
}

/** Those that are declared. */
function keysIn(writes: readonly Pick<WriteSite, "key">[], numbers: StateKeys["numbers"]): readonly number[] {
  if (writes.length > 1) return [...new Set(writes.flatMap(({ key }) => numbers.get(key) ?? []))];
  const number = writes[0] && numbers.get(writes[0].key);
  return number === undefined ? none : [number];
}

/** Where a node says which keys it writes: with its result, or with the fields of the event that it waits for. */
export function writeSitesOf({ ast, spec, writes }: BoundNode): readonly WriteSite[] {
  const { event } = spec?.traits ?? {};
  if (event === undefined || ast.members["event"] === undefined || writes.length > 0) return writes;
  return (memberOf(ast.members, event.field, "map")?.entries ?? []).map(({ key }) => ({ key: key.value, span: key.span, path: event.field }));
}
