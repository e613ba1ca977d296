import type { Clause, Range, Word } from "../expr/ast.ts";
import type { Parsed } from "../expr/expression.ts";
import type { Problem } from "../expr/problem.ts";
import type { Arm, Code, TemplatePart } from "./ast.ts";
import type { Piece } from "./scan.ts";
import { unreachable } from "../../schemas/bug.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import { templateTags, type TemplateTag } from "../../schemas/template/tags.ts";
import { exprLimit } from "../diagnostics/expr.ts";
import { literalBraces, shadowedVariable, templateSyntax, unclosedBlock } from "../diagnostics/template.ts";
import { parseExpression, parseLoop } from "../expr/expression.ts";
import { problem, shiftProblems } from "../expr/problem.ts";
import { scanTemplate } from "./scan.ts";
import { unknownTag } from "./unknown-tag.ts";

interface Branch extends Range {
  readonly code: Code | undefined;
  readonly body: TemplatePart[];
}

/** A block that is still open. Its last branch takes the parts that follow. */
interface Block {
  readonly tag: "if" | "for";
  readonly opened: Range;
  readonly loop: Code<Clause> | undefined;
  readonly branches: Branch[];
}

const nothing: readonly never[] = [];

export interface ParsedParts {
  readonly parts: readonly TemplatePart[];
  readonly problems: readonly Problem[];
}

/** What reading a template has come to. Lives for one call of `parseParts`. */
interface Reading {
  readonly text: string;
  readonly problems: Problem[];
  readonly top: TemplatePart[];
  /** From the outermost to the innermost. */
  readonly open: Block[];
  /** Blocks within the innermost that were refused for being nested too deep, and are still open. */
  refused: number;
  /** Tags that were refused; their ends need no complaint of their own. Most texts have none. */
  unsupported: Set<string> | undefined;
  lastEnds: Map<string, number> | undefined;
}

/** The parts of a template. What is wrong is told in `problems` and left out. */
export function parseParts(text: string): ParsedParts {
  // Many texts are prose alone.
  if (text !== "" && !text.includes("{") && !text.includes("}}")) return { parts: [{ part: "text", start: 0, end: text.length, text }], problems: nothing };
  const cx: Reading = { text, problems: [], top: [], open: [], refused: 0, unsupported: undefined, lastEnds: undefined };
  for (const piece of scanTemplate(text)) {
    switch (piece.piece) {
      case "text":
        if (piece.text.includes("{")) cx.problems.push(...foreignBraces(piece));
        add(cx, { part: "text", start: piece.start, end: piece.end, text: piece.text });
        break;
      case "out": add(cx, { part: "out", start: piece.start, end: piece.end, of: readCode(cx, piece.inner) }); break;
      case "tag": readTag(cx, piece, piece.inner); break;
      case "stray": cx.problems.push(problem(templateSyntax, piece, { what: "'}}' closes nothing", help: "open it with '{{', or render it with '{{ '}}' }}'" })); break;
      case "unclosed": cx.problems.push(unclosedSign(piece)); break;
      default: unreachable(piece, "parseParts");
    }
  }
  while (cx.open.length > 0) closeUnclosed(cx, text.length);
  return { parts: cx.top, problems: cx.problems };
}

function add(cx: Reading, part: TemplatePart): void {
  (cx.open.at(-1)?.branches.at(-1)?.body ?? cx.top).push(part);
}

function readCode(cx: Reading, { start, end }: Range): Code {
  return place(cx, parseExpression(cx.text.slice(start, end)), start);
}

function place<Ast>(cx: Reading, parsed: Parsed<Ast>, offset: number): Code<Ast> {
  if (parsed.problems.length > 0) cx.problems.push(...shiftProblems(parsed.problems, offset));
  return { ast: parsed.ast, offset, start: offset, end: offset + parsed.text.length };
}

function readTag(cx: Reading, at: Range, inner: Range): void {
  const [, space = "", written = ""] = /^(\s*)([A-Za-z_]\w*)?/.exec(cx.text.slice(inner.start, inner.end)) ?? [];
  const word = { text: written, start: inner.start + space.length, end: inner.start + space.length + written.length };
  const rest = { start: word.end, end: inner.end };
  const tag = knownTag(cx, word);
  const block = cx.open.at(-1);
  switch (tag) {
    case undefined: return;
    case "if": openBlock(cx, { tag, opened: at, loop: undefined, branches: [{ ...at, code: readCode(cx, rest), body: [] }] }); return;
    case "for": {
      const loop = place(cx, parseLoop(cx.text.slice(word.start, inner.end)), word.start);
      openBlock(cx, { tag, opened: at, loop, branches: [{ ...at, code: undefined, body: [] }] });
      return;
    }
    case "elif":
      if (cx.refused > 0) return;
      if (block?.tag !== "if" || hasElse(block)) misplaced(cx, at, tag, "write it inside '{% if %}', before '{% else %}'");
      else block.branches.push({ ...at, code: readCode(cx, rest), body: [] });
      return;
    case "else":
      if (cx.refused > 0) return;
      if (block === undefined || hasElse(block)) misplaced(cx, at, tag, "write it once, inside '{% if %}' or '{% for %}'");
      else block.branches.push({ ...at, code: undefined, body: [] });
      refuseMore(cx, rest, tag);
      return;
    case "endif": case "endfor": closeBlock(cx, at, tag, rest); return;
    case "set": readSet(cx, at, rest); return;
    case "raw": case "endraw": misplaced(cx, at, tag, "write '{% raw %}' before it"); return;
    default: unreachable(tag, "readTag");
  }
}

/** The tag of this name, or the one that was meant by a slip, so that its end is not told to close nothing. */
function knownTag(cx: Reading, word: Word): TemplateTag | undefined {
  return templateTags.find((tag) => tag === word.text) ?? unknownTag(cx, word, cx.open.at(-1)?.tag);
}

function openBlock(cx: Reading, block: Block): void {
  if (cx.open.length < exprLimits.blocks) {
    cx.open.push(block);
    return;
  }
  if (cx.refused === 0) cx.problems.push(problem(exprLimit, block.opened, { what: "template", limit: `nested more than ${exprLimits.blocks} deep` }));
  cx.refused += 1;
}

function closeBlock(cx: Reading, at: Range, tag: "endif" | "endfor", rest: Range): void {
  if (cx.refused > 0) {
    cx.refused -= 1;
    return;
  }
  const wanted = tag === "endif" ? "if" : "for";
  if (!cx.open.some((each) => each.tag === wanted)) {
    const innermost = cx.open.at(-1);
    if (innermost !== undefined && lastEnd(cx, innermost.tag) <= at.end) {
      cx.problems.push(problem(templateSyntax, at, { what: `'{% ${tag} %}' does not close '${cx.text.slice(innermost.opened.start, innermost.opened.end)}'`, help: `write '{% end${innermost.tag} %}'` }));
      finishBlock(cx, at.end);
      return;
    }
    misplaced(cx, at, tag, `remove it, or open the block with '{% ${wanted} %}'`);
    return;
  }
  while (cx.open.at(-1)?.tag !== wanted) closeUnclosed(cx, at.start);
  finishBlock(cx, at.end);
  refuseMore(cx, rest, tag);
}

/** Where the text closes such a block for the last time, as far as a look at it can tell. */
function lastEnd(cx: Reading, tag: Block["tag"]): number {
  const known = cx.lastEnds?.get(tag) ?? cx.text.lastIndexOf(`end${tag}`);
  (cx.lastEnds ??= new Map()).set(tag, known);
  return known;
}

/** Reports the innermost block as never closed, and closes it. */
function closeUnclosed(cx: Reading, end: number): void {
  const block = cx.open.at(-1);
  if (block === undefined) return;
  cx.problems.push(problem(unclosedBlock, block.opened, { opened: cx.text.slice(block.opened.start, block.opened.end), closer: `{% end${block.tag} %}` }));
  finishBlock(cx, end);
}

function finishBlock(cx: Reading, end: number): void {
  const block = cx.open.pop();
  if (block !== undefined) add(cx, blockPart(block, end));
}

function readSet(cx: Reading, at: Range, rest: Range): void {
  const found = /^(\s*)([A-Za-z_]\w*)\s*=(?!=)/.exec(cx.text.slice(rest.start, rest.end));
  if (found === null) {
    (cx.unsupported ??= new Set()).add("set");
    cx.problems.push(problem(templateSyntax, at, { what: "'{% set %}' needs one name, '=' and a value", help: "write '{% set name = value %}'" }));
    return;
  }
  const [head, space = "", text = ""] = found;
  const start = rest.start + space.length;
  const name = { text, start, end: start + text.length };
  if (rootNames.some((root) => root === text)) cx.problems.push(problem(shadowedVariable, name, { name: text }));
  add(cx, { part: "set", ...at, name, to: readCode(cx, { start: rest.start + head.length, end: rest.end }) });
}

function misplaced(cx: Reading, at: Range, tag: TemplateTag, help: string): void {
  cx.problems.push(problem(templateSyntax, at, { what: tag.startsWith("end") ? `'{% ${tag} %}' closes nothing` : `'{% ${tag} %}' belongs to no block`, help }));
}

function refuseMore(cx: Reading, rest: Range, tag: TemplateTag): void {
  const extra = cx.text.slice(rest.start, rest.end).trim();
  if (extra === "") return;
  const start = cx.text.indexOf(extra, rest.start);
  cx.problems.push(problem(templateSyntax, { start, end: start + extra.length }, { what: `'${tag}' takes nothing behind it`, help: tag === "else" ? "write 'elif' for another condition" : "remove it" }));
}

function hasElse({ branches }: Block): boolean {
  return branches.length > 1 && branches.at(-1)?.code === undefined;
}

function blockPart({ tag, opened, loop, branches }: Block, end: number): TemplatePart {
  const range = { start: opened.start, end };
  const last = branches.at(-1);
  const otherwise = branches.length > 1 && last?.code === undefined ? (last?.body ?? []) : [];
  if (tag === "for" && loop !== undefined) return { part: "for", ...range, loop, body: branches[0]?.body ?? [], else: otherwise };
  const arms = branches.flatMap((branch): readonly Arm[] => (branch.code === undefined ? [] : [{ start: branch.start, end: branch.end, when: branch.code, body: branch.body }]));
  return { part: "if", ...range, arms, else: otherwise };
}

function unclosedSign({ opener, start, end }: Extract<Piece, { piece: "unclosed" }>): Problem {
  if (opener === "{#") return problem(unclosedBlock, { start, end }, { opened: opener, closer: "#}" });
  if (opener === "{% raw %}") return problem(unclosedBlock, { start, end }, { opened: opener, closer: "{% endraw %}" });
  const closer = opener === "{{" ? "}}" : "%}";
  return problem(templateSyntax, { start, end }, { what: `expected '${closer}'`, help: `close '${opener}' with '${closer}'` });
}

/** References as other tools write them: `${NAME}` and `{state.key}`. */
function foreignBraces({ start, text }: Range & { readonly text: string }): readonly Problem[] {
  return [...text.matchAll(/(\$)\{(\w+(?:\.\w+)*)\}|\{((?:state|env|output|execution|node)[.[](?:[^{}\n'"]|'[^{}']*'|"[^{}"]*")+)\}/g)].flatMap((found) => {
    const [whole, dollar, shell, single = ""] = found;
    // Words in braces that are no expression are a text in braces.
    if (dollar === undefined && parseExpression(single).problems.length > 0) return [];
    const at = { start: start + found.index, end: start + found.index + whole.length };
    const name = shell?.includes(".") === false ? `env.${shell}` : shell;
    const instead = `{{ ${onOneLine(name ?? single)} }}`;
    const edits = name === undefined ? [{ start: at.start, end: at.start + 1, text: "{{ " }, { start: at.end - 1, end: at.end, text: " }}" }] : [{ ...at, text: instead }];
    return [problem(literalBraces, at, { found: onOneLine(whole), instead }, { fixes: [{ title: `write ${instead}`, safety: "unsafe", edits }] })];
  });
}

/** Code as a message shows it. */
function onOneLine(code: string): string {
  return code.replaceAll("\n", "\\n");
}
