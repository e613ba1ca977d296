import { CodeActionKind } from "vscode-languageserver";
import { specOf } from "../../schemas/nodes/index.ts";
import type { Snapshot } from "../snapshot.ts";
import { workspaceEdit, type Offer } from "./offer.ts";

const target = "human_approval";

/** A wait for an event that says no more than an approval could: it becomes one that asks a person for it. What comes is another thing then, so nobody does it unasked. */
export function askPerson(snapshot: Snapshot, offset: number): readonly Offer[] {
  const { typed, compiled: { blocks } } = snapshot;
  const { fields } = specOf(target);
  return (typed?.nodes ?? []).flatMap(({ bound: { ast: { id, type, members }, spec } }) => {
    const event = members["event"];
    if (spec?.kind !== "wait" || type === undefined || event === undefined) return [];
    const isNear = [type.span, id.span].map(blocks.absolute).some(({ start, end }) => start <= offset && offset <= end);
    const isWhole = Object.keys(members).every((key) => key === "event" || Object.hasOwn(fields, key));
    if (!isNear || !isWhole) return [];
    const edits = [{ span: type.span, text: target }, { span: event.key.span, text: "message" }];
    return [{ title: "ask a person instead of waiting for an event", kind: CodeActionKind.RefactorRewrite, edit: () => workspaceEdit(snapshot, edits) }];
  });
}
