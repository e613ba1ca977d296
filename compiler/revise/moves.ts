import type { Span } from "../../schemas/span.ts";
import type { Diagnostic, Fix, Related, TextEdit } from "../diagnostics/define.ts";
import type { ChangedNode } from "../syntax/blocks.ts";

/** Where a span of the old text is in the new one; undefined for a span that begins or ends in what changed, or beside it. */
export type Moves = (span: Span) => Span | undefined;

/** The moves of all spans of a file of which one block has changed; block `""` is the file. */
export function movesOf({ id, start, lead, before, after }: ChangedNode): Moves {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  let sameEnd = 0;
  while (sameEnd < most - same && before.charCodeAt(before.length - 1 - sameEnd) === after.charCodeAt(after.length - 1 - sameEnd)) sameEnd += 1;
  const behind = before.length - sameEnd;
  const longer = after.length - before.length;
  const moved = (offset: number): number | undefined => (offset < same ? offset : offset > behind ? offset + longer : undefined);
  const spanFrom = (span: Span, origin: number): Span | undefined => {
    const [from, to] = [moved(span.start - origin), moved(span.end - origin)];
    if (from === undefined || to === undefined) return undefined;
    return from === span.start - origin && to === span.end - origin ? span : { block: span.block, start: from + origin, end: to + origin };
  };
  return (span) => (span.block === id ? spanFrom(span, -lead) : span.block === "" ? spanFrom(span, start) : span);
}

/** The same findings where they stand now; undefined if the place of one of them is not known. */
export function movedFindings(findings: readonly Diagnostic[], moves: Moves): readonly Diagnostic[] | undefined {
  let isSame = true;
  const all: Diagnostic[] = [];
  for (const finding of findings) {
    const moved = movedFinding(finding, moves);
    if (moved === undefined) return undefined;
    isSame &&= moved === finding;
    all.push(moved);
  }
  return isSame ? findings : all;
}

/** Written out, since of many findings hardly any moves. */
function staysPut({ span, related, fixes }: Diagnostic, moves: Moves): boolean {
  if (moves(span) !== span) return false;
  for (const each of related) if (moves(each.span) !== each.span) return false;
  for (const { edits } of fixes) for (const edit of edits) if (moves(edit.span) !== edit.span) return false;
  return true;
}

function movedFinding(finding: Diagnostic, moves: Moves): Diagnostic | undefined {
  if (staysPut(finding, moves)) return finding;
  const span = moves(finding.span);
  const related = movedAll(finding.related, (each: Related) => movedPlace(each, moves));
  const fixes = movedAll(finding.fixes, (fix: Fix) => {
    const edits = movedAll(fix.edits, (edit: TextEdit) => movedPlace(edit, moves));
    return edits === fix.edits ? fix : edits && { ...fix, edits };
  });
  if (span === undefined || related === undefined || fixes === undefined) return undefined;
  return span === finding.span && related === finding.related && fixes === finding.fixes ? finding : { ...finding, span, related, fixes };
}

function movedPlace<T extends { readonly span: Span }>(placed: T, moves: Moves): T | undefined {
  const span = moves(placed.span);
  return span === placed.span ? placed : span && { ...placed, span };
}

/** All of `items` moved; the list itself where none of them moves, undefined where one cannot. */
function movedAll<T>(items: readonly T[], move: (item: T) => T | undefined): readonly T[] | undefined {
  const moved: T[] = [];
  let isSame = true;
  for (const item of items) {
    const now = move(item);
    if (now === undefined) return undefined;
    isSame &&= now === item;
    moved.push(now);
  }
  return isSame ? items : moved;
}
