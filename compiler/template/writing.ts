import type { ExprEnv } from "../expr/env.ts";
import { loopType, withLocals } from "../expr/env.ts";
import { withClause } from "../expr/check.ts";
import { besides } from "../expr/sides.ts";
import { withLoops } from "../expr/writing.ts";
import type { TemplatePart } from "./ast.ts";
import { checkParts } from "./check.ts";
import { scanTemplate, type Piece } from "./scan.ts";
import { parseTemplate } from "./template.ts";

/** Where an offset of a template is, whatever is wrong around it. */
export type TemplateWriting =
  /** In its text, or where a name of the author's own is written. */
  | { readonly in: "text" | "nothing" }
  /** In the word that a tag begins with, from `start` on; `open` are the blocks around it, the innermost last. */
  | { readonly in: "tag"; readonly start: number; readonly open: readonly BlockTag[] }
  /** In an expression, which stands from `start` to `end`. */
  | { readonly in: "code"; readonly start: number; readonly end: number; readonly env: ExprEnv };

export type BlockTag = "if" | "for";

/** Where `at` stands in a template whose names mean what `env` says at its beginning. */
export function writingInTemplate(text: string, at: number, env: ExprEnv): TemplateWriting {
  const pieces = scanTemplate(text);
  const piece = pieces.find((each): each is Coded => "inner" in each && each.inner.start <= at && at <= each.inner.end) ?? unclosedBefore(text, at);
  if (piece === undefined) return { in: "text" };
  if (piece.piece === "unclosed" && piece.opener !== "{{" && piece.opener !== "{%") return { in: "text" };
  const { inner } = piece;
  const open = blocksBefore(text, pieces, piece.start);
  const known = (): ExprEnv => namesIn(parseTemplate(text).parts, env, piece.start, open.length);
  const isTag = piece.piece === "tag" || (piece.piece === "unclosed" && piece.opener === "{%");
  if (!isTag) return { in: "code", start: inner.start, end: inner.end, env: known() };
  const [head = "", word = ""] = /^\s*([A-Za-z_]\w*)?/.exec(text.slice(inner.start, inner.end)) ?? [];
  const behind = inner.start + head.length;
  if (at <= behind) return { in: "tag", start: Math.min(at, behind - word.length), open };
  const code = (start: number, names: () => ExprEnv): TemplateWriting => (at < start ? { in: "nothing" } : { in: "code", start, end: inner.end, env: names() });
  switch (word) {
    case "if": case "elif": return code(behind, known);
    case "set": return code(after(text, behind, inner.end, "="), known);
    case "for": {
      const loop = text.slice(behind - word.length, inner.end);
      const start = after(text, behind, inner.end, " in ");
      // What a turn holds is known to the condition of the loop.
      return code(start, () => (/\sif\s/.test(text.slice(start, at)) ? withLoops(loop, known()) : known()));
    }
    default: return { in: "nothing" };
  }
}

type Coded = Extract<Piece, { readonly inner: unknown }>;

/** So far behind a sign that nothing closes, what is written still belongs to it. */
const nearby = 300;

/** The sign that opens code on a line above, where nothing closes it before `at`: of a reading without a cursor, its line is all. */
function unclosedBefore(text: string, at: number): Coded | undefined {
  const near = text.slice(Math.max(0, at - nearby), at);
  const [output, tag] = [near.lastIndexOf("{{"), near.lastIndexOf("{%")];
  const start = Math.max(output, tag);
  const opener = output > tag ? "{{" : "{%";
  if (start < 0 || near.includes(opener === "{{" ? "}}" : "%}", start)) return undefined;
  const from = at - near.length + start;
  return { piece: "unclosed", opener, start: from, end: from + opener.length, inner: { start: from + opener.length, end: at } };
}

function after(text: string, from: number, end: number, sign: string): number {
  const found = text.indexOf(sign, from);
  return found < 0 || found >= end ? Infinity : found + sign.length;
}

function blocksBefore(text: string, pieces: readonly Piece[], offset: number): readonly BlockTag[] {
  const open: BlockTag[] = [];
  for (const piece of pieces) {
    if (piece.start >= offset) break;
    if (piece.piece !== "tag") continue;
    const [, word = ""] = /^\s*([A-Za-z_]\w*)/.exec(text.slice(piece.inner.start, piece.inner.end)) ?? [];
    if (word === "if" || word === "for") open.push(word);
    else if (word === "endif" || word === "endfor") open.splice(Math.max(0, open.lastIndexOf(word === "endif" ? "if" : "for")));
  }
  return open;
}

/** What names mean at an offset with so many blocks around it; each is followed inwards, however it ends. */
function namesIn(parts: readonly TemplatePart[], env: ExprEnv, at: number, depth: number): ExprEnv {
  const index = depth === 0 ? -1 : parts.findIndex((part) => (part.part === "if" || part.part === "for") && part.start < at && at <= part.end);
  const around = parts[index];
  const before = parts.slice(0, index < 0 ? undefined : index).filter(({ end }) => end <= at);
  const known = checkParts(before, env, []);
  switch (around?.part) {
    case "for": {
      const { ast } = around.loop;
      const isElse = around.else.some(({ start }) => start < at) || (around.else.length > 0 && around.body.every(({ end }) => end <= at) && (around.else[0]?.start ?? Infinity) <= at);
      return isElse ? namesIn(around.else, known, at, depth - 1) : namesIn(around.body, withLocals(withClause(ast, known, []), [["loop", loopType]]), at, depth - 1);
    }
    case "if": {
      let within = known;
      for (const [place, arm] of around.arms.entries()) {
        const { ifTrue, ifFalse } = besides(arm.when.ast, within);
        const next = around.arms[place + 1]?.start ?? around.else[0]?.start ?? Infinity;
        if (at <= arm.end) return within;
        if (at < next) return namesIn(arm.body, ifTrue, at, depth - 1);
        within = ifFalse;
      }
      return namesIn(around.else, within, at, depth - 1);
    }
    default: return known;
  }
}
