import { misfit } from "../../schemas/type.ts";
import type { BoundNode, BoundWorkflow, WriteSite } from "../bind/bound.ts";
import type { Fork } from "../bind/graph.ts";
import { memberOf } from "../syntax/part.ts";

/** The state keys that an edge writes, by name: those it writes whenever it is taken, and those it may write. */
export interface EdgeWrites {
  readonly surely: readonly string[];
  /** Beyond those; `any` where somebody outside decides. */
  readonly perhaps: readonly string[] | "any";
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

/** What a node writes when it has done its work; for one that waits, what its event brings is not part of it. */
export function resultWrites({ ast, spec, writes }: BoundNode): EdgeWrites | undefined {
  const { merges } = spec?.traits ?? {};
  // A function may write what it likes.
  const isFree = merges !== undefined && ast.members[merges.field]?.part.shape === "object";
  return writes.length === 0 && !isFree ? undefined : { surely: writes.map(({ key }) => key), perhaps: isFree ? "any" : [] };
}

/** What an event brings that the node waits for: its payload whole, the fields it declares, or any key where it declares none. */
export function eventWrites(node: BoundNode): EdgeWrites | undefined {
  const { event } = node.spec?.traits ?? {};
  if (event === undefined) return undefined;
  if (node.writes.length > 0) return { surely: node.writes.map(({ key }) => key), perhaps: [] };
  const declared = memberOf(node.ast.members, event.field, "map")?.entries;
  if (declared === undefined) return { surely: [], perhaps: "any" };
  // A field whose type takes None may be absent from the payload.
  const sure = new Set(declared.flatMap(({ key, part }) => (part.shape === "type" && misfit(null, part.type.type) !== undefined ? [key.value] : [])));
  const keys = declared.map(({ key }) => key.value);
  return { surely: keys.filter((key) => sure.has(key)), perhaps: keys.filter((key) => !sure.has(key)) };
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
