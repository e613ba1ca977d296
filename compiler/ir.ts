import type { ExprIr } from "../schemas/expr/ir.ts";
import type { JsonObject } from "../schemas/json.ts";
import type { Op } from "../schemas/op.ts";
import type { Program, Requirement } from "../schemas/program.ts";
import type { Code, Slot } from "../schemas/program-refs.ts";
import type { Span } from "../schemas/span.ts";

/** A piece of code with the text it was made of. */
export interface CodeIr {
  readonly ir: ExprIr;
  readonly source: string;
  readonly span: Span;
  /** Its `env` values decide where control goes, so they are recorded when an execution starts. */
  readonly decides: boolean;
}

/** A lowered workflow: only ops are left, in the order of the text, with the places they come from. */
export interface WorkflowIr {
  readonly workflow: Program["workflow"];
  readonly state: Program["state"];
  readonly inputs: Program["inputs"];
  /** By input: the place that asks for it. */
  readonly inputSpans: readonly Span[];
  readonly start: Slot;
  readonly ops: readonly Op[];
  readonly spans: readonly Span[];
  readonly code: readonly CodeIr[];
  readonly requires: readonly Requirement[];
  readonly settings: JsonObject;
}

type CodeForm = "expression" | "template";

/** Collects pieces of code; pieces of equal text that are read the same way share a number. */
export interface CodePool {
  /** The number of a piece that has this text; undefined where there is none yet. */
  readonly find: (source: string, form: CodeForm) => Code | undefined;
  readonly add: (piece: CodeIr, form: CodeForm) => Code;
  readonly pieces: () => readonly CodeIr[];
}

export function codePool(): CodePool {
  const pieces: CodeIr[] = [];
  const numbers = { expression: new Map<string, Code>(), template: new Map<string, Code>() };
  return {
    find: (source, form) => numbers[form].get(source),
    add: (piece, form) => {
      const code = (pieces.push(piece) - 1) as Code;
      numbers[form].set(piece.source, code);
      return code;
    },
    pieces: () => pieces,
  };
}
