import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from "vscode-languageserver";
import type { Range, TypedSite, YamlNode } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import { workflowsIn, type Snapshot } from "../snapshot.ts";

/** A range of whole lines that can be hidden behind its first one. */
interface Fold {
  readonly start: number;
  readonly end: number;
  readonly isComment?: true;
}

/**
 * What can be folded, in the order of the text: entries and items over several lines, comments that stand together, and
 * blocks of templates. Each line begins at most one; where there are more than `most`, the outermost.
 */
export function foldsOf(snapshot: Snapshot, most = Infinity): readonly FoldingRange[] {
  const last = known.get(snapshot);
  if (last?.most === most) return last.folds;
  const folds = readFolds(snapshot, most);
  known.set(snapshot, { most, folds });
  return folds;
}

/** Of one text, each that looks at it asks again. */
const known = new WeakMap<Snapshot, { readonly most: number; readonly folds: readonly FoldingRange[] }>();

function readFolds(snapshot: Snapshot, most: number): readonly FoldingRange[] {
  const byStart = new Map<number, Fold>();
  const add = (fold: Fold): void => void (fold.end > fold.start && !byStart.has(fold.start) && byStart.set(fold.start, fold));
  foldsOfComments(snapshot).forEach(add);
  // Level by level: of a long document, nobody looks at what an editor does not take.
  for (let level = partsOf(snapshot.tree?.root); level.length > 0 && byStart.size < most;) {
    level.forEach(({ range }) => add(foldOf(snapshot, range)));
    level = level.flatMap(({ value }) => partsOf(value));
  }
  if (byStart.size < most) workflowsIn(snapshot).flatMap(foldsOfTemplates).forEach(add);
  return [...byStart.values()].slice(0, most).sort((a, b) => a.start - b.start).map(({ start, end, isComment }) => ({ startLine: start, endLine: end, ...(isComment === undefined ? {} : { kind: FoldingRangeKind.Comment }) }));
}

/** An entry or an item, and its value. */
interface TreePart {
  readonly range: Range;
  readonly value: YamlNode;
}

/** The parts of a value that may go over several lines. */
function partsOf(node: YamlNode | undefined): readonly TreePart[] {
  const parts = node?.kind === "mapping" ? node.entries.map((entry) => ({ range: entry, value: entry.value })) : node?.kind === "sequence" ? node.items.map((item) => ({ range: item, value: item })) : [];
  return parts.filter(({ value }) => value.alias === undefined && (value.kind !== "scalar" || value.raw.includes("\n")));
}

function foldOf({ places, source: { text } }: Snapshot, { start, end }: Range): Fold {
  return { start: places.positionAt(start).line, end: places.positionAt(endOfText(text, end)).line };
}

/** Behind the last character that is no white space. */
function endOfText(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Comments on lines of their own, one below the other. */
function foldsOfComments({ tree, places, source: { text } }: Snapshot): readonly Fold[] {
  const folds: { start: number; end: number; isComment: true }[] = [];
  for (const { start } of tree?.comments ?? []) {
    const { line } = places.positionAt(start);
    if (text.slice(places.offsetAt({ line, character: 0 }), start).trim() !== "") continue;
    const last = folds.at(-1);
    if (last !== undefined && last.end === line - 1) last.end = line;
    else folds.push({ start: line, end: line, isComment: true });
  }
  return folds;
}

/** `{% if %}` and `{% for %}` over several lines, up to the line before the tag that ends them. */
function foldsOfTemplates({ typed, compiled: { blocks }, places }: Snapshot): readonly Fold[] {
  const sites = (typed?.nodes ?? []).flatMap((node) => node.sites).filter(({ site, code }) => code.as === "template" && code.parsed.text.includes("{%") && blocks.fileOf(site.text.span) === undefined);
  return sites.flatMap((typedSite) => blockRanges(typedSite).map(({ start, end }): Fold => {
    const range = blocks.absolute(typedSite.site.text.locate(start, end));
    return { start: places.positionAt(range.start).line, end: places.positionAt(range.end).line - 1 };
  }));
}

type Parts = Extract<TypedSite["code"], { as: "template" }>["parsed"]["parts"];

function blockRanges({ code }: TypedSite): readonly Range[] {
  const found: Range[] = [];
  const walk = (parts: Parts): void => {
    for (const part of parts) {
      if (part.part !== "if" && part.part !== "for") continue;
      found.push(part);
      for (const body of part.part === "if" ? [...part.arms.map((arm) => arm.body), part.else] : [part.body, part.else]) walk(body);
    }
  };
  if (code.as === "template") walk(code.parsed.parts);
  return found;
}

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  serve: ({ connection, client, answeringWhole }) => {
    connection.onFoldingRanges(answeringWhole<FoldingRangeParams, FoldingRange[]>([], (parts) => {
      const most = client().capabilities.textDocument?.foldingRange?.rangeLimit;
      return parts.flatMap((snapshot) => foldsOf(snapshot, most)).slice(0, most);
    }));
  },
};
