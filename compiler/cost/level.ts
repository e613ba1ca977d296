import type { Range } from "./amounts.ts";

/** A step of a level, between points by their places in it. */
export interface Step extends Range {
  readonly from: number;
  readonly to: number;
  /** How often it is taken at most before the work around it begins anew; undefined where nothing limits it. */
  readonly bound: number | undefined;
  /** Only where something goes wrong: no usual execution comes here. */
  readonly isAside: boolean;
}

/**
 * The points of one branch, or of what lies in none, where each parallel in it is a single step.
 *
 * L1. A step inside a node takes what the node does; every other one takes nothing.
 * L2. A level is a plain graph: branches are only met in the level around them.
 */
export interface Level {
  /** The node at each place. */
  readonly nodes: readonly number[];
  readonly entry: number;
  /** Where it ends well. */
  readonly isExit: readonly boolean[];
  /** How often control comes to each place at most in an execution; undefined where its author says nothing. */
  readonly visits: readonly (number | undefined)[];
  readonly steps: readonly Step[];
}

/** The steps that leave each place, in their order. */
export function stepsFrom({ nodes, steps }: Level): readonly (readonly Step[])[] {
  const out: Step[][] = nodes.map(() => []);
  for (const step of steps) out[step.from]?.push(step);
  return out;
}
