import { CodeActionKind, type Range, type WorkspaceEdit } from "vscode-languageserver";
import { compile, editsBetween, migratedAs, migration } from "../../compiler/index.ts";
import type { LanguageHost } from "../host.ts";
import { saidOf } from "../said.ts";
import type { ClientFacts } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { guardFor } from "./add-guard.ts";
import { declarationFor } from "./declare-key.ts";
import { askingEdit, workspaceEdit, type Offer } from "./offer.ts";

/** What can be done about what is wrong in a range: every fix, and the comment that takes it back where there is one. */
export function quickFixes(snapshot: Snapshot, host: LanguageHost, client: ClientFacts, range: Range): readonly Offer[] {
  const { compiled, workspace, uri, places } = snapshot;
  const shown = saidOf(snapshot, host);
  return compiled.diagnostics.flatMap((diagnostic, index) => {
    const said = shown[index];
    if (said === undefined || !overlap(said.range, range)) return [];
    const offer = (title: string, edit: Offer["edit"]): Offer => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [said], edit });
    // What the compiler knows no fix for: of a kind of its own, so that it can be told from those.
    const beyond = (title: string, edit: Offer["edit"]): Offer => ({ ...offer(title, edit), kind: `${CodeActionKind.QuickFix}.beyond` });
    const ignore = workspace.ignoring(uri, diagnostic);
    const hasOneSafe = diagnostic.fixes.filter(({ safety }) => safety === "safe").length === 1;
    const fixes = diagnostic.fixes.map((fix): Offer => ({ ...offer(fix.title, () => workspaceEdit(snapshot, fix.edits)), ...(hasOneSafe && fix.safety === "safe" ? { isPreferred: true } : {}) }));
    const today: readonly Offer[] = diagnostic.code === migration().code ? [{ ...beyond(migration().title, () => asOfToday(snapshot)), isCostly: true }] : [];
    const declaration = declarationFor(snapshot, diagnostic);
    const declared = declaration === undefined ? [] : [beyond(declaration.title, () => ({ changes: { [uri]: [{ range: places.rangeOf({ start: declaration.at, end: declaration.at }), newText: declaration.text }] } }))];
    const guard = guardFor(snapshot, diagnostic);
    const guarded = guard === undefined ? [] : [beyond(guard.title, () => workspaceEdit(snapshot, guard.edits))];
    return [...today, ...fixes, ...declared, ...guarded, ...(ignore === undefined ? [] : [offer(`ignore ${diagnostic.code} here`, () => askingEdit(snapshot, ignore, client))])];
  });
}

/** The document as `jamjet migrate` writes it. */
function asOfToday({ compiled, project, source: { text }, uri, places }: Snapshot): WorkspaceEdit | undefined {
  const today = migratedAs("unsafe", compiled, (source) => compile(source, { project }));
  const edits = today === undefined ? [] : editsBetween(text, today.source.text);
  return edits.length === 0 ? undefined : { changes: { [uri]: edits.map((edit) => ({ range: places.rangeOf(edit), newText: edit.text })) } };
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (one: Range["start"], other: Range["start"]): boolean => one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
