import type { TypedNode, TypedSite, TypedWorkflow } from "../../compiler/index.ts";

/** A condition, and the node that control goes to where it holds. */
interface Way {
  readonly to: number;
  readonly condition: TypedSite;
}

/** The conditions by which control comes to a node, in the order of the text; gathered once for each version of a workflow. */
export function conditionsTo(typed: TypedWorkflow, node: number): readonly TypedSite[] {
  const known = byWorkflow.get(typed) ?? gathered(typed);
  byWorkflow.set(typed, known);
  return known.get(node) ?? [];
}

const byNode = new WeakMap<TypedNode, readonly Way[]>();
const byWorkflow = new WeakMap<TypedWorkflow, ReadonlyMap<number, readonly TypedSite[]>>();

function gathered({ nodes }: TypedWorkflow): ReadonlyMap<number, readonly TypedSite[]> {
  const found = new Map<number, TypedSite[]>();
  for (const node of nodes) {
    for (const { to, condition } of waysOf(node)) {
      const sites = found.get(to);
      if (sites === undefined) found.set(to, [condition]);
      else sites.push(condition);
    }
  }
  return found;
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
  if (conditions.length === 0) return [];
  const byOwner = new Map(conditions.map((each) => [ownerOf(each.site.path), each]));
  return targets.flatMap(({ path, node }) => {
    const condition = byOwner.get(ownerOf(path));
    return node === undefined || condition === undefined ? [] : [{ to: node, condition }];
  });
}

/** The path of the object that a part stands in. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
