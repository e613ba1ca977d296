import { memberOf } from "../syntax/part.ts";
import type { BoundWorkflow } from "../bind/bound.ts";
import { flowOrder } from "../flow/order.ts";
import { flowPoints } from "../flow/points.ts";
import { amountsOf, type Quantity, type Range } from "./amounts.ts";
import { cheapestWay } from "./cheapest.ts";
import { dearestWay, type Endless } from "./dearest.ts";
import type { Level, Step } from "./level.ts";
import { levelsOf } from "./levels.ts";
import { nodeCost, type Unknown } from "./node-cost.ts";

/**
 * What an execution takes, as far as the document and the project say: at least where nothing goes wrong, at most
 * wherever it ends. The waits that a service asks for by `Retry-After` come on top.
 */
export interface WorkflowCost extends Range {
  /** What comes on top of `most`: how much, nobody knows. In the order of the text. */
  readonly unknown: readonly Unknown[];
  /** Loops that nothing limits. */
  readonly endless: readonly Endless[];
  /** The nodes of the cheapest and of the dearest way by a quantity; of a parallel, where it begins and where it goes on. */
  readonly cheapestBy: (quantity: Quantity) => readonly number[];
  readonly dearestBy: (quantity: Quantity) => readonly number[];
  /** What the header allows: no execution takes longer. */
  readonly timeoutMs: number | undefined;
  /** What lies in no branch. */
  readonly main: Level;
}

const known = new WeakMap<BoundWorkflow, WorkflowCost>();

/** What the workflow takes; undefined where its graph is not known whole, or branches are entangled. Made when it is first asked for. */
export function workflowCost(bound: BoundWorkflow): WorkflowCost | undefined {
  const cost = known.get(bound) ?? costOf(bound);
  if (cost !== undefined) known.set(bound, cost);
  return cost;
}

function costOf(bound: BoundWorkflow): WorkflowCost | undefined {
  const points = flowPoints(bound);
  if (!points.isTidy || points.start === undefined) return undefined;
  const { isReached } = flowOrder(points);
  const costs = bound.nodes.map((node) => nodeCost(bound, node));
  const { main, endless } = levelsOf(bound, points, costs);
  const dearest = dearestWay(main);
  const nodesOn = (steps: readonly Step[]): readonly number[] => {
    const way = [main.entry, ...steps.flatMap(({ from, to }) => [from, to])].map((place) => main.nodes[place] as number);
    return way.filter((node, at) => node !== way[at - 1]);
  };
  return {
    least: amountsOf((quantity) => cheapestWay(main, (step) => step.least[quantity]).least),
    most: dearest.most,
    unknown: costs.flatMap(({ unknown }, node) => (isReached[points.at(node, "in") as number] === 1 ? unknown : [])),
    endless: [...endless, ...dearest.endless],
    cheapestBy: (quantity) => nodesOn(cheapestWay(main, (step) => step.least[quantity]).steps),
    dearestBy: (quantity) => nodesOn(dearest.wayBy(quantity)),
    timeoutMs: memberOf(bound.ast.header, "timeout", "duration")?.value,
    main,
  };
}

/** Whether the most of a quantity is a number that holds. */
export function isBounded({ most, unknown }: WorkflowCost, quantity: Quantity): boolean {
  return most[quantity] !== Infinity && !unknown.some((each) => each.quantity === quantity);
}

