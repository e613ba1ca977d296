import type { Diagnostic, Fix } from "./diagnostics/define.ts";
import type { BlockTable, Range, SourceText } from "./source/text.ts";
import type { Compiled } from "./workspace.ts";

/** A document after its fixes were applied. */
export interface Mended {
  /** The judgement of what the document has become. */
  readonly compiled: Compiled;
  /** What was mended, in the order in which it was. */
  readonly applied: readonly { readonly code: string; readonly title: string }[];
}

/** Unsafe fixes may undo each other; nobody's document needs this many rounds. */
const mostRounds = 50;

/**
 * `first` with its fixes applied: the safe ones, or with `unsafe` the first of each finding. Those that overlap wait for
 * the next round, in which the document is judged again, until none is left. Every character outside of their edits stays.
 * Places in included files are not edited.
 */
export function mend(first: Compiled, safety: Fix["safety"], compileAgain: (source: SourceText) => Compiled): Mended {
  const applied: { readonly code: string; readonly title: string }[] = [];
  let compiled = first;
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = chooseFixes(compiled, safety);
    if (chosen.length === 0) break;
    const text = edited(compiled.source.text, chosen.flatMap(({ edits }) => edits));
    if (text === compiled.source.text) break;
    applied.push(...chosen.map(({ code, fix }) => ({ code, title: fix.title })));
    compiled = compileAgain({ ...compiled.source, text });
  }
  return { compiled, applied };
}

interface PlacedEdit extends Range {
  readonly text: string;
}

interface Choice {
  readonly code: string;
  readonly fix: Fix;
  readonly edits: readonly PlacedEdit[];
}

/** The fixes that can be applied together, each whole, earlier findings first. */
function chooseFixes({ diagnostics, blocks }: Compiled, safety: Fix["safety"]): readonly Choice[] {
  const taken: PlacedEdit[] = [];
  return diagnostics.flatMap((diagnostic): readonly Choice[] => {
    const fix = fixOf(diagnostic, safety);
    if (fix === undefined || fix.edits.some(({ span }) => blocks.fileOf(span) !== undefined)) return [];
    const edits = placed(fix, blocks);
    if (edits.some((edit) => taken.some((other) => touches(edit, other)))) return [];
    taken.push(...edits);
    return [{ code: diagnostic.code, fix, edits }];
  });
}

function fixOf({ fixes }: Diagnostic, safety: Fix["safety"]): Fix | undefined {
  const safe = fixes.find((fix) => fix.safety === "safe");
  return safe ?? (safety === "unsafe" ? fixes[0] : undefined);
}

function placed({ edits }: Fix, blocks: BlockTable): readonly PlacedEdit[] {
  return edits.map(({ span, text }) => ({ ...blocks.absolute(span), text }));
}

/** Two edits at one place have no order, and what one takes away the other cannot change. */
function touches(a: Range, b: Range): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function edited(text: string, edits: readonly PlacedEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return parts.join("") + text.slice(from);
}
