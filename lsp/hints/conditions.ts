import type { TypedNode, TypedSite, TypedWorkflow } from "../../compiler/index.ts";

/** A way to a node, and the condition that must hold for it, if there is one. */
interface Way {
  readonly to: number;
  readonly condition: TypedSite | undefined;
}

/** How control comes to a node. */
export interface Coming {
  /** The conditions, in the order of the text. */
  readonly conditions: readonly TypedSite[];
  /** It comes without any of them, too. */
  readonly isFree: boolean;
}

/** How control comes to a node; gathered once for each version of a workflow. */
export function comingTo(typed: TypedWorkflow, node: number): Coming {
  const known = byWorkflow.get(typed) ?? gathered(typed);
  byWorkflow.set(typed, known);
  return { conditions: known.conditions.get(node) ?? [], isFree: known.free.has(node) };
}

interface Gathered {
  readonly conditions: ReadonlyMap<number, readonly TypedSite[]>;
  readonly free: ReadonlySet<number>;
}

const byNode = new WeakMap<TypedNode, readonly Way[]>();
const byWorkflow = new WeakMap<TypedWorkflow, Gathered>();

function gathered({ nodes, bound: { header } }: TypedWorkflow): Gathered {
  const conditions = new Map<number, TypedSite[]>();
  const free = new Set(header.targets.flatMap(({ node }) => node ?? []));
  for (const node of nodes) {
    for (const { to, condition } of waysOf(node)) {
      const sites = conditions.get(to);
      if (condition === undefined) free.add(to);
      else if (sites === undefined) conditions.set(to, [condition]);
      else sites.push(condition);
    }
  }
  return { conditions, free };
}

/** A node that has not changed has the ways that it had. */
function waysOf(node: TypedNode): readonly Way[] {
  const known = byNode.get(node) ?? waysFrom(node);
  byNode.set(node, known);
  return known;
}

/** A target belongs to the condition that stands beside it in the same object. */
function waysFrom({ bound: { targets }, sites }: TypedNode): readonly Way[] {
  const conditions = sites.filter(({ site }) => site.as === "condition");
  const byOwner = new Map(conditions.map((each) => [ownerOf(each.site.path), each]));
  return targets.flatMap(({ path, node }) => (node === undefined ? [] : [{ to: node, condition: byOwner.get(ownerOf(path)) }]));
}

/** The path of the object that a part stands in. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
