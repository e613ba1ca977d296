import { legacyDialect } from "../diagnostics/decode.ts";
import type { Diagnostic, Fix } from "../diagnostics/define.ts";
import { bareWord } from "../diagnostics/expr.ts";
import { format } from "../format/format.ts";
import type { Replacement } from "../format/edits.ts";
import type { SourceText } from "../source/text.ts";
import type { Limits } from "../syntax/limits.ts";
import { compile, type Compiled, type WorkspaceSettings } from "../workspace.ts";
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
  return rewritten(source, settings.limits, (draft) => compile(draft, settings));
}

/** What `migrate` does to a document, as the fix of the findings with this code, which say that it is older. */
export function migration(): { readonly code: string; readonly title: string } {
  return { code: legacyDialect.code, title: "write it as it is written today" };
}

/**
 * The judgement of what `migrate` makes of a judged document; undefined where no finding says that it is older. It is
 * safe where nothing is left to its author, and no error either: only then does it say what it did, as far as anybody can tell.
 */
export function migratedAs(safety: Fix["safety"], { source, diagnostics }: Compiled, compileAgain: (source: SourceText) => Compiled): Compiled | undefined {
  if (!diagnostics.some(({ code }) => code === migration().code)) return undefined;
  const result = rewritten(source, undefined, compileAgain);
  if (!result.ok || result.forms.length === 0) return undefined;
  const compiled = compileAgain({ ...source, text: result.text });
  const isSafe = result.notes.length === 0 && compiled.diagnostics.every(({ severity }) => severity !== "error");
  return isSafe || safety === "unsafe" ? compiled : undefined;
}

function rewritten(source: SourceText, limits: Limits | undefined, judge: (source: SourceText) => Pick<Compiled, "diagnostics" | "blocks">): Migrated {
  const canonical = format(source, limits);
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
  const named = list === undefined ? text : withRoots({ ...source, text }, judge);
  const written = format({ ...source, text: named }, limits);
  return written.ok ? { ok: true, text: written.text, forms, notes } : written;
}

/** In the list form templates name keys of the state alone; each that the checker knows as one gets its `state.`. */
function withRoots(source: SourceText, judge: (source: SourceText) => Pick<Compiled, "diagnostics" | "blocks">): string {
  const { diagnostics, blocks } = judge(source);
  const edits = diagnostics.filter(({ code }) => code === bareWord.code).flatMap(({ fixes }): readonly Replacement[] => {
    const edit = fixes.flatMap(({ edits: each }) => each).find(({ text }) => text.startsWith("state."));
    return edit === undefined ? [] : [{ ...blocks.absolute(edit.span), text: edit.text }];
  });
  const text = edited(source.text, edits);
  return edits.length === 0 ? text : withRoots({ ...source, text }, judge);
}
