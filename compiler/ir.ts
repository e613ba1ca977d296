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
  readonly start: Slot;
  readonly ops: readonly Op[];
  readonly spans: readonly Span[];
  readonly code: readonly CodeIr[];
  readonly requires: readonly Requirement[];
  readonly settings: JsonObject;
}

/** Collects pieces of code; equal ones share a number. */
export interface CodePool {
  readonly add: (piece: CodeIr) => Code;
  readonly pieces: () => readonly CodeIr[];
}

export function codePool(): CodePool {
  const pieces: CodeIr[] = [];
  const numbers = new Map<string, number>();
  return {
    add: (piece) => {
      const key = JSON.stringify(piece.ir);
      const known = numbers.get(key);
      if (known !== undefined) {
        const first = pieces[known] as CodeIr;
        if (piece.decides && !first.decides) pieces[known] = { ...first, decides: true };
        return known as Code;
      }
      numbers.set(key, pieces.length);
      return (pieces.push(piece) - 1) as Code;
    },
    pieces: () => pieces,
  };
}
