import { CodeActionKind, type CodeAction, type CodeActionParams, type Range, type TextEdit as LspTextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { TextEdit } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { LanguageHost } from "../host.ts";
import { saidOf } from "../said.ts";
import type { Snapshot } from "../snapshot.ts";

/** What can be done about what is wrong in a range: every fix, and the comment that takes it back where there is one. */
function quickFixes(snapshot: Snapshot, host: LanguageHost, range: Range): readonly CodeAction[] {
  const { compiled, workspace, uri } = snapshot;
  const shown = saidOf(snapshot, host);
  return compiled.diagnostics.flatMap((diagnostic, index) => {
    const said = shown[index];
    if (said === undefined || !overlap(said.range, range)) return [];
    const action = (title: string, edits: readonly TextEdit[]): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [said], edit: workspaceEdit(snapshot, edits) });
    const ignore = workspace.ignoring(uri, diagnostic);
    const safe = diagnostic.fixes.filter(({ safety }) => safety === "safe").length === 1;
    const fixes = diagnostic.fixes.map((fix) => ({ ...action(fix.title, fix.edits), ...(safe && fix.safety === "safe" ? { isPreferred: true } : {}) }));
    return [...fixes, ...(ignore === undefined ? [] : [action(`ignore ${diagnostic.code} here`, [ignore])])];
  });
}

/** Edits of the compiler in the protocol's words: some may be in files that belong to the document. */
function workspaceEdit({ locationOf }: Snapshot, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: { [uri: string]: LspTextEdit[] } = {};
  for (const { span, text } of edits) {
    const { uri, range } = locationOf(span);
    (changes[uri] ??= []).push({ range, newText: text });
  }
  return { changes };
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (one: Range["start"], other: Range["start"]): boolean => one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  serve: ({ connection, host, answering }) => {
    connection.onCodeAction(answering<CodeActionParams, CodeAction[]>([], (snapshot, { range }) => [...quickFixes(snapshot, host, range)]));
  },
};
