import { unreachable } from "../../schemas/bug.ts";
import type { Author } from "../../schemas/node-spec.ts";
import type { Span } from "../../schemas/span.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import type { Related } from "../diagnostics/define.ts";
import { carriesText, typeAlong } from "../taint/carries-text.ts";
import { textOrigins, type Origin } from "../taint/origins.ts";
import type { TextRead } from "../taint/text-reads.ts";
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

/** A text in which the words of others may matter. */
export interface Sink {
  readonly node: TypedNode;
  readonly site: TypedSite;
}

const ofNodes = new WeakMap<TypedNode, readonly Sink[]>();

/** The texts of a workflow that read the state and are an address, a header, orders or arguments; few are. */
export function sinksOf({ nodes }: TypedWorkflow): readonly Sink[] {
  const all: Sink[] = [];
  for (const node of nodes) {
    const known = ofNodes.get(node) ?? node.sites.flatMap((site) => (isSink(site) ? [{ node, site }] : []));
    ofNodes.set(node, known);
    for (const sink of known) all.push(sink);
  }
  return all;
}

function isSink({ site: { part, text } }: TypedSite): boolean {
  if (part.shape !== "template" && part.shape !== "value") return false;
  const { field } = part;
  return (field.sink !== undefined || (field.shape === "template" && (field.address === true || field.header === true))) && text.value.includes("state");
}

/** The first of `reads` that brings unchecked words of others to a node. */
export function flowInto(typed: TypedWorkflow, node: TypedNode, { site, type }: TypedSite, reads: readonly TextRead[]): Flow | undefined {
  if (!carriesText(type)) return undefined;
  for (const { read } of reads) {
    const [key, ...rest] = read.path;
    const symbol = read.root === "state" && key !== undefined ? typed.bound.state.get(key) : undefined;
    if (key === undefined || symbol === undefined || !carriesText(typeAlong(symbol.type, rest))) continue;
    const origin = textOrigins(typed)(node.bound.index, key);
    if (origin === undefined) continue;
    const id = idOf(typed.bound, origin.node);
    return { origin, key, span: site.text.locate(read.start, read.end), whose: authorWords(origin.author, id), related: [{ span: origin.write.span, message: `'${id}' writes it` }] };
  }
  return undefined;
}

function authorWords(author: Author, id: string): string {
  switch (author) {
    case "model": return `the model of '${id}'`;
    case "service": return `the service behind '${id}'`;
    case "event": return `whoever sends the event of '${id}'`;
    default: return unreachable(author, "authorWords");
  }
}
