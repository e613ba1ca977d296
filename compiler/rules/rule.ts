import type { Span } from "../../schemas/span.ts";
import type { Around } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic, DiagnosticSpec } from "../diagnostics/define.ts";
import type { Range } from "../source/text.ts";

/**
 * A judgement about a workflow whose names and types are known. A rule reports what it declares and nothing else, and
 * stays silent wherever a part it needs could not be read: that part has been reported.
 */
export type Rule = WorkflowRule | NodeRule | TextRule;

/** Judges a workflow as a whole. It sees no prose: of a template it knows the code, but for addresses and headers. */
export interface WorkflowRule {
  readonly of: "workflow";
  readonly reports: readonly DiagnosticSpec[];
  readonly check: (typed: TypedWorkflow) => readonly Diagnostic[];
}

/** Judges each node by itself: what it says is the same as long as the node and what stands around the nodes are. */
export interface NodeRule {
  readonly of: "node";
  readonly reports: readonly DiagnosticSpec[];
  readonly check: (node: TypedNode, around: Around) => readonly Diagnostic[];
  /** What it says of the same matter outside of nodes. */
  readonly checkAround?: (around: Around) => readonly Diagnostic[];
}

/** Judges the characters of a text, whatever they mean; nothing that it looks for goes over the end of a line. */
export interface TextRule {
  readonly of: "text";
  readonly reports: readonly DiagnosticSpec[];
  readonly check: (text: string, spanOf: (range: Range) => Span) => readonly Diagnostic[];
}
