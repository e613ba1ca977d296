import type { Location } from "vscode-languageserver";
import type { Library } from "./library.ts";
import { filesNamed, nameAt, namesCalled, type PlacedName } from "./name-at.ts";
import { isScoped, type NameKind, type Occurrence } from "./names/occurrence.ts";
import { familyOf, type Snapshot } from "./snapshot.ts";
import { documentOf, fileKey, lastName, uriBeside } from "./uris.ts";

/** What a name means, whichever document it stands in. */
export interface Meaning {
  readonly of: NameKind;
  readonly id: string;
  /** The word that a document writes for it. */
  readonly name: string;
  /** The document, or the workflow within one, that it belongs to; that of a file is the file, and what projects declare belongs to the folder of one. */
  readonly home: string;
}

/** What stands at an offset means; in a prompt file, what each document that includes it means by it. */
export function meaningsAt(snapshot: Snapshot, offset: number, library: Library): readonly Meaning[] {
  const occurrence = nameAt(snapshot, offset);
  if (occurrence === undefined) return [];
  if (snapshot.typed !== undefined || occurrence.document !== undefined || !isOfState(occurrence)) return [meaningOf(snapshot, occurrence, library)];
  return includersOf(snapshot.uri, library).map(({ home }) => ({ of: occurrence.of, id: occurrence.id, name: occurrence.name, home }));
}

/** What an occurrence in a document means. */
function meaningOf(snapshot: Snapshot, { of, id, name, document, from }: Occurrence, library: Library): Meaning {
  const { uri, home, holder } = snapshot;
  const root = (): string => library.rootOf(uri) ?? uriBeside(uri, ".");
  // A fleet has servers of its own.
  const isOwn = (): boolean => (holder ?? snapshot).typed === undefined && snapshot.names === undefined && namesCalled(snapshot, of, id).some(({ occurrence: { role } }) => role === "declare");
  switch (of) {
    case "file": return { of, id: "", name, home: uriBeside(from === "project" ? root() : uri, id) };
    case "server": return { of, id, name, home: isOwn() ? (holder ?? snapshot).home : root() };
    case "tool": case "model": case "env": return { of, id, name, home: root() };
    case "unit": return { of, id, name, home: (holder ?? { home }).home };
    default: return { of, id, name, home: document === undefined ? home : uriBeside(uri, document) };
  }
}

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
      for (const { home: other } of includersOf(uriBeside(documentOf(meaning.home), path), library)) if (!all.has(fileKey(other))) all.set(fileKey(other), { ...meaning, home: other });
    }
  }
  return [...all.values()];
}

/** The workflows that include a file as a part of theirs, such as a prompt. */
export function includersOf(fileUri: string, library: Library): readonly Snapshot[] {
  return library.holding(lastName(fileUri)).flatMap(familyOf).filter((each) => each.typed !== undefined && each.compiled.blocks.files.some(({ path }) => fileKey(uriBeside(each.uri, path)) === fileKey(fileUri)));
}

/** The document of a meaning, where it has one that can be read. */
export function homeOf(meaning: Meaning, snapshot: Snapshot, library: Library): Snapshot | undefined {
  const isIt = ({ home }: Snapshot): boolean => fileKey(home) === fileKey(meaning.home);
  const here = familyOf(snapshot).find(isIt);
  if (here !== undefined) return here;
  const named = namesCalled(snapshot, meaning.of, meaning.id).map(({ occurrence: { document } }) => document);
  const path = named.find((document) => document !== undefined && fileKey(uriBeside(snapshot.uri, document)) === fileKey(meaning.home));
  if (isOfProject(meaning)) return library.projectFiles(snapshot.uri).find(({ names }) => names?.some(({ of, id, role }) => of === meaning.of && id === meaning.id && role === "declare"));
  const found = (path === undefined ? undefined : library.beside(snapshot, path)) ?? library.at(documentOf(meaning.home));
  return found && familyOf(found).find(isIt);
}

/** Every place of some meanings, in the document that was asked about first; each place once, however many nodes share it. */
export function placesOf(meanings: readonly Meaning[], snapshot: Snapshot, library: Library): readonly PlacedName[] {
  const found = new Map<string, PlacedName>();
  for (const meaning of meanings) {
    for (const each of documentsWith(meaning, snapshot, library)) {
      for (const occurrence of occurrencesOf(meaning, each, library)) {
        const file = each.compiled.blocks.fileOf(occurrence.span);
        const { start, end } = file === undefined ? each.compiled.blocks.absolute(occurrence.span) : occurrence.span;
        const place = `${fileKey(file === undefined ? each.uri : uriBeside(each.uri, file.path))} ${start} ${end}`;
        if (!found.has(place)) found.set(place, { snapshot: each, occurrence });
      }
    }
  }
  return [...found.values()];
}

/** The documents that may name it. What is local to a text is named nowhere else. */
function documentsWith(meaning: Meaning, snapshot: Snapshot, library: Library): readonly Snapshot[] {
  const { of, home, name } = meaning;
  if (of === "unit") return [snapshot.holder ?? snapshot];
  if (isScoped(of) && !isOfState(meaning)) return [snapshot];
  const own = isOfState(meaning) ? homeOf(meaning, snapshot, library) : undefined;
  const others = library.holding(isOfState(meaning) || of === "file" ? lastName(documentOf(home)) : name);
  const files = isOfProject(meaning) ? library.projectFiles(snapshot.uri) : [];
  const all = new Map([snapshot, ...(own === undefined ? [] : [own]), ...files, ...others].flatMap(familyOf).map((each) => [fileKey(each.home), each]));
  return [...all.values()];
}

function occurrencesOf(meaning: Meaning, snapshot: Snapshot, library: Library): readonly Occurrence[] {
  const { of, id, home } = meaning;
  const named = of === "file" ? filesNamed(snapshot) : namesCalled(snapshot, of, id).flatMap((each) => (each.snapshot === snapshot ? each.occurrence : []));
  return named.filter((each) => fileKey(meaningOf(snapshot, each, library).home) === fileKey(home));
}

function isOfState({ of }: Pick<Occurrence, "of">): boolean {
  return of === "state" || of === "field";
}

/** Whether the file of a project may declare it. */
function isOfProject({ of }: Pick<Occurrence, "of">): boolean {
  return of === "server" || of === "model";
}

export function locationOf({ snapshot, occurrence }: PlacedName): Location {
  return snapshot.locationOf(occurrence.span);
}
