import type { Span } from "../../schemas/span.ts";
import type { NodeAst } from "../syntax/workflow.ts";
import type { TemplatePart } from "../template/ast.ts";
import { parseTemplate } from "../template/template.ts";
import type { Moves } from "./moves.ts";

/**
 * Whether a node says what it said before, in all but the prose of its texts, and each part of it stands where the change
 * has moved it.
 *
 * M1. Prose is what a template says besides its code, where no rule reads it: not in an address, nor in a header. Whoever
 *     judges prose judges one node by itself.
 */
export function isSameMeaning(before: NodeAst, after: NodeAst, moves: Moves): boolean {
  return isSame(before, after, moves);
}

function isSame(before: unknown, after: unknown, moves: Moves): boolean {
  if (before === after) return true;
  if (Array.isArray(before)) return Array.isArray(after) && before.length === after.length && before.every((each, index) => isSame(each, after[index], moves));
  if (!isRecord(before) || !isRecord(after)) return false;
  const [from, to] = [spanIn(before), spanIn(after)];
  if (from !== undefined) return to !== undefined && isMoved(from, to, moves);
  const names = Object.keys(before);
  const isProse = before["shape"] === "template" && isOpen(before["field"]);
  return names.length === Object.keys(after).length && names.every((name) => {
    if (name === "locate") return true;
    if (name === "text" && isProse) return isSameText(before[name], after[name], moves);
    return Object.hasOwn(after, name) && isSame(before[name], after[name], moves);
  });
}

/** Whether the text of a template differs in its prose at most. */
function isSameText(before: unknown, after: unknown, moves: Moves): boolean {
  if (!isRecord(before) || !isRecord(after) || typeof before["value"] !== "string" || typeof after["value"] !== "string") return false;
  const [old, now] = [parseTemplate(before["value"]), parseTemplate(after["value"])];
  const isOneCode = (old.passthrough === undefined) === (now.passthrough === undefined);
  // Where something is wrong, prose may be meant as code.
  return isOneCode && old.problems.length === 0 && now.problems.length === 0 && isSame(before["span"], after["span"], moves) && isSameCode(old.parts, now.parts, { before: old.text, after: now.text });
}

interface Texts {
  readonly before: string;
  readonly after: string;
}

/** Whether two templates consist of the same code, whatever text stands around it. What stands in branches and loops is code, too. */
function isSameCode(before: readonly TemplatePart[], after: readonly TemplatePart[], texts: Texts): boolean {
  const old = before.filter(({ part }) => part !== "text");
  const now = after.filter(({ part }) => part !== "text");
  return old.length === now.length && old.every((part, index) => texts.before.slice(part.start, part.end) === texts.after.slice(now[index]?.start, now[index]?.end));
}

/** Whether the prose of a template goes where nobody looks at it. */
function isOpen(field: unknown): boolean {
  return isRecord(field) && field["address"] === undefined && field["header"] === undefined;
}

function isMoved(before: Span, after: Span, moves: Moves): boolean {
  const moved = moves(before);
  // What begins or ends beside the change is where it is now.
  return before.block === after.block && (moved === undefined || (moved.start === after.start && moved.end === after.end));
}

function spanIn({ block, start, end }: { readonly [name: string]: unknown }): Span | undefined {
  return typeof block === "string" && typeof start === "number" && typeof end === "number" ? { block, start, end } : undefined;
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null;
}
