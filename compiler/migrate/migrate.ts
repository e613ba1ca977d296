import type { Diagnostic } from "../diagnostics/define.ts";
import { bareWord } from "../diagnostics/expr.ts";
import { format } from "../format/format.ts";
import type { Replacement } from "../format/edits.ts";
import type { SourceText } from "../source/text.ts";
import { compile, type WorkspaceSettings } from "../workspace.ts";
import { isHeaderless, withHeader } from "./headerless.ts";
import { isListForm, withNodeMapping } from "./list-form.ts";
import { edited, withKeysOfToday } from "./older-keys.ts";
import { draftOf, type Note } from "./pieces.ts";

export type { Note } from "./pieces.ts";

/** An older spelling of workflow documents. */
export type OlderForm = "headerless form" | "list form" | "multi-file form";

/** What became of a document: its text in the spelling of today, or why it cannot be read. */
export type Migrated =
  | {
      readonly ok: true;
      readonly text: string;
      /** The older spellings that it had; empty where nothing was older, and then the text is as it was. */
      readonly forms: readonly OlderForm[];
      /** What was left as it was, in the order it was met. */
      readonly notes: readonly Note[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * A document in one of the older spellings as it is written today, comments included. What has a sure meaning is rewritten;
 * what has none stays, with a comment that says what its author must decide.
 */
export function migrate(source: SourceText, settings: WorkspaceSettings = {}): Migrated {
  const canonical = format(source, settings.limits);
  if (!canonical.ok) return canonical;
  const forms: OlderForm[] = [];
  const notes: Note[] = [];
  let text = canonical.text;
  const draft = (): ReturnType<typeof draftOf> => draftOf({ ...source, text });
  const atFirst = draft();
  if (atFirst !== undefined && isHeaderless(atFirst)) {
    forms.push("headerless form");
    text = withHeader(atFirst);
  }
  const withTop = draft();
  const list = withTop !== undefined && isListForm(withTop) ? withNodeMapping(withTop) : undefined;
  if (list !== undefined) {
    forms.push("list form");
    notes.push(...list.notes);
    text = list.text;
  }
  const withNodes = draft();
  const keys = withNodes === undefined ? undefined : withKeysOfToday(withNodes);
  if (keys !== undefined && (keys.text !== text || keys.notes.length > 0)) {
    if (list === undefined) forms.push("multi-file form");
    notes.push(...keys.notes);
    text = keys.text;
  }
  if (forms.length === 0) return { ok: true, text: source.text, forms, notes };
  const named = list === undefined ? text : withRoots({ ...source, text }, settings);
  const written = format({ ...source, text: named }, settings.limits);
  return written.ok ? { ok: true, text: written.text, forms, notes } : written;
}

/** In the list form templates name keys of the state alone; each that the checker knows as one gets its `state.`. */
function withRoots(source: SourceText, settings: WorkspaceSettings): string {
  const { diagnostics, blocks } = compile(source, settings);
  const edits = diagnostics.filter(({ code }) => code === bareWord.code).flatMap(({ fixes }): readonly Replacement[] => {
    const edit = fixes.flatMap(({ edits: each }) => each).find(({ text }) => text.startsWith("state."));
    return edit === undefined ? [] : [{ ...blocks.absolute(edit.span), text: edit.text }];
  });
  const text = edited(source.text, edits);
  return edits.length === 0 ? text : withRoots({ ...source, text }, settings);
}
