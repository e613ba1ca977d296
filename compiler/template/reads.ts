import type { Read, ReadScope } from "../expr/reads.ts";
import type { Code, TemplatePart } from "./ast.ts";
import { unreachable } from "../../schemas/bug.ts";
import { behind, hiding, readsOf } from "../expr/reads.ts";

/** Collects the reads of all code in `parts` and gives the scope behind them. Ranges count in the template. */
export function collectReads(parts: readonly TemplatePart[], scope: ReadScope, found: Read[]): ReadScope {
  return parts.reduce((before, part) => collectPart(part, before, found), scope);
}

function collectPart(part: TemplatePart, scope: ReadScope, found: Read[]): ReadScope {
  switch (part.part) {
    case "text": return scope;
    case "out": found.push(...readsOfCode(part.of, scope)); return scope;
    case "set": found.push(...readsOfCode(part.to, scope)); return hiding([part.name.text], scope);
    case "if": {
      let within = scope;
      let after = scope;
      for (const arm of part.arms) {
        found.push(...readsOfCode(arm.when, within, "test"));
        within = behind(arm.when.ast, within);
        after = hiding(collectReads(arm.body, within, found).locals, after);
      }
      return hiding(collectReads(part.else, within, found).locals, after);
    }
    case "for": {
      const { ast, offset } = part.loop;
      found.push(...readsOfCode({ ...part.loop, ast: ast.in }, scope));
      let turn = hiding(ast.names.map((name) => name.text), scope);
      for (const condition of ast.if) {
        found.push(...readsOfCode({ ...part.loop, offset, ast: condition }, turn, "test"));
        turn = behind(condition, turn);
      }
      collectReads(part.body, hiding(["loop"], turn), found);
      collectReads(part.else, scope, found);
      return scope;
    }
    default: return unreachable(part, "collectPart");
  }
}

/** The reads of one piece of code. */
function readsOfCode({ ast, offset }: Code, scope: ReadScope, use: "value" | "test" = "value"): readonly Read[] {
  return readsOf(ast, scope, use, offset);
}
