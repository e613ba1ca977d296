import type { Read, ReadScope } from "../expr/reads.ts";
import type { Code, TemplatePart } from "./ast.ts";
import { unreachable } from "../../schemas/bug.ts";
import { behind, collectReads as collect, hiding } from "../expr/reads.ts";

/** Collects the reads of all code in `parts` and gives the scope behind them. Ranges count in the template. */
export function collectReads(parts: readonly TemplatePart[], scope: ReadScope, found: Read[]): ReadScope {
  let within = scope;
  for (const part of parts) within = collectPart(part, within, found);
  return within;
}

function collectPart(part: TemplatePart, scope: ReadScope, found: Read[]): ReadScope {
  switch (part.part) {
    case "text": return scope;
    case "out": collectCode(part.of, scope, "value", found); return scope;
    case "set": collectCode(part.to, scope, "value", found); return hiding([part.name.text], scope);
    case "if": {
      let within = scope;
      let after = scope;
      for (const arm of part.arms) {
        collectCode(arm.when, within, "test", found);
        within = behind(arm.when.ast, within);
        after = hiding(collectReads(arm.body, within, found).locals, after);
      }
      return hiding(collectReads(part.else, within, found).locals, after);
    }
    case "for": {
      const { ast, offset } = part.loop;
      collect(ast.in, scope, "value", { found, offset });
      let turn = hiding(ast.names.map((name) => name.text), scope);
      for (const condition of ast.if) {
        collect(condition, turn, "test", { found, offset });
        turn = behind(condition, turn);
      }
      collectReads(part.body, hiding(["loop"], turn), found);
      collectReads(part.else, scope, found);
      return scope;
    }
    default: return unreachable(part, "collectPart");
  }
}

function collectCode({ ast, offset }: Code, scope: ReadScope, use: "value" | "test", found: Read[]): void {
  collect(ast, scope, use, { found, offset });
}
