import { RequestType, type Position, type Range, type TextDocumentIdentifier } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { isWritten, workflowsIn, type Snapshot } from "../snapshot.ts";
import { graphFormats, type GraphFormat } from "../host.ts";

interface GraphParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Of a document that holds several workflows: in the one that is meant. */
  readonly position?: Position;
  /** The one that is meant where the position is in none, by its key; the first, where nothing is said. */
  readonly workflow?: string;
  readonly format: GraphFormat;
}

/** A picture of one version of a document. */
interface GraphAnswer {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Of a document that holds workflows: the key of the one that was drawn, and where it stands. */
  readonly workflow?: string;
  readonly range?: Range;
}

/** `jamjet/graph`: null where the graph cannot be read or is too large to be drawn. What was drawn last is the client's to keep. */
const graphRequest = new RequestType<GraphParams, GraphAnswer | null, void>("jamjet/graph");

/** The workflow that is asked about, in a document that may hold several. */
function meant(snapshot: Snapshot, named: string | undefined): Snapshot | undefined {
  const drawable = workflowsIn(snapshot.holder ?? snapshot).filter(isWritten);
  return drawable.find((each) => each === snapshot) ?? drawable.find(({ path }) => path.length > 0 && path.at(-1) === named) ?? drawable[0];
}

/** Draws the graph of a document as it stands in the editor. */
export const graph: Feature = {
  capabilities: () => ({ experimental: { graph: true } }),
  serve: ({ connection, host, answering }) => {
    connection.onRequest(graphRequest, answering<GraphParams, Promise<GraphAnswer | null> | null>(null, async (snapshot, { format, workflow }) => {
      const { uri, version, places } = snapshot;
      const drawn = meant(snapshot, workflow);
      const outline = drawn?.workspace.outline(uri);
      const text = outline === undefined || outline.nodes.length === 0 || !graphFormats.includes(format) ? undefined : await host.draw?.(outline, format);
      if (drawn === undefined || text === undefined) return null;
      const key = drawn.path.at(-1);
      return { uri, version, text, ...(key === undefined || drawn.range === undefined ? {} : { workflow: key, range: places.rangeOf(drawn.range) }) };
    }));
  },
};
