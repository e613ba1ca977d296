import { unreachable } from "../../schemas/bug.ts";
import { collectClause, collectMentions, noteVariable, type Mention, type Origin, type Variable, type Variables } from "../expr/mentions.ts";
import type { Code, TemplatePart } from "./ast.ts";

/**
 * The variables that one body sets, as they become known: those of an `{% if %}` stay known behind it, and those of a
 * `{% for %}` are gone with its turn. All places that set one name in one body set one variable.
 */
type Body = Map<string, Variable>;

/** Collects all that the code of `parts` mentions. Ranges count in the template. */
export function collectTemplateMentions(parts: readonly TemplatePart[], outer: Variables, found: Mention[]): void {
  collectBody(parts, new Map(outer), new Map(), found);
}

function collectBody(parts: readonly TemplatePart[], known: Map<string, Variable>, own: Body, found: Mention[]): void {
  for (const part of parts) collectPart(part, known, own, found);
}

function collectPart(part: TemplatePart, known: Map<string, Variable>, own: Body, found: Mention[]): void {
  switch (part.part) {
    case "text": return;
    case "out": codeIn(part.of, known, found); return;
    case "set": {
      const stands = codeIn(part.to, known, found);
      const earlier = own.get(part.name.text);
      const variable: Variable = { binding: earlier?.binding ?? part.name.start, stands: earlier === undefined ? stands : undefined };
      own.set(part.name.text, variable);
      known.set(part.name.text, variable);
      noteVariable(part.name, variable, "declare", { found, offset: 0 });
      return;
    }
    case "if":
      for (const { when, body } of part.arms) {
        codeIn(when, known, found);
        collectBody(body, known, own, found);
      }
      collectBody(part.else, known, own, found);
      return;
    case "for": {
      const { ast, offset } = part.loop;
      const turn = new Map(collectClause(ast, known, { found, offset }));
      turn.set("loop", { binding: undefined, stands: undefined });
      collectBody(part.body, turn, new Map(), found);
      collectBody(part.else, new Map(known), new Map(), found);
      return;
    }
    default: return unreachable(part, "collectPart");
  }
}

function codeIn({ ast, offset }: Code, known: Variables, found: Mention[]): Origin | undefined {
  return collectMentions(ast, known, { found, offset });
}
