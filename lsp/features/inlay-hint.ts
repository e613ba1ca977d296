import { InlayHintKind, type InlayHint, type InlayHintLabelPart, type InlayHintParams } from "vscode-languageserver";
import type { Range } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { Hint } from "../hints/hint.ts";
import { inputHints, policyHints } from "../hints/of-header.ts";
import { conditionHints, retryHints, typeHints } from "../hints/of-node.ts";
import { nodesIn } from "../nodes-in.ts";
import type { Settings } from "../settings.ts";
import { workflowsIn, type Snapshot } from "../snapshot.ts";

/** What is shown within a range of the document, in the order of the text. Only what the range meets is looked at. */
export function hintsIn(snapshot: Snapshot, range: Range, settings: Settings): readonly PlacedHint[] {
  return workflowsIn(snapshot).flatMap((workflow) => hintsOf(workflow, range, settings).map((hint) => ({ ...hint, workflow })));
}

/** A hint, and the workflow that it is of. */
export interface PlacedHint extends Hint {
  readonly workflow: Snapshot;
}

function hintsOf(snapshot: Snapshot, range: Range, settings: Settings): readonly Hint[] {
  const { typed, compiled: { blocks: { blocks } } } = snapshot;
  if (typed === undefined) return [];
  const header = blocks.find(({ id }) => id === "workflow");
  const meetsHeader = header !== undefined && header.start <= range.end && range.start <= header.end;
  const hints = [
    ...(meetsHeader && settings["inlayHints.inputs"] ? inputHints(snapshot, typed) : []),
    ...(meetsHeader && settings["inlayHints.retries"] ? policyHints(snapshot, typed) : []),
    ...nodesIn(snapshot, typed, range).flatMap(({ node }) => [
      ...(settings["inlayHints.conditions"] ? conditionHints(snapshot, typed, node) : []),
      ...(settings["inlayHints.types"] ? typeHints(snapshot, node) : []),
      ...(settings["inlayHints.retries"] ? retryHints(snapshot, typed, node) : []),
    ]),
  ];
  return hints.filter(({ at }) => range.start <= at && at <= range.end).sort((a, b) => a.at - b.at);
}

function shown({ at, kind, words, workflow: { places, locationOf } }: PlacedHint): InlayHint {
  const label = words.map(({ text, full, from }): InlayHintLabelPart => ({ value: text, ...(full === undefined ? {} : { tooltip: full }), ...(from === undefined ? {} : { location: locationOf(from) }) }));
  return { position: places.positionAt(at), label, ...(kind === "type" ? { kind: InlayHintKind.Type } : { paddingLeft: true }) };
}

/** Shows what the compiler has worked out where the author did not write it. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  serve: ({ connection, client, settings, asking, answeringWhole, onStale }) => {
    connection.languages.inlayHint.on(answeringWhole<InlayHintParams, InlayHint[]>([], (parts, { range: { start, end } }) => parts.flatMap((snapshot) => {
      const range = { start: snapshot.places.offsetAt(start), end: snapshot.places.offsetAt(end) };
      return hintsIn(snapshot, range, settings()).map(shown);
    })));
    onStale(() => {
      if (client().capabilities.workspace?.inlayHint?.refreshSupport === true) asking(() => connection.languages.inlayHint.refresh());
    });
  },
};
