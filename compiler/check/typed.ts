import type { Type } from "../../schemas/type.ts";
import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { ExprEnv } from "../expr/env.ts";
import type { Sides } from "../expr/narrow.ts";
import type { Read } from "../expr/reads.ts";
import type { Code } from "./code.ts";
import type { NodeReads } from "./node-reads.ts";
import type { Place } from "./roots.ts";

/** A piece of code with what is known of it. */
export interface TypedSite {
  readonly site: CodeSite;
  readonly code: Code;
  /** Where it reads roots, in the order of evaluation. What a condition reads bare, it tests. */
  readonly reads: readonly Read[];
  readonly place: Place;
  readonly type: Type;
  /** What its names stand for, and what is known of them there. */
  readonly env: ExprEnv;
  /** Some execution may come here, as far as the tests on the way tell; so it is said of all code that would say the same if none did. */
  readonly isReached: boolean;
  /** For a test of a route: what is known where it holds, and where it does not. */
  readonly sides: Sides | undefined;
  /** Nothing was said of it. */
  readonly isSound: boolean;
}

export interface TypedNode {
  readonly bound: BoundNode;
  readonly sites: readonly TypedSite[];
  readonly reads: NodeReads;
  /** What the node's result is. */
  readonly result: Type;
}

/** A workflow whose every expression and template has a type or a hole. */
export interface TypedWorkflow {
  readonly bound: BoundWorkflow;
  readonly nodes: readonly TypedNode[];
}

declare const complete: unique symbol;

/** A value in which nothing is wrong: no error, no hole. Only `requireComplete` makes one, and only it may be lowered. */
export type Complete<T> = T & { readonly [complete]: true };

/** `typed` if no error was found in it. */
export function requireComplete(typed: TypedWorkflow, diagnostics: readonly Diagnostic[]): Complete<TypedWorkflow> | undefined {
  const isSound = diagnostics.every((diagnostic) => diagnostic.severity !== "error");
  // This is the one place that may say so: every part that could not be read left an error behind.
  return isSound ? (typed as Complete<TypedWorkflow>) : undefined;
}
