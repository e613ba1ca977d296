import type { CodeActionKind, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import type { TextEdit } from "../../compiler/index.ts";
import { escaped } from "../completion/snippet.ts";
import type { ClientFacts } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";

/** One thing that the editor can offer to do. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What it is about, where something is wrong. */
  readonly diagnostics?: readonly Diagnostic[];
  readonly isPreferred?: true;
  /** Made when it is asked for; undefined where nothing is to be done after all. */
  readonly edit: () => WorkspaceEdit | undefined;
  /** Making the edit takes another analysis of the document: wait until the user has chosen it. */
  readonly isCostly?: true;
}

/** Edits of the compiler in the protocol's words: some may be in files that belong to the document. */
export function workspaceEdit({ locationOf }: Snapshot, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit["changes"]> = {};
  for (const { span, text } of edits) {
    const { uri, range } = locationOf(span);
    (changes[uri] ??= []).push({ range, newText: text });
  }
  return { changes };
}

/** As `workspaceEdit`, with the cursor where the author's own words are wanted, in an editor that can be told so. */
export function askingEdit(snapshot: Snapshot, edit: TextEdit, { capabilities }: Pick<ClientFacts, "capabilities">): WorkspaceEdit {
  const { documentChanges, snippetEditSupport } = capabilities.workspace?.workspaceEdit ?? {};
  const { uri, range } = snapshot.locationOf(edit.span);
  if (edit.asking === undefined || uri !== snapshot.uri || documentChanges !== true || snippetEditSupport !== true) return workspaceEdit(snapshot, [edit]);
  const [before, behind] = edit.asking;
  const snippet = { kind: "snippet" as const, value: `${escaped(before)}$0${escaped(behind)}` };
  return { documentChanges: [{ textDocument: { uri, version: snapshot.version }, edits: [{ range, snippet }] }] };
}
