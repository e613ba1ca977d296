import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import { spotIn, type Range, type TypedSite, type YamlNode } from "../../compiler/index.ts";
import { codeAt, type CodePlace } from "../code-at.ts";
import type { Feature } from "../feature.ts";
import { workflowAt, type Snapshot } from "../snapshot.ts";
import { stepsTo } from "../tree-path.ts";

/** What an editor selects at an offset, step by step: the whole document first, the word last. Each lies within the one before. */
export function selectionsAt(snapshot: Snapshot, offset: number): readonly Range[] {
  const { source: { text } } = snapshot;
  const workflow = workflowAt(snapshot, offset);
  const { blocks } = workflow.compiled;
  const place = codeAt(workflow, offset);
  const inCode = place === undefined ? [] : rangesInCode(place).map(({ start, end }) => blocks.absolute(place.site.site.text.locate(start, end)));
  const selected: Range[] = [{ start: 0, end: text.length }];
  for (const range of [...rangesInTree(snapshot, offset), ...inCode, lineAround(text, offset), wordAround(text, offset, place === undefined ? /[\w-]/ : /\w/)]) {
    const outer = selected.at(-1);
    const isWithin = outer !== undefined && outer.start <= range.start && range.end <= outer.end && range.end - range.start < outer.end - outer.start;
    if (isWithin && range.start <= offset && offset <= range.end) selected.push(range);
  }
  return selected;
}

/** Entries, items and their values; a text with its quotes and without. */
function rangesInTree({ tree, source: { text } }: Snapshot, offset: number): readonly Range[] {
  return stepsTo(tree?.root, offset).flatMap((step) => {
    if (step.kind === "item") return [trimmed(text, step.item), ...contentOf(step.item)];
    const { entry } = step;
    const isInKey = offset <= entry.key.end;
    const inner = isInKey ? entry.key : entry.value;
    return [trimmed(text, entry), trimmed(text, inner), ...contentOf(inner)];
  });
}

function trimmed(text: string, { start, end }: Range): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function contentOf(node: YamlNode): readonly Range[] {
  if (node.kind !== "scalar" || (node.style !== "single" && node.style !== "double")) return [];
  return [{ start: node.start + 1, end: node.end - 1 }];
}

type Parts = Extract<TypedSite["code"], { as: "template" }>["parsed"]["parts"];

/** Blocks of a template, its code, and the parts of an expression, from the outside in; offsets are those of the site's text. */
function rangesInCode({ site, at }: CodePlace): readonly Range[] {
  const { code } = site;
  const ranges: Range[] = code.as === "template" ? [...partsAround(code.parsed.parts, at)] : [];
  const spot = spotIn(site, at);
  for (const { start, end } of spot?.trail ?? []) ranges.push({ start: start + (spot?.offset ?? 0), end: end + (spot?.offset ?? 0) });
  return ranges;
}

function partsAround(parts: Parts, at: number): readonly Range[] {
  const part = parts.find(({ start, end }) => start <= at && at <= end);
  if (part === undefined || part.part === "text") return [];
  const bodies = part.part === "if" ? [...part.arms.map(({ body }) => body), part.else] : part.part === "for" ? [part.body, part.else] : [];
  return [part, ...bodies.flatMap((body) => partsAround(body, at))];
}

function lineAround(text: string, offset: number): Range {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lineBreak = text.indexOf("\n", offset);
  const end = lineBreak < 0 ? text.length : lineBreak;
  const line = text.slice(start, end);
  return { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
}

/** The letters around an offset: in code, `-` is none. */
function wordAround(text: string, offset: number, letter: RegExp): Range {
  let [start, end] = [offset, offset];
  while (start > 0 && letter.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && letter.test(text.charAt(end))) end += 1;
  return { start, end };
}

export const selection: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  serve: ({ connection, answering }) => {
    connection.onSelectionRanges(answering<SelectionRangeParams, SelectionRange[]>([], (snapshot, { positions }) => positions.map((position) => {
      const [whole, ...inner] = selectionsAt(snapshot, snapshot.places.offsetAt(position)).map(snapshot.places.rangeOf);
      const outermost: SelectionRange = { range: whole ?? { start: position, end: position } };
      return inner.reduce<SelectionRange>((parent, range) => ({ range, parent }), outermost);
    })));
  },
};
