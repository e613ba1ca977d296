import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { nameAt } from "../name-at.ts";
import { wordIn } from "../names/rewrite.ts";
import { occurrencesCalled } from "../occurrences.ts";
import type { Snapshot } from "../snapshot.ts";

/** The places of a node's id that change together while the author types in one of them; undefined elsewhere. */
function linkedAt(snapshot: Snapshot, offset: number): LinkedEditingRanges | undefined {
  const { typed, source, compiled: { blocks }, places } = snapshot;
  const here = nameAt(snapshot, offset);
  if (typed === undefined || here?.of !== "node" || here.role !== "declare") return undefined;
  const words = occurrencesCalled(typed, "node", here.id).map(({ span }) => wordIn(source.text, blocks.absolute(span)));
  // What is written with escapes is another text, though it means the same.
  const alike = new Map(words.filter(({ start, end }) => source.text.slice(start, end) === here.name).map((range) => [range.start, range]));
  return { ranges: [...alike.values()].map(places.rangeOf), wordPattern: "[a-z0-9_-]*" };
}

export const linkedEditing: Feature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  serve: ({ connection, answering }) => {
    connection.languages.onLinkedEditingRange(answering<LinkedEditingRangeParams, LinkedEditingRanges | null>(null, (snapshot, { position }) => linkedAt(snapshot, snapshot.places.offsetAt(position)) ?? null));
  },
};
