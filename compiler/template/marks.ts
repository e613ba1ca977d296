import { unreachable } from "../../schemas/bug.ts";
import { inOrderOfText, lexicalMarks, markClause, markNames, type CodeMark } from "../expr/marks.ts";
import type { TemplatePart } from "./ast.ts";
import { scanTemplate } from "./scan.ts";

/** The marks of all code in a template; its text has none. */
export function marksOfTemplate(text: string, parts: readonly TemplatePart[]): readonly CodeMark[] {
  const lexical = scanTemplate(text).flatMap((piece): readonly CodeMark[] => {
    if (piece.piece === "text" || piece.piece === "stray") return [];
    const { start, end } = piece.inner;
    const isTag = piece.piece === "tag" || (piece.piece === "unclosed" && piece.opener !== "{{");
    const [, space = "", word = ""] = isTag ? (/^(\s*)([A-Za-z_]\w*)?/.exec(text.slice(start, end)) ?? []) : [];
    const from = start + space.length;
    const behind = from + word.length;
    return [...(word === "" ? [] : [{ start: from, end: behind, as: "keyword" as const }]), ...lexicalMarks(text.slice(behind, end), behind)];
  });
  const names: CodeMark[] = [];
  markParts(parts, new Set(), names);
  return inOrderOfText(lexical, names);
}

/** Marks the names in `parts`; gives the variables that are known behind them. */
function markParts(parts: readonly TemplatePart[], locals: ReadonlySet<string>, marks: CodeMark[]): ReadonlySet<string> {
  return parts.reduce((known, part) => markPart(part, known, marks), locals);
}

function markPart(part: TemplatePart, locals: ReadonlySet<string>, marks: CodeMark[]): ReadonlySet<string> {
  switch (part.part) {
    case "text": return locals;
    case "out": markNames(part.of.ast, locals, part.of.offset, marks); return locals;
    case "set": {
      const { name, to } = part;
      if (name.end > name.start) marks.push({ start: name.start, end: name.end, as: "variable", isNew: true });
      markNames(to.ast, locals, to.offset, marks);
      return new Set([...locals, name.text]);
    }
    case "if": {
      const known = new Set(locals);
      const note = (body: readonly TemplatePart[]): void => markParts(body, locals, marks).forEach((name) => known.add(name));
      for (const { when, body } of part.arms) {
        markNames(when.ast, locals, when.offset, marks);
        note(body);
      }
      note(part.else);
      return known;
    }
    case "for": {
      const { ast, offset } = part.loop;
      markParts(part.body, new Set([...markClause(ast, locals, offset, marks), "loop"]), marks);
      markParts(part.else, locals, marks);
      return locals;
    }
    default: return unreachable(part, "markPart");
  }
}
