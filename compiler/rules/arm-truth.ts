import type { Span } from "../../schemas/span.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import { constantTruth } from "../expr/constant.ts";
import { noFacts } from "../expr/facts.ts";
import { narrow } from "../expr/narrow.ts";
import { seedsIn } from "../expr/sides.ts";
import type { Arm } from "../template/ast.ts";
import { checkParts, type TestedArm } from "../template/check.ts";
import { isAlways, isNever } from "./condition-truth.ts";

/** An arm of `{% if %}` of which something is certain, as `Certainty` tells it of conditions; `behind` is an arm before it. */
export interface CertainArm {
  readonly typed: TypedSite;
  readonly tested: TestedArm;
  readonly found: { readonly is: "constant"; readonly truth: boolean } | { readonly is: "never"; readonly behind: Arm | undefined };
}

const nothing: readonly CertainArm[] = [];
const judged = new WeakMap<TypedNode, readonly CertainArm[]>();

/**
 * The arms in templates of a node of which something is certain, in the order of the text. Those of a prompt file are not
 * among them: what is never so in this node may be so in another that includes it.
 */
export function certainArms(node: TypedNode): readonly CertainArm[] {
  // Most nodes have no arms, and are not worth a memory of their own.
  if (!node.sites.some(hasArms)) return nothing;
  const known = judged.get(node);
  if (known !== undefined) return known;
  const certain = node.sites.flatMap((typed) => (hasArms(typed) ? certainIn(typed) : nothing));
  judged.set(node, certain);
  return certain;
}

/** The test of an arm, where it is written. */
export function spanOfTest({ site }: TypedSite, { when: { ast, offset } }: Arm): Span {
  return site.text.locate(offset + ast.start, offset + ast.end);
}

function hasArms({ code, site }: TypedSite): boolean {
  return code.as === "template" && site.part.shape !== "text" && code.parsed.hasBlocks;
}

function certainIn(typed: TypedSite): readonly CertainArm[] {
  const { code, env, isReached, isSound } = typed;
  if (code.as !== "template" || !isReached || !isSound) return nothing;
  const arms: TestedArm[] = [];
  checkParts(code.parsed.parts, env, [], arms);
  const certain: CertainArm[] = [];
  for (const tested of arms) {
    // What stands in or behind an arm that was told is no second mistake.
    if (certain.some((told) => hides(told, tested))) continue;
    const found = certaintyOf(tested);
    if (found !== undefined) certain.push({ typed, tested, found });
  }
  return certain;
}

function hides({ tested: { arm }, found }: CertainArm, { arm: later, before }: TestedArm): boolean {
  const isInside = arm.body.some(({ start, end }) => start <= later.start && later.end <= end);
  return isInside || (found.is === "constant" && found.truth && before.includes(arm));
}

function certaintyOf({ arm: { when: { ast } }, outside, within, before }: TestedArm): CertainArm["found"] | undefined {
  const written = constantTruth(ast);
  if (written !== undefined) return { is: "constant", truth: written };
  const seeds = seedsIn(within);
  const here = narrow(ast, within.facts, seeds);
  if (here.ifTrue !== undefined && here.ifFalse !== undefined) return undefined;
  const alone = narrow(ast, noFacts, seeds);
  if (isNever(alone) || isAlways(alone)) return { is: "constant", truth: isAlways(alone) };
  // The last of several arms may well be all that is left.
  const first = narrow(ast, outside.facts, seeds);
  if (isAlways(first)) return { is: "constant", truth: true };
  if (!isNever(here)) return undefined;
  return { is: "never", behind: isNever(first) ? undefined : before.at(-1) };
}
