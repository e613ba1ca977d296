import type { ExprIr, TextPart } from "../../schemas/expr/ir.ts";
import type { LocalNames } from "../expr/lower.ts";
import type { TemplatePart } from "./ast.ts";
import type { ParsedTemplate } from "./template.ts";
import { unreachable } from "../../schemas/bug.ts";
import { lowerAst, noLocals } from "../expr/lower.ts";
import { compact } from "../source/compact.ts";

/** A template as the runtime evaluates it. It must have been checked without errors. */
export function lowerTemplate({ parts, passthrough }: ParsedTemplate): ExprIr {
  if (passthrough !== undefined) return lowerAst(passthrough.ast, noLocals);
  const lowered = lowerParts(parts, noLocals);
  const [only] = lowered;
  if (only === undefined) return { op: "lit", value: "" };
  return lowered.length === 1 && only.part === "text" ? { op: "lit", value: only.text } : { op: "text", parts: lowered };
}

/** Checked parts as the runtime renders them. */
function lowerParts(parts: readonly TemplatePart[], locals: LocalNames): readonly TextPart[] {
  return lowerSequence(parts, locals).parts;
}

interface Lowered {
  readonly parts: readonly TextPart[];
  /** The variables in reach behind the parts. */
  readonly locals: LocalNames;
}

function lowerSequence(parts: readonly TemplatePart[], before: LocalNames): Lowered {
  const lowered: TextPart[] = [];
  let locals = before;
  for (const part of parts) {
    if (part.part === "text") addText(lowered, part.text);
    else if (part.part === "out") lowered.push({ part: "out", of: lowerAst(part.of.ast, locals) });
    else {
      const block = lowerBlock(part, locals);
      lowered.push(block.part);
      locals = block.locals;
    }
  }
  return { parts: compact(lowered), locals };
}

/** Comments and whitespace control leave texts side by side: they become one. */
function addText(lowered: TextPart[], text: string): void {
  const last = lowered.at(-1);
  if (last?.part === "text") lowered[lowered.length - 1] = { part: "text", text: last.text + text };
  else lowered.push({ part: "text", text });
}

/** A part that may bring variables. */
function lowerBlock(part: Exclude<TemplatePart, { readonly part: "text" | "out" }>, locals: LocalNames): { readonly part: TextPart; readonly locals: LocalNames } {
  switch (part.part) {
    case "set": return { part: { part: "set", name: part.name.text, to: lowerAst(part.to.ast, locals) }, locals: new Set([...locals, part.name.text]) };
    case "if": {
      const arms = part.arms.map((arm) => ({ when: lowerAst(arm.when.ast, locals), ...lowerSequence(arm.body, locals) }));
      const otherwise = lowerSequence(part.else, locals);
      const after = new Set([...arms.flatMap((arm) => [...arm.locals]), ...otherwise.locals]);
      return { part: { part: "if", arms: arms.map((arm) => ({ when: arm.when, body: arm.parts })), else: otherwise.parts }, locals: after };
    }
    case "for": {
      const { names, in: source, if: conditions } = part.loop.ast;
      const turn = new Set([...locals, ...names.map((name) => name.text)]);
      const tests = conditions.map((condition) => lowerAst(condition, turn));
      const test = tests.length === 0 ? undefined : tests.reduce((left, right): ExprIr => ({ op: "and", left, right }));
      const lowered: TextPart = {
        part: "for",
        names: names.map((name) => name.text),
        in: lowerAst(source, locals),
        ...(test === undefined ? {} : { if: test }),
        body: lowerParts(part.body, new Set([...turn, "loop"])),
        else: lowerParts(part.else, locals),
      };
      return { part: lowered, locals };
    }
    default: return unreachable(part, "lowerBlock");
  }
}
