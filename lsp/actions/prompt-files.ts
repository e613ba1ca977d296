import { CodeActionKind, TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { Member, TypedNode } from "../../compiler/index.ts";
import type { ClientFacts } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { uriBeside } from "../uris.ts";
import type { Offer } from "./offer.ts";

/** A text that stands in a node, and the key that would name a file for it; either may be what the author wrote. */
interface Pair {
  readonly node: TypedNode;
  readonly inline: string;
  readonly file: string;
}

const loneSurrogate = /\p{Surrogate}/u;

/** Moves a prompt from the document to a file of its own, or back: to the compiler both are one. */
export function promptFiles(snapshot: Snapshot, client: ClientFacts, offset: number): readonly Offer[] {
  if (snapshot.typed === undefined || snapshot.tree?.shares === true) return [];
  return snapshot.typed.nodes.flatMap((node) => pairsOf(node)).flatMap((pair) => [...extracting(snapshot, client, pair, offset), ...inlining(snapshot, pair, offset)]);
}

function pairsOf(node: TypedNode): readonly Pair[] {
  return Object.entries(node.bound.spec?.fields ?? {}).flatMap(([file, field]) => (field.shape === "text" && field.fills !== undefined ? [{ node, inline: field.fills, file }] : []));
}

function extracting(snapshot: Snapshot, client: ClientFacts, { node, inline, file }: Pair, offset: number): readonly Offer[] {
  const { uri, version, project, source, places } = snapshot;
  const member = node.bound.ast.members[inline];
  if (member?.part.shape !== "template" || !canCreate(client)) return [];
  const range = rangeOf(snapshot, member);
  if (offset < range.start || offset > range.end) return [];
  const { value } = member.part.text;
  const id = node.bound.ast.id.value;
  const path = freePath(/^[\w-]+$/.test(id) ? id : inline, (each) => project.fileExists(each, "document"));
  // A byte order mark is no part of a file's text, and what is no Unicode cannot be written.
  if (value.startsWith("\ufeff") || loneSurrogate.test(value) || path === undefined) return [];
  const created = uriBeside(uri, path);
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = { documentChanges: [
    { kind: "create", uri: created, options: { overwrite: false } },
    TextDocumentEdit.create({ uri: created, version: null }, [{ range: { start, end: start }, newText: value }]),
    TextDocumentEdit.create({ uri, version }, [{ range: places.rangeOf(range), newText: `${file}: ${path}${lineEndIn(source.text.slice(range.start, range.end))}` }]),
  ] };
  return [{ title: `move the ${inline} to '${path}'`, kind: CodeActionKind.RefactorExtract, edit: () => edit }];
}

function inlining(snapshot: Snapshot, { node, inline, file }: Pair, offset: number): readonly Offer[] {
  const { uri, project, source: { text }, places } = snapshot;
  const member = node.bound.ast.members[file];
  if (member?.part.shape !== "text" || node.bound.ast.members[inline] !== undefined) return [];
  const range = rangeOf(snapshot, member);
  const read = offset < range.start || offset > range.end ? undefined : project.textOf?.(member.part.value);
  if (read?.ok !== true || loneSurrogate.test(read.text)) return [];
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const before = text.slice(lineStart, range.start);
  const isAlone = before.trim() === "" && /^[ \t]*\r?\n/.test(text.slice(range.end));
  const scalar = isAlone && isPlainLines(read.text) ? block(read.text, `${before}  `) : JSON.stringify(read.text);
  const newText = `${inline}: ${scalar}`.replaceAll("\n", text.includes("\r\n") ? "\r\n" : "\n");
  const edit: WorkspaceEdit = { changes: { [uri]: [{ range: places.rangeOf(range), newText }] } };
  return [{ title: `write the ${inline} here instead of in '${member.part.value}'`, kind: CodeActionKind.RefactorInline, edit: () => edit }];
}

function canCreate({ capabilities }: ClientFacts): boolean {
  const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes("create") === true;
}

function rangeOf({ compiled: { blocks } }: Snapshot, { key, part }: Member): { readonly start: number; readonly end: number } {
  return { start: blocks.absolute(key.span).start, end: blocks.absolute(part.span).end };
}

/** The first name in `prompts/` that no file has. */
function freePath(name: string, isTaken: (path: string) => boolean): string | undefined {
  const names = [name, ...Array.from({ length: 99 }, (_, index) => `${name}-${index + 2}`)];
  return names.map((each) => `prompts/${each}.md`).find((path) => !isTaken(path));
}

/** A block ends with its last line, and what stands in its place within one. */
function lineEndIn(written: string): string {
  return /\r?\n$/.exec(written)?.[0] ?? "";
}

/** Whether a literal block can hold the text: its first line says how far all are indented, and empty lines at its end are anybody's. */
function isPlainLines(text: string): boolean {
  return /^[^\s]/.test(text) && !text.endsWith("\n\n") && !/[^\n\t\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]/.test(text.replace(/[\u2028\u2029\ufeff]/g, "\0"));
}

/** A line break at the end of the text is that of the document, which has one. */
function block(text: string, indent: string): string {
  const isOpen = !text.endsWith("\n");
  const lines = (isOpen ? text : text.slice(0, -1)).split("\n");
  return `|${isOpen ? "-" : ""}\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
}
