import { unreachable } from "../../schemas/bug.ts";
import type { ExprEnv } from "../expr/env.ts";
import { loopType, withLocals } from "../expr/env.ts";
import { placeInClause, placeInExpression, type ExprPlace } from "../expr/place.ts";
import { withClause } from "../expr/check.ts";
import { besides } from "../expr/sides.ts";
import type { Code, TemplatePart } from "./ast.ts";
import { checkParts, typeOfCode } from "./check.ts";

/** What stands around an offset of a piece of code. */
export interface CodeSpot extends ExprPlace {
  /** Where in the text of the site the offsets of the trail begin to count. */
  readonly offset: number;
}

/** Where `at` stands in the code of a template; undefined in its text. */
export function placeInParts(parts: readonly TemplatePart[], env: ExprEnv, at: number): CodeSpot | undefined {
  const index = parts.findIndex(({ start, end }) => start <= at && at <= end);
  const part = parts[index];
  return part && placeInPart(part, checkParts(parts.slice(0, index), env, []), at);
}

function placeInPart(part: TemplatePart, env: ExprEnv, at: number): CodeSpot | undefined {
  switch (part.part) {
    case "text": return undefined;
    case "out": return placeInCode(part.of, env, at);
    case "set": {
      const { name } = part;
      if (name.start <= at && at <= name.end) return { trail: [], env, variable: { name, type: typeOfCode(part.to, env, []) }, offset: 0 };
      return placeInCode(part.to, env, at);
    }
    case "if": {
      let within = env;
      for (const { when, body } of part.arms) {
        const { ifTrue, ifFalse } = besides(when.ast, within);
        const found = placeInCode(when, within, at) ?? placeInParts(body, ifTrue, at);
        if (found !== undefined) return found;
        within = ifFalse;
      }
      return placeInParts(part.else, within, at);
    }
    case "for": {
      const { ast, offset } = part.loop;
      const head = placeInClause(ast, env, at - offset);
      if (head !== undefined) return { ...head, offset };
      return placeInParts(part.body, withLocals(withClause(ast, env, []), [["loop", loopType]]), at) ?? placeInParts(part.else, env, at);
    }
    default: return unreachable(part, "placeInPart");
  }
}

function placeInCode({ ast, offset, start, end }: Code, env: ExprEnv, at: number): CodeSpot | undefined {
  return start <= at && at <= end ? { ...placeInExpression(ast, env, at - offset), offset } : undefined;
}
