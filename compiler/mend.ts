import type { Diagnostic, Fix } from "./diagnostics/define.ts";
import type { BlockTable, IncludedFile, Range, SourceText } from "./source/text.ts";
import type { Compiled } from "./workspace.ts";

/** A document after its fixes were applied. */
export interface Mended {
  /** The judgement of what the document has become. */
  readonly compiled: Compiled;
  /** What was mended, in the order in which it was. */
  readonly applied: readonly { readonly code: string; readonly title: string }[];
  /** The included files that changed, as they were, with their new texts. */
  readonly files: readonly { readonly file: IncludedFile; readonly text: string }[];
}

/** The texts that included files have instead of their own, by their paths as the document writes them. */
export type IncludedTexts = ReadonlyMap<string, string>;

/** Unsafe fixes may undo each other; nobody's document needs this many rounds. */
const mostRounds = 50;

/**
 * `first` with its fixes applied: the safe ones, or with `unsafe` the first of each finding. Those that overlap wait for
 * the next round, in which the document is judged again, until none is left. Every character outside of their edits stays.
 * Places in included files are not edited.
 */
export function mend(first: Compiled, safety: Fix["safety"], compileAgain: (source: SourceText) => Compiled): Mended {
  return mendIn("document", first, safety, compileAgain);
}

/** As `mend`, in the files that the document includes as well. */
export function mendWithFiles(first: Compiled, safety: Fix["safety"], compileAgain: (source: SourceText, included: IncludedTexts) => Compiled): Mended {
  return mendIn("files", first, safety, compileAgain);
}

type Scope = "document" | "files";

function mendIn(scope: Scope, first: Compiled, safety: Fix["safety"], compileAgain: (source: SourceText, included: IncludedTexts) => Compiled): Mended {
  const applied: { readonly code: string; readonly title: string }[] = [];
  const included = new Map<string, string>();
  let compiled = first;
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = chooseFixes(compiled, safety, scope);
    if (chosen.length === 0) break;
    const { source, blocks: { files } } = compiled;
    const edits = chosen.flatMap((choice) => choice.edits);
    const text = edited(source.text, edits.filter(({ file }) => file === undefined));
    const changed = files.flatMap((file) => {
      const own = edited(file.source.text, edits.filter((edit) => edit.file === file));
      return own === file.source.text ? [] : [[file.path, own] as const];
    });
    if (text === source.text && changed.length === 0) break;
    for (const [path, own] of changed) included.set(path, own);
    applied.push(...chosen.map(({ code, fix }) => ({ code, title: fix.title })));
    compiled = compileAgain({ ...source, text }, included);
  }
  const asTheyWere = first.blocks.files.flatMap((file) => {
    const text = included.get(file.path);
    return text === undefined ? [] : [{ file, text }];
  });
  return { compiled, applied, files: asTheyWere };
}

/** Of an included file by its own offsets. */
interface PlacedEdit extends Range {
  readonly text: string;
  readonly file: IncludedFile | undefined;
}

interface Choice {
  readonly code: string;
  readonly fix: Fix;
  readonly edits: readonly PlacedEdit[];
}

/** The fixes that can be applied together, each whole, earlier findings first. */
function chooseFixes({ diagnostics, blocks }: Compiled, safety: Fix["safety"], scope: Scope): readonly Choice[] {
  const taken: PlacedEdit[] = [];
  return diagnostics.flatMap((diagnostic): readonly Choice[] => {
    const fix = fixOf(diagnostic, safety);
    if (fix === undefined) return [];
    const edits = placed(fix, blocks);
    if (scope === "document" && edits.some(({ file }) => file !== undefined)) return [];
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
  return edits.map(({ span, text }) => {
    const file = blocks.fileOf(span);
    return file === undefined ? { ...blocks.absolute(span), text, file } : { start: span.start, end: span.end, text, file };
  });
}

/** Two edits at one place have no order, and what one takes away the other cannot change. */
function touches(a: PlacedEdit, b: PlacedEdit): boolean {
  if (a.file !== b.file) return false;
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
