import type { DefinitionParams, Location } from "vscode-languageserver";
import type { FlowRole, TypedWorkflow } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { FilePlace } from "../host.ts";
import type { Library } from "../library.ts";
import { nameAt, namesCalled } from "../name-at.ts";
import type { Occurrence } from "../names/occurrence.ts";
import { placesOf as textPlaces, type Encoding } from "../places.ts";
import type { Snapshot } from "../snapshot.ts";
import { locationOf, meaningsAt, placesOf, type Meaning } from "../symbols.ts";

/** Where what stands at an offset is declared; where nothing declares it, who writes it. */
export function definitionsAt(snapshot: Snapshot, offset: number, library: Library, encoding: Encoding): readonly Location[] {
  const occurrence = nameAt(snapshot, offset);
  if (occurrence?.of === "root" && snapshot.typed !== undefined) return rootNodes(snapshot.typed, occurrence).flatMap((node) => snapshot.typed?.nodes[node] ?? []).map(({ bound }) => snapshot.locationOf(bound.ast.id.span));
  return meaningsAt(snapshot, offset, library).flatMap((meaning) => declarationsOf(meaning, snapshot, library, encoding));
}

function declarationsOf(meaning: Meaning, snapshot: Snapshot, library: Library, encoding: Encoding): readonly Location[] {
  const { of, home, id } = meaning;
  if (of === "file") return [{ uri: home, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }];
  if (of === "server" || of === "tool" || of === "model") {
    const own = namesCalled(snapshot, of, id).filter(({ occurrence: { role } }) => role === "declare").slice(0, 1);
    const place = own.length === 0 ? library.declared(snapshot.uri, of, id) : undefined;
    return place === undefined ? own.map(locationOf) : [locationIn(place, encoding)];
  }
  const places = placesOf([meaning], snapshot, library);
  const declared = places.filter(({ occurrence: { role } }) => role === "declare");
  const written = places.filter(({ occurrence: { role } }) => role === "write");
  return (declared.length > 0 ? declared : written).map(locationOf);
}

function locationIn(place: FilePlace, encoding: Encoding): Location {
  return { uri: place.uri, range: textPlaces(place.text, encoding).rangeOf(place) };
}

/** The nodes that a root comes from where a node reads it: the one whose output it is, those that failed, those that judge. */
function rootNodes({ bound }: TypedWorkflow, { name, id, node }: Occurrence): readonly number[] {
  const reader = node === undefined ? undefined : bound.nodes[node];
  if (node === undefined || reader === undefined) return [];
  const leadingHere = (role: FlowRole): readonly number[] => [...bound.graph.edges, ...bound.graph.feedback].filter((edge) => edge.to === node && edge.role === role).map(({ from }) => from);
  switch (name) {
    case "output": return id.endsWith("route") ? [node] : reader.subject === undefined ? [] : [reader.subject];
    case "event": case "node": return [node];
    case "error": return leadingHere("error");
    case "feedback": return leadingHere("feedback");
    default: return [];
  }
}

export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  serve: ({ connection, answeringNames, library, client }) => {
    connection.onDefinition(answeringNames<DefinitionParams, Location[]>([], (snapshot, { position }) => [...definitionsAt(snapshot, snapshot.places.offsetAt(position), library, client().encoding)]));
  },
};
