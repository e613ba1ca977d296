import type { Json } from "../../schemas/json.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import { kindOfValue } from "../../schemas/type.ts";

/** Why an evaluation has no value: a wrong operand or too many steps, or more text or items than a node may make. */
export interface ExprFailure {
  readonly code: "expression_error" | "output_limit";
  readonly message: string;
}

/** Unwinds one evaluation. Only the door in `evaluate.ts` catches it; it never leaves this folder. */
export class Stop {
  readonly failure: ExprFailure;
  constructor(failure: ExprFailure) {
    this.failure = failure;
  }
}

/** Ends the evaluation with an `expression_error`. */
export function fail(message: string): never {
  const stop = new Stop({ code: "expression_error", message });
  throw stop;
}

/** Ends the evaluation with an `output_limit`. */
export function overLimit(message: string): never {
  const stop = new Stop({ code: "output_limit", message });
  throw stop;
}

/** The kind of a value as the author would say it: `None`, `str`, `list`, … Never its content, which may be secret. */
export function kind(value: Json): string {
  return value === null ? "None" : kindOfValue(value);
}

/** A value for a message: its kind, and the words of the author that gave it where they are short. */
export function shown(value: Json, ir: ExprIr): string {
  const source = sourceOf(ir);
  if (source === undefined) return kind(value);
  return ir.op === "lit" ? source : `${kind(value)} (${source})`;
}

function sourceOf(ir: ExprIr): string | undefined {
  switch (ir.op) {
    case "lit": return typeof ir.value === "object" && ir.value !== null ? undefined : shortLiteral(ir.value);
    case "root": case "local": return ir.name;
    case "get": {
      const of = sourceOf(ir.of);
      return of === undefined ? undefined : `${of}.${ir.key}`;
    }
    case "index": {
      const of = sourceOf(ir.of);
      const at = ir.at.op === "lit" ? sourceOf(ir.at) : undefined;
      return of === undefined || at === undefined ? undefined : `${of}[${at}]`;
    }
    // Anything longer says less than its kind.
    default: return undefined;
  }
}

function shortLiteral(value: string | number | boolean | null): string | undefined {
  if (value === null) return "None";
  const text = typeof value === "string" ? `'${value}'` : String(value);
  return text.length > 40 ? undefined : text;
}
