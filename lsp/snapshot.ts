import type { Location } from "vscode-languageserver";
import { blockTable, costFacts, eventFacts, inputFacts, isPrompt, outlineOf, type BlockTable, type Compiled, type HeldWorkflow, type ProjectView, type Range, type SourceText, type TypedWorkflow, type Workspace, type YamlTree } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import type { OpenText } from "./documents.ts";
import type { FileName } from "./host.ts";
import type { Occurrence } from "./names/occurrence.ts";
import { placesOf, type Encoding, type Places } from "./places.ts";
import { homeWithin, uriBeside } from "./uris.ts";

/** One version of one document with all that is known of it. Features are pure functions of it. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceText;
  readonly places: Places;
  readonly project: ProjectView;
  readonly compiled: Compiled;
  /** Undefined where the document is no workflow. */
  readonly typed: TypedWorkflow | undefined;
  /** Undefined where the document is no YAML, such as a prompt. */
  readonly tree: YamlTree | undefined;
  /** For what takes another analysis: the picture, inputs, events, cost. Asked about `uri`, of a workflow in a document it tells of that. */
  readonly workspace: Workspace;
  /** Where a span is: in the document, or in a file that belongs to it. */
  readonly locationOf: (span: Span) => Location;
  /** What its names belong to: `uri`, and of a workflow that another document holds the way to it besides. */
  readonly home: string;
  /** The workflows that a document of another kind holds, agents among them, in the order of the text: each as a document with the text of this one. */
  readonly held: readonly HeldSnapshot[];
  /** The document that holds this workflow, if one does. */
  readonly holder: Snapshot | undefined;
  /** What a file of the project names that is no document, such as `jamjet.toml`; undefined for documents. */
  readonly names?: readonly Occurrence[];
  /** The keys that lead to it there; none for a document. */
  readonly path: readonly string[];
  /** Its entry there. */
  readonly range?: Range;
}

/** A workflow that stands in another document. */
export interface HeldSnapshot extends Snapshot {
  readonly typed: TypedWorkflow;
  readonly holder: Snapshot;
  readonly range: Range;
}

export function snapshotOf(document: OpenText, workspace: Workspace, project: ProjectView, compiled: Compiled, encoding: Encoding): Snapshot {
  const { uri, version, places } = document;
  const locatedBy = (blocks: BlockTable): Snapshot["locationOf"] => (span) => {
    const file = blocks.fileOf(span);
    return file === undefined ? { uri, range: places.rangeOf(blocks.absolute(span)) } : { uri: uriBeside(uri, file.path), range: placesOf(file.source.text, encoding).rangeOf(span) };
  };
  let held: readonly HeldSnapshot[] | undefined;
  const snapshot: Snapshot = {
    uri,
    version,
    places,
    project,
    compiled,
    workspace,
    source: compiled.source,
    get typed() {
      return workspace.typed(uri);
    },
    get tree() {
      return workspace.read(uri).value;
    },
    locationOf: locatedBy(compiled.blocks),
    home: uri,
    get held() {
      held ??= workspace.held(uri).map((each) => heldIn(snapshot, each, locatedBy));
      return held;
    },
    holder: undefined,
    path: [],
  };
  return snapshot;
}

/** A file of the project that is no document, with what it names. Nothing else is known of it. */
export function projectSnapshot(document: OpenText, names: readonly FileName[], workspace: Workspace, project: ProjectView): Snapshot {
  const { uri, version, places, source } = document;
  return {
    uri,
    version,
    places,
    project,
    source,
    workspace,
    compiled: { source, blocks: blockTable(source.text.length), diagnostics: [], program: undefined, summary: undefined, policy: undefined },
    typed: undefined,
    tree: undefined,
    locationOf: ({ start, end }) => ({ uri, range: places.rangeOf({ start, end }) }),
    home: uri,
    held: [],
    holder: undefined,
    path: [],
    names: names.map(({ of, name, role, start, end }) => ({ of, id: name, name, role, span: { block: "", start, end }, node: undefined, isPart: true })),
  };
}

/** What is said within a workflow is said of the document around it. */
function heldIn(holder: Snapshot, { path, range, typed }: HeldWorkflow, locatedBy: (blocks: BlockTable) => Snapshot["locationOf"]): HeldSnapshot {
  const { uri, version, places, project, compiled, workspace, source } = holder;
  const { blocks } = typed.bound.ast;
  return {
    uri,
    version,
    places,
    project,
    workspace: { ...workspace, typed: () => typed, outline: () => outlineOf(typed), inputs: () => inputFacts(typed), events: () => eventFacts(typed), cost: () => costFacts(typed.bound) },
    source,
    compiled: { source, blocks, diagnostics: compiled.diagnostics.filter(({ span }) => span.block === ""), program: undefined, summary: undefined, policy: undefined },
    typed,
    get tree() {
      return holder.tree;
    },
    locationOf: locatedBy(blocks),
    home: homeWithin(uri, path),
    held: [],
    holder,
    path,
    range,
  };
}

/** Whether it is a prompt file: a document in a page of Markdown, which has the address of that, is none. */
export function isPromptFile(snapshot: Snapshot): boolean {
  return isPrompt(snapshot.uri) && snapshot.tree === undefined;
}

/** The workflow around an offset, where the document holds one there; else the document. */
export function workflowAt(snapshot: Snapshot, offset: number): Snapshot {
  return snapshot.held.findLast(({ range: { start, end } }) => start <= offset && offset <= end) ?? snapshot;
}

/** The workflow that a path of keys leads into, where the document holds one there; else the document. */
export function workflowOn(snapshot: Snapshot, keys: readonly (string | undefined)[]): Snapshot {
  return snapshot.held.find(({ path }) => path.every((key, index) => keys[index] === key)) ?? snapshot;
}

/** The workflow that a document is, or those that it holds. */
export function workflowsIn(snapshot: Snapshot): readonly Snapshot[] {
  return snapshot.typed === undefined ? snapshot.held : [snapshot];
}

/** Whether somebody wrote its nodes: those of an agent nobody did. */
export function isWritten({ typed }: Snapshot): boolean {
  return typed?.nodes.some(({ bound }) => bound.supplied === undefined) === true;
}

/** A document, and the workflows that it holds. */
export function familyOf(snapshot: Snapshot): readonly Snapshot[] {
  const whole = snapshot.holder ?? snapshot;
  return [whole, ...whole.held];
}
