import { capped } from "./diagnostics/capped.ts";
import type { Diagnostic, Fix, Related } from "./diagnostics/define.ts";
import type { BlockTable, Range } from "./source/text.ts";

interface Placed {
  readonly diagnostic: Diagnostic;
  readonly at: Range;
}

/** So many other places of one mistake are shown; the rest is counted. */
const mostPlaces = 8;

/**
 * Findings as a person reads them: in the order of the text, each once, the repeats of one mistake joined to its first
 * place, at most `limit` of them. Of a place that must not be shown, nothing else is said: it might repeat what stands there.
 */
export function inOrder(diagnostics: readonly Diagnostic[], blocks: BlockTable, limit: number): readonly Diagnostic[] {
  const placed = diagnostics.map((diagnostic): Placed => ({ diagnostic, at: blocks.absolute(diagnostic.span) }));
  placed.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || compareText(a.diagnostic.code, b.diagnostic.code));
  const groups: Placed[][] = [];
  const everywhere = new Map<string, Placed[]>();
  let here: Placed[][] = [];
  for (const each of withoutConcealed(placed)) {
    const { diagnostic, at } = each;
    const key = diagnostic.once === true ? `${diagnostic.code} ${diagnostic.message}` : undefined;
    // What stands at one place comes one behind the other.
    if (key === undefined && !isAt(here[0]?.[0], at)) here = [];
    const group = key === undefined ? here.find(([first]) => first?.diagnostic.code === diagnostic.code && first.diagnostic.message === diagnostic.message) : everywhere.get(key);
    if (group !== undefined && isAt(group.at(-1), at)) continue;
    if (group !== undefined) {
      group.push(each);
      continue;
    }
    const own = [each];
    groups.push(own);
    if (key === undefined) here.push(own);
    else everywhere.set(key, own);
  }
  return capped(groups.map((group) => joined(group.map(({ diagnostic }) => diagnostic))), limit);
}

function isAt(placed: Placed | undefined, { start, end }: Range): boolean {
  return placed !== undefined && placed.at.start === start && placed.at.end === end;
}

/** Those of `placed`, which stand in order, that do not point into a place that another one conceals. */
function withoutConcealed(placed: readonly Placed[]): readonly Placed[] {
  const concealed = placed.filter(({ diagnostic }) => diagnostic.conceals);
  let next = 0;
  return placed.filter(({ diagnostic, at }) => {
    while ((concealed[next]?.at.end ?? Infinity) <= at.start) next += 1;
    const cover = concealed[next];
    return cover === undefined || cover.diagnostic === diagnostic || at.start < cover.at.start || at.end > cover.at.end;
  });
}

/** One finding for one mistake at several places. */
function joined([first, ...repeats]: readonly Diagnostic[]): Diagnostic {
  const whole = first as Diagnostic;
  if (repeats.length === 0) return whole;
  const more = repeats.length - mostPlaces;
  const related = repeats.slice(0, mostPlaces).map(({ span }, index): Related => ({ span, message: more > 0 && index === mostPlaces - 1 ? `here too, and at ${more} more places` : "here too" }));
  return { ...whole, related: [...whole.related, ...related], fixes: whole.fixes.map((fix) => joinedFix(fix, repeats)) };
}

/** A fix of a repeated mistake mends every place; a fix that makes one insertion is made once. */
function joinedFix(fix: Fix, repeats: readonly Diagnostic[]): Fix {
  const others = repeats.flatMap(({ fixes }) => fixes.find((each) => each.title === fix.title)?.edits ?? []);
  const byPlace = new Map([...others, ...fix.edits].map((edit) => [`${edit.span.block} ${edit.span.start} ${edit.span.end}`, edit] as const));
  return { ...fix, edits: [...fix.edits, ...[...byPlace.values()].filter((edit) => !fix.edits.includes(edit))] };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
