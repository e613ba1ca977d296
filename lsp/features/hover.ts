import type { Hover, HoverParams } from "vscode-languageserver";
import { lockedCalls, memberOf, type TypedWorkflow } from "../../compiler/index.ts";
import { codeAt, nodeAt, suppliedIn } from "../code-at.ts";
import { declaredAt } from "../declared.ts";
import type { Feature } from "../feature.ts";
import { codePage, type CodePage } from "../hover/code.ts";
import { findingParagraphs } from "../hover/findings.ts";
import { keyPage } from "../hover/keys.ts";
import { namesOf, stateParagraphs } from "../hover/names.ts";
import { argumentParagraphs } from "../hover/tools.ts";
import { unitParagraphs } from "../hover/units.ts";
import { markdown, pageOf, plainText, type Markup } from "../markup.ts";
import { nameAt } from "../name-at.ts";
import { readingsOf, unreadSite, type Reading } from "../prompt-readings.ts";
import { isPromptFile, type Snapshot } from "../snapshot.ts";
import { schemasAt } from "../tool-schema.ts";

/** Paragraphs about a range of the document. */
interface Told {
  readonly start: number;
  readonly end: number;
  readonly paragraphs: readonly (string | undefined)[];
}

/** What is known of the place under the cursor: of code, of a name, or of a key; and why what is wrong there matters. Those who read a prompt file know what its code is. */
export function hoverAt(snapshot: Snapshot, offset: number, markup: Markup, readings: () => readonly Reading[] = () => []): Hover | undefined {
  const told = isPromptFile(snapshot) ? toldOfPrompt(snapshot, offset, markup, readings()) : toldOfCode(snapshot, offset, markup) ?? toldOfName(snapshot, offset, markup) ?? toldOfArgument(snapshot, offset, markup) ?? toldOfKey(snapshot, offset, markup);
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
  return { ...range, paragraphs: withKey(typed, page, markup) };
}

/** What is said of code, and of the key of the state that it is. */
function withKey(typed: TypedWorkflow, { stateKey, paragraphs }: CodePage, markup: Markup): CodePage["paragraphs"] {
  if (stateKey === undefined) return paragraphs;
  const ofKey = stateParagraphs(typed, stateKey, markup);
  // The type of one that is declared is said already; one that is not has none.
  return typed.bound.state.has(stateKey) || !typed.bound.stateComplete ? [...paragraphs, ...ofKey.slice(1)] : ofKey;
}

/** So many workflows are asked what the code of a prompt file is to them. */
const mostReaders = 3;

function toldOfPrompt(prompt: Snapshot, offset: number, markup: Markup, readings: readonly Reading[]): Told | undefined {
  // One node of each workflow speaks for it, and only of the text as it stands now.
  const byWorkflow = new Map(readings.filter(({ site }) => site.site.text.value === prompt.source.text).map((reading) => [reading.typed, reading]));
  const readers = [...byWorkflow.values()].slice(0, mostReaders);
  const pages = readers.flatMap(({ typed, site }) => {
    const page = codePage({ site, at: offset }, markup);
    return page === undefined ? [] : [{ page, name: memberOf(typed.bound.ast.header, "id", "text")?.value, paragraphs: withKey(typed, page, markup) }];
  });
  const page = readers.length === 0 ? codePage({ site: unreadSite(prompt), at: offset }, markup) : pages[0]?.page;
  if (page === undefined) return undefined;
  const isSame = pages.every(({ paragraphs }) => paragraphs.join("\0") === pages[0]?.paragraphs.join("\0"));
  const paragraphs = readers.length === 0 ? page.paragraphs : isSame ? pages[0]?.paragraphs ?? [] : pages.flatMap(({ name, paragraphs: own }) => [`In ${markup.code(name ?? "a workflow")}:`, ...own]);
  return { start: page.start, end: page.end, paragraphs };
}

function toldOfName(snapshot: Snapshot, offset: number, markup: Markup): Told | undefined {
  const { typed, compiled } = snapshot;
  const { blocks } = compiled;
  const name = typed === undefined || snapshot.holder !== undefined ? nameAt(snapshot, offset) : undefined;
  if (name?.of === "unit") return { ...blocks.absolute(name.span), paragraphs: unitParagraphs(snapshot, name.id, markup) };
  if (typed === undefined) return undefined;
  const node = nodeAt(typed, compiled, offset);
  const supplied = node === undefined ? suppliedIn(typed) : undefined;
  for (const { span, paragraphs } of [...namesOf(typed, node?.bound), ...(supplied === undefined ? [] : namesOf(typed, supplied.bound))]) {
    if (blocks.fileOf(span) !== undefined) continue;
    const { start, end } = blocks.absolute(span);
    if (start <= offset && offset <= end) return { start, end, paragraphs: paragraphs(markup) };
  }
  return undefined;
}

/** What the lock says of a key among the arguments of a tool, however deep it stands. */
function toldOfArgument({ tree, typed, compiled }: Snapshot, offset: number, markup: Markup): Told | undefined {
  // A tree costs a reading of the whole text: who has no lock need not ask for it.
  if (typed === undefined || typed.bound.lock.size === 0) return undefined;
  const node = nodeAt(typed, compiled, offset);
  const tool = node && lockedCalls(typed.bound, node.bound).find(({ own }) => own)?.tool;
  if (tool === undefined || tree === undefined) return undefined;
  const steps = declaredAt(tree, offset);
  const whole = steps.findIndex(({ field }) => field?.shape === "map" && field.of.shape === "value" && field.of.sink === "arguments");
  const last = steps.at(-1)?.step;
  if (whole === -1 || whole === steps.length - 1 || last?.kind !== "entry" || offset > last.entry.key.end) return undefined;
  const path = steps.slice(whole + 1).map(({ step }) => (step.kind === "entry" ? step.entry.name : undefined));
  return schemasAt(tool, path).length === 0 ? undefined : { ...last.entry.key, paragraphs: argumentParagraphs(tool, path, markup) };
}

function toldOfKey({ tree, project }: Snapshot, offset: number, markup: Markup): Told | undefined {
  const page = tree && keyPage(declaredAt(tree, offset).at(-1), offset, project, markup);
  return page && { start: page.at.start, end: page.at.end, paragraphs: page.paragraphs };
}

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: ({ connection, client, answering, library }) => {
    connection.onHover(answering<HoverParams, Hover | undefined>(undefined, (snapshot, { position }) => hoverAt(snapshot, snapshot.places.offsetAt(position), client().hasMarkdown ? markdown : plainText, () => readingsOf(snapshot, library))));
  },
};
