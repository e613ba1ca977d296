import { isPrompt, looksLikeDocument } from "../compiler/index.ts";
import { namesInPrompt } from "./names/in-code.ts";
import { namesInTree } from "./names/in-tree.ts";
import type { NameKind, Occurrence } from "./names/occurrence.ts";
import { filesIn, inHeader, inNode, occurrencesCalled, occurrencesIn } from "./occurrences.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the document names at an offset, or directly behind it: of names in each other the innermost. */
export function nameAt(snapshot: Snapshot, offset: number): Occurrence | undefined {
  const { typed, compiled: { blocks }, source } = snapshot;
  if (typed === undefined) return narrowest(snapshot, ownNames(snapshot), offset);
  const { block } = blocks.relative({ start: offset, end: offset });
  const node = block.startsWith("nodes/") ? typed.nodes[typed.bound.byId.get(block.slice("nodes/".length)) ?? -1] : undefined;
  const near = narrowest(snapshot, node === undefined ? inHeader(typed) : inNode(typed, node), offset);
  // What an alias stands for may be written anywhere.
  return near ?? (source.text.includes("&") ? narrowest(snapshot, occurrencesIn(typed), offset) : undefined);
}

/** Every place, in a document and in the files that belong to it, of what it knows as `id`. */
export function namesCalled(snapshot: Snapshot, of: NameKind, id: string): readonly Occurrence[] {
  return snapshot.typed === undefined ? ownNames(snapshot).filter((name) => name.of === of && name.id === id) : occurrencesCalled(snapshot.typed, of, id);
}

/** Every path to a file in a document. */
export function filesNamed(snapshot: Snapshot): readonly Occurrence[] {
  return snapshot.typed === undefined ? ownNames(snapshot).filter(({ of }) => of === "file") : filesIn(snapshot.typed);
}

/** All that a document which is no workflow names. */
function ownNames(snapshot: Snapshot): readonly Occurrence[] {
  const { source, tree } = snapshot;
  const known = ofOthers.get(snapshot);
  if (known !== undefined) return known;
  const names = isPrompt(snapshot.uri) ? namesInPrompt(source.text) : tree === undefined || !looksLikeDocument(source.text) ? [] : namesInTree(tree, source.text);
  ofOthers.set(snapshot, names);
  return names;
}

const ofOthers = new WeakMap<Snapshot, readonly Occurrence[]>();

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
