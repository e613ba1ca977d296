import type { Location, Range, TextEdit } from "vscode-languageserver";
import { createWorkspace, type ProjectView } from "../../compiler/index.ts";
import { openText } from "../../lsp/documents.ts";
import type { ProjectPlaces } from "../../lsp/host.ts";
import { createLibrary, type Library } from "../../lsp/library.ts";
import { placesOf } from "../../lsp/places.ts";
import { snapshotOf, type Snapshot } from "../../lsp/snapshot.ts";
import { fileKey, uriBeside } from "../../lsp/uris.ts";
import { namesIn } from "../../cli/editor-files.ts";
import { marked } from "./editor.ts";

const folder = "file:///flows/";

/** Files of one folder, of which the one with the cursor is open in the editor. */
export interface Around {
  readonly snapshot: Snapshot;
  /** Of `$0` in the open file. */
  readonly offset: number;
  readonly library: Library;
  /** The files that have one of the places, each with `‹…›` around them. */
  readonly show: (locations: readonly Location[]) => { readonly [path: string]: string };
  readonly textOf: (path: string) => string;
  /** The texts as they are after some edits, by path: those that changed. */
  readonly edited: (edits: ReadonlyMap<string, readonly TextEdit[]>) => { readonly [path: string]: string };
  readonly uriOf: (path: string) => string;
}

interface Options {
  readonly places?: ProjectPlaces;
  /** The open file, where none has a cursor. */
  readonly open?: string;
  /** Files that are not there; all others seem to be. */
  readonly missing?: readonly string[];
}

/** What is known around marked texts, by their paths; `places` is what their project declares elsewhere. */
export function around(files: { readonly [path: string]: string }, { places, open, missing = [] }: Options = {}): Around {
  const texts = new Map(Object.entries(files).map(([path, text]) => [fileKey(folder + path), marked(text).text]));
  const cursor = open ?? Object.keys(files).find((path) => files[path]?.includes("$0")) ?? "";
  const uri = uriBeside(folder, cursor);
  const viewOf = (from: string): ProjectView => ({
    servers: ["s"],
    fileExists: (path) => !missing.includes(path),
    textOf: (path) => {
      const text = texts.get(fileKey(uriBeside(from, path)));
      return text === undefined ? { ok: false } : { ok: true, text };
    },
  });
  const views = new Map<string, ProjectView>();
  const projectOf = (from: string): ProjectView => views.get(from) ?? views.set(from, viewOf(from)).get(from) as ProjectView;
  const document = openText({ uri, languageId: "yaml", version: 7, text: texts.get(fileKey(uri)) ?? "" }, "utf-16");
  const workspace = createWorkspace();
  workspace.setProject(uri, projectOf(uri));
  workspace.setText({ uri, text: document.text });
  const compiled = workspace.compiled(uri);
  if (compiled === undefined) throw new Error("a text that was just set is not known");
  const snapshot = snapshotOf(document, workspace, projectOf(uri), compiled, "utf-16");
  const projectFiles = ["jamjet.toml", "jamjet.lock"].flatMap((path) => {
    const text = texts.get(fileKey(folder + path));
    return text === undefined ? [] : [{ uri: folder + path, text }];
  });
  const placesAround = places ?? (projectFiles.length === 0 ? undefined : { root: folder, declared: () => undefined, files: projectFiles });
  const documentsUnder = () => [...texts].filter(([key]) => key.endsWith(".yaml")).map(([key, text]) => ({ uri: uriBeside(folder, key), text }));
  const library = createLibrary({
    host: { version: "0", projectOf, documentsUnder, namesIn: (source) => namesIn(source.uri, source), ...(placesAround === undefined ? {} : { placesOf: () => placesAround }) },
    documents: { all: () => [document] },
    client: () => ({ encoding: "utf-16", folders: [folder] }),
    snapshots: () => (projectFiles.some((each) => each.uri === uri) ? [] : [snapshot]),
    projectOf,
  });
  const declaring = library.projectFiles(uri).find((each) => each.uri === uri);
  const textOf = (path: string): string => texts.get(fileKey(uriBeside(folder, path))) ?? "";
  return {
    snapshot: declaring ?? snapshot,
    offset: marked(files[cursor] ?? "").offset,
    library,
    textOf,
    edited: (edits) => Object.fromEntries([...edits].map(([at, some]) => [fileKey(at).slice(folder.length), withEdits(texts.get(fileKey(at)) ?? "", some)])),
    uriOf: (path) => uriBeside(folder, path),
    show: (locations) => {
      const paths = [...new Set(locations.map((location) => fileKey(location.uri).slice(folder.length)))].sort();
      return Object.fromEntries(paths.map((path) => [path, withMarks(textOf(path), locations.filter((location) => fileKey(location.uri) === fileKey(folder + path)).map(({ range }) => range))]));
    },
  };
}

/** The lines of a text that hold a range, each with `‹…›` around it. */
function withMarks(text: string, ranges: readonly Range[]): string {
  const places = placesOf(text);
  const marks = ranges.flatMap(({ start, end }) => [{ at: places.offsetAt(start), mark: "‹" }, { at: places.offsetAt(end), mark: "›" }]);
  marks.sort((a, b) => b.at - a.at || (a.mark === "›" ? -1 : 1) - (b.mark === "›" ? -1 : 1));
  const whole = marks.reduce((before, { at, mark }) => before.slice(0, at) + mark + before.slice(at), text);
  return whole.split("\n").filter((line) => line.includes("‹")).map((line) => line.trim()).join("\n");
}

/** A text after edits, which must not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const places = placesOf(text);
  const inOrder = edits.map(({ range, newText }) => ({ start: places.offsetAt(range.start), end: places.offsetAt(range.end), newText })).sort((a, b) => b.start - a.start);
  for (const [index, edit] of inOrder.entries()) if (edit.end > (inOrder[index - 1]?.start ?? Infinity)) throw new Error("two edits overlap");
  return inOrder.reduce((before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end), text);
}
