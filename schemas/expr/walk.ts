import { unreachable } from "../bug.ts";
import type { ExprIr, TextPart } from "./ir.ts";

/** Calls `look` for `ir` and every expression inside it. */
export function walkExpr(ir: ExprIr, look: (part: ExprIr) => void): void {
  look(ir);
  for (const child of childrenOf(ir)) walkExpr(child, look);
}

/** Names of `env` that `ir` reads, sorted. */
export function envNamesIn(ir: ExprIr): readonly string[] {
  const names = new Set<string>();
  walkExpr(ir, (part) => {
    if (part.op === "get" && part.of.op === "root" && part.of.name === "env") names.add(part.key);
    if (part.op === "index" && part.of.op === "root" && part.of.name === "env" && part.at.op === "lit" && typeof part.at.value === "string") names.add(part.at.value);
  });
  return [...names].sort();
}

/** Whether `ir` reads a root such as `feedback`. */
export function readsRoot(ir: ExprIr, root: string): boolean {
  let found = false;
  walkExpr(ir, (part) => {
    found ||= part.op === "root" && part.name === root;
  });
  return found;
}

function childrenOf(ir: ExprIr): readonly ExprIr[] {
  switch (ir.op) {
    case "lit": case "root": case "local": return [];
    case "get": case "not": case "negate": return [ir.of];
    case "index": return [ir.of, ir.at];
    case "slice": return [ir.of, ir.from, ir.to, ir.step].filter((part) => part !== undefined);
    case "and": case "or": case "arithmetic": return [ir.left, ir.right];
    case "if": return [ir.test, ir.then, ir.else];
    case "compare": return [ir.first, ...ir.links.map((link) => link.to)];
    case "is": return [ir.of, ...ir.args];
    case "list": return ir.items;
    case "dict": return ir.entries.flat();
    case "call": return [...ir.args, ...Object.values(ir.named ?? {})];
    case "method": return [ir.of, ...ir.args];
    case "filter": return [ir.of, ...ir.args, ...Object.values(ir.named)];
    case "comprehension": return [...ir.clauses.flatMap((clause) => [clause.in, ...clause.if]), ir.body];
    case "text": return ir.parts.flatMap(expressionsOf);
    default: return unreachable(ir, "walkExpr");
  }
}

function expressionsOf(part: TextPart): readonly ExprIr[] {
  switch (part.part) {
    case "text": return [];
    case "out": return [part.of];
    case "set": return [part.to];
    case "if": return [...part.arms.flatMap((arm) => [arm.when, ...arm.body.flatMap(expressionsOf)]), ...part.else.flatMap(expressionsOf)];
    case "for": return [part.in, ...(part.if === undefined ? [] : [part.if]), ...part.body.flatMap(expressionsOf), ...part.else.flatMap(expressionsOf)];
    default: return unreachable(part, "walkExpr");
  }
}
