import { numbersIn, type TypedWorkflow } from "../../compiler/index.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Hint } from "./hint.ts";
import { behindKey, schedule } from "./of-node.ts";

/** Which keys of the state a caller gives, behind their declarations; nothing where the header lists them itself. */
export function inputHints(snapshot: Snapshot, { bound: { ast, header } }: TypedWorkflow): readonly Hint[] {
  const declared = ast.header["state_schema"]?.part;
  if (header.inputs !== undefined || declared?.shape !== "type") return [];
  const { compiled: { blocks }, source: { text }, workspace, uri } = snapshot;
  const inputs = new Map((workspace.inputs(uri) ?? []).map((input) => [input.key, input]));
  return declared.type.fields.flatMap(({ key, type }) => {
    const input = inputs.get(key.value);
    if (input === undefined) return [];
    const { start, end } = blocks.absolute(type.span);
    const isOnLine = !text.slice(start, end).includes("\n");
    return [{ at: isOnLine ? end : behindKey(snapshot, key.span), kind: "other" as const, words: [{ text: input.required ? "input" : "optional input" }] }];
  });
}

/** How long each retry policy of the header waits between attempts. */
export function policyHints(snapshot: Snapshot, { bound: { ast } }: TypedWorkflow): readonly Hint[] {
  const policies = ast.header["retry_policies"]?.part;
  if (policies?.shape !== "map") return [];
  return policies.entries.flatMap(({ key, part }) => {
    const retry = numbersIn(part);
    const words = retry && schedule(retry);
    return words === undefined ? [] : [{ at: behindKey(snapshot, key.span), kind: "other" as const, words: [{ text: words }] }];
  });
}
