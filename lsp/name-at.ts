import { looksLikeDocument } from "../compiler/index.ts";
import { namesInPrompt } from "./names/in-code.ts";
import { namesInTree } from "./names/in-tree.ts";
import { isScoped, type NameKind, type Occurrence } from "./names/occurrence.ts";
import { filesIn, inHeader, inNode, occurrencesCalled, occurrencesIn } from "./occurrences.ts";
import { familyOf, isPromptFile, type Snapshot } from "./snapshot.ts";

/** What the document names at an offset, or directly behind it: of names in each other the innermost. */
export function nameAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  const { typed, compiled: { blocks }, source, holder } = snapshot;
  if (typed === undefined) return narrowest(snapshot, ownNames(snapshot), offset);
  // The document around a workflow knows what else is named in it.
  if (holder !== undefined) return narrowest(snapshot, [...occurrencesIn(typed), ...givenIn(snapshot), ...ownNames(holder)], offset);
  const { block } = blocks.relative({ start: offset, end: offset });
  const node = block.startsWith("nodes/") ? typed.nodes[typed.bound.byId.get(block.slice("nodes/".length)) ?? -1] : undefined;
  const near = narrowest(snapshot, node === undefined ? inHeader(typed) : inNode(typed, node), offset);
  // What an alias stands for may be written anywhere.
  return near ?? (source.text.includes("&") ? narrowest(snapshot, occurrencesIn(typed), offset) : undefined);
}

/** A name, and the document or workflow that it stands in. */
export interface PlacedName {
  readonly snapshot: Snapshot;
  readonly occurrence: Occurrence;
}

/** Every place, in a document and in the files that belong to it, of what it knows as `id`: of what is no workflow's own, in all that the document holds. */
export function namesCalled(snapshot: Snapshot, of: NameKind, id: string): readonly PlacedName[] {
  const found = (isScoped(of) ? [snapshot] : familyOf(snapshot)).flatMap((each) => calledIn(each, of, id).map((occurrence) => ({ snapshot: each, occurrence })));
  if (snapshot.holder === undefined && snapshot.held.length === 0) return found;
  // What stands in a workflow, the document around it has seen, too.
  const once = new Map<string, PlacedName>();
  for (const each of found) {
    const { compiled: { blocks } } = each.snapshot;
    const { start, end } = blocks.absolute(each.occurrence.span);
    const place = `${blocks.fileOf(each.occurrence.span)?.path ?? ""} ${start} ${end}`;
    if (!once.has(place)) once.set(place, each);
  }
  return [...once.values()];
}

function calledIn(snapshot: Snapshot, of: NameKind, id: string): readonly Occurrence[] {
  const isIt = (name: Occurrence): boolean => name.of === of && name.id === id;
  return snapshot.typed === undefined ? ownNames(snapshot).filter(isIt) : [...occurrencesCalled(snapshot.typed, of, id), ...givenIn(snapshot).filter(isIt)];
}

/** What the document around a workflow names of it. */
function givenIn({ holder, path }: Snapshot): readonly Occurrence[] {
  return holder === undefined ? [] : ofHeld(holder).filter(({ within }) => within?.every((key, index) => path[index] === key));
}

/** Every path to a file in a document. */
export function filesNamed(snapshot: Snapshot): readonly Occurrence[] {
  return snapshot.typed === undefined ? ownNames(snapshot).filter(({ of }) => of === "file") : filesIn(snapshot.typed);
}

/** All that a document which is no workflow names, but for what is the own of workflows that it holds. */
function ownNames(snapshot: Snapshot): readonly Occurrence[] {
  return splitNames(snapshot).own;
}

/** What it names of those workflows. */
function ofHeld(snapshot: Snapshot): readonly Occurrence[] {
  return splitNames(snapshot).ofHeld;
}

interface SplitNames {
  readonly own: readonly Occurrence[];
  readonly ofHeld: readonly Occurrence[];
}

const ofOthers = new WeakMap<Snapshot, SplitNames>();

function splitNames(snapshot: Snapshot): SplitNames {
  const { source, tree, names: given } = snapshot;
  const known = ofOthers.get(snapshot);
  if (known !== undefined) return known;
  const isText = given !== undefined || isPromptFile(snapshot);
  const all = given ?? (isText ? namesInPrompt(source.text) : tree === undefined || !looksLikeDocument(source.text) ? [] : namesInTree(tree, source.text));
  const own = isText ? all : all.filter(({ of, document }) => !isScoped(of) || document !== undefined);
  const split = { own, ofHeld: isText ? [] : all.filter(({ within }) => within !== undefined) };
  ofOthers.set(snapshot, split);
  return split;
}

function narrowest({ compiled: { blocks } }: Snapshot, names: readonly Occurrence[], offset: number): Occurrence | undefined {
  let found: Occurrence | undefined;
  let width = Infinity;
  for (const name of names) {
    if (blocks.fileOf(name.span) !== undefined) continue;
    const { start, end } = blocks.absolute(name.span);
    if (start > offset || offset > end || end - start >= width) continue;
    found = name;
    width = end - start;
  }
  return found;
}
