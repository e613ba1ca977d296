import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { nameAt, namesCalled } from "../name-at.ts";
import type { Occurrence } from "../occurrences.ts";
import type { Snapshot } from "../snapshot.ts";

const kinds: { readonly [R in Occurrence["role"]]: DocumentHighlightKind } = {
  declare: DocumentHighlightKind.Write,
  lead: DocumentHighlightKind.Read,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

/** All places in the document of the name at `offset`. */
export function highlightsAt(snapshot: Snapshot, offset: number): readonly DocumentHighlight[] {
  const { places } = snapshot;
  const here = nameAt(snapshot, offset);
  if (here === undefined) return [];
  const same = namesCalled(snapshot, here.of, here.id).flatMap(({ snapshot: { compiled: { blocks } }, occurrence: { document, span, role } }) =>
    document === here.document && blocks.fileOf(span) === undefined ? [{ ...blocks.absolute(span), role }] : []);
  // What an anchor holds belongs to each node that has it.
  const once = new Map(same.map((each) => [each.start, each]));
  return [...once.values()].map(({ role, ...range }) => ({ range: places.rangeOf(range), kind: kinds[role] }));
}

export const highlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve: ({ connection, answeringNames }) => {
    connection.onDocumentHighlight(answeringNames<DocumentHighlightParams, DocumentHighlight[]>([], (snapshot, { position }) => [...highlightsAt(snapshot, snapshot.places.offsetAt(position))]));
  },
};
