import type { DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, TextEdit } from "vscode-languageserver";
import { editsBetween, format, formatRead, type Range, type Replacement, type YamlTree } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import { indentedLine } from "../indentation.ts";
import type { Snapshot } from "../snapshot.ts";

/** Who types asks again for each line; the whole is laid out once for a version. */
const ofTrees = new WeakMap<YamlTree, readonly Replacement[]>();

/** The edits that bring a document into canonical form, as `jamjet fmt` does; none where it cannot be read as a whole. */
export function formattingOf({ uri, source, workspace, project }: Pick<Snapshot, "uri" | "source" | "workspace" | "project">): readonly Replacement[] {
  const { value: tree, diagnostics } = workspace.read(uri);
  if (tree === undefined) return [];
  const known = ofTrees.get(tree);
  if (known !== undefined) return known;
  const formatted = formatRead(source, { value: tree, diagnostics }, project.limits);
  const edits = formatted.ok ? editsBetween(source.text, formatted.text) : [];
  ofTrees.set(tree, edits);
  return edits;
}

/**
 * Those of the edits that a range of the document needs. What leaves its lines for others is done with all of the nodes
 * that the range meets, or else not at all: a part of the edits must lead to the same canonical form.
 */
export function rangeFormattingOf(snapshot: Snapshot, range: Range): readonly Replacement[] {
  const all = formattingOf(snapshot);
  const { source, project, compiled: { blocks: { blocks } } } = snapshot;
  const meeting = (wanted: readonly Range[]): readonly Replacement[] => all.filter((edit) => wanted.some((each) => edit.start <= each.end && each.start <= edit.end));
  // The first block is the document itself.
  const around = blocks.slice(1).filter(({ start, end }) => start <= range.end && range.start <= end);
  const whole = applied(source.text, all);
  return [meeting([range]), meeting([range, ...around])].find((some) => {
    if (some.length === 0 || some.length === all.length) return true;
    const partly = format({ uri: source.uri, text: applied(source.text, some) }, project.limits);
    return partly.ok && partly.text === whole;
  }) ?? [];
}

function applied(text: string, edits: readonly Replacement[]): string {
  return [...edits].reverse().reduce((now, { start, end, text: fresh }) => now.slice(0, start) + fresh + now.slice(end), text);
}

function textEdits({ places }: Snapshot, edits: readonly Replacement[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: places.rangeOf({ start, end }), newText: text }));
}

export const formatting: Feature = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true, documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" } }),
  serve: ({ connection, documents, answering }) => {
    /** A document within a page of prose is not formatted: what stands around it is none of it. */
    const isWhole = ({ uri, source }: Snapshot): boolean => documents.get(uri)?.text === source.text;
    const formattingWhole = <P extends DocumentFormattingParams>(edits: (snapshot: Snapshot, params: P) => readonly Replacement[]): ((params: P) => TextEdit[]) =>
      answering<P, TextEdit[]>([], (snapshot, params) => (isWhole(snapshot) ? textEdits(snapshot, edits(snapshot, params)) : []));
    connection.onDocumentFormatting(formattingWhole(formattingOf));
    connection.onDocumentRangeFormatting(formattingWhole<DocumentRangeFormattingParams>((snapshot, { range: { start, end } }) => rangeFormattingOf(snapshot, { start: snapshot.places.offsetAt(start), end: snapshot.places.offsetAt(end) })));
    connection.onDocumentOnTypeFormatting(formattingWhole<DocumentOnTypeFormattingParams>((snapshot, { position, ch }) => {
      const edit = ch === "\n" ? indentedLine(snapshot, snapshot.places.offsetAt(position)) : undefined;
      return edit === undefined ? [] : [edit];
    }));
  },
};
