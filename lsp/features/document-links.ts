import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { forEachPart, type Members, type Range, type TypedNode } from "../../compiler/index.ts";
import type { Span } from "../../schemas/span.ts";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import { filesNamed } from "../name-at.ts";
import { wordIn } from "../names/rewrite.ts";
import { workflowsIn, type Snapshot } from "../snapshot.ts";
import { uriBeside } from "../uris.ts";

/** What a document leads to: its files, the schema that it is held to, and addresses that are written out. Where a project begins is looked up when a link is followed. */
export function linksIn(snapshot: Snapshot): readonly DocumentLink[] {
  const { uri, source, compiled: { blocks }, places } = snapshot;
  const files = filesNamed(snapshot).map(({ id, span, from }): DocumentLink => ({
    range: places.rangeOf(wordIn(source.text, blocks.absolute(span))),
    ...(from === "project" ? { data: { uri, path: id } } : { target: uriBeside(uri, id) }),
  }));
  const addresses = workflowsIn(snapshot).flatMap(addressesIn).map(({ value, range }): DocumentLink => ({ range: places.rangeOf(wordIn(source.text, range)), target: value }));
  return [...schemaLinks(snapshot), ...files, ...addresses];
}

/** `# yaml-language-server: $schema=…`, as other servers of YAML read it. */
function schemaLinks({ uri, source, tree, places }: Snapshot): readonly DocumentLink[] {
  return (tree?.comments ?? []).flatMap(({ start, end }): readonly DocumentLink[] => {
    const [whole, schema] = /^#\s*yaml-language-server:\s*\$schema=(\S+)/.exec(source.text.slice(start, end)) ?? [];
    if (whole === undefined || schema === undefined) return [];
    return [{ range: places.rangeOf({ start: start + whole.length - schema.length, end: start + whole.length }), target: isAddress(schema) ? schema : uriBeside(uri, schema) }];
  });
}

interface Address {
  readonly value: string;
  readonly span: Span;
}

function addressesIn({ typed, compiled: { blocks } }: Snapshot): readonly { readonly value: string; readonly range: Range }[] {
  if (typed === undefined) return [];
  const { header, file } = typed.bound.ast;
  return [...addressesOf(header), ...addressesOf(file), ...typed.nodes.flatMap(inNode)].map(({ value, span }) => ({ value, range: blocks.absolute(span) }));
}

/** A node that did not change is the same object in the next version of its document. */
const ofNodes = new WeakMap<TypedNode, readonly Address[]>();

function inNode(node: TypedNode): readonly Address[] {
  const known = ofNodes.get(node) ?? addressesOf(node.bound.ast.members);
  ofNodes.set(node, known);
  return known;
}

/** The addresses that are written out: those with code in them lead somewhere only when they are run. */
function addressesOf(members: Members): readonly Address[] {
  const found: Address[] = [];
  forEachPart(members, (part) => {
    if (part.shape === "text" && part.field.format === "url" && isAddress(part.value)) found.push(part);
    if (part.shape === "template" && part.field.address === true && isAddress(part.text.value)) found.push({ value: part.text.value, span: part.text.span });
  });
  return found;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s{}]+$/.test(text);
}

/** The link with the file that it leads to, by the folder of the project. */
function resolved(link: DocumentLink, library: Library): DocumentLink {
  const data: unknown = link.data;
  if (typeof data !== "object" || data === null || !("uri" in data) || !("path" in data) || typeof data.uri !== "string" || typeof data.path !== "string") return link;
  return { range: link.range, target: uriBeside(library.rootOf(data.uri) ?? data.uri, data.path) };
}

export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: true } }),
  serve: ({ connection, answeringWhole, attempting, library }) => {
    connection.onDocumentLinks(answeringWhole<DocumentLinkParams, DocumentLink[]>([], (parts) => parts.flatMap(linksIn)));
    connection.onDocumentLinkResolve((link) => attempting(link, () => resolved(link, library)));
  },
};
