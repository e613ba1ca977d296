import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from "vscode-languageserver";
import type { Range, TypedSite, YamlNode } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { Snapshot } from "../snapshot.ts";

/** A range of whole lines that can be hidden behind its first one, and how deep it lies. */
interface Fold {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly isComment?: true;
}

/**
 * What can be folded, in the order of the text: entries and items over several lines, comments that stand together, and
 * blocks of templates. Each line begins at most one; where there are more than `most`, the outermost.
 */
export function foldsOf(snapshot: Snapshot, most = Infinity): readonly FoldingRange[] {
  const byStart = new Map<number, Fold>();
  for (const fold of [...foldsOfTree(snapshot), ...foldsOfComments(snapshot), ...foldsOfTemplates(snapshot)]) {
    if (fold.end > fold.start && !byStart.has(fold.start)) byStart.set(fold.start, fold);
  }
  const all = [...byStart.values()];
  const kept = all.length > most ? [...all].sort((a, b) => a.depth - b.depth || a.start - b.start).slice(0, most) : all;
  return kept.sort((a, b) => a.start - b.start).map(({ start, end, isComment }) => ({ startLine: start, endLine: end, ...(isComment === undefined ? {} : { kind: FoldingRangeKind.Comment }) }));
}

function foldsOfTree({ tree, places, source: { text } }: Snapshot): readonly Fold[] {
  const folds: Fold[] = [];
  const add = ({ start, end }: Range, value: YamlNode, depth: number): void => {
    if (value.alias !== undefined || (value.kind === "scalar" && !value.raw.includes("\n"))) return;
    folds.push({ start: places.positionAt(start).line, end: places.positionAt(endOfText(text, end)).line, depth });
    walk(value, depth + 1);
  };
  const walk = (node: YamlNode, depth: number): void => {
    if (node.kind === "mapping") for (const entry of node.entries) add(entry, entry.value, depth);
    else if (node.kind === "sequence") for (const item of node.items) add(item, item, depth);
  };
  if (tree?.root !== undefined) walk(tree.root, 0);
  return folds;
}

/** Behind the last character that is no white space. */
function endOfText(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Comments on lines of their own, one below the other. */
function foldsOfComments({ tree, places, source: { text } }: Snapshot): readonly Fold[] {
  const folds: { start: number; end: number; depth: number; isComment: true }[] = [];
  for (const { start } of tree?.comments ?? []) {
    const { line } = places.positionAt(start);
    if (text.slice(places.offsetAt({ line, character: 0 }), start).trim() !== "") continue;
    const last = folds.at(-1);
    if (last !== undefined && last.end === line - 1) last.end = line;
    else folds.push({ start: line, end: line, depth: 0, isComment: true });
  }
  return folds;
}

/** `{% if %}` and `{% for %}` over several lines, up to the line before the tag that ends them. */
function foldsOfTemplates({ typed, compiled: { blocks }, places }: Snapshot): readonly Fold[] {
  const sites = (typed?.nodes ?? []).flatMap((node) => node.sites).filter(({ site, code }) => code.as === "template" && code.parsed.text.includes("{%") && blocks.fileOf(site.text.span) === undefined);
  return sites.flatMap((typedSite) => blockRanges(typedSite).map(({ start, end, depth }): Fold => {
    const range = blocks.absolute(typedSite.site.text.locate(start, end));
    return { start: places.positionAt(range.start).line, end: places.positionAt(range.end).line - 1, depth };
  }));
}

type Parts = Extract<TypedSite["code"], { as: "template" }>["parsed"]["parts"];

/** Far below everything of the tree. */
const depthOfCode = 100;

function blockRanges({ code }: TypedSite): readonly (Range & { readonly depth: number })[] {
  const found: (Range & { readonly depth: number })[] = [];
  const walk = (parts: Parts, depth: number): void => {
    for (const part of parts) {
      if (part.part !== "if" && part.part !== "for") continue;
      found.push({ start: part.start, end: part.end, depth });
      for (const body of part.part === "if" ? [...part.arms.map((arm) => arm.body), part.else] : [part.body, part.else]) walk(body, depth + 1);
    }
  };
  if (code.as === "template") walk(code.parsed.parts, depthOfCode);
  return found;
}

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  serve: ({ connection, client, answering }) => {
    connection.onFoldingRanges(answering<FoldingRangeParams, FoldingRange[]>([], (snapshot) => [...foldsOf(snapshot, client().capabilities.textDocument?.foldingRange?.rangeLimit)]));
  },
};
