import type { ExprAst } from "../expr/ast.ts";
import { constantTruth } from "../expr/constant.ts";
import { note, noPairs } from "../flow/numbers.ts";
import type { FlowPoints } from "../flow/points.ts";
import { rowsFrom, type Rows } from "../flow/rows.ts";
import { keysTold, theEvent } from "./told-keys.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** What the tests on the way tell of the state. */
export interface GuardFacts {
  /** By edge: the keys that are set where it is taken. */
  readonly told: Rows;
  /** 1 for an edge that no execution takes: its test is always false, or one before it always true, which is told at the test. */
  readonly isDead: Uint8Array;
  /** By node, and by test, which is a place in its code: the keys that are set where it is tried, since those before it have failed. */
  readonly toldBefore: ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;
}

const nothing: readonly number[] = [];

/** One pass over the guards of edges: those of a node stand together, in the order in which its tests are tried. */
export function guardFacts({ nodes }: TypedWorkflow, { edges, nodeOf, numbers }: FlowPoints): GuardFacts {
  const told = noPairs();
  const isDead = new Uint8Array(edges.count);
  const toldBefore = new Map<number, NodeTests["before"]>();
  let known: NodeTests | undefined;
  for (const [edge, { failed, holds }] of edges.guard) {
    const node = nodeOf[edges.from[edge] as number] as number;
    if (known?.node !== node) {
      known = testsOf(nodes[node] as TypedNode, numbers);
      if (known.before.size > 0) toldBefore.set(node, known.before);
    }
    const { failing, holding, truths, canFail } = known;
    for (const key of failing[failed] ?? nothing) note(told, edge, key);
    for (const key of (holds === undefined ? undefined : holding[failed]) ?? nothing) note(told, edge, key);
    if (failed > canFail || (holds !== undefined && truths[failed] === false)) isDead[edge] = 1;
  }
  return { told: rowsFrom(edges.count, told), isDead, toldBefore };
}

/** What is known of the tests of one node, by the number of the test. */
interface NodeTests {
  readonly node: number;
  /** The keys that are set where so many of them, from the first, have failed. */
  readonly failing: readonly (readonly number[])[];
  /** By the place of a test in the code: those that are set where it is tried, if there are any. */
  readonly before: ReadonlyMap<number, readonly number[]>;
  /** The keys that are set where it holds. */
  readonly holding: readonly (readonly number[])[];
  readonly truths: readonly (boolean | undefined)[];
  /** How many can fail. */
  readonly canFail: number;
}

const ofNodes = new WeakMap<TypedNode, NodeTests>();

/** The tests of a node, looked at once: keys have the same numbers for as long as it is the same. */
function testsOf(node: TypedNode, numbers: FlowPoints["numbers"]): NodeTests {
  const tests = ofNodes.get(node) ?? testsIn(node, numbers);
  ofNodes.set(node, tests);
  return tests;
}

function testsIn({ bound: { index: node, wiring: { tests, event } }, sites }: TypedNode, numbers: FlowPoints["numbers"]): NodeTests {
  const asts = tests.map((test): ExprAst | undefined => {
    const code = sites[test]?.code;
    return code?.as === "expression" && code.parsed.isWhole ? code.parsed.ast : undefined;
  });
  const toldBy = (ast: ExprAst | undefined, truth: boolean): readonly number[] => {
    const told: number[] = [];
    for (const key of ast === undefined ? [] : keysTold(ast, truth)) {
      const number = numbers.get(key);
      if (key === theEvent) told.push(...(event?.surely ?? nothing));
      if (number !== undefined) told.push(number);
    }
    return told;
  };
  const failing = [nothing];
  const before = new Map<number, readonly number[]>();
  for (const [number, ast] of asts.entries()) {
    const so = failing[number] ?? nothing;
    if (so.length > 0) before.set(tests[number] as number, so);
    const told = toldBy(ast, false);
    failing.push(told.length === 0 ? so : [...so, ...told]);
  }
  const truths = asts.map((ast) => ast && constantTruth(ast));
  const certain = truths.indexOf(true);
  return { node, failing, before, holding: asts.map((ast) => toldBy(ast, true)), truths, canFail: certain === -1 ? tests.length : certain };
}
