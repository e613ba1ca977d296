import { RequestType, type Position, type TextDocumentIdentifier } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { workflowsIn, type Snapshot } from "../snapshot.ts";
import { graphFormats, type GraphFormat } from "../host.ts";

interface GraphParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Of a document that holds several workflows: in the one that is meant; the first, where nothing is said. */
  readonly position?: Position;
  readonly format: GraphFormat;
}

/** A picture of one version of a document. */
interface GraphAnswer {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** `jamjet/graph`: null where the graph cannot be read or is too large to be drawn. What was drawn last is the client's to keep. */
const graphRequest = new RequestType<GraphParams, GraphAnswer | null, void>("jamjet/graph");

/** Whether somebody wrote its nodes: an agent has none. */
function isWritten({ typed }: Snapshot): boolean {
  return typed?.nodes.some(({ bound }) => bound.supplied === undefined) === true;
}

/** Draws the graph of a document as it stands in the editor. */
export const graph: Feature = {
  capabilities: () => ({ experimental: { graph: true } }),
  serve: ({ connection, host, answering }) => {
    connection.onRequest(graphRequest, answering<GraphParams, Promise<GraphAnswer | null> | null>(null, async (snapshot, { format }) => {
      const { uri, version } = snapshot;
      const drawn = workflowsIn(snapshot).find(isWritten);
      const outline = drawn?.workspace.outline(uri);
      const text = outline === undefined || outline.nodes.length === 0 || !graphFormats.includes(format) ? undefined : await host.draw?.(outline, format);
      return text === undefined ? null : { uri, version, text };
    }));
  },
};
