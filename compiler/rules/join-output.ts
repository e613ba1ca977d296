import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const joinOutput = diagnostic<{ join: string } & ({ readonly collects: true } | { readonly collects: false; readonly merge: string })>({
  code: "JJ4024",
  slug: "join-output",
  severity: "error",
  message: (p) => (p.collects ? `'${p.join}' collects what its branches wrote, and has no 'output_key' to put it in` : `'${p.join}' merges by '${p.merge}' and makes no list that 'output_key' could take`),
  help: (p) => (p.collects ? "add 'output_key' with a state key of type list[dict]" : "remove 'output_key', or write 'merge: collect'"),
  doc: `\`merge: collect\` makes a list with one mapping of writes per branch, which goes to \`output_key\`. Every other merge writes
to the keys that the branches wrote to, or that a function of the project names.`,
});

/** A join that collects says where to, and no other join does. */
export const joinOutputRule: NodeRule = {
  of: "node",
  reports: [joinOutput],
  check: ({ bound: { spec, ast: { id, members } } }) => {
    if (spec?.kind !== "join") return [];
    const part = members["merge"]?.part;
    if (part?.shape === "hole") return [];
    const merge = part === undefined ? "last_writer" : part.shape === "choice" ? part.value : "custom";
    const key = memberOf(members, "output_key", "stateKey");
    if (merge === "collect") return members["output_key"] === undefined ? [report(joinOutput, part?.span ?? id.span, { join: id.value, collects: true })] : [];
    return key === undefined ? [] : [report(joinOutput, key.span, { join: id.value, collects: false, merge })];
  },
};
