import type { Hover, HoverParams } from "vscode-languageserver";
import { codeAt, nodeAt } from "../code-at.ts";
import { declaredAt } from "../declared.ts";
import type { Feature } from "../feature.ts";
import { codePage } from "../hover/code.ts";
import { findingParagraphs } from "../hover/findings.ts";
import { keyPage } from "../hover/keys.ts";
import { namesOf, stateParagraphs } from "../hover/names.ts";
import { unitParagraphs } from "../hover/units.ts";
import { markdown, pageOf, plainText, type Markup } from "../markup.ts";
import { nameAt } from "../name-at.ts";
import type { Snapshot } from "../snapshot.ts";

/** Paragraphs about a range of the document. */
interface Told {
  readonly start: number;
  readonly end: number;
  readonly paragraphs: readonly (string | undefined)[];
}

/** What is known of the place under the cursor: of code, of a name, or of a key; and why what is wrong there matters. */
export function hoverAt(snapshot: Snapshot, offset: number, markup: Markup): Hover | undefined {
  const told = toldOfCode(snapshot, offset, markup) ?? toldOfName(snapshot, offset, markup) ?? toldOfKey(snapshot, offset, markup);
  const contents = pageOf(markup, [...(told?.paragraphs ?? []), ...findingParagraphs(snapshot, offset, markup)]);
  return contents && { contents, ...(told === undefined ? {} : { range: snapshot.places.rangeOf(told) }) };
}

function toldOfCode(snapshot: Snapshot, offset: number, markup: Markup): Told | undefined {
  const { typed, compiled: { blocks } } = snapshot;
  const place = codeAt(snapshot, offset);
  const page = place && codePage(place, markup);
  if (typed === undefined || place === undefined || page === undefined) return undefined;
  const range = blocks.absolute(place.site.site.text.locate(page.start, page.end));
  // Between the lines of a text, what stands last before the cursor is not under it.
  if (offset < range.start || offset > range.end) return undefined;
  const { stateKey, paragraphs } = page;
  if (stateKey === undefined) return { ...range, paragraphs };
  const ofKey = stateParagraphs(typed, stateKey, markup);
  // The type of one that is declared is said already; one that is not has none.
  return { ...range, paragraphs: typed.bound.state.has(stateKey) || !typed.bound.stateComplete ? [...paragraphs, ...ofKey.slice(1)] : ofKey };
}

function toldOfName(snapshot: Snapshot, offset: number, markup: Markup): Told | undefined {
  const { typed, compiled } = snapshot;
  const { blocks } = compiled;
  const name = typed === undefined || snapshot.holder !== undefined ? nameAt(snapshot, offset) : undefined;
  if (name?.of === "unit") return { ...blocks.absolute(name.span), paragraphs: unitParagraphs(snapshot, name.id, markup) };
  if (typed === undefined) return undefined;
  for (const { span, paragraphs } of namesOf(typed, nodeAt(typed, compiled, offset)?.bound)) {
    if (blocks.fileOf(span) !== undefined) continue;
    const { start, end } = blocks.absolute(span);
    if (start <= offset && offset <= end) return { start, end, paragraphs: paragraphs(markup) };
  }
  return undefined;
}

function toldOfKey({ tree, project }: Snapshot, offset: number, markup: Markup): Told | undefined {
  const page = tree && keyPage(declaredAt(tree, offset).at(-1), offset, project, markup);
  return page && { start: page.at.start, end: page.at.end, paragraphs: page.paragraphs };
}

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: ({ connection, client, answering }) => {
    connection.onHover(answering<HoverParams, Hover | undefined>(undefined, (snapshot, { position }) => hoverAt(snapshot, snapshot.places.offsetAt(position), client().hasMarkdown ? markdown : plainText)));
  },
};
