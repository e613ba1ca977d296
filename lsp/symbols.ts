import type { Location } from "vscode-languageserver";
import type { Library } from "./library.ts";
import { filesNamed, nameAt, namesCalled } from "./name-at.ts";
import type { NameKind, Occurrence } from "./names/occurrence.ts";
import type { Snapshot } from "./snapshot.ts";
import { fileKey, lastName, uriBeside } from "./uris.ts";

/** What a name means, whichever document it stands in. */
export interface Meaning {
  readonly of: NameKind;
  readonly id: string;
  /** The word that a document writes for it. */
  readonly name: string;
  /** The document that it belongs to; that of a file is the file, and what projects declare belongs to the folder of one. */
  readonly home: string;
}

/** One place of a meaning. */
export interface Place {
  readonly snapshot: Snapshot;
  readonly occurrence: Occurrence;
}

/** What stands at an offset means; in a prompt file, what each document that includes it means by it. */
export function meaningsAt(snapshot: Snapshot, offset: number, library: Library): readonly Meaning[] {
  const occurrence = nameAt(snapshot, offset);
  if (occurrence === undefined) return [];
  if (snapshot.typed !== undefined || !isOfState(occurrence)) return [meaningOf(snapshot, occurrence, library)];
  return includersOf(snapshot.uri, library).map(({ uri }) => ({ of: occurrence.of, id: occurrence.id, name: occurrence.name, home: uri }));
}

/** What an occurrence in a document means. */
function meaningOf({ uri }: Snapshot, { of, id, name, document, from }: Occurrence, library: Library): Meaning {
  const root = (): string => library.rootOf(uri) ?? uriBeside(uri, ".");
  switch (of) {
    case "file": return { of, id: "", name, home: uriBeside(from === "project" ? root() : uri, id) };
    case "server": case "tool": case "model": case "env": return { of, id, name, home: root() };
    default: return { of, id, name, home: document === undefined ? uri : uriBeside(uri, document) };
  }
}

/** The documents that include a file as a part of theirs, such as a prompt. */
/**
 * The meanings of all documents that share a prompt file in which they mean the same word: none of them can be given
 * another name alone.
 */
export function sharedMeanings(meanings: readonly Meaning[], snapshot: Snapshot, library: Library): readonly Meaning[] {
  const all = new Map<string, Meaning>(meanings.map((meaning) => [fileKey(meaning.home), meaning]));
  // The map grows while it is read.
  for (const meaning of all.values()) {
    if (!isOfState(meaning)) continue;
    const home = homeOf(meaning, snapshot, library);
    const files = new Set(home === undefined ? [] : occurrencesOf(meaning, home, library).flatMap(({ span }) => home.compiled.blocks.fileOf(span)?.path ?? []));
    for (const path of files) {
      for (const { uri } of includersOf(uriBeside(meaning.home, path), library)) if (!all.has(fileKey(uri))) all.set(fileKey(uri), { ...meaning, home: uri });
    }
  }
  return [...all.values()];
}

function includersOf(fileUri: string, library: Library): readonly Snapshot[] {
  return library.holding(lastName(fileUri)).filter((each) => each.compiled.blocks.files.some(({ path }) => fileKey(uriBeside(each.uri, path)) === fileKey(fileUri)));
}

/** The document of a meaning, where it has one that can be read. */
export function homeOf(meaning: Meaning, snapshot: Snapshot, library: Library): Snapshot | undefined {
  const isHere = ({ uri }: Snapshot): boolean => fileKey(uri) === fileKey(meaning.home);
  if (isHere(snapshot)) return snapshot;
  const path = namesCalled(snapshot, meaning.of, meaning.id).find(({ document }) => document !== undefined && fileKey(uriBeside(snapshot.uri, document)) === fileKey(meaning.home))?.document;
  return (path === undefined ? undefined : library.beside(snapshot, path)) ?? library.at(meaning.home);
}

/** Every place of some meanings, in the document that was asked about first; each place once, however many nodes share it. */
export function placesOf(meanings: readonly Meaning[], snapshot: Snapshot, library: Library): readonly Place[] {
  const found = new Map<string, Place>();
  for (const meaning of meanings) {
    for (const each of documentsWith(meaning, snapshot, library)) {
      for (const occurrence of occurrencesOf(meaning, each, library)) {
        const { block, start, end } = occurrence.span;
        const file = each.compiled.blocks.fileOf(occurrence.span);
        const place = `${file === undefined ? `${each.uri} ${block}` : fileKey(uriBeside(each.uri, file.path))} ${start} ${end}`;
        if (!found.has(place)) found.set(place, { snapshot: each, occurrence });
      }
    }
  }
  return [...found.values()];
}

/** The documents that may name it. What is local to a text is named nowhere else. */
function documentsWith(meaning: Meaning, snapshot: Snapshot, library: Library): readonly Snapshot[] {
  const { of, home, name } = meaning;
  if (of === "variable" || of === "root" || of === "node" || of === "result" || of === "retry" || of === "unit") return [snapshot];
  const own = isOfState(meaning) ? homeOf(meaning, snapshot, library) : undefined;
  const others = library.holding(isOfState(meaning) || of === "file" ? lastName(home) : name);
  const all = new Map([snapshot, ...(own === undefined ? [] : [own]), ...others].map((each) => [fileKey(each.uri), each]));
  return [...all.values()];
}

function occurrencesOf(meaning: Meaning, snapshot: Snapshot, library: Library): readonly Occurrence[] {
  const { of, id, home } = meaning;
  const named = of === "file" ? filesNamed(snapshot) : namesCalled(snapshot, of, id);
  return named.filter((each) => fileKey(meaningOf(snapshot, each, library).home) === fileKey(home));
}

function isOfState({ of }: Pick<Occurrence, "of">): boolean {
  return of === "state" || of === "field";
}

export function locationOf({ snapshot, occurrence }: Place): Location {
  return snapshot.locationOf(occurrence.span);
}
