import type { Location } from "vscode-languageserver";
import type { Compiled, ProjectView, SourceText, TypedWorkflow, Workspace, YamlTree } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import type { OpenText } from "./documents.ts";
import { placesOf, type Encoding, type Places } from "./places.ts";
import { uriBeside } from "./uris.ts";

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
  /** For what takes another analysis: the picture, inputs, events, cost. Asked about `uri`. */
  readonly workspace: Workspace;
  /** Where a span is: in the document, or in a file that belongs to it. */
  readonly locationOf: (span: Span) => Location;
}

export function snapshotOf(document: OpenText, workspace: Workspace, project: ProjectView, compiled: Compiled, encoding: Encoding): Snapshot {
  const { uri, version, places } = document;
  return {
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
      return workspace.tree(uri);
    },
    locationOf: (span) => {
      const file = compiled.blocks.fileOf(span);
      return file === undefined ? { uri, range: places.rangeOf(compiled.blocks.absolute(span)) } : { uri: uriBeside(uri, file.path), range: placesOf(file.source.text, encoding).rangeOf(span) };
    },
  };
}
