import { unreachable } from "../../schemas/bug.ts";
import type { ExprIr, TextPart } from "../../schemas/expr/ir.ts";

/** Stands for a value of the environment, which the operator sets and no data can reach. */
const fromEnv = "\u0000";

/**
 * Whether the host of the address that `ir` gives is the author's or the operator's word: everything up to it is written
 * out or read from `env`. Otherwise data decides where a request goes.
 */
export function isHostWritten(ir: ExprIr): boolean {
  const { text, whole } = beginningOf(ir);
  return whole || /^(?:\u0000|[a-z][a-z0-9+.-]*:\/\/)[^/?#\\]*[/?#\\]/i.test(text);
}

/** The part of a text that no data decides. */
interface Beginning {
  readonly text: string;
  /** Whether that is all of it. */
  readonly whole: boolean;
}

const unknown: Beginning = { text: "", whole: false };

function beginningOf(ir: ExprIr): Beginning {
  if (ir.op === "lit") return typeof ir.value === "string" ? { text: ir.value, whole: true } : unknown;
  if (ir.op === "get" && ir.of.op === "root" && ir.of.name === "env") return { text: fromEnv, whole: true };
  return ir.op === "text" ? joined(ir.parts) : unknown;
}

function joined(parts: readonly TextPart[]): Beginning {
  let text = "";
  for (const part of parts) {
    const next = partOf(part);
    text += next.text;
    if (!next.whole) return { text, whole: false };
  }
  return { text, whole: true };
}

function partOf(part: TextPart): Beginning {
  switch (part.part) {
    case "text": return { text: part.text, whole: true };
    case "out": return beginningOf(part.of);
    case "set": return { text: "", whole: true };
    case "if": case "for": return unknown;
    default: return unreachable(part, "partOf");
  }
}
