import { flowFields, nextField } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";
import { dictOf, types } from "../type.ts";

export const join = control({
  kind: "join",
  title: "Join",
  since: "0.1.0",
  needs: "parallel",
  doc: "Waits for branches of a `parallel` and merges what they wrote.",
  fields: {
    ...flowFields,
    wait_for: { shape: "list", min: 1, of: { shape: "target", edge: "wait_for", doc: "The first node of a branch." }, doc: "The branches to wait for, by their first nodes." },
    merge: {
      shape: "either",
      optional: true,
      default: "last_writer",
      aliases: ["merge_strategy"],
      scalar: { shape: "choice", options: ["last_writer", "collect", "first"], doc: "`last_writer`: the branch that completes last wins. `collect`: one dict of writes per branch into `output_key`. `first`: the first branch wins, the others are cancelled." },
      map: {
        shape: "object",
        fields: {
          custom: {
            shape: "object",
            aliases: ["function_ref"],
            fields: {
              module: { shape: "text", format: "functions", doc: "A path to a JavaScript module, from the root of the project, or a Python module as `package.module`." },
              function: { shape: "text", format: "identifier", doc: "The function: it is called with `[{branch, writes}]` in the order of `wait_for` and with the state at the fork, and returns the state keys to write." },
            },
            doc: "A function of the project, run in a thread or process of its own.",
          },
        },
        doc: "A merge of its own.",
      },
      doc: "How the writes of the branches merge.",
    },
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where `collect` puts the list of the branches' writes." },
    next: nextField,
  },
  traits: { ...pureTraits, durable: true, merges: { field: "merge", apart: ["collect"], first: ["first"] }, result: { type: { kind: "list", of: dictOf(types.any) } } },
});
