import { createWorkspace, type ProjectView, type SourceText } from "../compiler/index.ts";
import { openText, type OpenText } from "./documents.ts";
import type { DeclaredName, FilePlace, LanguageHost } from "./host.ts";
import type { Encoding } from "./places.ts";
import { projectSnapshot, snapshotOf, type Snapshot } from "./snapshot.ts";
import { fileKey, uriBeside } from "./uris.ts";

/** The documents around those that are open, as a question about all of them needs them. */
export interface Library {
  /** Every document whose text holds `word`: open ones as the editor has them, and those of its folders as they are stored. */
  readonly holding: (word: string) => readonly Snapshot[];
  /** The documents that are stored in the folders of the editor and not open in it, each compiled when it is asked for. */
  readonly stored: () => Iterable<Snapshot>;
  /** The document at an address, open or stored in one of the folders. */
  readonly at: (uri: string) => Snapshot | undefined;
  /** The document that another one names by its path; undefined where nobody can read it. */
  readonly beside: (snapshot: Snapshot, path: string) => Snapshot | undefined;
  /** The version of a text that is open; null for one that is not. */
  readonly versionOf: (uri: string) => number | null;
  /** Where the project around a document declares something. */
  readonly declared: (uri: string, of: DeclaredName, name: string) => FilePlace | undefined;
  /** The files of the project around a document that name servers and models and are no documents, as the editor has them where they are open there. */
  readonly projectFiles: (uri: string) => readonly Snapshot[];
  /** The folder of the project around a document, as an address that ends in `/`; undefined where nobody knows. */
  readonly rootOf: (uri: string) => string | undefined;
}

/** What an editor has open, and what its host has besides. */
interface Needs {
  readonly host: LanguageHost;
  readonly documents: { readonly all: () => readonly OpenText[] };
  readonly client: () => { readonly encoding: Encoding; readonly folders: readonly string[] };
  readonly snapshots: () => readonly Snapshot[];
  /** The same object until something that was seen through it may have changed. */
  readonly projectOf: (uri: string) => ProjectView;
}

/** The library of one editor. What is not open is kept as it was compiled last, until its text is another. */
export function createLibrary({ host, documents, client, snapshots, projectOf }: Needs): Library {
  const workspace = createWorkspace();
  const known = new Map<string, Snapshot>();
  const stored = ({ uri, text }: SourceText): Snapshot | undefined => {
    const last = known.get(uri);
    const project = projectOf(uri);
    if (last?.source.text === text && last.project === project) return last;
    workspace.setProject(uri, project);
    workspace.setText({ uri, text });
    const compiled = workspace.compiled(uri);
    if (compiled === undefined) return undefined;
    const made = snapshotOf(openText({ uri, languageId: "yaml", version: 0, text }, client().encoding), workspace, project, compiled, client().encoding);
    known.set(uri, made);
    return made;
  };
  const open = (uri: string): Snapshot | undefined => snapshots().find((each) => fileKey(each.uri) === fileKey(uri));
  /** What is stored, and newer in no editor. */
  const storedTexts = (): readonly SourceText[] => {
    const openKeys = new Set(documents.all().map(({ uri }) => fileKey(uri)));
    return client().folders.flatMap((folder) => host.documentsUnder?.(folder) ?? []).filter(({ uri }) => !openKeys.has(fileKey(uri)));
  };
  return {
    holding: (word) => {
      const sources = storedTexts().filter(({ text }) => text.includes(word));
      return [...snapshots().filter(({ source }) => source.text.includes(word)), ...sources.flatMap((source) => stored(source) ?? [])];
    },
    *stored() {
      for (const source of storedTexts()) {
        const snapshot = stored(source);
        if (snapshot !== undefined) yield snapshot;
      }
    },
    at: (uri) => {
      const source = open(uri) === undefined ? storedTexts().find((each) => fileKey(each.uri) === fileKey(uri)) : undefined;
      return source === undefined ? open(uri) : stored(source);
    },
    beside: (snapshot, path) => {
      const uri = uriBeside(snapshot.uri, path);
      const here = open(uri);
      const read = here === undefined ? snapshot.project.textOf?.(path) : undefined;
      return read?.ok === true ? stored({ uri, text: read.text }) : here;
    },
    versionOf: (uri) => documents.all().find((each) => fileKey(each.uri) === fileKey(uri))?.version ?? null,
    declared: (uri, of, name) => host.placesOf?.(uri)?.declared(of, name),
    projectFiles: (uri) => {
      const stored = new Map((host.placesOf?.(uri)?.files ?? []).map((source) => [fileKey(source.uri), source]));
      // One that was never saved is known to nobody else.
      const keys = new Set([...stored.keys(), fileKey(uri)]);
      return [...keys].flatMap((key) => {
        const open = documents.all().find((each) => fileKey(each.uri) === key);
        const source = open?.source ?? stored.get(key);
        const names = source && host.namesIn?.(source);
        return source === undefined || names === undefined ? [] : [projectSnapshot(open ?? openText({ ...source, languageId: "toml", version: 0 }, client().encoding), names, workspace, projectOf(source.uri))];
      });
    },
    rootOf: (uri) => host.placesOf?.(uri)?.root,
  };
}
