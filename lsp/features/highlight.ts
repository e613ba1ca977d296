import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { occurrencesIn, type Occurrence } from "../occurrences.ts";
import type { Snapshot } from "../snapshot.ts";

const kinds: { readonly [R in Occurrence["role"]]: DocumentHighlightKind } = {
  declare: DocumentHighlightKind.Write,
  lead: DocumentHighlightKind.Read,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

/** All places in the document of the name at `offset`. */
function highlightsAt(snapshot: Snapshot, offset: number): readonly DocumentHighlight[] {
  const { typed, compiled: { blocks }, places } = snapshot;
  const own = typed === undefined ? [] : occurrencesIn(typed).filter(({ span }) => blocks.fileOf(span) === undefined);
  const here = own.find(({ span }) => {
    const { start, end } = blocks.absolute(span);
    return start <= offset && offset <= end;
  });
  if (here === undefined) return [];
  return own.filter((each) => each.of === here.of && each.name === here.name).map(({ span, role }) => ({ range: places.rangeOf(blocks.absolute(span)), kind: kinds[role] }));
}

export const highlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve: ({ connection, answering }) => {
    connection.onDocumentHighlight(answering<DocumentHighlightParams, DocumentHighlight[]>([], (snapshot, { position }) => [...highlightsAt(snapshot, snapshot.places.offsetAt(position))]));
  },
};
