import { unreachable } from "../../schemas/bug.ts";
import type { Author } from "../../schemas/node-spec.ts";
import type { Span } from "../../schemas/span.ts";
import type { Around } from "../bind/bound.ts";
import type { Code } from "../check/code.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import type { Related } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import { carriesText, typeAlong } from "../taint/carries-text.ts";
import { textOrigins, type Origin } from "../taint/origins.ts";
import { textReads, type TextRead } from "../taint/text-reads.ts";
import { idOf } from "./graph-words.ts";

/** Words of somebody that come to a place where they matter. */
export interface Flow {
  readonly origin: Origin;
  readonly key: string;
  /** Where it is read. */
  readonly span: Span;
  /** Whose words they are: `the model node 'draft'`. */
  readonly whose: string;
  readonly related: readonly Related[];
}

/** A text in which the words of others may matter, and what it reads that they could stand in. */
export interface Sink {
  readonly node: TypedNode;
  readonly site: TypedSite;
  readonly reads: readonly TextRead[];
}

const nothing: readonly never[] = [];

/** What a text reads that its words could come from. */
export type ReadsOf = (code: Code) => readonly TextRead[];

/** The texts of a node that `isMeant` picks, and of which `readsOf` gives reads of text in the state. */
export function sinksIn(node: TypedNode, around: Around, isMeant: (site: TypedSite) => boolean, readsOf: ReadsOf): readonly Sink[] {
  // Few nodes have such a text.
  return node.sites.some(isMeant) ? findAll(node.sites, (site) => (isMeant(site) ? sinkAt(node, site, around, readsOf) : nothing)) : nothing;
}

/** One text of a node, if `readsOf` gives such reads of it. */
export function sinkAt(node: TypedNode, site: TypedSite, around: Around, readsOf: ReadsOf): readonly Sink[] {
  if (!carriesText(site.type) || !site.reads.some(({ root }) => root === "state")) return nothing;
  const reads = readsOf(site.code).filter((read) => isText(around, read));
  return reads.length === 0 ? nothing : [{ node, site, reads }];
}

/** Whether it reads something of the state that may hold any text. */
function isText({ state }: Around, { read: { root, path: [key, ...rest] } }: TextRead): boolean {
  const symbol = root === "state" && key !== undefined ? state.get(key) : undefined;
  return symbol !== undefined && carriesText(typeAlong(symbol.type, rest));
}

/** The first of `reads` that brings unchecked words of others to a node. */
export function flowInto(typed: TypedWorkflow, { node, site, reads }: Sink): Flow | undefined {
  for (const { read } of reads) {
    const [key = ""] = read.path;
    const origin = textOrigins(typed)(node.bound.index, key);
    if (origin === undefined) continue;
    const id = idOf(typed.bound, origin.node);
    return { origin, key, span: site.site.text.locate(read.start, read.end), whose: authorWords(origin.author, id), related: [{ span: origin.write.span, message: `'${id}' writes it` }] };
  }
  return undefined;
}

/** What a text reads of the state that may hold any text; nothing where its own value holds none. */
export function textsRead(around: Around, { code, type }: TypedSite): readonly TextRead[] {
  return carriesText(type) ? textReads(code).filter((read) => isText(around, read)) : [];
}

function authorWords(author: Author, id: string): string {
  switch (author) {
    case "model": return `the model of '${id}'`;
    case "service": return `the service behind '${id}'`;
    case "event": return `whoever sends the event of '${id}'`;
    default: return unreachable(author, "authorWords");
  }
}
