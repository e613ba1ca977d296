import type { Type } from "../../schemas/type.ts";
import type { ExprEnv } from "../expr/env.ts";
import type { Problem } from "../expr/problem.ts";
import type { Arm, Code, TemplatePart } from "./ast.ts";
import { unreachable } from "../../schemas/bug.ts";
import { optional } from "../../schemas/type.ts";
import { typeOf, withClause } from "../expr/check.ts";
import { loopType, withLocals } from "../expr/env.ts";
import { shiftProblems } from "../expr/problem.ts";
import { besides } from "../expr/sides.ts";
import { join } from "../expr/types.ts";

/** An arm of `{% if %}`, and what is known where it is asked. */
export interface TestedArm {
  readonly arm: Arm;
  /** Before the first arm. */
  readonly outside: ExprEnv;
  /** Where those before it did not hold. */
  readonly within: ExprEnv;
  /** The arms before it, in order. */
  readonly before: readonly Arm[];
}

/** Checks all code of `parts` and gives the environment behind them: what they set is known from there on. Arms go to `arms`, outer ones first. */
export function checkParts(parts: readonly TemplatePart[], env: ExprEnv, problems: Problem[], arms?: TestedArm[]): ExprEnv {
  let within = env;
  for (const part of parts) within = checkPart(part, within, problems, arms);
  return within;
}

/** The type of a piece of code; its problems are moved to where it stands in the template. */
export function typeOfCode({ ast, offset }: Code, env: ExprEnv, problems: Problem[]): Type {
  const before = problems.length;
  const type = typeOf(ast, env, problems);
  if (problems.length > before) problems.push(...shiftProblems(problems.splice(before), offset));
  return type;
}

function checkPart(part: TemplatePart, env: ExprEnv, problems: Problem[], arms: TestedArm[] | undefined): ExprEnv {
  switch (part.part) {
    case "text": return env;
    case "out": typeOfCode(part.of, env, problems); return env;
    case "set": return withLocals(env, [[part.name.text, typeOfCode(part.to, env, problems)]]);
    case "if": {
      let within = env;
      const ends = part.arms.map((arm, at) => {
        arms?.push({ arm, outside: env, within, before: part.arms.slice(0, at) });
        typeOfCode(arm.when, within, problems);
        const { ifTrue, ifFalse } = besides(arm.when.ast, within);
        within = ifFalse;
        return checkParts(arm.body, ifTrue, problems, arms);
      });
      return merge(env, [...ends, checkParts(part.else, within, problems, arms)]);
    }
    case "for": {
      const own: Problem[] = [];
      const turn = withClause(part.loop.ast, env, own);
      problems.push(...shiftProblems(own, part.loop.offset));
      checkParts(part.body, withLocals(turn, [["loop", loopType]]), problems, arms);
      checkParts(part.else, env, problems, arms);
      return env;
    }
    default: return unreachable(part, "checkPart");
  }
}

/** Behind several ways, a variable has the type of each; one that not all ways set may be unset. */
function merge(before: ExprEnv, ways: readonly ExprEnv[]): ExprEnv {
  const names = new Set(ways.flatMap((way) => [...way.locals.keys()]));
  return withLocals(
    before,
    [...names].map((name) => {
      const found = ways.map((way) => way.locals.get(name)).filter((type) => type !== undefined);
      return [name, found.length === ways.length ? join(found) : optional(join(found))] as const;
    }),
  );
}
