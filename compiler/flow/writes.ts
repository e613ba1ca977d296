import { misfit } from "../../schemas/type.ts";
import type { BoundNode, BoundWorkflow, WriteSite } from "../bind/bound.ts";
import type { Fork } from "../bind/graph.ts";
import { memberOf } from "../syntax/part.ts";

/** The state keys that an edge writes, by their numbers: those it writes whenever it is taken, and those it may write. */
export interface EdgeWrites {
  readonly surely: readonly number[];
  /** Beyond those; `any` where somebody outside decides. */
  readonly perhaps: readonly number[] | "any";
  /** Where the keys are named, as far as they are. */
  readonly sites: readonly WriteSite[];
}

/** How the writes of branches come together behind their fork. */
export interface Merge {
  /** What has to end: every branch that is waited for, or the first of them. */
  readonly after: "all" | "first";
  /** Whether the join makes something of its own of the writes, so that the state is the one at the fork. */
  readonly apart: boolean;
  /** The first nodes of the branches whose writes count. */
  readonly awaited: ReadonlySet<number>;
}

/** The numbers of keys; those that are not declared have none. */
export type KeyNumbers = (key: string) => number | undefined;

/** What a node writes when it has done its work; for one that waits, what its event brings is not part of it. */
export function resultWrites({ ast, spec, writes }: BoundNode, numberOf: KeyNumbers): EdgeWrites | undefined {
  const { merges } = spec?.traits ?? {};
  // A function may write what it likes.
  const isFree = merges !== undefined && ast.members[merges.field]?.part.shape === "object";
  if (writes.length === 0 && !isFree) return undefined;
  return { surely: numbersOf(writes.map(({ key }) => key), numberOf), perhaps: isFree ? "any" : [], sites: writes };
}

/** What an event brings that the node waits for: its payload whole, the fields it declares, or any key where it declares none. */
export function eventWrites(node: BoundNode, numberOf: KeyNumbers): EdgeWrites | undefined {
  const { event } = node.spec?.traits ?? {};
  if (event === undefined) return undefined;
  if (node.writes.length > 0) return { surely: numbersOf(node.writes.map(({ key }) => key), numberOf), perhaps: [], sites: node.writes };
  const declared = memberOf(node.ast.members, event.field, "map")?.entries;
  if (declared === undefined) return { surely: [], perhaps: "any", sites: [] };
  const sites = writeSitesOf(node);
  // A field whose type takes None may be absent from the payload.
  const isSure = (key: string): boolean => declared.some(({ key: { value }, part }) => value === key && part.shape === "type" && misfit(null, part.type.type) !== undefined);
  const keys = sites.map(({ key }) => key);
  return { surely: numbersOf(keys.filter(isSure), numberOf), perhaps: numbersOf(keys.filter((key) => !isSure(key)), numberOf), sites };
}

/** Where a node says which keys it writes: with its result, or with the fields of the event that it waits for. */
export function writeSitesOf({ ast, spec, writes }: BoundNode): readonly WriteSite[] {
  const { event } = spec?.traits ?? {};
  if (event === undefined || ast.members["event"] === undefined || writes.length > 0) return writes;
  return (memberOf(ast.members, event.field, "map")?.entries ?? []).map(({ key }) => ({ key: key.value, span: key.span, path: event.field }));
}

/** How the branches of a fork merge. Where the branch around it ends at the same join, that speaks for the outer branches. */
export function mergeOf({ nodes, graph }: BoundWorkflow, fork: Fork): Merge {
  const all = new Set(fork.branches);
  const join = nodes[fork.join];
  const merges = join?.spec?.traits.merges;
  if (join === undefined || merges === undefined || graph.nesting?.around(fork.node)?.fork.join === fork.join) return { after: "all", apart: false, awaited: all };
  const choice = memberOf(join.ast.members, merges.field, "choice")?.value ?? "";
  const named = join.targets.flatMap((site) => (site.part.field.edge === "wait_for" && site.node !== undefined && all.has(site.node) ? [site.node] : []));
  return {
    after: merges.first.includes(choice) ? "first" : "all",
    apart: merges.apart.includes(choice) || join.ast.members[merges.field]?.part.shape === "object",
    awaited: named.length === 0 ? all : new Set(named),
  };
}

function numbersOf(keys: readonly string[], numberOf: KeyNumbers): readonly number[] {
  const numbers = keys.flatMap((key) => numberOf(key) ?? []);
  return numbers.length < 2 ? numbers : [...new Set(numbers)];
}
