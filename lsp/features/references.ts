import type { Location, ReferenceParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import type { Snapshot } from "../snapshot.ts";
import { locationOf, meaningsAt, placesOf } from "../symbols.ts";

/** Every place, in all documents, of what stands at an offset. */
export function referencesAt(snapshot: Snapshot, offset: number, library: Library, which: "all" | "uses"): readonly Location[] {
  return placesOf(meaningsAt(snapshot, offset, library), snapshot, library)
    .filter(({ occurrence: { role } }) => which === "all" || role !== "declare")
    .map(locationOf);
}

export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  serve: ({ connection, answeringNames, library }) => {
    connection.onReferences(answeringNames<ReferenceParams, Location[]>([], (snapshot, { position, context }) => [...referencesAt(snapshot, snapshot.places.offsetAt(position), library, context.includeDeclaration ? "all" : "uses")]));
  },
};
