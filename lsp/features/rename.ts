import { LSPErrorCodes, ResponseError, type PrepareRenameParams, type PrepareRenameResult, type RenameParams, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { textFormats } from "../../schemas/text-format.ts";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import { nameAt, type PlacedName } from "../name-at.ts";
import { editsOfMoves, type Move } from "../moves.ts";
import { fixedName, unfitName } from "../names/new-name.ts";
import type { Occurrence } from "../names/occurrence.ts";
import { rewritten, wordIn } from "../names/rewrite.ts";
import type { ClientFacts } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { homeOf, meaningsAt, placesOf, sharedMeanings, type Meaning } from "../symbols.ts";
import { uriBeside } from "../uris.ts";

/** An answer, or why there is none, in a sentence for the author. */
export type Answer<T> = { readonly value: T } | { readonly refusal: string };

/** The word that would be renamed; undefined where nothing has a name. */
export function renameableAt(snapshot: Snapshot, offset: number, library: Library): Answer<PrepareRenameResult> | undefined {
  const { compiled: { blocks }, source, places } = snapshot;
  const occurrence = nameAt(snapshot, offset);
  if (occurrence === undefined) return undefined;
  const refusal = refusalOf(meaningsAt(snapshot, offset, library), snapshot, library, fixedName);
  if (refusal !== undefined) return { refusal };
  const whole = blocks.absolute(occurrence.span);
  return { value: { range: places.rangeOf(occurrence.isPart === true ? whole : wordIn(source.text, whole)), placeholder: occurrence.name } };
}

/** What a new name changes: texts, by their addresses, and where it is that of a file, its place. */
export interface Renaming {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly move?: Move;
}

/** What gives what stands at an offset another name, in every document that names it. */
export function renamesAt(snapshot: Snapshot, offset: number, next: string, library: Library): Answer<Renaming> | undefined {
  const occurrence = nameAt(snapshot, offset);
  if (occurrence === undefined) return undefined;
  if (occurrence.name === next) return { value: { edits: new Map() } };
  if (occurrence.of === "file") return fileRenaming(snapshot, occurrence, next, library);
  const meanings = sharedMeanings(meaningsAt(snapshot, offset, library), snapshot, library);
  const refusal = refusalOf(meanings, snapshot, library, fixedName) ?? refusalOf(meanings, snapshot, library, (meaning, home) => unfitName(meaning, next, home));
  if (refusal !== undefined) return { refusal };
  const edits = new Map<string, TextEdit[]>();
  for (const place of placesOf(meanings, snapshot, library)) {
    const { uri, edit } = editOf(place, next);
    const some = edits.get(uri) ?? [];
    some.push(edit);
    edits.set(uri, some);
  }
  return { value: { edits } };
}

function fileRenaming(snapshot: Snapshot, { id, from = "document" }: Occurrence, next: string, library: Library): Answer<Renaming> {
  if (!new RegExp(textFormats.path.pattern).test(next)) return { refusal: `'${next}' ${textFormats.path.broken}` };
  if (snapshot.project.fileExists(next, from)) return { refusal: `there is a '${next}' already` };
  const base = (from === "project" ? library.rootOf(snapshot.uri) : undefined) ?? snapshot.uri;
  const move = { from: uriBeside(base, id), to: uriBeside(base, next) };
  return { value: { edits: editsOfMoves([move], library), move } };
}

function refusalOf(meanings: readonly Meaning[], snapshot: Snapshot, library: Library, why: typeof fixedName): string | undefined {
  for (const meaning of meanings) {
    const reason = why(meaning, homeOf(meaning, snapshot, library) ?? snapshot);
    if (reason !== undefined) return reason;
  }
  return meanings.length === 0 ? "no document that is known includes this file" : undefined;
}

function editOf({ snapshot, occurrence: { span, isPart } }: PlacedName, next: string): { readonly uri: string; readonly edit: TextEdit } {
  const { uri, range } = snapshot.locationOf(span);
  if (isPart === true) return { uri, edit: { range, newText: next } };
  const { start, end, text } = rewritten(snapshot.source.text, snapshot.compiled.blocks.absolute(span), next);
  return { uri, edit: { range: snapshot.places.rangeOf({ start, end }), newText: text } };
}

/** A renaming as the client takes it: edits are of the version that they were made for where it can be told so. */
export function workspaceEdit({ edits, move }: Renaming, { capabilities }: Pick<ClientFacts, "capabilities">, library: Library): Answer<WorkspaceEdit> {
  const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
  if (move !== undefined && (documentChanges !== true || resourceOperations?.includes("rename") !== true)) return { refusal: "this editor cannot be asked to rename a file" };
  if (documentChanges !== true) return { value: { changes: Object.fromEntries([...edits].map(([uri, some]) => [uri, [...some]])) } };
  const changes = [...edits].map(([uri, some]) => ({ textDocument: { uri, version: library.versionOf(uri) }, edits: [...some] }));
  return { value: { documentChanges: [...changes, ...(move === undefined ? [] : [{ kind: "rename" as const, oldUri: move.from, newUri: move.to }])] } };
}

export const rename: Feature = {
  capabilities: ({ capabilities }) => ({ renameProvider: capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true }),
  serve: ({ connection, answeringNames, library, client }) => {
    const refused = (refusal: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, refusal);
    connection.onPrepareRename(answeringNames<PrepareRenameParams, PrepareRenameResult | ResponseError | null>(null, (snapshot, { position }) => {
      const found = renameableAt(snapshot, snapshot.places.offsetAt(position), library);
      return found === undefined ? null : "refusal" in found ? refused(found.refusal) : found.value;
    }));
    connection.onRenameRequest(answeringNames<RenameParams, WorkspaceEdit | ResponseError | null>(null, (snapshot, { position, newName }) => {
      const found = renamesAt(snapshot, snapshot.places.offsetAt(position), newName, library);
      const edit = found === undefined || "refusal" in found ? found : workspaceEdit(found.value, client(), library);
      return edit === undefined ? null : "refusal" in edit ? refused(edit.refusal) : edit.value;
    }));
  },
};
