import { unreachable } from "../bug.ts";
import type { ExprIr, TextPart } from "./ir.ts";

/** Calls `look` for `ir` and every expression inside it. */
export function walkExpr(ir: ExprIr, look: (part: ExprIr) => void): void {
  look(ir);
  switch (ir.op) {
    case "lit": case "root": case "local": return;
    case "get": case "not": case "negate": return walkExpr(ir.of, look);
    case "index": return walkEach([ir.of, ir.at], look);
    case "slice": return walkEach([ir.of, ir.from, ir.to, ir.step].filter((part) => part !== undefined), look);
    case "and": case "or": case "arithmetic":
      walkExpr(ir.left, look);
      return walkExpr(ir.right, look);
    case "if": return walkEach([ir.test, ir.then, ir.else], look);
    case "compare":
      walkExpr(ir.first, look);
      for (const link of ir.links) walkExpr(link.to, look);
      return;
    case "list": return walkEach(ir.items, look);
    case "dict": return ir.entries.forEach((entry) => walkEach(entry, look));
    case "call":
      walkEach(ir.args, look);
      return walkNamed(ir.named ?? {}, look);
    case "is": case "method":
      walkExpr(ir.of, look);
      return walkEach(ir.args, look);
    case "filter":
      walkExpr(ir.of, look);
      walkEach(ir.args, look);
      return walkNamed(ir.named, look);
    case "comprehension":
      for (const clause of ir.clauses) walkEach([clause.in, ...clause.if], look);
      return walkExpr(ir.body, look);
    case "text": return walkParts(ir.parts, look);
    default: return unreachable(ir, "walkExpr");
  }
}

function walkEach(irs: readonly ExprIr[], look: (part: ExprIr) => void): void {
  for (const ir of irs) walkExpr(ir, look);
}

function walkNamed(named: { readonly [name: string]: ExprIr }, look: (part: ExprIr) => void): void {
  for (const name in named) walkExpr(named[name] as ExprIr, look);
}

function walkParts(parts: readonly TextPart[], look: (part: ExprIr) => void): void {
  for (const part of parts) walkPart(part, look);
}

function walkPart(part: TextPart, look: (part: ExprIr) => void): void {
  switch (part.part) {
    case "text": return;
    case "out": return walkExpr(part.of, look);
    case "set": return walkExpr(part.to, look);
    case "if":
      for (const arm of part.arms) {
        walkExpr(arm.when, look);
        walkParts(arm.body, look);
      }
      return walkParts(part.else, look);
    case "for":
      walkExpr(part.in, look);
      if (part.if !== undefined) walkExpr(part.if, look);
      walkParts(part.body, look);
      return walkParts(part.else, look);
    default: return unreachable(part, "walkExpr");
  }
}

/** Names of `env` that any of `irs` reads, sorted. */
export function envNamesIn(irs: readonly ExprIr[]): readonly string[] {
  const names = new Set<string>();
  walkEach(irs, (part) => {
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
