import type { Diagnostic } from "./diagnostics/define.ts";
import type { BlockTable } from "./source/text.ts";

/** Most complaints shown of one file; the rest is counted. */
export const maxFindings = 100;

/**
 * Findings as a person reads them: in the order of the text, each once, the repeats of one mistake joined to its first
 * place, and the noise of one place silenced by nothing but order.
 */
export function inOrder(diagnostics: readonly Diagnostic[], blocks: BlockTable): readonly Diagnostic[] {
  const placed = diagnostics.map((diagnostic) => ({ diagnostic, at: blocks.absolute(diagnostic.span) }));
  placed.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || compareText(a.diagnostic.code, b.diagnostic.code));
  const kept: Diagnostic[] = [];
  const byKey = new Map<string, number>();
  for (const { diagnostic, at } of placed) {
    const place = diagnostic.once === true ? "" : `${at.start} ${at.end}`;
    const key = `${diagnostic.code} ${place} ${diagnostic.message}`;
    const first = byKey.get(key);
    if (first === undefined) {
      byKey.set(key, kept.push(diagnostic) - 1);
      continue;
    }
    const earlier = kept[first] as Diagnostic;
    const before = blocks.absolute(earlier.span);
    if (before.start === at.start && before.end === at.end) continue;
    kept[first] = {
      ...earlier,
      related: [...earlier.related, { span: diagnostic.span, message: "here too" }],
      fixes: joinFixes(earlier, diagnostic),
    };
  }
  return kept;
}

/** A fix of a repeated mistake mends every place; a fix that makes one insertion is made once. */
function joinFixes(first: Diagnostic, repeat: Diagnostic): Diagnostic["fixes"] {
  return first.fixes.map((fix) => {
    const other = repeat.fixes.find((each) => each.title === fix.title);
    const more = (other?.edits ?? []).filter((edit) => !fix.edits.some((known) => known.span.block === edit.span.block && known.span.start === edit.span.start && known.span.end === edit.span.end));
    return more.length === 0 ? fix : { ...fix, edits: [...fix.edits, ...more] };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
