import { placeInExpression } from "../expr/place.ts";
import { placeInParts, type CodeSpot } from "../template/place.ts";
import type { TypedSite } from "./typed.ts";

/** What stands at an offset in the text of a site, and what names mean there; undefined where it is no code. */
export function spotIn({ code, env }: Pick<TypedSite, "code" | "env">, at: number): CodeSpot | undefined {
  return code.as === "template" ? placeInParts(code.parsed.parts, env, at) : { ...placeInExpression(code.parsed.ast, env, at), offset: 0 };
}
