import { SymbolKind, type CallHierarchyIncomingCall, type CallHierarchyItem, type CallHierarchyOutgoingCall, type CallHierarchyPrepareParams } from "vscode-languageserver";
import { memberOf, type FlowEdge, type TypedNode, type TypedWorkflow } from "../../compiler/index.ts";
import type { Span } from "../../schemas/span.ts";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import { nameAt } from "../name-at.ts";
import { iconOf, lineOf } from "../node-line.ts";
import { entryOf, headerOf } from "../nodes-in.ts";
import { familyOf, workflowsIn, type Snapshot } from "../snapshot.ts";
import { fileKey, lastName, uriBeside } from "../uris.ts";

/** A node of a workflow, or the workflow itself, which its callers start. */
type Caller = { readonly snapshot: Snapshot; readonly typed: TypedWorkflow; readonly node: TypedNode | undefined };

/** The node that is named at an offset, or the workflow: where its header begins, its id, or the path to it. */
export function hierarchyAt(snapshot: Snapshot, offset: number, library: Library): readonly CallHierarchyItem[] {
  const { typed, compiled: { blocks } } = snapshot;
  if (typed === undefined || typed.nodes.every(({ bound }) => bound.supplied === true)) return [];
  const name = nameAt(snapshot, offset);
  if (name?.of === "node") return nodeCalled(typed, name.id).map((node) => itemOf({ snapshot, typed, node }));
  if (name?.of === "file") {
    const started = library.beside(snapshot, name.id);
    return started?.typed === undefined ? [] : [itemOf({ snapshot: started, typed: started.typed, node: undefined })];
  }
  const isHere = (span: Span | undefined): boolean => span !== undefined && blocks.absolute(span).start <= offset && offset <= blocks.absolute(span).end;
  return isHere(typed.bound.ast.headerKey) || isHere(memberOf(typed.bound.ast.header, "id", "text")?.span) ? [itemOf({ snapshot, typed, node: undefined })] : [];
}

/** Who leads to it: nodes and the header of its document, or the nodes of others that start the workflow. */
export function leadingTo(item: CallHierarchyItem, library: Library): readonly CallHierarchyIncomingCall[] {
  const to = callerOf(item, library);
  if (to === undefined) return [];
  const { snapshot, typed, node } = to;
  if (node === undefined) return startersOf(snapshot, library);
  const { index } = node.bound;
  const header = typed.bound.header.targets.filter((target) => target.node === index).map(({ part }) => part.span);
  const edges = edgesOf(typed).filter((edge) => edge.to === index);
  return [
    ...(header.length === 0 ? [] : [{ from: itemOf({ snapshot, typed, node: undefined }), fromRanges: header.map((span) => snapshot.locationOf(span).range) }]),
    ...grouped(edges, ({ from }) => from).flatMap(([from, some]) => {
      const leading = typed.nodes[from];
      return leading === undefined ? [] : [{ from: itemOf({ snapshot, typed, node: leading }), fromRanges: rangesOf(snapshot, some) }];
    }),
  ];
}

/** Where it goes: the nodes that may come next, and the workflow that it starts. */
export function ledToBy(item: CallHierarchyItem, library: Library): readonly CallHierarchyOutgoingCall[] {
  const from = callerOf(item, library);
  if (from === undefined) return [];
  const { snapshot, typed, node } = from;
  const edges: readonly Pick<FlowEdge, "to" | "span">[] = node === undefined ? typed.bound.header.targets.flatMap(({ node: to, part }) => (to === undefined ? [] : [{ to, span: part.span }])) : edgesOf(typed).filter((edge) => edge.from === node.bound.index);
  const child = node && childOf(snapshot, node, library);
  return [
    ...(child === undefined ? [] : [{ to: itemOf(child.started), fromRanges: [snapshot.locationOf(child.span).range] }]),
    ...grouped(edges, ({ to }) => to).flatMap(([to, some]) => {
      const next = typed.nodes[to];
      return next === undefined ? [] : [{ to: itemOf({ snapshot, typed, node: next }), fromRanges: rangesOf(snapshot, some) }];
    }),
  ];
}

/** An eval that runs a node again leads to it, too. */
function edgesOf({ bound: { graph } }: TypedWorkflow): readonly FlowEdge[] {
  return [...graph.edges, ...graph.feedback];
}

function startersOf(started: Snapshot, library: Library): readonly CallHierarchyIncomingCall[] {
  return library.holding(lastName(started.uri)).flatMap(workflowsIn).flatMap((snapshot) => {
    const { typed } = snapshot;
    if (typed === undefined) return [];
    return typed.nodes.flatMap((node) => {
      const ref = refOf(node);
      if (ref === undefined || fileKey(uriBeside(snapshot.uri, ref.value)) !== fileKey(started.uri)) return [];
      return [{ from: itemOf({ snapshot, typed, node }), fromRanges: [snapshot.locationOf(ref.span).range] }];
    });
  });
}

function childOf(snapshot: Snapshot, node: TypedNode, library: Library): { readonly started: Caller; readonly span: Span } | undefined {
  const ref = refOf(node);
  const started = ref && library.beside(snapshot, ref.value);
  return ref === undefined || started?.typed === undefined ? undefined : { started: { snapshot: started, typed: started.typed, node: undefined }, span: ref.span };
}

/** Where a node names the workflow that it starts. */
function refOf({ bound: { spec, ast } }: TypedNode): { readonly value: string; readonly span: Span } | undefined {
  return spec?.traits.child && memberOf(ast.members, spec.traits.child.document, "text");
}

function itemOf({ snapshot, typed, node }: Caller): CallHierarchyItem {
  const { ast } = typed.bound;
  const id = node === undefined ? memberOf(ast.header, "id", "text") : node.bound.ast.id;
  const { uri, range } = snapshot.locationOf(id?.span ?? ast.headerKey);
  const block = node === undefined ? headerOf(snapshot, typed) : entryOf(snapshot, typed, node);
  const isAround = block !== undefined && snapshot.places.offsetAt(range.start) >= block.start && snapshot.places.offsetAt(range.end) <= block.end;
  return {
    name: id?.value ?? "workflow",
    kind: node === undefined ? SymbolKind.Module : iconOf(node),
    detail: node === undefined ? "workflow" : lineOf(node),
    uri,
    range: isAround ? snapshot.places.rangeOf(block) : range,
    selectionRange: range,
    data: { home: snapshot.home, ...(node === undefined ? {} : { node: id?.value }) },
  };
}

interface ItemData {
  readonly home?: unknown;
  readonly node?: unknown;
}

function isItemData(data: unknown): data is ItemData {
  return typeof data === "object" && data !== null;
}

/** What an item stands for now; the document may be another one than when it was made. */
function callerOf({ uri, data }: CallHierarchyItem, library: Library): Caller | undefined {
  const document = library.at(uri);
  const { home, node: id } = isItemData(data) ? data : {};
  const snapshot = document && familyOf(document).find((each) => fileKey(each.home) === fileKey(typeof home === "string" ? home : uri));
  if (snapshot?.typed === undefined) return undefined;
  const { typed } = snapshot;
  if (typeof id !== "string") return { snapshot, typed, node: undefined };
  const [node] = nodeCalled(typed, id);
  return node && { snapshot, typed, node };
}

function nodeCalled({ bound, nodes }: TypedWorkflow, id: string): readonly TypedNode[] {
  const node = nodes[bound.byId.get(id) ?? -1];
  return node === undefined ? [] : [node];
}

function grouped<E>(edges: readonly E[], by: (edge: E) => number): readonly (readonly [number, readonly E[]])[] {
  const groups = new Map<number, E[]>();
  for (const edge of edges) groups.set(by(edge), [...(groups.get(by(edge)) ?? []), edge]);
  return [...groups];
}

function rangesOf(snapshot: Snapshot, edges: readonly Pick<FlowEdge, "span">[]): CallHierarchyIncomingCall["fromRanges"] {
  return edges.map(({ span }) => snapshot.locationOf(span).range);
}

export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  serve: ({ connection, answering, attempting, library }) => {
    const { callHierarchy: calls } = connection.languages;
    calls.onPrepare(answering<CallHierarchyPrepareParams, CallHierarchyItem[]>([], (snapshot, { position }) => [...hierarchyAt(snapshot, snapshot.places.offsetAt(position), library)]));
    calls.onIncomingCalls(({ item }) => attempting<CallHierarchyIncomingCall[]>([], () => [...leadingTo(item, library)]));
    calls.onOutgoingCalls(({ item }) => attempting<CallHierarchyOutgoingCall[]>([], () => [...ledToBy(item, library)]));
  },
};
