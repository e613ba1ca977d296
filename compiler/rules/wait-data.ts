import { describeType } from "../../schemas/type.ts";
import type { Around, BoundNode } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { fits } from "../expr/types.ts";
import { memberOf } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const waitDataMismatch = diagnostic<{ node: string; key: string; found: string; wanted: string }>({
  code: "JJ4027",
  slug: "wait-data-mismatch",
  severity: "error",
  message: (p) => `'${p.node}' takes '${p.key}' as ${p.found}, and the state has it as ${p.wanted}: no event fits both`,
  help: (p) => `declare both alike, or give '${p.key}' of the event another name`,
  doc: `The payload of an event is held against \`data\`, and what is a key of the state is held against its type there, too, since
it is merged. Where the two have nothing in common every event is refused, and the wait never ends. With \`output_key\` the payload
is stored whole, and its keys are its own.`,
});

/** What a wait merges into the state can fit it. */
export const waitDataRule: NodeRule = {
  of: "node",
  reports: [waitDataMismatch],
  check: ({ bound: node }, around) => (node.spec?.kind === "wait" && node.ast.members["output_key"] === undefined ? misfitsOf(node, around) : []),
};

function misfitsOf({ ast: { id, members } }: BoundNode, { state }: Around): readonly Diagnostic[] {
  return (memberOf(members, "data", "map")?.entries ?? []).flatMap(({ key, part }) => {
    const symbol = state.get(key.value);
    if (symbol === undefined || part.shape !== "type" || fits(part.type.type, symbol.type) !== "no") return [];
    const words = { node: id.value, key: key.value, found: describeType(part.type.type), wanted: describeType(symbol.type) };
    return [report(waitDataMismatch, part.span, words, { related: [{ span: symbol.span, message: `'${key.value}' is declared here` }] })];
  });
}
